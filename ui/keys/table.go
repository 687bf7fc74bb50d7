// Package keys is the one table of what a reader can do: by which keys and under
// which names, where that holds, what must be there first, and what is done. Keys,
// command line, help, key line and the queue of early input all read it.
//
// The rows are in package ui, in keyboard.go. The table is generic over M, the program
// that they change, so that it knows nothing of that program.
package keys

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
)

// Row is one thing that can be done. Exactly one of Do and DoWith is given.
type Row[M any] struct {
	Keys    string                     // their names on a US keyboard as in [tea.Key.Keystroke], blanks between; "1-9" is nine keys; "" for a command only
	Habits  string                     // further keys, which users of less and vim press: they work, but no list shows them
	Names   [l10n.LanguageCount]string // on the command line, by [l10n.Language]; no other row has them
	Help    l10n.Word
	Where   Contexts
	Needs   Need
	Steady  bool // it goes through the text step by step: no jump, to come back from
	Decides bool // it changes what is decided: refused while the article is locked
	Answers Question
	Do      func(M) tea.Cmd
	DoWith  func(M, string) tea.Cmd // with the digit pressed, or what was typed after the name; "" for neither
}

// Context is where keys have their meaning: the pane that has the focus, or what
// is going on in it.
type Context uint8

const (
	Anywhere     Context = iota // in every context that has no row of its own for the key
	InArticle                   // the article has the focus
	InQuotations                // the list of quotations has it
	InParties                   // the list of parties has it
	InWords                     // words are being marked
	ContextCount
)

// Contexts is a set of contexts. The zero value is [Anywhere] alone.
type Contexts uint8

// In is the set of some contexts.
func In(contexts ...Context) (all Contexts) {
	for _, c := range contexts {
		all |= 1 << c
	}
	return all
}

// Has reports whether a context is in the set.
func (all Contexts) Has(c Context) bool {
	return all&(1<<c) != 0 || all == 0 && c == Anywhere
}

// Need is what must be there before something can be done, and what it does to
// the keys after it.
type Need uint8

const (
	AtOnce     Need = iota // nothing
	Leaving                // nothing, and it waits behind no other key: it leaves the screen
	Typing                 // nothing; the keys after it are typed into a line
	Scrolling              // nothing in the article; in a list, what is listed
	Lists                  // quotations and parties, with what was decided on them
	ListTyping             // the same; the keys after it are typed into a line
)

// Types reports whether the keys after it are text.
func (n Need) Types() bool { return n == Typing || n == ListTyping }

// Waits reports whether quotations and parties must be there.
func (n Need) Waits() bool { return n >= Scrolling }

// Question is what the status line may ask. Any key but the answer takes the
// question back.
type Question uint8

const (
	NoQuestion Question = iota
	QuitUnsaved
	SameParty
)

// ID is the English name, by which the program refers to a row.
func (r *Row[M]) ID() string { return r.Names[l10n.English] }

// Pressed is the keys one by one.
func (r *Row[M]) Pressed() []string {
	return strings.Fields(strings.ReplaceAll(r.Keys, digitRange, digits) + " " + r.Habits)
}

// Shown is the keys as the help names them: each, and beside it the letter that
// the Arabic layout has on it.
func (r *Row[M]) Shown() (names []string) {
	for _, name := range strings.Fields(r.Keys) {
		names = append(names, name)
		if twin, ok := arabicTwin(name); ok {
			names = append(names, twin)
		}
	}
	return names
}

// Run does it.
func (r *Row[M]) Run(m M, argument string) tea.Cmd {
	if r.DoWith != nil {
		return r.DoWith(m, argument)
	}
	return r.Do(m)
}

// Leaves reports whether the key leaves the screen whatever is open on it: it is
// no text, so nobody can have meant to type it.
func (r *Row[M]) Leaves(k tea.Key) bool { return r.Needs == Leaving && k.Text == "" }

// Table finds rows by key and by name.
type Table[M any] struct {
	Rows    []Row[M] // in the order of the help
	bound   [ContextCount]map[string]*Row[M]
	unknown func(M, tea.Key) tea.Cmd
}

// New is the table of some rows. A key that none of them has does what unknown
// does.
func New[M any](rows []Row[M], unknown func(M, tea.Key) tea.Cmd) *Table[M] {
	t := &Table[M]{Rows: rows, unknown: unknown}
	for c := range t.bound {
		t.bound[c] = make(map[string]*Row[M])
	}
	for i := range rows {
		for _, key := range rows[i].Pressed() {
			t.bind(key, &rows[i])
		}
	}
	return t
}

func (t *Table[M]) bind(key string, row *Row[M]) {
	for c := range ContextCount {
		if row.Where.Has(c) {
			t.bound[c][key] = row
		}
	}
}

// Elsewhere is a row that a key has in another context than those in which it has
// none, and that context; nil for none.
func (t *Table[M]) Elsewhere(k tea.Key) (row *Row[M], in Context) {
	for _, name := range meanings(k) {
		for c := Anywhere; c < ContextCount; c++ {
			if row := t.bound[c][name]; row != nil {
				return row, c
			}
		}
	}
	return nil, Anywhere
}

// Find is the row of a key in a context, or else anywhere, and the key's name
// there. The row is never nil.
func (t *Table[M]) Find(k tea.Key, in Context) (row *Row[M], name string) {
	for _, name := range meanings(k) {
		for _, c := range [...]Context{in, Anywhere} {
			if row := t.bound[c][name]; row != nil {
				return row, name
			}
		}
	}
	return &Row[M]{Do: func(m M) tea.Cmd { return t.unknown(m, k) }}, ""
}

// Named is the row of a name in either language, nil for none.
func (t *Table[M]) Named(name string) *Row[M] {
	i := slices.IndexFunc(t.Rows, func(r Row[M]) bool { return slices.Contains(r.Names[:], name) })
	if i < 0 {
		return nil
	}
	return &t.Rows[i]
}
