package layout

import (
	"slices"
	"testing"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/shape"
)

// TestSigns: what is written for a sign stands where Arabic reads it, to the
// right or to the left of its number, as the line is seen from left to right.
func TestSigns(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"end of ayah", "\u06DD\u0661\u0662", 80, []string{"(\u0661\u0662)"}},
		{"without a number", "\u06DD", 80, []string{"()"}},
		{"before letters", "\u06DDA", 80, []string{"A()"}},
		{"disputed end of ayah", "\u08E2\u0663", 80, []string{"(\u0663)"}},
		{"european digits", "A \u06DD12", 80, []string{"(12) A"}},
		{"a year", "A \u0601\u0661\u0669", 80, []string{"\u0661\u0669 \u0629\u0646\u0633 A"}},
		{"a year without a number", "A \u0601", 80, []string{"\u0629\u0646\u0633 A"}},
		{"pounds", "\u0890\u0661\u0662", 80, []string{"\u0647\u064A\u0646\u062C \u0661\u0662"}},
		{"piastres", "\u0891\u0665", 80, []string{"\u0634\u0631\u0642 \u0665"}},
		{"two", "\u06DD\u0661\u06DD\u0662", 80, []string{"(\u0661)(\u0662)"}},
		{"in english", "a \u06DD\u0661 b", 80, []string{"a (\u0661) b"}},
		{"it stays with its number", "AB \u06DD\u0661\u0662", 5, []string{"BA", "(\u0661\u0662)"}},
		{"a line too short for the number", "\u06DD\u0661\u0662", 3, []string{"(\u0661)", "\u0662"}},
		{"a line too short for the sign", "\u06DD\u0661", 1, []string{"\u25CB", "\u0661"}},
		{"a blessing", "A \uFDFA B", 80,
			[]string{"B \u0645\u0644\u0633\u0648 \u0647\u064A\u0644\u0639 \u0647\u0644\u0644\u0627 \u0649\u0644\u0635 A"}},
		{"a line too short for the blessing", "A \uFDFA B", 5, []string{"A", "\uFDFA", "B"}},
	}
	for _, test := range tests {
		var text Text
		base := bidi.RightToLeft
		if test.name == "in english" {
			base = bidi.LeftToRight
		}
		text.Set(arabic(test.text), Options{Base: base, Unshaped: true})
		var got []string
		for _, line := range text.AppendLines(nil, test.width) {
			got = append(got, drawnRaw(line))
		}
		for i := range test.want {
			test.want[i] = arabic(test.want[i])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q at %d columns is %+q, want %+q", test.name, test.text, test.width, got, test.want)
		}
	}
}

func drawnRaw(line Line) (s string) {
	for _, c := range line.Cells {
		s += c.Glyph
	}
	return s
}

// TestSignsMapToTheirBytes: both sides of a number stand for the sign.
func TestSignsMapToTheirBytes(t *testing.T) {
	var text Text
	text.Set("\u06DD\u0661\u0662 \uFDFD", Options{Base: bidi.RightToLeft}) // the 22 columns of the basmala, a blank, "(12)"
	line := text.AppendLines(nil, 80)[0]
	if got, want := line.AppendColumns(nil, 0, 2), []Columns{{23, 24}, {26, 27}}; !slices.Equal(got, want) {
		t.Errorf("the sign is at %v, not %v", got, want)
	}
	if got, want := line.AppendColumns(nil, 7, 8), []Columns{{0, 22}}; !slices.Equal(got, want) {
		t.Errorf("the basmala is at %v, not %v", got, want)
	}
	for column, want := range map[int]int{0: 7, 21: 7, 22: 6, 23: 0, 24: 2, 25: 4, 26: 0} {
		if got := line.OffsetAt(column); got != want {
			t.Errorf("column %d is at %d, not %d", column, got, want)
		}
	}
}

// TestSignsAreOrdinary: what is written is one ordinary cell a character, shaped
// or not.
func TestSignsAreOrdinary(t *testing.T) {
	for _, s := range signs {
		for _, part := range []string{s.right, s.left} {
			shaped := shape.Append(nil, part)
			if len(shaped) != utf8.RuneCountInString(part) {
				t.Errorf("U+%04X: %q has no form for each letter", s.sign, part)
			}
			for _, r := range append(shaped, []rune(part)...) {
				if r != ' ' && roleOf(r) != spacing+1 {
					t.Errorf("U+%04X is written with U+%04X", s.sign, r)
				}
			}
		}
	}
	for _, r := range []rune{0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x0890, 0x0891, 0x08E2, 0xFDFA, 0xFDFD} {
		if signOf(r) == nil {
			t.Errorf("U+%04X is not written out", r)
		}
	}
}
