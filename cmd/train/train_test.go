package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rawi/model"
	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
	"rawi/model/detect/score"
	"rawi/model/detect/speech"
)

// invented is articles without text to speak of, so many of each outlet.
func invented(n int, outlets ...string) (articles []*gold.Article) {
	for _, outlet := range outlets {
		for i := range n {
			id := fmt.Sprint(outlet, i)
			articles = append(articles, &gold.Article{Article: model.NewArticle(id, nil), ID: id, Outlet: outlet,
				Quotes: []gold.Quote{{Quote: model.Quote{Span: model.Span{End: len(id)}, Marked: true}}}})
		}
	}
	return articles
}

// memory is a model that knows by heart what it was trained on, and what the
// models before it were that it saw.
func memory(name string) trainer {
	return trainer{name, func(examples []example, seed uint64) ([]byte, error) {
		var b strings.Builder
		fmt.Fprintf(&b, "seed %d\n", seed)
		for _, e := range examples {
			fmt.Fprintln(&b, "saw", e.ID)
			for up, data := range e.upstream {
				if bytes.Contains(data, []byte("saw "+e.ID+"\n")) {
					return nil, fmt.Errorf("%s learns from %s, which has seen %s", name, up, e.ID)
				}
			}
		}
		return []byte(b.String()), nil
	}}
}

// TestTrain: each model sees all articles, and with each only models that have
// not seen it; equal seeds give equal weights.
func TestTrain(t *testing.T) {
	var steps atomic.Int64
	counted := memory("third")
	counted.train = func(examples []example, seed uint64) ([]byte, error) {
		steps.Add(1)
		for _, e := range examples {
			if len(e.upstream) != 2 {
				return nil, fmt.Errorf("%s has %d models before it", e.ID, len(e.upstream))
			}
		}
		return memory("third").train(examples, seed)
	}
	r := recipe{trainers: []trainer{memory("first"), memory("second"), counted}}
	articles := invented(20, "a", "b")
	one, err := r.train(articles, 7)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := r.train(articles, 7)
	for name, data := range one {
		if n := bytes.Count(data, []byte("saw ")); n != len(articles) {
			t.Errorf("%s has seen %d of %d articles", name, n, len(articles))
		}
		if !bytes.Equal(data, two[name]) || !bytes.HasPrefix(data, []byte("seed 7\n")) {
			t.Errorf("%s has other weights the second time, or another seed", name)
		}
	}
	if len(one) != 3 || steps.Load() != 2 {
		t.Errorf("%d models; the last trainer was asked %d times in two runs: nobody needs its models of parts", len(one), steps.Load())
	}
	broken := trainer{"broken", func([]example, uint64) ([]byte, error) { return nil, errors.New("no reason") }}
	if _, err := (recipe{trainers: []trainer{broken}}).train(articles, 1); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("a trainer that fails: %v", err)
	}
}

// TestFolds: no group is measured by what was learnt of an outlet of it.
func TestFolds(t *testing.T) {
	var articles []*gold.Article
	for _, g := range groups {
		articles = append(articles, invented(3, g.outlets...)...)
	}
	r := recipe{trainers: []trainer{memory("only")}}
	r.finder = func(w weights) (finder, error) {
		return func(a *model.Article) model.Findings {
			outlet := strings.TrimRight(a.Text, "0123456789")
			if w != nil && !strings.Contains(string(w["only"]), "saw "+outlet) { // finds what models have not seen
				return model.Findings{Quotes: []model.Quote{{Span: model.Span{End: len(a.Text)}, Marked: true}}}
			}
			return model.Findings{}
		}, nil
	}
	learnt, err := r.learn(articles, 1)
	if err != nil {
		t.Fatal(err)
	}
	columns, err := r.folds(articles, learnt)
	if err != nil || len(columns) != len(groups)+1 {
		t.Fatalf("%d columns, %v", len(columns), err)
	}
	n := 0
	for _, c := range columns {
		if got := c.models.Value(score.SpeechExact); got != 1 {
			t.Errorf("%s: %v of the articles have outlets that no model has seen", c.name, got)
		}
		if got := c.rules.Value(score.SpeechExact); got != 0 {
			t.Errorf("%s: rules alone find %v", c.name, got)
		}
		n += c.articles
	}
	if n != 2*len(articles) || columns[len(columns)-1].articles != len(articles) {
		t.Errorf("%d articles in the columns, want each in its group and in all", n)
	}
	var out bytes.Buffer
	if err := printTable(&out, columns); err != nil || !strings.Contains(out.String(), "1.000 (0.000)") {
		t.Errorf("%v\n%s", err, &out)
	}
}

