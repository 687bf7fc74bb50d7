package shape

import "rawi/bidi/internal/ucd"

// joining is the Joining_Type of a character, as bits, and whether it is a part
// of a lam-alef.
type joining uint8

const (
	joinsNext     joining = 1 << iota // dual-joining, left-joining, join-causing
	joinsPrevious                     // dual-joining, right-joining, join-causing
	transparent
	alef // that makes a ligature with lam
	lam
)

// joiningOf is the joining type of any character.
func joiningOf(r rune) joining {
	if in := uint32(r); in < uint32(len(short.joining)) {
		return short.joining[in]
	}
	return joinings[ucd.JoiningOf(r)]
}

var joinings = [...]joining{
	ucd.NonJoining:   0,
	ucd.RightJoining: joinsPrevious,
	ucd.LeftJoining:  joinsNext,
	ucd.DualJoining:  joinsNext | joinsPrevious,
	ucd.JoinCausing:  joinsNext | joinsPrevious,
	ucd.Transparent:  transparent,
}

// known is what characters do in joining. Their forms are presentation forms, or
// themselves where they have none: isolated, then with a join to the character
// before (1), after (2) and both (3).
type known struct {
	joining [0x800]joining
	forms   [0x800][4]uint16
}

// short are the characters of one or two bytes, among which are all that have
// forms; for the speed of one look-up.
var short = newKnown()

func newKnown() *known {
	k := new(known)
	for i := range k.forms {
		r := rune(i)
		k.joining[i] = joinings[ucd.JoiningOf(r)]
		if _, _, ok := ucd.LamAlef(r); ok {
			k.joining[i] |= alef
		}
		f, _ := ucd.FormsOf(r)
		for form, glyph := range []rune{f.Isolated, f.Final, f.Initial, f.Medial} {
			if glyph == 0 {
				glyph = r
			}
			k.forms[i][form] = uint16(glyph)
		}
	}
	k.joining[0x0644] |= lam
	return k
}

// letter is the last character read that is not transparent: its form is
// known when the next such character is.
type letter struct {
	glyph  rune    // the letter, composed with a mark that it took in
	at     int     // its place in the glyphs
	joined joining // 1 if with the character before it, else 0
}

// ligate writes the ligature of lam and the alef after it.
func ligate(dst []rune, lam, alef letter) {
	isolated, final, _ := ucd.LamAlef(alef.glyph)
	if dst[lam.at] = isolated; lam.joined != 0 {
		dst[lam.at] = final
	}
	dst[alef.at] = Absorbed
}
