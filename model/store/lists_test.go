package store

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// saidBy is a quotation that somebody is guessed to have said, with no field empty.
func saidBy(start, end int, name string, aliases ...string) model.Said {
	s := model.Said{State: model.StateGuessed, Displaced: true, To: "المراسل", Author: "نور", Time: time.Date(2031, 5, 4, 3, 2, 1, 7, time.UTC)}
	s.Quote = model.Quote{Span: model.Span{Start: start, End: end}, Marked: true, Kind: model.Indirect, Cue: model.Span{Start: 1, End: 2},
		Speaker: model.PartyIDOf(name), Mention: model.Span{Start: 3, End: 4}, Confidence: 0.25, Decision: "x",
		Reason:  model.Reason{Rule: model.NameColon, Words: model.Span{Start: 5, End: 6}, Clues: [2]model.Clue{model.SpokeLast, model.InSentence}},
		Remarks: model.Remarks{Note: "ملاحظة", Certainty: model.Likely, Addressee: "المراسل"}}
	s.Party = model.Party{ID: s.Speaker, Name: name, Kind: model.Organisation, Aliases: aliases, Roles: []string{"أمين عام"}}
	return s
}

// saidIn is what the library has of what somebody said, each as its article's text and its
// place.
func saidIn(t *testing.T, l *Library, by SaidBy) (all []string) {
	t.Helper()
	must(t, l.EachSaid(by, func(q Quoted) error {
		all = append(all, fmt.Sprint(q.Text, q.Start))
		return nil
	}))
	return all
}

func fresh(t *testing.T, l *Library, a *model.Article) bool {
	t.Helper()
	is, err := l.IsFresh(a.ID, "1")
	must(t, err)
	stale, err := l.Stale("1")
	must(t, err)
	if slices.Contains(stale, a.ID) == is {
		t.Errorf("%q is fresh: %v, and stale are %d", a.Text, is, len(stale))
	}
	return is
}

func TestSaid(t *testing.T) {
	l, _ := library(t)
	a, b := article(t, l, "النص الأول"), article(t, l, "الثاني")
	if fresh(t, l, a) {
		t.Error("nothing was stored")
	}
	guterres, other := saidBy(0, 8, "أنطونيو غوتيريش", "الأمين العام"), saidBy(9, 12, "الأمير")
	must(t, l.KeepSaid(a.ID, "1", 0, []model.Said{guterres, other}))
	must(t, l.KeepSaid(b.ID, "1", 0, []model.Said{saidBy(0, 2, "غوتيريش"), {Quote: model.Quote{Span: model.Span{Start: 4, End: 6}}, State: model.StateUnknown}}))
	var got []model.Said
	must(t, l.EachSaid(SaidBy{Party: guterres.Speaker}, func(q Quoted) error {
		got = append(got, q.Said)
		return nil
	}))
	if !reflect.DeepEqual(got, []model.Said{guterres}) {
		t.Errorf("got  %+v\nwant %+v", got, guterres)
	}
	for by, want := range map[SaidBy]string{
		{}:                        "الثاني0 الثاني4 النص الأول0 النص الأول9",
		{Name: "غُوتِيرِيش"}:      "الثاني0 النص الأول0",
		{Name: "انطونيو غوتيريش"}: "النص الأول0",
		{Name: "العام"}:           "النص الأول0",
		{Name: "الام"}:            "",
		{Name: "الأمير"}:          "النص الأول9",
		{Party: "غوتيريش"}:        "الثاني0",
		{Party: "غوتيريش", Name: "لا أحد"}: "",
	} {
		if got := strings.Join(saidIn(t, l, by), " "); got != want {
			t.Errorf("%+v: %q, want %q", by, got, want)
		}
	}
	items, err := l.Shelf()
	must(t, err)
	if i := items[0]; i.ID != b.ID || !i.Counted || i.Counts != [3]int{0, 1, 1} {
		t.Errorf("%+v", items)
	}
	must(t, l.Remove(b.ID))
	if got := saidIn(t, l, SaidBy{Name: "غوتيريش"}); len(got) != 1 {
		t.Errorf("with an article that was removed: %q", got)
	}
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("%q", f)
	}
	if err := l.KeepSaid("0", "1", 0, nil); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
}

