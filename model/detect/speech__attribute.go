package detect

import (
	"rawi/model"
	"strings"
)

// attributor walks the cues in text order and remembers whom a verb without a
// subject of its own would mean.
type attributor struct {
	*cast
	starts  map[int32]int32    // token -> the longest mention that starts there
	current source             // the subject that an implicit verb takes up
	told    int32              // the sentence of the last cue that had a source
	recent  []int              // parties that spoke or acted, latest last, without repetition
	gender  map[int]agreement  // of the parties, as the verbs with them say
	titles  map[int32]headline // by block
}

func newAttributor(c *cast) *attributor {
	a := &attributor{cast: c, starts: map[int32]int32{}, gender: map[int]agreement{}, titles: map[int32]headline{}, told: -1, current: nobody}
	for id, m := range c.mentions {
		if c.of[id] < 0 {
			continue
		}
		if old, ok := a.startingAt(m.from); !ok || m.to > c.mentions[old].to {
			a.starts[int32(m.from)] = int32(id)
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
func (a *attributor) attribute(cues []cue) []source {
	out := make([]source, len(cues))
	next := 0 // first token whose sentence has not been opened
	for k, c := range cues {
		for next <= c.token {
			if next == 0 || !a.sameSentence(next, next-1) {
				a.open(next)
			}
			next++
		}
		out[k] = a.source(c)
		if out[k].rule == model.PreviousSpeaker && a.hasOwnSubject(c) {
			a.current.confidence = min(a.current.confidence, 0.6) // somebody unknown may have taken the floor
		}
		if s := out[k]; s.party >= 0 && !c.according {
			if a.isEmbedded(cues, k) && s.rule == model.SubjectVerb {
				a.remember(s.party) // «كشف X أن Y نقلوا ...، مشيرا»: X goes on
			} else if s.mention >= 0 || s.party != a.current.party {
				a.take(s)
			}
			if s.rule == model.VerbSubject || s.rule == model.SubjectVerb {
				a.gender[s.party] = c.agree
			}
			a.told = a.sentence[c.token]
		}
	}
	return out
}

// isEmbedded reports whether cue k stands in the clause that an earlier cue of
// its sentence opened.
func (a *attributor) isEmbedded(cues []cue, k int) bool {
	const near = 40
	if a.told != a.sentence[cues[k].token] {
		return false
	}
	for i := cues[k].token - 1; i > max(0, cues[k].token-near) && a.sameSentence(i, cues[k].token); i-- {
		switch t := &a.tokens[i]; {
		case t.is(that|thatPronoun) && t.proclitic() != "و":
			return true
		case t.is(verb) && t.form.Mood == participle:
			return false
		}
	}
	return false
}

// take makes the source the one that an implicit verb would mean next.
func (a *attributor) take(s source) {
	a.current = s
	a.remember(s.party)
}

func (a *attributor) remember(party int) {
	for i, p := range a.recent {
		if p == party {
			a.recent = append(a.recent[:i], a.recent[i+1:]...)
			break
		}
	}
	if a.recent = append(a.recent, party); len(a.recent) > 6 {
		a.recent = a.recent[1:]
	}
}

// open looks at a sentence's main verb: its subject, unless it is a place, is
// whom the sentence's participles and the next implicit verb mean.
func (a *attributor) open(i int) {
	end := min(a.endOf(i), i+6)
	if a.blockOf(i).kind != model.ParagraphBlock || a.isDatelineFrom(i) {
		return
	}
	for j := i; j < end && a.sameSentence(i, j); j++ {
		t := &a.tokens[j]
		if t.is(turn) && j <= i+1 {
			a.current = nobody                                   // «من جانبه»: another speaks now
			if i = j + 1; i < end && a.tokens[i].sign == comma { // «وبدوره شكر المالكي»
				i++
			}
			j = i - 1
			continue
		}
		if id, ok := a.startingAt(j); ok && (a.mentions[id].skip == 0 || a.proclitic(&a.mentions[id]) == "و") {
			wasPlace := a.cast.of[id] >= 0 && j == i+1 && strings.HasPrefix(a.tokens[i].bare, "كان") // «وكانت الهند ردت»
			if m := a.named(id); a.speaks(m) || wasPlace {
				a.current = source{a.cast.of[m], id, model.ClauseSubject, confidence[model.ClauseSubject]}
			}
			return
		}
		little := t.is(function) && !t.is(verb) && t.fold != "قد"
		if !t.word() || t.definite || j > i+2 || j > i && little {
			return
		}
	}
}
