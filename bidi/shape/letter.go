package shape

import "rawi/bidi/internal/ucd"

const lam = 0x0644

// letter is the last character read that is not transparent: its form is
// known when the next such character is.
type letter struct {
	glyph   rune // the letter, composed with a mark that it took in
	at      int  // its place in the glyphs
	joining ucd.Joining
	joined  bool // with the character before it
	blocked bool // by a mark that keeps later marks from being composed
	lam     lamBefore
}

// lamBefore is the lam that stands right before a letter, if one does.
type lamBefore struct {
	at     int
	joined bool // with the character before it
	ok     bool
}

func (l *letter) lamBefore() lamBefore { return lamBefore{l.at, l.joined, l.glyph == lam} }

// mark composes the letter with the mark at i, if the two have one character
// in Unicode.
func (l *letter) mark(dst []rune, i int) {
	composed, ok := compose(l.glyph, dst[i])
	if ok && !l.blocked {
		l.glyph, dst[l.at], dst[i] = composed, composed, Absorbed
	}
	l.blocked = l.blocked || blocks(dst[i])
}

// finish writes the letter's form, now that it is known whether it joins the
// next one.
func (l *letter) finish(dst []rune, joins bool) {
	if isolated, final, ok := ucd.LamAlef(l.glyph); ok && l.lam.ok {
		dst[l.lam.at] = choose(l.lam.joined, isolated, final)
		dst[l.at] = Absorbed
		return
	}
	forms, ok := ucd.FormsOf(l.glyph)
	if !ok {
		return
	}
	form := choose(l.joined, forms.Isolated, forms.Final)
	if joins {
		form = choose(l.joined, forms.Initial, forms.Medial)
	}
	if form != 0 {
		dst[l.at] = form
	}
}

func choose(joined bool, apart, together rune) rune {
	if joined {
		return together
	}
	return apart
}