// TestSure: how sure guesses are is learnt from what models guess that have not seen
// the group, and measured on a group by what was learnt without it.
func TestSure(t *testing.T) {
	for _, one := range []bool{false, true} {
		var articles []*gold.Article
		for _, g := range groups {
			articles = append(articles, invented(8, g.outlets[0])...)
			if one {
				break
			}
		}
		var judged atomic.Int64
		r := recipe{trainers: []trainer{memory("only")}, sure: &sureTrainer{name: "sure"}}
		r.sure.judge = func(some []*gold.Article, w weights) ([]speech.Judgement, error) {
			for _, a := range some {
				if seen := strings.Contains(string(w["only"]), "saw "+a.Outlet); seen && !one || strings.Contains(string(w["only"]), "saw "+a.ID+"\n") {
					t.Errorf("%s is judged by models that have seen it, or its outlet", a.ID)
				}
			}
			judged.Add(int64(len(some)))
			return make([]speech.Judgement, len(some)), nil
		}
		r.sure.train = func(parts [][]speech.Judgement, seed uint64) ([]byte, error) {
			n := 0
			for _, p := range parts {
				n += len(p)
			}
			return []byte(fmt.Sprint(n)), nil
		}
		w, err := r.train(articles, 1)
		if err != nil || judged.Load() != int64(len(articles)) || string(w["sure"]) != fmt.Sprint(len(articles)) {
			t.Errorf("%d of %d articles judged, %s learnt from: %v", judged.Load(), len(articles), w["sure"], err)
		}
	}
}

// TestGain: what is measured after adapting was not learnt from, and each article of
// an outlet with enough is measured once.
func TestGain(t *testing.T) {
	articles := invented(9, "a", "b")
	articles = append(articles, invented(3, "c")...)
	measured := map[string]int{}
	for _, outlet := range byOutlet(articles) {
		for half := range 2 {
			learnt, tested := halve(outlet, half)
			for _, a := range tested {
				measured[a.ID]++
				if slices.Contains(learnt, a) {
					t.Errorf("%s is learnt from and measured", a.ID)
				}
			}
			if len(learnt) < len(outlet)/2 {
				t.Errorf("%d of %d articles are learnt from", len(learnt), len(outlet))
			}
		}
	}
	if len(measured) != 18 || measured["a0"] != 1 || measured["c0"] != 0 {
		t.Errorf("measured: %v", measured)
	}
}

// TestGroups: an outlet is in one group, whatever articles there are.
func TestGroups(t *testing.T) {
	seen := map[string]bool{}
	for i, g := range groups {
		for _, outlet := range g.outlets {
			if seen[outlet] {
				t.Errorf("%s is in two groups", outlet)
			}
			seen[outlet] = true
			if groupOf(outlet) != i {
				t.Errorf("%s is in group %d, not %d", outlet, groupOf(outlet), i)
			}
		}
	}
	if g := groupOf("another"); !slices.Contains(unlisted, g) || g != groupOf("another") {
		t.Errorf("another outlet is in group %d", g)
	}
}

