package mention

import (
	"iter"
	"slices"

	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// The models of this step, by their names in the file.
const (
	NamesModel        = "names"
	DescriptionsModel = "descriptions"
)

// Models are the taggers. Where Names is nil, the rules decide alone; where
// Descriptions is, they decide about descriptions.
type Models struct{ Names, Descriptions *learn.Chain }

// OpenModels finds the taggers in a file; those that it lacks are nil.
func OpenModels(f learn.File) (m Models, err error) {
	err = learn.OpenModels(f, openTagger, map[string]**learn.Chain{NamesModel: &m.Names, DescriptionsModel: &m.Descriptions})
	return m, err
}

func openTagger(data string) (*learn.Chain, error) {
	c, err := learn.OpenChain(data)
	if err == nil && c.Labels() != labelCount {
		err = learn.ErrMalformed
	}
	return c, err
}

// The labels: 0 for no mention, then for each of three classes its first and its
// later words. Names have the classes of [model.PartyKind], descriptions those of
// [model.MentionForm] less one.
const (
	classCount = 3
	labelCount = 1 + 2*classCount
)

func labelOf(class int, first bool) uint8 { return uint8(2 + 2*class - learn.Bit(first)) }

func classOf(label uint8) int { return int(label-1) / 2 }

func isFirst(label uint8) bool { return label%2 == 1 }

// forbidden pairs of labels: a later word has one of its class before it.
func forbidden(from, to int) bool {
	if to == 0 || isFirst(uint8(to)) {
		return false
	}
	return from == labelCount || from != to && from != to-1
}

// Stretch is the tokens of a mention of some class.
type Stretch struct{ From, To, Class int }

// labels are those of its tokens.
func (s Stretch) labels() iter.Seq2[int, uint8] {
	return func(yield func(int, uint8) bool) {
		for i := s.From; i < s.To && yield(i, labelOf(s.Class, i == s.From)); i++ {
		}
	}
}

// stretches are the mentions that labels mean.
func stretches(labels []uint8) []Stretch {
	var out []Stretch
	for i := 0; i < len(labels); {
		if labels[i] == 0 {
			i++
			continue
		}
		s := Stretch{i, i + 1, classOf(labels[i])}
		for s.To < len(labels) && labels[s.To] == labelOf(s.Class, false) {
			s.To++
		}
		out = append(out, s)
		i = s.To
	}
	return out
}

// labelsOf are the labels of so many tokens that mean the mentions.
func labelsOf(length int, all []Stretch) []uint8 {
	labels := make([]uint8, length)
	for _, s := range all {
		for i, label := range s.labels() {
			labels[i] = label
		}
	}
	return labels
}

// tagger labels the tokens of a page.
type tagger struct {
	*describer
	chain  *learn.Chain
	own    func(fs []learn.Feature, i int) []learn.Feature // features of a token by where it stands
	words  cache[[2*reach + 1]row]                         // of a way of writing, by place
	around cache[row]                                      // of a token, for other places of its word
	room   []learn.Feature
}

// row is a score for each label.
type row [labelCount]float32

func (r *row) add(more *row) {
	for k := range r {
		r[k] += more[k]
	}
}

// tagged is what the tagger of names says of a page.
type tagged struct {
	labels []uint8
	sure   []uint8             // token -> the probability of its label, in percent, rounded down
	firsts [][classCount]uint8 // token -> the probability that a mention of each class begins there, in percent, rounded down
}

// first is the probability that a mention of a class begins at token i, in percent.
func (t tagged) first(i, class int) uint8 { return t.firsts[i][class] }

// surely is how likely a mention of a class is, and of just these tokens, in percent:
// as the least sure of its labels, of the one behind it, and of its beginning.
func (t tagged) surely(from, to, class int) uint8 {
	return min(slices.Min(t.sure[from:min(to+1, len(t.sure))]), t.first(from, class))
}

// tag labels all tokens, with probabilities.
func (g *tagger) tag() tagged {
	n := g.page.Len()
	t := tagged{make([]uint8, 0, n), make([]uint8, 0, n), make([][classCount]uint8, 0, n)}
	x := learn.Labeller{Chain: g.chain}
	for scores := range g.scores {
		t.labels = append(t.labels, x.Best(scores)...)
		for share := x.Shares(scores); len(share) > 0; share = share[labelCount:] {
			var firsts [classCount]uint8
			for class := range firsts {
				firsts[class] = uint8(100 * share[labelOf(class, true)])
			}
			t.sure = append(t.sure, uint8(100*share[t.labels[len(t.sure)]]))
			t.firsts = append(t.firsts, firsts)
		}
	}
	return t
}

// label labels all tokens.
func (g *tagger) label() []uint8 {
	labels := make([]uint8, 0, g.page.Len())
	x := learn.Labeller{Chain: g.chain}
	for scores := range g.scores {
		labels = append(labels, x.Best(scores)...)
	}
	return labels
}

// scores yields those of all tokens, piece by piece in the same room.
func (g *tagger) scores(yield func([]float32) bool) {
	g.words = newCache[[2*reach + 1]row](len(g.vocabulary.words))
	g.around = newCache[row](g.page.Len())
	var scores []float32
	for _, b := range pieces(g.page) {
		scores = scores[:0]
		for i := b.From; i < b.To; i++ {
			r := g.score(i)
			scores = append(scores, r[:]...)
		}
		if !yield(scores) {
			return
		}
	}
}

// parting is what a label of a mention costs on a sign that no name holds.
const parting = 30

func parts(s token.Sign) bool {
	return s == token.Opening || s == token.Comma || s == token.Colon
}

func (g *tagger) score(i int) (r row) {
	b := g.page.BlockOf(i)
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			r.add(&g.word(j)[away+reach])
		}
	}
	for j := range g.elsewhere(i) {
		r.add(g.aroundOf(j))
	}
	g.room = g.own(g.room[:0], i)
	g.chain.Weights().Add(r[:], g.room...)
	if parts(g.page.At(i).Sign()) {
		for k := 1; k < labelCount; k++ {
			r[k] -= parting
		}
	}
	return r
}

