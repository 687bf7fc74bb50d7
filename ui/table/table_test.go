package table

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rawi/ui/paint"
)

// A table from the left, with words that go on in the next line of their column.
func ExampleNew() {
	t, _ := New(os.Stdout, paint.Painter{FromLeft: true}, 30, Column{Head: "who"}, Column{Head: "n", Width: 4, Number: true}, Column{Head: "said"})
	_ = t.Row("Nur", "12", "that much was said")
	// Output:
	// who             n  said
	// ───────────  ────  ───────────
	// Nur            12  that much
	//                    was said
}

// In Arabic the first column is at the right, and no line is wider than the terminal.
func TestFromTheRight(t *testing.T) {
	var out strings.Builder
	table, err := New(&out, paint.Painter{}, 30, Column{Head: "من"}, Column{Head: "عدد", Width: 4, Number: true}, Column{Head: "ما"})
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Row("abc", "7", "x y"); err != nil {
		t.Fatal(err)
	}
	row := strings.Split(out.String(), "\n")[2]
	if want := fmt.Sprintf("%11s%-6s%13s", "x y", "  7", "abc"); strings.TrimRight(row, " ") != strings.TrimRight(want, " ") {
		t.Errorf("got %q, want %q", row, want)
	}
}

// A terminal narrower than the columns cuts them and loses no row.
func TestNarrow(t *testing.T) {
	for width := range 40 {
		var out strings.Builder
		table, err := New(&out, paint.Painter{FromLeft: true}, width, Column{Head: "a"}, Column{Head: "b", Width: 6}, Column{Head: "c"})
		if err != nil {
			t.Fatal(err)
		}
		_ = table.Row("one", "two", "three")
		for line := range strings.Lines(out.String()) {
			if len([]rune(strings.TrimSuffix(line, "\n"))) > max(1, width) {
				t.Errorf("at %d columns: %q", width, line)
			}
		}
	}
}
