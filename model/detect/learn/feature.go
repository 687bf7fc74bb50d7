package learn

// Feature is one thing that is true of what is judged: a template, such as
// "the word before", with a value, such as "وزير". Two features are the same when
// both agree; as 64 bits hold them, two of a million collide by chance about once
// in 10 million articles.
type Feature uint64

// Template numbers what a feature says, 0 to 255; the caller gives it a meaning.
type Template uint8

// templateShift leaves the value's hash the lower 56 bits.
const templateShift = 56

// Template is what the feature says.
func (f Feature) Template() Template { return Template(f >> templateShift) }

// Number is the feature whose value is a number.
func (t Template) Number(n uint64) Feature {
	return Feature(uint64(t)<<templateShift | mix(n+1)>>8)
}

// Text is the feature whose value is a text.
func (t Template) Text(s string) Feature { return t.Number(Hash(s)) }

// Pair is the feature whose value is two values together, in that order.
func (t Template) Pair(a, b uint64) Feature { return t.Number(mix(a+1) ^ b*0x9e3779b97f4a7c15) }

// Numbers is several small numbers as one, for [Template.Number].
func Numbers(n ...int) uint64 {
	all := uint64(0)
	for _, x := range n {
		all = all*1_000_003 + uint64(x+1)
	}
	return all
}

// Bit is 1 for true, for [Numbers].
func Bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Hash is a text as a number: FNV-1a, mixed once more.
func Hash(s string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return mix(h)
}

// mix spreads each bit over all (the finaliser of SplitMix64, Steele and others,
// Fast Splittable Pseudorandom Number Generators, 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
