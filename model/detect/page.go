package detect

import (
	"strings"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/arabic"
)

// page is an article cut into tokens. Furniture has none: it is not read.
type page struct {
	text   string
	lex    *lexicon
	tokens []token
	blocks []block
}

// block is the tokens of one paragraph, heading or title.
type block struct {
	from, to int // token indexes, half-open
	kind     model.BlockKind
	end      int // byte offset of the paragraph's end
}

// token is a word, number or sign with what the lexicon says of it.
type token struct {
	model.Span
	sign     sign
	skip     uint8 // letters of proclitics before the known word
	definite bool  // has the article ال (or لل)
	block    int32
	sentence int32
	fold     string // folded; "" for signs
	bare     string // fold without proclitics and article
	traits   traits
	form     form
}

func (t *token) is(x traits) bool  { return t.traits&x != 0 }
func (t *token) word() bool        { return t.sign == noSign }
func (t *token) proclitic() string { return firstLetters(t.fold, int(t.skip)) }

// rest is the word without its proclitics; of «للأمم» it is «لامم».
func (t *token) rest() string { return afterLetters(t.fold, int(t.skip)) }

// contracted reports whether «لل» begins the word, or ends its proclitics.
func (t *token) contracted() bool {
	return strings.HasSuffix(t.proclitic(), "ل") && strings.HasPrefix(t.rest(), "ل")
}

// sign classes the tokens that are no words.
type sign uint8

const (
	noSign sign = iota
	number
	mark // a quotation mark of any kind
	stop
	comma
	colon
	opening
	closing
	otherSign
)

var signs = map[rune]sign{
	'.': stop, '!': stop, '?': stop, '؟': stop, '…': otherSign, '۔': stop,
	'،': comma, ',': comma, '؛': comma, ';': comma, ':': colon,
	'(': opening, '[': opening, '{': opening, ')': closing, ']': closing, '}': closing,
}

// read cuts the article's title, headings and paragraphs into tokens.
func read(a *model.Article, lex *lexicon) *page {
	p := &page{text: a.Text, lex: lex, tokens: make([]token, 0, len(a.Text)/9)}
	for _, b := range a.Blocks {
		if b.Kind == model.FurnitureBlock {
			continue
		}
		first := len(p.tokens)
		p.readBlock(b)
		p.blocks = append(p.blocks, block{first, len(p.tokens), b.Kind, b.End})
	}
	return p
}

func (p *page) readBlock(b model.Block) {
	text := b.In(p.text)
	raw := arabic.Tokens(text)
	folded := make([]byte, 0, len(text))
	ends := make([]int, len(raw))
	for i, t := range raw {
		if t.Kind != arabic.Sign {
			folded = arabic.AppendFold(folded, text[t.Start:t.End])
		}
		ends[i] = len(folded)
	}
	all, start := string(folded), 0
	sentence := int32(0)
	if n := len(p.tokens); n > 0 {
		sentence = p.tokens[n-1].sentence + 1
	}
	for i := 0; i < len(raw); i++ {
		t := token{block: int32(len(p.blocks)), sentence: sentence,
			Span: model.Span{Start: b.Start + raw[i].Start, End: b.Start + raw[i].End}}
		switch raw[i].Kind {
		case arabic.Number:
			t.sign, t.fold = number, all[start:ends[i]]
		case arabic.Word:
			t.fold = all[start:ends[i]]
			if full := abbreviations[t.fold]; full != "" && shortened(text, raw, i) {
				i++ // «د. حامد»
				t.fold, t.End = full, b.Start+raw[i].End
			}
			p.lex.analyse(&t, t.In(p.text))
		case arabic.Sign:
			i = t.readSign(text, raw, i)
			t.End = b.Start + raw[i].End
			if t.sign == stop && insideWord(text, raw[i]) && isLatinBefore(text, raw[i]) {
				t.sign = otherSign // an address: www.example.org
			}
			if t.sign == stop {
				sentence++
			}
		}
		start = ends[i]
		p.tokens = append(p.tokens, t)
	}
}

