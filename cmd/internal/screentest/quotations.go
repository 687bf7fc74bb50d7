package screentest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rawi/ui/l10n"
)

// Quotation is a quotation as its pane shows it, in the Arabic interface.
type Quotation struct {
	Number     int
	Who        string // the speaker, or what the words are else
	Spoken     bool   // Who is a speaker, or nobody knows one
	Words      string // their beginning
	Marked     bool   // between quotation marks
	Decided    bool
	Sureness   int // of the guess, in per cent; 100 where it is not shown
	Current    bool
	Candidates []string // of the current one, by digit
	Text       string   // all rows as one
	Whole      bool     // who, words and state are on the screen
}

// Is reports whether a quotation is shown with a state.
func (q Quotation) Is(state string) bool { return strings.Contains(q.Text, Unshaped(state)) }

var (
	heading     = regexp.MustCompile(`^([0-9]+)(?:  | ≠ )(.*)$`) // with the sign of those on which authors differ
	party       = regexp.MustCompile(`^\[[0-9]+\] `)
	percent     = regexp.MustCompile(`([0-9]+)[٪%]`)
	oneOfDigits = regexp.MustCompile(`(?:^|   )([1-9]) `)
)

// Quotations is the quotations that stand in their pane.
func (s Screen) Quotations() []Quotation {
	pane := s.Pane(l10n.Arabic.Say(l10n.Quotes))
	var all []Quotation
	row := 0
	for y, line := range pane.Lines() {
		if found := heading.FindStringSubmatch(line); found != nil {
			number, _ := strconv.Atoi(found[1])
			who := party.ReplaceAllString(found[2], "")
			all = append(all, Quotation{
				Number: number, Who: who, Current: pane.Filled(0, y),
				Spoken: who != found[2] || who == l10n.Arabic.Say(l10n.Unknown),
			})
			row = 0
		}
		if len(all) > 0 {
			all[len(all)-1].read(row, line)
		}
		row++
	}
	return all
}

// read takes in the n-th row of a quotation.
func (q *Quotation) read(n int, line string) {
	q.Text += line + "\n"
	switch {
	case n == 1:
		q.Marked = strings.HasPrefix(line, "«")
		q.Words = strings.Trim(line, "«»…")
	case n == 2:
		q.Whole = true
		q.Sureness = 100
		q.Decided = strings.HasPrefix(line, l10n.Arabic.Say(l10n.Decided))
		if found := percent.FindStringSubmatch(line); found != nil {
			q.Sureness, _ = strconv.Atoi(found[1])
		}
	case n > 2 && q.Current:
		q.Candidates = append(q.Candidates, choices(line)...)
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

// Quotation is the one with some words in it; the zero value if it is not there.
func (s Screen) Quotation(words string) Quotation {
	all := s.Quotations()
	if i := slices.IndexFunc(all, func(q Quotation) bool { return q.Is(words) }); i >= 0 {
		return all[i]
	}
	return Quotation{}
}

// Article is the text of the article pane, nil where that is not shown.
func (s Screen) Article() []string {
	if pane := s.Pane(l10n.Arabic.Say(l10n.Article)); len(pane.Cells) > 0 {
		return pane.WithoutMargins().Lines()
	}
	return nil
}

// WithoutMargins is a pane without its margins, in which the numbers of
// quotations and parties stand.
func (s Screen) WithoutMargins() Screen {
	margin := 5
	switch {
	case s.Width() < 24:
		margin = 0
	case s.Width() < 60:
		margin = 3
	}
	return s.Cut(margin, 0, s.Width()-2*margin, s.Height())
}
