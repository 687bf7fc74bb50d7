package detect

import (
	"strings"

	"rawi/model"
)

// personEnd is the end of the person's name that may begin at token i: i
// itself when none can. It takes what the lexicon does not know as something
// else, at most five words besides the particles.
func (n *namer) personEnd(i int) int {
	const longest, particles = 5, 4
	end := min(n.endOf(i), i+longest+particles)
	j := i
	for words := 0; j < end && words < longest; j++ {
		t := &n.tokens[j]
		if !t.is(namePart) {
			words++
		}
		if n.at[j] != 0 && n.mentions[n.at[j]-1].kind != model.Person {
			break
		}
		if _, ok := n.known(j); ok && (j > i && t.definite || j > i+1) && !n.isFamilyName(i, j) {
			break
		}
		afterParticle := j > i && n.tokens[j-1].joins()
		if !n.canName(j, j-i, afterParticle) {
			break
		}
		if j > i && !t.is(namePart) && t.definite && n.tokens[j-1].definite && !n.tokens[j-1].is(namePart) {
			if place := j - i; place != 2 || !t.is(surname) && (t.traits != 0 || !isNisba(t.bare) || n.lex.demonym(t.bare) || !n.opensReport(j+1)) {
				break // one family name with ال is enough, but for «غازي الأحول المصعبي،»
			}
		}
		if j > i+1 && !t.is(namePart) && !t.definite && n.tokens[j-1].definite && !n.tokens[j-1].is(namePart) && n.tokens[j-2].bare != "عبد" {
			break // it is the last: «خالد الدولاني مالك»
		}
	}
	for j > i && n.tokens[j-1].is(namePart) && !n.tokens[j-1].is(givenName) && !strings.HasPrefix(n.tokens[j-1].fold, "ال") {
		j-- // «بن» joins, it does not end a name
	}
	return j
}

// isFamilyName reports whether the word at token j, whatever else it means,
// stands between the given name at token i and the report: «علي الأحمدي إن».
func (n *namer) isFamilyName(i, j int) bool {
	t, given := &n.tokens[j], &n.tokens[i]
	if j <= i || j > i+1 && !n.tokens[j-1].is(namePart) || !given.is(givenName|nameStart) || !t.definite || t.skip > 0 || t.is(timeWord|function) || !n.opensReport(j+1) && !n.isRelative(j+1) {
		return false
	}
	return !given.is(homograph) || n.tokens[j+1].is(that|thatPronoun)
}

// endsGiven reports whether a given name that is no common word ends at token
// i: «سامي», «عبد الستار».
func (n *namer) endsGiven(i int) bool {
	t := &n.tokens[i]
	return t.is(givenName) && !t.is(homograph) || i > 0 && t.definite && n.tokens[i-1].bare == "عبد"
}

// hasKin reports whether «بن» stands among the tokens.
func (n *namer) hasKin(from, to int) bool {
	for i := from; i < to; i++ {
		if n.tokens[i].is(kinship) {
			return true
		}
	}
	return false
}

// isRelative reports whether «الذي» or «التي» stands at token i.
func (p *page) isRelative(i int) bool {
	return i < len(p.tokens) && (p.tokens[i].fold == "الذي" || p.tokens[i].fold == "التي")
}

// joins reports whether a particle wants more of the name behind it: «بن», «آل»,
// not the «الله» that ends one.
func (t *token) joins() bool {
	return t.is(namePart) && (len(t.fold) <= 4 || !strings.HasPrefix(t.fold, "ال"))
}

