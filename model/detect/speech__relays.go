package detect

import (
	"rawi/model"
	"strings"
)

// issuer is the party whose words the noun at token i means: «تقرير لمنظمة ...»,
// «بيان أصدرته الوزارة», «تصريحات صحفية للوزير».
func (a *attributor) issuer(i int, rule model.Rule) source {
	const near = 5
	for j := i + 1; j < a.endOf(i) && j <= i+near; j++ {
		t := &a.tokens[j]
		if id, ok := a.startingAt(j); ok {
			released := a.tokens[j-1].is(statement) || a.tokens[j-1].fold == "عن" // «صادر عن»
			if a.proclitic(&a.mentions[id]) == "ل" || strings.HasPrefix(t.fold, "لل") || released || j == i+1 {
				return a.at(a.mentions[id].from, rule)
			}
			return nobody
		}
		if !t.word() || t.is(that|thatPronoun) || t.is(verb) && !t.is(statement) {
			return nobody
		}
	}
	return nobody
}

// spokenNoun is the source of «قوله»: in «نقلت X عن Y قوله» the party just
// before, else the current one.
func (a *attributor) spokenNoun(c cue) source {
	if c.token > 0 && strings.HasPrefix(a.tokens[c.token-1].fold, "عنه") {
		return a.lastPerson(c.token)
	}
	if id, ok := a.endingAt(max(c.token-1, 0)); ok && c.token > 0 && a.speaks(a.named(id)) && (!a.isObject(a.mentions[id]) || !strings.HasPrefix(a.tokens[c.token].fold, "ب")) {
		name := a.named(id)
		return source{a.cast.of[name], name, model.SpeechNoun, confidence[model.SpeechNoun]}
	}
	return a.implicit(c)
}

// lastPerson is the person named last before token i: whom «عنه» means.
func (a *attributor) lastPerson(i int) source {
	const far = 80
	for j := i - 1; j >= 0 && j > i-far; j-- {
		if m, ok := a.nameAt(j); ok && m.kind == model.Person {
			s := a.at(m.from, model.SpeechNoun)
			s.mention, s.confidence = -1, 0.7
			return s
		}
	}
	return nobody
}

// relayed is Y in «نقلت X عن Y».
func (a *attributor) relayed(c cue) source {
	const near = 8
	for j := c.token + 1; j+1 < a.endOf(c.token) && j < c.token+near; j++ {
		if a.tokens[j].fold == "عن" {
			return a.at(j+1, model.SpeechNoun)
		}
	}
	return nobody
}

// quotedFrom is Y in «ذكرت X نقلا عن Y أن», «على لسان Y»; ok reports whether
// somebody is quoted so, be it that nobody knows who.
func (a *attributor) quotedFrom(c cue) (s source, ok bool) {
	const near = 12
	for j := c.token + 1; j+2 < a.endOf(c.token) && j < c.token+near && !a.tokens[j].is(that|thatPronoun); j++ {
		relay := a.tokens[j].bare == "نقلا" && a.tokens[j+1].fold == "عن"
		if relay || a.tokens[j].fold == "علي" && a.tokens[j+1].fold == "لسان" {
			return a.at(j+2, model.SpeechNoun), true
		}
	}
	return nobody, false
}

// accordingTo is the party right after «وفق», also in «وفقا لما ذكرته X».
func (a *attributor) accordingTo(c cue) source {
	for j := c.token + 1; j < a.endOf(c.token) && j <= c.token+5; j++ {
		if t := &a.tokens[j]; t.is(verb) && t.form.Mood == perfect && j > c.token+1 {
			return a.at(j+1, model.AccordingTo) // «وفق حصيلة أعلنها مسؤولون»
		}
		if s := a.at(j, model.AccordingTo); s.party >= 0 {
			return s
		}
		t := &a.tokens[j]
		if t.word() && !t.is(statement|saying|wordsOf) && (t.definite || j > c.token+2) {
			return nobody
		}
	}
	return nobody
}
