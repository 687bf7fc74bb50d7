package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// codePoints is how many code points Unicode has.
const codePoints = 0x110000

// readCharacters is what the rules ask of every code point.
func readCharacters(folder string) ([]class, error) {
	characters := make([]class, codePoints)
	for r := range characters {
		characters[r].lineBreak = "AL" // LB1: unlisted code points are XX
	}
	err := eachRange(filepath.Join(folder, "LineBreak.txt.gz"), func(r rune, value, category string) {
		c := class{lineBreak: resolve(value, category), dotted: r == 0x25CC}
		if c.lineBreak == "QU" && (category == "Pi" || category == "Pf") {
			c.quote = category
		}
		characters[r] = c
	})
	if err != nil {
		return nil, err
	}
	return characters, eachRange(filepath.Join(folder, "Widths.txt"), func(r rune, value, _ string) {
		switch value {
		case "F", "W", "H":
			characters[r].wide = true
		default:
			characters[r].reserved = true
		}
	})
}

// resolve is LB1.
func resolve(value, category string) string {
	switch value {
	case "AI", "SG", "XX":
		return "AL"
	case "SA":
		if category == "Mn" || category == "Mc" {
			return "CM"
		}
		return "AL"
	case "CJ":
		return "NS"
	}
	return value
}

// eachRange calls do for every code point of a file in the format of the
// Unicode Character Database, with its value and, from the comment, its
// category.
func eachRange(name string, do func(r rune, value, category string)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var text io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if text, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	lines := bufio.NewScanner(text)
	for number := 1; lines.Scan(); number++ {
		data, comment, _ := strings.Cut(lines.Text(), "#")
		codes, value, ok := strings.Cut(data, ";")
		if !ok {
			continue
		}
		first, last, err := codeRange(strings.TrimSpace(codes))
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", name, number, err)
		}
		category, _, _ := strings.Cut(strings.TrimSpace(comment), " ")
		for r := first; r <= last; r++ {
			do(r, strings.TrimSpace(value), category)
		}
	}
	return lines.Err()
}

func codeRange(codes string) (first, last rune, err error) {
	from, to, isRange := strings.Cut(codes, "..")
	if !isRange {
		to = from
	}
	a, err := strconv.ParseUint(from, 16, 32)
	if err != nil {
		return 0, 0, err
	}
	b, err := strconv.ParseUint(to, 16, 32)
	if err == nil && (b < a || b >= codePoints) {
		err = fmt.Errorf("%s is no range of code points", codes)
	}
	return rune(a), rune(b), err
}
