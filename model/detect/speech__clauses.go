package detect

import "strings"

// clause is a reported clause: tokens, half-open.
type clause struct{ from, to int }

// reported finds the clause that the cue opens: after أن or its kin, or after
// a colon without marks.
func (a *attributor) reported(c cue, between marked) (clause, bool) {
	const far = 30
	if c.class == want {
		return clause{}, false
	}
	end := a.endOf(c.token)
	for j := c.token + 1; j < end && j <= c.token+far; j++ {
		t := &a.tokens[j]
		if !a.sameSentence(j, c.token) {
			break
		}
		if q, ok := between.at(j); ok {
			if q.speech {
				break
			}
			j = int(q.close)
			continue
		}
		switch {
		case t.is(that|thatPronoun) && a.tokens[j-1].is(noReport) && j-1 > c.token:
			return clause{}, false
		case t.is(saying) && c.class == relay:
			return clause{}, false // «نقلت X عن Y قوله إن»: the next cue's
		case strings.HasPrefix(t.In(a.text), "إن") && t.fold == "ان" && j+1 < end && a.tokens[j+1].is(commonVerb):
			return clause{}, false // «إن وجدوا»
		case t.is(that|thatPronoun) && t.skip == 0 || t.is(that|thatPronoun) && t.proclitic() == "ب":
			return a.clauseFrom(j+1, between)
		case t.sign == colon && j+1 < end:
			if next, ok := between.at(j + 1); ok && next.speech {
				return clause{}, false
			}
			if a.tokens[j+1].is(that) {
				j++
			}
			return a.clauseFrom(j+1, between)
		case t.is(verb) && t.form.Mood == participle && a.tokens[j-1].sign == comma && a.insertionEnd(j) > 0:
			j = a.insertionEnd(j)
		case t.is(verb) && t.form.Mood != imperfect && j > c.token+1 && a.namedPage.at[j] == 0:
			return clause{}, false
		}
	}
	return clause{}, false
}

// clauseFrom is the clause from token i to its end; none when it is no more
// than a quotation with its subject before it.
func (a *attributor) clauseFrom(i int, between marked) (clause, bool) {
	end := a.endOf(i - 1)
	if i >= end {
		return clause{}, false
	}
	const longest = 300 // tokens; keeps a text of one endless sentence linear
	finite, words, quoted := a.tokens[i-1].is(thatPronoun), 0, false
	j := i
	for ; j < end && j < i+longest && a.sameSentence(j, i); j++ {
		t := &a.tokens[j]
		if q, ok := between.at(j); ok {
			if q.speech && !quoted {
				quoted = true
				if words <= 2 || !finite {
					return clause{}, false
				}
			}
			j = min(int(q.close), end-1)
			words++
			continue
		}
		if j > i && a.endsClause(j) {
			break
		}
		if t.word() {
			words++
			finite = finite || looksFinite(t)
		}
	}
	return a.trimmed(clause{i, j}), words > 1
}

// endsClause reports whether the report ends before token j: at a new cue.
func (a *attributor) endsClause(j int) bool {
	t := &a.tokens[j]
	before := &a.tokens[j-1]
	switch {
	case t.is(according) && before.sign == comma:
		return true
	case t.is(verb) && t.form.Mood == participle && t.form.Class != nameVerb:
		return before.sign == comma && t.form.Class != weak || a.governs(j)
	case before.sign == comma && a.tokens[min(j+1, len(a.tokens)-1)].is(verb) && (strings.HasPrefix(t.bare, "لكن") || t.fold == "كما"):
		return true
	case before.sign == comma && (t.fold == "فيما" || t.fold == "بينما"):
		return true
	case t.is(verb) && t.form.Mood == perfect && t.form.Class == judge && before.sign == comma:
		return t.proclitic() == "و"
	case t.is(verb) && t.form.Mood == perfect && t.form.Class == say:
		if t.proclitic() != "و" {
			return before.sign == comma && a.governs(j) // «فيما قال ... إن ...، أكد ... أن»
		}
		return before.sign == comma || a.governs(j)
	}
	return false
}

// trimmed drops signs at the clause's ends.
func (a *attributor) trimmed(c clause) clause {
	for c.from < c.to && !a.holds(c.from) {
		c.from++
	}
	for c.to > c.from && !a.holds(c.to-1) {
		c.to--
	}
	return c
}

func (a *attributor) holds(i int) bool {
	s := a.tokens[i].sign
	return s == noSign || s == number || s == mark || s == closing || s == otherSign
}
