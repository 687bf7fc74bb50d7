package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// words is the quotations' words and kinds and speakers, as a reader sees them.
func seen(r *Reading) string {
	var out []string
	for _, q := range r.Quotes() {
		mark := ""
		if q.Decided() {
			mark = "!"
		}
		out = append(out, fmt.Sprintf("%s %v %s%s", q.In(r.Article.Text), q.Kind, q.Speaker, mark))
	}
	return strings.Join(out, " | ")
}

// undecided is the quotations that are left, in the order of review.
func undecided(r *Reading, doubtfulFirst bool) (open []int) {
	for i, ok := r.NextUndecided(-1, doubtfulFirst); ok; i, ok = r.NextUndecided(i, doubtfulFirst) {
		open = append(open, i)
	}
	return open
}

func at(words string) Span {
	i := strings.Index(sample, words)
	return Span{i, i + len(words)}
}

func TestSpans(t *testing.T) {
	const first, second, third = "نعم speech زيد", "لا speech ", "ربما scare "
	tests := []struct {
		name string
		do   func(*Reading)
		want string
	}{
		{"nothing", func(*Reading) {}, first + " | " + second + " | " + third},
		{"make", func(r *Reading) { r.MakeQuote(at("ذكر سعيد"), Indirect) },
			first + " | " + second + " | ذكر سعيد indirect  | " + third},
		{"make with blanks around", func(r *Reading) { r.MakeQuote(at(" ذكر "), Scare) },
			first + " | " + second + " | ذكر scare ! | " + third},
		{"make what is one", func(r *Reading) { r.MakeQuote(at("نعم"), Scare) }, first + " | " + second + " | " + third},
		{"move", func(r *Reading) { r.MoveQuote(0, at("زيد \"نعم")) }, "زيد \"نعم speech زيد | " + second + " | " + third},
		{"move and decide", func(r *Reading) { r.MoveQuote(0, at("زيد \"نعم")); r.Accept(0) },
			"زيد \"نعم speech زيد! | " + second + " | " + third},
		{"decide, move, take back the decision", func(r *Reading) {
			a, _ := r.Accept(0)
			r.MoveQuote(0, at("زيد \"نعم"))
			r.Retract(a.ID)
		}, "زيد \"نعم speech زيد | " + second + " | " + third},
		{"move, decide, take back the move", func(r *Reading) {
			a, _ := r.MoveQuote(0, at("زيد \"نعم"))
			r.Accept(0)
			r.Retract(a.ID)
		}, "نعم speech زيد! | " + second + " | " + third},
		{"split", func(r *Reading) { r.SplitQuote(2, at("ما\"").Start) },
			first + " | " + second + " | رب scare  | ما scare "},
		{"split and join", func(r *Reading) { r.SplitQuote(2, at("ما\"").Start); r.JoinNext(2) },
			first + " | " + second + " | " + third},
		{"split, decide the second half, take back the split", func(r *Reading) {
			a, _ := r.SplitQuote(2, at("ما\"").Start)
			r.SetKind(3, Other)
			r.Retract(a.ID)
		}, first + " | " + second + " | " + third},
		{"join", func(r *Reading) { r.JoinNext(0) }, "نعم\" وأضاف \"لا speech زيد | " + third},
		{"join, decide, take back the join", func(r *Reading) {
			a, _ := r.JoinNext(0)
			r.Accept(0)
			r.Retract(a.ID)
		}, first + "! | " + second + " | " + third},
		{"drop", func(r *Reading) { r.DropQuote(1) }, first + " | " + third},
		{"drop and make", func(r *Reading) { r.DropQuote(1); r.MakeQuote(at("لا"), Speech) }, first + " | " + second + " | " + third},
		{"make, decide, take back the making", func(r *Reading) {
			a, _ := r.MakeQuote(at("ذكر"), Speech)
			r.SetKind(2, Other)
			r.Retract(a.ID)
		}, first + " | " + second + " | " + third},
		{"a chain follows moved ends", func(r *Reading) {
			r.src.found.Quotes[1].Follows = r.src.found.Quotes[0].Span
			r.src = newSource(r.Article, r.src.found)
			r.MoveQuote(0, at("زيد \"نعم"))
			r.Accept(0)
		}, "زيد \"نعم speech زيد! | لا speech زيد | " + third},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := reading()
			before := seen(r)
			tt.do(r)
			if got := seen(r); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			again := NewReading(r.Article, r.src.found, r.Log().All(), r.Author)
			if seen(again) != seen(r) {
				t.Errorf("replayed %s\nwant     %s", seen(again), seen(r))
			}
			for _, ok := r.Undo(); ok; _, ok = r.Undo() {
			}
			if seen(r) != before && tt.name != "a chain follows moved ends" {
				t.Errorf("undone   %s\nwant     %s", seen(r), before)
			}
		})
	}
}

