package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// codePoints is how many code points Unicode has.
const codePoints = 0x110000

// data is the folder of the Unicode files.
type data string

// line is one line of a data file: the code points it speaks of, both ends
// included, and its fields, white space trimmed, the first with the code points.
type line struct {
	first, last rune
	fields      []string
	missing     bool // an @missing line: a default for what no other line lists
}

// each calls do for every line of a file that holds data.
func (d data) each(name string, do func(line) error) error {
	file, err := os.Open(filepath.Join(string(d), name+".txt.gz"))
	if err != nil {
		return err
	}
	defer file.Close()
	text, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	lines := bufio.NewScanner(text)
	for number := 1; lines.Scan(); number++ {
		l, ok, err := parse(lines.Text())
		if err == nil && ok {
			err = do(l)
		}
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", name, number, err)
		}
	}
	return lines.Err()
}

// parse reads one line; ok is false for comments and empty lines.
func parse(text string) (l line, ok bool, err error) {
	text, l.missing = strings.CutPrefix(text, "# @missing:")
	text, _, _ = strings.Cut(text, "#")
	if strings.TrimSpace(text) == "" {
		return line{}, false, nil
	}
	l.fields = strings.Split(text, ";")
	for i, f := range l.fields {
		l.fields[i] = strings.TrimSpace(f)
	}
	first, last, isRange := strings.Cut(l.fields[0], "..")
	if !isRange {
		last = first
	}
	if l.first, err = codePoint(first); err == nil {
		l.last, err = codePoint(last)
	}
	return l, true, err
}

func codePoint(hex string) (rune, error) {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err == nil && n >= codePoints {
		err = fmt.Errorf("%s is no code point", hex)
	}
	return rune(n), err
}

// characters calls do for every line of UnicodeData.txt, with the pairs of
// <..., First> and <..., Last> lines joined.
func (d data) characters(do func(line) error) error {
	var first rune
	return d.each("UnicodeData", func(l line) error {
		switch name := l.fields[1]; {
		case strings.HasSuffix(name, ", First>"):
			first = l.first
			return nil
		case strings.HasSuffix(name, ", Last>"):
			l.first = first
		}
		return do(l)
	})
}
