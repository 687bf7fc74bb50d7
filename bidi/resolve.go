package bidi

import "rawi/bidi/internal/ucd"

// resolver is the working memory of one resolution, kept for the next.
type resolver struct {
	units     []unit
	levelRuns []levelRun
	open      []int  // isolate initiators, of resolveFirstStrongIsolates
	gathered  []unit // an isolating run sequence of several level runs
	stack     statusStack
	pairs     bracketPairs
}

// unit is a run of characters of one class, with the characters that X9 removes
// behind them. It ends where the next unit starts. Where it matters how many
// characters there are, or which, a unit is one character: see alone.
type unit struct {
	start    int
	original ucd.Properties
	class    ucd.Class // as the rules change it
	level    Level     // the embedding level, from I1 and I2 the resolved one
}

// alone are the classes of which every character is a unit of its own: those
// that open and close, and the separators of which W4 takes a single one.
// Paired brackets are alone too.
const alone = explicit | 1<<ucd.ES | 1<<ucd.CS

// resolve appends the level runs of text, which is not empty, after I2.
func (w *resolver) resolve(runs []Run, text string, base Level, classes classSet) []Run {
	brackets := w.scan(text, base)
	if classes.has(ucd.FSI) {
		w.resolveFirstStrongIsolates()
	}
	if classes.meets(explicit) {
		w.resolveExplicit(base)
	} else {
		w.levelRuns = append(w.levelRuns[:0], levelRun{end: len(w.units), level: base})
	}
	w.eachSequence(base, func(s sequence) {
		s.resolveWeak()
		if brackets {
			w.pairs.match(text, s.units)
			s.resolveBrackets(w.pairs.found)
		}
		s.resolveNeutral()
	})
	return w.appendRuns(runs, len(text), base)
}

// scan divides text into units and reports whether there are paired brackets.
func (w *resolver) scan(text string, base Level) (brackets bool) {
	units := w.units[:0]
	const none = ucd.Properties(0xFF)
	last := none // what the next character must be to belong to the last unit
	for i := 0; i < len(text); {
		p, size := propertiesAt(text, i)
		if p != last && p.Class() != ucd.BN { // X9: BN is as if it were not there
			units = append(units, unit{i, p, p.Class(), base})
			last = p
			if p.Bracket() {
				brackets, last = true, none
			} else if alone.has(p.Class()) {
				last = none
			}
		}
		i += size
	}
	w.units = units
	return brackets
}

// appendRuns appends the stretches of equal level. What X9 removed at the start
// of the text has no character before it and takes the paragraph's level.
func (w *resolver) appendRuns(runs []Run, end int, base Level) []Run {
	run := Run{Level: base}
	for _, u := range w.units {
		if u.level == run.Level {
			continue
		}
		if u.start > run.Start {
			run.End = u.start
			runs = append(runs, run)
		}
		run = Run{Start: u.start, Level: u.level}
	}
	run.End = end
	return append(runs, run)
}
