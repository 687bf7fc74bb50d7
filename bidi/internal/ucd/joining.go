package ucd

// Joining is the Joining_Type of a character. A letter joins on the right when
// it takes a stroke from the letter before it (in right-to-left writing).
type Joining uint8

// The joining types of ArabicShaping.txt. The generator lists them in the same
// order.
const (
	NonJoining   Joining = iota // U
	RightJoining                // R: joins the letter before it
	LeftJoining                 // L: joins the letter after it
	DualJoining                 // D: both
	JoinCausing                 // C: both, without changing shape: tatweel, ZWJ
	Transparent                 // T: does not come between its neighbours
)

// JoiningOf is the Joining_Type of r: what ArabicShaping.txt lists, else
// Transparent for Mn, Me and Cf, else NonJoining.
func JoiningOf(r rune) Joining {
	if uint32(r) > 0x10FFFF {
		return NonJoining
	}
	return joiningBlocks[int(joiningIndex[r>>blockBits])<<blockBits|int(r)&(1<<blockBits-1)]
}

// Forms are the presentation forms of one letter, 0 where Unicode has none.
type Forms struct{ Isolated, Final, Initial, Medial rune }

// FormsOf is the presentation forms of r, from the decompositions <isolated>,
// <final>, <initial> and <medial> of one letter in Arabic Presentation Forms A
// and B; ok is false where r has none. U+FE70 to U+FE7F are never among them.
func FormsOf(r rune) (forms Forms, ok bool) {
	i := int(r) - firstForm
	if i < 0 || i >= len(letterForms) {
		return Forms{}, false
	}
	f := &letterForms[i]
	forms = Forms{rune(f[0]), rune(f[1]), rune(f[2]), rune(f[3])}
	return forms, forms != Forms{}
}

// LamAlef is the ligature of lam with the given alef: U+0622, U+0623, U+0625 or
// U+0627; ok is false for any other character.
func LamAlef(alef rune) (isolated, final rune, ok bool) {
	i := int(alef) - firstAlef
	if i < 0 || i >= len(lamAlef) {
		return 0, 0, false
	}
	return rune(lamAlef[i][0]), rune(lamAlef[i][1]), lamAlef[i][0] != 0
}
