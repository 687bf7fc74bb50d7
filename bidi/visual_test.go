package bidi

import (
	"strings"
	"testing"
)

// Capitals stand for Arabic letters, ^ for a fatha, ~ for a shadda, | for ZWNJ.
var visualSigns = strings.NewReplacer("^", "\u064E", "~", "\u0651", "|", "\u200C")

func TestAppendVisual(t *testing.T) {
	tests := []struct {
		name, text string
		direction  Direction
		visual     string
	}{
		{"nothing", "", Auto, ""},
		{"arabic alone", "ABC", Auto, "CBA"},
		{"latin alone", "abc", Auto, "abc"},
		{"long enough to be read by words", "a long line, of 43 characters (all short)!", Auto,
			"a long line, of 43 characters (all short)!"},
		{"latin and a number inside", "ABC def 12 GHI", Auto, "IHG def 12 CBA"},
		{"brackets are mirrored", "A (B) [C] <D", Auto, "D> [C] (B) A"},
		{"brackets in latin are not", "A (bc) D", LeftToRight, "A (bc) D"},
		{"a mark", "AB^C", Auto, "CB^A"},
		{"two marks keep their order", "AB~^C", Auto, "CB~^A"},
		{"a mark at the end", "AB^", Auto, "B^A"},
		{"a mark on a bracket", "A(^B", Auto, "B)^A"},
		{"marks without a base", "^~A", RightToLeft, "A^~"},
		{"a removed character before a mark", "AB|^C", Auto, "CB|^A"},
		{"a removed character behind a mark", "AB^|C", Auto, "C|B^A"},
		{"a removed character between marks", "AB~|^|C", Auto, "C|B~|^A"},
		{"only a removed character and a mark", "|^", RightToLeft, "|^"},
		{"a mark on a number", "A 1^2", Auto, "1^2 A"},
		{"the blank at the end of a line", "abc ", RightToLeft, " abc"},
		{"a mark on a tab in an embedding", "A\u202E\t\u202C^B", Auto, "B\t\u202C^\u202EA"},
		{"a tab", "abc\tdef ", RightToLeft, " def\tabc"},
	}
	var p Paragraph
	for _, test := range tests {
		text := visualSigns.Replace(capitals(test.text))
		p.Set(text, test.direction)
		want := visualSigns.Replace(capitals(test.visual))
		if got := string(p.AppendVisual(nil, 0, len(text))); got != want {
			t.Errorf("%s: %+q, want %+q", test.name, got, want)
		}
	}
}

// A mark that a line begins with stays where L2 puts it; so do lines of broken
// bytes, each a U+FFFD.
func TestAppendVisualOfLines(t *testing.T) {
	text := "\u0628\u064E\u0627 \xD8\u0628\xE2\x80"
	var p Paragraph
	p.Set(text, Auto)
	for _, test := range []struct {
		start, end int
		visual     string
	}{
		{0, 6, "\u0627\u0628\u064E"},
		{2, 6, "\u0627\u064E"},
		{7, len(text), "\uFFFD\uFFFD\u0628\uFFFD"},
		{4, 4, ""},
	} {
		if got := string(p.AppendVisual([]rune("x"), test.start, test.end)); got != "x"+test.visual {
			t.Errorf("%d to %d: %+q, want %+q", test.start, test.end, got, "x"+test.visual)
		}
	}
}

// TestManyRuns has lines with more runs than AppendVisual keeps room for.
func TestManyRuns(t *testing.T) {
	text := strings.Repeat("a\u0628", 100)
	var p Paragraph
	p.Set(text, RightToLeft)
	if got, want := string(p.AppendVisual(nil, 0, len(text))), strings.Repeat("\u0628a", 100); got != want {
		t.Errorf("%+q", got)
	}
	if got := len(p.Runs()); got != 200 {
		t.Errorf("%d runs, want 200", got)
	}
}
