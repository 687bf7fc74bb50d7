package model

import (
	"cmp"
	"reflect"
	"strings"
	"testing"
)

const sample = `قال زيد "نعم" وأضاف "لا" ثم ذكر سعيد "ربما"`

// reading is sample with two parties and three quotations; the program
// believes that زيد spoke the first, and does not know the others.
func reading() *Reading {
	span := func(word string) Span {
		for i := range sample {
			if len(sample)-i >= len(word) && sample[i:i+len(word)] == word {
				return Span{i, i + len(word)}
			}
		}
		panic(word)
	}
	zayd := Party{ID: "زيد", Name: "زيد", Mentions: []Mention{{Span: span("زيد")}}}
	said := Party{ID: "سعيد", Name: "سعيد", Mentions: []Mention{{Span: span("سعيد")}}}
	quotes := []Quote{
		{Span: span("نعم"), Marked: true, Speaker: zayd.ID, Reason: Reason{Rule: VerbSubject}},
		{Span: span("لا"), Marked: true},
		{Span: span("ربما"), Marked: true, Kind: Scare},
	}
	return NewReading(NewArticle(sample, nil), Findings{quotes, []Party{zayd, said}}, nil, "أنا")
}

func TestDecisionsOutrankGuesses(t *testing.T) {
	r := reading()
	said, _, _ := r.Party("سعيد")
	a := r.Assign(0, *said)
	q := r.Quotes()[0]
	if q.Speaker != "سعيد" || !q.Decided() || q.Decision != a.ID || q.Reason.Rule != VerbSubject {
		t.Errorf("after Assign the quotation is %+v", q)
	}
	if a.Author != "أنا" || a.Time.IsZero() || a.Anchor.Exact != "نعم" || a.Anchor.Before == "" {
		t.Errorf("the annotation is %+v", a)
	}
	r.Assign(2, *said)
	if q := r.Quotes()[2]; q.Kind != Speech {
		t.Errorf("words with a speaker are %v, want speech", q.Kind)
	}
	r.SetKind(2, Other)
	if r.SpokenBy("سعيد") != 1 || r.SpokenBy("زيد") != 0 {
		t.Errorf("سعيد spoke %d and زيد %d, want 1 and 0", r.SpokenBy("سعيد"), r.SpokenBy("زيد"))
	}
}

func TestAccept(t *testing.T) {
	r := reading()
	want := []bool{true, false, true} // a guess; nobody known; a kind without speaker
	for i, w := range want {
		if _, ok := r.Accept(i); ok != w || r.Quotes()[i].Decided() != w {
			t.Errorf("Accept(%d) = %v, want %v", i, ok, w)
		}
	}
	if _, ok := r.Accept(0); ok {
		t.Error("what is decided was accepted again")
	}
}

// A name that nobody has becomes a party, with its places in the text.
func TestNewParty(t *testing.T) {
	r := reading()
	r.Assign(1, Party{ID: "ثم", Name: "ثم", Kind: Organisation})
	p, number, ok := r.Party("ثم")
	if !ok || number != 3 || p.Kind != Organisation || len(p.Mentions) != 1 {
		t.Errorf("the new party is %+v, number %d", p, number)
	}
	r.Undo()
	if _, _, ok := r.Party("ثم"); ok || len(r.Parties()) != 2 {
		t.Error("the new party stays after undo")
	}
}

// The same log over the same findings gives the same reading, and a quotation
// that the program no longer finds is kept by the decision on it.
func TestReplay(t *testing.T) {
	r := reading()
	r.Accept(0)
	r.SetKind(1, Other)
	r.Undo()
	again := NewReading(r.Article, r.src.found, r.Log().All(), r.Author)
	if !reflect.DeepEqual(r.Quotes(), again.Quotes()) || !reflect.DeepEqual(r.Parties(), again.Parties()) {
		t.Error("replaying the log gives another reading")
	}
	blind := NewReading(r.Article, Findings{}, r.Log().All(), r.Author)
	if q := blind.Quotes(); len(q) != 1 || q[0].Speaker != "زيد" || q[0].Span != r.Quotes()[0].Span {
		t.Errorf("without findings the quotations are %+v", q)
	}
}

