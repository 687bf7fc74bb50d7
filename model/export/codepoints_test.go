package export

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func ExampleCodePoints() {
	points := NewCodePoints("💡 نعم")
	fmt.Println(points.At(len("💡")), points.At(len("💡 نعم")))
	// Output: 1 5
}

func TestZeroCodePoints(t *testing.T) {
	if got := new(CodePoints).At(0); got != 0 {
		t.Errorf("got %d", got)
	}
}

// FuzzCodePoints holds At to the standard library's count at every border of
// a code point.
func FuzzCodePoints(f *testing.F) {
	f.Add("")
	f.Add("aقb💡")
	f.Add(strings.Repeat("ق", stride/2)) // an entry of the index at the very end
	f.Add(strings.Repeat("a", stride-1) + "💡" + strings.Repeat("💡ق", stride))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		points := NewCodePoints(text)
		for i := range text {
			if got, want := points.At(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("At(%d) = %d, want %d", i, got, want)
			}
		}
		if got, want := points.At(len(text)), utf8.RuneCountInString(text); got != want {
			t.Fatalf("At(end) = %d, want %d", got, want)
		}
	})
}

func BenchmarkCodePoints(b *testing.B) {
	text := strings.Repeat("قال فلان. ", 6000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewCodePoints(text)
	}
}
