package shape

import "rawi/bidi/internal/ucd"

// joining is the Joining_Type of a character, as bits, and what else is asked of
// each: whether it is a part of a lam-alef, and what UAX #9 does with it.
type joining uint8

const (
	joinsNext     joining = 1 << iota // dual-joining, left-joining, join-causing
	joinsPrevious                     // dual-joining, right-joining, join-causing
	transparent
	alef       // that makes a ligature with lam
	lam        // the next bit, so that a shift brings it to alef's
	nonspacing // of class NSM
	removed    // by X9
	mirrored
)

// joiningOf is the joining type of any character.
func joiningOf(r rune) joining {
	if in := uint32(r); in < uint32(len(short.joining)) {
		return short.joining[in]
	}
	return newJoining(r)
}

func newJoining(r rune) joining {
	j, p := joinings[ucd.JoiningOf(r)], ucd.PropertiesOf(r)
	switch p.Class() {
	case ucd.NSM:
		j |= nonspacing
	case ucd.LRE, ucd.LRO, ucd.RLE, ucd.RLO, ucd.PDF, ucd.BN:
		j |= removed
	}
	if p.Mirrored() {
		j |= mirrored
	}
	return j
}

var joinings = [...]joining{
	ucd.NonJoining:   0,
	ucd.RightJoining: joinsPrevious,
	ucd.LeftJoining:  joinsNext,
	ucd.DualJoining:  joinsNext | joinsPrevious,
	ucd.JoinCausing:  joinsNext | joinsPrevious,
	ucd.Transparent:  transparent,
}

// letterTable is what characters do in joining. Their forms are presentation forms, or
// themselves where they have none: isolated, then with a join to the character
// before (1), after (2) and both (3); and of an alef the same in its ligature with
// the lam before it (4).
type letterTable struct {
	joining [0x800]joining
	forms   [0x800 * formsOf]uint16
}

// formsOf is how many forms a character has, one after another.
const formsOf = 8

// ligated is the bit of a form by which an alef is one with the lam before it.
const ligated joining = 4

// short are the characters of one or two bytes, among which are all that have
// forms; for the speed of one look-up.
var short = newLetterTable()

func newLetterTable() *letterTable {
	k := new(letterTable)
	for i := range k.joining {
		r, forms := rune(i), k.forms[i*formsOf:][:formsOf]
		k.joining[i] = newJoining(r)
		f, _ := ucd.FormsOf(r)
		for form, glyph := range []rune{f.Isolated, f.Final, f.Initial, f.Medial} {
			if glyph == 0 {
				glyph = r
			}
			forms[form] = uint16(glyph)
		}
		if isolated, final, ok := ucd.LamAlef(r); ok {
			k.joining[i] |= alef
			forms[ligated], forms[ligated|joinsNext] = uint16(isolated), uint16(final)
		}
	}
	k.joining[0x0644] |= lam
	return k
}