// Two windows decide at once; after both have learned of the other they agree.
func TestAddHistory(t *testing.T) {
	one, two := reading(), reading()
	a, _ := one.Accept(0)
	b := two.SetKind(1, Other)
	library := []Annotation{b, a} // the order in which they reached the disk
	one.AddHistory(library)
	two.AddHistory(library)
	if !reflect.DeepEqual(one.Quotes(), two.Quotes()) || !one.Quotes()[0].Decided() || !one.Quotes()[1].Decided() {
		t.Error("two windows differ after both have learned all decisions")
	}
	c := one.SetKind(2, WorkTitle) // not saved yet
	one.AddHistory(library)
	if one.Quotes()[2].Decision != c.ID {
		t.Error("learning lost a decision that was not saved yet")
	}
}

func TestSubject(t *testing.T) {
	r := reading()
	r.Accept(0)
	r.SetKind(2, Other)
	for _, do := range []func() (Annotation, bool){r.Undo, r.Redo} {
		a, _ := do()
		if i, ok := r.Subject(a); !ok || i != 2 {
			t.Errorf("the subject of %+v is %d, %v; want 2", a, i, ok)
		}
	}
}

// Candidates names everybody once, the present speaker first.
func TestCandidates(t *testing.T) {
	r := reading()
	r.Accept(0)
	for i := range r.Quotes() {
		c := r.Candidates(i)
		if len(c) != 2 || c[0].ID != "زيد" || c[1].ID != "سعيد" {
			t.Errorf("candidates for %d: %v", i, c)
		}
	}
}

func TestAnchor(t *testing.T) {
	a := NewAnchor(sample, Span{0, len("قال")})
	if a.Exact != "قال" || a.Before != "" || !a.Holds(sample) {
		t.Errorf("the anchor is %+v", a)
	}
	for _, other := range []string{"", "قا", "كان زيد", " " + sample} {
		if a.Holds(other) {
			t.Errorf("the anchor holds in %q", other)
		}
	}
}

func TestNames(t *testing.T) {
	for k := range Other + 1 {
		if got, ok := ParseQuoteKind(k.String()); !ok || got != k {
			t.Errorf("ParseQuoteKind(%v) = %v", k, got)
		}
	}
	for k := range RoleOnly + 1 {
		if got, ok := ParsePartyKind(k.String()); !ok || got != k {
			t.Errorf("ParsePartyKind(%v) = %v", k, got)
		}
	}
	for d := range Revoke + 1 {
		if got, ok := ParseDeed(d.String()); !ok || got != d {
			t.Errorf("ParseDeed(%v) = %v", d, got)
		}
	}
}

// What hangs on a decision follows it, through several quotations, but no
// other decision is overruled and what has a speaker of its own stays.
func TestChainFollowsDecision(t *testing.T) {
	const text = "ABCDE"
	at := func(i int) Span { return Span{i, i + 1} }
	found := []Quote{
		{Span: at(0), Speaker: "x", Reason: Reason{Rule: VerbSubject}},
		{Span: at(1), Speaker: "x", Reason: Reason{Rule: PreviousSpeaker}, Follows: at(0)},
		{Span: at(2), Speaker: "y", Reason: Reason{Rule: VerbSubject}},
		{Span: at(3), Speaker: "x", Reason: Reason{Rule: PreviousSpeaker}, Follows: at(1)},
		{Span: at(4), Follows: at(3)},
	}
	tests := []struct {
		name, want string
		decide     func(r *Reading, z Party)
	}{
		{"nothing decided", "x x y x -", func(*Reading, Party) {}},
		{"the first", "z z y z z", func(r *Reading, z Party) { r.Assign(0, z) }},
		{"the second", "x z y z z", func(r *Reading, z Party) { r.Assign(1, z) }},
		{"one that nothing hangs on", "x x z x -", func(r *Reading, z Party) { r.Assign(2, z) }},
		{"a decision later in the chain stays", "z z y x x", func(r *Reading, z Party) { r.Accept(3); r.Assign(0, z) }},
		{"no speech, no chain", "x x y x -", func(r *Reading, z Party) { r.SetKind(0, Other) }},
		{"undone", "x x y x -", func(r *Reading, z Party) { r.Assign(0, z); r.Undo() }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, y, z := Party{ID: "x"}, Party{ID: "y"}, Party{ID: "z"}
			r := NewReading(NewArticle(text, nil), Findings{Quotes: found, Parties: []Party{x, y, z}}, nil, "")
			tt.decide(r, z)
			var got []string
			for _, q := range r.Quotes() {
				got = append(got, cmp.Or(string(q.Speaker), "-"))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}