// word is the scores of the way in which token i is written, at each place.
func (g *tagger) word(i int) *[2*reach + 1]row {
	s, known := g.words.at(g.of[i])
	if known {
		return s
	}
	for away := -reach; away <= reach; away++ {
		g.room = g.wordFeatures(g.room[:0], i, away)
		if away == 0 {
			g.room = g.stemFeatures(g.room, i)
		}
		g.chain.Weights().Add(s[away+reach][:], g.room...)
	}
	return s
}

// aroundOf is the scores that what stands around token j gives to other places of
// its word.
func (g *tagger) aroundOf(j int) *row {
	s, known := g.around.at(int32(j))
	if !known {
		g.room = g.elsewhereAt(g.room[:0], j)
		g.chain.Weights().Add(s[:], g.room...)
	}
	return s
}

// pieces are what is labelled at one time: blocks, the long ones cut where a
// sentence ends, or anyway.
func pieces(p *token.Page) []token.Block {
	const long, longest = 300, 600
	var out []token.Block
	for _, b := range p.Blocks() {
		from := b.From
		for i := b.From; i < b.To; i++ {
			ends := i+1 == b.To || i-from > long && !p.SameSentence(i, i+1) || i-from > longest
			if ends {
				out = append(out, token.Block{From: from, To: i + 1, Kind: b.Kind})
				from = i + 1
			}
		}
	}
	return out
}

// sequences are a page's pieces as examples to learn from.
func (g *tagger) sequences(labels []uint8) []learn.Sequence {
	var out []learn.Sequence
	for _, b := range pieces(g.page) {
		s := learn.Sequence{Labels: labels[b.From:b.To]}
		for i := b.From; i < b.To; i++ {
			s.Steps = append(s.Steps, g.all(i))
		}
		out = append(out, s)
	}
	return out
}

// all is every feature of a token.
func (g *tagger) all(i int) []learn.Feature {
	var fs []learn.Feature
	b := g.page.BlockOf(i)
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			fs = g.wordFeatures(fs, j, away)
		}
	}
	fs = g.stemFeatures(fs, i)
	for j := range g.elsewhere(i) {
		fs = g.elsewhereAt(fs, j)
	}
	return g.own(fs, i)
}

// namesTagger is the tagger of names.
func namesTagger(d *describer, chain *learn.Chain) *tagger {
	return &tagger{describer: d, chain: chain, own: d.features}
}

// DescriptionSequences are a page as examples for the tagger of descriptions, with
// the mentions as they were found by the models before. The classes of the
// descriptions are forms of mentions less one.
func DescriptionSequences(p *token.Page, pairs []marks.Pair, cues []cue.Cue, names *Found, descriptions []Stretch) []learn.Sequence {
	d := newDescriber(Find(p, pairs, cues, Models{}, nil), pairs)
	return descriptionsTagger(d, names, cues, nil).sequences(labelsOf(p.Len(), descriptions))
}

// NameSequences are a page as examples for the tagger of names. The classes of
// the names are kinds of parties.
func NameSequences(p *token.Page, pairs []marks.Pair, cues []cue.Cue, names []Stretch) []learn.Sequence {
	d := newDescriber(Find(p, pairs, cues, Models{}, nil), pairs)
	return namesTagger(d, nil).sequences(labelsOf(p.Len(), names))
}

// Train learns a tagger; [OpenModels] reads it.
func Train(examples []learn.Sequence, seed uint64) ([]byte, error) {
	o := learn.Defaults
	o.Seed, o.Runs, o.Rounds = seed, 3, 4 // one order of the articles differs from another by .01
	return learn.TrainChain(examples, labelCount, forbidden, o)
}
