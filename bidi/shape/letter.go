package shape

import "rawi/bidi/internal/ucd"

const (
	lam = 0x0644
)

// joining is the Joining_Type of a character, as bits.
type joining uint8

const (
	joinsNext     joining = 1 << iota // dual-joining, left-joining, join-causing
	joinsPrevious                     // dual-joining, right-joining, join-causing
	transparent
)

// joiningOf is the joining type of any character.
func joiningOf(r rune) joining {
	if in := uint32(r - arabicFirst); in < uint32(len(arabic.joining)) {
		return arabic.joining[in]
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

// block is what the characters of the block Arabic do in joining. Their forms
// are presentation forms, or themselves where they have none: isolated, then
// with a join to the character before (1), after (2) and both (3).
type block struct {
	joining [0x100]joining
	forms   [0x100][4]uint16
}

const arabicFirst = 0x0600

// arabic holds all letters that have forms; for the speed of one look-up.
var arabic = newBlock()

func newBlock() *block {
	b := new(block)
	for i := range b.forms {
		r := rune(arabicFirst + i)
		b.joining[i] = joinings[ucd.JoiningOf(r)]
		f, _ := ucd.FormsOf(r)
		for form, glyph := range []rune{f.Isolated, f.Final, f.Initial, f.Medial} {
			if glyph == 0 {
				glyph = r
			}
			b.forms[i][form] = uint16(glyph)
		}
	}
	return b
}

// letter is the last character read that is not transparent: its form is
// known when the next such character is.
type letter struct {
	glyph  rune    // the letter, composed with a mark that it took in
	at     int     // its place in the glyphs
	joined joining // 1 if with the character before it, else 0
}

// ligate writes the ligature of lam with the letter after it, if that is an
// alef.
func (lam letter) ligate(dst []rune, alef letter) bool {
	isolated, final, ok := ucd.LamAlef(alef.glyph)
	if !ok {
		return false
	}
	if dst[lam.at] = isolated; lam.joined != 0 {
		dst[lam.at] = final
	}
	dst[alef.at] = Absorbed
	return true
}
