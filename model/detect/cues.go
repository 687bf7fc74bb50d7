package detect

import (
	"strings"

	"rawi/model"
)

// cue is a word that may report speech.
type cue struct {
	token     int
	class     verbClass
	mood      mood
	agree     agreement
	according bool // «بحسب», «وفق»
	noun      bool // «قوله»
}

// depths is for each token how many quotations it lies in.
func depths(p *stream, pairs []pair) []uint8 {
	depth := make([]int8, len(p.tokens)+1)
	for _, q := range pairs {
		depth[q.open+1]++
		depth[q.close]--
	}
	out := make([]uint8, len(p.tokens))
	level := int8(0)
	for i := range out {
		level += depth[i]
		out[i] = uint8(level)
	}
	return out
}

// newPage numbers the sentences. A full stop inside a quotation ends the
// sentence only with the quotation.
func newPage(s *stream, depth []uint8) *page {
	p := &page{stream: *s, depth: depth, sentence: make([]int32, len(s.tokens))}
	for b, blk := range p.blocks {
		begin := func() { p.within = append(p.within, int32(b)) }
		begin()
		pending := false
		for i := blk.from; i < blk.to; i++ {
			t := &p.tokens[i]
			p.sentence[i] = int32(len(p.within) - 1)
			if p.endsDateline(i) {
				begin()
			}
			if t.sign == stop {
				pending = true
			}
			next := i+1 < len(p.tokens) && depth[i+1] > 0
			if pending && depth[i] == 0 && !next && (t.sign == stop || t.sign == mark) {
				begin()
				pending = false
			} else if t.sign != stop && t.sign != mark && depth[i] > 0 {
				pending = false
			}
		}
	}
	return p
}

// endsDateline reports whether token i is the dash of «القدس (CNN) -- ».
func (p *page) endsDateline(i int) bool {
	const longest = 14
	t := &p.tokens[i]
	first := p.blockOf(i).from
	if t.sign == colon && i > first && i-first <= longest && p.isByline(first, i) {
		return true
	}
	if t.sign != otherSign || i == first || i-first > longest || i+1 >= p.endOf(i) || p.tokens[i+1].sign == otherSign {
		return false
	}
	switch t.In(p.text) {
	case "-", "–", "—", "ـ":
		return p.tokens[i-1].sign == closing || p.tokens[i-1].sign == otherSign
	}
	return false
}

// isDatelineFrom reports whether the sentence that starts at token i is no more
// than a dateline.
func (p *page) isDatelineFrom(i int) bool {
	for j := i; j < p.endOf(i) && p.sameSentence(i, j); j++ {
		if p.endsDateline(j) {
			return true
		}
	}
	return false
}

// isByline reports whether the tokens hold dashes, names and nothing that
// reports: «خالد السليمي- سبق- حائل:».
func (p *page) isByline(from, to int) bool {
	dashes := 0
	for i := from; i < to; i++ {
		t := &p.tokens[i]
		switch {
		case t.is(verb) && t.form.Class != weak, t.sign == mark, t.sign == stop:
			return false
		case t.sign == otherSign:
			dashes++
		}
	}
	return dashes > 0
}

// findCues lists the words outside quotations that may report speech.
func findCues(p *page) []cue {
	var cues []cue
	for i := range p.tokens {
		t := &p.tokens[i]
		if p.depth[i] > 0 || !t.word() {
			continue
		}
		switch {
		case p.isImpersonal(i), p.isNegated(i), p.isPreposition(i), p.lacks(i), p.isGoverned(i):
		case t.bare == "جا" || t.bare == "ورد":
			if i+2 < p.endOf(i) && p.tokens[i+1].fold == "في" && p.tokens[i+2].is(wordsOf) { // «جاء في البيان»
				cues = append(cues, cue{token: i, noun: true, mood: verbalNoun, agree: anyGender})
			}
		case t.is(according) && t.bare == "نقلا" && (i+1 >= p.endOf(i) || p.tokens[i+1].fold != "عن"): // «وقد نقلا إلى المستشفى»
		case t.is(according):
			cues = append(cues, cue{token: i, according: true})
		case i > 1 && p.tokens[i-1].fold == "حد" && p.tokens[i-2].fold == "علي" && !t.is(saying):
			cues = append(cues, cue{token: i, according: true}) // «على حد قول النائبة»
		case t.is(saying) && !(t.is(verb) && t.form.Mood == perfect && i > 0 && p.tokens[i-1].fold != "حد"):
			cues = append(cues, cue{token: i, noun: true, mood: verbalNoun, agree: anyGender})
		case i > 1 && p.tokens[i-2].is(according) && (p.tokens[i-1].fold == "ما" || p.tokens[i-1].fold == "لما"): // «وفقا لما أوردته»
		case t.is(verb) && t.form.Class != nameVerb:
			if t.form.Class == weak && t.fold != "بين" && !p.governs(i) || t.form.Mood == participle && !p.hangs(i) {
				continue
			}
			cues = append(cues, cue{token: i, class: t.form.Class, mood: t.form.Mood, agree: t.form.Agrees, noun: t.form.Mood == verbalNoun})
		}
	}
	return cues
}

