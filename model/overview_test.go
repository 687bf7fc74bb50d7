package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"
)

// everybody is [Reading.Candidates] in the simplest form.
func everybody(r *Reading, quote int) []Party {
	q := &r.quotes[quote]
	order := []PartyID{q.Speaker}
	words := map[PartyID]Party{}
	phrases := Phrases(r.Article, q)
	for i := range max(len(phrases), len(q.Candidates)) {
		if i < len(phrases) {
			name := phrases[i].In(sample)
			id := PartyIDOf(name)
			for _, p := range slices.Backward(r.parties) {
				if slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(s string) bool { return PartyIDOf(s) == PartyIDOf(name) }) {
					id = p.ID
				}
			}
			words[id] = Party{ID: id, Name: name, Kind: kindOfWords(name)}
			order = append(order, id)
		}
		if i < len(q.Candidates) {
			order = append(order, q.Candidates[i])
		}
	}
	for i := quote - 1; i >= 0; i-- {
		order = append(order, r.quotes[i].Speaker)
	}
	for i := quote + 1; i < len(r.quotes); i++ {
		order = append(order, r.quotes[i].Speaker)
	}
	rest := slices.Clone(r.parties)
	slices.SortStableFunc(rest, func(a, b Party) int { return len(b.Mentions) - len(a.Mentions) })
	for _, p := range rest {
		order = append(order, p.ID)
	}
	var all []Party
	for _, id := range order {
		p, _, ok := r.Party(id)
		if w, named := words[id]; !ok && named && id != "" {
			p, ok = &w, true
		}
		if ok && !slices.ContainsFunc(all, func(o Party) bool { return o.ID == id }) {
			all = append(all, *p)
		}
	}
	return all
}

// Whatever was decided, the overview equals what looking at all
// quotations and parties says; and the findings stay as they were.
func TestOverview(t *testing.T) {
	for seed := range int64(300) {
		random := rand.New(rand.NewSource(seed))
		r := reading()
		for i := range r.src.found.Parties {
			r.src.found.Parties[i].Mentions = slices.Clip(r.src.found.Parties[i].Mentions)
		}
		before := fmt.Sprint(r.src.found.Quotes, r.src.found.Parties)
		for range random.Intn(25) {
			anything(random, r)
			checkOverview(t, random, r)
		}
		if after := fmt.Sprint(r.src.found.Quotes, r.src.found.Parties); after != before {
			t.Fatalf("seed %d: the findings became\n%s\nfrom\n%s", seed, after, before)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func checkOverview(t *testing.T, random *rand.Rand, r *Reading) {
	t.Helper()
	from := random.Intn(len(sample))
	s := Span{from, from + random.Intn(len(sample)-from+1)}
	first, last := r.QuotesIn(s)
	spoken := map[PartyID]int{}
	for i := range r.quotes {
		q := &r.quotes[i]
		if n := 1 + random.Intn(4); random.Intn(2) == 0 {
			if got, want := r.Likeliest(i, n), everybody(r, i); !reflect.DeepEqual(got, want[:min(n, len(want))]) {
				t.Errorf("the first %d of %v for %d are %v", n, want, i, got)
			}
		} else if got, want := r.Candidates(i), everybody(r, i); !reflect.DeepEqual(got, want) {
			t.Errorf("the candidates for %d are %v, want %v", i, got, want)
		}
		if q.Kind.Spoken() {
			spoken[q.Speaker]++
		}
		if q.Overlaps(s) && (i < first || last <= i) {
			t.Errorf("quotation %d at %v is not among %d to %d, which are in %v", i, q.Span, first, last, s)
		}
		if at, ok := r.QuoteAt(q.Span); !ok || r.src.words(r.quotes[at].Span) != r.src.words(q.Span) {
			t.Errorf("at %v is %d, not %d", q.Span, at, i)
		}
		if r.States()[i] != q.State() {
			t.Errorf("quotation %d stands %v, want %v", i, r.States()[i], q.State())
		}
	}
	got, want := map[Span]int{}, map[Span]int{}
	r.MentionsIn(s, func(party int, m Mention) { got[m.Span] = party })
	for i, p := range r.parties {
		if n := r.SpokenBy(p.ID); n != spoken[p.ID] {
			t.Errorf("%s spoke %d, want %d", p.ID, n, spoken[p.ID])
		}
		for _, m := range p.Mentions {
			if m.Overlaps(s) {
				want[m.Span] = i
			}
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the mentions in %v are %v, want %v", s, got, want)
	}
}
