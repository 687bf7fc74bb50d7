// Package width is how many columns of a terminal a character takes: what
// go-runewidth measures, with ambiguous characters narrow. That makes its table, of
// two megabytes, in each process at the first question; here it lies ready in two
// stages. The table in tables.go is made by the program in gen; run go generate
// after an update of go-runewidth.
package width

//go:generate go run ./gen

// blockBits says how many low bits of a code point index a block; package gen has the
// same number.
const blockBits = 7

// Of is the columns that r takes: 0, 1 or 2. It is 0 outside of Unicode.
func Of(r rune) int {
	if uint32(r) > 0x10FFFF {
		return 0
	}
	return int(blocks[int(index[r>>blockBits])<<blockBits|int(r)&(1<<blockBits-1)])
}