// canName reports whether the word at token j can be part of a person's name,
// place words after its first.
func (n *namer) canName(j, place int, afterParticle bool) bool {
	t, first := &n.tokens[j], place == 0
	switch {
	case first && n.isOfGod(j):
		return true
	case !t.word() || len(t.fold) < 4 || isLatinWord(t.fold), strings.ContainsRune(t.In(n.text), 'ً'):
		return false
	case t.is(givenName | namePart):
		return t.skip == 0 || first || n.wholeName(t)
	case !first && t.is(role) && t.definite && t.skip == 0 && !t.is(rolePlural) && n.tokens[j-1].is(givenName|namePart) && n.hasKin(j-place, j) && !n.plainDefinite(min(j+1, n.endOf(j)-1)):
		return j+1 < n.endOf(j) && !n.tokens[j+1].is(givenName) // «عبدالله بن عبدالملك المرشد مدير»
	case !first && t.is(surname) && t.definite && t.skip == 0:
		return true
	case !first && t.is(ordinal) && t.definite && t.skip == 0 && n.tokens[j-1].is(givenName):
		before := j - place - 1 // «الملك عبدالله الثاني», «ملك الأردن عبدالله الثاني»
		return before >= 0 && n.tokens[before].is(sovereign) || before > 0 && n.tokens[before-1].is(sovereign)
	case place == 1 && t.is(role) && !t.is(rolePlural) && t.skip == 0 && n.tokens[j-1].is(givenName):
		return n.opensReport(j+1) || j+1 < len(n.tokens) && n.tokens[j+1].is(role) // «حاتم قاضي، أن», «طلعت حافظ الأمين العام»
	case !first && !t.is(givenName) && endsInPronoun(t):
		return false // «سعيد بعودتي»
	case place == 1 && t.traits == 0 && t.skip == 0 && !t.definite && n.tokens[j-1].is(givenName) && n.opensReport(j+1) && !strings.HasSuffix(t.In(n.text), "ه"):
		return true // «عبدالرحمن ملائكة أن»
	case n.isFamilyName(j-place, j):
		return true
	case place == 1 && t.is(verb) && strings.HasSuffix(t.fold, "ه") && n.tokens[j-1].is(givenName):
		return n.opensReport(j + 1) // «قال مارك روته إن»
	case afterParticle && t.skip == 0 && (t.is(role) || n.tokens[j-1].is(kinship) && !t.is(function|timeWord|that|thatPronoun|verb)):
		return true // «خالد بن مساعد», «عمر بن الخطاب»
	case !first && t.skip == 0 && !t.definite && n.endsGiven(j-1) &&
		t.traits&^(adjective|commonNoun) == 0 && (n.opensReport(j+1) || n.isAddressee(j+1)):
		return true // «عبدالستار بارز لوكالة»
	case t.is(common | verb | role | bodyHead | placeHead | naming | titleNoun | impersonal):
		return false
	case afterParticle:
		return t.skip == 0 && !strings.HasSuffix(t.fold, "ها") // «ابن عمها سالم»
	case t.skip > 0 && !first, t.definite && first:
		return false
	case place > 1 && (strings.HasPrefix(t.fold, "ب") || strings.HasPrefix(t.fold, "ل")):
		after := j + 1 // not «جون هاوسر بمسدس»
		return n.opensReport(after) || after < len(n.tokens) && n.tokens[after].is(verb) && n.tokens[after].form.mood == participle
	case looksImperfect(t) || !first && (strings.HasPrefix(t.fold, "المت") && len(t.fold) > 12):
		return false // «فهد يرفع», «هورنر المتخصص»
	}
	return !n.looksCommon(j, place)
}

// isMasdar reports whether a folded word has the shape of a verbal noun:
// تفعيل, افتعال, انفعال, استفعال.
func isMasdar(w, raw string) bool {
	r := []rune(w)
	if strings.HasPrefix(raw, "إ") || strings.HasPrefix(raw, "أ") {
		r = []rune(raw)
		return len(r) == 5 && r[3] == 'ا' && r[1] != 'ي' && r[0] == 'إ' // إعطاء
	}
	switch n := len(r); {
	case n == 5 && r[0] == 'ت':
		return r[3] == 'ي' && r[1] != 'ي'
	case n == 6 && r[0] == 'ا':
		return r[4] == 'ا' && (r[1] == 'ن' || r[2] == 'ت')
	case n == 7 && r[0] == 'ا':
		return r[1] == 'س' && r[2] == 'ت' && r[5] == 'ا'
	}
	return false
}

// looksImperfect reports whether an unknown word has the shape of an imperfect
// in the masculine: يفعل, يتفعل, يستفعل, سيفعل.
func looksImperfect(t *token) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(t.fold, "س"), "ي")
	if !ok || t.traits != 0 {
		return false
	}
	return len(rest) == 6 && !strings.ContainsAny(rest[:4], "اوي") || len(rest) > 6 && strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ست")
}

// isBrokenPlural reports whether a folded word has the shape of فعاليل or of
// مفاعل, تفاعل.
func isBrokenPlural(w string) bool {
	r := []rune(w)
	switch len(r) {
	case 5:
		return (r[0] == 'م' || r[0] == 'ت') && r[2] == 'ا'
	case 6:
		return r[2] == 'ا' && r[4] == 'ي'
	}
	return false
}

// isAddressee reports whether «ل» and the one spoken to stand at token j:
// «لـ"الوطن"», «لوكالة».
func (n *namer) isAddressee(j int) bool {
	if j >= len(n.tokens) {
		return false
	}
	t := &n.tokens[j]
	return t.fold == "ل" || t.proclitic() == "ل" && t.is(media|bodyHead)
}

// wholeName reports whether a letter that could be a preposition before a
// given name is more likely the name's own: «كرافت» is not ك and رأفت.
func (n *namer) wholeName(t *token) bool {
	p := t.proclitic()
	return !t.definite && (p == "ك" || p == "ب") && t.traits&^(givenName|namePart|nameStart) == 0
}