// What is stored of an article is fresh until a decision comes that may change it.
func TestFreshness(t *testing.T) {
	merge := func(id, party, into string) model.Annotation {
		return model.Annotation{ID: id, Time: time.Unix(2e9, 0).UTC(), Author: "x", Deed: model.MergeParties, Party: model.PartyID(party), Target: into, Name: into, Text: party}
	}
	revoke := func(id, target string) model.Annotation {
		return model.Annotation{ID: id, Time: time.Unix(2e9, 1).UTC(), Author: "x", Deed: model.Revoke, Target: target}
	}
	for name, test := range map[string]struct {
		earlier, then []model.Annotation
		a, b          bool // whether they are fresh afterwards
	}{
		"a decision on the article": {then: on("a", decision("1")), b: true},
		"a merger":                  {then: []model.Annotation{merge("1", "زيد", "كذا")}, b: true},
		"a merger into":             {then: []model.Annotation{merge("1", "كذا", "عمرو")}, a: true},
		"of others":                 {then: []model.Annotation{merge("1", "كذا", "كيت")}, a: true, b: true},
		"one undone": {earlier: []model.Annotation{merge("1", "كذا", "زيد")},
			then: []model.Annotation{revoke("2", "1")}, b: true},
		"one undone and redone": {earlier: []model.Annotation{merge("1", "كذا", "زيد"), revoke("2", "1")},
			then: []model.Annotation{revoke("3", "2")}, b: true},
		"by way of another": {earlier: []model.Annotation{merge("1", "كذا", "زيد")},
			then: []model.Annotation{{ID: "2", Time: time.Unix(2e9, 2).UTC(), Author: "x", Deed: model.RenameParty, Party: "كذا", Name: "آخر"}}, b: true},
		"to whom it was said": {then: []model.Annotation{merge("1", "المراسل", "كذا")}},
	} {
		l, _ := library(t)
		a, b := article(t, l, "نص زيد"), article(t, l, "نص عمرو")
		for _, as := range [][]model.Annotation{test.earlier, test.then} {
			for i := range as {
				if as[i].Article == "a" {
					as[i].Article = a.ID
				}
			}
		}
		must(t, l.Append(test.earlier...))
		must(t, l.KeepSaid(a.ID, "1", len(test.earlier), []model.Said{saidBy(0, 2, "زيد")}))
		must(t, l.KeepSaid(b.ID, "1", len(test.earlier), []model.Said{saidBy(0, 2, "عمرو")}))
		if !fresh(t, l, a) || !fresh(t, l, b) {
			t.Errorf("%s: it is not fresh at first", name)
		}
		must(t, l.Append(test.then...))
		if gotA, gotB := fresh(t, l, a), fresh(t, l, b); gotA != test.a || gotB != test.b {
			t.Errorf("%s: fresh are %v and %v", name, gotA, gotB)
		}
	}

	l, _ := library(t)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...)) // while the quotations were found
	must(t, l.KeepSaid(a.ID, "1", 0, nil))
	if fresh(t, l, a) {
		t.Error("what another window decided is not in it")
	}
	must(t, l.KeepSaid(a.ID, "2", 1, nil))
	if fresh(t, l, a) {
		t.Error("it was found by something else")
	}
}

// titlesFound is the articles in which a pattern was found, by their texts' first words,
// each with the number of places.
func titlesFound(t *testing.T, l *Library, pattern arabic.Pattern, limit int) string {
	t.Helper()
	found, more, err := l.Find(pattern, limit)
	must(t, err)
	var all []string
	for _, f := range found {
		all = append(all, fmt.Sprint(strings.Fields(f.Title)[0], f.Count))
		for _, p := range f.Places {
			if got := p.At.In(p.Excerpt); arabic.Fold(got) != arabic.Fold(f.Pattern.Words()) {
				t.Errorf("%q shows %q", pattern, got)
			}
		}
	}
	if more {
		all = append(all, "…")
	}
	return strings.Join(all, " ")
}

