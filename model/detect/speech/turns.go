package speech

import (
	"math"
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// label is what a paragraph of an interview or of minutes begins with: who speaks in
// it, «فلان (وزير الصحة): ...».
type label struct {
	from, to int // tokens of the name, half-open; none for a paragraph without label
	colon    int // what opens the words: the colon, else their first
	start    int // the first of the words
	voice    voice
	guest    int // the party that answers, -1 for nobody known
}

// voice is whose words a turn is.
type voice uint8

const (
	theLabelled voice = iota // whom the label names
	thePaper                 // the paper's
	theGuest                 // the guest's
)

// findTurns are the paragraphs of a page that begin with who speaks, or that ask and
// answer, by what opens their words.
func (a *attributor) findTurns() map[int]label {
	turns := labelledTurns(a.page, a.found)
	if turns == nil {
		return a.answered()
	}
	guest := -1
	for at, l := range turns {
		if l.voice = voiceOf(wordsOf(a.page, l)); l.voice == theLabelled {
			continue
		}
		if guest < 0 {
			guest = a.guest(firstOf(turns))
		}
		l.guest = guest
		turns[at] = l
	}
	return turns
}

func firstOf(turns map[int]label) int {
	first := math.MaxInt
	for _, l := range turns {
		first = min(first, l.start)
	}
	return first
}

// voiceOf is whose words a label of one letter, or of a word for it, announces.
func voiceOf(words string) voice {
	switch words {
	case "س", "سوال", "السوال":
		return thePaper
	case "ج", "جواب", "الجواب":
		return theGuest
	}
	return theLabelled
}

// labelledTurns are the paragraphs of a page that begin with who speaks, by the label's
// colon; none on a page where that is no habit: where few paragraphs do, or no label
// comes again and few are persons, known or with what they are in brackets.
func labelledTurns(p *token.Page, found *mention.Found) map[int]label {
	const few = 3
	turns, seen := map[int]label{}, map[string]bool{}
	paragraphs, persons, again := 0, 0, false
	for _, b := range p.Blocks() {
		if b.Kind != model.ParagraphBlock {
			continue
		}
		paragraphs++
		l, ok := labelOf(p, found, b)
		if !ok {
			continue
		}
		turns[l.colon] = l
		words := wordsOf(p, l)
		again, seen[words] = again || seen[words], true
		if m, named := found.NameAt(l.from); named && m.Kind == model.Person || l.to < l.colon {
			persons++
		}
	}
	if len(turns) < few || 3*len(turns) < paragraphs || !again && persons < few {
		return nil
	}
	return turns
}

func wordsOf(p *token.Page, l label) string {
	var words []string
	for i := l.from; i < l.to; i++ {
		words = append(words, p.At(i).Fold())
	}
	return strings.Join(words, " ")
}

// labelOf is the label of a paragraph: a few words without a verb, of which some may
// stand in brackets, and words behind its colon. A place says where, not who.
func labelOf(p *token.Page, found *mention.Found, b token.Block) (l label, ok bool) {
	for l.from = b.From; l.from < b.To-1 && !p.At(l.from).IsWord(); l.from++ {
	}
	if l.to = nameEnd(p, found, l.from, b.To); l.to == l.from {
		return l, false
	}
	if l.colon = l.to; l.colon < b.To && p.At(l.colon).Sign() == token.Opening {
		l.colon = behindBracket(p, l.colon, b.To)
	}
	if l.start = l.colon + 1; l.colon >= b.To || p.At(l.colon).Sign() != token.Colon || !hasTwoWords(p, l.start, b.To) {
		return l, false
	}
	m, named := found.NameAt(l.from)
	return l, !named || m.Kind != model.Place || m.To < l.to
}

// hasTwoWords reports whether a word stands at token i and another behind it.
func hasTwoWords(p *token.Page, i, end int) bool {
	if i >= end || !p.At(i).IsWord() {
		return false
	}
	for i++; i < end; i++ {
		if p.At(i).IsWord() {
			return true
		}
	}
	return false
}

// nameEnd is the first token behind the words of a label that begins at token i.
func nameEnd(p *token.Page, found *mention.Found, i, end int) int {
	const longest = 8 // words
	for from := i; i < end && i < from+longest && p.At(i).IsWord(); i++ {
		if t := p.At(i); !found.Covers(i) && (t.IsVerb() || t.Is(lex.That|lex.ThatPronoun|lex.Function)) {
			return from
		}
	}
	return i
}

// behindBracket is the token behind the bracket that token i opens.
func behindBracket(p *token.Page, i, end int) int {
	const longest = 12 // tokens
	for last := min(end, i+longest); i < last; i++ {
		if p.At(i).Sign() == token.Closing {
			return i + 1
		}
	}
	return end
}

// turnSource is who speaks in a turn: the mention that the label begins with, else the
// person whose name ends as the label does; nobody where it names no party yet.
func (a *attributor) turnSource(l label) Source {
	switch {
	case l.voice == thePaper || l.voice == theGuest && l.guest < 0:
		return nobody
	case l.voice == theGuest:
		return Source{Party: l.guest, Mention: -1, Rule: model.PageNames, Confidence: confidence[model.AccordingTo]}
	}
	if s := a.sourceAt(l.from, model.NameColon); s.Party >= 0 {
		return s
	}
	words := wordsOf(a.page, l)
	for p := range a.parties.Len() {
		if name := strings.Join(a.parties.Party(p).Words, " "); strings.HasSuffix(" "+name, " "+words) {
			return Source{Party: p, Mention: -1, Rule: model.NameColon, Confidence: confidence[model.NameColon]}
		}
	}
	return nobody
}

// addTurns offers the labels that name no party yet as ones.
func (s *Stage) addTurns() {
	named := map[string]int{}
	for i := range s.quotes {
		q := &s.quotes[i]
		if q.turn == nil || q.turn.voice != theLabelled || q.Source.Party >= 0 {
			continue
		}
		words := wordsOf(s.page, *q.turn)
		k, ok := named[words]
		if !ok {
			k = len(s.phrases)
			named[words] = k
			s.phrases = append(s.phrases, phrase{words: words})
		}
		p := place{q.turn.from, q.turn.to, -1, s.parties.Len() + k, false}
		s.phrases[k].at, s.places = append(s.phrases[k].at, p), append(s.places, p)
		q.Source = Source{Party: p.party, Mention: -1, Rule: model.NameColon, Confidence: confidence[model.NameColon], Words: s.spanOf(&p)}
	}
}
