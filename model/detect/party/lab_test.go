package party

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/cue"
	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/score"
	"rawi/model/detect/token"
)

type labDoc struct {
	*gold.Article
	group int
	page  *token.Page
	found *mention.Found // predicted by rules
	given *mention.Found // annotated
	whose []int          // of given: annotated party
	match []int          // of found: annotated party, -1
}

func labGroup(outlet string) int {
	g := []string{"Al Jazeera", "Hespress Ahdath El Khabar El Khabar/DZ", "CNN Arabic BBC Arabic", "3alyoum aleqtisadiya almadina alwatan alyaum okaz was", "aawsat aljazirah alriyadh alweeam arriyadiyah sabq"}
	for i, s := range g {
		if strings.Contains(s, strings.TrimSpace(outlet)) {
			return i
		}
	}
	return 4
}

func span(p *token.Page, m mention.Mention) model.Span { return p.Span(m.From, m.To, m.Skip) }

func labDocs(t *testing.T) []*labDoc {
	arts, err := gold.Folder("/work/shared/gold/train")
	if err != nil {
		t.Fatal(err)
	}
	var out []*labDoc
	for _, a := range arts {
		d := &labDoc{Article: a, group: labGroup(a.Outlet)}
		s := token.Read(a.Article, lexicon.Default())
		pairs := marks.Find(s)
		d.page = token.NewPage(s, marks.Depths(s, pairs))
		d.found = mention.Find(d.page, cue.Find(d.page))
		d.given, d.whose = annotated(d.page, a.Parties, d.found)
		d.match = matched(d.page, a.Parties, d.found)
		out = append(out, d)
	}
	return out
}

type tokenSpan struct{ from, to int }

func tokensOf(p *token.Page, s model.Span) (ts tokenSpan, ok bool) {
	ts.from, ts.to = -1, -1
	for i := range p.Len() {
		x := p.At(i).Span()
		if x.End > s.Start && x.Start < s.End {
			if ts.from < 0 {
				ts.from = i
			}
			ts.to = i + 1
		}
	}
	return ts, ts.from >= 0
}

func matched(p *token.Page, parties []model.Party, found *mention.Found) []int {
	at := map[tokenSpan]int{}
	for i := range parties {
		for _, m := range parties[i].Mentions {
			if ts, ok := tokensOf(p, m.Span); ok {
				at[ts] = i + 1
			}
		}
	}
	out := make([]int, found.Len())
	for i := range out {
		m := found.Mention(i)
		out[i] = at[tokenSpan{m.From, m.To}] - 1
	}
	return out
}

func annotated(p *token.Page, parties []model.Party, found *mention.Found) (*mention.Found, []int) {
	type item struct {
		m     mention.Mention
		party int
	}
	var items []item
	kinds, subject := map[tokenSpan]mention.Mention{}, map[int]bool{}
	for i := range found.Len() {
		m := found.Mention(i)
		kinds[tokenSpan{m.From, m.To}] = m
		subject[m.From] = subject[m.From] || m.Subject
	}
	for i := range parties {
		for _, m := range parties[i].Mentions {
			ts, ok := tokensOf(p, m.Span)
			if !ok {
				continue
			}
			x := mention.Mention{From: ts.from, To: ts.to, Core: ts.from, Of: -1, Form: m.Form, Kind: model.Person}
			if off := m.Start - p.At(ts.from).Span().Start; off > 0 {
				x.Skip = uint8(token.Letters(p.Text()[m.Start-off : m.Start]))
			} else if strings.HasPrefix(p.At(ts.from).Fold(), "لل") {
				x.Skip = p.At(ts.from).Skip()
			}
			if m.Form != model.NameForm {
				x.Kind = model.RoleOnly
			}
			x.Subject = subject[ts.from]
			if y, ok := kinds[ts]; ok {
				x.Kind, x.Name, x.Core = y.Kind, y.Name, y.Core
			} else if id, ok := found.IndexAt(ts.from); ok && m.Form == model.NameForm {
				x.Kind = found.Mention(id).Kind
			} else if id, ok := found.IndexAt(ts.to - 1); ok && m.Form == model.NameForm {
				x.Kind = found.Mention(id).Kind
			} else if m.Form == model.NameForm && p.At(ts.from).Is(lexicon.BodyHead) {
				x.Kind = model.Organisation
			} else if m.Form == model.NameForm && p.At(ts.from).Is(lexicon.PlaceHead|lexicon.AreaHead) {
				x.Kind = model.Place
			}
			items = append(items, item{x, i})
		}
	}
	slices.SortFunc(items, func(a, b item) int {
		if a.m.From != b.m.From {
			return a.m.From - b.m.From
		}
		return a.m.To - b.m.To
	})
	items = slices.CompactFunc(items, func(a, b item) bool { return a.m.From == b.m.From && a.m.To == b.m.To })
	ms, whose := []mention.Mention{}, []int{}
	for _, it := range items {
		ms, whose = append(ms, it.m), append(whose, it.party)
	}
	for i := range ms { // the name beside an apposition
		if ms[i].Form != model.Apposition {
			continue
		}
		for j := range ms {
			if ms[j].Form == model.NameForm && (ms[j].From >= ms[i].To && ms[j].From <= ms[i].To+2 || ms[j].To <= ms[i].From && ms[j].To >= ms[i].From-2) && whose[j] == whose[i] {
				ms[i].Of = int32(j)
			}
		}
	}
	return mention.NewFound(p, ms), whose
}