// Before texts are in the index as when they are, the same is found: what the search in
// one article finds, and else its words apart.
func TestFind(t *testing.T) {
	l, _ := library(t)
	article(t, l, "أ قال الوزيرُ الأوّل إن ١٢ وزيراً\nحضروا، أو لم يحضروا")
	article(t, l, "ب وزارة \"المياه\" والوزير \x00 والحديقة")
	large := article(t, l, "ج الوزير"+strings.Repeat(" قطن", 1<<18))
	tests := []struct{ pattern, want string }{
		{"وزير", "ج1 ب1 أ2"}, {"الوزير الاول", "أ1"}, {"=وزيراً", "أ1"}, {"=وزيرا", "أ1"}, {"=وزيره", ""}, {"وزاره", "ب1"},
		{"الوزير وزارة", "ب1"}, {"12", "أ1"}, {"=12", ""}, {"\"المياه\"", "ب1"}, {"لا", "أ1"}, {"غائب", ""}, {"الحديقه", "ب1"}, {"=الوزير \x00 وال", "ب1"}, {"ء", ""}, {"", ""},
		{"الوزير OR غائب", ""}, {"وزير*", ""}, {"وزيرا حضروا", "أ1"},
	}
	for range 2 {
		for _, test := range tests {
			if got := titlesFound(t, l, arabic.Pattern(test.pattern), 9); got != test.want {
				t.Errorf("%q: %q, want %q", test.pattern, got, test.want)
			}
		}
		for more := true; more; {
			var err error
			more, err = l.Index()
			must(t, err)
		}
	}
	if got := titlesFound(t, l, "وزير", 2); got != "ج1 ب1 …" {
		t.Errorf("two of three: %q", got)
	}
	must(t, l.Remove(large.ID))
	if got := titlesFound(t, l, "وزير", 2); got != "ب1 أ2" {
		t.Errorf("one removed: %q", got)
	}
	must(t, l.Rebuild())
	if got := titlesFound(t, l, "وزير", 9); got != "ب1 أ2" || len(wrong(t, l)) > 0 {
		t.Errorf("rebuilt: %q %q", got, wrong(t, l))
	}
}

// FuzzTrigrams holds the index to what the search in one article finds: a text in which a
// pattern occurs has all that the index is asked for.
func FuzzTrigrams(f *testing.F) {
	for _, seed := range [][2]string{{"قال الوزير", "الوزير"}, {"a\x00\"bcd", "\x00\"bc"}, {"لا إله", "إله"}, {"آأإ", "ااا"}, {"ﻻ شيء", "=ﻻ ش"}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, text, pattern string) {
		text, pattern = strings.ToValidUTF8(text, "\ufffd"), strings.ToValidUTF8(pattern, "\ufffd")
		for range arabic.Pattern(pattern).In(text) {
			for _, trigram := range trigrams(indexedWords(arabic.Pattern(pattern))) {
				if !strings.Contains(indexedText(text), trigram) {
					t.Errorf("%q occurs in %q, but not %q", pattern, text, trigram)
				}
			}
			break
		}
	})
}

func TestExcerpt(t *testing.T) {
	text := "قبل\n" + strings.Repeat("كلمة ", 100) + "هنا" + strings.Repeat(" كلمة", 100) + " \nبعد"
	at := strings.Index(text, "هنا")
	p := passage(text, model.Span{Start: at, End: at + len("هنا")})
	if p.At.In(p.Excerpt) != "هنا" || len(p.Excerpt) > 2*around+len("هنا") || !strings.HasPrefix(p.Excerpt, "كلمة كلمة") || !strings.HasSuffix(p.Excerpt, " كلمة") {
		t.Errorf("%+v", p)
	}
	if p := passage(strings.Repeat("ن", 1000), model.Span{Start: 1000, End: 1002}); len(p.Excerpt) != 2*around+2 {
		t.Errorf("a word without end: %d bytes", len(p.Excerpt))
	}
}

