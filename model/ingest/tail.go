package ingest

import (
	"strings"
	"unicode/utf8"

	"rawi/model"
)

const (
	maxLinks  = 8    // links of one list between two paragraphs
	maxTail   = 1200 // bytes at the end of the last line that may be furniture
	linkWords = 3    // words of the shortest link between two paragraphs
)

// markLinks marks the lists of links («روابط ذات علاقة») between paragraphs:
// the line above them and the short lines after it that end as no sentence
// does.
func (o *outline) markLinks() {
	for i := o.title + 1; i < len(o.blocks); i++ {
		line := o.line(i)
		if longer(line, headingRunes) || !furniture.has("links", letters(words(line))) {
			continue
		}
		o.mark(i, model.FurnitureBlock)
		for n := 0; n < maxLinks && i+1 < len(o.blocks) && link(o.line(i+1)); n++ {
			i++
			o.mark(i, model.FurnitureBlock)
		}
	}
}

func link(line string) bool {
	return !prose(line) && !fullStop(line) && len(words(line)) >= linkWords
}

// markTail marks what stands after the article: from the first known line
// behind the last prose to the end, or the end of the last line itself.
func (o *outline) markTail() {
	end := o.lastProse() + 1
	for i := max(end, o.title+1); i < len(o.blocks); i++ {
		if line := o.line(i); o.is(i, model.FurnitureBlock) || known(line, words(line)) {
			for j := i; j < len(o.blocks); j++ {
				o.mark(j, model.FurnitureBlock)
			}
			end = i
			break
		}
	}
	if last := end - 1; last > o.title {
		o.cutTail(last)
	}
}

// lastProse is the last block of running text, -1 if there is none.
func (o *outline) lastProse() int {
	for i := len(o.blocks) - 1; i >= 0; i-- {
		line := o.line(i)
		if prose(line) && !o.is(i, model.FurnitureBlock) && !known(line, words(line)) {
			return i
		}
	}
	return -1
}

// cutTail divides block i where a sentence ends and furniture follows on the
// same line.
func (o *outline) cutTail(i int) {
	line := o.line(i)
	from := max(0, len(line)-maxTail)
	for at, r := range line[from:] {
		if !strings.ContainsRune(".۔؟?!", r) {
			continue
		}
		stop := from + at + utf8.RuneLen(r)
		rest := strings.TrimLeft(line[stop:], closing)
		if sentence := strings.TrimSpace(line[:len(line)-len(rest)]); trailing(rest) && len(sentence) < len(line)-len(rest) {
			b := o.blocks[i]
			head := model.Block{Span: model.Span{Start: b.Start, End: b.Start + len(sentence)}, Kind: b.Kind}
			tail := model.Block{Span: model.Span{Start: b.End - len(rest), End: b.End}, Kind: model.FurnitureBlock}
			o.blocks = append(append(o.blocks[:i:i], head, tail), o.blocks[i+1:]...)
			return
		}
	}
}

// trailing reports whether what follows the last sentence on its line is
// furniture: key words, a link, the sign of an agency.
func trailing(rest string) bool {
	w := words(rest)
	return len(w) > 1 && open(rest) && furniture.begins(w, "tags", "label", "links") ||
		len(w) > 0 && signed(rest, w)
}
