package layout

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/mattn/go-runewidth"

	"rawi/bidi"
	"rawi/bidi/shape"
)

// TestRoles holds the role of every code point against the segmenter and the
// measures that renderers use.
func TestRoles(t *testing.T) {
	narrow := runewidth.Condition{StrictEmojiNeutral: true}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		switch role := roleOf(r); role {
		case ignored:
			if !invisible(r) {
				t.Errorf("U+%04X makes no cell", r)
			}
		case nonspacing:
			if !oneCluster("a"+s) || narrow.StringWidth("a"+s) != 1 || lipgloss.Width("a"+s) != 1 {
				t.Errorf("U+%04X is no mark", r)
			}
		case breaking:
			if !unicode.IsSpace(r) {
				t.Errorf("U+%04X is a blank", r)
			}
		case disputed:
			if sign := signOf(r); sign == nil && !joinsNeighbours(r) {
				t.Errorf("U+%04X is measured alike by all", r)
			}
		default:
			if w := int(role - spacing); w < 1 || w > 2 || narrow.StringWidth(s) != w || lipgloss.Width(s) != w {
				t.Errorf("U+%04X has %d columns, go-runewidth says %d, lipgloss %d", r, w, narrow.StringWidth(s), lipgloss.Width(s))
			}
			if joinsNeighbours(r) {
				t.Errorf("U+%04X joins its neighbours", r)
			}
		}
	}
}

func oneCluster(s string) bool {
	g := graphemes.FromString(s)
	g.Next()
	return g.Value() == s
}

// TestGlyphsHaveTheWidthOfTheirCharacters: forms and mirrors take the columns
// of the character that they show.
func TestGlyphsHaveTheWidthOfTheirCharacters(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		glyphs := shape.Append(nil, "\u0628"+string(r)+"\u0628")
		if g := glyphs[1]; utf8.ValidRune(r) && g != r && g != shape.Absorbed && roleOf(g) != roleOf(r) {
			t.Errorf("U+%04X is shaped to U+%04X", r, g)
		}
		if m, ok := bidi.Mirror(r); ok && roleOf(m) != roleOf(r) {
			t.Errorf("U+%04X is mirrored to U+%04X", r, m)
		}
	}
}

// TestHostileTexts checks the contract on random texts of characters that
// combine, join, reorder, break or measure in their own way.
func TestHostileTexts(t *testing.T) {
	characters := []rune("ab1(]« \t\n\r\u0085\u2028\u00A0\u3000\u00AD\u200B\u200C\u200D\u200E\u200F\u061C\uFEFF\uFE0F\x00\x1B\u009B" +
		"\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u0644\u0627\u0622\u0628\u062F\u0640\u0621\u06C1\u06AD\u0750" +
		"\u064E\u0651\u0653\u0654\u0655\u0670\u06DC\u0615\u0301\u06E5\u06DD\u0600\u08E2\u0661\uFEFB\uFE8D\uFE76\uFDFA\uFDFD\u0890\u0602\u0633\u05D0" +
		"\u0915\u094D\u0937\u093F\u0E33\u1100\u1161\u11A8\uAC00\uAC01\U0001F1F8\U0001F1E6\U0001F468\U0001F3FD\u2764\u20E3\u6F22\uFFFD\U000E0041\u070F\U00010D00")
	random := rand.New(rand.NewPCG(17, 0))
	var text Text
	for range 4000 {
		var source strings.Builder
		for range random.IntN(24) {
			source.WriteRune(characters[random.IntN(len(characters))])
		}
		opt := Options{
			Base: bidi.Direction(random.IntN(3)), Unshaped: random.IntN(4) == 0, HideMarks: random.IntN(4) == 0,
			Justify: random.IntN(4) == 0, Balance: random.IntN(4) == 0,
		}
		text.Set(source.String(), opt)
		checkWrap(t, &text, source.String(), opt, 1+random.IntN(12))
	}
}

// TestAlone: what is measured as alone joins no letter beside it and belongs to no word
// that takes a kashida, so that words on both sides can be measured by themselves.
func TestAlone(t *testing.T) {
	const beh = "\u0628"
	isolated := shape.Append(nil, beh)[0]
	for r := rune(0); r <= unicode.MaxRune; r++ {
		is := traits().at(r)
		if is == nil || !is.alone {
			continue
		}
		text := beh + beh + string(r) + beh
		forms := shape.Append(nil, text)
		if forms[2] != r || forms[3] != isolated || shape.Append(nil, text[2:])[0] != isolated {
			t.Errorf("%U joins: %+q", r, forms)
		}
		if kashidas := shape.AppendKashidas(nil, text); len(kashidas) > 0 { // a word of three letters would have one
			t.Errorf("%U is in a word with letters beside it", r)
		}
	}
}
