package score_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/gold/goldtest"
	"rawi/model/detect/score"
	"rawi/model/export"
)

// TestScript holds every figure to the script beside the annotated articles: of
// what is detected, and of findings that were made worse in every way.
func TestScript(t *testing.T) {
	dir := goldtest.Shared(t, "gold/dev")
	articles, err := gold.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	spoil := rand.New(rand.NewPCG(1, 2))
	for name, find := range map[string]func(*gold.Article) model.Findings{
		"detected":  func(a *gold.Article) model.Findings { return detect.Detect(a.Article) },
		"annotated": (*gold.Article).Findings,
		"spoiled":   func(a *gold.Article) model.Findings { return spoiled(a.Text, a.Findings(), spoil) },
		"nothing":   func(*gold.Article) model.Findings { return model.Findings{} },
	} {
		t.Run(name, func(t *testing.T) {
			var s score.Scores
			predictions := t.TempDir()
			for _, a := range articles {
				f := find(a)
				s.Add(score.Article(a, f))
				predict(t, predictions, a, f)
			}
			compare(t, &s, script(t, dir, predictions))
		})
	}
}

// spoiled is findings with other ends, kinds, types and speakers, some twice,
// some gone.
func spoiled(text string, f model.Findings, r *rand.Rand) (out model.Findings) {
	var runes []int
	for i := range text {
		runes = append(runes, i)
	}
	runes = append(runes, len(text))
	move := func(s model.Span) model.Span {
		if r.IntN(2) == 0 {
			return s
		}
		start, _ := slices.BinarySearch(runes, s.Start)
		end, _ := slices.BinarySearch(runes, s.End)
		start = min(max(start+r.IntN(9)-4, 0), len(runes)-1)
		return model.Span{Start: runes[start], End: runes[min(max(end+r.IntN(9)-4, start), len(runes)-1)]}
	}
	for _, p := range f.Parties {
		switch r.IntN(8) {
		case 4, 5: // as it is called somewhere: also a role beside the name, or a bare noun
			if len(p.Mentions) > 0 {
				p.Name = p.Mentions[r.IntN(len(p.Mentions))].In(text)
			}
		case 0:
			p.Name = "ال" + p.Name
		case 1:
			p.Name = "و" + p.Name
		case 2:
			p.Name = "السيد " + p.Name
		case 3:
			p.Kind = model.PartyKind(r.IntN(4))
		}
		var mentions []model.Mention
		for _, m := range p.Mentions {
			for range []int{0, 1, 1, 1, 2}[r.IntN(5)] {
				m.Span = move(m.Span)
				mentions = append(mentions, m)
			}
		}
		p.Mentions = mentions
		out.Parties = append(out.Parties, p)
		if r.IntN(4) == 0 && len(mentions) > 1 { // one becomes two
			p.ID += "+"
			out.Parties[len(out.Parties)-1].Mentions, p.Mentions = mentions[:1], mentions[1:]
			out.Parties = append(out.Parties, p)
		}
	}
	for _, q := range f.Quotes {
		for range []int{0, 1, 1, 1, 2}[r.IntN(5)] {
			q.Span = move(q.Span)
			switch r.IntN(5) {
			case 0:
				q.Kind = model.QuoteKind(r.IntN(5))
			case 1:
				q.Speaker = out.Parties[r.IntN(len(out.Parties))].ID
			case 2:
				q.Speaker = ""
			}
			out.Quotes = append(out.Quotes, q)
		}
	}
	return out
}

// predict writes findings as the script reads them.
func predict(t *testing.T, dir string, a *gold.Article, f model.Findings) {
	t.Helper()
	points := export.NewOffsets(a.Text)
	extent := func(s model.Span) []int { return []int{points.CodePoints(s.Start), points.CodePoints(s.End)} }
	names := map[model.PartyID]string{}
	parties, quotes, boilerplate := []any{}, []any{}, []any{}
	for _, p := range f.Parties {
		names[p.ID] = p.Name
		mentions := [][]int{}
		for _, m := range p.Mentions {
			mentions = append(mentions, extent(m.Span))
		}
		parties = append(parties, map[string]any{"name": p.Name, "type": p.Kind.String(), "mentions": mentions})
	}
	for _, q := range f.Quotes {
		e := extent(q.Span)
		quotes = append(quotes, map[string]any{"start": e[0], "end": e[1], "kind": q.Kind.String(), "speaker": names[q.Speaker]})
	}
	p := map[string]any{"id": a.ID, "quotes": quotes, "parties": parties, "title": nil}
	for _, b := range a.Blocks {
		switch b.Kind {
		case model.TitleBlock:
			p["title"] = extent(b.Span)
		case model.BoilerplateBlock:
			boilerplate = append(boilerplate, extent(b.Span))
		}
	}
	p["boilerplate"] = boilerplate
	data, err := json.Marshal(p)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, a.ID+".json"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// script is the figures of the script, by measure.
func script(t *testing.T, dir, predictions string) map[string]map[string]float64 {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal("python3, which runs the script, is required, and missing")
		}
		t.Skip("python3, which runs the script, is missing")
	}
	out, err := exec.Command(python, filepath.Join(dir, "..", "score.py"), dir, predictions, "--json").Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		t.Fatalf("the script failed: %s", exit.Stderr)
	}
	var figures struct {
		Total map[string]map[string]float64
	}
	if err := errors.Join(err, json.Unmarshal(out, &figures)); err != nil {
		t.Fatal(err)
	}
	return figures.Total
}

// compare holds each figure of the script to ours, and each of ours to the
// script's.
func compare(t *testing.T, s *score.Scores, want map[string]map[string]float64) {
	t.Helper()
	same := func(what string, got, want float64) {
		if !(math.Abs(got-want) <= 1e-9) {
			t.Errorf("%s is %v, the script says %v", what, got, want)
		}
	}
	compared := 0
	for m := range score.MeasureCount {
		w, known := want[m.String()]
		count := s.Count(m)
		p, r := s.PrecisionRecall(m)
		for figure, got := range map[string]float64{"acc": s.Value(m), "f1": s.Value(m), "p": p, "r": r,
			"tp": count.Right, "right": count.Right, "of": count.Annotated, "gold": count.Annotated, "pred": count.Found} {
			if w, ok := w[figure]; ok {
				same(m.String()+" "+figure, got, w)
				compared++
			}
		}
		if !known && m != score.Sure && m != score.SureFound && count.Annotated > 0 {
			t.Errorf("%v is no figure of the script", m)
		}
		delete(want, m.String())
	}
	for a := range model.Other + 1 {
		for b := range model.Other + 1 {
			name := a.String() + "->" + b.String()
			same("confusion "+name, float64(s.Confused(a, b)), want["kind_confusion"][name])
			compared++
		}
	}
	delete(want, "kind_confusion")
	if len(want) > 0 {
		t.Errorf("the script has more figures: %v", want)
	}
	t.Logf("%d figures agree", compared)
}
