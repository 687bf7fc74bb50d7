package corpus_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/corpus"
	"rawi/model/detect/corpus/counts"
	"rawi/model/detect/gold/goldtest"
)

// sources are the counts beside the repository.
func sources(t testing.TB) *counts.Counts {
	t.Helper()
	c, err := counts.Read(goldtest.Shared(t, "lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestDefaultIsWhole: the program opens the embedded file without its checksum.
func TestDefaultIsWhole(t *testing.T) {
	data, err := os.ReadFile("corpus.bin")
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if c.Note() != corpus.Default().Note() || !strings.Contains(c.Note(), "words.tsv.gz") {
		t.Errorf("made of %q", c.Note())
	}
	const most = 1_600_000
	if len(data) > most {
		t.Errorf("%d bytes, at most %d should be embedded", len(data), most)
	}
}

// TestFresh: corpus.bin is what cmd/train makes of the sources today.
func TestFresh(t *testing.T) {
	want, err := sources(t).File(counts.FromWords, counts.FromNames)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("corpus.bin")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("corpus.bin is older than its sources: run go run ./cmd/train -corpus ../shared/lexicon -o model/detect/corpus/corpus.bin")
	}
}

// TestSources holds every word and name to the counts themselves.
func TestSources(t *testing.T) {
	n, c := sources(t), corpus.Default()
	for word, want := range n.Words {
		got, ok := c.Word(word)
		if ok != (want.Total >= counts.FromWords) {
			t.Fatalf("%q, %d times, is known: %v", word, want.Total, ok)
		}
		if ok {
			checkWord(t, word, got, want)
		}
	}
	for name, want := range n.Names {
		got, ok := c.Name(name)
		if ok != (want[0]+want[1]+want[2] >= counts.FromNames) {
			t.Fatalf("%q, %v times, is known: %v", name, want, ok)
		}
		for kind, count := range want {
			if step := got.Count(model.PartyKind(kind)); ok && !between(count, step) {
				t.Errorf("%q is %v %d times, got step %d", name, model.PartyKind(kind), count, step)
			}
		}
	}
}

// between reports whether n is in the step of powers of two.
func between(n, step int) bool {
	if step == 0 {
		return n == 0
	}
	return n >= 1<<(step-1) && n < 1<<step
}

func checkWord(t *testing.T, word string, got corpus.Facts, want corpus.Counts) {
	t.Helper()
	if !between(want.Total, got.Total()) {
		t.Errorf("%q occurs %d times, got step %d", word, want.Total, got.Total())
	}
	for class, marked := range want.Marked {
		step, part := got.Share(corpus.Class(class)), float64(marked)/float64(want.Total)
		over := step+1 < len(corpus.Shares) && part >= corpus.Shares[step+1]
		if (step == 0) != (marked == 0) || step > 0 && (part < corpus.Shares[step] || over) {
			t.Errorf("%q: of class %d is %v, got step %d", word, class, part, step)
		}
	}
	for level, cluster := range want.Clusters {
		if !want.Grouped {
			cluster = -1
		}
		if g := got.Cluster(corpus.Level(level)); g != cluster {
			t.Errorf("%q is in cluster %d, got %d", word, cluster, g)
		}
	}
}

// TestSpellings: words that fold alike were counted together.
func TestSpellings(t *testing.T) {
	n := sources(t)
	for _, spellings := range [][2]string{{"إيران", "ايران"}, {"وزارة", "وزاره"}} {
		if arabic.Fold(spellings[0]) != spellings[1] {
			t.Fatalf("%q folds to %q", spellings[0], arabic.Fold(spellings[0]))
		}
		if _, ok := n.Words[spellings[0]]; ok {
			t.Errorf("%q stands beside its folded form", spellings[0])
		}
		if n.Words[spellings[1]].Total == 0 {
			t.Errorf("%q was not counted", spellings[1])
		}
	}
}

// TestKnown asks what every reader of news knows.
func TestKnown(t *testing.T) {
	c := corpus.Default()
	if n, _ := c.Name("الولايات المتحده"); n.Count(model.Place) < 10 {
		t.Errorf("the United States are a place %d", n.Count(model.Place))
	}
	if n, ok := c.Name(arabic.Key("الشرق الأوسط")); !ok {
		t.Errorf("the Middle East is %v", n)
	} else if kind, _ := n.Kind(); kind != model.Place {
		t.Errorf("the Middle East is a %v", kind)
	}
	said, _ := c.Word("قال")
	if said.Share(corpus.Cue) < 5 || said.Total() < 14 || said.Cluster(corpus.Clusters1024) < 0 {
		t.Errorf("«قال» is a cue %d, total %d", said.Share(corpus.Cue), said.Total())
	}
	if f, ok := c.Word("زضظغزضظغ"); ok || f.Total() != 0 || f.Cluster(corpus.Clusters64) != -1 {
		t.Errorf("a word that is none is known: %v", f)
	}
}

// TestFalseHits: words that were not counted are not found, as far as a million of
// them can tell.
func TestFalseHits(t *testing.T) {
	c := corpus.Default()
	words, names := c.FalseHits()
	t.Logf("expected: %.1g for a word, %.1g for a name", words, names)
	hits := 0
	for i := range 1_000_000 {
		key := fmt.Sprintf("غير معدود %d", i)
		if _, ok := c.Word(key); ok {
			hits++
		}
		if _, ok := c.Name(key); ok {
			hits++
		}
	}
	if hits > 2 {
		t.Errorf("%d of 2,000,000 are found, which are none", hits)
	}
}

// made is a small file.
func made(t testing.TB) string {
	t.Helper()
	words := map[string]corpus.Facts{"": 1}
	for i := range 100 {
		words[fmt.Sprint("كلمة", i)] = corpus.Counts{Total: i, Grouped: i%2 == 0, Clusters: [3]int{i % 64, i, 10 * i}}.Facts()
	}
	data, err := corpus.Make("a note", words, map[string]corpus.Name{"اسم": corpus.NameOf([3]int{0, 7, 100_000})})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestMake(t *testing.T) {
	one, two := made(t), made(t)
	if one != two {
		t.Error("equal facts give other bytes")
	}
	c, err := corpus.Open(one)
	if err != nil {
		t.Fatal(err)
	}
	f, ok := c.Word("كلمة98")
	if !ok || f.Total() != 7 || f.Cluster(corpus.Clusters64) != 34 || f.Cluster(corpus.Clusters256) != 98 || f.Cluster(corpus.Clusters1024) != 980 {
		t.Errorf("%v, %v", f, ok)
	}
	n, _ := c.Name("اسم")
	if kind, count := n.Kind(); kind != model.Place || count != 15 || n.Count(model.Organisation) != 3 || n.Count(model.RoleOnly) != 0 {
		t.Errorf("a name is %v, %d", kind, count)
	}
	if words, names := c.Len(); words != 101 || names != 1 || c.Note() != "a note" {
		t.Errorf("%d words, %d names, %q", words, names, c.Note())
	}
	if _, ok := (&corpus.Corpus{}).Word("قال"); ok {
		t.Error("an empty corpus knows a word")
	}
}

// TestDamaged: a file in which any byte is changed, or that is cut off, is refused.
func TestDamaged(t *testing.T) {
	whole := []byte(made(t))
	for i := range whole {
		bad := slices.Clone(whole)
		bad[i] ^= 0x10
		if _, err := corpus.Open(string(bad)); !errors.Is(err, corpus.ErrMalformed) {
			t.Fatalf("with byte %d changed it opens: %v", i, err)
		}
		if _, err := corpus.Open(string(whole[:i])); !errors.Is(err, corpus.ErrMalformed) {
			t.Fatalf("cut off after %d bytes it opens: %v", i, err)
		}
	}
}

// FuzzOpen: whatever lies in a file, with a right checksum even, it is refused or
// can be asked for anything.
func FuzzOpen(f *testing.F) {
	const checksum, header = 16, 20
	f.Add(made(f), "كلمة1")
	f.Add(made(f)[:50], "")
	f.Fuzz(func(_ *testing.T, data, key string) {
		ask := func(data string) {
			if c, err := corpus.Open(data); err == nil {
				word, _ := c.Word(key)
				name, _ := c.Name(key)
				_, _, _ = word.Cluster(corpus.Clusters1024), word.Share(corpus.Cue), name.Count(model.Place)
			}
		}
		ask(data)
		if len(data) >= header {
			sealed := []byte(data)
			binary.LittleEndian.PutUint32(sealed[checksum:], crc32.Checksum(sealed[header:], crc32.MakeTable(crc32.Castagnoli)))
			ask(string(sealed))
		}
	})
}

func BenchmarkWord(b *testing.B) {
	var words []string
	c := corpus.Default()
	for _, w := range strings.Fields("قال الرئيس الامريكي باراك اوباما ان الولايات المتحده لن تتردد في استخدام القوه زضظغ ثعلباي") {
		words = append(words, w, "و"+w)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c.Word(words[i%len(words)])
	}
}

// BenchmarkOpen is what a file that is no part of the program takes, with its
// checksum.
func BenchmarkOpen(b *testing.B) {
	data, err := os.ReadFile("corpus.bin")
	if err != nil {
		b.Fatal(err)
	}
	file := string(data)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := corpus.Open(file); err != nil {
			b.Fatal(err)
		}
	}
}
