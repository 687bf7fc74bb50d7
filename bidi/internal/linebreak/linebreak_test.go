package linebreak

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// breaks are the offsets before which a line may or must end, those that must
// negative.
func breaks(text string) (offsets []int) {
	var b Breaker
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch b.before(r, text[i+size:]) {
		case Allowed:
			offsets = append(offsets, i)
		case Mandatory:
			offsets = append(offsets, -i)
		}
	}
	return offsets
}

// before is the break before r.
func (b *Breaker) before(r rune, after string) Break {
	c := ClassOf(r)
	if c.NeedsNext() {
		c = c.WithNext(after)
	}
	return b.Before(c)
}

// TestConformance runs all cases of LineBreakTest.txt.
func TestConformance(t *testing.T) {
	f, err := os.Open("testdata/LineBreakTest.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for lines := bufio.NewScanner(z); lines.Scan(); {
		test, comment, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(test) == "" {
			continue
		}
		cases++
		text, want := parse(t, test)
		got := breaks(text)
		for i := range got {
			got[i] = max(got[i], -got[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: breaks at %v, want %v: %s", test, got, want, comment)
		}
	}
	if cases != 19338 {
		t.Errorf("%d cases, not 19338", cases)
	}
}

// parse gives the text of a test case and the offsets at which it has breaks,
// without that at the end of text (LB3).
func parse(t *testing.T, test string) (text string, breaks []int) {
	t.Helper()
	for _, field := range strings.Fields(test) {
		switch field {
		case "×":
		case "÷":
			breaks = append(breaks, len(text))
		default:
			r, err := strconv.ParseUint(field, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text += string(rune(r))
		}
	}
	return text, breaks[:len(breaks)-1]
}

// TestBreaks looks at what the conformance test has no case of: mandatory
// breaks apart from others, marks between a character and what it asks for,
// texts that are not UTF-8.
func TestBreaks(t *testing.T) {
	tests := []struct {
		name, text string
		want       []int
	}{
		{"nothing", "", nil},
		{"LB4 and LB5", "a\nb\r\nc\rd\u2028e\u0085", []int{-2, -5, -7, -11}},
		{"LB6: nothing breaks before a line's end", "a \n", nil},
		{"arabic words", "\u0642\u0627\u0644 \u0625\u0646", []int{7}},
		{"arabic comma", "\u0642\u0627\u0644\u060C \u0646\u0639\u0645", []int{9}},
		{"vowelled", "\u0642\u064E \u0627\u0650", []int{5}},
		{"LB15b: a mark between a quotation mark and its end", "a \u201D\u0301 b", []int{8}},
		{"LB15b: without a blank it opens", "\u4E2D \u201D\u4E2D", []int{4}},
		{"LB15c: a mark between", "a .\u03015", []int{2}},
		{"LB25: a mark between", "%(\u03015", nil},
		{"LB25: PO OP IS NU", "%(.5", nil},
		{"LB25: PO OP IS IS NU", "%(..5", []int{1}},
		{"LB25: PO OP IS", "%(.", []int{1}},
		{"LB28a: two marks between", "\u1BC0\u0301\u1BC1\u0301\u1BF2", nil},
		{"LB30a", "\U0001F1F8\U0001F1E6\U0001F1F8\U0001F1E6\U0001F1F8", []int{8, 16}},
		{"a broken byte is U+FFFD", "a \xFF \xD9", []int{2, 4}},
		{"and breaks off what a character asks for", "%(\xFF5", []int{1}},
	}
	for _, test := range tests {
		if got := breaks(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %+q breaks at %v, want %v", test.name, test.text, got, test.want)
		}
	}
}

func TestClassOutsideOfUnicode(t *testing.T) {
	for _, r := range []rune{-1, utf8.MaxRune + 1} {
		if ClassOf(r) != ClassOf(utf8.RuneError) {
			t.Errorf("%x is of class %d", r, ClassOf(r))
		}
	}
}

func TestBreakerDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() {
		var b Breaker
		b.before('(', "\u0301.5")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func ExampleBreaker() {
	const text = "12.5% of (all)\nfirms"
	var b Breaker
	for i, r := range text {
		c := ClassOf(r)
		if c.NeedsNext() {
			c = c.WithNext(text[i+utf8.RuneLen(r):])
		}
		switch b.Before(c) {
		case Allowed:
			fmt.Println(i, "may")
		case Mandatory:
			fmt.Println(i, "must")
		}
	}
	// Output:
	// 6 may
	// 9 may
	// 15 must
}

func BenchmarkBreaker(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"arabic", "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0625\u0646 \u0627\u0644\u0644\u062C\u0646\u0629\u060C "},
		{"ascii", "The minister said (in 2018) that 12.5% agreed. "},
	} {
		b.Run(bench.name, func(b *testing.B) {
			text := strings.Repeat(bench.text, 1000)
			characters := utf8.RuneCountInString(text)
			var count int
			for b.Loop() {
				var breaker Breaker
				for i, r := range text {
					if breaker.before(r, text[i+utf8.RuneLen(r):]) != Prohibited {
						count++
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(characters), "ns/char")
			b.ReportAllocs()
		})
	}
}
