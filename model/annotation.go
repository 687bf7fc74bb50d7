package model

import (
	"cmp"
	"time"
)

// Annotation is one decision by one reader. It never changes: a decision is
// undone by another one. Which of the fields from Anchor on are used, the table of
// deeds says; the others are zero. Annotations that are == say the same.
type Annotation struct {
	ID       string    // unique among all readers
	Format   string    // the version of its form: see [Format]; "" for one of before there were any
	Time     time.Time // no two of one reader's decisions have the same
	Author   string
	Article  string // ID of the article; "" for what holds in the whole library
	Group    string // shared by decisions that were made, and are undone, as one; "" for one alone
	Deed     Deed
	Capacity Capacity // in which the author decided

	Anchor    Anchor    // the words decided on
	To        Anchor    // the other words: new ends, the second half, the next quotation
	Party     PartyID   // who
	Name      string    // that party's name, so that the decision stands alone; or its new name
	PartyKind PartyKind // what the party is
	Kind      QuoteKind // what the words are
	Certainty Certainty
	Text      string // a note, a role, an alias, a former name
	Target    string // what is revoked; of a merger, the party that remains

	unknown string // what only a newer rawi understands of it: see unknown.go; else ""
}

// unit is what undo revokes with the annotation: its group or itself.
func (a *Annotation) unit() string {
	if a.Group != "" {
		return a.Group
	}
	return a.ID
}

// Compare is the order of every log, -1 if a comes before b: by time, and the
// same everywhere for two of one instant.
func (a Annotation) Compare(b Annotation) int {
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID))
}

// Capacity is in which an author decides.
type Capacity uint8

const (
	Annotator   Capacity = iota
	Adjudicator          // settles what annotators differ on
)

var capacities = [...]string{"", "adjudicator"}

// String is the capacity's name in files, "" for an annotator.
func (c Capacity) String() string { return capacities[c] }

// ParseCapacity is the inverse of [Capacity.String].
func ParseCapacity(name string) (Capacity, bool) { return parse[Capacity](capacities[:], name) }

// Certainty says how sure a reader is of a decision.
type Certainty uint8

const (
	NoCertainty Certainty = iota // the reader does not say
	Sure
	Likely
	Unsure
)

var certainties = [...]string{"", "sure", "likely", "unsure"}

// String is the certainty's name in files, "" for none.
func (c Certainty) String() string { return certainties[c] }

// ParseCertainty is the inverse of [Certainty.String].
func ParseCertainty(name string) (Certainty, bool) { return parse[Certainty](certainties[:], name) }

// parse finds a value by its name.
func parse[T ~uint8](names []string, name string) (T, bool) {
	for i, n := range names {
		if n == name {
			return T(i), true
		}
	}
	return 0, false
}
