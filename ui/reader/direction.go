package reader

import (
	"strings"

	"rawi/bidi"
	"rawi/model"
)

// sentenceWords is how many words of one direction in a row are a sentence, which sets
// the direction of a right-to-left article's paragraph.
const sentenceWords = 3

// directionSample is how many bytes of an article tell its direction.
const directionSample = 1 << 14

// Way says which way the blocks of an article run.
type Way struct {
	article bidi.Direction
	forced  bidi.Direction // by the reader; Auto for none
}

// WayOf is how an article's blocks run: by the words of each, and where these do not
// tell, by those of the article. What the document declares counts only where there
// are as many words of either direction.
func WayOf(a *model.Article) Way {
	var all words
	for _, b := range a.Blocks {
		if b.Kind.Searched() {
			b.End = min(b.End, b.Start+directionSample)
			all.count(b.In(a.Text))
		}
		if all.bytes >= directionSample {
			break
		}
	}
	switch {
	case all.right > all.left, all.right == all.left && a.Direction == model.RightToLeft:
		return Way{article: bidi.RightToLeft}
	case all.left > all.right, a.Direction == model.LeftToRight:
		return Way{article: bidi.LeftToRight}
	}
	return Way{}
}

// Of is the base direction of a block. In a right-to-left article one that begins so, or
// holds a sentence that does, is right-to-left however many words of the other direction
// are in it; one without letters is as the article.
func (w Way) Of(text string) bidi.Direction {
	if w.forced != bidi.Auto {
		return w.forced
	}
	var block words
	block.count(text[:min(len(text), maxPiece)])
	rightToLeft := block.right > block.left
	if w.article == bidi.RightToLeft {
		rightToLeft = block.first == bidi.RightToLeft || block.longest >= sentenceWords || block.right >= block.left
	}
	switch {
	case block.right+block.left == 0:
		return w.article
	case rightToLeft:
		return bidi.RightToLeft
	}
	return bidi.LeftToRight
}

// words counts the words of each direction.
type words struct {
	left, right  int
	first        bidi.Direction // of the first word that has one
	row, longest int            // right-to-left words in a row; one without letters breaks none
	bytes        int
}

func (w *words) count(text string) {
	w.bytes += len(text)
	for word := range strings.FieldsSeq(text) {
		dir, ok := bidi.Majority(word)
		if !ok {
			continue
		}
		if w.first == bidi.Auto {
			w.first = dir
		}
		if dir == bidi.LeftToRight {
			w.left, w.row = w.left+1, 0
			continue
		}
		w.right, w.row = w.right+1, w.row+1
		w.longest = max(w.longest, w.row)
	}
	w.row = 0
}