// Offsets of nonsense make no decision and no panic.
func TestSpansOfNonsense(t *testing.T) {
	r := reading()
	for _, s := range []Span{{}, {-5, 0}, {3, 2}, {len(sample), len(sample) + 9}, {1 << 40, 1 << 41}, {1, 1}} {
		if a, ok := r.MakeQuote(s, Speech); ok {
			t.Errorf("%v was made the quotation %+v", s, a)
		}
		if a, ok := r.MoveQuote(0, s); ok {
			t.Errorf("moved to %v: %+v", s, a)
		}
		if a, ok := r.MakeMention(s, Party{ID: "x"}); ok {
			t.Errorf("%v was made the mention %+v", s, a)
		}
	}
	for _, offset := range []int{-1, 0, r.Quotes()[1].Start, r.Quotes()[1].End, 1 << 40} {
		if a, ok := r.SplitQuote(1, offset); ok {
			t.Errorf("split at %d: %+v", offset, a)
		}
	}
	if a, ok := r.JoinNext(2); ok {
		t.Errorf("joined the last: %+v", a)
	}
	if r.Log().Len() != 0 {
		t.Error("nonsense was decided")
	}
}

func TestRemarks(t *testing.T) {
	r := reading()
	r.SetNote(0, "سطر\nوسطر")
	r.SetCertainty(0, Unsure)
	r.SetAddressee(0, Party{ID: "ذكر", Name: "ذكر"})
	want := Remarks{"سطر\nوسطر", Unsure, "ذكر"}
	if q := r.Quotes()[0]; q.Remarks != want || q.Decided() {
		t.Errorf("the remarks are %+v, decided %v", q.Remarks, q.Decided())
	}
	if _, n, ok := r.Party("ذكر"); !ok || n != 3 {
		t.Error("the addressee is no party")
	}
}

func mentions(r *Reading, id PartyID) string {
	p, _, _ := r.Party(id)
	var out []string
	for _, m := range p.Mentions {
		out = append(out, m.In(sample))
	}
	return strings.Join(out, " ")
}

func TestMentions(t *testing.T) {
	r := reading()
	said, _, _ := r.Party("سعيد")
	r.MakeMention(at("وأضاف"), *said)
	if got := mentions(r, "سعيد"); got != "وأضاف سعيد" {
		t.Errorf("mentions %q", got)
	}
	r.MoveMention(at("وأضاف"), Span{at("وأضاف").Start + len("و"), at("وأضاف").End})
	if got := mentions(r, "سعيد"); got != "أضاف سعيد" {
		t.Errorf("mentions %q after moving an end", got)
	}
	r.MakeMention(at("زيد"), *said)
	if got := mentions(r, "سعيد"); got != "زيد أضاف سعيد" || mentions(r, "زيد") != "" {
		t.Errorf("mentions %q, and of the other %q, after taking one over", got, mentions(r, "زيد"))
	}
	r.DropMention(at("سعيد"))
	if got := mentions(r, "سعيد"); got != "زيد أضاف" {
		t.Errorf("mentions %q after dropping one", got)
	}
	for range 4 {
		r.Undo()
	}
	if mentions(r, "سعيد") != "سعيد" || mentions(r, "زيد") != "زيد" {
		t.Error("undone, the mentions are not as they were")
	}
}

// What is written onto a name is no part of it, what stands before it may be.
func TestMentionsLeaveOutProclitics(t *testing.T) {
	const text = "قال زيد. والوزير زيد صامت وزيد غائب."
	x := Party{ID: "x", Name: "زيد"}
	for words, want := range map[string]string{"وزيد": "زيد", "والوزير زيد": "والوزير زيد", "زيد غائب": "زيد غائب"} {
		r := NewReading(NewArticle(text, nil), Findings{}, nil, "أنا")
		i := strings.Index(text, words)
		a, ok := r.MakeMention(Span{i, i + len(words)}, x)
		if !ok || a.Anchor.Exact != want {
			t.Errorf("%s: the mention is %q, want %q", words, a.Anchor.Exact, want)
		}
	}
}