// abbreviations are titles that a full stop or a stroke shortens, folded.
var abbreviations = map[string]string{"د": "دكتور", "م": "مهندس", "ا": "استاذ"}

// shortened reports whether raw[i] is cut short by a sign right behind it, and
// a word follows: «د. حامد», «م/ سامي», not «10 م.».
func shortened(text string, raw []arabic.Token, i int) bool {
	if i+2 >= len(raw) || raw[i].End != raw[i+1].Start || raw[i+2].Kind != arabic.Word || i > 0 && raw[i-1].Kind == arabic.Number {
		return false
	}
	sign := text[raw[i+1].Start:raw[i+1].End]
	return sign == "." || sign == "/"
}

// doubled are signs that stand for a quotation mark when written twice.
const doubled = "'()<>`"

// readSign classes the sign at raw[i] and gives the index of the last raw
// token it takes in: «((» and «”» are one mark each, two full stops are none.
func (t *token) readSign(text string, raw []arabic.Token, i int) int {
	r, _ := utf8.DecodeRuneInString(text[raw[i].Start:])
	twice := i+1 < len(raw) && raw[i].End == raw[i+1].Start &&
		text[raw[i].Start:raw[i].End] == text[raw[i+1].Start:raw[i+1].End]
	switch {
	case twice && strings.ContainsRune(doubled, r):
		t.sign = mark
		return i + 1
	case markOf(r).family != noFamily:
		t.sign = mark
		if markOf(r).family == single && insideWord(text, raw[i]) {
			t.sign = otherSign // an apostrophe
		}
		return i
	}
	t.sign = otherSign
	if s, ok := signs[r]; ok {
		t.sign = s
	}
	if t.sign == stop && r == '.' && twice {
		t.sign = otherSign
		for i+1 < len(raw) && raw[i].End == raw[i+1].Start && text[raw[i+1].Start] == '.' {
			i++
		}
	}
	return i
}

func isLatinBefore(text string, t arabic.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:t.Start])
	after, _ := utf8.DecodeRuneInString(text[t.End:])
	return before < 0x250 && after < 0x250
}

func insideWord(text string, t arabic.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:t.Start])
	after, _ := utf8.DecodeRuneInString(text[t.End:])
	return isLetter(before) && isLetter(after)
}

// analyse looks the word up: as it stands, then without the article, then
// without proclitics. raw is the word as written: «إلقاء» has no article and
// «على» is no «علي», though they fold alike.
func (l *lexicon) analyse(t *token, raw string) {
	t.bare = t.fold
	if bare, ok := strings.CutSuffix(t.fold, "ا"); ok && l.words[bare].has(commonNoun|adjective) && !l.knows(t.fold) {
		t.traits = commonNoun // «بيانا»
		return
	}
	n, ok := arabic.Proclitics(t.fold, l.knows)
	if !ok {
		n = unknownProclitics(t.fold)
	}
	t.skip = uint8(n)
	rest := t.rest()
	if t.contracted() && (!ok || l.words[rest] == nil) {
		rest = "ا" + rest // لل is ل and ال
	}
	e := l.words[rest]
	t.bare = rest
	named := e.has(givenName) // «الكسندر» has no article
	if bare, ok := strings.CutPrefix(rest, "ال"); ok && len(bare) > 2 && !hamzaAt(raw, n) && !(named && l.words[bare] == nil) {
		t.definite, t.bare = true, bare
		e = e.with(l.words[bare])
	}
	if e == nil {
		return // unknown, or only the first word of a known name
	}
	if p := t.proclitic(); n > 0 && p != "و" && p != "ف" && !t.definite && e.traits&(verb|commonVerb) != 0 && e.traits&^(verb|function|commonVerb|that|thatPronoun|impersonal) == 0 &&
		e.form.mood != verbalNoun && !strings.HasPrefix(rest, "ا") && !(p == "ل" && e.isImperfect()) {
		t.skip, t.bare = 0, t.fold // «كيري» is not ك and يرى
		return
	}
	t.traits, t.form = e.traits, e.form
	if t.definite {
		t.traits &^= (verb | function | commonVerb | givenName | that | impersonal) &^ l.words[rest].all()
	}
	if strings.HasSuffix(raw, "ء") && !l.hamza[rest] {
		t.traits &^= that | thatPronoun | function // «إنهاء» folds like «إنها»
		if l.hamzaNames[rest] {
			t.traits, t.form = givenName, form{} // «هناء» like «هنا», «علاء» like «علا»
		}
	}
	if t.fold == "علي" && !strings.HasSuffix(raw, "ى") {
		t.traits = givenName
	}
	if n > 0 && t.proclitic() != "و" && t.proclitic() != "ف" {
		t.traits &^= that                                                            // «لأن» is none
		if t.form.mood != verbalNoun && !(t.proclitic() == "ل" && e.isImperfect()) { // «ليقول»
			t.traits &^= verb // «بأضاف» is none
		}
	}
}

