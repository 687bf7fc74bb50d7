package ingest

import (
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// dangling are folded words that no heading ends with: the line was cut in the
// middle of a sentence.
const dangling = " ان انه انها من في علي الي عن مع و او ثم ما لا لم لن قد الذي التي هذا هذه "

// markRepeats marks the lines that repeat the title.
func (o *outline) markRepeats() {
	if o.title < 0 {
		return
	}
	title := o.line(o.title)
	key := strings.Join(words(title), " ")
	if key == "" {
		return
	}
	for i := o.title + 1; i < len(o.blocks); i++ {
		line := o.line(i)
		if len(line) > min(2*len(title), maxLineBytes) || 2*len(line) < len(title) || !o.is(i, model.ParagraphBlock) {
			continue
		}
		if arabic.HasKey(line, key) {
			o.mark(i, model.BoilerplateBlock)
		}
	}
}

// markHeadings marks the headings inside the text: a short line that is no
// sentence, after a finished one and before prose.
func (o *outline) markHeadings() {
	for i := range o.blocks {
		line := o.line(i) // the cheapest tests first: a large text has many lines
		if o.is(i, model.ParagraphBlock) && !longer(line, headingLength) && o.followsFinished(i) &&
			o.is(i+1, model.ParagraphBlock) && prose(o.line(i+1)) && heading(line) {
			o.mark(i, model.HeadingBlock)
		}
	}
}

// followsFinished reports whether the paragraph before block i, if there is one,
// is finished.
func (o *outline) followsFinished(i int) bool {
	return i == 0 || !o.is(i-1, model.ParagraphBlock) || !unended(o.line(i-1)) || o.gap(i-1)
}

// heading reports whether a short line reads like a heading.
func heading(line string) bool {
	if !unended(line) || listed(line) {
		return false
	}
	key := arabic.Key(line)
	last := key[strings.LastIndexByte(key, ' ')+1:]
	return key != "" && strings.Count(key, " ") < headingWords && !strings.Contains(dangling, " "+last+" ")
}