// TestGuard: a measure that falls by more than the slack is said, one that falls
// by less is not.
func TestGuard(t *testing.T) {
	// kinds is a column in which so many of a thousand kinds are right.
	kinds := func(right int) []column {
		s := new(score.Scores)
		for i, a := range invented(1000, "a") {
			q := a.Quotes[0].Quote
			if i >= right {
				q.Kind = model.Scare
			}
			s.Add(score.Article(a, model.Findings{Quotes: []model.Quote{q}}))
		}
		return []column{{name: "all", articles: 1000, rules: s}}
	}
	file := filepath.Join(t.TempDir(), "guard.tsv")
	if err := update(file, kinds(900)); err != nil {
		t.Fatal(err)
	}
	for right, fell := range map[int]bool{900: false, 950: false, 891: false, 888: true} {
		if err := guard(file, kinds(right)); (err != nil) != fell || fell && !strings.Contains(err.Error(), "all: kind fell from 0.900 to 0.888") {
			t.Errorf("%d of 1000 right: %v", right, err)
		}
	}
	other := kinds(900)
	other[0].name = "other"
	if err := guard(file, other); err == nil || !strings.Contains(err.Error(), "not measured") || !strings.Contains(err.Error(), "-update") {
		t.Errorf("another group: %v", err)
	}
	if err := os.WriteFile(file, []byte("all kind"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := guard(file, kinds(900)); err == nil || !strings.Contains(err.Error(), ":1:") {
		t.Errorf("a bad line: %v", err)
	}
}

// own is the articles of our own, said to be of outlets of two groups: too few to
// learn much from, enough to go all the way.
func own(t *testing.T) []*gold.Article {
	t.Helper()
	articles, err := gold.Folder(ownDir)
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range articles {
		a.Outlet = groups[i%2].outlets[0]
	}
	return articles
}

const ownDir = "../../model/detect/testdata/gold"

// TestMeasure goes all the way with the trainers of rawi: the table is the same
// the second time, shows that models were trained, and its guard holds it.
func TestMeasure(t *testing.T) {
	articles := own(t)
	o := options{seed: 1, folds: true}
	var one, two bytes.Buffer
	if err := o.leaveOut(&one, ours, articles); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(one.String(), "Models trained on the other groups") {
		t.Errorf("no model was trained:\n%s", &one)
	}
	o.guard, o.update = filepath.Join(t.TempDir(), "guard.tsv"), true
	if err := o.leaveOut(&two, ours, articles); err != nil {
		t.Fatal(err)
	}
	if one.String() != two.String() {
		t.Errorf("the second time the table is another one:\n%s%s", &one, &two)
	}
	o.update = false
	if err := o.leaveOut(&two, ours, articles); err != nil {
		t.Errorf("the guard does not hold what it was made of: %v", err)
	}
}

// TestWrite: the same articles and seed give the same bytes, which hold a model of
// each trainer; what was learned of an article is found in it again.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	var written [2]string
	for i := range written {
		file := filepath.Join(dir, fmt.Sprint(i))
		o := options{gold: []string{ownDir}, out: file, seed: 1}
		if err := o.run(new(bytes.Buffer)); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		written[i] = string(data)
	}
	if written[0] != written[1] {
		t.Error("the second time other bytes are written")
	}
	file, err := learn.OpenFile(written[0])
	if err != nil {
		t.Fatal(err)
	}
	learned := weights{}
	names := []string{ours.sure.name}
	for _, trainer := range ours.trainers {
		names = append(names, trainer.name)
	}
	for _, name := range names {
		if learned[name] = []byte(file.Model(name)); len(learned[name]) == 0 {
			t.Errorf("no model of %s was written", name)
		}
	}
	find, err := ours.finder(learned)
	if err != nil {
		t.Fatal(err)
	}
	with, errWith := measured(own(t), find)
	alone, _ := ours.finder(nil)
	rules, errAlone := measured(own(t), alone)
	if err := errors.Join(errWith, errAlone); err != nil {
		t.Fatal(err)
	}
	if w, r := with.Value(score.MentionTyped), rules.Value(score.MentionTyped); w <= r {
		t.Errorf("mentions in what was learned from: %.3f, by rules alone %.3f", w, r)
	}
}

// TestAnalyses: detection looks at an article once, whoever learns from it, with
// models that were made without it.
func TestAnalyses(t *testing.T) {
	all := examples([][]*gold.Article{own(t)}, []weights{{}})
	for _, e := range all[0] {
		one, errOne := e.analyse()
		two, errTwo := e.analyse()
		if err := errors.Join(errOne, errTwo); err != nil || one == nil || one != two {
			t.Errorf("%s: not the same analysis the second time; %v", e.ID, err)
		}
	}
}

// TestOptions: what cannot be done is said.
func TestOptions(t *testing.T) {
	own := []string{ownDir}
	tests := []struct {
		o    options
		says string
	}{
		{options{}, "-folds"},
		{options{update: true, folds: true}, "-guard"},
		{options{guard: "x", out: "y"}, "-folds"},
		{options{folds: true, gold: []string{t.TempDir()}}, "no annotated articles"},
		{options{folds: true, gold: own, guard: filepath.Join(t.TempDir(), "none")}, "none"},
		{options{corpus: t.TempDir()}, "-o"},
		{options{corpus: t.TempDir(), out: "y"}, "words.tsv.gz"},
	}
	for _, test := range tests {
		if err := test.o.run(new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%+v: %v, want something of %q", test.o, err, test.says)
		}
	}
	if _, err := os.Stat("y"); err == nil {
		t.Error("a file was written")
	}
}

// What is learned beside the measured articles is never of an outlet that they have,
// or may have.
func TestAlsoBeside(t *testing.T) {
	of := func(outlets ...string) (all []*gold.Article) {
		for _, o := range outlets {
			all = append(all, &gold.Article{Outlet: o})
		}
		return all
	}
	r := recipe{also: of("Al Jazeera", "Hespress", "Saudi", "okaz", "aawsat", "BBC Arabic")}
	for _, test := range []struct {
		part []*gold.Article
		want string
	}{
		{of("Al Jazeera"), "Hespress Saudi okaz aawsat BBC Arabic"},
		{of("alwatan"), "Al Jazeera Hespress aawsat BBC Arabic"},
		{of("sabq", "CNN Arabic"), "Al Jazeera Hespress okaz"},
	} {
		var left []string
		for _, a := range r.alsoBeside(test.part) {
			left = append(left, a.Outlet)
		}
		if got := strings.Join(left, " "); got != test.want {
			t.Errorf("beside %s: %s, want %s", test.part[0].Outlet, got, test.want)
		}
	}
}

// The annotations that lie in the repository fit the texts that they speak of.
func TestAlso(t *testing.T) {
	const texts = "../../../shared/text/news.txt.xz"
	if _, err := os.Stat(texts); err != nil {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal(err)
		}
		t.Skip("the texts are not beside this clone:", err)
	}
	articles, err := also("also.tsv", texts)
	if err != nil || len(articles) < 240 {
		t.Fatalf("%d articles, want 240 or more: %v", len(articles), err)
	}
	seen := map[string]bool{}
	for _, a := range articles {
		if text := a.InputDigest(); seen[text] {
			t.Errorf("%s is annotated twice", a.ID)
		} else {
			seen[text] = true
		}
		if len(a.Parties) == 0 || len(a.Quotes) == 0 {
			t.Errorf("%s has %d parties and %d quotations", a.ID, len(a.Parties), len(a.Quotes))
		}
	}
}

