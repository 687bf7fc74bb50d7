package layout

import (
	"encoding/binary"
	"slices"
	"strings"

	"rawi/bidi/internal/linebreak"
	"rawi/bidi/shape"
)

// This file measures and shapes words of Arabic letters and vowel marks, of which
// Arabic texts consist, in one loop. It does for them what package shape and stretch
// do for any text, from a table that is made by asking package shape.

// letter is a character of U+0600 to U+06FF to the loop over words.
type letter struct {
	forms    [4]uint32 // UTF-8 of three bytes, the first one lowest: with a join to the letter before (1), after (2)
	is       letterFlags
	ligature *letter // of an alef: what it is together with a lam before it
}

// letterFlags is what a letter does, as bits.
type letterFlags uint8

const (
	joinsAfter  letterFlags = 1 << iota // the letter after it
	joinsBefore                         // the letter before it, if that joins it
	alef                                // that makes a ligature with lam
	lam                                 // the next bit, so that a shift brings it to alef's
	vowel                               // a mark that no letter is composed with
	noLetter                            // and all that has not one column, or forms of other than three bytes
)

// formSize is how many bytes of UTF-8 a form has.
const formSize = 3

// maxWord is how many bytes a word may have that is measured here.
const maxWord = 128

// lastLetter is the last letter of a word so far, that of the last cell. Its form is known
// when the next letter is; until then its place in the glyphs is empty.
type lastLetter struct {
	*letter
	joined letterFlags // 1 if with the letter before it, else 0
}

// word adds the letters and vowel marks of source[start:end], text of one level of which
// nothing before joins the first, if they are a whole word: what follows is alone,
// or end. It answers where they end, or start where there is no such word.
func (m *measurer) word(start, end int) int {
	breaks := m.breaks
	brk := max(m.brk, breaks.Before(m.known.letter))
	if !m.rightToLeft || m.options.Unshaped || !breaks.Within(m.known.letter) || !breaks.Within(m.known.vowel) {
		return start
	}
	first, glyph := len(m.cells), len(m.glyphs)
	i := m.wordCells(start, min(end, start+maxWord))
	cells := m.cells
	m.cells = cells[:first]
	if i == start || i < end && !m.isAlone(i) {
		m.glyphs = m.glyphs[:glyph]
		return start
	}
	m.brk, m.breaks = brk, breaks
	m.beginSegment()
	m.cells = cells
	m.marked, m.marks = len(cells), m.marksInWord()
	return i
}

// marksInWord is how many marks the last cell of a word has so far.
func (m *measurer) marksInWord() int {
	return (len(m.glyphs) - int(m.cells[len(m.cells)-1].glyph) - formSize) / 2
}

// wordCells adds the cells of the letters and vowel marks of source[start:end], as far
// as they go, and answers where they end.
func (m *measurer) wordCells(start, end int) int {
	m.reserve()
	i, last := start, lastLetter{letter: m.known.letterAt(m.source[start:end])}
	if last.letter == nil || last.is&noLetter != 0 {
		return start
	}
	m.put(start, 1, plain)
	m.glyphs = m.glyphs[:len(m.glyphs)+formSize]
	for i += 2; ; i += 2 {
		i = m.letters(i, end, &last)
		l := m.known.letterAt(m.source[i:end])
		switch {
		case l == nil, l.is&(vowel|alef) == 0, m.marksInWord() == MaxMarks:
			putForm(m.glyphs[m.cells[len(m.cells)-1].glyph:], last.forms[last.joined])
			return i
		case l.is&alef != 0:
			last.letter = l.ligature
		case !m.options.HideMarks:
			m.glyphs = append(m.glyphs, m.source[i:i+2]...)
		}
	}
}

