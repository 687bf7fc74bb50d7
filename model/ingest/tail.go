package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/arabic"
)

const (
	maxLinks  = 8 // links of one list between two paragraphs
	linkWords = 3 // words of the shortest link between two paragraphs
)

// markLinks marks the lists of links («روابط ذات علاقة») between paragraphs: the
// line above them and the short lines after it that do not end like a sentence.
func (o *outline) markLinks() {
	for i := o.title + 1; i < len(o.blocks); i++ {
		line := o.line(i)
		if longer(line, headingLength) || !boilerplate().opens("links", line) || !boilerplate().has("links", letters(words(line))) {
			continue
		}
		o.mark(i, model.BoilerplateBlock)
		for n := 0; n < maxLinks && i+1 < len(o.blocks) && link(o.line(i+1)); n++ {
			i++
			o.mark(i, model.BoilerplateBlock)
		}
	}
}

func link(line string) bool {
	return len(line) <= maxLineBytes && !prose(line) && !fullStop(line) && arabic.HasWords(line, linkWords)
}

// markTail marks everything after the article: from the first known boilerplate
// after the last prose to the end, and the boilerplate that ends the line before
// it. A text without prose, such as a poem, has no tail.
func (o *outline) markTail() {
	prose := o.lastProse()
	end := len(o.blocks)
	for i := prose + 1; prose >= 0 && i < end; i++ {
		if o.opensTail(i) {
			end = i
		}
	}
	for i := end; i < len(o.blocks); i++ {
		o.mark(i, model.BoilerplateBlock)
	}
	if end-1 > o.title {
		o.cutTail(end - 1)
	}
}

// opensTail reports whether block i and all after it are not part of the article.
// A date counts only as the last line.
func (o *outline) opensTail(i int) bool {
	line := o.line(i)
	w := words(line)
	return o.is(i, model.BoilerplateBlock) || tagged(line, w) ||
		known(line, w) && (!dated(w) || i == len(o.blocks)-1)
}

// lastProse returns the last block of running text, -1 if there is none.
func (o *outline) lastProse() int {
	for i := len(o.blocks) - 1; i > o.title; i-- {
		line := o.line(i)
		if prose(line) && !o.is(i, model.BoilerplateBlock) && !known(line, words(line)) {
			return i
		}
	}
	return -1
}

// cutTail splits block i where boilerplate follows the article's last words on the
// same line.
func (o *outline) cutTail(i int) {
	line := o.line(i)
	from := max(0, len(line)-maxLineBytes)
	for at, r := range line[from:] {
		if !unicode.IsSpace(r) {
			continue
		}
		text := strings.TrimSpace(line[:from+at])
		rest := strings.TrimSpace(line[from+at:])
		if text == "" || !trailing(text, rest) {
			continue
		}
		b := o.blocks[i]
		head := model.Block{Span: model.Span{Start: b.Start, End: b.Start + len(text)}, Kind: b.Kind}
		tail := model.Block{Span: model.Span{Start: b.End - len(rest), End: b.End}, Kind: model.BoilerplateBlock}
		o.blocks = slices.Replace(o.blocks, i, i+1, head, tail)
		return
	}
}

// trailing reports whether the rest of a line is boilerplate: tags after anything
// but a plain Arabic word, or a link or an agency's signature after the end of a
// sentence.
func trailing(text, rest string) bool {
	before, _ := utf8.DecodeLastRuneInString(text)
	begin := first(rest)
	if unicode.Is(unicode.Arabic, before) && unicode.IsLetter(before) || !unicode.IsLetter(begin) && begin != '(' {
		return false
	}
	w := words(rest)
	return boilerplate().begins(w, "notice") || tagged(rest, w) ||
		sentence(text) && (agency(w) || credits(rest, w) || unended(rest) && labelled(rest))
}