// isImpersonal reports whether «يذكر أن», «يشار إلى أن» stands at token i.
func (p *page) isImpersonal(i int) bool {
	if !p.tokens[i].is(impersonal) || i+1 >= p.endOf(i) {
		return false
	}
	next := &p.tokens[i+1]
	return next.is(that|thatPronoun) || next.fold == "الي" || next.fold == "علي"
}

// isPreposition reports whether «بين» at token i means "between": unvocalised
// it is a verb only at the start of its clause, with أن after it.
func (p *page) isPreposition(i int) bool {
	near := 6
	t := &p.tokens[i]
	if t.bare != "بين" || strings.Contains(t.In(p.text), "ّ") {
		return false
	}
	if i+1 < p.endOf(i) && p.tokens[i+1].is(role|givenName) {
		near = 20 // «بين مدير إدارة شؤون المعلمين ... أن»
	}
	if i > 0 && p.sameSentence(i, i-1) && p.tokens[i-1].sign != comma && p.tokens[i-1].fold != "كما" && p.tokens[i-1].fold != "فيما" {
		return true
	}
	for j := i + 1; j < p.endOf(i) && j <= i+near; j++ {
		if p.tokens[j].is(that|thatPronoun) && p.tokens[j-1].fold != "الي" {
			return false
		}
	}
	return true
}

// lacks reports whether the word that the verb at token i needs to report does
// not follow nearby: «عبر الحدود», «يحمل الكتاب».
func (p *page) lacks(i int) bool {
	const near = 8
	t := &p.tokens[i]
	if !t.is(verb) {
		return false
	}
	needed := p.lex.Word(t.rest()).Needs
	if needed == "" {
		return false
	}
	for j := i + 1; j < p.endOf(i) && j <= i+near && p.sameSentence(i, j); j++ {
		if next := &p.tokens[j]; next.fold == needed || next.bare == needed {
			return false
		}
	}
	return true
}

// isGoverned reports whether a preposition or «عدم» stands before the word at
// token i, which is then a noun: «طلب عدم نشر اسمه».
func (p *page) isGoverned(i int) bool {
	if i == 0 || p.tokens[i].form.Mood != perfect || p.tokens[i].skip > 0 || !p.sameSentence(i, i-1) {
		return false
	}
	if before := &p.tokens[i-1]; before.is(commonNoun) && !before.is(verb|commonVerb|function|role|givenName|adjective) && !before.definite && before.skip == 0 && p.tokens[i].fold == "طلب" {
		return true // «إجراءات طلب الخدمة»
	}
	switch p.tokens[i-1].bare {
	case "عدم", "تم", "يتم", "تمت", "سيتم", "في", "من", "علي", "الي", "عن", "بعد", "قبل", "دون", "خلال", "حول", "ضد", "عند":
		return p.tokens[i-1].word()
	}
	return false
}

// isNegated reports whether the verb at token i is denied: «لم تذكر الشرطة».
func (p *page) isNegated(i int) bool {
	if i == 0 {
		return false
	}
	switch before := &p.tokens[i-1]; before.bare {
	case "لم", "لن", "لا":
		return before.word()
	}
	return false
}

// governs reports whether the word at token i opens a clause, direct speech
// or a quotation nearby: what a doubtful verb of saying must do.
func (p *page) governs(i int) bool { return p.governsWithin(i, 6) || p.announces(i) }

// announces reports whether the perfect at token i starts its sentence, and a
// colon before a quotation ends it: «كتب الوزير على حسابه في تويتر: "..."».
func (p *page) announces(i int) bool {
	const far = 18
	if p.tokens[i].form.Mood != perfect || i > 0 && p.sameSentence(i, i-1) {
		return false
	}
	for j := i + 1; j+1 < p.endOf(i) && j < i+far && p.sameSentence(i, j); j++ {
		switch t := &p.tokens[j]; {
		case t.sign == colon:
			return p.tokens[j+1].sign == mark
		case t.sign == mark, t.is(verb) && !t.definite:
			return false
		}
	}
	return false
}

func (p *page) governsWithin(i, near int) bool {
	for j := i + 1; j < p.endOf(i) && j <= i+near; j++ {
		t := &p.tokens[j]
		switch {
		case t.is(that | thatPronoun), t.sign == colon:
			return true
		case t.sign == mark:
			return p.tokens[i].form.Mood == perfect
		case t.sign == stop, t.is(verb):
			return false
		}
	}
	return false
}

// hangs reports whether the participle at token i goes on with a sentence: it
// starts it, follows a comma or a mark, or opens a clause.
func (p *page) hangs(i int) bool {
	if i == 0 || !p.sameBlock(i, i-1) || !p.sameSentence(i, i-1) {
		return true
	}
	s := p.tokens[i-1].sign
	return s == comma || s == mark || p.tokens[i].form.Agrees != feminine || p.tokens[i].proclitic() == "و" || p.governsWithin(i, 3)
}

// sameSentence reports whether tokens i and j stand in one sentence.
func (p *page) sameSentence(i, j int) bool { return p.sentence[i] == p.sentence[j] }

// inTitle reports whether token i stands in the title.
func (p *page) inTitle(i int) bool { return p.blockOf(i).kind == model.TitleBlock }
