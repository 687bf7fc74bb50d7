package mention

import (
	"iter"
	"slices"
	"sync"

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
type Models struct{ Names, Descriptions *Tagger }

// Tagger is what was learned of labelling words.
type Tagger struct {
	chain *learn.Chain
	rows  *rows
	rooms sync.Pool // of *room, for one page after another
}

// room is memory that tagging a page takes.
type room struct {
	words    cache[[span]learn.Sums] // of a way of writing, by place
	around   cache[learn.Sums]       // of a token, for other places of its word
	gathered gathered
	labeller learn.Labeller
	scores   []float32
}

// OpenModels finds the taggers in a file; those that it lacks are nil.
func OpenModels(f learn.File) (m Models, err error) {
	err = learn.OpenModels(f, openTagger, map[string]**Tagger{NamesModel: &m.Names, DescriptionsModel: &m.Descriptions})
	return m, err
}

func openTagger(data string) (*Tagger, error) {
	c, err := learn.OpenChain(data)
	if err != nil {
		return nil, err
	}
	if c.Labels() != labelCount {
		return nil, learn.ErrMalformed
	}
	t := &Tagger{chain: c, rows: rowsOf(c.Weights())}
	t.rooms.New = func() any {
		return &room{gathered: gathered{rows: t.rows, weights: c.Weights()}, labeller: learn.Labeller{Chain: c}}
	}
	return t, nil
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
func stretches(labels []uint8) iter.Seq[Stretch] {
	return func(yield func(Stretch) bool) {
		for i := 0; i < len(labels); {
			if labels[i] == 0 {
				i++
				continue
			}
			s := Stretch{i, i + 1, classOf(labels[i])}
			for s.To < len(labels) && labels[s.To] == labelOf(s.Class, false) {
				s.To++
			}
			if !yield(s) {
				return
			}
			i = s.To
		}
	}
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
	*room
	model *Tagger
	own   func(g *gathered, i int, b token.Block) // what is known of a token by where it stands
}

func newTagger(d *describer, model *Tagger, own func(g *gathered, i int, b token.Block)) *tagger {
	return &tagger{describer: d, model: model, own: own}
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
	for scores := range g.scores {
		t.labels = append(t.labels, g.labeller.Best(scores)...)
		for share := g.labeller.Shares(scores); len(share) > 0; share = share[labelCount:] {
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
	for scores := range g.scores {
		labels = append(labels, g.labeller.Best(scores)...)
	}
	return labels
}

// scores yields those of all tokens, piece by piece in the same room.
func (g *tagger) scores(yield func([]float32) bool) {
	g.room = g.model.rooms.Get().(*room)
	defer g.model.rooms.Put(g.room)
	g.words.reset(g.page.Kinds())
	g.around.reset(g.page.Len())
	for _, b := range pieces(g.page) {
		length := (b.To - b.From) * labelCount
		g.room.scores = slices.Grow(g.room.scores[:0], length)[:length]
		clear(g.room.scores)
		whole := g.page.BlockOf(b.From)
		for i := b.From; i < b.To; i++ {
			g.score(g.room.scores[(i-b.From)*labelCount:][:labelCount], i, whole)
		}
		if !yield(g.room.scores) {
			return
		}
	}
}

// parting is what a label of a mention costs on a sign that no name holds.
const parting = 30

func parts(s token.Sign) bool {
	return s == token.Opening || s == token.Comma || s == token.Colon
}

// score adds what speaks for each label of token i in block b.
func (g *tagger) score(scores []float32, i int, b token.Block) {
	w := g.model.chain.Weights()
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			w.AddTo(scores, g.word(j)[away+reach])
		}
	}
	for j := range g.elsewhere(i) {
		w.AddTo(scores, *g.aroundOf(j))
	}
	g.own(&g.gathered, i, b)
	w.AddTo(scores, g.gathered.take())
	if parts(g.page.At(i).Sign()) {
		for k := 1; k < labelCount; k++ {
			scores[k] -= parting
		}
	}
}

// word is the sums of the way in which token i is written, at each place.
func (g *tagger) word(i int) *[span]learn.Sums {
	s, known := g.words.at(int32(g.page.Kind(i)))
	if !known {
		g.wordFeatures(&g.gathered, i)
		g.stemFeatures(&g.gathered, i)
		*s = g.gathered.takeAll()
	}
	return s
}

// aroundOf is the sums that what stands around token j gives to other places of its
// word.
func (g *tagger) aroundOf(j int) *learn.Sums {
	s, known := g.around.at(int32(j))
	if !known {
		g.elsewhereAt(&g.gathered, j)
		*s = g.gathered.take()
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
	var fs gathered
	b := g.page.BlockOf(i)
	for away := -reach; away <= reach; away++ {
		if j := i + away; j >= b.From && j < b.To {
			fs.away = away
			g.wordFeatures(&fs, j)
		}
	}
	g.stemFeatures(&fs, i)
	for j := range g.elsewhere(i) {
		g.elsewhereAt(&fs, j)
	}
	g.own(&fs, i, b)
	return fs.features
}

// namesTagger is the tagger of names.
func namesTagger(d *describer, model *Tagger) *tagger { return newTagger(d, model, d.features) }

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
	o.Rarest, o.Least = rarest(examples), 0.04
	return learn.TrainChain(examples, labelCount, forbidden, o)
}

// rarest is how often a feature must occur to be used: of rarer ones the file would be twice
// as large. In more text more features occur as often, so it grows with the text, and the
// file does not.
func rarest(examples []learn.Sequence) int {
	const least, each = 6, 20_000 // tokens
	tokens := 0
	for _, e := range examples {
		tokens += len(e.Steps)
	}
	return max(least, tokens/each)
}
