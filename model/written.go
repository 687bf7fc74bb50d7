package model

import (
	"strings"

	"rawi/model/arabic"
)

// writtenSample is how many bytes of an article tell its language.
const writtenSample = 8 << 10

// WrittenIn is the language of the article's text, as its words tell, whatever the
// document says.
func (a *Article) WrittenIn() arabic.Language {
	var sample strings.Builder
	for _, b := range a.Blocks {
		if b.Kind.Searched() {
			b.End = min(b.End, b.Start+writtenSample)
			sample.WriteString(b.In(a.Text) + "\n")
		}
		if sample.Len() >= writtenSample {
			break
		}
	}
	if sample.Len() == 0 {
		return arabic.LanguageOf(a.Text[:min(len(a.Text), writtenSample)])
	}
	return arabic.LanguageOf(sample.String())
}

// Foreign reports whether the article is in another language than Arabic, so that nothing
// is guessed about who said what in it.
func (a *Article) Foreign() bool { return a.WrittenIn() != arabic.Arabic }
