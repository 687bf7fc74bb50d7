package model

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"
)

func ids(as []Annotation) []string {
	var ids []string
	for _, a := range as {
		ids = append(ids, a.ID)
	}
	return ids
}

// undo and redo do what a Reading does.
func undo(l *Log, id string) bool { return revoke(l, id, l.Undoable("")) }
func redo(l *Log, id string) bool { return revoke(l, id, l.Redoable("")) }

func revoke(l *Log, id, target string) bool {
	if target != "" {
		log(l, Annotation{ID: id, Deed: Revoke, Target: target})
	}
	return target != ""
}

// log appends a decision that is made now.
func log(l *Log, a Annotation) {
	a.Time = l.next(time.Time{})
	l.Append(a)
}

// Undo takes back the newest decision first, redo brings back what was undone
// last, and a new decision ends redoing.
func TestUndoRedo(t *testing.T) {
	tests := []struct {
		keys  string // letters decide, < undoes, > redoes
		stand string
	}{
		{"", ""},
		{"ab", "ab"},
		{"ab<", "a"},
		{"ab<<", ""},
		{"ab<<<", ""},
		{"ab<<>", "a"},
		{"ab<<>>", "ab"},
		{"ab<<>>>", "ab"},
		{"ab<c", "ac"},
		{"ab<c>", "ac"},
		{"ab<><", "a"},
		{"ab<><>", "ab"},
		{"abc<<d<>", "ad"},
	}
	for _, test := range tests {
		var l Log
		for i, k := range test.keys {
			id := fmt.Sprint(i)
			switch k {
			case '<':
				undo(&l, id)
			case '>':
				redo(&l, id)
			default:
				log(&l, Annotation{ID: string(k)})
			}
		}
		got := ""
		for _, id := range ids(l.Standing()) {
			got += id
		}
		if got != test.stand {
			t.Errorf("after %q stand %q, want %q", test.keys, got, test.stand)
		}
	}
}

// Whatever was done, undoing to the start leaves nothing standing, and redoing
// as often brings the same back; a log read again from its entries is the same.
func TestUndoToTheStart(t *testing.T) {
	for seed := range int64(300) {
		random := rand.New(rand.NewSource(seed))
		var l Log
		for i := range random.Intn(40) {
			switch id := fmt.Sprint(i); random.Intn(4) {
			case 0:
				undo(&l, id)
			case 1:
				redo(&l, id)
			default:
				log(&l, Annotation{ID: id})
			}
		}
		before := ids(l.Standing())
		n := 0
		for ; undo(&l, fmt.Sprint("u", n)); n++ {
		}
		if left := l.Standing(); len(left) != 0 {
			t.Fatalf("seed %d: %v stand after undoing all", seed, ids(left))
		}
		for i := range n {
			redo(&l, fmt.Sprint("r", i))
		}
		if after := ids(l.Standing()); !slices.Equal(before, after) {
			t.Fatalf("seed %d: %v before, %v after undoing and redoing all", seed, before, after)
		}
		var again Log
		again.Append(l.All()...)
		again.Append(l.All()...)
		if !slices.Equal(ids(again.Standing()), ids(l.Standing())) || again.Len() != l.Len() {
			t.Fatalf("seed %d: the log differs when it is read again", seed)
		}
	}
}