// What -standoff prints is read again as -also; an article that is none of the texts
// is refused.
func TestStandoff(t *testing.T) {
	articles := own(t)
	var texts strings.Builder
	for _, a := range slices.Backward(articles) {
		texts.WriteString("\n" + a.InputText() + "\f")
	}
	dir := t.TempDir()
	all, none, printed := filepath.Join(dir, "all.txt"), filepath.Join(dir, "none.txt"), filepath.Join(dir, "also.tsv")
	err := errors.Join(os.WriteFile(all, []byte(texts.String()), 0o666), os.WriteFile(none, []byte("خبر آخر\n"), 0o666))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := (&options{gold: []string{ownDir}, standoff: true, texts: all}).run(&b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(printed, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	again, err := also(printed, all)
	if err != nil || len(again) != len(articles) {
		t.Fatalf("%d articles are read again, want %d: %v", len(again), len(articles), err)
	}
	for i, a := range again {
		same := func(x, y gold.Quote) bool { return x.Span == y.Span && x.Kind == y.Kind && x.Cue == y.Cue }
		if a.InputText() != articles[i].InputText() || !slices.EqualFunc(a.Quotes, articles[i].Quotes, same) {
			t.Errorf("%s is another when read again", a.ID)
		}
	}
	err = (&options{gold: []string{ownDir}, standoff: true, texts: none}).run(new(bytes.Buffer))
	if err == nil || !strings.Contains(err.Error(), articles[0].ID) {
		t.Errorf("articles that are none of the texts: %v", err)
	}
}
