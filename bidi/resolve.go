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
// behind them; or a stretch of them: see inStretch. It ends where the next unit
// starts. Where it matters how many characters there are, or which, a unit is
// one character: see alone.
type unit struct {
	start    uint32
	original ucd.Properties
	class    ucd.Class // as the rules change it
	level    Level     // the embedding level, from I1 and I2 the resolved one
}

// alone are the classes of which every character is a unit of its own: those
// that open and close, and the separators of which W4 takes a single one.
// Paired brackets are alone too.
const alone = explicit | 1<<ucd.ES | 1<<ucd.CS

// inStretch are, for L, R and AL, the classes that between two characters of
// that class come to its direction whatever they are otherwise: by N1, or by W1,
// W6 and, for L, W5 and W7. Such a stretch, from its first strong character to
// its last, is one unit. Paired brackets are in none: they have partners.
var inStretch = [...]classSet{
	ucd.L:  neutralInStretch | 1<<ucd.EN,
	ucd.R:  neutralInStretch,
	ucd.AL: neutralInStretch,
}

const neutralInStretch classSet = 1<<ucd.ES | 1<<ucd.ET | 1<<ucd.CS | 1<<ucd.NSM | 1<<ucd.S | 1<<ucd.WS | 1<<ucd.ON

// resolve appends the level runs of text, which is not empty, after I2, and
// answers which classes text has, or at least which of those that stand alone
// or separate.
func (w *resolver) resolve(runs []Run, text string, base Level) ([]Run, classSet) {
	classes, brackets := w.scan(text, base)
	if len(w.units) == 0 { // X9 removes all
		return append(runs, Run{0, len(text), base}), classes
	}
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
	return w.appendRuns(runs, len(text), base), classes
}

// scan divides text into units, and reports the classes that it met and whether
// there are paired brackets. It does not look at each character of a stretch.
func (w *resolver) scan(text string, base Level) (classes classSet, brackets bool) {
	units := w.units[:0]
	const none = ucd.Properties(0xFF)
	last := none // what the next character must be to belong to the last unit
	strong := -1 // the unit of L, R or AL that a stretch may go on from
	for i := 0; i < len(text); {
		p, size := propertiesAt(text, i)
		i += size
		if p == last {
			continue
		}
		class := p.Class()
		classes |= only(class)
		if class == ucd.BN { // X9: as if it were not there
			continue
		}
		last = p
		switch {
		case strong >= 0 && units[strong].class == class: // the stretch goes on
			units = units[:strong+1]
			i = skipStretch(text, i, class)
			continue
		case strongClasses.has(class):
			strong = len(units)
			units = append(units, unit{uint32(i - size), p, class, base})
			i = skipStretch(text, i, class)
			continue
		case p.Bracket():
			brackets, last, strong = true, none, -1
		case alone.has(class):
			last = none
			fallthrough
		default:
			if strong >= 0 && !inStretch[units[strong].class].has(class) {
				strong = -1
			}
		}
		units = append(units, unit{uint32(i - size), p, class, base})
	}
	w.units = units
	return classes, brackets
}

// appendRuns appends the stretches of equal level. What X9 removed at the start
// of the text has no character before it and takes the paragraph's level.
func (w *resolver) appendRuns(runs []Run, end int, base Level) []Run {
	run := Run{Level: base}
	for _, u := range w.units {
		if u.level == run.Level {
			continue
		}
		if start := int(u.start); start > run.Start {
			run.End = start
			runs = append(runs, run)
		}
		run = Run{Start: int(u.start), Level: u.level}
	}
	run.End = end
	return append(runs, run)
}
