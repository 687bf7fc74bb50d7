package detect

import (
	"strings"

	"rawi/model"
)

// mention is a stretch of tokens that names a party.
type mention struct {
	from, to int // token indexes, half-open
	core     int // first token of the name itself, after «محافظة», «حزب»
	kind     model.PartyKind
	form     model.MentionForm
	name     string // key of a known place or body; "" otherwise
	subject  bool   // a verb of saying has it as its subject
	of       int    // for an apposition: the index of the name's mention; else -1
}

// namer collects the mentions of names in a page.
type namer struct {
	*page
	lex      *lexicon
	mentions []mention
	at       []int32 // token -> 1 + index of the name mention that covers it
}

func newNamer(p *page) *namer {
	return &namer{page: p, lex: words(), at: make([]int32, len(p.tokens))}
}

// put records a mention; names (but not roles) take their tokens.
func (n *namer) put(m mention) int {
	n.mentions = append(n.mentions, m)
	id := len(n.mentions) - 1
	if m.form == model.NameForm {
		for i := m.from; i < m.to; i++ {
			n.at[i] = int32(id + 1)
		}
	}
	return id
}

// nameAt is the name mention that covers token i.
func (n *namer) nameAt(i int) (mention, bool) {
	if i < 0 || i >= len(n.at) || n.at[i] == 0 {
		return mention{}, false
	}
	return n.mentions[n.at[i]-1], true
}

// endOf is the end of token i's block.
func (p *page) endOf(i int) int { return p.blocks[p.tokens[i].block].to }

// names finds what can be told by itself: known places and bodies, bodies and
// places by their head noun, persons by a given name.
func (n *namer) names() {
	for i := 0; i < len(n.tokens); {
		m, ok := n.nameFrom(i)
		if !ok {
			i++
			continue
		}
		n.put(m)
		i = m.to
	}
}

func (n *namer) nameFrom(i int) (mention, bool) {
	t := &n.tokens[i]
	if !t.word() {
		return mention{}, false
	}
	known, isKnown := n.known(i)
	if t.is(bodyHead) && !(isKnown && known.kind == model.Place) {
		if m, ok := n.body(i); ok && (!isKnown || m.to > known.to) {
			return m, true
		}
	}
	if t.is(placeHead|areaHead) && !isKnown {
		if m, ok := n.place(i); ok {
			return m, true
		}
	}
	if isKnown {
		return known, true
	}
	if t.is(givenName|nameStart) && !t.definite {
		if to := n.personEnd(i); to > i+1 && n.isFullName(i, to) {
			return mention{from: i, to: to, core: i, kind: model.Person, of: -1}, true
		}
	}
	if to := n.personEnd(i); to > i && t.skip <= 1 && n.isFullName(i, to) && n.aged(to) {
		return mention{from: i, to: to, core: i, kind: model.Person, of: -1}, true
	}
	return mention{}, false
}

// aged reports whether «(21 عاما)» stands at token i.
func (n *namer) aged(i int) bool {
	return i+2 < n.endOf(i-1) && n.tokens[i].sign == opening && n.tokens[i+1].sign == number &&
		(n.tokens[i+2].fold == "عاما" || n.tokens[i+2].fold == "سنه")
}

// known finds the longest known place or body that starts at token i.
func (n *namer) known(i int) (mention, bool) {
	best, found := mention{}, false
	for _, start := range n.starts(i) {
		for _, p := range n.lex.phrases[start] {
			if p.unsure && !n.sure(i) {
				continue
			}
			to, ok := n.follows(i, p.words)
			if ok && to > best.to {
				best = mention{from: i, to: to, core: i, kind: p.kind, name: p.name, of: -1}
				found = true
			}
		}
	}
	return best, found
}

// starts are the forms under which a known name may begin with token i.
func (n *namer) starts(i int) []string {
	t := &n.tokens[i]
	rest := t.fold[min(2*int(t.skip), len(t.fold)):]
	forms := []string{rest}
	if t.skip > 0 {
		if strings.HasPrefix(rest, "ل") && strings.HasSuffix(t.proclitic(), "ل") {
			forms[0] = "ا" + rest // «للحج» is the pilgrimage, not لحج
		}
		if t.definite && !isDefinite(rest) {
			forms = append(forms, "ال"+t.bare)
		}
	}
	return forms
}

// sure reports whether a common word at token i stands where a name is due.
func (n *namer) sure(i int) bool {
	if i == 0 || n.tokens[i].skip > 0 {
		return false
	}
	before := &n.tokens[i-1]
	return before.is(placeHead|areaHead|bodyHead) || (before.fold == "في" || before.fold == "وسط" || before.fold == "شمال" || before.fold == "جنوب") && !n.tokens[i].definite
}

