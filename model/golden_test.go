package model

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fixedStamp gives decisions the IDs id1, id2, …, and times a minute apart from a
// clock that stops after the third.
func fixedStamp() []Option {
	asked, ids := 0, 0
	return []Option{
		WithClock(func() time.Time {
			asked++
			return time.Date(2026, 1, 2, 3, min(asked, 3), 0, 0, time.UTC)
		}),
		WithIDs(func() string { ids++; return fmt.Sprint("id", ids) }),
	}
}

// line is a decision on one line, without the context of its anchors.
func line(a *Annotation) string {
	out := fmt.Sprintf("%s %s %s %.8s", a.ID, a.Time.Format(time.RFC3339Nano), a.Author, a.Article)
	if a.Article == "" {
		out += "library"
	}
	out += " " + a.Deed.String()
	add := func(name string, value any, set bool) {
		if set {
			out += fmt.Sprintf(" %s=%v", name, value)
		}
	}
	anchor := func(x Anchor) string { return fmt.Sprintf("%d-%d«%s»", x.Start, x.End, x.Exact) }
	add("group", a.Group, a.Group != "")
	set := fieldsSet(a)
	add("at", anchor(a.Anchor), set&fieldAnchor != 0)
	add("to", anchor(a.To), set&fieldTo != 0)
	add("party", a.Party, set&fieldParty != 0)
	add("name", a.Name, set&fieldName != 0)
	add("type", a.PartyKind, set&fieldPartyKind != 0)
	add("kind", a.Kind, set&fieldKind != 0)
	add("certainty", a.Certainty, set&fieldCertainty != 0)
	add("text", a.Text, set&fieldText != 0)
	add("target", a.Target, set&fieldTarget != 0)
	return out
}

// TestGoldenLog: with a clock and IDs of its own, a reading writes the same log
// each time.
func TestGoldenLog(t *testing.T) {
	from := reading()
	r := NewReading(from.Article, from.src.found, nil, "author", fixedStamp()...)
	said, _, _ := r.Party("سعيد")
	r.AcceptAll(0, 0)
	r.Assign(0, *said)
	r.SetNote(0, "note")
	r.SetCertainty(0, Unsure)
	r.SetAddressee(0, Party{ID: "x", Name: "X", Kind: Organisation})
	r.MakeQuote(at("ذكر"), Indirect)
	r.MoveQuote(0, at("زيد \"نعم"))
	r.JoinNext(0)
	r.SplitQuote(0, at("وأضاف").Start)
	r.MakeMention(at("ذكر"), *said)
	r.MoveMention(at("ذكر"), at("ثم ذكر"))
	r.DropMention(at("زيد"))
	rename, _ := r.RenameParty("زيد", "زيد بن عمرو")
	r.SetPartyKind("زيد", Place)
	r.SetRole("زيد", "role")
	r.AddAlias("زيد", "alias")
	r.MergeParties("زيد", *said)
	r.SplitParty("زيد")
	r.Undo()
	r.Redo()
	r.Retract(rename.ID)

	var log strings.Builder
	for _, a := range r.Log().All() {
		log.WriteString(line(&a) + "\n")
	}
	const file = "testdata/log.golden"
	if *update {
		if err := os.WriteFile(file, []byte(log.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if log.String() != string(want) {
		t.Errorf("the log is\n%s\nwant\n%s", &log, want)
	}
}
