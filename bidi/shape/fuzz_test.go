package shape

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// unshape is the text that glyphs were made of, up to canonical equivalence:
// forms become their letters by the compatibility decompositions of Unicode,
// and the alef of a lam-alef goes back to its place.
func unshape(glyphs, text []rune) string {
	var b strings.Builder
	alef := ""
	for i, g := range glyphs {
		switch letters := norm.NFKD.String(string(g)); {
		case g == Absorbed:
			b.WriteString(alef)
			alef = ""
		case g == text[i]:
			b.WriteRune(g)
		case strings.HasPrefix(letters, "\u0644") && letters != "\u0644":
			b.WriteString("\u0644")
			alef = strings.TrimPrefix(letters, "\u0644")
		default:
			b.WriteString(letters)
		}
	}
	return b.String() + alef
}

func presentationForm(r rune) bool {
	return 0xFB50 <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFF
}

// FuzzAppend: one glyph a character; glyphs unshaped are the text, so nothing
// is lost; what is a form already stays; no spacing mark is made; each stretch between blanks is shaped alike
// alone and in the text.
func FuzzAppend(f *testing.F) {
	for _, seed := range []string{
		"", "abc", "\u0644\u064E\u0627\u0654", "\u0628\u0640\u0644\u0622 \u200D\u0647\u200C",
		"\u06C1\u0654\u06D2\u0654\u06D5\u0654\u0648\u0654", "\xD9\xFF\uFEFB\uFE76", "\u0627\u0615\u0654\u0644\u0671",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		glyphs, runes := Append(nil, text), []rune(text)
		if len(glyphs) != len(runes) {
			t.Fatalf("%d glyphs for %d characters of %+q", len(glyphs), len(runes), text)
		}
		// NFKD because four letters (U+0675 to U+0678) have such mappings themselves
		if got, want := norm.NFKD.String(unshape(glyphs, runes)), norm.NFKD.String(string(runes)); got != want {
			t.Errorf("%+q unshaped is %+q (glyphs %s)", want, got, hex(glyphs))
		}
		for i, g := range glyphs {
			if 0xFE70 <= g && g <= 0xFE7F && g != runes[i] {
				t.Errorf("%+q has the spacing mark %04X", text, g)
			}
			if presentationForm(runes[i]) && g != runes[i] {
				t.Errorf("%+q has %04X for %04X", text, g, runes[i])
			}
		}
		var words []rune
		for i, word := range strings.Split(text, " ") {
			if i > 0 {
				words = append(words, ' ')
			}
			words = Append(words, word)
		}
		if !slices.Equal(words, glyphs) {
			t.Errorf("%+q word by word is %s, as a whole %s", text, hex(words), hex(glyphs))
		}
	})
}
