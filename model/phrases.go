package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model/arabic"
)

// Who said a quotation is mostly named beside it, though the program may not have
// taken the words for a party. Phrases finds such words without knowing any: by
// where the subject of a verb of saying stands and by the little words that end a
// noun phrase.

// How far a phrase goes.
const (
	maxPhraseWords = 10
	maxPhraseEnds  = 4
	maxMarkedWords = 5 // of a name between marks
)

// Phrases is the words that may name the speaker of a quotation, likeliest first:
// those after the reporting word, what the words taken for the speaker grow or
// shrink to, those before the reporting word, and those behind the quotation.
func Phrases(a *Article, q *Quote) []Span {
	p := phrases{text: a.Text, sentence: sentenceAround(a, q), quote: q.Span}
	report, reported := q.Start, false
	if !q.Cue.Empty() && p.sentence.Covers(q.Cue) {
		report, reported = q.Cue.Start, true
		p.from(q.Cue.End)
	}
	rest := p.sentence
	if p.sentence.End = report; q.Mention.Start < report {
		p.grow(q.Mention)
		p.before(reported)
		p.sentence = rest
	} else {
		p.before(reported)
		p.sentence = rest
		p.grow(q.Mention)
	}
	p.behind()
	return p.found
}

// phrases collects phrases of one sentence, outside the quotation.
type phrases struct {
	text     string
	sentence Span
	quote    Span
	found    []Span
}

// sentenceAround is the sentence in which a quotation is reported, within its block.
func sentenceAround(a *Article, q *Quote) Span {
	block, words := q.Span, q.Span
	for _, b := range a.Blocks {
		if b.Contains(q.Start) {
			block = hull(b.Span, q.Span)
			break
		}
	}
	if !q.Cue.Empty() && block.Covers(q.Cue) {
		words = hull(words, q.Cue)
	}
	return sentenceOf(a.Text, block, words)
}

// sentenceEnds are the signs that end sentences.
const sentenceEnds = ".!?؟…؛\n"

// word is the token at or after an offset, if a phrase may go on there.
func (p *phrases) word(at int) (t arabic.Token, ok bool) {
	t, ok = arabic.Next(p.text, at)
	inside := ok && p.sentence.Covers(Span{t.Start, t.End})
	return t, inside && !(Span{t.Start, t.End}).Overlaps(p.quote)
}

// before finds phrases in the clause that ends the sentence: what stands behind the
// last sign or word that ends a phrase. Its first word may be a verb: that is so
// where nothing reports, neither a word behind the clause nor a colon.
func (p *phrases) before(reported bool) {
	start, next := p.sentence.Start, p.sentence.Start
	for t, ok := p.word(next); ok; t, ok = p.word(t.End) {
		switch {
		case t.Kind == arabic.Word && p.joint(t) == arabic.Ends:
			next = t.End
		case t.Kind == arabic.Sign && strings.ContainsRune(quotationMarks, p.rune(t)):
		case t.Kind == arabic.Sign:
			next = t.End
			reported = reported || p.rune(t) == ':'
		default:
			start = next // a sign at the very end, as in «فلان:», begins no clause
		}
	}
	if reported {
		p.from(start)
	}
	if first, ok := p.word(start); ok && first.Kind == arabic.Word {
		p.from(first.End)
	}
}

// behind finds phrases behind the quotation, where the first word may be one that
// reports: «بحسب فلان».
func (p *phrases) behind() {
	at := p.quote.End
	t, ok := p.word(at)
	for ok && t.Kind == arabic.Sign {
		t, ok = p.word(t.End)
	}
	if ok && t.Kind == arabic.Word {
		p.from(t.End)
	}
}

// reach is how far around the quotation a word is looked for, in bytes.
const reach = 1 << 13

// inner is where a word begins without a preposition of one letter written onto it,
// if what is left is a word of the article too: «لوكالة».
func (p *phrases) inner(t arabic.Token) int {
	word := p.text[t.Start:t.End]
	rest, onto := word, false
	for _, letter := range [...]string{"ل", "ب", "و"} {
		if !onto {
			rest, onto = strings.CutPrefix(word, letter)
		}
	}
	if !onto || utf8.RuneCountInString(rest) < 3 {
		return t.Start
	}
	first := runeStart(p.text, p.quote.Start-reach)
	near := p.text[first:runeStart(p.text, p.quote.Start+reach)]
	for start := range arabic.Named(near, rest) {
		if before, _ := utf8.DecodeLastRuneInString(near[:start]); !unicode.IsLetter(before) {
			return t.End - len(rest)
		}
	}
	return t.Start
}

