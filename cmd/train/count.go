package main

import (
	"fmt"
	"io"
	"os"

	"rawi/model/detect/corpus/counts"
)

// thresholds is what else the corpus facts could be cut off at: occurrences of
// words, and of names.
var thresholds = [][2]int{{5, 2}, {5, 3}, {5, 5}, {8, 3}, {12, 3}, {20, 3}}

// count makes the corpus facts, and prints what they would take with other
// thresholds.
func (o *options) count(w io.Writer) error {
	if o.out == "" {
		return fmt.Errorf("say with -o where the corpus facts go")
	}
	c, err := counts.Read(o.corpus)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "words from  names from    words    names      bytes")
	for _, t := range thresholds {
		data, err := c.File(t[0], t[1])
		if err != nil {
			return err
		}
		words, names := c.Facts(t[0], t[1])
		fmt.Fprintf(w, "%10d  %10d  %7d  %7d  %9d\n", t[0], t[1], len(words), len(names), len(data))
	}
	data, err := c.File(counts.FromWords, counts.FromNames)
	if err != nil {
		return err
	}
	return os.WriteFile(o.out, data, 0o666)
}
