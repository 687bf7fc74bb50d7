package ingest

import (
	"strings"
	"unicode"

	"rawi/model"
)

// Damage is what another program did to a text before rawi got it.
type Damage uint8

const (
	NoDamage          Damage = iota
	Mojibake                 // its bytes were read in a wrong encoding
	VisualOrder              // its letters stand as they are seen, from left to right
	VisualWords              // its words do, each of them with its letters in order
	PresentationForms        // it has the shapes of letters in place of letters
	DamageCount
)

// damages are how each damage is recognised in the beginning of a text, and undone.
var damages = [DamageCount]struct {
	in   func(sample string) bool
	mend func(text string) string
}{
	Mojibake:          {isMojibake, mendMojibake},
	VisualOrder:       {isVisual, mendVisual},
	VisualWords:       {hasVisualWords, mendVisualWords},
	PresentationForms: {hasForms, letterForms},
}

// damageSample is how many bytes of a text are looked at.
const damageSample = 6 << 10

// DamageOf recognises a damage by the beginning of a text.
func DamageOf(text string) Damage {
	sample := text
	if len(sample) > damageSample {
		sample = strings.ToValidUTF8(sample[:damageSample], "")
	}
	for d := NoDamage + 1; d < DamageCount; d++ {
		if damages[d].in(sample) {
			return d
		}
	}
	return NoDamage
}

// Mend returns the article without its damages, from the same source; nil if it has none.
func Mend(a *model.Article) *model.Article {
	text, done := a.Text, [DamageCount]bool{}
	mend := func(s string) string { return s }
	for d := DamageOf(text); d != NoDamage && !done[d]; d = DamageOf(text) {
		before, undo := mend, damages[d].mend
		mend = func(s string) string { return undo(before(s)) }
		text, done[d] = undo(text), true
	}
	if text == a.Text {
		return nil
	}
	mended := *model.NewArticle(text, Outline(text, mend(a.Title())))
	mended.Source, mended.Language, mended.Fetched, mended.Broken = a.Source, a.Language, a.Fetched, a.Broken
	mended.Facts = a.Facts
	for _, fact := range []*string{&mended.Facts.Headline, &mended.Facts.Byline, &mended.Facts.Site} {
		*fact = oneLine(mend(*fact))
	}
	return &mended
}

// What share of a text tells of a damage, in per cent, and how much of it there must be.
const (
	formsShare = 50
	minWords   = 5
	clearly    = 3 // times as many on the wrong side as on the right one
)

// hasForms reports whether most Arabic letters of a text are shapes.
func hasForms(text string) bool {
	shapes, all := 0, 0
	for _, r := range text {
		if unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
			all++
			if shape(r) {
				shapes++
			}
		}
	}
	return all > 0 && 100*shapes > formsShare*all
}
