package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// What the features of a report tell.
const (
	reportBias learn.Template = iota
	reportRowHolds
	openedBy
	openedForm
	beforeOpening1
	clauseFirst1
	clausePlace
	clauseMarks
	sayingIs
	sayingForm
	sayingAndOpening
	sayingShare
	beforeSaying
	sayingRank
	gapHolds
	sourceIs
	namedBefore
)

// features appends what is said of the report; of no report nothing is.
func (r *report) features(room []learn.Feature) []learn.Feature {
	f := &features{page: r.page, corpus: r.corpus, list: room}
	f.yes(reportBias)
	f.pair(reportRowHolds, uint64(r.row()), uint64(r.sort))
	r.openingFeatures(f)
	r.clauseFeatures(f)
	if r.cue < 0 {
		r.nameFeatures(f)
		return f.list
	}
	r.sayingFeatures(f)
	if r.sort <= byQuestion {
		r.gapFeatures(f)
	}
	return f.list
}

// openingFeatures tells what opens the clause.
func (r *report) openingFeatures(f *features) {
	block, at, sort := r.page.BlockOf(r.at), r.page.At(r.at), uint64(r.sort)
	if r.sort <= byQuestion {
		f.word(beforeOpening1, r.at-1, block.From, block.To)
		f.text(openedBy, foldOf, at.Fold())
		f.pair(openedBy, uint64(at.Sign()), learn.Hash(at.Proclitic()))
	}
	written := r.page.Written(at)
	f.pair(openedForm, sort, flags(at.Is(lex.ThatPronoun), strings.HasPrefix(written, "إ"), strings.HasPrefix(written, "أ"), strings.HasPrefix(written, "و")))
	f.pair(clausePlace, uint64(block.Kind)<<8|sort, flags(r.at == block.From, r.at+1 >= block.To))
}

// clauseFeatures tells how the clause begins and what it holds.
func (r *report) clauseFeatures(f *features) {
	block, sort, in := r.page.BlockOf(r.start), uint64(r.sort), r.inside
	f.word(clauseFirst1, r.start, block.From, block.To)
	f.pair(clauseMarks, flags(in.pairs > 0, in.pairs > 1, in.spoken > 0), sort)
	if in.pairs == 0 {
		return
	}
	spoken, pronoun := in.spoken > 0, r.page.At(r.at).Is(lex.ThatPronoun)
	lead, behind := uint64(size(in.lead)), uint64(size(in.behind))
	f.pair(clauseMarks, 100+lead, flags(spoken))
	f.pair(clauseMarks, 200+behind, flags(spoken))
	f.pair(clauseMarks, 300+flags(in.finite > 0, pronoun, spoken), lead)
	f.pair(clauseMarks, 400+flags(in.finite > 0, pronoun, spoken), behind)
	f.pair(clauseMarks, 500+flags(in.leadFinite > 0, pronoun, spoken), lead)
	f.pair(clauseMarks, 700+flags(in.leadFinite > 0, pronoun, spoken, in.behind == 0, in.opensFinite, in.pairs == 1), 0)
	f.pair(clauseMarks, 800+flags(in.leadFinite > 0 || pronoun, spoken, in.behind == 0, in.pairs == 1), sort)
	f.pair(clauseMarks, 600+flags(in.leadFinite > 0 || pronoun, in.lead > 2, spoken), sort)
}

// nameFeatures tells who is named before a colon without a word of saying.
func (r *report) nameFeatures(f *features) {
	block, sort := r.page.BlockOf(r.at), uint64(r.sort)
	f.pair(sayingIs, 0, sort)
	if block.Kind == model.TitleBlock {
		h := r.headlineOf(r.page.BlockIndex(r.at))
		f.pair(sourceIs, 50+flags(h.after == r.start, h.speaker.Party >= 0), sort)
	}
	colon := flags(r.page.At(r.at).Sign() == token.Colon, block.Kind == model.TitleBlock)
	f.pair(namedBefore, 1, colon<<8|uint64(size(r.at-block.From)))
	id, ok := r.startingAt(r.firstWord(block))
	if !ok {
		f.pair(namedBefore, 2, colon)
		return
	}
	ends := r.found.Mention(id).To == r.at
	first := r.page.At(r.start)
	nominal := token.IsMasdar(first.Bare(), r.page.Written(first)) || r.inside.finite == 0
	place := r.parties.Party(r.parties.Of(id)).Kind == model.Place
	f.pair(namedBefore, 7, colon<<8|flags(place, nominal, first.LooksFinite(), first.Is(lex.Function)))
	party := r.parties.Of(id)
	f.pair(namedBefore, 3+flags(ends), colon<<8|uint64(r.parties.Party(party).Kind))
	f.pair(namedBefore, 5, colon<<8|uint64(r.parties.Form(id)))
	f.pair(namedBefore, 6, colon<<8|flags(r.isDateline(Source{Party: party}), ends))
}

// sayingFeatures tells of the word of saying and who speaks.
func (r *report) sayingFeatures(f *features) {
	c, sort := r.cues[r.cue], uint64(r.sort)
	block, t := r.page.BlockOf(c.Token), r.page.At(c.Token)
	form := flags(c.According, c.Noun)<<8 | uint64(c.Class)<<4 | uint64(c.Mood)
	f.text(sayingIs, bareOf, t.Bare())
	f.text(sayingIs, foldOf, t.Fold())
	f.pair(sayingForm, form, sort)
	f.pair(sayingForm, 1000+form, sort<<8|uint64(r.rank))
	f.word(beforeSaying, c.Token-1, block.From, block.To)
	f.pair(sayingRank, sort, uint64(r.rank))
	f.pair(clausePlace, 1<<20, flags(c.Token == block.From || !r.page.SameSentence(c.Token, c.Token-1)))
	f.pair(sayingAndOpening, learn.Hash(t.Bare()), learn.Hash(r.page.At(r.at).Fold())+sort)
	if facts, ok := r.corpus.Word(t.Fold()); ok {
		f.pair(sayingShare, sort, uint64(facts.Share(corpus.Cue)))
	}
	s := r.sources[r.cue]
	f.pair(sourceIs, flags(s.Party >= 0, s.Mention >= 0, s.Rule == model.PreviousSpeaker), sort)
}

// gapFeatures tells what stands between the word of saying and the clause.
func (r *report) gapFeatures(f *features) {
	g := r.before
	f.pair(gapHolds, 0, flags(g.commas > 0, g.verbs > 0, g.thats > 0, g.pairs > 0, g.spoken > 0))
	f.pair(gapHolds, 1, uint64(min(g.commas, 3)))
	f.pair(gapHolds, 2, uint64(min(g.verbs, 3)))
	f.pair(gapHolds, 3, uint64(min(g.thats, 2)))
	f.pair(gapHolds, 4, flags(g.pairs > 0, g.spoken > 0))
	f.pair(gapHolds, 5, uint64(min(g.dashes, 3)))
	f.pair(gapHolds, 6+flags(g.verbs > 0, g.thats > 0), uint64(size(r.at-r.cues[r.cue].Token)))
}
