package model

import (
	"strings"
	"unicode/utf8"
)

// Around is the next larger whole that some words of an article are in: what stands
// between quotation marks, the sentence, the paragraph; the words themselves where
// there is none.
func Around(a *Article, words Span) Span {
	for _, b := range a.Blocks {
		if !b.Covers(words) {
			continue
		}
		for _, whole := range [...]Span{between(a.Text, b.Span, words), sentenceOf(a.Text, b.Span, words), b.Span} {
			if whole = trim(a.Text, whole); whole.Covers(words) && whole != words {
				return whole
			}
		}
	}
	return words
}

// between is what stands between the nearest quotation marks around some words in a
// block, empty where one is missing.
func between(text string, block, words Span) Span {
	before := strings.LastIndexAny(text[block.Start:words.Start], quotationMarks)
	after := strings.IndexAny(text[words.End:block.End], quotationMarks)
	if before < 0 || after < 0 {
		return Span{}
	}
	before += block.Start
	_, size := utf8.DecodeRuneInString(text[before:])
	return Span{before + size, words.End + after}
}

// sentenceOf is the sentence of a block that some words are in.
func sentenceOf(text string, block, words Span) Span {
	if i := strings.LastIndexAny(text[block.Start:words.Start], sentenceEnds); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[block.Start+i:])
		block.Start += i + size
	}
	if i := strings.IndexAny(text[words.End:block.End], sentenceEnds); i >= 0 {
		block.End = words.End + i
	}
	return block
}
