package speech

import (
	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
)

// view is what is seen of a contender for a quotation, in small numbers: what the
// rows of features are made of.
type view struct {
	// of the quotation
	cue      int // what sort of word its cue is: see cueKind
	class    int // of the cue's verb
	verb     int // gender and number that the cue asks for
	kind     int // of the quotation
	marked   int
	length   int // of the quotation, by size
	gap      int // words from the cue to it, by size
	slot     int // something stands where the subject of the cue would
	title    int // it stands in the title
	own      int // the cue has a subject of its own, whom nothing names
	spoken   int // somebody has spoken before
	unsure   int // nobody knows who said the last one
	last     int // how far the last quotation is: see sinceLast
	word     uint64
	before   uint64 // the word before the cue, hashed
	subject  uint64 // the word in the slot
	lead     uint64 // the word before the quotation
	speakers int    // what the rules say: 0 nobody, else 1 + the rule

	// of the contender
	where  int
	ruled  int // what the rules say of him: see ruled
	surely int // how sure the rules are, in tenths
	party  int // kind of party
	named  int // how often he is named, by size
	rank   int // how many others are nearer, by size
	back   int // how many have spoken since he did: see history.back
	times  int // how often he spoke, by size
	most   int // he said most of what was said
	agrees int // with the verb
	gender int
	same   int // he said the other quotation of the same cue: see asSameCue
	around int // he said the one around it
	within int // he is in the quotation: named 2, else mentioned 1
	full   int // how likely his fullest name is one, in steps

	// of the mention that stands best
	governed  int
	form      int
	definite  int
	main      int // subject of the first verb of its sentence
	relative  int // in a clause of «الذي», «حين»
	distance  int // from the cue, by size
	inner     int // inside a longer mention
	reaches   int // up to where the report begins
	reported  int // in a reported clause
	quoted    int // between quotation marks
	sentences int // back from the cue, by size
	head      int // classes of its first word
	here      int // how likely it is one, in steps
}

// agreement is whether a party fits the verb's gender and number.
const (
	unknownAgreement = iota
	fits
	fitsNot
)

func (s *Stage) agreement(party int, sc *scene) int {
	f := s.profiles[party].agrees
	switch {
	case !sc.hasCue || sc.cue.According || f == lex.AnyGender || sc.cue.Agrees == lex.AnyGender:
		return unknownAgreement
	case f == sc.cue.Agrees:
		return fits
	}
	return fitsNot
}

// The sorts of cues.
const (
	accordingCue = 1
	nounCue      = 2
	behind       = 3
	ahead        = 7
)

// cueKind is what sort of word the cue is: 0 none, 1 «بحسب», 2 «قوله», then the
// mood of a verb behind the quotation, then of one before it.
func (sc *scene) cueKind() int {
	switch {
	case !sc.hasCue:
		return 0
	case sc.cue.According:
		return accordingCue
	case sc.cue.Noun:
		return nounCue
	case sc.at > sc.last:
		return behind + int(sc.cue.Mood)
	}
	return ahead + int(sc.cue.Mood)
}

// viewOf sees a quotation, nobody in particular for its speaker.
func (s *Stage) viewOf(i int, h *history) view {
	sc, q := &s.scenes[i], &s.quotes[i]
	v := view{
		cue: sc.cueKind(), class: int(sc.cue.Class), verb: int(sc.cue.Agrees), kind: int(q.Kind), marked: learn.Bit(q.Marked),
		length: grade(sc.last - sc.first), gap: grade(sc.first - sc.at), slot: learn.Bit(sc.slot >= 0), title: learn.Bit(s.page.InTitle(sc.first)),
		spoken: learn.Bit(h.last >= 0), unsure: learn.Bit(h.unsure), last: s.sinceLast(i, h), surely: int(10 * q.Source.Confidence),
		lead: s.bare(sc.first - 1), subject: s.bare(sc.slot), where: int(nobodyKnown),
	}
	if q.Source.Party >= 0 {
		v.speakers = 1 + int(q.Source.Rule)
	}
	if sc.hasCue {
		v.own = learn.Bit(s.hasOwnSubject(sc.cue))
		v.word, v.before = learn.Hash(s.page.At(sc.at).Rest()), s.bare(sc.at-1)
	}
	return v
}

// bare is a word without proclitics and article, hashed; 0 outside the page.
func (s *Stage) bare(i int) uint64 {
	if i < 0 {
		return 0
	}
	return learn.Hash(s.page.At(i).Bare())
}

