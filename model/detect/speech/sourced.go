package speech

import (
	"strings"

	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// bare is the opening of a clause that follows its verb of saying, or the
// subject of that, without أن.
func (a *attributor) bare(cues []cue.Cue, k int) (o opening, ok bool) {
	c := cues[k]
	if c.According || c.Class != lex.Say && c.Class != lex.Weak || a.page.InTitle(c.Token) {
		return o, false
	}
	plain, ok := a.plainWord(c)
	if !ok {
		return o, false
	}
	o = opening{sort: byNothing, at: c.Token, limit: a.page.EndOf(c.Token)}
	for _, start := range []int{c.Token + 1, plain, a.behindSubject(c)} {
		again := start == plain && plain == c.Token+1 && len(o.ways) > 0
		if start > c.Token && start < o.limit && a.page.SameSentence(start, c.Token) && !again {
			o.ways = append(o.ways, way{cue: k, start: start})
		}
	}
	return o, len(o.ways) > 0
}

// plainWord is the first word behind a cue that begins a sentence, 0 for none; ok is
// false where أن, a colon or a mark follows.
func (a *attributor) plainWord(c cue.Cue) (plain int, ok bool) {
	const near = 12
	for j := c.Token + 1; j < a.page.EndOf(c.Token) && j <= c.Token+near && a.page.SameSentence(j, c.Token); j++ {
		t := a.page.At(j)
		if t.Is(lex.That|lex.ThatPronoun) || t.Sign() == token.Colon || t.Sign() == token.Mark {
			return 0, false
		}
		if plain == 0 && openers[t.Fold()] {
			plain = j
		}
	}
	return plain, true
}

// behindSubject is the token behind the subject of a cue, 0 where that has none.
func (a *attributor) behindSubject(c cue.Cue) int {
	i := a.found.SubjectOf(c)
	if i < 0 {
		return 0
	}
	id, ok := a.startingAt(i)
	if !ok {
		return 0
	}
	to := a.found.Mention(id).To
	if m := a.found.Mention(a.nameOf(id)); m.To > to && m.From < to+3 {
		to = m.To
	}
	if to < a.page.EndOf(c.Token) && a.page.At(to).Sign() == token.Comma {
		to++
	}
	return to
}

// sourced is the opening of a sentence that names its source, before or behind
// the clause, at a cue that does.
func (a *attributor) sourced(cues []cue.Cue, k int) (o opening, ok bool) {
	const least = 3 // words of a clause before its source
	c := cues[k].Token
	if !cues[k].According || a.page.InTitle(c) {
		return o, false
	}
	from := c
	for from > a.page.BlockOf(c).From && a.page.SameSentence(from-1, c) && c-from < longest {
		from--
	}
	if c-from >= least {
		return a.sourcedBehind(k, from, c), true
	}
	o = a.sourcedBefore(k, cues[k])
	return o, len(o.ways) > 0
}

// sourcedBehind is the opening of a clause from a token on, or behind its last comma or
// mark, with a source behind it.
func (a *attributor) sourcedBehind(k, from, c int) opening {
	o := opening{sort: bySourceBehind, at: c, limit: c, ways: []way{{cue: k, start: from, end: c}}}
	for i := c - 3; i >= from; i-- {
		if s := a.page.At(i).Sign(); s == token.Comma || s == token.Mark {
			if i+1 > from {
				o.ways = append(o.ways, way{cue: k, start: i + 1, end: c})
			}
			break
		}
	}
	return o
}

// sourcedBefore is the opening of a clause with a source before it: behind أن, a comma
// or a colon, else behind the name of the source.
func (a *attributor) sourcedBefore(k int, c cue.Cue) opening {
	const near, most = 25, 2
	end := a.page.EndOf(c.Token)
	o := opening{sort: bySourceBefore, at: c.Token, limit: end}
	for j := c.Token + 1; j < end && j <= c.Token+near && a.page.SameSentence(j, c.Token) && len(o.ways) < most; j++ {
		if !a.partsSource(j) {
			continue
		}
		if start := a.behindThat(j + 1); start < end {
			o.ways = append(o.ways, way{cue: k, start: start})
		}
	}
	if id, ok := a.startingAt(c.Token + 1); ok && len(o.ways) == 0 {
		if to := a.found.Mention(id).To; to < end {
			o.ways = append(o.ways, way{cue: k, start: to})
		}
	}
	return o
}

// partsSource reports whether token j may stand between a source and its clause.
func (a *attributor) partsSource(j int) bool {
	t := a.page.At(j)
	return t.Is(lex.That|lex.ThatPronoun) || t.Sign() == token.Comma || t.Sign() == token.Colon || strings.HasPrefix(t.Fold(), "فان")
}

// behindThat is token i, or the next where «فإن» or أن stands at i.
func (a *attributor) behindThat(i int) int {
	if i < a.page.Len() && (a.page.OpensThat(i) || strings.HasPrefix(a.page.At(i).Fold(), "فان")) {
		return i + 1
	}
	return i
}