func partiesOf(d *labDoc, found *mention.Found, ps *Parties) model.Findings {
	var f model.Findings
	for i := range ps.Len() {
		q := ps.Party(i)
		x := model.Party{ID: model.PartyID(fmt.Sprint(i)), Name: fmt.Sprint(i), Kind: q.Kind}
		for _, id := range q.Mentions {
			x.Mentions = append(x.Mentions, model.Mention{Span: span(d.page, found.Mention(id)), Form: ps.Form(id)})
		}
		if len(x.Mentions) > 0 {
			f.Parties = append(f.Parties, x)
		}
	}
	return f
}

func report(t *testing.T, title string, docs []*labDoc, link func(d *labDoc) (*mention.Found, *Parties)) {
	var all [6]score.Scores
	for _, d := range docs {
		found, ps := link(d)
		s := score.Article(d.Article, partiesOf(d, found, ps))
		all[d.group].Add(s)
		all[5].Add(s)
	}
	for _, m := range []score.Measure{score.BCubed, score.BCubedMatched, score.Mention, score.MentionTyped, score.MentionPerson, score.MentionOrganisation, score.MentionPlace, score.MentionRole} {
		line := fmt.Sprintf("%-12s %-14s", title, m)
		for i := range all {
			line += fmt.Sprintf(" %.3f", all[i].Value(m))
		}
		p, r := all[5].PrecisionRecall(m)
		fmt.Printf("%s   P %.3f R %.3f\n", line, p, r)
	}
}

var labModels *[5]Model
var labSet []*labDoc

func TestLab(t *testing.T) {
	docs := labDocs(t)
	report(t, "given rules", docs, func(d *labDoc) (*mention.Found, *Parties) { return d.given, Link(d.page, d.given) })
	report(t, "found rules", docs, func(d *labDoc) (*mention.Found, *Parties) { return d.found, Link(d.page, d.found) })
	_ = os.Stdout
	answer := func(d *labDoc, whose []int) Answer {
		a := Answer{Whose: whose}
		for i := range d.Parties {
			a.Kinds = append(a.Kinds, d.Parties[i].Kind)
		}
		return a
	}
	facts := corpus.Default()
	type taught struct{ gw, gk, fw, fk []learn.Contest }
	var all [5]taught
	for _, d := range docs {
		w, k := Contests(d.page, d.given, facts, answer(d, d.whose))
		x := &all[d.group]
		x.gw, x.gk = append(x.gw, w...), append(x.gk, k...)
		w, k = Contests(d.page, d.found, facts, answer(d, d.match))
		x.fw, x.fk = append(x.fw, w...), append(x.fk, k...)
	}
	models := [5]Model{}
	for g := range models {
		var w, k []learn.Contest
		for h := range all {
			if h != g {
				w = append(append(w, all[h].gw...), all[h].fw...)
				k = append(append(k, all[h].gk...), all[h].fk...)
			}
		}
		wd, err := learn.TrainRanker(w, labOptions())
		if err != nil {
			t.Fatal(err)
		}
		kd, _ := learn.TrainRanker(k, learn.Defaults)
		models[g].Whom, _ = learn.OpenRanker(string(wd))
		models[g].Kind, _ = learn.OpenRanker(string(kd))
		models[g].Facts = facts
		if g == 0 {
			fmt.Println("contests", len(w), len(k), "bytes", len(wd), len(kd))
		}
	}
	fmt.Println()
	report(t, "given model", docs, func(d *labDoc) (*mention.Found, *Parties) { return d.given, models[d.group].Link(d.page, d.given) })
	report(t, "found model", docs, func(d *labDoc) (*mention.Found, *Parties) { return d.found, models[d.group].Link(d.page, d.found) })
	labModels, labSet = &models, docs
}

func labOptions() learn.Options {
	o := learn.Defaults
	fmt.Sscan(os.Getenv("LAB"), &o.Rounds, &o.Rate, &o.Decay)
	return o
}
