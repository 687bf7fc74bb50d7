package bidi

import "rawi/bidi/internal/ucd"

// maxDepth is the highest explicit level (BD2).
const maxDepth = 125

// resolveFirstStrongIsolates turns every FSI into the RLI or LRI that X5c says:
// the first strong character up to its PDI, outside of inner isolates, decides.
// Each strong unit decides for the innermost open isolate only, so that one walk
// does for all of them. An FSI without a strong character stays and acts as LRI.
func (w *resolver) resolveFirstStrongIsolates() {
	open := w.open[:0] // the isolate initiators that are open (BD9)
	for i, u := range w.units {
		switch u.class {
		case ucd.LRI, ucd.RLI, ucd.FSI:
			open = append(open, uint32(i))
		case ucd.PDI:
			open = open[:max(len(open)-1, 0)]
		case ucd.B:
			open = open[:0]
		case ucd.L, ucd.R, ucd.AL:
			if len(open) == 0 {
				continue
			}
			if initiator := &w.units[open[len(open)-1]]; initiator.class == ucd.FSI {
				initiator.class = [2]ucd.Class{ucd.LRI, ucd.RLI}[levelOf(u.class)]
			}
		}
	}
	w.open = open
}

// status is one entry of the directional status stack (X1).
type status struct {
	level    Level
	override ucd.Class // L, R, or ON for neutral
	isolate  bool
	run      uint32 // where isolate: the level run that the initiator ends, if it ends one
}

// statusStack is the directional status stack with the counts of X1.
type statusStack struct {
	entries            []status
	overflowIsolates   int
	overflowEmbeddings int
	validIsolates      int
}

// clear leaves only the paragraph's entry (X1).
func (s *statusStack) clear(base Level) {
	*s = statusStack{entries: append(s.entries[:0], status{level: base, override: ucd.ON})}
}

// last is the entry that holds now.
func (s *statusStack) last() *status { return &s.entries[len(s.entries)-1] }

func (s *statusStack) push(entry status) { s.entries = append(s.entries, entry) }

func (s *statusStack) pop() { s.entries = s.entries[:len(s.entries)-1] }

// next is the least level above the present one that runs as asked, and whether
// it may be entered.
func (s *statusStack) next(rightToLeft bool) (level Level, ok bool) {
	level = s.last().level + 1
	if level.RightToLeft() != rightToLeft {
		level++
	}
	return level, level <= maxDepth && s.overflowIsolates == 0 && s.overflowEmbeddings == 0
}

// embed does what X2 to X5 say for LRE, RLE, LRO and RLO.
func (s *statusStack) embed(class ucd.Class) {
	level, ok := s.next(class == ucd.RLE || class == ucd.RLO)
	switch {
	case !ok && s.overflowIsolates == 0:
		s.overflowEmbeddings++
	case ok && (class == ucd.LRO || class == ucd.RLO):
		s.push(status{level: level, override: level.direction()})
	case ok:
		s.push(status{level: level, override: ucd.ON})
	}
}

// isolate does what X5a to X5c say after the initiator has its level; run is the
// level run that holds the initiator.
func (s *statusStack) isolate(class ucd.Class, run uint32) {
	level, ok := s.next(class == ucd.RLI)
	if !ok {
		s.overflowIsolates++
		return
	}
	s.validIsolates++
	s.push(status{level: level, override: ucd.ON, isolate: true, run: run})
}

// closeIsolate does what X6a says before the PDI has its level. It answers the
// run of the initiator that the PDI matches, if that is a valid one.
func (s *statusStack) closeIsolate() (run uint32, ok bool) {
	switch {
	case s.overflowIsolates > 0:
		s.overflowIsolates--
		return 0, false
	case s.validIsolates == 0:
		return 0, false
	}
	s.overflowEmbeddings = 0
	for !s.last().isolate {
		s.pop()
	}
	run = s.last().run
	s.pop()
	s.validIsolates--
	return run, true
}

// closeEmbedding does what X7 says.
func (s *statusStack) closeEmbedding() {
	switch {
	case s.overflowIsolates > 0:
	case s.overflowEmbeddings > 0:
		s.overflowEmbeddings--
	case !s.last().isolate && len(s.entries) > 1:
		s.pop()
	}
}

// resolveExplicit applies X1 to X9: it gives every unit its embedding level and
// override, takes out the units that X9 removes (their bytes fall to the unit
// before), and divides the rest into level runs, linked where an isolate
// interrupts a sequence.
func (w *resolver) resolveExplicit(base Level) {
	stack := &w.stack
	stack.clear(base)
	w.levelRuns = w.levelRuns[:0]
	kept := w.units[:0]
	for _, u := range w.units {
		switch u.class {
		case ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO: // X2-X5, X9
			stack.embed(u.class)
		case ucd.PDF: // X7, X9
			stack.closeEmbedding()
		case ucd.B: // X8
			stack.clear(base)
			kept = w.place(kept, u, stack.last())
		case ucd.PDI: // X6a
			run, matches := stack.closeIsolate()
			before := len(w.levelRuns)
			kept = w.place(kept, u, stack.last())
			if matches && len(w.levelRuns) > before {
				w.levelRuns[run].next = uint32(before)
				w.levelRuns[before].continues = true
			}
		case ucd.LRI, ucd.RLI, ucd.FSI: // X5a-X5c
			kept = w.place(kept, u, stack.last())
			stack.isolate(u.class, uint32(len(w.levelRuns)-1))
		default: // X6
			kept = w.place(kept, u, stack.last())
		}
	}
	w.units = kept
}

// place keeps a unit at the level, and with the override, of an entry of the
// stack, in the last level run or in a new one.
func (w *resolver) place(kept []unit, u unit, s *status) []unit {
	u.level = s.level
	if s.override != ucd.ON {
		u.class = s.override
	}
	if n := len(w.levelRuns); n == 0 || w.levelRuns[n-1].level != u.level {
		w.levelRuns = append(w.levelRuns, levelRun{start: uint32(len(kept)), level: u.level})
	}
	return append(kept, u)
}
