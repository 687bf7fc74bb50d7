package main

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"strconv"
	"strings"
)

// slack is how far a guarded measure may fall.
const slack = 0.01

// guardHeader tells whoever opens the file what it is.
const guardHeader = "# What cmd/train -folds measured: group, measure, figure. No figure may fall by more than 0.01.\n# Written by: go run ./cmd/train -folds -guard FILE -update\n"

// guard holds figures to those of a file. Each that fell is an error, and each
// that the file has and the table has not.
func guard(file string, columns []column) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	now := guarded(columns)
	var fallen []error
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		name, figure, ok := cutLast(line, "\t")
		was, err := strconv.ParseFloat(figure, 64)
		if !ok || err != nil {
			return fmt.Errorf("%s:%d: %q is not a group, a measure and a figure with tabs between", file, n, line)
		}
		is, measured := now[name]
		delete(now, name)
		switch what := strings.ReplaceAll(name, "\t", ": "); {
		case !measured:
			fallen = append(fallen, fmt.Errorf("%s is not measured any more", what))
		case is < was-slack:
			fallen = append(fallen, fmt.Errorf("%s fell from %.3f to %.3f", what, was, is))
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if len(now) > 0 {
		fallen = append(fallen, fmt.Errorf("%s lacks %d of the measures: write it anew with -update", file, len(now)))
	}
	return errors.Join(fallen...)
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// guarded is the figures that are guarded by "group\tmeasure".
func guarded(columns []column) map[string]float64 {
	return maps.Collect(figuresOf(columns))
}

// figuresOf yields the figures that are guarded, in the table's order; the last
// column is that of all groups.
func figuresOf(columns []column) iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for i, c := range columns {
			for _, r := range rows {
				if r.few && i+1 < len(columns) {
					continue
				}
				if !yield(c.name+"\t"+r.Measure.String(), c.best().Value(r.Measure)) {
					return
				}
			}
		}
	}
}

// update writes the figures to a file.
func update(file string, columns []column) error {
	var b strings.Builder
	b.WriteString(guardHeader)
	for name, figure := range figuresOf(columns) {
		fmt.Fprintf(&b, "%s\t%.4f\n", name, figure)
	}
	return os.WriteFile(file, []byte(b.String()), 0o666)
}
