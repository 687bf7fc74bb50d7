// Package detect finds in an Arabic news article who said what: quotations
// between marks of any kind, reported clauses without marks, the persons,
// bodies and places that are named, and the speaker of each quotation. It
// works by rules and by what was learned from annotated articles ([Models]); every
// speaker comes with the rule that gave it or what spoke for it, the words that
// triggered it and a confidence.
//
// Each step is a package that sees only those above it:
//
//	table     key -> value tables, searched where they lie
//	lexicon   what is known of words
//	rule      rules as rows of tables, and who watches them
//	token     the text as tokens, and all questions about them; a page does not change
//	marks     which quotation marks belong together
//	cue       words that may report speech
//	mention   persons, bodies, places and descriptions
//	party     which mentions mean one party
//	speech    quotations: what the marks hold, reported clauses, who speaks
//	detect    the steps one after the other; the findings in the model's terms
//
// A step makes a value and is done; no later one changes it.
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
	"rawi/model/detect/cue"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/rule"
	"rawi/model/detect/speech"
	"rawi/model/detect/token"
)

// Detect finds what an article says about who spoke. It never fails: a text
// without speech has no findings, nor has one in another language than Arabic. Quotes come in text order, outer before
// nested; parties by first mention, each with its mentions in text order; all
// offsets are bytes of a.Text on rune borders.
func Detect(a *model.Article) model.Findings {
	if a.Foreign() {
		return model.Findings{}
	}
	return detect(a, lexicon.Default())
}

func detect(a *model.Article, words *lexicon.Lexicon) model.Findings {
	x := analyse(a, words, Learned(), nil)
	if x == nil {
		return model.Findings{}
	}
	return x.Findings()
}

// Analysis is what each step made of an article, for those who train the models.
type Analysis struct {
	Page     *token.Page
	Pairs    []marks.Pair
	Cues     []cue.Cue
	Mentions *mention.Found
	Parties  *party.Parties
	*speech.Spoken
}

// Analyse takes all steps with other models; nil where there is nothing to read.
func Analyse(a *model.Article, m *Models) *Analysis {
	return analyse(a, lexicon.Default(), m, nil)
}

// Watch is [Analyse] with rules that are watched.
func Watch(a *model.Article, m *Models, w *rule.Watch) *Analysis {
	return analyse(a, lexicon.Default(), m, w)
}

func analyse(a *model.Article, words *lexicon.Lexicon, m *Models, w *rule.Watch) *Analysis {
	stream := token.Read(a, words)
	if stream.Len() == 0 {
		return nil
	}
	x := Analysis{Pairs: marks.Find(stream)}
	x.Page = token.NewPage(stream, marks.Depths(stream, x.Pairs))
	x.from(cueStep, m, w)
	return &x
}

// step is one that has rows.
type step int

const (
	cueStep step = iota
	mentionStep
	speechStep
)

// from takes a step and all behind it.
func (x *Analysis) from(s step, m *Models, w *rule.Watch) {
	if s <= cueStep {
		x.Cues = cue.Find(x.Page, w)
	}
	if s <= mentionStep {
		x.Mentions = mention.Find(x.Page, x.Pairs, x.Cues, m.Mention, w)
		x.Parties = party.Link(x.Page, x.Mentions, m.Party)
	}
	x.Spoken = speech.Find(x.Page, x.Pairs, x.Mentions.OutsideNames(x.Cues), x.Mentions, x.Parties, m.Speech, w)
}

// Findings is the analysis in the model's terms.
func (x *Analysis) Findings() model.Findings {
	return newOutcome(x.Page, x.Mentions, x.Parties).findings(x.Spoken)
}