func TestPartyTraits(t *testing.T) {
	r := reading()
	r.RenameParty("زيد", "زيد بن عمرو")
	r.RenameParty("زيد", "أبو عمرو")
	r.SetPartyKind("زيد", Organisation)
	r.SetRole("زيد", "ناطق")
	r.AddAlias("زيد", "الناطق")
	p, n, _ := r.Party("زيد")
	if p.Name != "أبو عمرو" || n != 1 || p.Kind != Organisation || !slices.Equal(p.Roles, []string{"ناطق"}) ||
		!slices.Equal(p.Aliases, []string{"زيد", "زيد بن عمرو", "الناطق"}) {
		t.Errorf("the party is %+v", p)
	}
	for _, a := range r.Log().All() {
		if a.Article != "" || !a.Deed.LibraryWide() {
			t.Errorf("%v belongs to the article %q", a.Deed, a.Article)
		}
	}
}

// A merger holds for speakers, candidates and mentions, keeps both names, also
// of parties of other articles, and ends by a split.
func TestMerge(t *testing.T) {
	r := reading()
	said, _, _ := r.Party("سعيد")
	before, quotes := slices.Clone(r.Parties()), r.Quotes()
	r.MergeParties("زيد", *said)
	p, n, _ := r.Party("سعيد")
	if len(r.Parties()) != 1 || n != 1 || p.Name != "سعيد" || !slices.Equal(p.Aliases, []string{"زيد"}) || len(p.Mentions) != 2 {
		t.Errorf("merged: %+v", r.Parties())
	}
	if r.Quotes()[0].Speaker != "سعيد" {
		t.Errorf("the speaker is %s", r.Quotes()[0].Speaker)
	}
	r.MergeParties("سعيد", Party{ID: "زيد"}) // by one who did not know: no circle
	r.MergeParties("سعيد", Party{ID: "far", Name: "Far", Kind: Place})
	p = &r.Parties()[0]
	if p.ID != "far" || p.Name != "Far" || p.Kind != Place || !slices.Equal(p.Aliases, []string{"سعيد", "زيد"}) && !slices.Equal(p.Aliases, []string{"زيد", "سعيد"}) {
		t.Errorf("merged with one of another article: %+v", p)
	}
	if m := r.Merged("far"); len(m) != 2 || m[0].Name != "زيد" || m[1].Name != "سعيد" {
		t.Errorf("the parts are %+v", m)
	}
	r.SplitParty("زيد")
	r.SplitParty("سعيد")
	if !reflect.DeepEqual(r.Parties(), before) || !reflect.DeepEqual(r.Quotes(), quotes) {
		t.Errorf("after the splits %+v", r.Parties())
	}
	if _, ok := r.SplitParty("زيد"); ok {
		t.Error("split what is not merged")
	}
}

func TestAcceptAll(t *testing.T) {
	r := reading()
	r.src.found.Quotes[0].Confidence = 0.9
	r.derive()
	if as := r.AcceptAll(0, 0.95); len(as) != 0 {
		t.Errorf("accepted %d guesses that are less sure", len(as))
	}
	if as := r.AcceptAll(0, 0.9); len(as) != 1 {
		t.Errorf("accepted %d, want 1", len(as))
	}
	r.Undo()
	if as := r.AcceptAll(0, 0); len(as) != 2 || as[0].Group == "" || as[0].Group != as[1].Group {
		t.Errorf("accepted %+v", as)
	}
	if got := undecided(r, false); !slices.Equal(got, []int{1}) {
		t.Errorf("undecided %v", got)
	}
	r.Undo()
	if got := undecided(r, true); !slices.Equal(got, []int{1, 2, 0}) { // scare marks are less sure
		t.Errorf("one undo left undecided %v", got)
	}
	r.Redo()
	if got := undecided(r, false); !slices.Equal(got, []int{1}) {
		t.Errorf("redone, undecided %v", got)
	}
}

