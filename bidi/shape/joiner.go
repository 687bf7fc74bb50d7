package shape

// letter is the last character read that is not transparent: its form is
// known when the next such character is.
type letter struct {
	glyph  rune    // the letter, composed with a mark that it took in
	at     int     // its place in the glyphs; of an alef that is ligated the lam's
	joined joining // 1 if with the character before it, else 0; and ligated
}

// joiner joins letters, one character after another.
type joiner struct {
	out     []rune // to which the form of a letter is written
	last    letter // glyph is -1 at the start
	lastIs  joining
	blocked bool // by a mark that keeps the last letter from being composed with later ones
}

// newJoiner is a joiner behind a character of the joining type before.
func newJoiner(out []rune, before joining) joiner {
	return joiner{out: out, last: letter{glyph: -1}, lastIs: before}
}

// join takes in a character, of which the form will be written at out[at], and
// reports whether the letter before it absorbed it, and it has none.
func (j *joiner) join(r rune, is joining, at int) (absorbed bool) {
	if is&transparent != 0 {
		if !vowel(r) {
			j.last.glyph, absorbed, j.blocked = take(j.last.glyph, r, j.blocked)
		}
		return absorbed
	}
	joins := j.form(is)
	ligates := is & (j.lastIs >> 1) & alef
	j.lastIs, j.blocked = is, false
	if ligates != 0 {
		j.last.glyph, j.last.joined = r, j.last.joined|ligated
		return true
	}
	j.last = letter{r, at, joins}
	return false
}

// form writes the last letter in the form that it has before a character, and
// answers whether the two join.
func (j *joiner) form(next joining) (joins joining) {
	joins = j.lastIs & (next >> 1) & joinsNext
	if in := uint32(j.last.glyph); in < uint32(len(short.joining)) {
		j.out[j.last.at] = rune(short.forms[in*formsOf+uint32((j.last.joined|joins<<1)&7)])
	}
	return joins
}
