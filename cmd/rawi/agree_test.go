package main

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/store"
)

// decideIn has an author decide on an article of a file, in a library, as if nobody else
// had.
func decideIn(t *testing.T, data, file, author string, decide func(*model.Reading)) {
	t.Helper()
	library, err := store.Open(data)
	must(t, err)
	defer library.Close()
	articles, err := loadAll(file)
	must(t, err)
	_, err = library.Add(articles[0])
	must(t, err)
	now := time.Now().Add(-time.Hour)
	r := model.NewReading(articles[0], detect.Learned().Detect(articles[0]), nil, author, model.WithClock(func() time.Time { return now }))
	decide(r)
	must(t, library.Append(r.Log().All()...))
}

// says assigns a quotation, counted from 0, to a name, or sets its kind.
func says(quote int, name string) func(*model.Reading) {
	return func(r *model.Reading) { r.Assign(quote, model.Party{ID: model.PartyIDOf(name), Name: name}) }
}

func both(does ...func(*model.Reading)) func(*model.Reading) {
	return func(r *model.Reading) {
		for _, do := range does {
			do(r)
		}
	}
}

func isKind(quote int, k model.QuoteKind) func(*model.Reading) {
	return func(r *model.Reading) { r.SetKind(quote, k) }
}

// TestAgree: what two colleagues differ on, in every format and both languages.
func TestAgree(t *testing.T) {
	data := t.TempDir()
	decideIn(t, data, marketFile, "سعاد", both(says(0, "ليلى"), says(1, "كريم"), isKind(2, model.Other)))
	decideIn(t, data, marketFile, "كامل", both(says(0, "ليلى"), says(1, "سالم"), isKind(2, model.WorkTitle)))
	rows, err := csv.NewReader(strings.NewReader(rawiIs(t, "agree", "--data", data, "--format", "csv"))).ReadAll()
	must(t, err)
	for _, want := range [][]string{
		{"", "سعاد;كامل", "quotations", "exact_f1", "1.0000", "", "", "6"},
		{"", "سعاد;كامل", "speaker", "kappa", "0.3333"}, // (1/2 - 1/4) / (1 - 1/4)
	} {
		if !slices.ContainsFunc(rows, func(row []string) bool { return slices.Equal(row[:len(want)], want) }) {
			t.Errorf("no line %q in\n%q", want, rows)
		}
	}
	var got struct {
		Authors     []string
		Differences []struct {
			On       []string
			Opinions []struct {
				Author string
				Parts  []struct{ Kind, Name string }
			}
		}
	}
	must(t, json.Unmarshal([]byte(rawiIs(t, "agree", "--data", data, "--format", "json", marketFile)), &got))
	if d := got.Differences; len(d) != 2 || !slices.Equal(d[0].On, []string{"speaker"}) || d[0].Opinions[1].Parts[0].Name != "سالم" || !slices.Equal(d[1].On, []string{"kind"}) {
		t.Errorf("%+v", got)
	}
	for language, want := range map[string][]string{
		"en": {"Quotations (F1)", "كريم", "سالم", "not speech", "1000 samples", "seed 1"},
		"ar": {"كريم", "سالم", "ليس قولا", "البذرة 1"},
	} {
		out := rawiIs(t, "agree", "--data", data, "--lang", language)
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("%s: no %q in\n%s", language, w, out)
			}
		}
	}
	for _, args := range [][]string{{"--authors", "سعاد"}, {"--authors", "سعاد,غيرها"}, {"--format", "xml"}} {
		if stdout, stderr, status := alone(t, "", append([]string{"agree", "--data", data}, args...)...); status == 0 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
	}
}

// What an adjudicator settles is marked so in every export, and leaves agreement as it is.
func TestAdjudicated(t *testing.T) {
	data := t.TempDir()
	decideIn(t, data, marketFile, "سعاد", says(1, "كريم"))
	decideIn(t, data, marketFile, "كامل", says(1, "سالم"))
	before := rawiIs(t, "agree", "--data", data, "--format", "csv")
	if out := rawiIs(t, "export", "--format", "json", "--data", data, "--author", "نور"); strings.Contains(out, `"decision"`) {
		t.Errorf("nobody settled it, and one of them is shown:\n%s", out)
	}
	decideIn(t, data, marketFile, "سعاد", func(r *model.Reading) {
		r.Adjudicate(model.Adjudicator)
		says(1, "سالم")(r)
	})
	if out := rawiIs(t, "export", "--data", data); strings.Count(out, `"as":"adjudicator"`) != 1 {
		t.Errorf("the decisions are\n%s", out)
	}
	if out := rawiIs(t, "export", "--format", "json", "--data", data, "--author", "نور"); !strings.Contains(out, `"author":"سعاد","as":"adjudicator"`) {
		t.Errorf("the articles are\n%s", out)
	}
	if after := rawiIs(t, "agree", "--data", data, "--format", "csv"); after != before {
		t.Errorf("agreement is\n%s\nand was\n%s", after, before)
	}
	for language, want := range map[string]string{"en": "authors differ on nothing", "ar": "لا اختلاف"} {
		if _, stderr, status := alone(t, "", "adjudicate", "--data", data, "--lang", language); status != exitFailed || !strings.Contains(stderr, want) {
			t.Errorf("nothing is left: status %d, stderr %q", status, stderr)
		}
	}
}
