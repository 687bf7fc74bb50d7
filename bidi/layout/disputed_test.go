package layout

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rawi/bidi"
)

// TestDisputed: what renderers measure differently is shown as itself, in cells
// that all of them measure alike.
func TestDisputed(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // from left to right
	}{
		{"skin tone", "\U0001F44D\U0001F3FD!", []string{"\U0001F44D", "!"}},
		{"skin tone behind a variation selector", "\u261D\uFE0F\U0001F3FF", []string{"\u261D"}},
		{"skin tones in a family", "\U0001F469\U0001F3FB\u200D\U0001F680", []string{"\U0001F469", "\U0001F680"}},
		{"skin tone without a hand", "a\U0001F3FD", []string{"a", "\U0001F3FD"}},
		{"two skin tones", "\U0001F44D\U0001F3FD\U0001F3FD", []string{"\U0001F44D", "\U0001F3FD"}},
		{"keycap", "1\uFE0F\u20E3", []string{"1\u20E3"}},
		{"flag of England", "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", []string{"\U0001F3F4"}},
		{"three halves of flags", "\U0001F1F8\U0001F1E6\U0001F1F8", []string{"\U0001F1F8\U0001F1E6", "S"}},
		{"devanagari", "\u0928\u092E\u0938\u094D\u0924\u0947", []string{"\u0928", "\u092E", "\u0938\u094D", "\u0924\u0947"}},
		{"devanagari vowel sign", "\u0939\u093F\u0902\u0926\u0940", []string{"\u0939", "\u093F\u0902", "\u0926", "\u0940"}},
		{"bengali conjunct", "\u0995\u09CD\u09B7", []string{"\u0995\u09CD", "\u09B7"}},
		{"tamil", "\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD", []string{"\u0BA4", "\u0BAE", "\u0BBF", "\u0BB4\u0BCD"}},
		{"kannada", "\u0C95\u0CCD\u0CB7\u0CF3", []string{"\u0C95\u0CCD", "\u0CB7\u0CF3"}},
		{"thai am", "\u0E19\u0E49\u0E33", []string{"\u0E19\u0E49", "\u0E33"}},
		{"lao am", "\u0E99\u0EB3", []string{"\u0E99", "\u0EB3"}},
		{"khmer", "\u1780\u17D2\u1798\u17C1", []string{"\u1780\u17D2", "\u1798", "\u17C1"}},
		{"myanmar", "\u1000\u1039\u1000\u102B", []string{"\u1000\u1039", "\u1000", "\u102B"}},
		{"jamo of a syllable", "\u1112\u1161\u11AB", []string{"\uD55C"}},
		{"jamo alone", "\u1112", []string{"\u1112"}},
		{"a virama alone", "\u094D", []string{"\u00A0\u094D"}},
	}
	for _, test := range tests {
		var text Text
		opt := Options{Base: bidi.LeftToRight}
		text.Set(test.text, opt)
		var got []string
		for _, c := range text.AppendLines(nil, 80)[0].Cells {
			got = append(got, c.Glyph)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %+q is shown as %+q, want %+q", test.name, test.text, got, test.want)
		}
		checkWrap(t, &text, test.text, opt, 80)
	}
}

// TestNoReplacement: no character that Unicode knows is shown as U+FFFD, after a
// letter of its script, a letter of another or alone, and all measures agree on it.
func TestNoReplacement(t *testing.T) {
	var text Text
	opt := Options{Base: bidi.LeftToRight}
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || r&0xFFFE == 0xFFFE || r == replacement || r < 0x1F000 && 0xAC00 < r && r <= 0xD7A3 {
			continue
		}
		if roleOf(r) > disputed && !joinsNeighbours(r) { // TestRoles
			continue
		}
		for _, before := range []string{"", "\u0915", "\U0001F44D"} {
			source := before + string(r) + "\u0915"
			text.Set(source, opt)
			for _, c := range text.AppendLines(nil, 80)[0].Cells {
				if strings.ContainsRune(c.Glyph, replacement) {
					t.Errorf("U+%04X behind %q is shown as %+q", r, before, c.Glyph)
				}
			}
			checkWrap(t, &text, source, opt, 80)
		}
	}
}

