package ingest

import (
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// maxHead is how many lines may stand before the running text.
const maxHead = 60

// markHead finds the title among the lines before the running text, and the
// furniture around it: page title, menus, date, byline, caption.
func (o *outline) markHead(title string) {
	end := o.headEnd()
	page, found := -1, false
	if title != "" {
		o.title = o.find(title)
	} else if page, found = o.repeated(end); !found {
		o.title = o.firstTitle(end)
	}
	if o.title >= 0 {
		o.mark(o.title, model.TitleBlock)
	}
	scraped := page >= 0 && page < o.title
	for i := range end {
		w := words(o.line(i))
		switch {
		case i == o.title:
		case i < o.title, known(o.line(i), w), debris(o.line(i)), o.title >= 0 && byline(o.line(i), w):
			o.mark(i, model.FurnitureBlock)
		}
	}
	if scraped {
		o.markCaption(end)
	}
}

// headEnd is how many blocks stand before the first prose. Where no prose
// comes, only a line with an empty one after it can be a head.
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

// find is the first of the head's blocks whose words are the known title's.
func (o *outline) find(title string) int {
	key := arabic.Key(title)
	for i := range min(maxHead, len(o.blocks)) {
		if len(o.line(i)) <= 2*len(title)+64 && arabic.Key(o.line(i)) == key {
			return i
		}
	}
	return -1
}

// repeated finds a title that stands twice in the head: as it is, or inside
// the page title («site - section - title»). It sets the title, and returns
// the block that holds it first. The longest such line is the title.
func (o *outline) repeated(end int) (page int, found bool) {
	keys := make([]string, end)
	for i := range keys {
		keys[i] = strings.Join(words(o.line(i)), " ")
	}
	longest := 0
	for j, key := range keys {
		if len(key) <= longest || strings.Count(key, " ") < 2 || debris(o.line(j)) {
			continue
		}
		for i, other := range keys[:j] {
			if containsWords(other, key) && !debris(o.line(i)) {
				page, longest, found = i, len(key), true
				o.title = j
				if other == key {
					o.title = i
				}
				break
			}
		}
	}
	return page, found
}

// containsWords reports whether part stands in whole between word borders.
func containsWords(whole, part string) bool {
	return strings.Contains(" "+whole+" ", " "+part+" ")
}

// firstTitle is the first line of the head that reads like a title: four words
// or more, or two if an empty line follows. It is no known furniture and does
// not stand in text that is cut at a fixed width. -1 if there is none.
func (o *outline) firstTitle(end int) int {
	short := -1
	for i := range end {
		line := o.line(i)
		w := words(line)
		switch {
		case o.hardWrapped(i, end):
			return short
		case known(line, w), debris(line), listed(line), longer(line, lineLength):
		case len(w) >= 4:
			return i
		case short < 0 && len(w) >= 2 && o.gap(i):
			short = i
		}
	}
	return short
}

// hardWrapped reports whether four long unknown lines begin at block i without
// an empty line between: text cut at a fixed width, not title and page data.
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

// markCaption marks the one short line between the title of a scraped page and
// the running text: the caption of the picture.
func (o *outline) markCaption(end int) {
	caption := -1
	for i := o.title + 1; i < end; i++ {
		if o.is(i, model.FurnitureBlock) {
			continue
		}
		if caption >= 0 || longer(o.line(i), lineLength) || !open(o.line(i)) {
			return
		}
		caption = i
	}
	if caption >= 0 {
		o.mark(caption, model.FurnitureBlock)
	}
}
