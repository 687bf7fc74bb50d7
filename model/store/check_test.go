package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// decided is a library with an article and some decisions on it, counted.
func decided(t *testing.T) (*Library, *model.Article) {
	t.Helper()
	l, _ := library(t)
	text := `قال زيد "نعم" وقال سعيد "لا"`
	a := article(t, l, text)
	r := model.NewReading(a, model.Findings{}, nil, "أنا")
	yes, ok := r.MakeQuote(spanOf(text, "نعم"), model.Speech)
	said, ok2 := r.Assign(0, model.Party{ID: "زيد", Name: "زيد"}), ok
	renamed, ok3 := r.RenameParty("زيد", "أبو عمرو")
	if !ok || !ok2 || !ok3 {
		t.Fatal("no decisions")
	}
	must(t, l.Append(yes, said, renamed))
	_, err := l.People()
	must(t, err)
	return l, a
}

func spanOf(text, words string) model.Span {
	i := strings.Index(text, words)
	return model.Span{Start: i, End: i + len(words)}
}

func wrong(t *testing.T, l *Library) []string {
	t.Helper()
	r, err := l.Check()
	must(t, err)
	return r.Faults
}

func TestCheck(t *testing.T) {
	l, _ := decided(t)
	r, err := l.Check()
	must(t, err)
	if !reflect.DeepEqual(r, Report{Articles: 1, Decisions: 3}) {
		t.Errorf("a sound library: %+v", r)
	}
}

// Whatever was changed behind rawi's back is found; what was derived can be
// made again, the rest cannot.
func TestCheckFindsFaults(t *testing.T) {
	tests := []struct {
		name, change string
		repairs      bool
	}{
		{"a text", "UPDATE article SET text = text || '.'", false},
		{"an anchor", "DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.at.exact', 'x') WHERE article <> ''", false},
		{"a place", "DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.at.start_byte', -1) WHERE article <> ''", false},
		{"a deed", "DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.deed', 'x') WHERE article = ''", false},
		{"an article that is gone", "PRAGMA foreign_keys = OFF; DELETE FROM article", false},
		{"a count", "UPDATE use SET times = 7", true},
		{"a kind", "UPDATE use SET kind = 'x'", true},
		{"a party that is gone", "DELETE FROM use", true},
		{"a sum", "UPDATE naming SET times = 7", true},
		{"a sum that is gone", "DELETE FROM naming", true},
		{"a name", "DROP TRIGGER event_keeps; UPDATE event SET body = replace(body, '\"زيد\"', '\"زيذ\"')", false},
		{"an id", "DROP TRIGGER event_keeps; UPDATE event SET id = 'x' WHERE article = ''", false},
		{"an author", "DROP TRIGGER event_keeps; UPDATE event SET author = 'x' WHERE article = ''", false},
		{"a digest that is gone", "DROP TRIGGER event_keeps; UPDATE event SET body = json_remove(body, '$.digest')", false},
		{"a body of another kind", "DROP TRIGGER event_keeps; UPDATE event SET body = 7 WHERE article = ''", false},
		{"a decision that is gone", "DROP TRIGGER event_stays; DELETE FROM event WHERE article = ''", false},
		{"a decision too many", "INSERT INTO event SELECT 9, 'x', '', author, body FROM event LIMIT 1", false},
		{"a tally", "UPDATE tally SET body = replace(body, '\"count\":2', '\"count\":1')", true},
		{"a tally that is gone", "DELETE FROM tally WHERE article = ''", true},
		{"a party too many", "INSERT INTO use SELECT article, 'x', name, kind, times, latest FROM use", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := decided(t)
			_, err := l.db.Exec(tt.change)
			must(t, err)
			if f := wrong(t, l); len(f) == 0 {
				t.Error("nothing found")
			}
			if err := l.Rebuild(); tt.repairs {
				must(t, err)
				if f := wrong(t, l); len(f) != 0 {
					t.Errorf("after rebuilding: %q", f)
				}
			}
		})
	}
}

