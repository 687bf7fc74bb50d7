package mention

import (
	"math"
	"testing"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// scenes are texts with what the features are about: names again, brackets, marks,
// signs, words of saying, words that nobody knows.
var scenes = []string{
	"قال وزير الخارجية سامي رزق (52 عاما) لصحيفة «النهر» إن الوفد سيصل. وأضاف رزق أن «الأمر هين»، مؤكدا أنه سيعود.",
	"أعلنت وزارة الصحة في الضفاف -زضظغ- أن لوسيد (Lucid) افتتحت مركزا للأبحاث. ووصف رزق ولوسيد بأنهما \"شريكان\"!",
}

// asked is a scene as the taggers see it.
func asked(text string) (d *describer, found *Found, cues []cue.Cue) {
	s := token.Read(model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}}), lexicon.Default())
	pairs := marks.Find(s)
	p := token.NewPage(s, marks.Depths(s, pairs))
	cues = cue.Find(p, nil)
	found = Find(p, pairs, cues, Models{}, nil)
	return newDescriber(found, pairs), found, cues
}

// TestScoresAreThoseOfFeatures: a tagger that looks weights up once for many words
// gives each token the score of the very features that training sees.
func TestScoresAreThoseOfFeatures(t *testing.T) {
	for name, tagged := range map[string]func(d *describer, found *Found, cues []cue.Cue, m *Tagger) *tagger{
		NamesModel: func(d *describer, _ *Found, _ []cue.Cue, m *Tagger) *tagger { return namesTagger(d, m) },
		DescriptionsModel: func(d *describer, found *Found, cues []cue.Cue, m *Tagger) *tagger {
			return descriptionsTagger(d, found, cues, m)
		},
	} {
		var examples []learn.Sequence
		for _, text := range scenes {
			d, found, cues := asked(text)
			labels := make([]uint8, d.page.Len())
			for i := range labels {
				labels[i] = uint8(i % labelCount) // so that every feature has weights
			}
			examples = append(examples, tagged(d, found, cues, nil).sequences(labels)...)
		}
		o := learn.Defaults
		o.Rarest, o.Least = 1, 0
		data, err := learn.TrainChain(examples, labelCount, func(int, int) bool { return false }, o)
		if err != nil {
			t.Fatal(err)
		}
		m, err := openTagger(string(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range scenes {
			d, found, cues := asked(text)
			checkScores(t, name, tagged(d, found, cues, m))
		}
	}
}

func checkScores(t *testing.T, name string, g *tagger) {
	t.Helper()
	i := 0
	for scores := range g.scores {
		for ; len(scores) > 0; scores = scores[labelCount:] {
			var want [labelCount]float32
			g.model.chain.Weights().Add(want[:], g.all(i)...)
			for k := range want {
				if k > 0 && parts(g.page.At(i).Sign()) {
					want[k] -= parting
				}
				if math.Abs(float64(want[k]-scores[k])) > 1e-3 {
					t.Errorf("%s: label %d of «%s» scores %v, its features %v", name, k, g.page.Written(g.page.At(i)), scores[k], want[k])
				}
			}
			i++
		}
	}
	if i != g.page.Len() {
		t.Errorf("%s: %d tokens of %d have scores", name, i, g.page.Len())
	}
}
