package counts

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model/detect/corpus"
)

// write writes the three tables.
func write(t *testing.T, words, clusters, names string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for i, content := range []string{words, clusters, names} {
		f, err := os.Create(filepath.Join(dir, tables[i].name))
		if err != nil {
			t.Fatal(err)
		}
		z := gzip.NewWriter(f)
		if _, err := z.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	titles   = "word\ttotal\tB-PER\tI-PER\tB-ORG\tI-ORG\tB-GPE\tI-GPE\tB-ROLE\tI-ROLE\tB-APP\tI-APP\tcue\n"
	words    = titles + "إيران\t8\t0\t0\t0\t0\t4\t0\t0\t0\t0\t0\t0\nايران\t2\t0\t0\t0\t0\t1\t0\t0\t0\t0\t0\t1\nنادر\t4\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"
	clusters = "ايران\t10\t63\t255\t1023\nايران\t3\t1\t1\t1\nوحده\t12\t0\t0\t0\n"
	names    = "GPE\tإيران\t2\nORG\tايران\t1\nPER\t\"\t9\nPER\tنادر\t2\n"
)

// TestRead: spellings that fold alike are one; the first cluster counts; a name
// without letters is none.
func TestRead(t *testing.T) {
	c, err := Read(write(t, words, clusters, names))
	if err != nil {
		t.Fatal(err)
	}
	want := corpus.Counts{Total: 10, Clusters: [3]int{63, 255, 1023}, Grouped: true}
	want.Marked[corpus.PlaceFirst], want.Marked[corpus.Cue] = 5, 1
	if got := c.Words["ايران"]; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := c.Words["وحده"]; got.Total != 12 || !got.Grouped {
		t.Errorf("a word that has only clusters: %+v", got)
	}
	if got := c.Names; len(got) != 2 || got["ايران"] != [3]int{0, 1, 2} {
		t.Errorf("the names are %v", got)
	}
	facts, named := c.Facts(5, 3)
	if len(facts) != 2 || len(named) != 1 {
		t.Errorf("%d words and %d names occur often enough", len(facts), len(named))
	}
	f := facts["ايران"]
	if f.Share(corpus.PlaceFirst) != 6 || f.Share(corpus.Cue) != 4 || f.Share(corpus.PersonFirst) != 0 || f.Total() != 4 || f.Cluster(corpus.Clusters1024) != 1023 {
		t.Errorf("of 10 are 5 a place and 1 a cue: %d, %d; total %d", f.Share(corpus.PlaceFirst), f.Share(corpus.Cue), f.Total())
	}
	data, err := c.File(5, 3)
	if err != nil {
		t.Fatal(err)
	}
	if file, err := corpus.Open(string(data)); err != nil || strings.Count(file.Note(), "\n") != 4 {
		t.Errorf("%v", err)
	}
}

// TestBadTables: a line that is none is said with its number.
func TestBadTables(t *testing.T) {
	for _, test := range []struct{ words, clusters, names, says string }{
		{words + "كلمة\t5\n", clusters, names, "words.tsv.gz:5"},
		{strings.Replace(words, "\t8\t", "\tx\t", 1), clusters, names, "words.tsv.gz:2"},
		{words, "كلمة\t5\t1\t1\n", names, "clusters.tsv.gz:1"},
		{words, clusters, "ROLE\tكلمة\t5\n", "names.tsv.gz:1"},
		{words, clusters, "PER\tكلمة\n", "names.tsv.gz:1"},
	} {
		if _, err := Read(write(t, test.words, test.clusters, test.names)); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%v, want something of %s", err, test.says)
		}
	}
	if _, err := Read(t.TempDir()); err == nil {
		t.Error("an empty folder has counts")
	}
}