// Each keeps his own word, and both see where they differ.
func TestDifferences(t *testing.T) {
	mine, theirs := reading(), reading()
	theirs.Author = "هي"
	said, _, _ := mine.Party("سعيد")
	mine.Accept(0)
	theirs.Assign(0, *said)
	mine.SetKind(2, WorkTitle)
	theirs.SetKind(2, WorkTitle)
	theirs.SetNote(1, "ملاحظة")
	mine.RenameParty("زيد", "زيد الأول")
	theirs.RenameParty("زيد", "زيد الثاني")
	mine.AddHistory(theirs.Log().All())
	theirs.AddHistory(mine.Log().All())
	if !reflect.DeepEqual(ids(mine.Log().All()), ids(theirs.Log().All())) {
		t.Error("the orders differ")
	}
	if mine.Quotes()[0].Speaker != "زيد" || theirs.Quotes()[0].Speaker != "سعيد" || mine.Quotes()[1].Note != "ملاحظة" {
		t.Errorf("mine %s\ntheirs %s", seen(mine), seen(theirs))
	}
	d := mine.Differences()
	if len(d) != 2 || d[0].Quotes[0] != 0 || d[0].Of("أنا", Annotator).Parts[0].Speaker != "زيد" || d[0].Of("هي", Annotator).Parts[0].Speaker != "سعيد" || d[0].Differ != OnSpeaker ||
		d[1].Party != "زيد" || d[1].Words[1].Name != "زيد الثاني" {
		t.Errorf("differences %+v", d)
	}
	a, _ := mine.Undo() // of my own
	if a.Author != "أنا" || mine.Parties()[0].Name != "زيد الثاني" {
		t.Errorf("undo took back %+v", a)
	}
}

// dump is all that a view shows, and what was found below it.
func dump(v *view) string {
	return fmt.Sprintf("%+v %+v %+v %+v", v.quotes, v.parties, v.unresolved, v.src.found)
}

// Whatever was done, decisions have the fields of their deeds and no earlier view
// changes, undoing to the start gives the first state, redoing the
// last one; and the log alone gives the same reading in any order of arrival.
func TestAnySequence(t *testing.T) {
	for seed := range int64(400) {
		random := rand.New(rand.NewSource(seed))
		r := reading()
		first := *r
		views := map[*view]string{}
		for range random.Intn(30) {
			views[r.view] = dump(r.view)
			anything(random, r)
		}
		for v, before := range views {
			if now := dump(v); now != before {
				t.Fatalf("seed %d: a view changed from\n%s\nto\n%s", seed, before, now)
			}
		}
		for _, a := range r.Log().All() {
			needs, set := deeds[a.Deed].needs, fieldsSet(&a)
			if set&needs != needs || set&^(needs|deeds[a.Deed].takes) != 0 {
				t.Fatalf("seed %d: %v has the fields %q", seed, a.Deed, set)
			}
		}
		entries := slices.Clone(r.Log().All())
		random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		again := NewReading(r.Article, r.src.found, entries, r.Author)
		if !reflect.DeepEqual(r.Quotes(), again.Quotes()) || !reflect.DeepEqual(r.Parties(), again.Parties()) {
			t.Fatalf("seed %d: read again\n%s\nwant\n%s", seed, seen(again), seen(r))
		}
		last, parties := r.Quotes(), r.Parties()
		n := 0
		for _, ok := r.Undo(); ok; _, ok = r.Undo() {
			n++
		}
		if !reflect.DeepEqual(r.Quotes(), first.quotes) || !reflect.DeepEqual(r.Parties(), first.parties) {
			t.Fatalf("seed %d: undone to the start\n%s\nwant\n%s", seed, seen(r), seen(&first))
		}
		for range n {
			r.Redo()
		}
		if !reflect.DeepEqual(r.Quotes(), last) || !reflect.DeepEqual(r.Parties(), parties) {
			t.Fatalf("seed %d: redone\n%s", seed, seen(r))
		}
	}
}

