package table

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rawi/ui/paint"
)

// From the left, with words that go on in the next line of their column.
func ExampleWrite() {
	_ = Write(os.Stdout, []Table{{Title: "who said what", Head: []string{"who", "n", "said"},
		Rows: [][]string{{"Nur", "12", "that much was said"}, {"Sami", "7", "no"}}}}, &paint.Painter{FromLeft: true}, 22)
	// Output:
	// who said what
	// who    n  said
	// Nur   12  that much
	//           was said
	// Sami   7  no
}

// In Arabic the first column is at the right, and digits stand below each other all the same.
func TestFromTheRight(t *testing.T) {
	var out strings.Builder
	if err := Write(&out, []Table{{Head: []string{"a", "b", "c"}, Rows: [][]string{{"abc", "7", "x y"}, {"d", "12", "z"}}}}, &paint.Painter{}, 14); err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, row := range [][]any{{"c", "b", "a"}, {"x y", "7", "abc"}, {"z", "12", "d"}} {
		want += fmt.Sprintf("  %3s  %2s  %3s\n", row...)
	}
	if out.String() != want {
		t.Errorf("got\n%s, want\n%s", out.String(), want)
	}
}

// A terminal narrower than the columns cuts them; no line is wider than it.
func TestNarrow(t *testing.T) {
	for width := range 40 {
		var out strings.Builder
		_ = Write(&out, []Table{{Title: "a title", Head: []string{"a", "b", "c"}, Rows: [][]string{{"one word or two", "2", "three words that are long"}, {"alone"}}}},
			&paint.Painter{FromLeft: true}, width)
		for line := range strings.Lines(out.String()) {
			if len([]rune(strings.TrimSuffix(line, "\n"))) > max(1, width) {
				t.Errorf("at %d columns: %q", width, line)
			}
		}
	}
}

// Elsewhere cells are text, whole.
func TestText(t *testing.T) {
	var out strings.Builder
	_ = Write(&out, []Table{{Head: []string{"", "n"}, Rows: [][]string{{"كلام طويل", "7"}, {"سطر"}}}}, nil, 3)
	if got := out.String(); got != "          n\nكلام طويل  7\nسطر\n" {
		t.Errorf("got %q", got)
	}
}