// What is done on the shelf lasts until the article is opened again; texts and decisions
// are not touched by it.
func TestShelved(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...))
	item := func() (i Item) {
		items, err := l.Shelf()
		must(t, err)
		if len(items) > 0 {
			i = items[0]
		}
		return i
	}
	must(t, l.SetPlace(a.ID, 0, 2))
	if i := item(); !i.Read || i.Seen != 2 || i.At.IsZero() {
		t.Errorf("opened: %+v", i)
	}
	must(t, l.SetRead(a.ID, false))
	if item().Read {
		t.Error("marked as unread")
	}
	must(t, l.Remove(a.ID))
	last, err := l.Last()
	must(t, err)
	if kept, err := l.Article(a.ID); item().ID != "" || last != "" || err != nil || kept.Text != a.Text || ids(t, l, a.ID) != "1" {
		t.Errorf("removed: %+v, last %q, %v", item(), last, err)
	}
	if n, err := l.AddEntries(a); n != 0 || err != nil || item().ID != "" {
		t.Errorf("a feed brought it back: %d %v", n, err)
	}
	must(t, l.Keep(a, 0))
	if i := item(); !i.Read || i.Seen != 2 {
		t.Errorf("opened again: %+v", i)
	}
	b := model.NewArticle("آخر", nil)
	b.Source = "x"
	_, err = l.Add(b)
	must(t, err)
	must(t, l.SetRead(b.ID, true))
	if last, err := l.Last(); last != a.ID || err != nil {
		t.Errorf("what is marked as read was not open: %q, %v", last, err)
	}
	if err := l.Remove("0"); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
}

func TestBookmarks(t *testing.T) {
	l, _ := library(t)
	a, b := article(t, l, "الأول"), article(t, l, "الثاني")
	for i, m := range []struct{ article, letter string }{{a.ID, "a"}, {b.ID, "a"}, {a.ID, "A"}, {b.ID, "A"}, {b.ID, "b"}, {b.ID, "b"}} {
		must(t, l.SetBookmark(m.article, m.letter, i))
	}
	must(t, l.RemoveBookmark(a.ID, "b"))
	got, err := l.Bookmarks(b.ID)
	want := []Bookmark{{"A", b.ID, "الثاني", 3}, {"a", b.ID, "الثاني", 1}, {"b", b.ID, "الثاني", 5}, {"a", a.ID, "الأول", 0}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v %v, want %v", got, err, want)
	}
	if err := l.SetBookmark("0", "a", 0); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
}

// TestListFaults breaks the tables of lists in every way that a check knows.
func TestListFaults(t *testing.T) {
	for fault, statement := range map[string]string{
		"is on no list":        "UPDATE origin SET article = (SELECT max(id) FROM article); DELETE FROM said; DELETE FROM voice; DELETE FROM card",
		"as another":           "UPDATE card SET size = 1",
		"as older":             "UPDATE card SET outdated = 1",
		"than were counted":    "UPDATE card SET guessed = 7",
		"speaker without a na": "DELETE FROM voice",
	} {
		l, _ := library(t)
		a := article(t, l, "نص من كلمات")
		must(t, l.KeepSaid(a.ID, "1", 0, []model.Said{saidBy(0, 2, "زيد")}))
		_, err := l.db.Exec(statement)
		must(t, err)
		if f := wrong(t, l); len(f) != 1 || !strings.Contains(f[0], fault) {
			t.Errorf("%s: %q", fault, f)
		}
		must(t, l.Rebuild())
		if f := wrong(t, l); len(f) > 0 {
			t.Errorf("%s, rebuilt: %q", fault, f)
		}
	}
}
