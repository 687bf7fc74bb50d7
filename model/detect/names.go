package detect

import (
	"strings"

	"rawi/model"
)

// mention is a stretch of tokens that names a party.
type mention struct {
	from, to int    // token indexes, half-open
	core     int    // first token of the name itself, after «محافظة», «حزب»
	name     string // key of a known place or body; "" otherwise
	of       int32  // for an apposition: the index of the name's mention; else -1
	skip     uint8  // letters of proclitics that its first word has before it
	kind     model.PartyKind
	form     model.MentionForm
	subject  bool // a verb of saying has it as its subject
	idle     bool // a trade that does not speak: a party only with a name of its own
}

// namedPage is a page with the mentions found in it.
type namedPage struct {
	*page
	mentions []mention
	at       []int32 // token -> 1 + index of the name mention that covers it
}

// namer collects the mentions of a page.
type namer struct {
	*namedPage
	described map[int]int     // token -> the description of a person that starts there
	endings   map[string]bool // last words of the full names that stand by themselves
}

func newNamer(p *page) *namer {
	const each = 9 // tokens, of which a mention comes in news
	found := namedPage{page: p, at: make([]int32, len(p.tokens)), mentions: make([]mention, 0, len(p.tokens)/each)}
	return &namer{namedPage: &found, described: map[int]int{}}
}

// mentionOf is a mention of so many tokens, proclitics of the first left out.
func (n *namedPage) mentionOf(from, to int, kind model.PartyKind) mention {
	return mention{from: from, to: to, core: from, kind: kind, of: -1, skip: n.tokens[from].skip}
}

// skipAt is how many letters of proclitics token i begins with, as the name
// that begins there says, if one does.
func (n *namedPage) skipAt(i int) uint8 {
	if m, ok := n.nameAt(i); ok && m.from == i {
		return m.skip
	}
	return n.tokens[i].skip
}

// proclitic is what stands before the mention in its first word.
func (n *namedPage) proclitic(m *mention) string {
	return firstLetters(n.tokens[m.from].fold, int(m.skip))
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
func (n *namedPage) nameAt(i int) (mention, bool) {
	if i < 0 || i >= len(n.at) || n.at[i] == 0 {
		return mention{}, false
	}
	return n.mentions[n.at[i]-1], true
}

// names finds what can be told by itself: known places and bodies, bodies and
// places by their head noun, persons by a given name.
func (n *namer) names() {
	for i := 0; i < len(n.tokens); {
		m, ok := n.nameFrom(i)
		if !ok {
			i++
			continue
		}
		id := n.put(m)
		i = n.twin(id)
	}
}

// twin records the short name in brackets behind a body, «... (إيرينا)», and
// gives the token to read on from.
func (n *namer) twin(id int) int {
	m := n.mentions[id]
	if m.kind != model.Organisation || m.to >= n.endOf(m.from) || n.tokens[m.to].sign != opening {
		return m.to
	}
	from, to, ok := n.enclosed(m.to)
	if !ok || to-from > 4 {
		return m.to
	}
	short := n.mentionOf(from, to, m.kind)
	short.of, short.skip = int32(id), 0
	if k, known := n.known(from); known && k.to == to && k.kind == m.kind {
		short.name = k.name
	} else if known || !n.canAbbreviate(from, to) {
		return m.to
	}
	n.put(short)
	return to
}

// canAbbreviate reports whether the words are no words of the language: an
// acronym or a name.
func (n *namer) canAbbreviate(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &n.tokens[i]; !t.word() || t.traits&^(givenName|namePart|placeStart) != 0 && t.letters() > 1 {
			return false
		}
	}
	return true
}

