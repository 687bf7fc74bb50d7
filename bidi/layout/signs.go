package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/bidi/shape"
)

// sign is a character that is written out: terminals give those before numbers
// (Prepended_Concatenation_Mark) no cell or one, and renderers make the first
// digit a part of them; the two ligatures of whole sentences measure one column
// and cannot be read in it.
type sign struct {
	sign  rune
	right string // what is written to the right of the number: read before it
	left  string // what is written to the left of it
	alone string // what is shown on a line too short for these
}

// signs are in the order of their code points. Blanks part what is written from
// the number.
var signs = [...]sign{
	{0x0600, "\u0631\u0642\u0645 ", "", "\u2116"},        // number sign: raqm
	{0x0601, "\u0633\u0646\u0629 ", "", "\uFEB1"},        // sign sanah: sana, a year
	{0x0602, "\u062D\u0627\u0634\u064A\u0629 ", "", "*"}, // footnote marker: hashiya
	{0x0603, "\u0635\u0641\u062D\u0629 ", "", "\uFEB9"},  // sign safha: safha, a page
	{0x0604, "\u0633\u0645\u0648\u062A ", "", "#"},       // sign samvat: samvat, a year of an Indian era
	{0x0605, "\u0631\u0642\u0645 ", "", "#"},             // number mark above, for Coptic numbers: raqm
	{0x06DD, ")", "(", "\u25CB"},                         // end of ayah
	{0x0890, "", " \u062C\u0646\u064A\u0647", "\u00A3"},  // pound mark above: junayh
	{0x0891, "", " \u0642\u0631\u0634", "\uFED5"},        // piastre mark above: qirsh
	{0x08E2, ")", "(", "\u25CB"},                         // disputed end of ayah
	{0xFDFA, "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 \u0648\u0633\u0644\u0645", "", "\uFDFA"},
	{0xFDFD, "\u0628\u0633\u0645 \u0627\u0644\u0644\u0647 \u0627\u0644\u0631\u062D\u0645\u0646 \u0627\u0644\u0631\u062D\u064A\u0645", "", "\uFDFD"},
}

// signOf is the sign r, nil where r is none.
func signOf(r rune) *sign {
	for i := range signs {
		if signs[i].sign == r {
			return &signs[i]
		}
	}
	return nil
}

// parts are what is written beside the digits that follow, which may be none.
func (s *sign) parts(digits int) (right, left string) {
	if digits == 0 {
		return strings.TrimSuffix(s.right, " "), strings.TrimPrefix(s.left, " ")
	}
	return s.right, s.left
}

// digits is the number of decimal digits at the start of text.
func digits(text string) (n int) {
	for _, r := range text {
		if !within(r, '0', '9') && !within(r, 0x0660, 0x0669) && !within(r, 0x06F0, 0x06F9) {
			break
		}
		n++
	}
	return n
}

// sign adds the cell of a sign, which AppendLines writes out.
func (m *measurer) sign(start int, s *sign) {
	right, left := s.parts(digits(m.source[start+utf8.RuneLen(s.sign):]))
	m.begin(start, utf8.RuneCountInString(right)+utf8.RuneCountInString(left), written)
	for _, part := range []string{right, left} {
		m.words = appendRunes(m.words[:0], part)
		if !m.options.Unshaped {
			m.words = shape.Append(m.words[:0], part)
		}
		for _, r := range m.words {
			m.write(r)
		}
	}
}

// sign is the sign of the cell i, and the number of its digits.
func (t *Text) sign(i int) (s *sign, digitCount int) {
	r, size := utf8.DecodeRuneInString(t.source[t.cells[i].start:])
	return signOf(r), digits(t.source[int(t.cells[i].start)+size:])
}

// appendSign appends the cells of the sign i around its digits, which stand
// from left to right in the cells i+1 to to; with none of them it stands alone.
// It answers the cell after the digits.
func (t *Text) appendSign(cells []Cell, i, to int, level bidi.Level) (_ []Cell, next int) {
	s, digits := t.sign(i)
	next = min(i+1+digits, to)
	if int(t.cells[i].width) > t.width {
		cells = t.appendCell(cells, i, level)
		alone := &cells[len(cells)-1]
		alone.Glyph, alone.Width = s.alone, 1
		return t.appendCells(cells, i+1, next, level), next
	}
	right, _ := s.parts(digits)
	split := utf8.RuneCountInString(right)
	cells = t.appendWritten(cells, i, split, int(t.cells[i].width), level)
	cells = t.appendCells(cells, i+1, next, level)
	return t.appendWritten(cells, i, 0, split, level), next
}

// appendWritten appends the letters from to to of what is written for the sign
// i, from left to right.
func (t *Text) appendWritten(cells []Cell, i, from, to int, level bidi.Level) []Cell {
	cells = t.appendCell(cells, i, level)
	first := len(cells) - 1
	letter := cells[first]
	letter.Width = 1
	cells = cells[:first]
	n := 0
	for rest := letter.Glyph; rest != "" && n < to; n++ {
		_, size := utf8.DecodeRuneInString(rest)
		if n >= from {
			letter.Glyph = rest[:size]
			cells = append(cells, letter)
		}
		rest = rest[size:]
	}
	slices.Reverse(cells[first:])
	return cells
}