// follows reports whether the known words stand from token i on, the first
// already agreed, and where they end.
func (n *namer) follows(i int, words []string) (end int, ok bool) {
	end = i + 1
	for _, w := range words[1:] {
		if end >= n.endOf(i) {
			return 0, false
		}
		t := &n.tokens[end]
		if t.fold != w && !(strings.HasPrefix(t.fold, "لل") && "لل"+strings.TrimPrefix(w, "لل") == t.fold) {
			return 0, false
		}
		end++
	}
	return end, true
}

// body finds a body named by its head noun: «وزارة الداخلية», «الجيش اليمني»,
// «حزب كاديما», «قناة "الغد"».
func (n *namer) body(i int) (mention, bool) {
	t := &n.tokens[i]
	end := n.endOf(i)
	j := i + 1
	if j >= end {
		return mention{}, false
	}
	m := mention{from: i, core: i, kind: model.Organisation, of: -1}
	if t.is(ministry) && (!t.definite || i > 0 && n.tokens[i-1].is(role|bodyHead) && !n.tokens[i-1].definite) {
		return m, false
	}
	if t.is(anyBody|media|quoted) && !t.definite {
		if from, to, ok := n.enclosed(j); ok {
			m.core, m.to = from, to
			if _, known := n.known(from); known || n.tokens[j].sign != opening {
				m.from = from // «قناة "الغد"»: the words between the marks
			} else {
				m.to++ // the bracket belongs to the name that the head begins
			}
			return m, true
		}
	}
	if t.definite && !t.is(quoted) {
		m.to = n.attributes(i, j, end)
		ok := m.to > j && (t.is(anyBody) || n.lex.demonym(n.tokens[j].bare) || n.tokens[j].is(official))
		return m, ok
	}
	if k, ok := n.known(j); t.is(quoted) && !t.is(anyBody|media|stateBody) {
		m.to = k.to
		return m, ok && n.tokens[j].skip == 0 && k.kind == model.Organisation
	}
	if t.is(media) && n.tokens[j].fold != "" && isLatinWord(n.tokens[j].fold) {
		return m, false // the name itself follows
	}
	m.to = n.complement(j, end)
	if m.to == j || t.is(stateBody) && !n.namesState(j, m.to) {
		return m, false
	}
	return m, m.to > j
}

// complement ends the words that the indefinite head before token j governs.
func (n *namer) complement(j, end int) int {
	t := &n.tokens[j]
	if k, ok := n.known(j); ok && t.skip == 0 {
		for k.to < end && n.plainDefinite(k.to) && n.tokens[k.to].is(official|adjective) {
			k.to++
		}
		return n.attributes(j-1, k.to, min(k.to+2, end))
	}
	switch {
	case !t.word() || t.skip > 0:
		return j
	case t.definite && !t.is(timeWord|function):
		return n.governed(j, end)
	case n.lex.demonym(t.fold) && n.tokens[j-1].is(anyBody): // «محكمة إسرائيلية»
		return j + 1
	case isNisba(t.fold) && len(t.fold) > 8:
		return j
	case t.is(stateBody):
		return j // «مجلس إدارة»
	case t.is(role) && j+1 < end && n.plainDefinite(j+1):
		return n.governed(j+1, end)
	case t.is(common | verb):
		if j+1 < end && t.is(commonNoun) && n.plainDefinite(j+1) {
			return n.governed(j+1, end)
		}
		return j
	}
	k := j + 1
	for k < end && k < j+3 && n.tokens[k].word() && !n.tokens[k].is(common|verb) && n.tokens[k].skip == 0 && !looksFinite(&n.tokens[k]) {
		k++
	}
	return k
}

// governed ends the phrase of the definite noun at token j, whose attributes
// may be its own or its head's; «وزارة الثقافة والإعلام» has two nouns.
func (n *namer) governed(j, end int) int {
	to := n.attributes(j, j+1, end)
	if to == j+1 {
		to = n.attributes(j-1, j+1, end)
	}
	if n.tokens[j-1].is(anyBody) {
		to = n.second(to, end)
	}
	return to
}

// second takes in a second noun: «وزارة الثقافة والإعلام», «حزب العدالة
// والتنمية»; not another party.
func (n *namer) second(to, end int) int {
	if to >= end || !n.tokens[to].definite || n.tokens[to].proclitic() != "و" || n.tokens[to].is(role|bodyHead|timeWord|function) ||
		n.lex.demonym(n.tokens[to].bare) {
		return to
	}
	if _, ok := n.known(to); ok {
		return to
	}
	for _, ending := range []string{"ون", "ين"} {
		if strings.HasSuffix(n.tokens[to].bare, ending) {
			return to
		}
	}
	return n.attributes(to, to+1, end)
}

func (n *namer) plainDefinite(j int) bool {
	t := &n.tokens[j]
	return t.word() && t.definite && t.skip == 0 && !t.is(timeWord|function)
}

