package reader

import (
	"strconv"
	"strings"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Note is a number in a margin beside the line that holds the text at Offset.
type Note struct {
	Offset int
	Number int
	Role   theme.Role
}

// Decor is what is to be seen in and beside the text. All offsets are those
// of the article.
type Decor struct {
	Marks   []paint.Mark           // later ones lie over earlier ones
	Quotes  []Note                 // in the margin where lines begin, by offset
	Parties []Note                 // in the margin where lines end, by offset
	Fold    func(lines int) string // says that so many lines are folded away
}

// textWidth is the width of the pane between its margins.
func (r *Reader) textWidth() int { return r.width - 2*margin(r.width) }

// margin is the width of each of the two margins of a pane.
func margin(width int) int {
	switch {
	case width < 24:
		return 0
	case width < 60:
		return 3
	default:
		return 5
	}
}

// roles is how blocks look.
var roles = map[model.BlockKind]theme.Role{
	model.ParagraphBlock: theme.Text,
	model.TitleBlock:     theme.Title,
	model.HeadingBlock:   theme.Heading,
	model.FurnitureBlock: theme.Furniture,
}

// View is the rows on the screen, each of exactly the pane's width, which
// includes the margins.
func (r *Reader) View(p paint.Painter, d Decor) []string {
	rows := make([]string, 0, r.height)
	for at, n := r.top, 0; n < r.height; n++ {
		switch {
		case len(r.parts) == 0 || at.part >= len(r.parts) || at.line >= len(r.lines(at.part)):
			rows = append(rows, p.Label("", r.width, theme.Text, bidi.RightToLeft))
		case r.parts[at.part].folded:
			f := r.parts[at.part]
			rows = append(rows, p.Label(d.Fold(f.last-f.first+1), r.width, theme.Furniture, bidi.RightToLeft))
		default:
			rows = append(rows, r.row(p, d, at))
		}
		if len(r.parts) > 0 && at.part < len(r.parts) {
			if at == r.end() {
				at = place{part: len(r.parts)}
			} else {
				at = r.next(at)
			}
		}
	}
	return rows
}

// row is one line of text between its margins.
func (r *Reader) row(p paint.Painter, d Decor, at place) string {
	block, line := r.block(at.part), r.lines(at.part)[at.line]
	span := model.Span{Start: block.Start + line.Start, End: block.Start + line.End}
	marks := []paint.Mark{{Start: line.Start, End: line.End, Role: roles[block.Kind]}}
	for _, m := range d.Marks {
		if m.Start < span.End && span.Start < m.End {
			marks = append(marks, paint.Mark{Start: m.Start - block.Start, End: m.End - block.Start, Role: m.Role})
		}
	}
	text := p.Line(line, r.textWidth(), theme.Text, marks)
	left, right := d.Parties, d.Quotes
	if !line.Base.RightToLeft() {
		left, right = right, left
	}
	width := margin(r.width)
	if width == 0 {
		return text
	}
	gap := p.Label("", 1, theme.Text, bidi.LeftToRight)
	return notes(p, left, span, width-1) + gap + text + gap + notes(p, right, span, width-1)
}

// notes is a margin: the numbers that belong to the line, as many as fit.
func notes(p paint.Painter, notes []Note, line model.Span, width int) string {
	var text strings.Builder
	var marks []paint.Mark
	seen := map[int]bool{}
	for _, n := range notes {
		number := strconv.Itoa(n.Number)
		if !line.Contains(n.Offset) || seen[n.Number] || text.Len()+len(number) > width {
			continue
		}
		seen[n.Number] = true
		marks = append(marks, paint.Mark{Start: text.Len(), End: text.Len() + len(number), Role: n.Role})
		text.WriteString(number + " ")
	}
	return p.LabelMarks(text.String(), width, theme.Dim, bidi.LeftToRight, marks)
}
