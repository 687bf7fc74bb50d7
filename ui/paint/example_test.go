package paint_test

import (
	"fmt"
	"strings"

	"rawi/bidi"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// A pane's row: the words stand at the right edge, and the quotation in them
// keeps its joins and its place.
func Example() {
	const text = "قال: «نعم»"
	start := strings.Index(text, "نعم")
	quote := paint.Mark{Start: start, End: start + len("نعم"), Role: theme.Quote}

	painter := paint.Painter{Theme: theme.Either()}
	row := painter.Row(12, func(row paint.Area) {
		row.LabelMarks(0, 0, 12, text, theme.Text, bidi.RightToLeft, []paint.Mark{quote})
	})
	fmt.Printf("%q\n", row)
	// Output: "  «\x1b[1mﻢﻌﻧ\x1b[m» :ﻝﺎﻗ"
}
