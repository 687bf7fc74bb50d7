package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// People are ordered by all uses of all that are part of them, and named as
// they were decided or used last.
func TestPeople(t *testing.T) {
	at := func(n int) time.Time { return time.Unix(int64(n), 0) }
	uses := []Use{
		{Article: "1", Party: "a", Name: "A", Times: 3, Latest: at(1)},
		{Article: "1", Party: "b", Name: "B", Times: 2, Latest: at(2)},
		{Article: "2", Party: "b", Name: "Bb", Kind: Organisation, Times: 1, Latest: at(3)},
		{Article: "2", Party: "c", Name: "C", Times: 2, Latest: at(1)},
		{Article: "2", Party: "d", Name: "D", Times: 4, Latest: at(1)},
	}
	wide := []Annotation{
		{ID: "1", Time: at(1), Deed: MergeParties, Party: "c", Text: "C", Target: "b", Name: "Bb"},
		{ID: "2", Time: at(2), Deed: RenameParty, Party: "a", Name: "Aa", Text: "A"},
		{ID: "3", Time: at(3), Deed: RenameParty, Party: "x", Name: "X", Text: "Old"}, // found, and never used
		{ID: "4", Time: at(4), Deed: SetPartyKind, Party: "y", PartyKind: Place},      // nameless
		{ID: "5", Time: at(5), Deed: RenameParty, Party: "d", Name: "Dd", Text: "D"},
		{ID: "6", Time: at(6), Deed: Revoke, Target: "5"},
	}
	var got []string
	for _, p := range People(uses, wide) {
		got = append(got, fmt.Sprint(p.ID, p.Name, p.Kind, p.Aliases))
	}
	if got, want := strings.Join(got, " "), "bBbORG [B C] dDPER [] aAaPER [A] xXPER [Old]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A decision on words that name somebody counts; one that was undone does not.
func TestUses(t *testing.T) {
	r := reading()
	said, _, _ := r.Party("سعيد")
	r.Assign(0, *said)
	r.MakeMention(at("وأضاف"), *said)
	r.SetAddressee(1, Party{ID: "x", Name: "X", Kind: Place})
	r.Assign(1, Party{ID: "y"})
	r.Undo()
	r.RenameParty("زيد", "زيد الأول")
	uses := Uses(r.Log().All())
	if len(uses) != 2 || uses[0].Party != "x" || uses[0].Kind != Place || uses[1].Party != "سعيد" || uses[1].Times != 2 ||
		uses[1].Latest != r.Log().All()[1].Time {
		t.Errorf("uses %+v", uses)
	}
}
