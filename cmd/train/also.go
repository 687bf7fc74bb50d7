package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"rawi/model/detect/gold"
)

// also reads annotations that were made beside texts, none of whose words they hold:
// articles to learn from, by which nothing is measured.
func also(annotations, texts string) ([]*gold.Article, error) {
	f, err := os.Open(annotations)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	articles, err := apart(texts)
	if err != nil {
		return nil, err
	}
	return gold.Standoff(f, func(n int) (string, error) {
		if n < 0 || n >= len(articles) {
			return "", fmt.Errorf("%s has no text %d, it has %d", texts, n, len(articles))
		}
		return articles[n], nil
	})
}

// writeStandoff is the inverse of also: annotated articles, without a word of them.
// Each must be one of the texts.
func writeStandoff(w io.Writer, annotated []*gold.Article, texts string) error {
	articles, err := apart(texts)
	if err != nil {
		return err
	}
	for _, a := range annotated {
		n := slices.Index(articles, a.InputText())
		if n < 0 {
			return fmt.Errorf("%s is none of the %d texts of %s", a.ID, len(articles), texts)
		}
		if err := gold.WriteStandoff(w, a, n); err != nil {
			return err
		}
	}
	return nil
}

// apart is the articles of a file of texts, which form feeds part. Each ends in one
// line break and begins with none.
func apart(texts string) ([]string, error) {
	all, err := unpacked(texts)
	if err != nil {
		return nil, err
	}
	articles := strings.Split(string(all), "\f")
	for i, a := range articles {
		articles[i] = strings.Trim(a, "\n") + "\n"
	}
	return articles, nil
}

// unpacked is a file, unpacked by xz where its name says so.
func unpacked(file string) ([]byte, error) {
	if !strings.HasSuffix(file, ".xz") {
		return os.ReadFile(file)
	}
	xz := exec.Command("xz", "-dc", file)
	var failed bytes.Buffer
	xz.Stderr = &failed
	all, err := xz.Output()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be unpacked by xz: %w: %s", file, err, bytes.TrimSpace(failed.Bytes()))
	}
	return all, nil
}