// An index that does not fit its table is found, and made again.
func TestRebuildIndex(t *testing.T) {
	l, a := decided(t)
	must(t, l.Close())
	l = reopen(t, filepath.Dir(fileOf(l).path))
	var page int
	must(t, l.db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'event_of_article'").Scan(&page))
	must(t, l.Close())
	file, err := os.ReadFile(fileOf(l).path)
	must(t, err)
	start := (page - 1) * 4096
	at := strings.LastIndex(string(file[start:start+4096]), a.ID) // an entry of the index
	if at < 0 {
		t.Fatal("the index is not where it should be")
	}
	file[start+at] ^= 1
	must(t, os.WriteFile(fileOf(l).path, file, 0o600))
	l = reopen(t, filepath.Dir(fileOf(l).path))
	if len(wrong(t, l)) == 0 {
		t.Error("nothing found")
	}
	must(t, l.Rebuild())
	if f := wrong(t, l); len(f) != 0 {
		t.Errorf("after rebuilding: %q", f)
	}
}

// A rebuilt library derives what it had derived decision by decision.
func TestRebuildChangesNothing(t *testing.T) {
	l, _ := decided(t)
	before, err := l.People()
	must(t, err)
	must(t, l.Rebuild())
	after, err := l.People()
	must(t, err)
	if !reflect.DeepEqual(before, after) || len(after) != 1 || after[0].Name != "أبو عمرو" {
		t.Errorf("before %+v\nafter %+v", before, after)
	}
}

// Decisions made elsewhere come in once, also on texts that are not held; a
// decision that is another is refused, and then nothing comes in.
func TestImport(t *testing.T) {
	l, a := decided(t)
	far := on(model.NewArticle("بعيد", nil).ID, decision("far"))[0]
	far.Anchor = model.Anchor{Span: model.Span{End: 8}, Exact: "بعيد"}
	near := func(id string) model.Annotation {
		d := on(a.ID, decision(id))[0]
		d.Anchor = model.NewAnchor(a.Text, spanOf(a.Text, "لا"))
		return d
	}
	for _, want := range []int{2, 0} {
		if n, err := l.Import([]model.Annotation{far, near("near")}); n != want || err != nil {
			t.Errorf("imported %d, %v; want %d", n, err, want)
		}
	}
	other := far
	other.Name = "غيره"
	if n, err := l.Import([]model.Annotation{near("new"), other}); n != 0 || err == nil {
		t.Errorf("imported %d with one that is another", n)
	}
	if all, err := l.Events(); len(all) != 5 || err != nil {
		t.Errorf("%d decisions, %v", len(all), err)
	}
}

// Decisions follow a source from text to text; a pipe is no source.
func TestTextsOfOneSource(t *testing.T) {
	l, _ := library(t)
	keep := func(text, source string) *model.Article {
		a := model.NewArticle(text, nil)
		a.Source = source
		must(t, l.Keep(a, 0))
		return a
	}
	old, now := keep("قديم", "/a.txt"), keep("جديد", "/a.txt")
	pipe, pipe2 := keep("أنبوب", ""), keep("أنبوب آخر", "")
	for i, a := range []*model.Article{old, now, pipe, pipe2} {
		must(t, l.Append(on(a.ID, decision(string(rune('a'+i))))...))
	}
	must(t, l.Append(model.Annotation{ID: "w", Deed: model.RenameParty, Party: "x", Name: "س"}))
	for id, want := range map[string]string{old.ID: "a b w", now.ID: "a b w", pipe.ID: "c w", pipe2.ID: "d w"} {
		if got := ids(t, l, id); got != want {
			t.Errorf("decisions %q, want %q", got, want)
		}
	}
}

// What was decided for the library holds for its people.
func TestPeopleOfTheLibrary(t *testing.T) {
	l, a := decided(t)
	must(t, l.Append(on(a.ID, model.Annotation{ID: "1", Time: time.Now(), Deed: model.Assign, Party: "سعيد", Name: "سعيد"})...))
	must(t, l.Append(model.Annotation{ID: "2", Time: time.Now(), Deed: model.MergeParties, Party: "سعيد", Text: "سعيد", Target: "زيد", Name: "أبو عمرو"}))
	people, err := l.People()
	must(t, err)
	if len(people) != 1 || people[0].Name != "أبو عمرو" || !reflect.DeepEqual(people[0].Aliases, []string{"زيد", "سعيد"}) {
		t.Errorf("people %+v", people)
	}
}

// What is missing or changed is named, and all that is left is salvaged.
func TestCheckNamesWhatIsMissing(t *testing.T) {
	l, a := decided(t)
	must(t, l.Append(on(a.ID, decision("gone"), decision("changed"), decision("left"))...))
	_, err := l.db.Exec("DROP TRIGGER event_stays; DELETE FROM event WHERE id = 'gone'; DROP TRIGGER event_keeps; UPDATE event SET body = replace(body, 'قارئ', 'قارء') WHERE id = 'changed'")
	must(t, err)
	faults := strings.Join(wrong(t, l), "\n")
	for _, want := range []string{"the decision changed (number 5, on the article " + a.ID + ") cannot be read", "1 of 5 decisions on the article " + a.ID + " are missing"} {
		if !strings.Contains(faults, want) {
			t.Errorf("%q is not among\n%s", want, faults)
		}
	}
	for name, read := range map[string]func() ([]model.Annotation, error){"Events": l.Events, "Decisions": func() ([]model.Annotation, error) { return l.Decisions(a.ID) }} {
		as, err := read()
		checkSentence(t, err, ErrCorrupt, fileOf(l).path)
		if len(as) > 0 {
			t.Errorf("%s gives %d decisions beside the error", name, len(as))
		}
	}
	if s, err := Salvage(filepath.Dir(fileOf(l).path)); len(s.Decisions) < 4 || s.Missing > 2 || err != nil {
		t.Errorf("salvaged %+v, %v", s, err)
	}
}

// Two machines of one author write apart; whichever way their decisions come
// together, both count the same.
func TestTallyOfMergedLibraries(t *testing.T) {
	a := model.NewArticle("نص", nil)
	var both []*Library
	var made [2][]model.Annotation
	for i := range 2 {
		l, _ := library(t)
		must(t, l.Keep(a, 0))
		for n := range 20 {
			d := on(a.ID, decision(fmt.Sprint(i, "-", n)))[0]
			d.Anchor = model.NewAnchor(a.Text, model.Span{End: len(a.Text)})
			made[i] = append(made[i], d)
		}
		must(t, l.Append(made[i]...))
		both = append(both, l)
	}
	slices.Reverse(made[0])
	for i, l := range both {
		for range 2 {
			_, err := l.Import(append(made[1-i][:7:7], made[1-i]...))
			must(t, err)
		}
		if f := wrong(t, l); len(f) > 0 {
			t.Errorf("%q", f)
		}
	}
	tallyOf := func(l *Library) (body string) {
		must(t, l.db.QueryRow("SELECT body FROM tally").Scan(&body))
		return body
	}
	if one, other := tallyOf(both[0]), tallyOf(both[1]); one != other || !strings.Contains(one, `"count":40`) {
		t.Errorf("%s\n%s", one, other)
	}
}

// Who is named is counted as decisions come in, and equals counting everything again
// gives, whatever is taken back, in whatever order and by whomever it comes in.
func TestNamingsAreKept(t *testing.T) {
	l, _ := library(t)
	random := rand.New(rand.NewPCG(7, 7))
	var articles []string
	for i := range 3 {
		articles = append(articles, article(t, l, fmt.Sprint("نص", i)).ID)
	}
	for round := range 60 {
		d := on(articles[random.IntN(3)], decision(fmt.Sprint(round)))[0]
		d.Time = time.Unix(1e9+int64(random.IntN(100)), 0).UTC()
		d.Party = model.PartyID(fmt.Sprint(random.IntN(4)))
		d.Name, d.PartyKind = fmt.Sprint("اسم ", d.Party, random.IntN(2)), model.PartyKind(random.IntN(4))
		if round > 0 && random.IntN(3) == 0 {
			d = model.Annotation{ID: d.ID, Time: d.Time, Author: d.Author, Article: d.Article, Deed: model.Retract, Target: fmt.Sprint(random.IntN(round))}
		}
		must(t, l.Append(d))
		if round%4 != 0 {
			continue
		}
		before, err := l.People()
		must(t, err)
		if f := wrong(t, l); len(f) > 0 {
			t.Fatalf("%q", f)
		}
		must(t, l.Rebuild())
		after, err := l.People()
		must(t, err)
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("kept %+v\nanew %+v", before, after)
		}
	}
}
