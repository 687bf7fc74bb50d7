package main

import (
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"text/tabwriter"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/score"
	"rawi/model/detect/train"
)

// adaptedRows is the measures that adapting the choices may change.
var adaptedRows = []struct {
	title string
	score.Measure
}{
	{"kind", score.Kind},
	{"speech spans", score.SpeechOverlap},
	{"indirect spans", score.IndirectOverlap},
	{"speaker of speech", score.SpeakerOfSpeech},
	{"speaker of indirect", score.SpeakerOfIndirect},
	{"speaker when sure (>= 0.9)", score.Sure},
}

// gain is what was measured on a group whose outlets the models had not seen, and
// after they were adapted to the other half of its articles.
type gain struct {
	name          string
	before, after score.Scores
}

// adapt measures what a reader's own decisions bring: each half of a group's articles
// is measured by models of the other groups, and by what they become when they are
// adapted to the other half, as `rawi train` does.
func adapt(articles []*gold.Article, learnt []weights, seed uint64) ([]*gain, error) {
	var gains []*gain
	for i, part := range byGroup(articles) {
		if len(part) == 0 {
			continue
		}
		m, err := learnt[i].open()
		if err != nil {
			return nil, err
		}
		g := &gain{name: groups[i].name}
		for _, outlet := range byOutlet(part) {
			const halves = 2
			for half := range halves {
				learnt, tested := halve(outlet, half)
				if err := g.measure(m, learnt, tested, seed); err != nil {
					return nil, err
				}
			}
		}
		if g.before != (score.Scores{}) {
			gains = append(gains, g)
		}
	}
	return gains, nil
}

// byOutlet is the articles of each outlet that has enough of them.
func byOutlet(articles []*gold.Article) (out [][]*gold.Article) {
	const enough = 8
	of := map[string][]*gold.Article{}
	for _, a := range articles {
		of[a.Outlet] = append(of[a.Outlet], a)
	}
	for _, outlet := range slices.Sorted(maps.Keys(of)) {
		if len(of[outlet]) >= enough {
			out = append(out, of[outlet])
		}
	}
	return out
}

// halve takes every second article to learn from, and the others to measure.
func halve(articles []*gold.Article, half int) (learnt, tested []*gold.Article) {
	for i, a := range articles {
		if i%2 == half {
			tested = append(tested, a)
		} else {
			learnt = append(learnt, a)
		}
	}
	return learnt, tested
}

func (g *gain) measure(m *detect.Models, learnt, tested []*gold.Article, seed uint64) error {
	lessons, err := each(runtime.GOMAXPROCS(0), len(learnt), func(i int) (train.Lessons, error) {
		return train.LessonsOf(train.Source{Article: learnt[i]}, m), nil
	})
	if err != nil {
		return err
	}
	adapted, err := train.Adapted(lessons, m, seed)
	if err != nil {
		return err
	}
	for _, x := range []struct {
		models *detect.Models
		sum    *score.Scores
	}{{m, &g.before}, {adapted, &g.after}} {
		s, err := measured(tested, func(a *model.Article) model.Findings { return x.models.Detect(a) })
		if err != nil {
			return err
		}
		x.sum.Add(s)
	}
	return nil
}

// printGains prints, for each group and all, the measures before and after.
func printGains(w io.Writer, gains []*gain) error {
	all := &gain{name: "all"}
	for _, g := range gains {
		all.before.Add(&g.before)
		all.after.Add(&g.after)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, g := range append(gains, all) {
		fmt.Fprint(t, "\t", g.name)
	}
	fmt.Fprintln(t)
	for _, r := range adaptedRows {
		fmt.Fprint(t, r.title)
		for _, g := range append(gains, all) {
			fmt.Fprintf(t, "\t%.3f -> %.3f", g.before.Value(r.Measure), g.after.Value(r.Measure))
		}
		fmt.Fprintln(t)
	}
	fmt.Fprintln(t, "\nModels trained on the other groups -> adapted to the other half of the group's articles.")
	return t.Flush()
}
