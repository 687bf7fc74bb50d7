package reader

import (
	"slices"
	"strconv"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Note is a number in a margin beside the line that holds the text at Offset.
type Note struct {
	Offset  int
	Number  int
	Role    theme.Role
	Current bool // shown whatever else there is
}

// Sign stands in the margin beside each line that holds words of a span.
type Sign struct {
	model.Span
	Text string // of one cell
	Role theme.Role
}

// Decor is what is painted in and beside the text. All offsets are those
// of the article.
type Decor struct {
	Marks   []paint.Mark           // later ones lie over earlier ones
	Quotes  []Note                 // in the margin where lines begin, by offset
	Parties []Note                 // in the margin where lines end, by offset
	Signs   []Sign                 // in the margin where lines begin; later ones in place of earlier ones
	Fold    func(lines int) string // says how many lines are folded away
}

// margin is the width of each of the two margins of the pane.
func (r *Reader) margin() int {
	switch {
	case r.bare || r.width < 24:
		return 0
	case r.width < 60:
		return 3
	default:
		return 5
	}
}

// roles is how blocks look.
var roles = map[model.BlockKind]theme.Role{
	model.ParagraphBlock:   theme.Text,
	model.TitleBlock:       theme.Title,
	model.HeadingBlock:     theme.Heading,
	model.BoilerplateBlock: theme.Boilerplate,
	model.CaptionBlock:     theme.Boilerplate,
	model.ImageBlock:       theme.Boilerplate,
	model.ItemBlock:        theme.Text,
	model.RowBlock:         theme.Text,
	model.VerseBlock:       theme.Text,
	model.QuotedBlock:      theme.Text,
}

// View paints the rows on the screen on an area of the pane's size.
func (r *Reader) View(to paint.Area, d Decor) {
	at, rows := r.top, r.height/r.columns
	for n := 0; n < r.height && at.part < len(r.parts); n++ {
		to, y := r.columnOf(to, n/rows), n%rows
		switch {
		case r.blank(at): // between lines, or behind a part
		case r.parts[at.part].folded:
			f := r.parts[at.part]
			to.Fill(y, d.Fold(int(f.last-f.first)+1), theme.Boilerplate, nil)
		default:
			r.row(to, y, d, at)
		}
		if at == r.end() {
			break
		}
		at = r.next(at)
	}
	if r.laidBytes > maxLaid {
		r.keep(r.top.part-1, at.part)
	}
}

// columnOf is the n-th column of text with its margins, counted as the article runs.
func (r *Reader) columnOf(to paint.Area, n int) paint.Area {
	return to.Part(r.columnAt(n), 0, r.TextWidth()+2*r.margin(), to.Height)
}

// columnAt is where the n-th column of text begins in the pane.
func (r *Reader) columnAt(n int) int { return r.across(n)*r.width + r.left() }

// across is the n-th column, counted as the article runs, from the left; and back.
func (r *Reader) across(n int) int {
	if r.way.article == bidi.LeftToRight {
		return n
	}
	return r.columns - 1 - n
}

// Hidden is how many characters of the parts on the screen are not shown though
// they have a shape: see [layout.Text.Hidden].
func (r *Reader) Hidden() int {
	n := 0
	for at, rows := r.top, 0; rows < r.height && at.part < len(r.parts); at.part++ {
		lines := r.lines(at.part)
		n += lines.text.Hidden()
		rows += r.rows(at.part) - at.row
		at.row = 0
	}
	return n
}

// row paints one line of text between its margins.
func (r *Reader) row(to paint.Area, y int, d Decor, at place) {
	part, line := r.parts[at.part], r.line(at)
	width, left, indent := r.margin(), 0, r.lineIndent(at)
	if !line.Base.RightToLeft() {
		left = indent
	}
	to.Line(width+left, y, max(1, r.TextWidth()-indent), line, part.Start, roles[r.block(at.part).Kind], d.Marks)
	if width == 0 {
		return
	}
	atLeft, atRight := d.Parties, d.Quotes
	if !line.Base.RightToLeft() {
		atLeft, atRight = atRight, atLeft
	}
	span := model.Span{Start: part.Start + line.Start, End: part.Start + line.End}
	way, beside := bidi.RightToLeft, to.Width-width
	if !line.Base.RightToLeft() {
		way, beside = bidi.LeftToRight, width-1
	}
	notes(to.Part(0, y, width-1, 1), atLeft, span, way)
	notes(to.Part(to.Width-width+1, y, width-1, 1), atRight, span, way)
	for _, s := range d.Signs {
		if s.Overlaps(span) {
			to.Repeat(beside, y, 1, s.Text, s.Role)
		}
	}
}

// mostNotes is how many numbers stand beside a line at most.
const mostNotes = 2

// notes paints a margin: the numbers that belong to the line, as they are read, as many
// as fit, and a plus where there are more. The current one always is among them.
func notes(to paint.Area, notes []Note, line model.Span, way bidi.Direction) {
	var room [2 * mostNotes]Note // for most lines
	of := room[:0]
	for _, n := range notes {
		if line.Contains(n.Offset) && !slices.ContainsFunc(of, func(o Note) bool { return o.Number == n.Number }) {
			of = append(of, n)
		}
	}
	if len(of) == 0 {
		return
	}
	for most := mostNotes; most > 0; most-- {
		two := among(of)
		shown := two[:min(most, len(of))]
		if most == 1 && len(of) > 1 && two[1].Current {
			shown = two[1:]
		}
		if text := noteText(shown, len(of) > len(shown)); most == 1 || len(text.Plain) <= to.Width {
			to.LabelMarks(0, 0, to.Width, text.Plain, theme.Dim, way, text.Marks)
			return
		}
	}
}

// among is the first few of some notes, but in the last one's place the current one
// where that is none of them.
func among(of []Note) (shown [mostNotes]Note) {
	copy(shown[:], of)
	if i := slices.IndexFunc(of, func(n Note) bool { return n.Current }); i >= mostNotes {
		shown[mostNotes-1] = of[i]
	}
	return shown
}

func noteText(shown []Note, more bool) (t paint.Text) {
	for i, n := range shown {
		if i > 0 {
			t.Add(" ", theme.Dim)
		}
		t.Add(strconv.Itoa(n.Number), n.Role)
	}
	if more {
		t.Add("+", theme.Dim)
	}
	return t
}
