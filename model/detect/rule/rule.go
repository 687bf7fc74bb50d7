// Package rule is the form in which the steps of detection write rules: tables of rows
// of which the first that holds of a place decides. Each row has an example that a test
// runs. A [Watch] is told which rows fired and may switch one off.
package rule

// Row is one rule.
type Row[X, G any] struct {
	ID, Example string // the ID names it in its table
	When        func(X) bool
	Gives       G
}

// Table is rows in the order in which they are asked.
type Table[X, G any] struct {
	Name string // no other table has it
	Rows []Row[X, G]
}

// First is the number of the first row that holds of x, which stands on the tokens
// from..to; -1 for none. Nobody watches where w is nil. An x with a method Place knows
// better, once a row holds, which tokens it concerns.
func (t *Table[X, G]) First(w *Watch, x X, from, to int) int {
	for n := range t.Rows {
		if r := &t.Rows[n]; r.When(x) && (w == nil || w.fire(ID{t.Name, r.ID}, placeOf(x, from, to), r.Gives)) {
			return n
		}
	}
	return -1
}

// placeOf is the tokens that x concerns, else from..to.
func placeOf(x any, from, to int) [2]int {
	if p, ok := x.(interface{ Place() (from, to int) }); ok {
		from, to = p.Place()
	}
	return [2]int{from, to}
}

// Names are the rows' names.
func (t *Table[X, G]) Names() []ID {
	names := make([]ID, len(t.Rows))
	for n := range t.Rows {
		names[n] = ID{t.Name, t.Rows[n].ID}
	}
	return names
}
