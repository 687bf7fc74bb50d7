//go:build unix

package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestTrace: the whole program says which rows fired where, in text order, and counts
// in code points.
func TestTrace(t *testing.T) {
	text := "🙂 قال سامي رزق إن السوق هادئة، مضيفا: «لن نغلق المحال».\nلم تذكر الشرطة سببا."
	s := spiteful{data: t.TempDir(), dir: t.TempDir()}
	article := file(t, "a.txt", text)
	out, errs := s.run(t, nil, "extract", "--trace", article)
	if errs != "" {
		t.Fatal(errs)
	}
	var rows []string
	last := 0
	for line := range strings.Lines(out) {
		var from, to int
		if _, err := fmt.Sscanf(line, "%d-%d", &from, &to); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if words := string([]rune(text)[from:to]); from < last || !strings.HasSuffix(strings.TrimSpace(line), words) {
			t.Errorf("%q stands out of order, or where %q does", line, words)
		}
		last = from
		rows = append(rows, strings.Fields(line)[1])
	}
	for _, want := range []string{"cue/verb", "cue/denied", "kind/governed", "end/participle", "report/that"} {
		if !slices.Contains(rows, want) {
			t.Errorf("%s did not fire:\n%s", want, out)
		}
	}
	if _, errs := s.run(t, nil, "extract", "--trace", "--explain", article); !strings.Contains(errs, "trace") {
		t.Errorf("--trace and --explain together: %q", errs)
	}
}

// TestTraceIsHarmless: no control of an article is printed.
func TestTraceIsHarmless(t *testing.T) {
	s := spiteful{data: t.TempDir(), dir: t.TempDir()}
	s.run(t, nil, "extract", "--trace", file(t, "a.txt", "قال «"+fair+"» سامي رزق إن "+fair+" انتهى."))
}
