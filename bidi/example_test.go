package bidi_test

import (
	"bytes"
	"fmt"
	"strings"

	"rawi/bidi"
)

// The examples print offsets and levels: they read the same in every editor.

func ExampleParagraph_AppendLine() {
	// "salam Reuters 2018.", the first word in Arabic letters of two bytes.
	text := "\u0633\u0644\u0627\u0645 Reuters 2018."

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	fmt.Println("paragraph level", p.Base())
	for _, run := range p.AppendLine(nil, 0, len(text)) {
		fmt.Println(run.Start, run.End, run.Level)
	}
	// Output:
	// paragraph level 1
	// 21 22 1
	// 9 21 2
	// 0 9 1
}

// A paragraph is resolved once and each of its lines is ordered by itself: the
// second line begins in Latin and still runs from right to left.
func ExampleParagraph_AppendLine_lines() {
	text := "\u0633\u0644\u0627\u0645 a b \u0633\u0644\u0627\u0645"
	second := strings.Index(text, "b")

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	fmt.Println(p.AppendLine(nil, 0, second))
	fmt.Println(p.AppendLine(nil, second, len(text)))
	// Output:
	// [{10 11 1} {9 10 2} {0 9 1}]
	// [{12 21 1} {11 12 2}]
}

// A line for a terminal that shows what it gets from left to right: the word
// backwards, the brackets mirrored, the mark behind its letter.
func ExampleParagraph_AppendVisual() {
	text := "\u0642\u064E\u062F (Go)"

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	fmt.Printf("%+q\n", string(p.AppendVisual(nil, 0, len(text))))
	// Output: "(Go) \u062f\u0642\u064e"
}

// Runs are in text order and before L1: for the blanks at the ends of lines ask
// AppendLine.
func ExampleParagraph_Runs() {
	text := "\u0633\u0644\u0627\u0645 a b "

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	fmt.Println(p.Runs())
	// Output: [{0 9 1} {9 12 2} {12 13 1}]
}

// A file is divided into paragraphs before they are resolved.
func ExampleParagraphs() {
	var p bidi.Paragraph
	for text := range bidi.Paragraphs("abc\r\n\u05D0\u05D1 12\u2029") {
		p.Set(text, bidi.Auto)
		fmt.Println(len(text), p.Base())
	}
	// Output:
	// 5 0
	// 10 1
}

// One Paragraph does for any number of texts, without new memory. The bytes are
// not copied: they must stay as they are while p is used.
func ExampleParagraph_SetBytes() {
	file := []byte("abc\n\u05D0\u05D1 12\n")

	var p bidi.Paragraph
	for text := range bytes.Lines(file) {
		p.SetBytes(text, bidi.Auto)
		fmt.Println(p.Base(), p.Runs())
	}
	// Output:
	// 0 [{0 4 0}]
	// 1 [{0 5 1} {5 7 2} {7 8 1}]
}

func ExampleParagraph_LevelAt() {
	text := "\u0633\u0644\u0627\u0645 1990"

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	for i := range text {
		fmt.Print(p.LevelAt(i))
	}
	fmt.Println()
	// Output: 111112222
}

// Many Arabic paragraphs begin with a Latin name; the majority of their letters
// says more than the first one.
func ExampleMajority() {
	text := "Reuters: \u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064A\u0633"

	var p bidi.Paragraph
	p.Set(text, bidi.Auto)
	fmt.Println("by the first letter", p.Base())
	if direction, ok := bidi.Majority(text); ok {
		p.Set(text, direction)
	}
	fmt.Println("by the majority", p.Base())
	// Output:
	// by the first letter 0
	// by the majority 1
}

func ExampleMirror() {
	mirrored, ok := bidi.Mirror('(')
	fmt.Printf("%c %v\n", mirrored, ok)
	// Output: ) true
}