// letters adds cells of the letters from source[i] on, up to an alef behind a lam, and
// answers where they end.
func (m *measurer) letters(i, end int, word *lastLetter) int {
	known, text := m.known, m.source[i:end]
	cells := m.cells[len(m.cells):cap(m.cells)]
	glyph, glyphs := len(m.glyphs), m.glyphs[:cap(m.glyphs)]
	last, joined := word.letter, word.joined
	at := uint(m.cells[len(m.cells)-1].glyph)
	n := 0
	for ; 2*n+1 < len(text) && n < len(cells); n++ {
		pair := uint(text[2*n+1])<<8 | uint(text[2*n])
		l := &known.letters[pair<<6&0xC0|pair>>8&0x3F]
		if pair&arabicMask != arabicPair || l.is&(noLetter|last.is>>1&alef) != 0 {
			break
		}
		joins := last.is & (l.is >> 1) & joinsAfter
		form := last.forms[(joined|joins<<1)&3]
		glyphs[at+2], glyphs[at+1], glyphs[at] = byte(form>>16), byte(form>>8), byte(form)
		at = uint(glyph + formSize*n)
		c := &cells[n]
		c.start, c.glyph = int32(i+2*n), int32(at)
		c.width, c.kind, c.more = 1, plain, 0
		last, joined = l, joins
	}
	m.cells, m.glyphs = m.cells[:len(m.cells)+n], glyphs[:glyph+formSize*n]
	word.letter, word.joined = last, joined
	return i + 2*n
}

// The first byte of a character of U+0600 to U+06FF is D8 to DB, and in the lower byte
// of a pair; the second is 80 to BF.
const (
	arabicMask = 0xC0FC
	arabicPair = 0x80D8
)

// letterAt is the letter at the start of text, nil where there is another character.
func (k *traitTable) letterAt(text string) *letter {
	if len(text) < 2 || text[0]&0xFC != 0xD8 || text[1]&0xC0 != 0x80 {
		return nil
	}
	return &k.letters[uint(text[0]&3)<<6|uint(text[1]&0x3F)]
}

// reserve makes room for the cells and glyphs of a word.
func (m *measurer) reserve() {
	m.cells = slices.Grow(m.cells, maxWord/2)
	m.glyphs = slices.Grow(m.glyphs, maxWord/2*formSize)
}

// isAlone reports whether the character at source[i] is alone.
func (m *measurer) isAlone(i int) bool {
	r, _ := decode(m.source, i)
	is := m.known.at(r)
	return is != nil && is.alone
}

// putForm puts a character of three bytes at the start of glyphs.
func putForm(glyphs []byte, form uint32) {
	binary.LittleEndian.PutUint16(glyphs, uint16(form))
	glyphs[2] = byte(form >> 16)
}

// newLetter is what the loop over words knows of r, a character of traits is.
func newLetter(r rune, is trait, ofLetters linebreak.Class) (l letter) {
	const beh, lamLetter, alefLetter = "\u0628", "\u0644", "\u0627"
	c := string(r)
	switch {
	case is.role == nonspacing && vowelMark(r) && shaped("", alefLetter+c, "")[1] != shape.Absorbed:
		return letter{is: noLetter | vowel}
	case is.role != spacing+1 || is.class != ofLetters:
		return letter{is: noLetter}
	}
	for i := range l.forms {
		form := shaped(tatweels(i&1), c, tatweels(i>>1))[0]
		if !isForm(form) {
			return letter{is: noLetter}
		}
		l.forms[i] = threeBytes(form)
	}
	isolated := shaped("", beh, "")[0]
	if shaped(c, beh, "")[0] != isolated {
		l.is |= joinsAfter
	}
	if shaped("", beh, c)[0] != isolated {
		l.is |= joinsBefore
	}
	if shaped("", c+alefLetter, "")[1] == shape.Absorbed {
		l.is |= lam
	}
	if both := lamLetter + c; shaped("", both, "")[1] == shape.Absorbed {
		l.is |= alef
		l.ligature = new(letter)
		for i := range l.forms {
			l.ligature.forms[i] = threeBytes(shaped(tatweels(i&1), both, "")[0])
		}
	}
	return l
}

// shaped is what text is shown as between two others.
func shaped(before, text, after string) []rune {
	return shape.AppendPart(nil, before+text+after, len(before), len(before)+len(text))
}

// tatweels are n tatweels, which join the letters beside them.
func tatweels(n int) string { return strings.Repeat(tatweel, n) }

// threeBytes is the UTF-8 of a form, the first byte lowest.
func threeBytes(form rune) (u uint32) {
	for i, b := range []byte(string(form)) {
		u |= uint32(b) << (8 * i)
	}
	return u
}

// isForm reports whether r may be a presentation form that shape makes.
func isForm(r rune) bool { return 0xFB50 <= r && r <= 0xFEFC }
