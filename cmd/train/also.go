package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
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
	all, err := unpacked(texts)
	if err != nil {
		return nil, err
	}
	articles := strings.Split(string(all), "\f")
	return gold.Standoff(f, func(n int) (string, error) {
		if n < 0 || n >= len(articles) {
			return "", fmt.Errorf("%s has no text %d, it has %d", texts, n, len(articles))
		}
		return strings.Trim(articles[n], "\n") + "\n", nil
	})
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
