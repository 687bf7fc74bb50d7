//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/learn"
	"rawi/model/store"
)

// marksOf is an article in which a plan stands between marks.
func marksOf(t *testing.T, n int) *model.Article {
	t.Helper()
	people := []string{"سامي الدروبي", "ليلى حداد", "نبيل راضي", "هدى سالم"}
	plans := []string{"النهوض الكبير", "الطريق الواسع", "الماء للجميع"}
	a, err := load(file(t, fmt.Sprint(n, ".txt"), fmt.Sprintf("قال المدير %s إن خطة «%s» ستبدأ بعد %d يوما.\n", people[n%len(people)], plans[n%len(plans)], 11+n)))
	must(t, err)
	return a
}

// decidedLibrary holds a dozen articles, decided by a reader: decide says how.
func decidedLibrary(t *testing.T, author string, decide func(r *model.Reading)) (folder string) {
	t.Helper()
	folder = t.TempDir()
	library, err := store.Open(folder)
	must(t, err)
	defer library.Close()
	for n := range 12 {
		a := marksOf(t, n)
		must(t, library.Keep(a, 0))
		r := model.NewReading(a, detect.Detect(a), nil, author)
		decide(r)
		must(t, library.Append(r.Log().All()...))
	}
	return folder
}

// markedKinds decides what all marks hold.
func markedKinds(kind model.QuoteKind) func(r *model.Reading) {
	return func(r *model.Reading) {
		for i, q := range r.Quotes() {
			if q.Marked {
				r.SetKind(i, kind)
			}
		}
	}
}

// TestTrain: weights are made of a reader's decisions where that is better, say so, and
// are used when they are named, by flag or by configuration, and not else.
func TestTrain(t *testing.T) {
	folder := decidedLibrary(t, "نور", markedKinds(model.Other))
	rawi := spiteful{data: folder, dir: t.TempDir()}
	said, stderr := rawi.run(t, nil, "train", "--from-library", "--author", "نور")
	weights := filepath.Join(folder, "weights.bin")
	for _, want := range []string{"12 decisions on quotations in 12 articles", "what stands between marks", weights} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %q, %q", want, said, stderr)
		}
	}
	first := readFile(t, weights)
	rawi.run(t, nil, "train", "--from-library", "--author", "نور")
	if readFile(t, weights) != first {
		t.Error("the same library gives other weights")
	}
	article := file(t, "new.txt", marksOf(t, 30).Text)
	configured := file(t, "config.toml", `weights = "library"`)
	for _, test := range []struct {
		args  []string
		env   []string
		other bool
	}{
		{[]string{"extract", article}, nil, false},
		{[]string{"extract", "--weights", "library", article}, nil, true},
		{[]string{"extract", "--weights", weights, article}, nil, true},
		{[]string{"extract", article}, []string{"RAWI_CONFIG=" + configured}, true},
		{[]string{"extract", "--weights", "built-in", article}, []string{"RAWI_CONFIG=" + configured}, false},
	} {
		out, stderr := rawi.run(t, test.env, test.args...)
		if is := strings.Contains(out, `"kind":"other"`) || strings.Contains(out, `"kind": "other"`); is != test.other {
			t.Errorf("%q, %q: as the library has it: %v; %s%s", test.args, test.env, is, out, stderr)
		}
	}
	plain, _ := rawi.run(t, nil, "--plain", article)
	adapted, _ := rawi.run(t, nil, "--plain", "--weights", "library", article)
	if plain == adapted {
		t.Error("the reader shows the same with the weights of the library")
	}
}

// TestTrainNoBetter: where what is built in guesses as well, no weights are written.
func TestTrainNoBetter(t *testing.T) {
	folder := decidedLibrary(t, "نور", func(r *model.Reading) { r.AcceptAll(0, 0) })
	said, stderr := spiteful{data: folder, dir: t.TempDir()}.run(t, nil, "train", "--from-library", "--author", "نور")
	if _, err := os.Stat(filepath.Join(folder, "weights.bin")); err == nil || !strings.Contains(said, "no better than what is built in") {
		t.Errorf("%q, %q: %v", said, stderr, err)
	}
}

// TestNoWeights: what cannot be learnt or opened is said in one sentence, in both
// languages.
func TestNoWeights(t *testing.T) {
	folder := decidedLibrary(t, "نور", markedKinds(model.Other))
	other, err := learn.EncodeFile(map[string][]byte{"base": []byte("00000000")})
	must(t, err)
	strange, broken := file(t, "other.bin", string(other)), file(t, "broken.bin", "no weights")
	for _, test := range []struct {
		says string // in English
		args []string
	}{
		{"say what to learn from: rawi train --from-library", []string{"train"}},
		{"the library holds no decisions of Zaid on quotations to learn from: decide some first, or name their author with --author", []string{"train", "--from-library", "--author", "Zaid"}},
		{"nothing has been learnt of the library yet: run rawi train --from-library, or leave out the weights", []string{"extract", "--weights", "library", marketFile}},
		{"the weights " + strange + " were made for another version of rawi: run rawi train --from-library again", []string{"--plain", "--weights", strange, marketFile}},
		{broken + " holds no weights that this rawi can read: check the name, or make them again with rawi train --from-library", []string{"export", "--format", "json", "--weights", broken}},
		{"none.bin does not exist: check the name", []string{"extract", "--weights", "none.bin", marketFile}},
	} {
		for _, language := range []string{"en", "ar"} {
			stdout, stderr := spiteful{data: folder}.run(t, nil, append([]string{"--lang", language}, test.args...)...)
			if stdout != "" || strings.Count(stderr, "\n") != 1 || language == "en" && stderr != "rawi: "+test.says+"\n" || language == "ar" && stderr == "rawi: "+test.says+"\n" {
				t.Errorf("%q in %s: %q, printed %q; want %q", test.args, language, stderr, stdout, test.says)
			}
		}
	}
}