// unknownProclitics is how many letters stand before the article of a word
// that the lexicon does not know: «وال», «بال», «لل».
func unknownProclitics(fold string) int {
	const shortest = 10 // bytes: two letters of the word remain
	switch {
	case len(fold) < shortest:
	case strings.HasPrefix(fold, "لل"), strings.HasPrefix(fold, "وال"), strings.HasPrefix(fold, "بال"),
		strings.HasPrefix(fold, "فال"), strings.HasPrefix(fold, "كال"):
		return 1
	case strings.HasPrefix(fold, "ولل"), strings.HasPrefix(fold, "وبال"):
		return 2
	}
	return 0
}

// hamzaAt reports whether the letter after the first n is an alef with hamza
// or madda, which the article never has.
func hamzaAt(raw string, n int) bool {
	rest := raw[arabic.SkipLetters(raw, n):]
	return strings.HasPrefix(rest, "أ") || strings.HasPrefix(rest, "إ") || strings.HasPrefix(rest, "آ")
}

// knows reports whether a folded word, with or without the article, is in the
// lexicon or begins a known name.
func (l *lexicon) knows(word string) bool {
	if _, ok := l.words[word]; ok {
		return true
	}
	if _, ok := l.phrases[word]; ok {
		return true
	}
	if bare, ok := strings.CutPrefix(word, "ال"); ok {
		_, ok = l.words[bare]
		return ok
	}
	return false
}

func isDefinite(fold string) bool { return strings.HasPrefix(fold, "ال") && len(fold) > 6 }

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 0x620 <= r && r <= 0x6d3 || 0xc0 <= r && r <= 0x24f
}

// firstLetters is the first n letters of a folded word, or all that it has.
func firstLetters(fold string, n int) string { return fold[:len(fold)-len(afterLetters(fold, n))] }

// afterLetters is what remains of a folded word after its first n letters.
func afterLetters(fold string, n int) string {
	for ; n > 0 && fold != ""; n-- {
		_, size := utf8.DecodeRuneInString(fold)
		fold = fold[size:]
	}
	return fold
}

// cutFirst cuts off the first letter when it is one of those given.
func cutFirst(fold string, among ...string) (first, rest string) {
	for _, letter := range among {
		if rest, ok := strings.CutPrefix(fold, letter); ok {
			return letter, rest
		}
	}
	return "", ""
}

// span is the bytes from token i up to and without token j, proclitics of the
// first left out, except the contraction لل.
func (p *page) span(i, j int) model.Span {
	t := &p.tokens[i]
	start := t.Start
	if n := int(t.skip); n > 0 && t.word() {
		if t.contracted() {
			n--
		}
		start += arabic.SkipLetters(t.In(p.text), n)
	}
	return model.Span{Start: start, End: p.tokens[j-1].End}
}
