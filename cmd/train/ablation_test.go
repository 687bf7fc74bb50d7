package main

import (
	"bytes"
	"strings"
	"testing"

	"rawi/model/detect"
	"rawi/model/detect/rule"
)

// TestWithoutRows: the table has every row whose name begins so, and a row that decides
// much loses much.
func TestWithoutRows(t *testing.T) {
	var out bytes.Buffer
	if err := withoutRows(&out, own(t), make([]weights, len(groups)), "cue/"); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	var names []string
	for _, id := range detect.Rows() {
		if id.Table == "cue" {
			names = append(names, id.String())
		}
	}
	if len(lines) != 1+len(names) {
		t.Fatalf("%d lines of %d rows:\n%s", len(lines), len(names), &out)
	}
	for i, name := range names {
		if !strings.HasPrefix(strings.TrimSpace(lines[1+i]), name) {
			t.Errorf("line %d is not of %s: %q", 1+i, name, lines[1+i])
		}
	}
	last := strings.Fields(lines[len(names)]) // cue/verb, articles, kind, indirect
	if last[0] != "cue/verb" || len(last[3]) < len("100.0") {
		t.Errorf("without verbs of saying little is lost: %v", last)
	}
}

// TestKeptSteps: what is kept of an analysis without a row is as if all were done again.
func TestKeptSteps(t *testing.T) {
	for _, a := range own(t) {
		x := detect.Analyse(a.Article, &detect.Models{})
		for _, off := range detect.Rows() {
			whole := detect.Watch(a.Article, &detect.Models{}, &rule.Watch{Off: off})
			if got, want := x.Without(off, &detect.Models{}).Findings(), whole.Findings(); len(got.Quotes) != len(want.Quotes) || len(got.Parties) != len(want.Parties) {
				t.Errorf("without %s there are %d quotations and %d parties, want %d and %d", off, len(got.Quotes), len(got.Parties), len(want.Quotes), len(want.Parties))
			}
		}
	}
}
