package ingest

import (
	"strings"
	"unicode/utf8"

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
// or more, or two if it stands alone, neither known as furniture nor the start
// of a text whose lines are cut at a fixed width. -1 if there is none.
func (o *outline) firstTitle(end int) int {
	alone := -1
	for i := range end {
		line := o.line(i)
		w := words(line)
		if known(line, w) || debris(line) || longer(line, lineLength) || o.hardWrapped(i, end) {
			continue
		}
		if len(w) >= 4 {
			return i
		}
		if alone < 0 && len(w) >= 2 && utf8.RuneCountInString(line) > 4 && o.gap(i) {
			alone = i
		}
	}
	return alone
}

// hardWrapped reports whether three long lines follow line i without an empty
// line between: text cut at a fixed width, not title and page data.
func (o *outline) hardWrapped(i, end int) bool {
	n := 0
	for ; i < end && !o.gap(i); i++ {
		if i+1 < len(o.blocks) && longer(o.line(i+1), 40) {
			n++
		}
	}
	return n >= 3
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
