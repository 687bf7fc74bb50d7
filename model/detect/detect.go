// Package detect finds in an Arabic news article who said what: quotations
// between marks of any kind, reported clauses without marks, the persons,
// bodies and places that are named, and the speaker of each quotation. It
// works by rules alone; every speaker comes with the rule that gave it, the
// words that triggered it and a confidence.
//
// The steps, each in a file of its own, each a function of those before:
//
//	page.go         the text as tokens
//	spelling.go     what the lexicon says of each word as it is written
//	marks.go        which quotation marks belong together (markevents.go)
//	cues.go         words that may report speech
//	names.go        known bodies, and persons by a given name
//	places.go       places by their head noun: «محافظة ...»
//	bodies.go       bodies by their head noun: «وزارة ...»
//	persons.go      how far a person's name goes
//	shapes.go       what the shape of an unknown word says of it
//	roles.go        descriptions of persons: «المندوب الفرنسي»
//	beside.go       the name that a description belongs to
//	mentions.go     subjects that nothing else named
//	repeats.go      every repetition of a name
//	cast.go         which names are one party
//	casting.go      which descriptions are whose
//	attribution.go  who speaks at each cue: a walk over the cues in text order
//	subjects.go     where the subject of one cue stands
//	relays.go       who speaks through another: «نقلا عن», «بحسب», «بيان»
//	kinds.go        what stands between marks: speech, a name, a distance
//	indirect.go     reported clauses without marks, headlines
//	quotations.go   marks, cues and sources joined
//	findings.go     the findings in the model's terms (parties.go)
//
// Builders make values and are dropped: the reader a page, the namer a page with
// its mentions, the linker the cast of parties, the attributor the quotations.
//
// What is known of words is data: the lists of package lexicon/wordlist, which
// go generate makes into the tables of package lexicon. Detection asks the
// lexicon that it was given and no other.
//
// Boilerplate is not read. Time and memory grow linearly with the text, whatever
// it holds.
package detect

import (
	"rawi/model"
	"rawi/model/detect/lexicon"
)

// Detect finds what an article says about who spoke. It never fails: a text
// without speech has no findings. Quotes come in text order, outer before
// nested; parties by first mention, each with its mentions in text order; all
// offsets are bytes of a.Text on rune borders.
func Detect(a *model.Article) model.Findings {
	return detect(a, lexicon.Default())
}

func detect(a *model.Article, lex *lexicon.Lexicon) model.Findings {
	s := read(a, lex)
	if len(s.tokens) == 0 {
		return model.Findings{}
	}
	pairs := pairMarks(s)
	p := newPage(s, depths(s, pairs))
	cues := findCues(p)

	n := newNamer(p)
	n.names()
	n.roles(cues)
	n.addressees()
	n.slots(cues)
	n.repeats()

	cues = n.unnamed(cues)
	parties := n.link()
	quotes := newAttributor(parties).quotations(pairs, cues)
	return parties.outcome().findings(quotes)
}
