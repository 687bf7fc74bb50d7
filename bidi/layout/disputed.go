package layout

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rawi/bidi/internal/linebreak"
)

const replacement = '\uFFFD'

// isDisputed reports whether r is a sign that is written out, or would be one
// cluster with a spacing character beside it. Such a cluster has the sum of its
// characters' widths in go-runewidth and in most terminals, that of its first
// one in the renderer and in terminals that know clusters. All agree where
// U+200E, which no cluster takes in, stands between them: see [Cell.Apart].
func isDisputed(r rune) bool {
	return r >= 0x0600 && (unicode.In(r, unicode.Mc, unicode.Prepended_Concatenation_Mark, attaching) || signOf(r) != nil)
}

// attaching are the disputed characters besides spacing marks (Mc) and the signs
// before numbers: viramas that make conjuncts (Indic_Conjunct_Break
// Linker), letters with Grapheme_Cluster_Break Prepend or SpacingMark, jamo,
// regional indicators, emoji modifiers, marks newer than package unicode, and two
// noncharacters.
var attaching = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x094D, 0x094D, 1}, {0x09CD, 0x09CD, 1}, {0x0ACD, 0x0ACD, 1}, {0x0B4D, 0x0B4D, 1},
		{0x0C4D, 0x0C4D, 1}, {0x0D4D, 0x0D4E, 1}, {0x0E33, 0x0E33, 1}, {0x0EB3, 0x0EB3, 1},
		{0x1039, 0x1039, 1}, {0x1100, 0x115E, 1}, {0x1161, 0x11FF, 1}, {0x17D2, 0x17D2, 1},
		{0x1A60, 0x1A60, 1}, {0x1BAB, 0x1BAB, 1}, {0xA960, 0xA97C, 1}, {0xAAF6, 0xAAF6, 1},
		{0xD7B0, 0xD7C6, 1}, {0xD7CB, 0xD7FB, 1}, {0xFF9E, 0xFF9F, 1}, {0xFFFE, 0xFFFF, 1},
	},
	R32: []unicode.Range32{
		{0x10A3F, 0x10A3F, 1}, {0x11133, 0x11133, 1}, {0x111C2, 0x111C3, 1}, {0x113B8, 0x113BA, 1},
		{0x113C2, 0x113C2, 1}, {0x113C5, 0x113C5, 1}, {0x113C7, 0x113CA, 1}, {0x113CC, 0x113CD, 1},
		{0x113CF, 0x113D1, 1}, {0x1171E, 0x1171E, 1}, {0x1193E, 0x1193F, 1}, {0x11941, 0x11941, 1},
		{0x11A47, 0x11A47, 1}, {0x11A84, 0x11A89, 1}, {0x11A99, 0x11A99, 1}, {0x11B61, 0x11B61, 1},
		{0x11B65, 0x11B65, 1}, {0x11B67, 0x11B67, 1}, {0x11D46, 0x11D46, 1}, {0x11F02, 0x11F02, 1},
		{0x11F42, 0x11F42, 1}, {0x1612A, 0x1612C, 1}, {0x16D63, 0x16D63, 1}, {0x16D67, 0x16D6A, 1},
		{0x1F1E6, 0x1F1FF, 1}, {0x1F3FB, 0x1F3FF, 1},
	},
}

// Apart reports whether the cell would be one cluster with a cell beside it (a
// spacing vowel, a consonant that a virama joins to the next one).
// It keeps the width that it has here where a character that no cluster takes in,
// such as U+200E, is printed between the two.
func (c *Cell) Apart() bool {
	for _, r := range c.Glyph {
		if r >= 0x0700 && !isForm(r) && !regional(r) && isDisputed(r) {
			return true
		}
	}
	return false
}

// wholeCluster is the number of bytes at the start of text that make one
// cluster of two columns for every renderer although each of its characters
// alone is disputed: a flag of two regional indicators, or a Hangul syllable of
// a leading consonant, a vowel and at most one trailing consonant. It is 0 where
// there is none.
func wholeCluster(text string) int {
	var c [3]rune // the first characters
	var ends [3]int
	n := 0
	for i, r := range text {
		if n == len(c) {
			break
		}
		c[n], ends[n] = r, i+utf8.RuneLen(r)
		n++
	}
	switch {
	case regional(c[0]) && regional(c[1]):
		return ends[1]
	case !within(c[0], 0x1100, 0x115E) || !within(c[1], 0x1161, 0x11A7):
		return 0
	case within(c[2], 0x11A8, 0x11FF):
		return ends[2]
	}
	return ends[1]
}

// dispute adds a character that renderers measure differently.
func (m *measurer) dispute(start int, r rune) {
	if s := signOf(r); s != nil {
		m.sign(start, s)
		return
	}
	if n := wholeCluster(m.source[start:]); n > 0 {
		m.begin(start, 2, plain)
		m.glyphs = norm.NFC.AppendString(m.glyphs, m.source[start:start+n]) // the renderer adds up jamo that are not composed
		m.whole = start + n
		return
	}
	if r == medialRa || modifier(r) && modifiable(m.source[:start]) {
		m.hidden++
		return
	}
	glyph := alone(r)
	columns := columns(glyph)
	if columns == 0 { // a virama, most often
		m.mark(start, glyph)
		return
	}
	m.begin(start, columns, plain)
	m.write(glyph)
	m.disputed = len(m.cells)
}

// medialRa is U+1171E AHOM CONSONANT SIGN MEDIAL RA, a mark that has a column
// for go-runewidth and none for the renderer, wherever it stands. It is hidden.
const medialRa = 0x1171E

// alone is what a disputed character is shown as in a cell of its own: itself,
// but half a flag as its letter and the number signs of Kaithi as another one,
// since no two renderers give them as many columns, and a noncharacter as U+FFFD.
func alone(r rune) rune {
	switch {
	case regional(r):
		return 'A' + r - 0x1F1E6
	case r == 0x110BD, r == 0x110CD:
		return '\u2116'
	case within(r, 0xFFFE, 0xFFFF):
		return replacement
	}
	return r
}

// regional reports whether r is a regional indicator: two of them are a flag.
func regional(r rune) bool { return within(r, 0x1F1E6, 0x1F1FF) }

// modifier reports whether r is a skin tone. It is left out behind an emoji that
// can have one, since some terminals show both as one character of two columns
// and others as two characters of four. Elsewhere it is a patch of its colour.
func modifier(r rune) bool { return within(r, 0x1F3FB, 0x1F3FF) }

// modifiable reports whether text ends with an emoji that can have a skin tone,
// characters that are not shown aside.
func modifiable(text string) bool {
	r, size := utf8.DecodeLastRuneInString(text)
	for size > 0 && roleOf(r) == ignored {
		text = text[:len(text)-size]
		r, size = utf8.DecodeLastRuneInString(text)
	}
	class := linebreak.ClassOf(r) // EB, which is of two widths, is Emoji_Modifier_Base
	return class == linebreak.ClassOf('\u261D') || class == linebreak.ClassOf('\U0001F44D')
}

func within(r, first, last rune) bool { return first <= r && r <= last }
