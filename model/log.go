package model

import (
	"slices"
	"time"
)

// Log is all decisions that concern one article, in the order of their times,
// which is the same for every reader. It only grows: undoing appends a
// revocation, redoing a revocation of that. Readers undo their own decisions.
// The zero value is empty.
type Log struct {
	entries []Annotation
	known   map[string]bool
	stacks  map[string]*stack // by author
}

// stack is what one reader can undo and redo.
type stack struct {
	done   []string  // units that stand, oldest first
	undone []revoked // revoked, and no new decision made since
}

// revoked is a unit and the annotation that revoked it.
type revoked struct{ unit, by string }

// Append adds annotations; one that the log already holds is left out, and so is what
// only says who annotates what. What was made elsewhere in the meantime takes its place
// by its time.
func (l *Log) Append(annotations ...Annotation) {
	if l.known == nil {
		l.known = make(map[string]bool)
	}
	inOrder := true
	for _, a := range annotations {
		if l.known[a.ID] || a.Deed.OfCorpus() {
			continue
		}
		l.known[a.ID] = true
		if n := len(l.entries); n > 0 && a.Compare(l.entries[n-1]) < 0 {
			inOrder = false
		}
		l.entries = append(l.entries, a)
		if inOrder {
			l.replay(&a)
		}
	}
	if !inOrder {
		l.sort()
	}
}

// sort puts the entries in order and replays them from the start.
func (l *Log) sort() {
	l.stacks = nil
	l.entries = slices.Clone(l.entries) // others may hold the old order
	slices.SortFunc(l.entries, Annotation.Compare)
	for i := range l.entries {
		l.replay(&l.entries[i])
	}
}

func (l *Log) replay(a *Annotation) {
	if l.stacks == nil {
		l.stacks = make(map[string]*stack)
	}
	s := l.stacks[a.Author]
	if s == nil {
		s = new(stack)
		l.stacks[a.Author] = s
	}
	if a.Deed != Revoke {
		s.push(a.unit())
		return
	}
	if s.revoke(a) {
		return
	}
	for _, other := range l.stacks { // a unit is in one stack alone
		other.revoke(a)
	}
}

func (s *stack) push(unit string) {
	s.undone = s.undone[:0]
	if n := len(s.done); n == 0 || s.done[n-1] != unit {
		s.done = append(s.done, unit)
	}
}

// revoke undoes or redoes, and reports whether there was something to revoke.
func (s *stack) revoke(a *Annotation) bool {
	if i := slices.Index(s.done, a.Target); i >= 0 {
		s.done = slices.Delete(s.done, i, i+1)
		s.undone = append(s.undone, revoked{a.Target, a.ID})
		return true
	}
	i := slices.IndexFunc(s.undone, func(r revoked) bool { return r.by == a.Target })
	if i < 0 {
		return false
	}
	s.done = append(s.done, s.undone[i].unit)
	s.undone = slices.Delete(s.undone, i, i+1)
	return true
}

// Holds reports whether the log has the annotation with an ID.
func (l *Log) Holds(id string) bool { return l.known[id] }

// Len is the number of annotations, revocations included.
func (l *Log) Len() int { return len(l.entries) }

// All is every annotation, oldest first. The slice is the log's own.
func (l *Log) All() []Annotation { return l.entries }

// Standing is the decisions that have not been revoked, oldest first.
func (l *Log) Standing() []Annotation {
	var standing []Annotation
	for i, stands := range l.stand() {
		if stands {
			standing = append(standing, l.entries[i])
		}
	}
	return standing
}

// stand says of each entry whether it is a decision that stands.
func (l *Log) stand() []bool {
	done := make(map[string]bool, len(l.entries))
	for _, s := range l.stacks {
		for _, unit := range s.done {
			done[unit] = true
		}
	}
	stand, retracted := make([]bool, len(l.entries)), map[string]bool{}
	for i := len(l.entries) - 1; i >= 0; i-- { // what retracts comes after what it retracts
		a := &l.entries[i]
		stand[i] = a.Deed != Revoke && done[a.unit()] && !retracted[a.unit()] && !retracted[a.ID]
		if stand[i] && a.Deed == Retract {
			retracted[a.Target] = true
		}
	}
	return stand
}

// Undoable is what the author's next undo must revoke, "" if nothing.
func (l *Log) Undoable(author string) string {
	s := l.stacks[author]
	if s == nil || len(s.done) == 0 {
		return ""
	}
	return s.done[len(s.done)-1]
}

// Redoable is what the author's next redo must revoke, "" if nothing.
func (l *Log) Redoable(author string) string {
	s := l.stacks[author]
	if s == nil || len(s.undone) == 0 {
		return ""
	}
	return s.undone[len(s.undone)-1].by
}

// Decision is the first decision of a unit, by what a [Revoke] has as its target.
func (l *Log) Decision(unit string) (a Annotation, ok bool) {
	if found := l.find(unit); found != nil {
		return *found, true
	}
	return a, false
}

// find is the first annotation of that ID or group.
func (l *Log) find(unit string) *Annotation {
	for i := range l.entries {
		if l.entries[i].ID == unit || l.entries[i].Group == unit {
			return &l.entries[i]
		}
	}
	return nil
}

// next is the time of the next decision: now, or later if the log is.
func (l *Log) next(now time.Time) time.Time {
	now = now.UTC().Round(0)
	if n := len(l.entries); n > 0 && !now.After(l.entries[n-1].Time) {
		now = l.entries[n-1].Time.Add(1)
	}
	return now
}
