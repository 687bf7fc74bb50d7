package main

import (
	"bytes"
	"os"
	"testing"
)

func TestTablesAreFresh(t *testing.T) {
	want, err := tables("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("tables.go is stale: run go generate ./bidi/internal/linebreak")
	}
}

// TestMinimized: joining states changes no break.
func TestMinimized(t *testing.T) {
	// The states of a text of a and b that remember whether a b came before:
	// states 1 and 2 are alike, 3 is not.
	m := machine{
		{{1, allowed}, {3, prohibited}},
		{{2, allowed}, {3, prohibited}},
		{{1, allowed}, {3, prohibited}},
		{{3, mandatory}, {3, prohibited}},
	}
	small := m.minimized()
	if len(small) != 2 {
		t.Fatalf("%d states, not 2", len(small))
	}
	state, wantState := 0, 0
	for _, c := range []int{0, 0, 0, 1, 0, 1, 1, 0} {
		got, want := small[state][c], m[wantState][c]
		if got.brk != want.brk {
			t.Errorf("break %d, want %d", got.brk, want.brk)
		}
		state, wantState = got.next, want.next
	}
}
