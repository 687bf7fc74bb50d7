package detect

import (
	"strings"

	"rawi/model"
)

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

// insertionEnd is the comma before أن that ends the insertion at token i:
// «قال المسؤول، طالبا عدم ذكر اسمه، إن»; 0 when there is none.
func (p *page) insertionEnd(i int) int {
	const longest = 10
	for j := i + 1; j+1 < p.endOf(i) && j <= i+longest; j++ {
		switch t := &p.tokens[j]; {
		case t.sign == comma && p.opensThat(j+1):
			return j
		case t.sign != noSign, t.is(that | thatPronoun):
			return 0
		}
	}
	return 0
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

func (p *page) holds(i int) bool {
	s := p.tokens[i].sign
	return s == noSign || s == number || s == mark || s == closing || s == otherSign
}

// looksFinite reports whether a word may be a finite verb: known as one, or
// of the form of an imperfect.
func looksFinite(t *token) bool {
	if t.is(verb | commonVerb) {
		return t.form.Mood == perfect || t.form.Mood == imperfect
	}
	if t.traits != 0 || t.definite || t.letters() < 4 {
		return false
	}
	for _, prefix := range []string{"ي", "ت", "س", "وي", "وت", "لي"} {
		if strings.HasPrefix(t.fold, prefix) && !strings.HasSuffix(t.fold, "ه") && !strings.HasSuffix(t.fold, "ات") {
			return true
		}
	}
	return false
}

// headline is who speaks in a title, and the token after the colon that says
// so; -1 when there is none.
type headline struct {
	speaker source
	after   int
}

// headlineOf reads the title that is block b, once.
func (a *attributor) headlineOf(b int32) headline {
	h, ok := a.titles[b]
	if !ok {
		h = a.readHeadline(a.blocks[b])
		a.titles[b] = h
	}
	return h
}

// only reports whether the headline that starts at token from begins with the
// mention or its role, not «انتخابات الفيفا: ...».
func (a *attributor) only(from, mention int) bool {
	m := a.mentions[mention]
	return !a.isObject(m) && (m.from == from || !a.tokens[from].word() || a.startsMention(from))
}

// isDateline reports whether a place that is no capital stands before the
// colon: «غزة: ...» says where, not who.
func (a *attributor) isDateline(s source) bool {
	p := a.parties[s.party]
	_, capital := a.lex.State(p.state)
	return p.kind == model.Place && !capital && !a.lex.HasCapital(p.state)
}

func (a *attributor) startsMention(i int) bool {
	_, ok := a.startingAt(i)
	return ok
}

// readHeadline finds the party before the colon, else the first one named.
func (a *attributor) readHeadline(b block) headline {
	for i := b.from; i < b.to; i++ {
		if a.tokens[i].sign != colon {
			continue
		}
		for j := b.from; j < i; j++ {
			if s := a.at(j, model.NameColon); s.party >= 0 && (a.speaks(s.mention) || j == b.from) && a.only(b.from, s.mention) && !a.isDateline(s) {
				return headline{s, i + 1}
			}
		}
		break
	}
	for j := b.from; j < b.to; j++ {
		if s := a.at(j, model.SubjectVerb); s.party >= 0 && a.speaks(s.mention) {
			s.confidence = 0.6
			return headline{s, -1}
		}
	}
	return headline{nobody, -1}
}
