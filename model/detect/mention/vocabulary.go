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
	of     []int32 // token -> its way of writing in words
	words  []word
	stems  map[string]int32 // word without proclitics -> its stem in places
	places []places
	next   []int32 // token -> the next one of the same stem, -1 behind the last
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
}

// none is no stem, and no token.
const none = -1

// places is where a stem occurs.
type places struct{ first, last, count int32 }

// readWords makes the vocabulary of a page.
func readWords(p *token.Page, c *corpus.Corpus) *vocabulary {
	v := &vocabulary{of: make([]int32, p.Len()), next: make([]int32, p.Len()), stems: map[string]int32{}}
	known := map[token.Key]int32{}
	for i := range v.of {
		t := p.At(i)
		n, ok := known[t.Key()]
		if !ok {
			n = int32(len(v.words))
			known[t.Key()] = n
			v.words = append(v.words, v.read(t, c))
		}
		v.of[i] = n
		v.place(i, v.words[n].stem)
	}
	for key, n := range known {
		if w := &v.words[n]; w.mayBeJoined {
			_, rest := cutProclitic(key.Fold())
			w.without = v.stem(rest)
		}
	}
	return v
}

func (v *vocabulary) read(t *token.Token, c *corpus.Corpus) word {
	fold := t.Fold()
	w := word{stem: none, without: none, fold: learn.Hash(fold), bare: learn.Hash(t.Bare())}
	w.namesGoOn, w.plain = fold != "" && mayGoOn(c, fold), arabic.HasKey(fold, fold)
	if !t.IsWord() {
		return w
	}
	w.facts = factsOf(c, t)
	for k, form := range [...]string{fold, t.Rest()} {
		if !w.plain {
			form = arabic.Key(form)
		}
		w.alone[k], _ = c.Name(form)
	}
	if !t.Is(lex.Function) {
		w.stem = v.add(t.Rest())
		first, _ := cutProclitic(fold)
		w.mayBeJoined = first != "" && t.Skip() == 0 && t.Letters() > 3
	}
	return w
}

// mayGoOn reports whether a word was counted as a later one of a name, or not at all.
func mayGoOn(c *corpus.Corpus, fold string) bool {
	f, ok := c.Word(fold)
	return !ok || f.Share(corpus.PersonLater)+f.Share(corpus.BodyLater)+f.Share(corpus.PlaceLater) > 0
}

// factsOf is what was counted of a word: as it is written, else without what
// stands before it.
func factsOf(c *corpus.Corpus, t *token.Token) corpus.Facts {
	for _, form := range []string{t.Fold(), t.Bare(), t.Rest()} {
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

// at is the word at a token.
func (v *vocabulary) at(i int) *word { return &v.words[v.of[i]] }

// add is the number of a stem.
func (v *vocabulary) add(stem string) int32 {
	n, ok := v.stems[stem]
	if !ok {
		n = int32(len(v.places))
		v.stems[stem] = n
		v.places = append(v.places, places{first: none, last: none})
	}
	return n
}

// place records that a stem stands at a token.
func (v *vocabulary) place(i int, stem int32) {
	v.next[i] = none
	if stem == none {
		return
	}
	p := &v.places[stem]
	if p.count == 0 {
		p.first = int32(i)
	} else {
		v.next[p.last] = int32(i)
	}
	p.last = int32(i)
	p.count++
}

// stem is the number of a stem, none where it does not occur.
func (v *vocabulary) stem(word string) int32 {
	if n, ok := v.stems[word]; ok {
		return n
	}
	return none
}

// first is the first token of a stem, none for no stem.
func (v *vocabulary) first(stem int32) int32 {
	if stem == none {
		return none
	}
	return v.places[stem].first
}

// count is how often a stem occurs.
func (v *vocabulary) count(stem int32) int {
	if stem == none {
		return 0
	}
	return int(v.places[stem].count)
}
