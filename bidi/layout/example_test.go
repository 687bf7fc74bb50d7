package layout_test

import (
	"fmt"

	"rawi/bidi"
	"rawi/bidi/layout"
)

// "Iraq is in the Arab world", with the name of the land in Latin letters.
const sentence = "Iraq \u0641\u064A \u0627\u0644\u0639\u0627\u0644\u0645"

func ExampleText() {
	var text layout.Text
	text.Set(sentence, layout.Options{Base: bidi.RightToLeft})
	for _, line := range text.AppendLines(nil, 8) {
		fmt.Printf("bytes %d-%d in %d columns\n", line.Start, line.End, line.Width)
		for _, cell := range line.Cells {
			fmt.Printf("  %2d-%2d %+q\n", cell.Start, cell.End, cell.Glyph)
		}
	}
	// Output:
	// bytes 0-10 in 7 columns
	//    7- 9 "\ufef2"
	//    5- 7 "\ufed3"
	//    4- 5 " "
	//    0- 1 "I"
	//    1- 2 "r"
	//    2- 3 "a"
	//    3- 4 "q"
	// bytes 10-22 in 6 columns
	//   20-22 "\ufee2"
	//   18-20 "\ufedf"
	//   16-18 "\ufe8e"
	//   14-16 "\ufecc"
	//   12-14 "\ufedf"
	//   10-12 "\ufe8d"
}

func ExampleText_Clip() {
	var text layout.Text
	text.Set(sentence, layout.Options{Base: bidi.RightToLeft})
	line := text.Clip(4)
	for _, cell := range line.Cells {
		fmt.Printf("%d-%d %+q\n", cell.Start, cell.End, cell.Glyph)
	}
	// Output:
	// 0-1 "I"
	// 1-2 "r"
	// 2-3 "a"
	// 3-22 "\u2026"
}

// A justified line: the tatweel and the blank that were put in stand for the
// bytes of the cell before them.
func ExampleOptions_justify() {
	var text layout.Text
	text.Set("\u0645\u062D\u0645\u062F \u0641\u064A \u0628\u063A\u062F\u0627\u062F", layout.Options{Base: bidi.RightToLeft, Justify: true})
	for _, cell := range text.AppendLines(nil, 9)[0].Cells {
		fmt.Printf("%d-%d %+q\n", cell.Start, cell.End, cell.Glyph)
	}
	// Output:
	// 11-13 "\ufef2"
	// 9-11 "\ufed3"
	// 8-9 " "
	// 8-9 " "
	// 6-8 "\ufeaa"
	// 4-6 "\u0640"
	// 4-6 "\ufee4"
	// 2-4 "\ufea4"
	// 0-2 "\ufee3"
}

func ExampleLine_AppendColumns() {
	var text layout.Text
	text.Set(sentence, layout.Options{Base: bidi.RightToLeft})
	line := text.Clip(80)
	fmt.Println(line.AppendColumns(nil, 3, 7)) // the q, the blank and the feh
	// Output:
	// [{8 10} {13 14}]
}

func ExampleLine_OffsetAt() {
	var text layout.Text
	text.Set(sentence, layout.Options{Base: bidi.RightToLeft})
	line := text.Clip(80)
	fmt.Println(line.OffsetAt(0), line.OffsetAt(line.Width-1))
	// Output:
	// 20 3
}

func ExampleAppendVisual() {
	var p bidi.Paragraph
	p.Set(sentence, bidi.RightToLeft)
	fmt.Printf("%+q\n", string(layout.AppendVisual(nil, &p, sentence, 0, 9)))
	// Output:
	// "\ufef2\ufed3 Iraq"
}
