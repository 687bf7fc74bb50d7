package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// attributor walks the cues in text order and remembers whom a verb without a
// subject of its own would mean.
type attributor struct {
	page    *token.Page
	corpus  *corpus.Corpus
	found   *mention.Found
	parties *party.Parties
	starts  map[int32]int32       // token -> the longest mention that starts there
	current Source                // the subject that an implicit verb takes up
	told    int                   // the sentence of the last cue that had a source
	recent  []int32               // parties that spoke or acted, the latest first, without repetition; each list stays as it is
	gender  map[int]lex.Agreement // of the parties, as the verbs with them say
	titles  map[int]headline      // by block
	watch   *rule.Watch           // nil where nobody watches
}

func newAttributor(p *token.Page, found *mention.Found, parties *party.Parties) *attributor {
	a := &attributor{page: p, corpus: corpus.Default(), found: found, parties: parties, starts: map[int32]int32{}, gender: map[int]lex.Agreement{}, titles: map[int]headline{}, told: -1, current: nobody}
	for id := range found.Len() {
		if parties.Of(id) < 0 {
			continue
		}
		m := found.Mention(id)
		if old, ok := a.startingAt(m.From); !ok || m.To > found.Mention(old).To {
			a.starts[int32(m.From)] = int32(id)
		}
	}
	return a
}

// startingAt is the longest mention of a party that starts at token i.
func (a *attributor) startingAt(i int) (id int, ok bool) {
	found, ok := a.starts[int32(i)]
	return int(found), ok
}

// attribute gives the source of each cue.
func (a *attributor) attribute(cues []cue.Cue) []Source {
	out := make([]Source, len(cues))
	next := 0 // first token whose sentence has not been opened
	for k, c := range cues {
		for next <= c.Token {
			if next == 0 || !a.page.SameSentence(next, next-1) {
				a.openSentence(next)
			}
			next++
		}
		out[k] = a.sourceOf(c)
		if out[k].Rule == model.PreviousSpeaker && a.hasOwnSubject(c) {
			a.current.Confidence = min(a.current.Confidence, 0.6) // somebody unknown may have taken the floor
		}
		if s := out[k]; s.Party >= 0 && !c.According {
			if a.isEmbedded(cues, k) && s.Rule == model.SubjectVerb {
				a.remember(s.Party) // «كشف X أن Y نقلوا ...، مشيرا»: X goes on
			} else if s.Mention >= 0 || s.Party != a.current.Party {
				a.take(s)
			}
			if s.Rule == model.VerbSubject || s.Rule == model.SubjectVerb {
				a.gender[s.Party] = c.Agrees
			}
			a.told = a.page.Sentence(c.Token)
		}
	}
	return out
}

// isEmbedded reports whether cue k stands in the clause that an earlier cue of
// its sentence opened.
func (a *attributor) isEmbedded(cues []cue.Cue, k int) bool {
	const near = 40
	if a.told != a.page.Sentence(cues[k].Token) {
		return false
	}
	for i := cues[k].Token - 1; i > max(0, cues[k].Token-near) && a.page.SameSentence(i, cues[k].Token); i-- {
		switch t := a.page.At(i); {
		case t.Is(lex.That|lex.ThatPronoun) && t.Proclitic() != "و":
			return true
		case t.Is(lex.Verb) && t.Form().Mood == lex.Participle:
			return false
		}
	}
	return false
}

// take makes the source the one that an implicit verb would mean next.
func (a *attributor) take(s Source) {
	a.current = s
	a.remember(s.Party)
}

// remember makes a party the latest of the recent ones. Quotations share the lists of before.
func (a *attributor) remember(party int) {
	const most = 6
	p, old := int32(party), a.recent
	if len(old) > 0 && old[0] == p {
		return
	}
	a.recent = append(make([]int32, 0, min(len(old)+1, most)), p)
	for _, other := range old {
		if other != p && len(a.recent) < most {
			a.recent = append(a.recent, other)
		}
	}
}

// openSentence looks at a sentence's main verb: its subject, unless it is a place, is
// whom the sentence's participles and the next implicit verb mean.
func (a *attributor) openSentence(i int) {
	const far = 6
	end := min(a.page.EndOf(i), i+far)
	if !a.page.BlockOf(i).Kind.Running() || a.page.IsDatelineFrom(i) {
		return
	}
	for j := i; j < end && a.page.SameSentence(i, j); j++ {
		if a.page.At(j).Is(lex.Turn) && j <= i+1 {
			a.current = nobody                                            // «من جانبه»: another speaks now
			if i = j + 1; i < end && a.page.At(i).Sign() == token.Comma { // «وبدوره شكر المالكي»
				i++
			}
			j = i - 1
			continue
		}
		if id, ok := a.startingAt(j); ok && a.isFree(id) {
			a.beginWith(id, i, j)
			return
		}
		if !a.mayPrecedeSubject(i, j) {
			return
		}
	}
}

// isFree reports whether nothing, or «و», is written onto the mention.
func (a *attributor) isFree(id int) bool {
	m := a.found.Mention(id)
	return m.Skip == 0 || a.found.Proclitic(m) == "و"
}

// beginWith takes the mention at token j for the subject of the sentence that begins at
// token i, a place only behind «كان»: «وكانت الهند ردت».
func (a *attributor) beginWith(id, i, j int) {
	wasPlace := a.parties.Of(id) >= 0 && j == i+1 && strings.HasPrefix(a.page.At(i).Bare(), "كان")
	if m := a.nameOf(id); a.speaks(m) || wasPlace {
		a.current = Source{Party: a.parties.Of(m), Mention: id, Rule: model.ClauseSubject, Confidence: confidence[model.ClauseSubject]}
	}
}

// mayPrecedeSubject reports whether token j, in a sentence that begins at token i, may
// be a verb or a little word before its subject.
func (a *attributor) mayPrecedeSubject(i, j int) bool {
	t := a.page.At(j)
	little := t.Is(lex.Function) && !t.Is(lex.Verb) && t.Fold() != "قد"
	return t.IsWord() && !t.IsDefinite() && j <= i+2 && !(j > i && little)
}
