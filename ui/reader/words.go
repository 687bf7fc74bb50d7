package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/bidi/layout"
	"rawi/model"
)

// words is what the word cursor stops at in a part, in text order: words and
// numbers with their marks, and each other visible character.
func (r *Reader) words(part int) []model.Span {
	if r.parts[part].folded {
		return nil
	}
	block := r.parts[part]
	var words []model.Span
	inside := false
	for i, c := range block.In(r.article.Text) {
		at := block.Start + i
		size := utf8.RuneLen(c)
		joins := inWord(c)
		switch {
		case joins && inside, unicode.IsMark(c) && len(words) > 0 && words[len(words)-1].End == at:
			words[len(words)-1].End = at + size
		case joins || unicode.IsGraphic(c) && !unicode.IsSpace(c):
			words = append(words, model.Span{Start: at, End: at + size})
		}
		inside = joins
	}
	return words
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || c == 'ـ'
}

// Word is the word at an offset, or the next one; ok is false where there is
// none.
func (r *Reader) Word(offset int) (word model.Span, ok bool) {
	if len(r.parts) == 0 {
		return word, false
	}
	for p := r.placeOf(offset).part; p < len(r.parts); p++ {
		for _, w := range r.words(p) {
			if w.End > offset {
				return w, true
			}
		}
	}
	return word, false
}

// placedWord is a word as it stands in a line: the columns of its beginning,
// from the left edge of the pane's text.
type placedWord struct {
	model.Span
	columns layout.Columns
}

// visual is the words that begin in a line, from left to right.
func (r *Reader) visual(at place) []placedWord {
	if r.blank(at) {
		return nil
	}
	line, start := r.line(at), r.parts[at.part].Start
	var stand []placedWord
	for _, w := range r.words(at.part) {
		if from := w.Start - start; line.Start <= from && from < line.End {
			if columns := line.AppendColumns(nil, from, w.End-start); len(columns) > 0 {
				stand = append(stand, placedWord{w, shift(columns[0], r.indent(at, line))})
			}
		}
	}
	slices.SortStableFunc(stand, func(a, b placedWord) int { return a.columns.Start - b.columns.Start })
	return stand
}

func shift(c layout.Columns, by int) layout.Columns {
	return layout.Columns{Start: c.Start + by, End: c.End + by}
}

// indent is the blank columns left of a line.
func (r *Reader) indent(at place, line *layout.Line) int {
	if line.Base.RightToLeft() {
		return max(0, r.TextWidth()-r.lineIndent(at)-line.Width)
	}
	return r.lineIndent(at)
}

// Left is the word on the left of another as they stand on the screen. Left of
// a line comes the next one where text runs from right to left.
func (r *Reader) Left(word model.Span) model.Span { return r.beside(word, -1) }

// Right is the word on the right: see [Reader.Left].
func (r *Reader) Right(word model.Span) model.Span { return r.beside(word, 1) }

func (r *Reader) beside(word model.Span, step int) model.Span {
	at := r.placeOf(word.Start)
	line := r.visual(at)
	i := slices.IndexFunc(line, func(s placedWord) bool { return s.Span == word })
	if i+step >= 0 && i+step < len(line) && i >= 0 {
		return line[i+step].Span
	}
	forward := step
	if r.lines(at.part).text.Base().RightToLeft() {
		forward = -step
	}
	next := r.lineWithWords(at, forward)
	switch {
	case len(next) == 0:
		return word
	case step > 0:
		return next[0].Span
	}
	return next[len(next)-1].Span
}

// lineWithWords is the words of the next line that has some, below or above.
func (r *Reader) lineWithWords(at place, step int) []placedWord {
	for {
		before := at
		if at = r.next(before); step < 0 {
			at = r.previous(before)
		}
		if at == before {
			return nil
		}
		if words := r.visual(at); len(words) > 0 {
			return words
		}
	}
}

// Below is the word below another, or above it if step is negative.
func (r *Reader) Below(word model.Span, step int) model.Span {
	at := r.placeOf(word.Start)
	column := 0
	for _, s := range r.visual(at) {
		if s.Span == word {
			column = s.columns.Start + s.columns.End
		}
	}
	nearest, least := word, -1
	for _, s := range r.lineWithWords(at, step) {
		if d := max(column-s.columns.Start-s.columns.End, s.columns.Start+s.columns.End-column); least < 0 || d < least {
			nearest, least = s.Span, d
		}
	}
	return nearest
}

// Signs at which a jump ends.
const (
	sentenceEnds   = ".!?؟…؛;"
	quotationMarks = "\"«»“”„‟‹›"
)

// Sentence is the last word of the sentence, or of the next one where word is
// that; if step is negative, the first one of this or the one before.
func (r *Reader) Sentence(word model.Span, step int) model.Span {
	return r.jump(word, step, sentenceEnds, true)
}

// Mark is the word before the next quotation mark; if step is negative, the one
// after the mark before.
func (r *Reader) Mark(word model.Span, step int) model.Span {
	return r.jump(word, step, quotationMarks, false)
}

// jump is the nearest word, after or before another, that stands at one of the
// signs, or with edges at the end or beginning of a block.
func (r *Reader) jump(word model.Span, step int, signs string, edges bool) model.Span {
	sign := func(words []model.Span, i int) bool {
		if i < 0 || i >= len(words) {
			return edges
		}
		return strings.Contains(signs, words[i].In(r.article.Text))
	}
	for p := r.placeOf(word.Start).part; 0 <= p && p < len(r.parts); p += step {
		words := r.words(p)
		i := 0
		if step < 0 {
			i = len(words) - 1
		}
		for ; 0 <= i && i < len(words); i += step {
			if (words[i].Start-word.Start)*step > 0 && !sign(words, i) && sign(words, i+step) {
				return words[i]
			}
		}
	}
	return word
}

// OffsetAt is the byte offset of the text shown in a cell of the pane; ok is
// false where there is none.
func (r *Reader) OffsetAt(x, y int) (offset int, ok bool) {
	if len(r.parts) == 0 || y < 0 || y >= r.height {
		return 0, false
	}
	at, rows := r.top, r.height/r.columns
	if y >= rows {
		return 0, false
	}
	column := r.across(max(0, min(x/r.width, r.columns-1)))
	for y += column * rows; y > 0; y-- {
		if at == r.end() {
			return 0, false
		}
		at = r.next(at)
	}
	if r.parts[at.part].folded || r.blank(at) {
		return 0, false
	}
	line := r.line(at)
	return r.parts[at.part].Start + line.OffsetAt(x-r.columnAt(column)-r.margin()-r.indent(at, line)), true
}
