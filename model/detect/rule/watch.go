package rule

import (
	"cmp"
	"fmt"
	"slices"
)

// ID names a row.
type ID struct{ Table, Row string }

// String is the table and the row with a stroke between.
func (id ID) String() string { return id.Table + "/" + id.Row }

// Firing is a row that held, on the tokens from..to, half-open.
type Firing struct {
	ID
	From, To int
	Gave     string
}

// Watch sees the rows fire that are asked with it. The zero value switches none off.
type Watch struct {
	Off   ID // never holds
	fired map[Firing]bool
}

// fire records that a row holds, and reports whether it may decide.
func (w *Watch) fire(id ID, at [2]int, gives any) bool {
	if id == w.Off {
		return false
	}
	if w.fired == nil {
		w.fired = map[Firing]bool{}
	}
	w.fired[Firing{id, at[0], at[1], fmt.Sprint(gives)}] = true
	return true
}

// Fired is what fired, each once, in the order of the text.
func (w *Watch) Fired() []Firing {
	all := make([]Firing, 0, len(w.fired))
	for f := range w.fired {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b Firing) int {
		return cmp.Or(a.From-b.From, a.To-b.To, cmp.Compare(a.Table, b.Table), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Gave, b.Gave))
	})
	return all
}
