package layout

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestLineBreaks runs all cases of LineBreakTest.txt (Unicode 17.0.0). None
// fails with the segmenter that we use; of the other one that a Go program
// could take, rivo/uniseg 0.4.7, 913 do.
func TestLineBreaks(t *testing.T) {
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
	var text Text
	for lines := bufio.NewScanner(z); lines.Scan(); {
		test, comment, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(test) == "" {
			continue
		}
		cases++
		source, want := parseLineBreakTest(t, test)
		text.Set(source, Options{})
		breaks := breaks{segments: text.segments.LineIterator()}
		var got []int
		for i := range len(text.runes) + 1 {
			if breaks.before(i) != noBreak {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: breaks at %v, want %v: %s", test, got, want, comment)
		}
	}
	if cases != 19338 {
		t.Errorf("%d cases, not 19338", cases)
	}
}

// parseLineBreakTest gives the text of a test case and the indices of the
// characters before which a line may break.
func parseLineBreakTest(t *testing.T, test string) (text string, breaks []int) {
	t.Helper()
	i := 0
	for _, field := range strings.Fields(test) {
		switch field {
		case "×":
		case "÷":
			breaks = append(breaks, i)
		default:
			r, err := strconv.ParseUint(field, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text += string(rune(r))
			i++
		}
	}
	return text, breaks
}
