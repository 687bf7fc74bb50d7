package rule_test

import (
	"slices"
	"testing"

	"rawi/model/detect/rule"
)

var sizes = rule.Table[int, string]{Name: "size", Rows: []rule.Row[int, string]{
	{ID: "odd", When: func(n int) bool { return n%2 == 1 }, Gives: "odd"},
	{ID: "big", When: func(n int) bool { return n > 9 }, Gives: "big"},
	{ID: "any", When: func(int) bool { return true }, Gives: "small"},
}}

// TestFirst: the first row that holds decides; one that is switched off does not.
func TestFirst(t *testing.T) {
	tests := []struct {
		off  string
		n    int
		want int
	}{
		{"", 11, 0}, {"", 12, 1}, {"", 2, 2}, {"odd", 11, 1}, {"odd", 1, 2}, {"any", 2, -1},
	}
	for _, tt := range tests {
		w := rule.Watch{Off: rule.ID{Table: "size", Row: tt.off}}
		if got := sizes.First(&w, tt.n, 0, 1); got != tt.want {
			t.Errorf("of %d without %q row %d is the first, want %d", tt.n, tt.off, got, tt.want)
		}
		if tt.off == "" && sizes.First(nil, tt.n, 0, 1) != tt.want {
			t.Errorf("of %d another row is the first when nobody watches", tt.n)
		}
	}
}

// TestFired: what fired is told once, in the order of the text.
func TestFired(t *testing.T) {
	var w rule.Watch
	for _, at := range []int{7, 3, 7} {
		sizes.First(&w, at, at, at+1)
	}
	sizes.First(&w, 12, 3, 5)
	want := []rule.Firing{
		{ID: rule.ID{Table: "size", Row: "odd"}, From: 3, To: 4, Gave: "odd"},
		{ID: rule.ID{Table: "size", Row: "big"}, From: 3, To: 5, Gave: "big"},
		{ID: rule.ID{Table: "size", Row: "odd"}, From: 7, To: 8, Gave: "odd"},
	}
	if got := w.Fired(); !slices.Equal(got, want) {
		t.Errorf("fired: %v", got)
	}
}

// TestUnwatched: rows cost no memory when nobody watches.
func TestUnwatched(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { sizes.First(nil, 11, 0, 1) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
