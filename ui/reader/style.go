package reader

import (
	"strings"

	"rawi/model"
)

// Style is how the article is set. The zero value is as wide as the pane, without
// further ado.
type Style struct {
	Column  int  // of text, in columns at most; 0 for no limit
	Spacing int  // blank rows between lines
	Indent  bool // paragraphs begin further in, instead of being apart by a blank row
	Justify bool // lines are stretched to one width
	Even    bool // lines break so that they are of even length
	Typed   bool // letters as typed, without joined forms
	Spread  bool // two columns side by side where there is room
}

const (
	paragraphIndent = 3  // columns
	spreadWidth     = 70 // of one of two columns at least, with its margins
)

// SetStyle sets the article another way; the text at the top stays. It holds as a
// whole after the next [Reader.Resize].
func (r *Reader) SetStyle(s Style) {
	if r.style != s {
		r.rebuild(func() { r.style = s })
	}
}

// TextWidth is the columns of text.
func (r *Reader) TextWidth() int {
	width := r.width - 2*r.margin()
	if r.style.Column > 0 {
		width = min(width, r.style.Column)
	}
	return max(width, 1)
}

// left is the columns beside the text and its margins.
func (r *Reader) left() int { return (r.width - 2*r.margin() - r.TextWidth()) / 2 }

// WordsPerMinute is how fast people read, about.
const WordsPerMinute = 200

// MinutesLeft is how many minutes it takes to read what is below the screen; 0 is less
// than one.
func (r *Reader) MinutesLeft() int {
	if len(r.parts) == 0 {
		return 0
	}
	last := &r.parts[len(r.parts)-1]
	left := last.before + last.shown() - r.read(r.Visible().End)
	return left / r.wordBytes / WordsPerMinute
}

// read is how many bytes of text that is not folded stand before an offset.
func (r *Reader) read(offset int) int {
	p := r.parts[r.partAt(offset)]
	return p.before + min(max(0, offset-p.Start), p.shown())
}

// shown is how many bytes of text a part shows.
func (p *part) shown() int {
	if p.folded {
		return 0
	}
	return p.Len()
}

// measure says of each part how much text is before it.
func (r *Reader) measure() {
	n := 0
	for i := range r.parts {
		r.parts[i].before = n
		n += r.parts[i].shown()
	}
}

// sample is how many bytes tell how long words are.
const sample = 1 << 14

// wordBytes is how many bytes a word of an article takes, with the blank behind it.
func wordBytes(a *model.Article) int {
	text, n := a.Text[:min(len(a.Text), sample)], 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return max(1, len(text)/max(1, n))
}
