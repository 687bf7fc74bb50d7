package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/rule"
	"rawi/model/detect/score"
)

// ablated is the measures that are shown of a row without which all is done again.
var ablated = []struct {
	title string
	score.Measure
}{
	{"kind", score.Kind},
	{"indirect", score.IndirectOverlap},
	{"speech by", score.SpeakerOfSpeech},
	{"indirect by", score.SpeakerOfIndirect},
	{"mentions", score.MentionTyped},
	{"B-cubed", score.BCubed},
}

// tried is an article, read by models that have not seen its outlets.
type tried struct {
	*gold.Article
	models   *detect.Models
	analysis *detect.Analysis // nil without text
	scores   *score.Scores
	fired    map[rule.ID]bool
}

// try reads an article, whose rows are watched.
func (t *tried) try() {
	w := rule.Watch{}
	t.analysis, t.fired = detect.Watch(t.Article.Article, t.models, &w), map[rule.ID]bool{}
	t.scores = t.score(t.analysis)
	for _, f := range w.Fired() {
		t.fired[f.ID] = true
	}
}

func (t *tried) score(x *detect.Analysis) *score.Scores {
	f := model.Findings{}
	if x != nil {
		f = x.Findings()
	}
	return score.Article(t.Article, f)
}

// withoutRows prints what each measure loses when a row is switched off, for all rows whose
// names begin so. The models stay as they are: what is switched off is missing among
// candidates and features. Articles in which a row did not fire are not read again, nor
// what stands before its step.
func withoutRows(w io.Writer, articles []*gold.Article, learnt []weights, prefix string) error {
	all, err := tryAll(articles, learnt)
	if err != nil {
		return err
	}
	ids := slices.DeleteFunc(detect.Rows(), func(id rule.ID) bool { return !strings.HasPrefix(id.String(), prefix) })
	scores, err := each(runtime.GOMAXPROCS(0), len(ids), func(i int) (*score.Scores, error) { return scoreWithout(all, ids[i]), nil })
	if err != nil {
		return err
	}
	whole := scoreWithout(all, rule.ID{})
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(t, "thousandths lost without\tarticles\t")
	for _, m := range ablated {
		fmt.Fprint(t, m.title, "\t")
	}
	for i, id := range ids {
		fmt.Fprintf(t, "\n%s\t%d\t", id, firedIn(all, id))
		for _, m := range ablated {
			fmt.Fprintf(t, "%.1f\t", 1000*(whole.Value(m.Measure)-scores[i].Value(m.Measure)))
		}
	}
	fmt.Fprintln(t)
	return t.Flush()
}

// tryAll reads all articles, each group by models that learnt of the others.
func tryAll(articles []*gold.Article, learnt []weights) ([]tried, error) {
	var all []tried
	for i, part := range byGroup(articles) {
		models, err := learnt[i].open()
		if err != nil {
			return nil, err
		}
		for _, a := range part {
			all = append(all, tried{Article: a, models: models})
		}
	}
	return each(runtime.GOMAXPROCS(0), len(all), func(i int) (tried, error) {
		all[i].try()
		return all[i], nil
	})
}

// scoreWithout is the scores of all articles with a row switched off.
func scoreWithout(all []tried, off rule.ID) *score.Scores {
	sum := new(score.Scores)
	for i := range all {
		if all[i].fired[off] {
			sum.Add(all[i].score(all[i].analysis.Without(off, all[i].models)))
		} else {
			sum.Add(all[i].scores)
		}
	}
	return sum
}

func firedIn(all []tried, id rule.ID) (n int) {
	for i := range all {
		if all[i].fired[id] {
			n++
		}
	}
	return n
}