// TestModifiable holds the line breaker's EB against Unicode's list of emoji.
func TestModifiable(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if s := string(r); modifiable(s) != toneable(s) {
			t.Errorf("U+%04X can have a skin tone: %v", r, modifiable(s))
		}
	}
}

// floods are texts of which one line or one letter is as long as a file. They
// are of 50,000 characters.
var floods = map[string]string{
	"marks":          "\u0628" + strings.Repeat("\u064E", 50_000),
	"marks alone":    strings.Repeat("\u0301", 50_000),
	"four bytes":     "\u0628" + strings.Repeat("\U0001E8D0", 50_000),
	"lam alef":       "\u0644" + strings.Repeat("\u064E", 25_000) + "\u0627" + strings.Repeat("\u064F", 25_000),
	"viramas":        "\u0915" + strings.Repeat("\u094D", 50_000),
	"conjuncts":      strings.Repeat("\u0915\u094D", 25_000),
	"vowel signs":    "\u0915" + strings.Repeat("\u093F", 50_000),
	"joiners":        "\u0628" + strings.Repeat("\u200D", 50_000) + "\u0628",
	"selectors":      "\u2764" + strings.Repeat("\uFE0F", 50_000),
	"bidi controls":  strings.Repeat("\u202E\u202C\u2067\u2069", 12_500) + "\u0628",
	"tags":           "\U0001F3F4" + strings.Repeat("\U000E0067", 50_000),
	"families":       strings.Repeat("\U0001F468\u200D", 25_000),
	"skin tones":     "\U0001F44D" + strings.Repeat("\U0001F3FD", 50_000),
	"halves of flag": strings.Repeat("\U0001F1F8", 50_000),
	"jamo":           strings.Repeat("\u1100", 25_000) + strings.Repeat("\u1161", 25_000),
	"signs":          strings.Repeat("\u0600", 50_000),
	"marked signs":   "\u06DD" + strings.Repeat("\u064E", 50_000),
	"a word":         strings.Repeat("\u0628", 50_000),
	"blanks":         strings.Repeat(" ", 50_000) + "\u0628",
}

// glyphBytes is how long a glyph can be: a character and [MaxMarks] marks of
// four bytes each.
const glyphBytes = 4 + 4*MaxMarks

// TestFloods: whatever a text holds, a line's cells are at most as many as its
// columns and none is longer than a character with its marks. What is left out is
// counted, and the cells still stand for all of the text.
func TestFloods(t *testing.T) {
	for name, source := range floods {
		var text Text
		text.Set(source, Options{Base: bidi.RightToLeft, Justify: true})
		lines := text.AppendLines(nil, 80)
		end := 0
		for i := range lines {
			line := &lines[i]
			if line.Start != end {
				t.Fatalf("%s: a line begins at %d, not %d", name, line.Start, end)
			}
			end = line.End
			if len(line.Cells) > 80 {
				t.Errorf("%s: %d cells", name, len(line.Cells))
			}
			for _, c := range line.Cells {
				if len(c.Glyph) > glyphBytes {
					t.Fatalf("%s: a glyph of %d bytes", name, len(c.Glyph))
				}
			}
		}
		if end != len(source) {
			t.Errorf("%s: the lines end at %d of %d", name, end, len(source))
		}
	}
	for name, want := range map[string]int{"marks": 50_000 - MaxMarks, "lam alef": 50_000 - MaxMarks, "a word": 0, "skin tones": 1} {
		var text Text
		if text.Set(floods[name], Options{}); text.Hidden() != want {
			t.Errorf("%s: %d are hidden, want %d", name, text.Hidden(), want)
		}
	}
	var text Text
	marks := strings.Repeat("\u064E", MaxMarks)
	text.Set("\u0628"+marks+"\u064F", Options{})
	if got := text.AppendLines(nil, 80)[0].Cells[0]; got.Glyph != "\uFE8F"+marks || got.End != 2+2*MaxMarks+2 {
		t.Errorf("a letter with %d marks is %v", MaxMarks+1, got)
	}
}
