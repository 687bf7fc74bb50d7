package shape

const (
	madda      = 0x0653
	hamzaAbove = 0x0654
	hamzaBelow = 0x0655
)

// compositions are the canonical compositions of an Arabic letter and a mark
// (UnicodeData.txt, field 5; none was added since Unicode 3.0 and none will be,
// by the stability of normalization).
var compositions = [...]struct{ letter, mark, composed rune }{
	{0x0627, madda, 0x0622},
	{0x0627, hamzaAbove, 0x0623},
	{0x0648, hamzaAbove, 0x0624},
	{0x0627, hamzaBelow, 0x0625},
	{0x064A, hamzaAbove, 0x0626},
	{0x06D5, hamzaAbove, 0x06C0},
	{0x06C1, hamzaAbove, 0x06C2},
	{0x06D2, hamzaAbove, 0x06D3},
}

func compose(letter, mark rune) (composed rune, ok bool) {
	if mark < madda || mark > hamzaBelow {
		return 0, false
	}
	for _, c := range compositions {
		if c.letter == letter && c.mark == mark {
			return c.composed, true
		}
	}
	return 0, false
}

// smallAlef is U+0670, superscript alef.
const smallAlef = 0x0670

// take composes a letter with a mark behind it, if the two have one character in
// Unicode and no mark between blocks it, and answers the letter, whether it took
// the mark in, and whether marks after this one are kept from it.
// The vowel marks, which are not asked for, and the small alef do not: they sort
// before madda and hamza in canonical order (their combining classes are 27 to
// 35, those of madda and hamza 220 and 230).
func take(letter, mark rune, blocked bool) (glyph rune, took, blocks bool) {
	if composed, ok := compose(letter, mark); ok && !blocked {
		return composed, true, false
	}
	return letter, false, blocked || mark != smallAlef
}

// vowel reports whether a mark is a vowel mark, shadda or sukun.
func vowel(mark rune) bool { return 0x064B <= mark && mark <= 0x0652 }
