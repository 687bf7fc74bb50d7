package detect

import (
	"sort"
	"strings"

	"rawi/model"
)

// source is who speaks at a cue, and how that was told.
type source struct {
	party      int // -1 when unknown
	mention    int // the words that name it here; -1 when only the verb does
	rule       model.Rule
	confidence float64
}

var nobody = source{party: -1, mention: -1}

// Confidence by rule, as measured on annotated articles.
var confidence = [model.RuleCount]float64{
	model.VerbSubject:     0.95,
	model.SubjectVerb:     0.85,
	model.ClauseSubject:   0.75,
	model.PreviousSpeaker: 0.9,
	model.AccordingTo:     0.85,
	model.NameColon:       0.9,
	model.SpeechNoun:      0.85,
}

// attributor walks the cues in text order and remembers whom a verb without a
// subject of its own would mean.
type attributor struct {
	*cast
	starts   map[int]int        // token -> the longest mention that starts there
	sentence int32              // of the last cue or main verb
	current  source             // the subject that an implicit verb takes up
	recent   []int              // parties that spoke or acted, latest last, without repetition
	titles   map[int32]headline // by block
}

func newAttributor(c *cast) *attributor {
	a := &attributor{cast: c, starts: map[int]int{}, titles: map[int32]headline{}, sentence: -1, current: nobody}
	for id, m := range c.mentions {
		if c.of[id] < 0 {
			continue
		}
		if old, ok := a.starts[m.from]; !ok || m.to > c.mentions[old].to {
			a.starts[m.from] = id
		}
	}
	return a
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
		if s := out[k]; s.party >= 0 && !c.according {
			a.take(s)
		}
	}
	return out
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
	if a.blocks[a.tokens[i].block].kind != model.ParagraphBlock {
		return
	}
	for j := i; j < end && a.sameSentence(i, j); j++ {
		t := &a.tokens[j]
		if id, ok := a.starts[j]; ok && (t.skip == 0 || t.proclitic() == "و") {
			if m := a.named(id); a.speaks(m) || a.cast.of[m] >= 0 && j == i+1 && a.tokens[i].is(verb|function) && strings.HasPrefix(a.tokens[i].bare, "كان") {
				a.current = source{a.cast.of[m], id, model.ClauseSubject, confidence[model.ClauseSubject]}
			}
			return
		}
		if t.is(function) && j > i && !t.is(verb) && t.fold != "قد" {
			return
		}
		if !t.word() || t.definite || j > i+2 {
			return
		}
	}
}

// named is the mention that stands for the party: the name beside a role.
func (a *attributor) named(id int) int {
	if m := a.mentions[id]; m.form == model.Apposition && m.of >= 0 {
		return m.of
	}
	return id
}

// speaks reports whether the mention's party can be the subject of a verb.
func (a *attributor) speaks(id int) bool {
	return a.cast.of[id] >= 0 && a.parties[a.cast.of[id]].kind != model.Place
}

// source finds who speaks at a cue.
func (a *attributor) source(c cue) source {
	switch {
	case c.according:
		return a.accordingTo(c)
	case c.noun:
		return a.spokenNoun(c)
	case c.mood == participle:
		return a.implicit(c)
	}
	if c.token > 0 && a.tokens[c.token-1].is(thatPronoun) {
		return a.implicit(c) // «بأنه حث الرئيس»
	}
	if c.class == relay {
		if s := a.relayed(c); s.party >= 0 {
			return s
		}
	}
	if s := a.after(c); s.party >= 0 {
		return s
	}
	if a.tokens[c.token].skip == 0 {
		if s := a.before(c); s.party >= 0 {
			return s
		}
	}
	return a.implicit(c)
}

// at makes a source of the mention that starts at token i.
func (a *attributor) at(i int, rule model.Rule) source {
	id, ok := a.starts[i]
	if !ok {
		return nobody
	}
	name := a.named(id)
	s := source{a.cast.of[name], name, rule, confidence[rule]}
	if a.mentions[name].form != model.NameForm {
		s.confidence *= 0.9 // where a description ends is less sure
	}
	return s
}

// after finds the subject behind the verb.
func (a *attributor) after(c cue) source {
	i := a.slot(c)
	if i < 0 || a.tokens[i].skip > 0 {
		return nobody
	}
	s := a.at(i, model.VerbSubject)
	for j := i; s.party < 0 && j < i+3 && a.plainDefinite(j) && j+1 < a.endOf(i); j++ {
		if m, ok := a.nameAt(j + 1); ok && m.kind == model.Person { // «قال المزارع جابر»
			s = a.at(j+1, model.VerbSubject)
		}
	}
	if m, ok := a.starts[i]; !ok && a.tokens[i].is(role|bodyHead) || ok && a.mentions[m].form == model.RoleForm && !a.tokens[i].is(rolePlural) {
		if named := a.ahead(i); named.party >= 0 {
			s = named
		}
	}
	if s.party >= 0 && c.agree == masculine && a.parties[s.party].kind == model.Place && !a.masculinePlace(s.party) {
		return nobody // «دعا إيران»: the object
	}
	return s
}

