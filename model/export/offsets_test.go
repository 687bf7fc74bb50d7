package export

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"rawi/model"
)

func ExampleOffsets() {
	text := "💡 نعم"
	fmt.Printf("%+v\n", NewOffsets(text).Place(model.Span{Start: len("💡 "), End: len(text)}))
	// Output: {Bytes:{Start:5 End:11} CodePoints:{Start:2 End:5} UTF16:{Start:3 End:6}}
}

func TestOffsetsOfNothing(t *testing.T) {
	if got := new(Offsets).Place(model.Span{}); got != (Place{}) {
		t.Errorf("got %+v", got)
	}
}

// FuzzOffsets holds both units to the standard library's count at every border of
// a code point.
func FuzzOffsets(f *testing.F) {
	f.Add("")
	f.Add("aقb💡")
	f.Add(strings.Repeat("ق", stride/2)) // an entry of the index at the very end
	f.Add(strings.Repeat("a", stride-1) + "💡" + strings.Repeat("💡ق", stride))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		o := NewOffsets(text)
		at := func(i int) {
			if got, want := o.CodePoints(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("CodePoints(%d) = %d, want %d", i, got, want)
			}
			if got, want := o.UTF16(i), len(utf16.Encode([]rune(text[:i]))); got != want {
				t.Fatalf("UTF16(%d) = %d, want %d", i, got, want)
			}
		}
		for i := range text {
			at(i)
		}
		at(len(text))
	})
}

func BenchmarkOffsets(b *testing.B) {
	text := strings.Repeat("قال فلان. ", 6000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewOffsets(text)
	}
}
