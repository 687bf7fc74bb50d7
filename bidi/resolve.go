package bidi

import (
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// resolver is the working memory of one resolution, kept for the next.
type resolver struct {
	classes   classSet // that scan met; of those that a stretch passes over, perhaps not all
	brackets  bool     // whether there are paired brackets
	units     []unit
	levelRuns []levelRun
	open      []uint32 // isolate initiators, of resolveFirstStrongIsolates
	gathered  []unit   // an isolating run sequence of several level runs
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
	level    Level     // by X1 to X8 the embedding level, by I1 and I2 the resolved one
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

// resolve appends the level runs of the text that was scanned, after I2.
func (w *resolver) resolve(runs []Run, text string, base Level) []Run {
	if len(w.units) == 0 { // X9 removes all
		return append(runs, Run{0, len(text), base})
	}
	if w.classes.has(ucd.FSI) {
		w.resolveFirstStrongIsolates()
	}
	if w.classes.meets(explicit) {
		w.resolveExplicit(base)
	} else {
		w.levelRuns = append(w.levelRuns[:0], levelRun{level: base})
	}
	w.resolveSequences(text, base)
	return w.appendRuns(runs, len(text), base)
}

// scan divides text into units. It does not look at each character of a stretch.
func (w *resolver) scan(text string) {
	const none = ucd.Properties(0xFF)
	last := none // what the next character must be to belong to the last unit
	strong := -1 // the unit of L, R or AL from which a stretch may go on
	units, classes, brackets := w.units[:0], classSet(0), false
	for i := 0; i < len(text); {
		start := i
		var p ucd.Properties
		switch b := text[i]; { // propertiesAt, which the compiler does not inline
		case b < utf8.RuneSelf:
			p = ucd.PropertiesOfASCII(b)
			i++
		case isPair(text, i):
			p = ucd.PropertiesOfPair(b, text[i+1])
			i += 2
		case isTriple(text, i):
			p = ucd.PropertiesOf(triple(text, i))
			i += 3
		default:
			var size int
			p, size = propertiesAt(text, i)
			i += size
		}
		class := p.Class()
		if p == last || class == ucd.BN { // X9: as if BN were not there
			continue
		}
		classes |= only(class)
		last = p
		switch {
		case strongClasses.has(class):
			if strong >= 0 && units[strong].class == class { // the stretch goes on
				units = units[:strong+1]
			} else {
				strong = len(units)
				units = append(units, unit{start: uint32(start), original: p, class: class})
			}
			if mayGoOn(text, i, class) {
				i = skipStretch(text, i, class)
			}
			continue
		case p.Bracket():
			brackets, last, strong = true, none, -1
		case alone.has(class):
			last = none
		}
		if strong >= 0 && !inStretch[units[strong].class].has(class) {
			strong = -1
		}
		units = append(units, unit{start: uint32(start), original: p, class: class})
	}
	w.units, w.classes, w.brackets = units, classes, brackets
}

// firstStrong is the level that P2 and P3 give: that of the first strong
// character outside of isolates, 0 without one.
func (w *resolver) firstStrong() Level {
	depth := 0 // open isolates; one that is never closed hides all that follows
	for i := range w.units {
		switch c := w.units[i].class; c {
		case ucd.L, ucd.R, ucd.AL:
			if depth == 0 {
				return levelOf(c)
			}
		case ucd.LRI, ucd.RLI, ucd.FSI:
			depth++
		case ucd.PDI:
			depth = max(depth-1, 0)
		}
	}
	return 0
}

// appendRuns appends the stretches of equal level. What X9 removed at the start
// of the text has no character before it and takes the paragraph's level.
func (w *resolver) appendRuns(runs []Run, end int, base Level) []Run {
	from, level := 0, base
	for i := range w.units {
		u := &w.units[i]
		if u.level == level {
			continue
		}
		start := int(u.start)
		if start > from {
			runs = append(runs, Run{from, start, level})
		}
		from, level = start, u.level
	}
	return append(runs, Run{from, end, level})
}
