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
	page   *token.Page
	corpus *corpus.Corpus
	tokens []around
	key    []byte // room for the key of a name
	*vocabulary
}

// around is what is known of a token by where it stands.
type around struct {
	rule     uint8 // label of the name that the rules find there
	role     uint8 // of the description
	known    uint8 // of the known name
	listed   uint8 // of the name counted in other articles, and whether it has more words
	enclosed enclosure
}

// enclosure is a short stretch between marks or brackets.
type enclosure struct {
	kind   uint8 // 0 for none
	place  uint8 // first, second or later, last word of it
	length uint8
	behind int32 // the mark that opens it
}

const (
	inMarks uint8 = 1 + iota
	inBrackets
)

func newDescriber(rules *Found, pairs []marks.Pair) *describer {
	p := rules.page
	facts := corpus.Default()
	d := &describer{page: p, corpus: facts, tokens: make([]around, p.Len()), vocabulary: readWords(p, facts)}
	for _, m := range rules.mentions {
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

func (d *describer) enclose(kind uint8, open, end int) {
	const longest = 7
	n := end - open - 1
	if n < 1 || n > longest {
		return
	}
	for i := open + 1; i < end; i++ {
		e := enclosure{kind: kind, place: uint8(min(i-open, 2)), length: uint8(min(n, 4)), behind: int32(open)}
		if i == end-1 {
			e.place += 2
		}
		d.tokens[i].enclosed = e
	}
}

// features appends what is known of token i by where it stands, but for what stands
// around the same word elsewhere; what its word and those around it say by themselves
// is [describer.wordFeatures].
func (d *describer) features(fs []learn.Feature, i int) []learn.Feature {
	b := d.page.BlockOf(i)
	t := d.page.At(i)
	fs = append(fs, placed.Number(learn.Numbers(min(i-b.From, 3), int(b.Kind))))
	for away := -1; away <= 1; away++ {
		if j := i + away; j >= b.From && j < b.To {
			a := d.tokens[j]
			fs = append(fs, at(knownIs, away).Number(uint64(a.known)), at(listedIs, away).Number(uint64(a.listed)))
		}
	}
	fs = d.ruleFeatures(fs, i, b)
	fs = d.enclosedFeatures(fs, i, b)
	if !t.IsWord() {
		if s := t.Sign(); s == token.Mark || s == token.OtherSign {
			fs = append(fs, at(signIs, 0).Text(d.page.Written(t)))
		}
		return fs
	}
	if i > b.From && d.page.At(i-1).IsWord() {
		fs = append(fs, pairBefore.Pair(d.at(i-1).fold, d.at(i).fold))
	}
	if i+1 < b.To && d.page.At(i+1).IsWord() {
		fs = append(fs, pairBehind.Pair(d.at(i).fold, d.at(i+1).fold))
	}
	return fs
}

// ruleFeatures appends what the rules say.
func (d *describer) ruleFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			fs = append(fs, at(ruleIs, away).Number(learn.Numbers(int(d.tokens[j].rule), int(d.tokens[j].role))))
		}
	}
	now := int(d.tokens[i].rule)
	if i > b.From {
		fs = append(fs, rulePair.Number(learn.Numbers(0, int(d.tokens[i-1].rule), now)))
	}
	if i+1 < b.To {
		fs = append(fs, rulePair.Number(learn.Numbers(1, int(d.tokens[i+1].rule), now)))
	}
	return fs
}

// enclosedFeatures appends how the token stands between marks or brackets, and
// what stands before them.
func (d *describer) enclosedFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	e := d.tokens[i].enclosed
	fs = append(fs, enclosedAs.Number(learn.Numbers(int(e.kind), int(e.place), int(e.length))))
	if e.kind == 0 || int(e.behind) <= b.From {
		return fs
	}
	before := d.page.At(int(e.behind) - 1)
	fs = append(fs, enclosedBehind.Number(d.at(int(e.behind)-1).bare))
	for rest := before.Traits(); rest != 0; rest &= rest - 1 {
		fs = append(fs, enclosedBehindTrait.Number(learn.Numbers(int(e.kind), int(e.place), int(rest&-rest))))
	}
	return fs
}

// stemFeatures appends what the page says of the word at token i as a whole, and
// what the word would be, were its first letter a proclitic: «وأمازون».
func (d *describer) stemFeatures(fs []learn.Feature, i int) []learn.Feature {
	w := d.at(i)
	if w.stem == none {
		return fs
	}
	fs = append(fs, repeated.Number(uint64(min(d.count(w.stem), 4))))
	if !w.mayBeJoined {
		return fs
	}
	fold := d.page.At(i).Fold()
	_, rest := cutProclitic(fold)
	without, known := d.corpus.Word(rest)
	whole, _ := d.corpus.Word(fold)
	fs = append(fs, otherRest.Number(learn.Numbers(min(d.count(w.without), 2), learn.Bit(known), learn.Bit(whole != 0))))
	fs = appendTraits(fs, otherRestTrait, d.page.Lexicon().Word(rest).Traits)
	if known && without.Total() > whole.Total()+1 {
		fs = appendShares(fs, otherRestShare, without)
		fs = append(fs, otherRestCluster.Number(uint64(without.Cluster(corpus.Clusters256)+1)))
	}
	return fs
}

// elsewhere are the places of the article from whose surroundings the word at token
// i is judged too, the first ones of the same word (Chieu, Ng, Named Entity
// Recognition with a Maximum Entropy Approach, 2003).
func (d *describer) elsewhere(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		const most = 4
		w := d.at(i)
		for _, stem := range [...]int32{w.stem, w.without} {
			asked := 0
			for j := d.first(stem); j != none && asked < most; j = d.next[j] {
				if int(j) == i {
					continue
				}
				if asked++; !yield(int(j)) {
					return
				}
			}
		}
	}
}

// elsewhereAt appends what stands around token j, for another place of its word.
func (d *describer) elsewhereAt(fs []learn.Feature, j int) []learn.Feature {
	b, a := d.page.BlockOf(j), d.tokens[j]
	fs = append(fs, elsewhereRule.Number(uint64(a.rule)), elsewhereKnown.Number(uint64(a.known)))
	if j > b.From {
		before := d.page.At(j - 1)
		if before.IsWord() {
			fs = append(fs, elsewhereBefore.Number(d.at(j-1).bare), elsewhereCluster.Number(uint64(d.at(j-1).facts.Cluster(corpus.Clusters256)+1)))
			fs = appendTraits(fs, elsewhereTrait, before.Traits())
		} else {
			fs = append(fs, elsewhereSign.Number(learn.Numbers(0, int(before.Sign()))))
		}
	}
	if j+1 < b.To {
		behind := d.page.At(j + 1)
		if behind.IsWord() {
			fs = append(fs, elsewhereBehind.Number(uint64(d.at(j+1).facts.Cluster(corpus.Clusters256)+1)))
		} else {
			fs = append(fs, elsewhereSign.Number(learn.Numbers(1, int(behind.Sign()))))
		}
	}
	if a.enclosed.kind != 0 {
		fs = append(fs, elsewhereEnclosed.Number(learn.Numbers(int(a.enclosed.kind), int(a.enclosed.place))))
	}
	return fs
}