// see adds a contender to the view of quotation i.
func (v *view) see(s *Stage, c *contender, i int, h *history) {
	sc, f := &s.scenes[i], &s.profiles[c.party]
	v.where, v.ruled, v.party = int(c.where), ruled(s.quotes[i].Source, c.party), s.kindNumber(c.party)
	v.named, v.rank = grade(f.named), grade(c.rank)
	v.back, v.times, v.most = h.back(c.party), grade(h.times[c.party]), learn.Bit(2*h.times[c.party] > h.all)
	v.agrees, v.gender = s.agreement(c.party, sc), int(f.agrees)
	v.within, v.full = s.room.within[c.party], percent(f.sure)
	v.same, v.around = s.asSameCue(i, c.party, h), s.asEnclosing(i, c.party, h)
	if c.place >= 0 {
		v.seePlace(s, &s.places[c.place], sc)
	}
}

// seePlace adds the mention that stands best.
func (v *view) seePlace(s *Stage, p *place, sc *scene) {
	const phrase = 4
	v.form = phrase
	if p.mention >= 0 {
		v.form, v.here = int(s.parties.Form(p.mention)), percent(s.found.Mention(p.mention).Sure)
	}
	v.governed, v.definite = int(s.governorOf(p)), learn.Bit(s.page.At(p.from).IsDefinite())
	v.main, v.relative = learn.Bit(s.isMainSubject(p)), learn.Bit(s.page.InRelative(p.from))
	v.distance, v.sentences = grade(max(p.from-sc.at, sc.at-p.to)), grade(s.page.Sentence(sc.at)-s.page.Sentence(p.from))
	v.inner, v.reaches = learn.Bit(p.inner), learn.Bit(p.to == sc.opens)
	v.reported, v.quoted = learn.Bit(s.reported[p.from]), learn.Bit(s.page.Depth(p.from) > 0)
	for k, class := range [...]lex.Traits{lex.Role, lex.RolePlural, lex.Anonymous, lex.WordsOf, lex.Media} {
		v.head |= learn.Bit(s.page.At(p.from).Is(class)) << k
	}
}

// ruledAnother is from where on ruled says that it is another.
const ruledAnother = 40

// ruled is what the rules say of a party: 0 nothing of anybody, then by rule that
// it is this one, then that it is another; each with the words that name it or
// without.
func ruled(r Source, party int) int {
	n := int(r.Rule)*2 + learn.Bit(r.Mention >= 0)
	switch r.Party {
	case -1:
		return 0
	case party:
		return 1 + n
	}
	return ruledAnother + n
}

// sinceLast is how far the last quotation with a speaker is: 0 there is none, 1
// in the same sentence, 2 in the same paragraph, 3 in the one before, 4 farther.
func (s *Stage) sinceLast(i int, h *history) int {
	if h.last < 0 {
		return 0
	}
	a, b := s.scenes[h.last].last, s.scenes[i].at
	if s.page.SameSentence(a, b) {
		return 1
	}
	return 2 + min(max(s.page.BlockIndex(b)-s.page.BlockIndex(a), 0), 2)
}

// asSameCue is 1 when another quotation hangs on the same cue and the party said
// it, 2 when another did, 0 when there is none.
func (s *Stage) asSameCue(i, party int, h *history) int {
	const near = 4
	for k := i - 1; k >= max(0, i-near) && s.scenes[i].hasCue; k-- {
		if s.scenes[k].hasCue && s.scenes[k].at == s.scenes[i].at {
			return 2 - learn.Bit(h.said[k] == party)
		}
	}
	return 0
}

// asEnclosing is the same of the quotation around this one.
func (s *Stage) asEnclosing(i, party int, h *history) int {
	const near = 6
	for k := i - 1; k >= max(0, i-near); k-- {
		if s.scenes[k].last >= s.scenes[i].last && s.quotes[k].Kind.Spoken() {
			return 2 - learn.Bit(h.said[k] == party)
		}
	}
	return 0
}

// kindNumber is the kind of a party, one more for a phrase.
func (s *Stage) kindNumber(party int) int {
	if party >= s.parties.Len() {
		return int(model.RoleOnly) + 1
	}
	return int(s.parties.Party(party).Kind)
}

// grade is a number by its size: 0, 1, 2, 3 to 4, 5 to 8, ...
func grade(n int) int {
	b := 0
	for limit := 0; n > limit && b < 8; b++ {
		limit = max(1, limit*2)
	}
	return b
}
