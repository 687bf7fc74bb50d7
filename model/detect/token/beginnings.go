package token

import "math/bits"

// Beginnings are the tokens with which something begins, such as sentences, 64 by 64: so
// their numbers take a quarter of a byte for each token.
type Beginnings []struct {
	tokens uint64 // a bit for each
	before int32  // how many begin before these
}

// NewBeginnings has room for so many tokens.
func NewBeginnings(tokens int) Beginnings { return make(Beginnings, 0, tokens/64+1) }

// Add says of the next token, i, whether something begins with it.
func (b *Beginnings) Add(i int, begins bool) {
	if i%64 == 0 {
		n := int32(0)
		if i > 0 {
			n = int32(b.UpTo(i - 1))
		}
		*b = append(*b, struct {
			tokens uint64
			before int32
		}{before: n})
	}
	if begins {
		(*b)[i/64].tokens |= 1 << (i % 64)
	}
}

// UpTo is how many begin up to token i, with it.
func (b Beginnings) UpTo(i int) int {
	some := &b[i>>6]
	return int(some.before) + bits.OnesCount64(some.tokens<<(63-i&63))
}
