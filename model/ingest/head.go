package ingest

import (
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// maxHead is the largest number of lines before the running text.
const maxHead = 60

// markHead finds the title among the lines before the running text, and the
// boilerplate around it: page title, menus, date, byline, caption.
func (o *outline) markHead(title string) {
	end := o.headEnd()
	switch {
	case title != "":
		o.title = o.find(title)
	case !o.findRepeated(end):
		o.title = o.firstTitle(end)
	}
	if o.title >= 0 {
		o.mark(o.title, model.TitleBlock)
	}
	for i := range end {
		w := words(o.line(i))
		switch {
		case i == o.title:
		case i < o.title, known(o.line(i), w), debris(o.line(i)), o.title >= 0 && byline(o.line(i), w):
			o.mark(i, model.BoilerplateBlock)
		}
	}
	if o.title > 0 { // lines before it: a page, not a text
		o.markCaption(end)
	}
}

// headEnd returns the number of blocks before the first prose. Without prose only
// a first line that is followed by an empty one is a head.
func (o *outline) headEnd() int {
	for i := range min(maxHead, len(o.blocks)) {
		if line := o.line(i); prose(line) && !debris(line) {
			return i
		}
	}
	if len(o.blocks) > 1 && o.gap(0) {
		return 1
	}
	return 0
}

// find returns the first block of the head with the words of the known title, or
// -1.
func (o *outline) find(title string) int {
	key := arabic.Key(title)
	for i := range min(maxHead, len(o.blocks)) {
		if len(o.line(i)) <= 2*len(title)+64 && arabic.Key(o.line(i)) == key {
			return i
		}
	}
	return -1
}

// findRepeated finds a title that occurs twice in the head: as it is, or inside
// the page title («site - section - title»). The longest such line is the title,
// and of two equal ones the first. No other line that reads like a title or a
// sentence may come before it.
func (o *outline) findRepeated(end int) (found bool) {
	keys := make([]string, end)
	longest := 0
	for j := range keys {
		line := o.line(j)
		w := words(line)
		if debris(line) || known(line, w) {
			continue
		}
		keys[j] = strings.Join(w, " ")
		if len(keys[j]) <= longest || strings.Count(keys[j], " ") < 2 {
			continue
		}
		first, other := firstWith(keys[:j], keys[j])
		switch {
		case other:
			return found
		case first < 0:
			continue
		}
		o.title, longest, found = j, len(keys[j]), true
		if keys[first] == keys[j] {
			o.title = first
		}
	}
	return found
}

// firstWith returns the first of the lines' keys that contains key, or -1. other
// reports that a line of another title or sentence comes before it.
func firstWith(keys []string, key string) (first int, other bool) {
	for i, k := range keys {
		if containsWords(k, key) {
			return i, false
		}
		if strings.Count(k, " ") >= titleWords-1 {
			return -1, true
		}
	}
	return -1, false
}

// containsWords reports whether whole contains part between word boundaries.
func containsWords(whole, part string) bool {
	return strings.Contains(" "+whole+" ", " "+part+" ")
}

// firstTitle returns the first line of the head that reads like a title: it has
// at least four words, or two if an empty line follows. It returns -1 if there is
// none before a list, a long line or hard-wrapped text.
func (o *outline) firstTitle(end int) int {
	short := -1
	for i := range end {
		line := o.line(i)
		w := words(line)
		switch {
		case o.hardWrapped(i, end):
			return short
		case known(line, w), debris(line):
		case listed(line), longer(line, titleLength):
			return short
		case len(w) >= titleWords:
			return i
		case short < 0 && len(w) >= 2 && o.gap(i):
			short = i
		}
	}
	return short
}

// hardWrapped reports whether four long lines that are not known boilerplate
// begin at block i without an empty line between: text cut at a fixed width, not
// a title and page data.
func (o *outline) hardWrapped(i, end int) bool {
	for n := 0; n < 4; n++ {
		if i+n >= end || n > 0 && o.gap(i+n-1) {
			return false
		}
		if line := o.line(i + n); !longer(line, 40) || known(line, words(line)) {
			return false
		}
	}
	return true
}

// markCaption marks the caption of the picture: the only short line between the
// title of a page and the running text.
func (o *outline) markCaption(end int) {
	caption := -1
	for i := o.title + 1; i < end; i++ {
		if o.is(i, model.BoilerplateBlock) {
			continue
		}
		if caption >= 0 || longer(o.line(i), captionLength) || !unended(o.line(i)) {
			return
		}
		caption = i
	}
	if caption >= 0 {
		o.mark(caption, model.BoilerplateBlock)
	}
}
