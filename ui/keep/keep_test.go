package keep

import (
	"errors"
	"strings"
	"testing"

	"rawi/model"
)

var errFull = errors.New("the disk is full")

func decision(id string) model.Annotation { return model.Annotation{ID: id} }

func ids(as []model.Annotation) string {
	var all []string
	for _, a := range as {
		all = append(all, a.ID)
	}
	return strings.Join(all, " ")
}

// TestKeeper plays what may happen, one event after the other, and compares the
// effect returned and what is still unsaved.
func TestKeeper(t *testing.T) {
	add := func(id string) func(*Keeper) Effect {
		return func(k *Keeper) Effect { return k.Add(decision(id)) }
	}
	saved := func(err error) func(*Keeper) Effect {
		return func(k *Keeper) Effect { return k.Saved(err) }
	}
	retry, quit := (*Keeper).Retry, (*Keeper).Quit
	stay := func(k *Keeper) Effect { k.Stay(); return Effect{} }

	type event struct {
		what    string
		do      func(*Keeper) Effect
		effect  string // "" for nothing
		unsaved string
	}
	tests := map[string][]event{
		"one after the other": {
			{"a", add("a"), "save a", "a"}, {"saved", saved(nil), "", ""}, {"b", add("b"), "save b", "b"}, {"saved", saved(nil), "", ""},
		},
		"what comes during a write waits for it, and is unsaved until its own": {
			{"a", add("a"), "save a", "a"}, {"b", add("b"), "", "a b"}, {"c", add("c"), "", "a b c"},
			{"saved", saved(nil), "save b c", "b c"}, {"saved", saved(nil), "", ""},
		},
		"a failed write is tried again with what came since": {
			{"a", add("a"), "save a", "a"}, {"failed", saved(errFull), "retry", "a"}, {"retry", retry, "save a", "a"},
			{"b", add("b"), "", "a b"}, {"failed", saved(errFull), "retry", "a b"}, {"retry", retry, "save a b", "a b"}, {"saved", saved(nil), "", ""},
		},
		"one retry at a time": {
			{"a", add("a"), "save a", "a"}, {"failed", saved(errFull), "retry", "a"}, {"b", add("b"), "save a b", "a b"},
			{"failed", saved(errFull), "", "a b"}, {"retry", retry, "save a b", "a b"}, {"saved", saved(nil), "", ""},
		},
		"a retry after all was saved": {
			{"a", add("a"), "save a", "a"}, {"failed", saved(errFull), "retry", "a"}, {"b", add("b"), "save a b", "a b"},
			{"saved", saved(nil), "", ""}, {"retry", retry, "", ""}, {"c", add("c"), "save c", "c"},
			{"failed", saved(errFull), "retry", "c"},
		},
		"quitting with nothing unsaved": {{"quit", quit, "quit", ""}},
		"quitting waits for the write": {
			{"a", add("a"), "save a", "a"}, {"quit", quit, "", "a"}, {"saved", saved(nil), "quit", ""},
		},
		"quitting waits for all writes": {
			{"a", add("a"), "save a", "a"}, {"b", add("b"), "", "a b"}, {"quit", quit, "", "a b"},
			{"saved", saved(nil), "save b", "b"}, {"saved", saved(nil), "quit", ""},
		},
		"the second time quits at once": {
			{"a", add("a"), "save a", "a"}, {"quit", quit, "", "a"}, {"quit", quit, "quit", "a"},
		},
		"quitting tries again what failed": {
			{"a", add("a"), "save a", "a"}, {"failed", saved(errFull), "retry", "a"}, {"quit", quit, "save a", "a"},
			{"failed", saved(errFull), "", "a"}, {"retry", retry, "save a", "a"}, {"saved", saved(nil), "quit", ""},
		},
		"who stays must ask twice again": {
			{"a", add("a"), "save a", "a"}, {"failed", saved(errFull), "retry", "a"}, {"quit", quit, "save a", "a"},
			{"failed", saved(errFull), "", "a"}, {"stay", stay, "", "a"}, {"quit", quit, "save a", "a"}, {"quit", quit, "quit", "a"},
		},
		"who stays is not sent away by a late write": {
			{"a", add("a"), "save a", "a"}, {"quit", quit, "", "a"}, {"stay", stay, "", "a"}, {"saved", saved(nil), "", ""},
		},
	}
	for name, events := range tests {
		var k Keeper
		for i, e := range events {
			s := e.do(&k)
			if got := said(s); got != e.effect || ids(k.Unsaved()) != e.unsaved {
				t.Errorf("%s: event %d (%s): effect %q, unsaved %q; want %q, %q", name, i, e.what, got, ids(k.Unsaved()), e.effect, e.unsaved)
			}
		}
	}
}

// said is an effect in words.
func said(s Effect) string {
	var words []string
	if len(s.Save) > 0 {
		words = append(words, "save "+ids(s.Save))
	}
	if s.Retry > 0 {
		words = append(words, "retry")
	}
	if s.Quit {
		words = append(words, "quit")
	}
	return strings.Join(words, ", ")
}

// The reason for a failure is there until a write has succeeded.
func TestFailed(t *testing.T) {
	var k Keeper
	k.Add(decision("a"))
	k.Saved(errFull)
	if k.Retry(); k.Failed() != errFull {
		t.Errorf("during the retry: %v", k.Failed())
	}
	if k.Saved(nil); k.Failed() != nil {
		t.Errorf("after it succeeded: %v", k.Failed())
	}
}

// A batch that is being written is not the keeper's slice: what is added
// meanwhile must not change it.
func TestBatchIsACopy(t *testing.T) {
	var k Keeper
	batch := k.Add(decision("a"), decision("b")).Save
	k.Add(decision("c"))
	k.Saved(nil)
	if ids(batch) != "a b" {
		t.Errorf("the batch became %q", ids(batch))
	}
}

func TestPlace(t *testing.T) {
	p := At(5)
	if p.Moved(5) != 0 {
		t.Error("a place that is kept is to be kept again")
	}
	if p.Moved(9) != PlaceDelay || p.Moved(12) != 0 {
		t.Error("scrolling on is not kept once, after the delay")
	}
	p.Keep(12)
	if p.Moved(12) != 0 || p.Moved(13) != PlaceDelay {
		t.Error("after the place was kept, the next one is not waited for")
	}
}
