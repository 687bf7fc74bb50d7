package lexicon_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"rawi/model"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/lexicon/wordlist"
	"rawi/model/detect/table"
)

func compiled(t testing.TB) lexicon.Lists {
	t.Helper()
	lists, err := wordlist.Compile(nil)
	if err != nil {
		t.Fatal(err)
	}
	return lists
}

// TestDefaultHasAll: the embedded tables say what the word lists say, neither
// less nor more.
func TestDefaultHasAll(t *testing.T) {
	lists, l := compiled(t), lexicon.Default()
	for word, want := range lists.Words {
		if got := l.Word(word); got != want {
			t.Errorf("%q is %+v, want %+v", word, got, want)
		}
		if l.Word(word + "؟").Known() {
			t.Errorf("%q؟ is known", word)
		}
	}
	for first, want := range lists.Phrases {
		if got := slices.Collect(l.Phrases(first)); !slices.Equal(got, want) {
			t.Errorf("with %q begin %v, want %v", first, got, want)
		}
	}
	for capital, want := range lists.Capitals {
		if got, ok := l.State(capital); !ok || got != want || !l.HasCapital(want) {
			t.Errorf("%q is the capital of %q, want %q", capital, got, want)
		}
	}
	if l.HasCapital("اريحا") || slices.Collect(l.Phrases("لا")) != nil {
		t.Error("there is more than the lists have")
	}
}

// TestTablesAreFresh: tables.bin is what go generate makes today.
func TestTablesAreFresh(t *testing.T) {
	want, err := compiled(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("tables.bin")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("tables.bin is older than the word lists: run go generate ./model/detect/lexicon")
	}
}

// TestWords asks for words whose reading a reader of Arabic knows.
func TestWords(t *testing.T) {
	l := lexicon.Default()
	if e := l.Word("قالت"); !e.Has(lexicon.Verb) || e.Form.Mood != lexicon.Perfect || e.Form.Agrees != lexicon.Feminine {
		t.Errorf("قالت is %+v", e)
	}
	if e := l.Word("يعبر"); e.Needs != "عن" || !e.IsImperfect() {
		t.Errorf("يعبر is %+v", e)
	}
	if !l.Demonym("فرنسيه") || !l.Demonym("افغاني") || l.Demonym("كتابي") {
		t.Error("فرنسية and أفغاني come from places, كتابي does not")
	}
	for p := range l.Phrases("الامم") {
		if p.Words == "الامم المتحده" && (p.Kind != model.Organisation || p.Count != 2) {
			t.Errorf("%+v", p)
		}
	}
	if !l.Knows("الوزير") || !l.Knows("قال") || l.Knows("زززز") {
		t.Error("الوزير and قال are known, زززز is not")
	}
}

func TestOpenMalformed(t *testing.T) {
	empty, err := table.Make(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "x", string(empty)} {
		if _, err := lexicon.Open(bad); !errors.Is(err, table.ErrMalformed) {
			t.Errorf("%q opens: %v", bad, err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	data, err := compiled(b).Encode()
	if err != nil {
		b.Fatal(err)
	}
	all := string(data)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lexicon.Open(all); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	var words []string
	for w := range compiled(b).Words {
		words = append(words, w, w+"ي") // known, mostly unknown
	}
	slices.Sort(words)
	l := lexicon.Default()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		l.Word(words[i*7919%len(words)])
	}
}
