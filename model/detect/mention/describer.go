package mention

import (
	"iter"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// describer says what is known of the tokens of a page, as features.
type describer struct {
	page    *token.Page
	corpus  *corpus.Corpus
	tokens  []around
	key     []byte // room for the key of a name
	phrases []phrase
	*vocabulary
}

// around is what is known of a token by where it stands. A page of 10 MB has a million
// of them.
type around struct {
	rule     uint8 // label of the name that the rules find there
	role     uint8 // of the description
	known    uint8 // of the known name
	listed   uint8 // of the name counted in other articles, and whether it has more words
	enclosed enclosure
}

// enclosure is where in a short stretch between marks or brackets a token stands, 0 for
// none: so many tokens behind the one that opens it, of how many.
type enclosure uint8

// longestEnclosed is how many tokens the stretch has at most.
const longestEnclosed = 7

// The kinds of enclosures.
const (
	inMarks = 1 + iota
	inBrackets
)

func enclosed(kind, behind, length int) enclosure {
	return enclosure((kind*(longestEnclosed+1)+behind)*(longestEnclosed+1) + length)
}

func (e enclosure) kind() int { return int(e) / (longestEnclosed + 1) / (longestEnclosed + 1) }

// behind is how many tokens behind the mark that opens it.
func (e enclosure) behind() int { return int(e) / (longestEnclosed + 1) % (longestEnclosed + 1) }

// length is of how many tokens, up to 4.
func (e enclosure) length() int { return min(int(e)%(longestEnclosed+1), 4) }

// place is 1 for the first, 2 for a later one; 2 more for the last.
func (e enclosure) place() int {
	place := min(e.behind(), 2)
	if e.behind() == int(e)%(longestEnclosed+1) {
		place += 2
	}
	return place
}

func newDescriber(rules *Found, pairs []marks.Pair) *describer {
	p := rules.page
	facts := corpus.Default()
	d := &describer{page: p, corpus: facts, tokens: make([]around, p.Len()), vocabulary: readWords(p, facts)}
	for _, m := range rules.all() {
		for i := m.From; i < m.To; i++ {
			if m.Form == model.NameForm {
				d.tokens[i].rule = labelOf(int(m.Kind), i == m.From)
			} else {
				d.tokens[i].role = labelOf(int(m.Form), i == m.From)
			}
		}
	}
	d.readKnown(&namer{Found: rules})
	d.readPairs(pairs)
	d.readBrackets()
	d.readPhrases()
	return d
}

// readKnown marks the known names, and those counted in other articles.
func (d *describer) readKnown(n *namer) {
	for i := range d.tokens {
		if m, ok := n.known(i); ok && d.tokens[i].known == 0 {
			for k := i; k < m.To; k++ {
				d.tokens[k].known = labelOf(int(m.Kind), k == i)
			}
		}
		if !d.page.At(i).IsWord() || d.tokens[i].listed != 0 {
			continue
		}
		length, kind := d.listed(i)
		for k := i; k < i+length; k++ {
			d.tokens[k].listed = 2*labelOf(kind, k == i) + uint8(learn.Bit(length > 1))
		}
	}
}

// readPairs marks what stands between quotation marks, when it is short.
func (d *describer) readPairs(pairs []marks.Pair) {
	for _, q := range pairs {
		d.enclose(inMarks, q.Open, q.Close)
	}
}

func (d *describer) readBrackets() {
	open := -1
	for i := range d.tokens {
		switch d.page.At(i).Sign() {
		case token.Opening:
			open = i
		case token.Closing:
			if open >= 0 {
				d.enclose(inBrackets, open, i)
			}
			open = -1
		}
	}
}

func (d *describer) enclose(kind, open, end int) {
	n := end - open - 1
	if n > longestEnclosed {
		return
	}
	for i := open + 1; i < end; i++ {
		d.tokens[i].enclosed = enclosed(kind, i-open, n)
	}
}

// features adds what is known of token i by where it stands, but for what stands
// around the same word elsewhere; what its word and those around it say by themselves
// is [describer.wordFeatures].
func (d *describer) features(g *gathered, i int, b token.Block) {
	t := d.page.At(i)
	g.few(fewPlaces, min(i-b.From, nearBlock-1)*blockKinds+int(b.Kind))
	for away := -1; away <= 1; away++ {
		if j := i + away; j >= b.From && j < b.To {
			a := &d.tokens[j]
			g.fewFrom(fewKnown, int(a.known), away)
			g.fewFrom(fewListed, int(a.listed), away)
		}
	}
	d.ruleFeatures(g, i, b)
	d.enclosedFeatures(g, i, b)
	d.phraseFeatures(g, i, b.From, b.To)
	if !t.IsWord() {
		if s := t.Sign(); s == token.Mark || s == token.OtherSign {
			g.add(at(signIs, 0).Text(d.page.Written(t)))
		}
		return
	}
	if i > b.From && d.page.At(i-1).IsWord() {
		g.add(pairBefore.Pair(d.at(i-1).fold, d.at(i).fold))
	}
	if i+1 < b.To && d.page.At(i+1).IsWord() {
		g.add(pairBehind.Pair(d.at(i).fold, d.at(i+1).fold))
	}
}

// ruleFeatures adds what the rules say.
func (d *describer) ruleFeatures(g *gathered, i int, b token.Block) {
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			g.fewFrom(fewRules, int(d.tokens[j].rule)*roleLabels+int(d.tokens[j].role), away)
		}
	}
	now := int(d.tokens[i].rule)
	if i > b.From {
		g.few(fewRulePairs, int(d.tokens[i-1].rule)*labelCount+now)
	}
	if i+1 < b.To {
		g.few(fewRulePairs, (labelCount+int(d.tokens[i+1].rule))*labelCount+now)
	}
}

