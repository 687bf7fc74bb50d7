//go:build unix

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/text/unicode/norm"
)

var ansiStyle = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// fill is what gives a cell a background: a colour, or turning the colours round.
var fill = regexp.MustCompile(`[\[;](48|7|4[0-7]|10[0-7])[;m]`)

func filled(style string) bool { return fill.MatchString(style) }

// screen is what a terminal shows: rows of cells, from the upper left corner.
type screen struct {
	cells  [][]string
	styles [][]string // one for each cell; equal where cells look alike

	alternate bool // it is the alternate screen
}

func snapshot(e *vt.Emulator) screen {
	s := screen{alternate: e.IsAltScreen()}
	for y := range e.Height() {
		cells, styles := make([]string, e.Width()), make([]string, e.Width())
		for x := range e.Width() {
			cells[x] = " "
			if c := e.CellAt(x, y); c != nil {
				styles[x] = c.Style.String()
				if c.Content != "" {
					cells[x] = c.Content
				}
			}
		}
		s.cells, s.styles = append(s.cells, cells), append(s.styles, styles)
	}
	return s
}

func (s screen) width() int  { return len(s.cells[0]) }
func (s screen) height() int { return len(s.cells) }

// String is the screen as it looks, for a person who reads a failed test.
func (s screen) String() string {
	var b strings.Builder
	for _, row := range s.cells {
		fmt.Fprintf(&b, "%s|\n", strings.Join(row, ""))
	}
	return b.String()
}

// cut is a part of the screen.
func (s screen) cut(x, y, width, height int) screen {
	var part screen
	for i := range height {
		part.cells = append(part.cells, s.cells[y+i][x:x+width])
		part.styles = append(part.styles, s.styles[y+i][x:x+width])
	}
	return part
}

// lines is the rows as they would be typed.
func (s screen) lines() []string {
	lines := make([]string, len(s.cells))
	for i, row := range s.cells {
		lines[i] = typed(row)
	}
	return lines
}

func (s screen) text() string { return strings.Join(s.lines(), "\n") }

// has reports whether all of the words stand on the screen, each in one row.
func (s screen) has(words ...string) bool {
	text := s.text()
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, unshaped(w)) })
}

// find is the row in which a text stands, -1 for none.
func (s screen) find(text string) int {
	return slices.IndexFunc(s.lines(), func(l string) bool { return strings.Contains(l, unshaped(text)) })
}

// status is the status line of a screen that has one and a key line.
func (s screen) status() string {
	if s.height() < 6 {
		return ""
	}
	return typed(s.cells[s.height()-2])
}

// framed reports whether the panes have whole frames: corners, edges at both
// sides of every row, and the inner edges in the same columns in all of them.
func (s screen) framed() bool {
	bottom := s.height() - 3 // above the status line and the key line
	if bottom < 2 || s.cells[0][0] != "┌" || s.cells[bottom][0] != "└" ||
		s.cells[0][s.width()-1] != "┐" || s.cells[bottom][s.width()-1] != "┘" {
		return false
	}
	for _, x := range s.edges() {
		for y := 1; y < bottom; y++ {
			if !strings.Contains("│├┤┼", s.cells[y][x]) {
				return false
			}
		}
		if !strings.Contains("└┴┘", s.cells[bottom][x]) {
			return false
		}
	}
	return true
}

// edges is the columns of the vertical edges, from the left.
func (s screen) edges() []int {
	var edges []int
	for x, c := range s.cells[0] {
		if c == "┌" || c == "┬" || c == "┐" {
			edges = append(edges, x)
		}
	}
	return edges
}

// pane is the inside of the pane that bears a title on its upper edge; empty
// where there is none.
func (s screen) pane(title string) screen {
	bottom, edges := s.height()-3, s.edges()
	for i := range len(edges) - 1 {
		x, width := edges[i]+1, edges[i+1]-edges[i]-1
		for y := 0; y < bottom; y++ {
			edge := s.cells[y][x : x+width]
			if edge[0] != "─" || !strings.Contains(typed(edge), title) {
				continue
			}
			height := 1
			for y+1+height < bottom && s.cells[y+1+height][x] != "─" {
				height++
			}
			return s.cut(x, y+1, width, height)
		}
	}
	return screen{}
}

// article is the text of the article pane, framed or alone.
func (s screen) article() []string {
	if pane := s.pane("المقال"); len(pane.cells) > 0 {
		return pane.withoutMargins().lines()
	}
	return nil
}

// withoutMargins is a pane without its margins, in which the numbers of
// quotations and parties stand.
func (s screen) withoutMargins() screen {
	margin := 5
	switch {
	case s.width() < 24:
		margin = 0
	case s.width() < 60:
		margin = 3
	}
	return s.cut(margin, 0, s.width()-2*margin, s.height())
}

// typed turns cells in visual order back into the text that was typed, for a
// line that runs from right to left: it turns the row round, the runs of Latin
// letters and digits back again, and mirrors brackets.
func typed(cells []string) string {
	row := slices.Clone(cells)
	slices.Reverse(row)
	for i := 0; i < len(row); i++ {
		end := i
		for end < len(row) && leftToRight(row, end) {
			end++
		}
		slices.Reverse(row[i:end])
		if end > i {
			i = end
		}
	}
	for i, c := range row {
		if mirror, ok := mirrors[c]; ok {
			row[i] = mirror
		}
	}
	return unshaped(strings.TrimSpace(strings.Join(row, "")))
}

// lamAlef is a lam with marks before an alef. On the screen both are one
// letter, and the marks stand on it.
var lamAlef = regexp.MustCompile(`ل(\p{Mn}+)([اأإآ])`)

// unshaped is a text with its letters out of their presentation forms.
func unshaped(text string) string {
	return lamAlef.ReplaceAllString(norm.NFKC.String(text), "ل$2$1")
}

var mirrors = map[string]string{"«": "»", "»": "«", "(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<"}

// leftToRight reports whether a cell of a turned row belongs to a run of Latin
// letters or digits: it is one, or joins two.
func leftToRight(row []string, i int) bool {
	if latin(row[i]) {
		return true
	}
	if i == 0 || i == len(row)-1 || !latin(row[i-1]) || !latin(row[i+1]) {
		return false
	}
	if row[i] == " " {
		return !digit(row[i-1]) && !digit(row[i+1])
	}
	return strings.Contains(".,/:-_+'", row[i])
}

func latin(cell string) bool {
	r, _ := utf8.DecodeRuneInString(cell)
	return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r)
}

func digit(cell string) bool {
	r, _ := utf8.DecodeRuneInString(cell)
	return unicode.IsDigit(r)
}

// The helper is held to lines that a person wrote in both orders.
func TestTyped(t *testing.T) {
	tests := []struct{ visual, text string }{
		{" ﺪﻳﺯ ﻝﺎﻗ ", "قال زيد"},
		{".«ﺱﺄﺑ ﻻ» :ﻝﺎﻗ", "قال: «لا بأس»."},
		{"(UNEP) 2019 ﻡﺎﻋ", "عام 2019 (UNEP)"},
		{"RIVER-2 ﺝﺫﻮﻤﻨﻟﺍ", "النموذج RIVER-2"},
		{"%12 ﻩﺭﺪﻗ", "قدره 12%"},
		{"ﻕﻼّﺤﻟﺍ", "الحلّاق"},
	}
	for _, test := range tests {
		cells := regexp.MustCompile(`.\p{Mn}*`).FindAllString(test.visual, -1)
		if got := typed(cells); got != unshaped(test.text) {
			t.Errorf("%q is read as %q, want %q", test.visual, got, test.text)
		}
	}
}
