package shelf

import (
	"time"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// column is one of the library's list.
type column struct {
	head  l10n.Word
	width int // 0 for what the others leave
	from  int // of a screen that has it, in columns
	text  func(*Shelf, *entry) (string, theme.Role)
}

// columns are from where rows begin.
var columns = []column{
	{width: 1, text: (*Shelf).sign},
	{head: l10n.TitleHead, text: (*Shelf).title},
	{head: l10n.SiteHead, width: 18, from: 76, text: func(_ *Shelf, e *entry) (string, theme.Role) { return isolated(room.OneLine(e.Site)), theme.Dim }},
	{head: l10n.DateHead, width: 10, from: 50, text: func(_ *Shelf, e *entry) (string, theme.Role) { return day(e.Date), theme.Dim }},
	{head: l10n.ReadHead, width: 10, from: 110, text: func(_ *Shelf, e *entry) (string, theme.Role) { return day(e.At), theme.Dim }},
	{head: l10n.PercentHead, width: 4, from: 60, text: (*Shelf).percent},
	{head: l10n.DecidedHead, width: 6, from: 96, text: counted(model.StateDecided, theme.Decided)},
	{head: l10n.GuessedHead, width: 6, from: 96, text: counted(model.StateGuessed, theme.Guess)},
	{head: l10n.UnknownHead, width: 6, from: 96, text: counted(model.StateUnknown, theme.Unknown)},
}

func (s *Shelf) sign(e *entry) (string, theme.Role) {
	if e.Read {
		return " ", theme.Text
	}
	return "•", theme.Key
}

func (s *Shelf) title(e *entry) (string, theme.Role) {
	title, role := room.OneLine(e.Title), theme.Text
	if title == "" {
		title, role = s.Language.Say(l10n.Untitled), theme.Dim
	}
	if !e.Read {
		role = theme.Heading
	}
	return title, role
}

func (s *Shelf) percent(e *entry) (string, theme.Role) {
	if e.Percent == 0 {
		return "", theme.Dim
	}
	return s.Language.Say(l10n.Percent, e.Percent), theme.Dim
}

// counted is the number of quotations that stand so; none where they were not counted yet.
func counted(state model.DecisionState, role theme.Role) func(*Shelf, *entry) (string, theme.Role) {
	return func(s *Shelf, e *entry) (string, theme.Role) {
		switch n := e.Counts[state]; {
		case !e.Counted:
			return "", role
		case n == 0:
			return s.Language.Say(l10n.Number, 0), theme.Dim
		default:
			return s.Language.Say(l10n.Number, n), role
		}
	}
}

// isolated is a text that runs in its own direction, whatever is around it (U+2068, U+2069).
func isolated(text string) string { return "\u2068" + text + "\u2069" }

// day is a date that keeps its order between Arabic words: isolated, by UAX #9.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return "\u2066" + t.Format(time.DateOnly) + "\u2069"
}

// head paints what the columns are.
func (s *Shelf) head(to paint.Area) {
	s.row(to, theme.Dim, func(c *column) (string, theme.Role) {
		if c.head == 0 {
			return "", theme.Dim
		}
		return s.Language.Say(c.head), theme.Dim
	})
}

// line paints an article.
func (s *Shelf) line(to paint.Area, line int, role theme.Role) {
	s.row(to, role, func(c *column) (string, theme.Role) { return c.text(s, &s.entries[line]) })
}

// row paints a text in each column that the screen has.
func (s *Shelf) row(to paint.Area, ground theme.Role, text func(*column) (string, theme.Role)) {
	cells := make([]cell, 0, len(columns))
	for i := range columns {
		if c := &columns[i]; to.Width >= c.from {
			shown, role := text(c)
			cells = append(cells, cell{text: shown, role: role, width: c.width})
		}
	}
	paintCells(to, ground, cells)
}
