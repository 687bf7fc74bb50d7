package bidi

import "rawi/bidi/internal/ucd"

// levelRun is a maximal run of units of one embedding level (BD7).
type levelRun struct {
	start     uint32 // its first unit; it ends where the next level run starts
	next      uint32 // the level run that begins with the PDI of the initiator that ends this one; 0 for none
	level     Level
	continues bool // it is the next of another
}

// unitsOf are the units of a level run.
func (w *resolver) unitsOf(run uint32) []unit {
	end := uint32(len(w.units))
	if int(run)+1 < len(w.levelRuns) {
		end = w.levelRuns[run+1].start
	}
	return w.units[w.levelRuns[run].start:end]
}

// sequence is an isolating run sequence (BD13): what the rules W, N and I see.
type sequence struct {
	units    []unit
	level    Level
	sos, eos ucd.Class // X10: L or R at the start and the end of the sequence
}

// resolveSequences applies X10: it resolves one isolating run sequence after another.
func (w *resolver) resolveSequences(text string, base Level) {
	for i := range w.levelRuns {
		r := &w.levelRuns[i]
		if r.continues {
			continue
		}
		before := base
		if i > 0 {
			before = w.levelRuns[i-1].level
		}
		s := sequence{level: r.level, sos: max(r.level, before).direction()}
		if r.next == 0 { // the common case: the units stand together
			s.units, s.eos = w.unitsOf(uint32(i)), w.endOfSequence(uint32(i), base)
			w.resolveSequence(text, &s)
			continue
		}
		last := w.gather(uint32(i))
		s.units, s.eos = w.gathered, w.endOfSequence(last, base)
		w.resolveSequence(text, &s)
		w.scatter(uint32(i))
	}
}

// resolveSequence applies the rules W, N and I.
func (w *resolver) resolveSequence(text string, s *sequence) {
	s.resolveWeak()
	if w.brackets {
		w.pairs.match(text, s.units)
		s.resolveBrackets(w.pairs.found)
	}
	s.resolveNeutral()
}

// endOfSequence is eos for the sequence that ends with a level run: as sos, by
// the higher of the levels on both sides; and an isolate that is not closed is
// followed by the end of the paragraph.
func (w *resolver) endOfSequence(run uint32, base Level) ucd.Class {
	units, after := w.unitsOf(run), base
	closed := !isolateInitiators.has(units[len(units)-1].original.Class())
	if closed && int(run)+1 < len(w.levelRuns) {
		after = w.levelRuns[run+1].level
	}
	return max(w.levelRuns[run].level, after).direction()
}

// gather copies the units of all level runs of a sequence and answers the last
// run.
func (w *resolver) gather(first uint32) (last uint32) {
	w.gathered = w.gathered[:0]
	for last = first; ; last = w.levelRuns[last].next {
		w.gathered = append(w.gathered, w.unitsOf(last)...)
		if w.levelRuns[last].next == 0 {
			return last
		}
	}
}

// scatter takes the levels of the gathered units back to their places.
func (w *resolver) scatter(first uint32) {
	from := w.gathered
	for run := first; len(from) > 0; run = w.levelRuns[run].next {
		units := w.unitsOf(run)
		for i := range units {
			units[i].level = from[i].level
		}
		from = from[len(units):]
	}
}
