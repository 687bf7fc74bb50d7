package shape

import (
	"slices"
	"testing"

	"rawi/bidi/internal/ucd"
)

func TestAppendVisual(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"a word", "\u0628\u0628", "FE90 FE91"},
		{"lam-alef with marks", "\u0644\u064E\u0627\u064B", "FEFB 064E 064B"},
		{"composed", "\u0628\u0627\u0650\u0654", "FE84 0650 FE91"},
		{"mirrored", "(\u0628)", "0028 FE8F 0029"},
		{"marks behind their letters", "\u0628\u064E\u0651\u0628\u0650", "FE90 0650 FE91 064E 0651"},
		{"marks without a letter", "\u064E\u0651", "064E 0651"},
		{"a mark on a blank", "\u0628 \u064E\u0628", "FE8F 0020 064E FE8F"},
		{"a letter without forms and its mark", "\u0750\u064E", "0750 064E"},
		{"removed characters between", "\u0628\u200C\u064E\u00AD", "00AD FE8F 200C 064E"},
	}
	for _, test := range tests {
		if got := hex(AppendVisual(nil, test.text, 0, len(test.text))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// inOrder is what AppendVisual says of itself, one sentence after another, from
// the glyphs of AppendPart.
func inOrder(text string, start, end int) (visual []rune) {
	characters := []rune(text[start:end])
	classOf := func(i int) ucd.Class { return ucd.ClassOf(characters[i]) }
	isRemoved := func(c ucd.Class) bool {
		return slices.Contains([]ucd.Class{ucd.LRE, ucd.LRO, ucd.RLE, ucd.RLO, ucd.PDF, ucd.BN}, c)
	}
	glyphs := AppendPart(nil, text, start, end)
	for i, g := range glyphs { // mirrored
		if r, ok := ucd.Mirror(g); ok && g == characters[i] {
			glyphs[i] = r
		}
	}
	for i := 0; i < len(glyphs); { // from right to left, each base with its marks
		behind := i + 1 // where the marks end
		for j := i; j < len(glyphs); j++ {
			switch c := classOf(j); {
			case glyphs[j] == Absorbed:
			case c == ucd.NSM:
				behind = j + 1
			case j > i && !isRemoved(c):
				j = len(glyphs)
			}
		}
		if isRemoved(classOf(i)) && i > 0 {
			behind = i + 1 // it is no base
		}
		group := slices.DeleteFunc(slices.Clone(glyphs[i:behind]), func(g rune) bool { return g == Absorbed })
		visual = append(group, visual...)
		i = behind
	}
	return visual
}

// FuzzAppendVisual holds AppendVisual to what it says of itself.
func FuzzAppendVisual(f *testing.F) {
	for i, seed := range []string{
		"\u0644\u064E\u0627\u064B (\u0628\u0640) \u00AB\u0644\u0627\u0654\u00BB", "\u064E\u0651\u0628", "\u0628\u200C\u064E\u00AD\u0628",
		"\u0644\u200E\u0627\u064E", "\u0628\u064E\u200E\u0628", "\u0628\u200D\u064E\u0651\u200D\u0628", "\u0644\u0651\u0650\u0622", "\u200B\u064E\u0628",
		"\u0750\u064E\u0628\u0615\u0654", "\u0627\u061C\u0654\u0628", "\u2019\u0628\u05D0\u05B0",
	} {
		f.Add(seed, uint8(0), uint8(255))
		f.Add(seed, uint8(i), uint8(2*i))
	}
	f.Fuzz(func(t *testing.T, text string, start, end uint8) {
		to := min(int(end), len(text))
		from := min(int(start), to)
		if got, want := AppendVisual(nil, text, from, to), inOrder(text, from, to); !slices.Equal(got, want) {
			t.Errorf("%+q from %d to %d is %s, not %s", text, from, to, hex(got), hex(want))
		}
	})
}
