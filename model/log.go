package model

import "slices"

// Log is all decisions on one article, oldest first. It only grows: undoing
// appends a revocation, redoing a revocation of that. The zero value is empty.
type Log struct {
	entries []Annotation
	known   map[string]bool
	done    []string  // standing decisions, oldest first
	undone  []revoked // taken back and not yet overtaken by a new decision
}

// revoked is a decision and the annotation that took it back.
type revoked struct{ decision, by string }

// Append adds annotations; one that the log already holds is left out.
func (l *Log) Append(annotations ...Annotation) {
	if l.known == nil {
		l.known = make(map[string]bool)
	}
	for _, a := range annotations {
		if l.known[a.ID] {
			continue
		}
		l.known[a.ID] = true
		l.entries = append(l.entries, a)
		l.replay(a)
	}
}

func (l *Log) replay(a Annotation) {
	if a.Deed != Revoke {
		l.done = append(l.done, a.ID)
		l.undone = l.undone[:0]
		return
	}
	if i := slices.Index(l.done, a.Target); i >= 0 {
		l.done = slices.Delete(l.done, i, i+1)
		l.undone = append(l.undone, revoked{a.Target, a.ID})
		return
	}
	redone := func(r revoked) bool { return r.by == a.Target }
	if i := slices.IndexFunc(l.undone, redone); i >= 0 {
		l.done = append(l.done, l.undone[i].decision)
		l.undone = slices.Delete(l.undone, i, i+1)
	}
}

// Len is the number of annotations, revocations included.
func (l *Log) Len() int { return len(l.entries) }

// All is every annotation, oldest first. The slice is the log's own.
func (l *Log) All() []Annotation { return l.entries }

// Standing is the decisions that have not been taken back, oldest first.
func (l *Log) Standing() []Annotation {
	stands := make(map[string]bool, len(l.done))
	for _, id := range l.done {
		stands[id] = true
	}
	var standing []Annotation
	for _, a := range l.entries {
		if stands[a.ID] {
			standing = append(standing, a)
		}
	}
	return standing
}

// Undoable is the annotation that the next undo must revoke, "" if none.
func (l *Log) Undoable() string {
	if len(l.done) == 0 {
		return ""
	}
	return l.done[len(l.done)-1]
}

// Redoable is the annotation that the next redo must revoke, "" if none.
func (l *Log) Redoable() string {
	if len(l.undone) == 0 {
		return ""
	}
	return l.undone[len(l.undone)-1].by
}
