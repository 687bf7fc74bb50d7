package mention

import (
	"rawi/model/arabic"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// vocabulary is what is known of the ways of writing that occur on a page,
// whatever stands around them: looked up once, however often they occur.
type vocabulary struct {
	words  []word   // by the number of its way of writing: see [token.Stream.Kind]
	places []places // of the stems
}

// word is one way of writing.
type word struct {
	fold, bare  uint64 // hashes
	facts       corpus.Facts
	stem        int32          // in places; none for signs and function words
	without     int32          // the stem, were the first letter a proclitic; none where it is no letter of one, or nowhere on the page
	alone       [2]corpus.Name // it, and what stands behind its proclitics, as names counted in other articles
	namesGoOn   bool           // such names may have it behind their first word
	plain       bool           // it is its own key
	mayBeJoined bool           // its first letter may be a proclitic
	sort        wordSort       // what it is to a noun phrase
}

// none is no stem, and no token.
const none = -1

// places is how often a stem occurs, and where it does first.
type places struct {
	count int32
	first [1 + mostElsewhere]int32
}

// mostElsewhere is how many other places of its stem a word is judged by.
const mostElsewhere = 4

// readWords makes the vocabulary of a page.
func readWords(p *token.Page, c *corpus.Corpus) *vocabulary {
	v := &vocabulary{words: make([]word, p.Kinds())}
	for kind := range v.words {
		v.words[kind] = readWord(p.OfKind(kind), c)
		v.words[kind].sort = sortOf(p, p.OfKind(kind))
	}
	v.readStems(p)
	for i := range p.Len() {
		if stem := v.words[p.Kind(i)].stem; stem != none {
			v.places[stem].add(int32(i))
		}
	}
	return v
}

func readWord(t *token.Token, c *corpus.Corpus) word {
	fold := t.Fold()
	w := word{stem: none, without: none, fold: learn.Hash(fold), bare: learn.Hash(t.Bare()), plain: arabic.HasKey(fold, fold)}
	facts, known := c.Word(fold)
	w.namesGoOn = fold != "" && (!known || mayGoOn(facts))
	if !t.IsWord() {
		return w
	}
	if !known {
		facts = factsOf(c, t)
	}
	w.facts = facts
	w.alone[0] = w.nameOf(c, fold)
	w.alone[1] = w.alone[0]
	if t.Skip() > 0 {
		w.alone[1] = w.nameOf(c, t.Rest())
	}
	first, _ := cutProclitic(fold)
	w.mayBeJoined = hasStem(t) && first != "" && t.Skip() == 0 && t.Letters() > 3
	return w
}

// nameOf is what was counted of a form of the word as a name.
func (w *word) nameOf(c *corpus.Corpus, form string) corpus.Name {
	if !w.plain {
		form = arabic.Key(form)
	}
	name, _ := c.Name(form)
	return name
}

// mayGoOn reports whether a word was counted as a later one of a name.
func mayGoOn(f corpus.Facts) bool {
	return f.Share(corpus.PersonLater)+f.Share(corpus.BodyLater)+f.Share(corpus.PlaceLater) > 0
}

// factsOf is what was counted of a word without what stands before it.
func factsOf(c *corpus.Corpus, t *token.Token) corpus.Facts {
	for _, form := range [...]string{t.Bare(), t.Rest()} {
		if f, ok := c.Word(form); ok {
			return f
		}
	}
	return 0
}

// cutProclitic cuts off a first letter that may be a word of its own.
func cutProclitic(fold string) (first, rest string) {
	return token.CutFirst(fold, "و", "ف", "ب", "ل", "ك")
}

// hasStem reports whether a token's places elsewhere say anything of it. Its stem is
// the word without proclitics.
func hasStem(t *token.Token) bool { return t.IsWord() && !t.Is(lex.Function) }

// readStems numbers the stems of the words.
func (v *vocabulary) readStems(p *token.Page) {
	number := make(map[string]int32, len(v.words))
	for kind := range v.words {
		if t := p.OfKind(kind); hasStem(t) {
			n, ok := number[t.Rest()]
			if !ok {
				n = int32(len(number))
				number[t.Rest()] = n
			}
			v.words[kind].stem = n
		}
	}
	for kind := range v.words {
		if w := &v.words[kind]; w.mayBeJoined {
			_, rest := cutProclitic(p.OfKind(kind).Fold())
			if n, ok := number[rest]; ok {
				w.without = n
			}
		}
	}
	v.places = make([]places, len(number))
}

// add records that the stem stands at a token.
func (p *places) add(i int32) {
	if int(p.count) < len(p.first) {
		p.first[p.count] = i
	}
	p.count++
}

// firsts are the first tokens of a stem, none for no stem.
func (v *vocabulary) firsts(stem int32) []int32 {
	if stem == none {
		return nil
	}
	p := &v.places[stem]
	return p.first[:min(int(p.count), len(p.first))]
}

// count is how often a stem occurs.
func (v *vocabulary) count(stem int32) int {
	if stem == none {
		return 0
	}
	return int(v.places[stem].count)
}
