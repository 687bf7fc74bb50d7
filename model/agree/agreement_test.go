package agree

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rawi/model"
)

const text = "قال زيد «نعم وألف نعم» وقالت هند «لا» ثم قيل «ربما» في بيت «الحكمة»."

func at(words string) model.Span {
	i := strings.Index(text, words)
	return model.Span{Start: i, End: i + len(words)}
}

// article is text as the program finds it, and what authors decided, each for
// themselves.
func article(authors map[string]func(*model.Reading)) *model.Reading {
	a := model.NewArticle(text, nil)
	zayd := model.Party{ID: "زيد", Name: "زيد", Mentions: []model.Mention{{Span: at("زيد")}}}
	hind := model.Party{ID: "هند", Name: "هند", Mentions: []model.Mention{{Span: at("هند")}}}
	found := model.Findings{Parties: []model.Party{zayd, hind}}
	for _, words := range []string{"نعم وألف نعم", "لا", "ربما", "الحكمة"} {
		found.Quotes = append(found.Quotes, model.Quote{Span: at(words), Marked: true, Speaker: zayd.ID})
	}
	var all []model.Annotation
	for author, decide := range authors {
		r := model.NewReading(a, found, nil, author)
		decide(r)
		all = append(all, r.Log().All()...)
	}
	return model.NewReading(a, found, all, "")
}

// speaker and kind are decisions on the quotation that is some words.
func speaker(r *model.Reading, words string, id model.PartyID) {
	i, _ := r.QuoteAt(at(words))
	p, _, _ := r.Party(id)
	r.Assign(i, *p)
}

func kind(r *model.Reading, words string, k model.QuoteKind) {
	i, _ := r.QuoteAt(at(words))
	r.SetKind(i, k)
}

// TestReport is counted by hand.
func TestReport(t *testing.T) {
	r := article(map[string]func(*model.Reading){
		"ا": func(r *model.Reading) { // nothing on the last
			speaker(r, "نعم وألف نعم", "زيد")
			speaker(r, "لا", "هند")
			kind(r, "ربما", model.Scare)
		},
		"ب": func(r *model.Reading) {
			r.MoveQuote(0, at("نعم وألف"))
			speaker(r, "نعم وألف", "زيد")
			speaker(r, "لا", "زيد")
			kind(r, "ربما", model.Other)
			kind(r, "الحكمة", model.WorkTitle)
			r.DropMention(at("هند"))
		},
	})
	got := New([]*model.Reading{r}, Coders(r), Bootstrap{})
	if !slices.Equal(got.Coders, []string{"ا", "ب"}) || len(got.Pairs) != 1 || len(got.Articles) != 1 {
		t.Fatalf("%+v", got)
	}
	p := got.Pairs[0]
	if p.Quotations != (Spans{First: 3, Second: 4, Exact: 2, Overlap: 3}) || p.Mentions != (Spans{First: 2, Second: 1, Exact: 1, Overlap: 1}) {
		t.Errorf("quotations %+v, mentions %+v", p.Quotations, p.Mentions)
	}
	if f1, ok := p.Quotations.F1(p.Quotations.Exact); !ok || fmt.Sprintf("%.3f", f1) != "0.571" {
		t.Errorf("F1 %v", f1)
	}
	if p.Kind.Units != 3 || p.Kind.Agreed != 2 || p.Speaker.Units != 2 || p.Speaker.Agreed != 1 {
		t.Errorf("kinds %+v\nspeakers %+v", p.Kind, p.Speaker)
	}
	// (2/3 - 4/9) / (1 - 4/9) for kinds: both say speech of two of three.
	if fmt.Sprintf("%.3f", p.Kind.Kappa.Value) != "0.400" || p.Speaker.Kappa.Value != 0 || !p.Speaker.Kappa.Defined {
		t.Errorf("kappas %+v %+v", p.Kind.Kappa, p.Speaker.Kappa)
	}
	want := []Confused{{"speech", "speech", 2}, {"scare", "other", 1}}
	if !slices.Equal(p.Kind.Confusion, want) {
		t.Errorf("confusion %+v", p.Kind.Confusion)
	}
	var differ []string
	for _, d := range got.Differences {
		differ = append(differ, d.Words())
	}
	if !slices.Equal(differ, []string{"نعم وألف نعم", "لا", "ربما"}) {
		t.Errorf("they differ on %q", differ)
	}
}

// An article on which one alone decided says nothing of agreement; three coders are
// compared in pairs and together, with what they leave open left out.
func TestCodersWhoAreSilent(t *testing.T) {
	one := article(map[string]func(*model.Reading){"ا": func(r *model.Reading) { speaker(r, "لا", "هند") }})
	three := article(map[string]func(*model.Reading){
		"ا": func(r *model.Reading) { speaker(r, "لا", "هند"); speaker(r, "نعم وألف نعم", "زيد") },
		"ب": func(r *model.Reading) { speaker(r, "لا", "هند"); speaker(r, "نعم وألف نعم", "زيد") },
		"ج": func(r *model.Reading) { speaker(r, "لا", "زيد") },
	})
	got := New([]*model.Reading{one, three}, []string{"ا", "ب", "ج"}, Bootstrap{})
	if len(got.Pairs) != 3 || len(got.Articles) != 1 || got.All.Articles != 1 || got.All.Speaker.Units != 2 || got.All.Speaker.Agreed != 1 {
		t.Errorf("%+v", got)
	}
	if want, _ := rated("هند زيد", "هند زيد", "زيد .").Alpha(); got.All.Speaker.Alpha.Value != want {
		t.Errorf("alpha %v, want %v", got.All.Speaker.Alpha.Value, want)
	}
}

// Spans that are the same go together before those that overlap, and none twice.
func TestCompare(t *testing.T) {
	s := func(ends ...int) (spans []model.Span) {
		for i := 0; i < len(ends); i += 2 {
			spans = append(spans, model.Span{Start: ends[i], End: ends[i+1]})
		}
		return spans
	}
	for _, test := range []struct {
		name          string
		first, second []model.Span
		want          Spans
	}{
		{"none", nil, nil, Spans{}},
		{"one is missing", s(0, 5), nil, Spans{First: 1}},
		{"side by side", s(0, 5), s(5, 9), Spans{First: 1, Second: 1}},
		{"one letter in common", s(0, 5), s(4, 9), Spans{1, 1, 0, 1}},
		{"one within the other, both in both", s(0, 9, 2, 4), s(0, 9, 2, 4), Spans{2, 2, 2, 2}},
		{"one is split", s(0, 9), s(0, 4, 4, 9), Spans{1, 2, 0, 1}},
		{"the same before the longer", s(2, 4), s(0, 9, 2, 4), Spans{1, 2, 1, 1}},
	} {
		if got := compare(test.first, test.second); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
	}
}
