package speech

import (
	"cmp"
	"slices"
	"sort"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/token"
)

// Stage is what speakers are chosen on: the page with its parties, and the
// quotations as the rules left them.
type Stage struct {
	*attributor
	cues     []cue.Cue
	quotes   []Quotation
	scenes   []scene // of the quotations
	places   []place // in text order
	profiles []profile
	phrases  []phrase
	reported []bool // token -> it lies in a reported clause
	headline []int  // the parties named in the titles, the first few
	room     room
}

// place is where a party is named.
type place struct {
	from, to int // tokens, half-open
	mention  int // -1 for a phrase
	party    int
	inner    bool // it lies in a longer mention
}

// profile is what is known of a party before anybody speaks.
type profile struct {
	agrees  lex.Agreement
	named   int   // how often
	sure    uint8 // how likely the fullest name is one, in percent; 0 without a name
	inTitle bool
}

// scene is where a quotation stands.
type scene struct {
	cue         cue.Cue
	hasCue      bool
	at          int // token of the cue, else the first of the quotation
	first, last int // tokens of the quotation
	opens       int // where what the cue reports begins; what stands before it may be the subject
	slot        int // where the subject of the cue begins, -1 for none
}

// NewStage sets the stage for quotations that rules found.
func NewStage(p *token.Page, cues []cue.Cue, found *mention.Found, parties *party.Parties, quotes []Quotation) *Stage {
	return newAttributor(p, found, parties).stage(cues, slices.Clone(quotes))
}

func (a *attributor) stage(cues []cue.Cue, quotes []Quotation) *Stage {
	s := &Stage{attributor: a, cues: cues, quotes: quotes, reported: make([]bool, a.page.Len()), scenes: make([]scene, 0, len(quotes)), places: make([]place, 0, a.found.Len())}
	for i := range quotes {
		s.scenes = append(s.scenes, s.sceneOf(&quotes[i]))
		if sc := s.scenes[i]; quotes[i].Kind == model.Indirect {
			for k := sc.first; k <= sc.last; k++ {
				s.reported[k] = true
			}
		}
	}
	for id := range a.found.Len() {
		if m := a.found.Mention(id); a.parties.Of(id) >= 0 {
			s.places = append(s.places, place{m.From, m.To, id, a.parties.Of(id), false})
		}
	}
	s.addPhrases()
	s.addTurns()
	slices.SortStableFunc(s.places, func(x, y place) int { return cmp.Or(x.from-y.from, y.to-x.to) })
	end := 0
	for i := range s.places {
		s.places[i].inner = s.places[i].to <= end
		end = max(end, s.places[i].to)
	}
	s.profile()
	return s
}

// sceneOf finds the tokens of a quotation and its cue.
func (s *Stage) sceneOf(q *Quotation) scene {
	sc := scene{first: q.first, last: s.tokenAt(q.Span.End - 1), slot: -1}
	sc.at = sc.first
	if q.Cue.Empty() {
		return sc
	}
	token := s.tokenAt(q.Cue.Start)
	k := sort.Search(len(s.cues), func(k int) bool { return s.cues[k].Token >= token })
	if k == len(s.cues) || s.cues[k].Token != token {
		return sc
	}
	sc.cue, sc.hasCue, sc.at = s.cues[k], true, token
	sc.slot, sc.opens = s.subjectSlot(sc.cue), s.opensAt(&sc)
	return sc
}

// subjectSlot is where the subject of a cue begins.
func (s *Stage) subjectSlot(c cue.Cue) int {
	switch {
	case c.According && c.Token+1 < s.page.EndOf(c.Token):
		return c.Token + 1
	case c.Mood == lex.Participle, c.Noun:
		return -1
	}
	if next := c.Token + 1; next+1 < s.page.EndOf(c.Token) && s.page.At(next).Sign() == token.Number && s.page.At(next+1).IsWord() {
		return next // «ذكرت 3 مصادر»
	}
	return s.found.SubjectOf(c)
}

// opensAt is the token behind the cue where the report begins, or the
// quotation, or the sentence ends.
func (s *Stage) opensAt(sc *scene) int {
	const far = 40
	i := sc.at + 1
	for ; i < s.page.EndOf(sc.at) && i < sc.at+far && s.page.SameSentence(i, sc.at); i++ {
		t := s.page.At(i)
		if i == sc.first || t.Is(lex.That|lex.ThatPronoun) && i > sc.at || t.Sign() == token.Colon {
			break
		}
	}
	return i
}

// tokenAt is the token in which a byte of the text stands, or the first behind it.
func (s *Stage) tokenAt(at int) int {
	i := sort.Search(s.page.Len(), func(i int) bool { return s.page.SpanAt(i).End > at })
	return min(i, s.page.Len()-1)
}

// profile counts the mentions of each party and asks the words around them for
// its gender and number.
func (s *Stage) profile() {
	s.profiles = make([]profile, s.parties.Len()+len(s.phrases))
	votes, longest := make([][lex.AnyGender]int, len(s.profiles)), make([]int, len(s.profiles))
	for _, p := range s.places {
		f := &s.profiles[p.party]
		f.named++
		if p.mention >= 0 && s.parties.Form(p.mention) == model.NameForm && p.to-p.from > longest[p.party] {
			longest[p.party], f.sure = p.to-p.from, s.found.Mention(p.mention).Sure
		}
		if s.page.InTitle(p.from) {
			if !f.inTitle && len(s.headline) < 4 {
				s.headline = append(s.headline, p.party)
			}
			f.inTitle = true
		}
		if g, weight := s.genderAt(p); g < lex.AnyGender {
			votes[p.party][g] += weight
		}
	}
	for p := range s.profiles {
		s.profiles[p].agrees = lex.AnyGender
		for g, n := range votes[p] {
			if f := &s.profiles[p]; n > 0 && (f.agrees == lex.AnyGender || n > votes[p][f.agrees]) {
				f.agrees = lex.Agreement(g)
			}
		}
	}
}

// genderAt is what one mention says of its party's gender and number: its head
// noun, else the verb before it.
func (s *Stage) genderAt(p place) (g lex.Agreement, weight int) {
	head := s.page.At(p.from)
	switch {
	case head.Is(lex.RolePlural):
		return lex.Plural, 3
	case head.Is(lex.Role | lex.BodyHead):
		return ending(head), 3
	case p.mention >= 0 && s.found.Mention(p.mention).Kind == model.Place:
		return lex.Feminine, 1
	case p.from == 0 || !s.page.SameSentence(p.from, p.from-1):
		return lex.AnyGender, 0
	}
	verb := s.page.At(p.from - 1)
	switch {
	case verb.Is(lex.Verb) && !verb.IsDefinite() && s.found.SkipAt(p.from) == 0:
		return verb.Form().Agrees, 2
	case verb.Is(lex.Role):
		return ending(verb), 2
	}
	return lex.AnyGender, 0
}

// ending is the gender of a noun by its last letter.
func ending(t *token.Token) lex.Agreement {
	if w := t.Bare(); len(w) > 2 && w[len(w)-2:] == "ه" {
		return lex.Feminine
	}
	return lex.Masculine
}
