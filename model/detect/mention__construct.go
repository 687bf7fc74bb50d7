package detect

import (
	"rawi/model"
	"strings"
)

// describe gives the person the description behind a comma, which was read
// before its name was known: «قال زيغمار هارنتوف، نائب رئيس المجلس، إن».
func (n *namer) describe(id int) {
	m := &n.mentions[id]
	if m.kind != model.Person || m.to+1 >= n.endOf(m.from) || n.tokens[m.to].sign != comma {
		return
	}
	if d, ok := n.described[m.to+1]; ok && n.mentions[d].of < 0 {
		n.mentions[d].form, n.mentions[d].of = model.Apposition, int32(id)
	}
}

// actor is the definite role or body that is the subject of the verb at the
// start of the participle's sentence: «وحثت اللجنة المواطنين على المشاركة،
// مشيرة إلى»; -1 when there is none.
func (n *namer) actor(c cue) int {
	i := n.sentenceStart(c.token)
	if i+1 >= c.token || i > 0 && n.sameSentence(i-1, c.token) {
		return -1
	}
	v, t := &n.tokens[i], &n.tokens[i+1]
	isVerb := v.is(verb|commonVerb) || v.traits == 0 && v.letters() > 3 && strings.HasSuffix(v.fold, "ت")
	isFeminine := strings.HasSuffix(v.fold, "ت") || strings.HasPrefix(v.bare, "ت")
	if !isVerb || v.definite || !n.plainDefinite(i+1) || !t.is(role|bodyHead) || t.is(rolePlural) || isFeminine != strings.HasSuffix(t.bare, "ه") {
		return -1
	}
	return i + 1
}

// mustBeName reports whether the unknown word at token i is a name, as it
// ends in ة or ه, the verb is masculine and the report opens behind it.
func (n *namer) mustBeName(i int, c cue) bool {
	t := &n.tokens[i]
	return t.traits == 0 && !t.definite && c.agree == masculine && strings.HasSuffix(t.fold, "ه") && i+1 < n.endOf(i) && n.tokens[i+1].is(that|thatPronoun) &&
		(strings.HasSuffix(t.In(n.text), "ة") || !strings.HasPrefix(t.fold, "ب") && !strings.HasPrefix(t.fold, "ل"))
}

// constructEnd is the end of an indefinite noun with the definite words or the
// name that it governs, when it agrees with the verb and the report opens
// right behind it; else 0. A role noun may have an adjective only.
func (n *namer) constructEnd(i int, c cue) int {
	t, end := &n.tokens[i], n.endOf(i)
	isFeminine := strings.HasSuffix(t.bare, "ه")
	if t.definite || t.is(givenName|namePart|adjective|verb) || i+1 >= end || n.skipAt(i+1) > 0 || isFeminine != (c.agree == feminine) && t.fold != "احدي" {
		return 0
	}
	j := i + 1
	if m, ok := n.nameAt(j); ok && m.from == j {
		j = m.to
	} else if next := &n.tokens[j]; t.is(role) && next.word() && !next.definite && !next.is(function|that|thatPronoun|verb) {
		j++ // «وقال مغرد آخر إن»
	} else if k := n.phraseEnd(i, 9); t.is(role) && k > 0 {
		return k // «ويقول ضابط في أحد المصارف الكبيرة إن»
	} else if n.plainDefinite(j) {
		for j++; j < end && n.plainDefinite(j); j++ {
		}
	} else {
		return 0
	}
	if j < end && n.tokens[j].is(timeWord) {
		j++
	}
	if j < end && (n.tokens[j].is(that|thatPronoun) && n.tokens[j].skip == 0 || n.tokens[j].sign == colon) {
		return j
	}
	return 0
}
