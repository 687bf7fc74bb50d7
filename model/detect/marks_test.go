package detect

import (
	"strings"
	"testing"

	"rawi/model/detect/lexicon"
)

func TestMarks(t *testing.T) {
	// Capitals stand for Arabic letters; lines are paragraphs.
	tests := []struct{ name, text, want string }{
		{"straight", `AB "CD" EF`, "CD"},
		{"two pairs", `A "B" C "D".`, "B|D"},
		{"guillemets", `A «B C» D`, "B C"},
		{"curly", `A “B” C`, "B"},
		{"single", `A ‘B C’ D`, "B C"},
		{"small guillemets", `A ‹B› C`, "B"},
		{"two apostrophes", `A ''B'' C`, "B"},
		{"double brackets", `A ((B C)) D`, "B C"},
		{"an apostrophe in a word is none", `it's A`, ""},
		{"swapped curly", `A ”B“ C`, "B"},
		{"swapped guillemets", `A »B« C`, "B"},
		{"both alike", `A ”B” C ”D” E`, "B|D"},
		{"mixed", `A «B" C`, "B"},
		{"nested in another kind", `A «B "C" D» E`, `B "C" D|C`},
		{"nested in its own kind", `A «B «C» D» E`, `B «C» D|C`},
		{"glued to the next word", `A "B"C D`, "B"},
		{"glued to the word before", `A"B C" D`, "B C"},
		{"blanks inside", `A " B C " D`, "B C"},
		{"a stray closing mark", `A B» C "D" E`, "D"},
		{"a stray straight mark does not turn the next paragraph", "A B\" C\nD \"E\" F", "E"},
		{"unclosed", "A «B C.\nD «E» F", "B C.|E"},
		{"unclosed, a new one follows", `A "B C، D "E" F`, "B C|E"},
		{"over two paragraphs", "A «B C.\n«D E» F", "B C.\n«D E"},
		{"empty", `A "" B`, ""},
		{"adjacent", `A "B""C" D`, "B|C"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := read(lines(tt.text), lexicon.Default())
			var got []string
			for _, q := range pairMarks(p) {
				s := p.inside(q)
				got = append(got, s.In(tt.text))
			}
			if joined := strings.Join(got, "|"); joined != tt.want {
				t.Errorf("%s: got %q, want %q", tt.text, joined, tt.want)
			}
		})
	}
}