// looksCommon reports whether an unknown word has the form of a common one: a
// feminine or plural ending, a pronoun, a preposition before a definite noun.
func (n *namer) looksCommon(j, place int) bool {
	t := &n.tokens[j]
	raw := t.In(n.text)
	switch {
	case strings.HasSuffix(raw, "ة") && place == 1 && t.traits == 0 && t.skip == 0 && n.tokens[j-1].is(givenName) && !n.tokens[j-1].is(homograph) && n.isNamed(j-1):
		return false // «رئيس البلدية زياد قدورة»
	case strings.HasSuffix(raw, "ة") && place > 0 && t.definite && n.tokens[j-1].is(givenName|namePart):
		return false // «محمد الخليفة»
	case strings.HasSuffix(raw, "ة"), strings.HasSuffix(raw, "ًا"), strings.HasSuffix(raw, "اً"), strings.HasSuffix(raw, "ً"):
		return true
	case place > 1 && strings.HasSuffix(raw, "ت") && len(t.fold) >= 8 && !t.definite:
		return true // a verb: «خرقت»
	case place > 0 && strings.HasPrefix(raw, "و") && !strings.HasPrefix(raw, "وا") && !strings.HasPrefix(raw, "وي") && !strings.HasPrefix(raw, "ول"):
		return true
	case strings.HasSuffix(raw, "ه") && len(t.fold) >= 8 && !t.definite:
		return true // a pronoun: «عزمه»
	case strings.HasPrefix(raw, "تؤ"), strings.HasPrefix(raw, "يؤ"):
		return true // «تؤرق»
	case hamzaAt(raw, 1) && (raw[:2] == "ب" || raw[:2] == "ل"):
		return true // «بإطار»
	case strings.HasSuffix(t.fold, "ا") && (isMasdar(t.fold[:len(t.fold)-2], raw) || n.accusative(j) || n.isAdverb(j)):
		return true // «اهتماما», «فرعا غريبا»
	}
	if p := t.fold[:2]; (p == "ب" || p == "ل") && isBrokenPlural(t.fold[2:]) {
		return true // «بتمارين»
	}
	if len(t.fold) > 6 && (strings.HasSuffix(raw, "ها") || strings.HasSuffix(raw, "هم")) {
		return true
	}
	for _, ending := range []string{"ات", "ون", "وا"} {
		if ending == "ون" && place == 0 && !strings.HasPrefix(t.fold, "م") && !strings.HasSuffix(t.fold, "يون") {
			continue // «جونسون»
		}
		if place != 1 && len(t.fold) > 6+len(ending) && strings.HasSuffix(t.fold, ending) {
			return true
		}
	}
	for _, prefix := range []string{"ست", "است", "سي", "لل"} {
		if strings.HasPrefix(t.fold, prefix) && !strings.HasSuffix(t.fold, "ا") && len(t.fold) > 6+len(prefix) && len(t.fold) <= 14 {
			return true
		}
	}
	if (strings.HasPrefix(t.fold, "ب") || strings.HasPrefix(t.fold, "ل") || strings.HasPrefix(t.fold, "و")) && isMasdar(t.fold[2:], raw) || isMasdar(t.fold, raw) {
		return true
	}
	governs := j+1 < n.endOf(j) && n.plainDefinite(j+1) && !n.tokens[j+1].is(role)
	return governs && (strings.HasPrefix(t.fold, "ل") || strings.HasPrefix(t.fold, "ب"))
}

// isNamed reports whether a role or a verb of saying stands before the given
// name at token i.
func (n *namer) isNamed(i int) bool {
	if i == n.blocks[n.tokens[i].block].from {
		return false
	}
	t := &n.tokens[i-1]
	return t.is(role|verb) || t.word() && t.definite && !t.is(function|timeWord)
}

// isAdverb reports whether an unknown word at token j has the shape of «فضائيا»
// and a comma behind it.
func (n *namer) isAdverb(j int) bool {
	t := &n.tokens[j]
	return len(t.fold) >= 12 && strings.HasSuffix(t.fold, "يا") && j+1 < n.endOf(j) && n.tokens[j+1].sign == comma
}

// accusative reports whether the word at token j and the next both end in the
// alef of an indefinite accusative, and no given name is among them.
func (n *namer) accusative(j int) bool {
	if j+1 >= n.endOf(j) {
		return false
	}
	t, next := &n.tokens[j], &n.tokens[j+1]
	return !t.is(givenName) && !next.is(givenName|verb) && strings.HasSuffix(next.fold, "ا") && next.skip == 0 && !next.definite
}

func isLatinWord(w string) bool { return w[0] < 0x80 }