// enclosedFeatures adds how the token stands between marks or brackets, and what
// stands before them.
func (d *describer) enclosedFeatures(g *gathered, i int, b token.Block) {
	e := d.tokens[i].enclosed
	if e == 0 {
		g.few(fewEnclosed, 0)
		return
	}
	g.few(fewEnclosed, (e.kind()*stretchEnds+e.place())*stretchEnds+e.length())
	before := i - e.behind() - 1
	if before < b.From {
		return
	}
	g.add(enclosedBehind.Number(d.at(before).bare))
	for rest := d.page.At(before).Traits(); rest != 0; rest &= rest - 1 {
		g.add(enclosedBehindTrait.Number(learn.Numbers(e.kind(), e.place(), int(rest&-rest))))
	}
}

// stemFeatures adds what the page says of the word at token i as a whole, and what
// the word would be, were its first letter a proclitic: «وأمازون».
func (d *describer) stemFeatures(g *gathered, i int) {
	w := d.at(i)
	if w.stem == none {
		return
	}
	g.add(repeated.Number(uint64(min(d.count(w.stem), 4))))
	if !w.mayBeJoined {
		return
	}
	fold := d.page.At(i).Fold()
	_, rest := cutProclitic(fold)
	without, known := d.corpus.Word(rest)
	whole, _ := d.corpus.Word(fold)
	g.add(otherRest.Number(learn.Numbers(min(d.count(w.without), 2), learn.Bit(known), learn.Bit(whole != 0))))
	for traits := d.page.Lexicon().Word(rest).Traits; traits != 0; traits &= traits - 1 {
		g.add(otherRestTrait.Number(uint64(firstTrait(traits))))
	}
	if known && without.Total() > whole.Total()+1 {
		for class := corpus.Class(0); class < corpus.ClassCount; class++ {
			g.add(otherRestShare.Number(learn.Numbers(1+int(class), without.Share(class))))
		}
		g.add(otherRestCluster.Number(uint64(without.Cluster(corpus.Clusters256) + 1)))
	}
}

// elsewhere are the places of the article from whose surroundings the word at token
// i is judged too, the first ones of the same word (Chieu, Ng, Named Entity
// Recognition with a Maximum Entropy Approach, 2003).
func (d *describer) elsewhere(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		w := d.at(i)
		for _, stem := range [...]int32{w.stem, w.without} {
			asked := 0
			for _, j := range d.firsts(stem) {
				if int(j) == i || asked == mostElsewhere {
					continue
				}
				if asked++; !yield(int(j)) {
					return
				}
			}
		}
	}
}

// at is the word at a token.
func (d *describer) at(i int) *word { return &d.words[d.page.Kind(i)] }

// elsewhereAt adds what stands around token j, for another place of its word.
func (d *describer) elsewhereAt(g *gathered, j int) {
	b, a := d.page.BlockOf(j), &d.tokens[j]
	g.few(fewElsewhereRules, int(a.rule))
	g.few(fewElsewhereKnown, int(a.known))
	if j > b.From {
		before := d.page.At(j - 1)
		if before.IsWord() {
			g.add(elsewhereBefore.Number(d.at(j - 1).bare))
			g.few(fewElsewhereClusters, d.at(j-1).facts.Cluster(corpus.Clusters256)+1)
			for traits := before.Traits(); traits != 0; traits &= traits - 1 {
				g.few(fewElsewhereTraits, firstTrait(traits))
			}
		} else {
			g.few(fewElsewhereSigns, int(before.Sign()))
		}
	}
	if j+1 < b.To {
		behind := d.page.At(j + 1)
		if behind.IsWord() {
			g.few(fewElsewhereBehind, d.at(j+1).facts.Cluster(corpus.Clusters256)+1)
		} else {
			g.few(fewElsewhereSigns, signCount+int(behind.Sign()))
		}
	}
	if e := a.enclosed; e != 0 {
		g.add(elsewhereEnclosed.Number(learn.Numbers(e.kind(), e.place())))
	}
}
