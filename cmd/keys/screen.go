package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/vt"
	"golang.org/x/text/unicode/norm"
)

// screen is what a person sees: rows of cells from the upper left corner, and
// which of them have a background of their own.
type screen struct {
	cells  [][]string
	filled [][]bool
}

func snapshot(e *vt.Emulator) screen {
	var s screen
	for y := range e.Height() {
		cells, filled := make([]string, e.Width()), make([]bool, e.Width())
		for x := range e.Width() {
			cells[x] = " "
			if c := e.CellAt(x, y); c != nil {
				filled[x] = fill.MatchString(c.Style.String())
				if c.Content != "" {
					cells[x] = c.Content
				}
			}
		}
		s.cells, s.filled = append(s.cells, cells), append(s.filled, filled)
	}
	return s
}

// fill is what gives a cell a background: a colour, or turning the colours round.
var fill = regexp.MustCompile(`[\[;](48|7|4[0-7]|10[0-7])[;m]`)

// String is the screen as it looks.
func (s screen) String() string {
	var b strings.Builder
	for _, row := range s.cells {
		b.WriteString(strings.Join(row, "") + "\n")
	}
	return b.String()
}

// has reports whether a row of the screen has the words.
func (s screen) has(words string) bool {
	return slices.ContainsFunc(s.cells, func(row []string) bool { return strings.Contains(logical(row), unshaped(words)) })
}

// status is the status line: the last row but one.
func (s screen) status() string { return logical(s.cells[len(s.cells)-2]) }

// pane is the inside of the pane that bears a title on its upper edge; empty
// where there is none.
func (s screen) pane(title string) screen {
	var edges []int
	for x, c := range s.cells[0] {
		if c == "┌" || c == "┬" || c == "┐" {
			edges = append(edges, x)
		}
	}
	for i := range len(edges) - 1 {
		x, end := edges[i]+1, edges[i+1]
		for y, row := range s.cells {
			if row[x] == "─" && strings.Contains(logical(row[x:end]), title) {
				return s.below(x, end, y+1)
			}
		}
	}
	return screen{}
}

// below is the columns x to end from row y down to the next edge.
func (s screen) below(x, end, y int) screen {
	var part screen
	for ; y < len(s.cells) && s.cells[y][x] != "─"; y++ {
		part.cells = append(part.cells, s.cells[y][x:end])
		part.filled = append(part.filled, s.filled[y][x:end])
	}
	return part
}

// item is a quotation as its pane shows it.
type item struct {
	number     int
	who        string // the speaker, or what the words are else
	spoken     bool   // who is a speaker, or nobody knows one
	words      string // their beginning
	marked     bool   // between quotation marks
	decided    bool
	sureness   int // of the guess, in per cent
	current    bool
	candidates []string // of the current one, by digit
}

var (
	heading     = regexp.MustCompile(`^([0-9]+)  (.*)$`)
	party       = regexp.MustCompile(`^\[[0-9]+\] `)
	percent     = regexp.MustCompile(`([0-9]+)[٪%]`)
	oneOfDigits = regexp.MustCompile(`(?:^|   )([1-9]) `)
)

// quotations is the quotations that stand in their pane with all their rows.
func (s screen) quotations() []item {
	pane := s.pane(quotations)
	var items []item
	row := 0
	for y := range pane.cells {
		line := logical(pane.cells[y])
		if found := heading.FindStringSubmatch(line); found != nil {
			number, _ := strconv.Atoi(found[1])
			who := party.ReplaceAllString(found[2], "")
			items = append(items, item{
				number: number, who: who, spoken: who != found[2] || who == "؟", current: pane.filled[y][0],
			})
			row = 0
		}
		if len(items) > 0 {
			items[len(items)-1].read(row, line)
		}
		row++
	}
	if row < 3 && len(items) > 0 {
		items = items[:len(items)-1]
	}
	return items
}

// read takes in the n-th row of an item.
func (i *item) read(n int, line string) {
	switch {
	case n == 1:
		i.marked = strings.HasPrefix(line, "«")
		i.words = strings.Trim(line, "«»…")
	case n == 2:
		i.decided = strings.HasPrefix(line, "محسوم")
		if found := percent.FindStringSubmatch(line); found != nil {
			i.sureness, _ = strconv.Atoi(found[1])
		}
	case n > 2 && i.current:
		i.candidates = append(i.candidates, choices(line)...)
	}
}

// choices is the names in a row of them, each after a digit.
func choices(line string) []string {
	var names []string
	digits := oneOfDigits.FindAllStringIndex(line, -1)
	for n, at := range digits {
		end := len(line)
		if n+1 < len(digits) {
			end = digits[n+1][0]
		}
		names = append(names, strings.TrimSpace(line[at[1]:end]))
	}
	return names
}

// logical turns cells in visual order back into the text of a line that runs
// from right to left: it turns the row round, the runs of Latin letters and
// digits back again, and mirrors brackets.
func logical(cells []string) string {
	row := slices.Clone(cells)
	slices.Reverse(row)
	for i := 0; i < len(row); i++ {
		end := i
		for end < len(row) && leftToRight(row, end) {
			end++
		}
		slices.Reverse(row[i:end])
		i = max(i, end-1)
	}
	for i, c := range row {
		if mirror, ok := mirrors[c]; ok {
			row[i] = mirror
		}
	}
	return unshaped(strings.TrimSpace(strings.Join(row, "")))
}

// unshaped is text with its Arabic letters out of their presentation forms.
func unshaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if 0xfb50 <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfefc {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
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
		return unicode.IsLetter(first(row[i-1])) && unicode.IsLetter(first(row[i+1]))
	}
	return strings.Contains(".,/:-_+'", row[i])
}

func latin(cell string) bool {
	return unicode.In(first(cell), unicode.Latin) || unicode.IsDigit(first(cell))
}

func first(cell string) rune {
	r, _ := utf8.DecodeRuneInString(cell)
	return r
}
