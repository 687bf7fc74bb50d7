package layout

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rawi/bidi"
)

// raggedness is the sum of squares of the columns that lines lack, without the
// last and those before a line separator.
func raggedness(source string, lines []Line, width int) (sum int) {
	for i := range lines {
		if i < len(lines)-1 && !strings.HasSuffix(source[:lines[i].End], "\n") {
			missing := max(width-lines[i].Width, 0)
			sum += missing * missing
		}
	}
	return sum
}

// least tries every way to break words into lines.
func least(words []int, width int) int {
	best := math.MaxInt
	columns := -1
	for i, w := range words {
		if columns += 1 + w; columns > width {
			break
		}
		if i == len(words)-1 {
			return 0
		}
		if rest := least(words[i+1:], width); rest != math.MaxInt {
			best = min(best, (width-columns)*(width-columns)+rest)
		}
	}
	return best
}

// TestBalanceIsBest compares with all ways to break random paragraphs.
func TestBalanceIsBest(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	var text Text
	for range 3000 {
		width := 3 + random.IntN(12)
		var words []int
		var source strings.Builder
		want := 0
		for n := random.IntN(14); len(words) < n; {
			size := 1 + random.IntN(width)
			words = append(words, size)
			source.WriteString(strings.Repeat("\u0628", size) + strings.Repeat(" ", 1))
		}
		if len(words) > 0 {
			want = least(words, width)
		}
		text.Set(source.String(), Options{Base: bidi.RightToLeft, Balance: true})
		if got := raggedness(source.String(), text.AppendLines(nil, width), width); got != want {
			t.Errorf("words of %v at %d columns: raggedness %d, best %d", words, width, got, want)
		}
	}
}

func TestBalance(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       string // lines parted by bars
	}{
		{"nothing", "", 5, ""},
		{"one line", "aa bb", 5, "aa bb"},
		{"less ragged than greedy", "aaa bb cc ddddd", 6, "aaa|bb cc|ddddd"},
		{"the last line may be short", "aa bb cc", 5, "aa bb|cc"},
		{"line separators part paragraphs", "aaa bb cc ddddd\naaa bb cc ddddd", 6, "aaa|bb cc|ddddd|aaa|bb cc|ddddd"},
		{"a long word begins a line and is cut", "aa bbbbbbbb cc", 5, "aa|bbbbb|bbb|cc"},
		{"nothing but blanks", "      ", 3, ""},
		{"blank lines", "aa\n\n\nbb", 5, "aa|||bb"},
	}
	for _, test := range tests {
		var text Text
		text.Set(test.text, Options{Balance: true})
		var got []string
		for _, line := range text.AppendLines(nil, test.width) {
			got = append(got, drawn(line))
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s: %q at %d columns is %q, want %q", test.name, test.text, test.width, s, test.want)
		}
	}
}

// FuzzBalance: the contract holds, and lines are never more ragged than greedy
// ones.
func FuzzBalance(f *testing.F) {
	for i, seed := range append(seeds, "aaa bb cc ddddd", "\t\t\t a \t\t b") {
		f.Add(seed+" "+seed, uint8(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, source string, width, flags uint8) {
		opt := Options{Base: bidi.Direction(flags % 3)}
		columns := max(1, int(width))
		var greedy, balanced Text
		greedy.Set(source, opt)
		opt.Balance = true
		balanced.Set(source, opt)
		checkWrap(t, &balanced, source, opt, columns)
		if strings.ContainsAny(source, "\v\f\r\u0085\u2028\u2029") {
			return
		}
		was := raggedness(source, greedy.AppendLines(nil, columns), columns)
		if is := raggedness(source, balanced.AppendLines(nil, columns), columns); is > was {
			t.Errorf("%+q at %d columns: raggedness %d, greedy %d", source, columns, is, was)
		}
	})
}
