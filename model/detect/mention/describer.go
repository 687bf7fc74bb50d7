package mention

import (
	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// describer says what is known of the tokens of a page, as features.
type describer struct {
	page   *token.Page
	corpus *corpus.Corpus
	tokens []around
	places map[string][]int32 // tokens by their word without proclitics
	rest   []string           // the word without a first letter that may be a proclitic, "" for none
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
	d := &describer{page: p, corpus: corpus.Default(), tokens: make([]around, p.Len()), places: map[string][]int32{}, rest: make([]string, p.Len())}
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
	d.readPlaces()
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
			d.tokens[k].listed = 2*labelOf(kind, k == i) + uint8(number(length > 1))
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

// readPlaces finds where each word stands elsewhere.
func (d *describer) readPlaces() {
	for i := range d.tokens {
		t := d.page.At(i)
		if !t.IsWord() || t.Is(lex.Function) {
			continue
		}
		d.places[t.Rest()] = append(d.places[t.Rest()], int32(i))
		if first, rest := token.CutFirst(t.Fold(), "و", "ف", "ب", "ل", "ك"); first != "" && t.Skip() == 0 && t.Letters() > 3 {
			d.rest[i] = rest
		}
	}
}

// features appends what is known of token i by where it stands; what its word
// and those around it say by themselves is [describer.wordFeatures].
func (d *describer) features(fs []learn.Feature, i int) []learn.Feature {
	b := d.page.BlockOf(i)
	t := d.page.At(i)
	fs = append(fs, placed.Number(numbers(min(i-b.From, 3), int(b.Kind))))
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
		fs = append(fs, pairBefore.Pair(learn.Hash(d.page.At(i-1).Fold()), learn.Hash(t.Fold())))
	}
	if i+1 < b.To && d.page.At(i+1).IsWord() {
		fs = append(fs, pairBehind.Pair(learn.Hash(t.Fold()), learn.Hash(d.page.At(i+1).Fold())))
	}
	if t.Is(lex.Function) {
		return fs
	}
	fs = d.restFeatures(fs, i)
	fs = append(fs, repeated.Number(uint64(min(len(d.places[t.Rest()]), 4))))
	fs = d.elsewhere(fs, i, t.Rest())
	if d.rest[i] != "" {
		fs = d.elsewhere(fs, i, d.rest[i])
	}
	return fs
}

// ruleFeatures appends what the rules say.
func (d *describer) ruleFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			fs = append(fs, at(ruleIs, away).Number(numbers(int(d.tokens[j].rule), int(d.tokens[j].role))))
		}
	}
	now := int(d.tokens[i].rule)
	if i > b.From {
		fs = append(fs, rulePair.Number(numbers(0, int(d.tokens[i-1].rule), now)))
	}
	if i+1 < b.To {
		fs = append(fs, rulePair.Number(numbers(1, int(d.tokens[i+1].rule), now)))
	}
	return fs
}

// enclosedFeatures appends how the token stands between marks or brackets, and
// what stands before them.
func (d *describer) enclosedFeatures(fs []learn.Feature, i int, b token.Block) []learn.Feature {
	e := d.tokens[i].enclosed
	fs = append(fs, enclosedAs.Number(numbers(int(e.kind), int(e.place), int(e.length))))
	if e.kind == 0 || int(e.behind) <= b.From {
		return fs
	}
	before := d.page.At(int(e.behind) - 1)
	fs = append(fs, enclosedBehind.Text(before.Bare()))
	for rest := before.Traits(); rest != 0; rest &= rest - 1 {
		fs = append(fs, enclosedBehindTrait.Number(numbers(int(e.kind), int(e.place), int(rest&-rest))))
	}
	return fs
}

// restFeatures appends what the word would be, were its first letter a proclitic:
// «وأمازون».
func (d *describer) restFeatures(fs []learn.Feature, i int) []learn.Feature {
	rest := d.rest[i]
	if rest == "" {
		return fs
	}
	t := d.page.At(i)
	without, known := d.corpus.Word(rest)
	whole, _ := d.corpus.Word(t.Fold())
	fs = append(fs, otherRest.Number(numbers(min(len(d.places[rest]), 2), number(known), number(whole != 0))))
	fs = appendTraits(fs, otherRestTrait, d.page.Lexicon().Word(rest).Traits)
	if known && without.Total() > whole.Total()+1 {
		fs = appendShares(fs, otherRestShare, without)
		fs = append(fs, otherRestCluster.Number(uint64(without.Cluster(corpus.Clusters256)+1)))
	}
	return fs
}

// elsewhere appends what stands around the same word in other places of the
// article (Chieu, Ng, Named Entity Recognition with a Maximum Entropy Approach,
// 2003).
func (d *describer) elsewhere(fs []learn.Feature, i int, word string) []learn.Feature {
	const most = 4
	asked := 0
	for _, place := range d.places[word] {
		j := int(place)
		if j == i {
			continue
		}
		if asked++; asked > most {
			break
		}
		fs = d.elsewhereAt(fs, j)
	}
	return fs
}

func (d *describer) elsewhereAt(fs []learn.Feature, j int) []learn.Feature {
	b, a := d.page.BlockOf(j), d.tokens[j]
	fs = append(fs, elsewhereRule.Number(uint64(a.rule)), elsewhereKnown.Number(uint64(a.known)))
	if j > b.From {
		before := d.page.At(j - 1)
		if before.IsWord() {
			fs = append(fs, elsewhereBefore.Text(before.Bare()), elsewhereCluster.Number(uint64(d.factsOf(before).Cluster(corpus.Clusters256)+1)))
			fs = appendTraits(fs, elsewhereTrait, before.Traits())
		} else {
			fs = append(fs, elsewhereSign.Number(numbers(0, int(before.Sign()))))
		}
	}
	if j+1 < b.To {
		behind := d.page.At(j + 1)
		if behind.IsWord() {
			fs = append(fs, elsewhereBehind.Number(uint64(d.factsOf(behind).Cluster(corpus.Clusters256)+1)))
		} else {
			fs = append(fs, elsewhereSign.Number(numbers(1, int(behind.Sign()))))
		}
	}
	if a.enclosed.kind != 0 {
		fs = append(fs, elsewhereEnclosed.Number(numbers(int(a.enclosed.kind), int(a.enclosed.place))))
	}
	return fs
}