// isFullName reports whether the words hold more than particles; «عبد الله» does.
func (n *namer) isFullName(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &n.tokens[i]; !t.is(namePart) || i > from && t.definite && n.tokens[i-1].bare == "عبد" {
			return true
		}
	}
	return false
}

// nameBeside finds or makes the name that the description [i,to) belongs to:
// after it, perhaps behind a comma, a mark, a bracket or a second title (depth
// counts these), or before it.
func (n *namer) nameBeside(i, to, depth int) (id int, ok bool) {
	end := n.endOf(i)
	j := to
	for skipped := 0; j < end && skipped < 2 && !n.tokens[j].word(); skipped++ {
		if s := n.tokens[j].sign; s != comma && s != mark && s != opening {
			break
		}
		j++
	}
	direct := j == to
	if j < end && n.tokens[j].skip > 0 { // «مدير المستشفى بمكة الدكتور أنس», «رئيس المجلس بنجران زيد آل سليمان»
		if m, ok := n.nameAt(j); ok && m.kind == model.Place && m.to < end && n.tokens[m.to].is(role|givenName) && n.tokens[m.to].skip == 0 {
			j = m.to
		}
	}
	if t := n.tokens[min(j, len(n.tokens)-1)]; j < end && depth < 2 && n.at[j] == 0 && t.is(role) && !t.is(rolePlural) &&
		(t.skip == 0 || t.proclitic() == "و" && !t.definite && !n.tokens[i].definite) {
		if to := n.roleEnd(j); to > j {
			return n.nameBeside(j, to, depth+1)
		}
	}
	if j < end && direct && n.isSurname(i, j) {
		return n.put(mention{from: j, to: j + 1, core: j, kind: model.Person, of: -1}), true // «الدكتور الشعيبي»
	}
	if j < end {
		if m, ok := n.nameAt(j); ok && m.from == j {
			if m.kind == model.Person && n.tokens[j].skip == 0 {
				if to := n.personEnd(j); to > m.to && direct {
					id := int(n.at[j] - 1)
					n.mentions[id].to = to
					for k := j; k < to; k++ {
						n.at[k] = int32(id + 1)
					}
				}
				return int(n.at[j] - 1), true
			}
		} else if n.tokens[j].word() && n.tokens[j].skip == 0 && !n.tokens[i].is(rolePlural) &&
			(to > i+1 || n.tokens[i].definite || n.tokens[j].is(givenName)) {
			if to := n.personEnd(j); to > j && n.acceptName(j, to, direct, n.tokens[j-1].sign) {
				return n.put(mention{from: j, to: to, core: j, kind: model.Person, of: -1}), true
			}
		}
	}
	return n.nameBefore(i)
}

// isSurname reports whether the definite word at token j is a family name
// behind the title at token i: «الدكتور الشعيبي», «الرئيس السيسي».
func (n *namer) isSurname(i, j int) bool {
	t := &n.tokens[j]
	if n.at[j] != 0 || !n.plainDefinite(j) || t.is(role) {
		return false
	}
	unknown := t.traits == 0 && !n.lex.demonym(t.bare)
	reports := j+1 < n.endOf(j) && n.tokens[j+1].is(that|thatPronoun) // «الدكتور السند أن»
	return t.is(surname) || n.tokens[i].is(courtesy) && (n.endings[t.fold] || unknown || reports)
}

// acceptName weighs a possible name after a description: one that follows
// directly may be one word, one behind a comma needs two.
func (n *namer) acceptName(from, to int, direct bool, before sign) bool {
	if !n.isFullName(from, to) {
		return false
	}
	switch {
	case direct:
		t := &n.tokens[from]
		if t.is(givenName|namePart) && !t.is(homograph) {
			return true
		}
		if to-from > 1 {
			return t.is(givenName|namePart) || t.traits != 0 || !looksPrefixed([]rune(t.fold)) // «رئيس التخطيط بكيا موتورز»
		}
		return !t.is(homograph) && n.canNameAlone(from) || t.is(homograph) && n.endsSubject(to, n.endOf(from)) && !n.tokens[from-1].is(anonymous)
	case before == comma:
		return to-from >= 2
	}
	after := n.tokens[min(to, len(n.tokens)-1)].sign
	return after == mark || after == closing
}

// nameBefore is the person's name just before token i: «فهد كفاين وزير ...»,
// «X، نائب رئيس ...».
func (n *namer) nameBefore(i int) (id int, ok bool) {
	for j := i - 1; j >= 0 && j >= i-2 && n.tokens[j].block == n.tokens[i].block; j-- {
		if m, ok := n.nameAt(j); ok {
			return int(n.at[j] - 1), m.kind == model.Person && n.tokens[i].skip == 0
		}
		if s := n.tokens[j].sign; s != comma && s != mark && s != closing {
			break
		}
	}
	return 0, false
}