// attributes ends the adjectives from token j on that agree with the noun, and
// one complement with ل: «الشبكة السورية لحقوق الإنسان».
func (n *namer) attributes(noun, j, end int) int {
	const longest = 4
	for start := j; j < end && j < start+longest && n.plainDefinite(j); j++ {
		if t := &n.tokens[j]; t.is(role|bodyHead) && !t.is(ministry) || !agrees(n.tokens[noun].bare, t.bare) {
			break
		}
	}
	if j+1 >= end || !n.tokens[j].word() {
		return j
	}
	switch t := &n.tokens[j]; {
	case strings.HasPrefix(t.fold, "لل") && n.tokens[j-1].definite && n.tokens[noun].is(anyBody|media):
		return n.second(n.attributes(j, j+1, end), end)
	case t.fold == "لكره" && n.tokens[j+1].definite:
		return j + 2
	case t.fold == "في" && n.tokens[noun].is(mission):
		if m, ok := n.known(j + 1); ok && m.kind == model.Place {
			return m.to
		}
	case t.fold == "لحقوق":
		return n.governed(j+1, end)
	case strings.HasPrefix(n.tokens[j-1].bare, "تابع") && strings.HasPrefix(t.fold, "ل"):
		if m, ok := n.known(j); ok {
			return m.to
		}
		if t.definite && t.is(bodyHead) {
			return n.attributes(j, j+1, end)
		}
	}
	return j
}

// agrees reports whether the adjective can belong to the noun: a feminine noun
// or a plural of things wants ة, a masculine one does not have it.
func agrees(noun, adjective string) bool {
	feminine := strings.HasSuffix(adjective, "ه")
	switch {
	case strings.HasSuffix(noun, "ه"), strings.HasSuffix(noun, "ات"):
		return feminine
	case strings.HasSuffix(noun, "ون"), strings.HasSuffix(noun, "ين"):
		return !feminine // a plural, or «قانون», «أمين»
	case feminine:
		return brokenPlural[noun]
	}
	return !strings.HasSuffix(adjective, "ات") && !strings.HasSuffix(adjective, "ون")
}

// brokenPlural are plurals among the nouns that names are made of.
var brokenPlural = map[string]bool{
	"امم": true, "دول": true, "حقوق": true, "كتايب": true, "وكالات": true, "مصادر": true, "وسايل": true,
	"شرطه": true, "افتاء": true, "اجهزه": true, "دار": true, "فتاوي": true, "اراء": true, "شوون": true,
	"علوم": true, "اعمال": true, "انباء": true, "اسهم": true, "قوي": true, "احزاب": true, "مناطق": true,
	"ميليشيا": true, "مليشيا": true, "استخبارات": true, "تقارير": true, "اوساط": true, "حرب": true,
}

// namesState reports whether a state, a body or a nisba stands in the words.
func (n *namer) namesState(j, to int) bool {
	for ; j < to; j++ {
		if _, ok := n.known(j); ok || n.lex.demonym(n.tokens[j].bare) || n.tokens[j].is(official) {
			return true
		}
	}
	return false
}

// isNisba reports whether a folded word has the form of a relative adjective.
func isNisba(bare string) bool {
	return len(bare) > 6 && (strings.HasSuffix(bare, "ي") || strings.HasSuffix(bare, "يه") ||
		strings.HasSuffix(bare, "يين") || strings.HasSuffix(bare, "يون"))
}

// place finds a place by its head noun: «بلدة دوما», «محافظة "أبين"».
func (n *namer) place(i int) (mention, bool) {
	j, end := i+1, n.endOf(i)
	if j >= end || n.tokens[i].definite {
		return mention{}, false
	}
	m := mention{from: i, core: j, kind: model.Place, of: -1}
	if n.tokens[j].sign == mark {
		if from, to, ok := n.enclosed(j); ok && to-from <= 3 {
			m.core, m.to = from, to+1
			return m, true
		}
		return m, false
	}
	t := &n.tokens[j]
	if !t.word() {
		return m, false
	}
	if k, ok := n.known(j); ok && k.kind == model.Place && t.skip == 0 {
		m.to, m.name = k.to, k.name
		return m, true
	}
	if t.skip > 0 || t.is(common|verb|role|bodyHead) || n.lex.demonym(t.bare) ||
		n.tokens[i].is(areaHead) && (t.definite || looksFinite(t) || len(t.fold) <= 6 && strings.HasPrefix(t.fold, "ت") || strings.HasSuffix(t.fold, "ه")) {
		return m, false
	}
	m.to = j + 1
	return m, true
}

// enclosed gives the words between the marks or brackets that open at token
// j, when they are few enough to be a name.
func (p *page) enclosed(j int) (from, to int, ok bool) {
	const longest = 6
	first := p.tokens[j].sign
	if first != mark && first != opening {
		return 0, 0, false
	}
	for k := j + 1; k < p.endOf(j) && k <= j+1+longest; k++ {
		switch p.tokens[k].sign {
		case mark, closing:
			if k == j+1 || (p.tokens[k].sign == closing) != (first == opening) {
				return 0, 0, false
			}
			return j + 1, k, true
		case noSign, number:
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}