func (n *namer) nameFrom(i int) (mention, bool) {
	t := &n.tokens[i]
	if !t.word() {
		return mention{}, false
	}
	known, isKnown := n.known(i)
	led := t.skip > 0 && (t.bare == "قياده" || t.bare == "اداره" || t.bare == "رياسه") && t.proclitic() == "ب" // «بقيادة السعودية»
	if t.is(bodyHead) && !led && !(t.definite && n.isAdjective(i)) && !(isKnown && known.kind == model.Place) {
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
	mother := t.fold == "ام" && i+1 < n.endOf(i) && n.tokens[i+1].is(givenName) && n.tokens[i+1].skip == 0
	if mother { // «أم ياسر», but «أم» is also "or"
		return n.mentionOf(i, i+2, model.Person), true
	}
	if t.is(givenName|nameStart) && !t.definite && !n.isCommonHere(i) || n.isOfGod(i) {
		if to := n.personEnd(i); to > i+1 && n.isFullName(i, to) {
			return n.mentionOf(n.firstName(i), to, model.Person), true
		}
	}
	if to := n.personEnd(i); to > i && t.skip <= 1 && n.isFullName(i, to) && n.aged(to) {
		return n.mentionOf(i, to, model.Person), true
	}
	return mention{}, false
}

// isOfGod reports whether a given name of two words stands at token i that
// begins with a common one: «ضيف الله», «جار الله».
func (n *namer) isOfGod(i int) bool {
	if i+2 >= n.endOf(i) || n.tokens[i+1].fold != "الله" || n.tokens[i].skip > 0 {
		return false
	}
	switch n.tokens[i].fold {
	case "ضيف", "جار", "عطا", "فتح", "نصر", "سعد", "فضل", "خير", "عوض", "هبه", "رزق", "خلف", "حمد":
		next := &n.tokens[i+2] // not «فضل الله على»
		return next.word() && (next.is(givenName|namePart|surname) || next.traits == 0 && next.skip == 0 && !looksImperfect(next))
	}
	return false
}

// firstName is where the name that goes on at token i begins: one token before
// when an unknown word stands there behind a verb of saying or a named body or
// place («وقال آرفين أحمد بور»), else i.
func (n *namer) firstName(i int) int {
	if i < 2 || n.blockOf(i).from > i-2 || n.tokens[i].skip > 0 {
		return i
	}
	before, first := &n.tokens[i-2], &n.tokens[i-1]
	if n.tokens[i].fold == "بن" && n.at[i-1] == 0 && first.word() && first.letters() > 2 && !first.is(function|timeWord|that|thatPronoun|verb|role) && (!first.is(commonVerb) || strings.HasPrefix(first.fold, "ي")) {
		return i - 1 // whatever it means, «عيد بن عبدالله» is a name
	}
	if before.is(courtesy) && n.at[i-1] == 0 && first.word() && !first.definite && first.skip == 0 && first.traits != 0 && first.traits&^(adjective|commonNoun|quality) == 0 {
		return i - 1 // «الدكتور موفق محمد طالب»
	}
	says := before.is(verb) && before.form.Mood != participle && before.form.Class != nameVerb
	if n.at[i-1] != 0 || first.traits != 0 || first.skip > 0 || first.definite || !(says || n.at[i-2] != 0) || !n.canName(i-1, 0, false) {
		return i
	}
	return i - 1
}

// isCommonHere reports whether the given name at token i is more likely a
// common word («مع حسن السيرة», «إطالة عمر الفئران»), or part of the name of
// a prize.
func (n *namer) isCommonHere(i int) bool {
	t, first := &n.tokens[i], n.blockOf(i).from
	if i == first || i+1 >= n.endOf(i) {
		return false
	}
	before, next := &n.tokens[i-1], &n.tokens[i+1]
	if t.fold == "رمضان" && (next.fold == "المبارك" || before.fold == "شهر") {
		return true
	}
	if before.is(namesake) || t.skip > 0 && next.fold == "الله" && t.is(homograph) { // «بحمد الله»
		return true
	}
	return t.is(homograph) && next.definite && !next.is(givenName) && t.proclitic() != "و" &&
		before.word() && !before.definite && !before.is(role|verb|commonVerb|that)
}

// isAdjective reports whether the word at token i, which could head a
// description or a body, only belongs to the noun before it: «الرسالة
// الإعلامية», «مؤتمر صحفي», «الجهات المنظمة».
func (n *namer) isAdjective(i int) bool {
	t := &n.tokens[i]
	if i == n.blockOf(i).from || t.skip > 0 || n.at[i-1] != 0 {
		return false
	}
	before := &n.tokens[i-1]
	if !before.word() || before.is(role|verb|commonVerb|function|timeWord|that|thatPronoun|honorific) || looksFinite(before) {
		return false
	}
	if t.definite {
		named := i+1 < n.endOf(i) && n.tokens[i+1].is(givenName|nameStart)
		if !named && t.is(role) && isNisba(t.bare) && endsInPronoun(before) {
			return true // «خبرتكم الإعلامية»
		}
		return before.definite && (n.agrees(before.bare, t.bare) || t.is(role) && !named)
	}
	things := strings.HasSuffix(t.bare, "ه") && (strings.HasSuffix(before.bare, "ه") || strings.HasSuffix(before.bare, "ات")) // «بلدات منتجة»
	return (isNisba(t.bare) || things) && !before.definite && before.fold != ""
}

// aged reports whether «(21 عاما)» stands at token i.
func (p *page) aged(i int) bool {
	return i < len(p.tokens) && i+2 < p.endOf(i) && (p.tokens[i].sign == opening || p.tokens[i].sign == mark) && p.tokens[i+1].sign == number &&
		(p.tokens[i+2].fold == "عاما" || p.tokens[i+2].fold == "سنه")
}

// known finds the longest known place or body that starts at token i.
func (n *namer) known(i int) (mention, bool) {
	best, found := mention{}, false
	if i >= len(n.tokens) || !n.tokens[i].leads {
		return best, false
	}
	if strings.HasSuffix(n.tokens[i].In(n.text), "ً") || strings.HasSuffix(n.tokens[i].In(n.text), "ًا") {
		return best, false // «دوماً» is no دوما
	}
	for _, start := range n.tokens[i].starts() {
		for p := range n.lex.Phrases(start) {
			if p.Unsure && !n.sure(i) && !n.isMarked(i, p.Count) {
				continue
			}
			to, ok := n.follows(i, p.Words)
			if ok && p.Kind == model.Place && (to == i+1 || start == "العربيه") && n.isNationality(i) {
				continue
			}
			if ok && to > best.to {
				best, found = n.mentionOf(i, to, p.Kind), true
				best.name = p.Name
			}
		}
	}
	return best, found
}

// sure reports whether a common word at token i stands where a name is due.
func (n *namer) sure(i int) bool {
	if i == 0 || n.tokens[i].skip > 0 {
		return false
	}
	before := &n.tokens[i-1]
	return before.is(placeHead|areaHead|bodyHead) && !before.definite || (before.fold == "في" && n.tokens[i].letters() > 2 || before.fold == "وسط" || before.fold == "شمال" || before.fold == "جنوب") && !n.tokens[i].definite
}

// follows reports whether the known words, with one blank between them, stand
// from token i on, the first already agreed, and where they end.
func (p *page) follows(i int, words string) (end int, ok bool) {
	_, rest, _ := strings.Cut(words, " ")
	for end = i + 1; rest != ""; end++ {
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		if end >= p.endOf(i) {
			return 0, false
		}
		t := &p.tokens[end]
		if t.fold != w && !(strings.HasPrefix(t.fold, "لل") && "لل"+strings.TrimPrefix(w, "لل") == t.fold) {
			return 0, false
		}
	}
	return end, true
}