func (p *phrases) rune(t arabic.Token) rune {
	r, _ := utf8.DecodeRuneInString(p.text[t.Start:])
	return r
}

func (p *phrases) joint(t arabic.Token) arabic.Joint {
	return arabic.JointOf(arabic.Fold(p.text[t.Start:t.End]))
}

// from finds the phrases that begin at a place: a name behind its description, the
// description, and then what the phrase grows to by what may be added to it.
func (p *phrases) from(start int) {
	first, ok := p.word(start)
	if !ok || first.Kind != arabic.Word || p.joint(first) != arabic.Inside {
		return
	}
	start = p.inner(first)
	g := growth{phrases: p, start: start, end: start}
	g.run()
	for _, n := range g.names {
		p.add(n)
	}
	if len(g.names) > 0 {
		p.add(trim(p.text, Span{start, g.names[0].Start}))
	}
	for _, end := range g.ends[:min(len(g.ends), maxPhraseEnds)] {
		p.add(Span{start, end})
	}
	for _, n := range g.added {
		p.add(n)
	}
}

// growth is a phrase that grows word by word.
type growth struct {
	*phrases
	start, end int
	ends       []int  // where it may end, the nearest first
	names      []Span // names in it behind descriptions
	name       int    // where one has begun, 0 for none
	added      []Span // phrases in it that are written onto a preposition
	onto       int    // where one has begun, 0 for none
	definite   bool   // the last word has the article, or is a name between marks
}

func (g *growth) run() {
	for range maxPhraseWords {
		t, ok := g.word(g.end)
		if !ok || t.Kind == arabic.Number || t.Kind == arabic.Word && g.joint(t) == arabic.Ends {
			break
		}
		if t.Kind == arabic.Word {
			g.take(t)
			continue
		}
		end, marked := g.marked(t)
		if !marked {
			break
		}
		g.note()
		g.end, g.definite = end, true
		g.note()
	}
	g.note()
}

// take takes in a word. The first one without the article after words with it
// begins a name.
func (g *growth) take(t arabic.Token) {
	joint, inner := g.joint(t), g.inner(t)
	if joint == arabic.Adds || inner > t.Start {
		g.note()
	}
	definite := arabic.HasArticle(arabic.Fold(g.text[t.Start:t.End]))
	switch {
	case inner > t.Start && t.Start > g.start:
		g.onto = inner
	case g.definite && !definite && joint == arabic.Inside:
		g.name = t.Start
	}
	g.definite, g.end = definite, t.End
}

// note notes that the phrase, and a name in it, may end here.
func (g *growth) note() {
	if g.end > g.start && !slices.Contains(g.ends, g.end) {
		g.ends = append(g.ends, g.end)
		if g.name > 0 {
			g.names = append(g.names, Span{g.name, g.end})
		}
		if g.onto > 0 {
			g.added = append(g.added, Span{g.onto, g.end})
		}
	}
	g.name, g.onto = 0, 0
}

// marked is the end of a name between marks that begins with a sign.
func (p *phrases) marked(open arabic.Token) (end int, ok bool) {
	if !strings.ContainsRune(quotationMarks, p.rune(open)) {
		return 0, false
	}
	at := open.End
	for range maxMarkedWords + 1 {
		t, ok := p.word(at)
		if !ok {
			return 0, false
		}
		if t.Kind == arabic.Sign && strings.ContainsRune(quotationMarks, p.rune(t)) {
			return t.End, true
		}
		at = t.End
	}
	return 0, false
}

// grow finds what the words taken for the speaker grow to, and what they are
// without the last one, which may be too many.
func (p *phrases) grow(words Span) {
	if words.Empty() {
		return
	}
	p.from(words.Start)
	text := strings.TrimRight(words.In(p.text), " ")
	if i := strings.LastIndexByte(text, ' '); i > 0 && strings.ContainsRune(text[:i], ' ') {
		p.add(trim(p.text, Span{words.Start, words.Start + i}))
	}
}

func (p *phrases) add(s Span) {
	if !s.Empty() && !slices.Contains(p.found, s) {
		p.found = append(p.found, s)
	}
}