// Whatever was merged with whatever, splitting all gives the parties back.
func TestAnyMergers(t *testing.T) {
	for seed := range int64(300) {
		random := rand.New(rand.NewSource(seed))
		r := reading()
		for range 3 {
			name := strings.Fields(sample)[random.Intn(8)]
			r.Assign(random.Intn(3), Party{ID: PartyID(name), Name: name})
		}
		parties, quotes := r.Parties(), r.Quotes()
		for range 1 + random.Intn(6) {
			p := r.Parties()
			r.MergeParties(p[random.Intn(len(p))].ID, p[random.Intn(len(p))])
		}
		for _, p := range slices.Clone(r.Parties()) {
			members := r.Merged(p.ID)
			for _, m := range members {
				if !slices.Contains(p.Aliases, m.Name) {
					t.Fatalf("seed %d: %q is not among the names of %+v", seed, m.Name, p)
				}
			}
			random.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
			for _, m := range members {
				r.SplitParty(m.ID)
			}
		}
		if !reflect.DeepEqual(r.Parties(), parties) || !reflect.DeepEqual(r.Quotes(), quotes) {
			t.Fatalf("seed %d: after the splits %+v\nwant %+v", seed, r.Parties(), parties)
		}
	}
}

// Mergers that readers made without knowing of each other never go round.
func TestMergersInCircles(t *testing.T) {
	for seed := range int64(300) {
		random := rand.New(rand.NewSource(seed))
		var as []Annotation
		for i := range 12 {
			as = append(as, Annotation{ID: fmt.Sprint(i), Time: time.Unix(int64(i), 0), Deed: MergeParties,
				Party: PartyID('a' + rune(random.Intn(5))), Target: string('a' + rune(random.Intn(5)))})
		}
		NewReading(NewArticle(sample, nil), Findings{Parties: []Party{{ID: "a"}, {ID: "b"}, {ID: "c"}}}, as, "") // ends
	}
}

// anything makes a random decision, or undoes, or redoes.
func anything(random *rand.Rand, r *Reading) {
	quote := func() int { return random.Intn(len(r.Quotes())) }
	span := func() Span {
		i, j := random.Intn(len(sample)), random.Intn(len(sample))
		return Span{min(i, j), max(i, j)}
	}
	party := func() Party {
		if n := len(r.Parties()); n > 0 && random.Intn(4) > 0 {
			return r.Parties()[random.Intn(n)]
		}
		name := strings.Fields(sample)[random.Intn(4)]
		return Party{ID: PartyID(name), Name: name, Kind: PartyKind(random.Intn(4))}
	}
	deeds := []func(){
		func() { r.Undo() }, func() { r.Undo() }, func() { r.Redo() },
		func() { r.MakeQuote(span(), QuoteKind(random.Intn(5))) },
		func() { r.AcceptAll(0, 0) },
		func() { r.MakeMention(span(), party()) },
		func() { r.RenameParty(party().ID, "اسم "+fmt.Sprint(random.Intn(9))) },
		func() { r.SetPartyKind(party().ID, PartyKind(random.Intn(4))) },
		func() { r.SetRole(party().ID, "صفة") },
		func() { r.AddAlias(party().ID, "لقب") },
		func() { r.MergeParties(party().ID, party()) },
		func() {
			for _, p := range r.Merged(party().ID) {
				r.SplitParty(p.ID)
			}
		},
		func() {
			if past := r.History(); len(past) > 0 {
				r.Retract(past[random.Intn(len(past))].ID)
			}
		},
		func() {
			if past := r.History(); len(past) > 0 {
				r.Reinstate(past[random.Intn(len(past))].ID)
			}
		},
		func() {
			if p := party(); len(p.Mentions) > 0 {
				r.MoveMention(p.Mentions[0].Span, span())
				r.DropMention(p.Mentions[len(p.Mentions)-1].Span)
			}
		},
	}
	if len(r.Quotes()) > 0 {
		deeds = append(deeds,
			func() { r.Assign(quote(), party()) }, func() { r.Accept(quote()) },
			func() { r.SetKind(quote(), QuoteKind(random.Intn(5))) },
			func() { r.MoveQuote(quote(), span()) }, func() { r.DropQuote(quote()) },
			func() { q := quote(); r.SplitQuote(q, r.Quotes()[q].Start+random.Intn(9)) },
			func() { r.JoinNext(quote()) },
			func() { r.SetNote(quote(), "ملاحظة") }, func() { r.SetCertainty(quote(), Certainty(random.Intn(4))) },
			func() { r.SetAddressee(quote(), party()) })
	}
	deeds[random.Intn(len(deeds))]()
}
