package model

import (
	"strings"
	"testing"
	"time"
)

func TestValid(t *testing.T) {
	now := time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)
	article := NewArticle("نص", nil).ID
	sample := sealedSample()
	tests := []struct {
		wrong  string // in the error; "" for a valid one
		change func(*Annotation)
	}{
		{"", func(*Annotation) {}},
		{"", func(a *Annotation) { a.Party, a.Name = "", "" }}, // nobody said it
		{"", func(a *Annotation) { *a = Annotation{ID: "1", Time: now, Deed: Revoke, Target: "0"} }},
		{"", func(a *Annotation) {
			*a = Annotation{ID: "1", Time: now.Add(time.Hour), Deed: RenameParty, Party: "x", Name: "y"}
		}},
		{"", func(a *Annotation) { a.Deed, a.To, a.Target = Confirm, a.Anchor, article }},
		{"cannot stand", func(a *Annotation) { a.Anchor.Start -= 1000 }},
		{"cannot stand", func(a *Annotation) { a.Anchor.Start, a.Anchor.End = a.Anchor.End, a.Anchor.Start }},
		{"bytes long", func(a *Annotation) { a.Anchor.End-- }},
		{"bytes long", func(a *Annotation) { a.Anchor.Exact = "\uFFFD" + a.Anchor.Exact[2:] }},
		{"bytes long", func(a *Annotation) { a.Anchor.Span = Span{} }},
		{"cannot stand", func(a *Annotation) { a.Deed, a.To = MoveQuote, Anchor{Span: Span{-2, 0}, Exact: "ن"} }},
		{`"at"`, func(a *Annotation) { a.Anchor = Anchor{} }},
		{`"to"`, func(a *Annotation) { a.Deed = MoveQuote }},
		{`"to"`, func(a *Annotation) { a.Deed, a.Target = Confirm, article }},
		{`"target"`, func(a *Annotation) { a.Deed, a.To = Confirm, a.Anchor }},
		{`target "x"`, func(a *Annotation) { a.Deed, a.To, a.Target = Confirm, a.Anchor, "x" }},
		{`"target"`, func(a *Annotation) { *a = Annotation{ID: "1", Time: now, Deed: Revoke} }},
		{`"party"`, func(a *Annotation) { a.Deed, a.Party = MakeMention, "" }},
		{`"name"`, func(a *Annotation) { a.Name = "" }},
		{`"name"`, func(a *Annotation) { *a = Annotation{ID: "1", Time: now, Deed: RenameParty, Party: "x"} }},
		{`"text"`, func(a *Annotation) { *a = Annotation{ID: "1", Time: now, Deed: AddAlias, Party: "x"} }},
		{`"target"`, func(a *Annotation) { *a = Annotation{ID: "1", Time: now, Deed: MergeParties, Party: "x"} }},
		{`"article"`, func(a *Annotation) { a.Article = "" }},
		{"SHA-256", func(a *Annotation) { a.Article = "abc" }},
		{"SHA-256", func(a *Annotation) { a.Article = strings.ToUpper(a.Article) }},
		{"SHA-256", func(a *Annotation) { a.Article = a.Article[:62] + "/." }},
		{"the year 1", func(a *Annotation) { a.Time = time.Time{} }},
		{"the year 1969", func(a *Annotation) { a.Time = time.Unix(-1, 0).UTC() }},
		{"future", func(a *Annotation) { a.Time = now.AddDate(0, 0, 2) }},
		{"future", func(a *Annotation) { a.Time = now.AddDate(7000, 0, 0) }},
	}
	for i, tt := range tests {
		a := sample
		tt.change(&a)
		if err := a.Valid(now); (err == nil) != (tt.wrong == "") || err != nil && !strings.Contains(err.Error(), tt.wrong) {
			t.Errorf("%d: %v, want %q", i, err, tt.wrong)
		}
	}
}

// Whatever a reading decides can be taken in elsewhere.
func TestDecisionsAreValid(t *testing.T) {
	text := `قال زيد "نعم" وقال سعيد "لا"`
	r := NewReading(NewArticle(text, nil), Findings{}, nil, "أنا")
	at := func(words string) Span {
		i := strings.Index(text, words)
		return Span{i, i + len(words)}
	}
	zayd := Party{ID: "زيد", Name: "زيد"}
	r.MakeQuote(at("نعم"), Speech)
	r.MakeQuote(at(`نعم" وقال`), Scare)
	r.MakeQuote(at("لا"), Speech)
	r.Assign(0, zayd)
	r.SetKind(0, Other)
	r.Assign(0, Party{})
	r.SetNote(0, "")
	r.SetCertainty(0, Likely)
	r.SetAddressee(0, Party{})
	r.MakeMention(at("زيد"), zayd)
	r.MoveMention(at("زيد"), at("زيد "))
	r.DropMention(at("قال"))
	r.RenameParty("زيد", "عمرو")
	r.SetPartyKind("زيد", Place)
	r.SetRole("زيد", "")
	r.AddAlias("زيد", "س")
	r.MergeParties("زيد", Party{ID: "سعيد"})
	r.SplitParty("زيد")
	r.SplitQuote(0, at("وقال").Start)
	r.JoinNext(0)
	r.MoveQuote(0, at("قال زيد"))
	r.DropQuote(0)
	r.Undo()
	r.Redo()
	made := map[Deed]bool{}
	for _, a := range r.Log().All() {
		made[a.Deed] = true
		if err := a.Valid(time.Now()); err != nil {
			t.Errorf("%v: %v", a.Deed, err)
		}
		if !a.FitsIn(r.Article.ID, text) {
			t.Errorf("%v: its words do not stand at their place", a.Deed)
		}
	}
	if len(made) < 19 {
		t.Errorf("only %d deeds were tried", len(made))
	}
}