// ahead is the person named with a title at the end of a long subject that
// starts at token i, before the clause that the verb opens.
func (a *attributor) ahead(i int) source {
	const far = 16
	for j := i + 1; j < a.endOf(i) && j < i+far; j++ {
		t := &a.tokens[j]
		if t.is(that|thatPronoun|verb) || t.sign == colon || t.sign == mark || t.sign == stop {
			break
		}
		if m, ok := a.nameAt(j); ok && m.kind == model.Person && m.from == j && a.tokens[j-1].is(role) {
			s := a.at(j, model.VerbSubject)
			s.confidence = 0.75
			return s
		}
	}
	return nobody
}

// masculinePlace reports whether a verb before the place's name may stand in
// the masculine: the states with a masculine name.
func (a *attributor) masculinePlace(party int) bool {
	return a.lex.words[strings.Join(a.parties[party].words, " ")].has(masculineName)
}

// before finds the subject in front of the verb: next to it, or at the start
// of the sentence with a clause between.
func (a *attributor) before(c cue) source {
	for j := c.token - 1; j >= 0 && j >= c.token-8 && a.sameSentence(j, c.token); j-- {
		if id, ok := a.endingAt(j); ok {
			m := a.mentions[id]
			if m.from > 0 && a.tokens[m.from-1].sign == opening || a.isObject(m) || !a.speaks(a.named(id)) {
				break
			}
			s := a.at(m.from, model.SubjectVerb)
			return s
		}
		t := &a.tokens[j]
		if t.fold != "قد" && t.fold != "نفسه" && t.fold != "كان" && t.fold != "كانت" && t.fold != "الذي" && t.fold != "التي" && t.sign != mark && t.sign != closing && t.sign != comma {
			break
		}
	}
	i := c.token
	for i > 0 && a.sameSentence(i-1, c.token) && c.token-i < 40 {
		i--
	}
	for j := i; j < i+4 && j < c.token; j++ {
		id, ok := a.starts[j]
		if !ok {
			continue
		}
		if m := a.mentions[id]; !a.isObject(m) && a.speaks(a.named(id)) {
			return a.at(j, model.SubjectVerb)
		}
	}
	return nobody
}

// endingAt is the mention whose last token is j.
func (a *attributor) endingAt(j int) (int, bool) {
	if a.namer.at[j] != 0 {
		id := int(a.namer.at[j] - 1)
		if a.mentions[id].to == j+1 && a.cast.of[id] >= 0 {
			return id, true
		}
	}
	for k := j; k >= 0 && k > j-10; k-- {
		if id, ok := a.starts[k]; ok {
			return id, a.mentions[id].to == j+1
		}
	}
	return 0, false
}

// isObject reports whether a preposition governs the mention.
func (a *attributor) isObject(m mention) bool {
	t := &a.tokens[m.from]
	if t.skip > 0 && t.proclitic() != "و" && t.proclitic() != "ف" {
		return true
	}
	if m.from == 0 {
		return false
	}
	before := &a.tokens[m.from-1]
	switch before.fold {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "ضد", "ل", "ب", "بين", "حول", "خلال", "لدي", "باسم":
		return true
	}
	return false
}

// implicit is the subject that stands only in the verb.
func (a *attributor) implicit(c cue) source {
	s := a.current
	if s.party < 0 {
		return nobody
	}
	if s.rule != model.ClauseSubject {
		s.rule = model.PreviousSpeaker
	}
	s.mention, s.confidence = -1, min(s.confidence, confidence[s.rule])
	return s
}

// spokenNoun is the source of «قوله»: in «نقلت X عن Y قوله» the party just
// before, else the current one.
func (a *attributor) spokenNoun(c cue) source {
	if c.token > 0 && strings.HasPrefix(a.tokens[c.token-1].fold, "عنه") {
		return a.lastPerson(c.token)
	}
	if id, ok := a.endingAt(max(c.token-1, 0)); ok && c.token > 0 && a.speaks(a.named(id)) {
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

// accordingTo is the party right after «وفق», also in «وفقا لما ذكرته X».
func (a *attributor) accordingTo(c cue) source {
	for j := c.token + 1; j < a.endOf(c.token) && j <= c.token+5; j++ {
		if t := &a.tokens[j]; t.is(verb) && t.form.mood == perfect && j > c.token+1 {
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

// candidates are the likeliest speakers at a token: the source, those who
// spoke last, and the parties named nearby.
func (a *attributor) candidates(s source, recent []int, near []int) []int {
	const handful = 6
	var out []int
	add := func(p int) {
		for _, q := range out {
			if p == q {
				return
			}
		}
		if p >= 0 && len(out) < handful {
			out = append(out, p)
		}
	}
	add(s.party)
	for i := len(recent) - 1; i >= 0; i-- {
		add(recent[i])
	}
	for _, p := range near {
		add(p)
	}
	return out
}

// near are the parties named around a token, nearest first.
func (a *attributor) near(places []int, i int) []int {
	const around = 4
	k := sort.Search(len(places), func(k int) bool { return a.mentions[places[k]].from >= i })
	var out []int
	for d := 1; d <= around; d++ {
		if k-d >= 0 {
			out = append(out, a.cast.of[places[k-d]])
		}
		if k+d-1 < len(places) {
			out = append(out, a.cast.of[places[k+d-1]])
		}
	}
	return out
}
