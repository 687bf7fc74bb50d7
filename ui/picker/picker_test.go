package picker

import (
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/model"
	"rawi/ui/paint"
)

func people() []model.Party {
	return []model.Party{
		{ID: "سلمى الراشدي", Name: "سلمى الراشدي", Roles: []string{"وزيرة المياه"}},
		{ID: "احمد", Name: "أحمد", Aliases: []string{"أبو ياسر"}},
		{ID: "unep", Name: "UNEP", Kind: model.Organisation},
	}
}

// chosen types text and chooses.
func chosen(text string) (model.Party, bool) {
	p := New(people())
	p.Type(text)
	return p.Chosen()
}

func TestTypingNarrows(t *testing.T) {
	tests := []struct{ typed, name string }{
		{"", "سلمى الراشدي"},      // the likeliest
		{"احم", "أحمد"},           // another hamza
		{"اَحـمد", "أحمد"},        // vowel marks and tatweel
		{"سلمي", "سلمى الراشدي"},  // yeh for alef maksura
		{"وزيره", "سلمى الراشدي"}, // a role, heh for teh marbuta
		{"ابو", "أحمد"},           // another spelling
		{"une", "UNEP"},
		{"كمال", "كمال"}, // nobody: a new party
		{"  كمال   درويش ", "كمال درويش"},
	}
	for _, test := range tests {
		if p, ok := chosen(test.typed); !ok || p.Name != test.name {
			t.Errorf("typing %q chooses %q, want %q", test.typed, p.Name, test.name)
		}
	}
}

func TestNewParty(t *testing.T) {
	p := New(people())
	p.Type("كمال")
	p.NextKind()
	party, ok := p.Chosen()
	if !ok || party.Kind != model.Organisation || party.ID != "كمال" {
		t.Errorf("the new party is %+v", party)
	}
	p.Clear()
	p.Type("أحمد")
	if p.offersNew() {
		t.Error("somebody who is in the list is offered as new")
	}
	p.Clear()
	p.Type("«»")
	if p.offersNew() {
		t.Error("a name without a letter is offered")
	}
}

// The line is edited at the cursor, and control characters stay out of it.
func TestEditing(t *testing.T) {
	p := New(nil)
	p.Type("بج")
	p.Move(-1)
	p.Type("ا\x1b\x07\u0085")
	if string(p.input) != "باج" {
		t.Errorf("the line is %q", string(p.input))
	}
	p.Erase()
	p.Move(-5)
	p.Erase()
	p.Move(9)
	if string(p.input) != "بج" || p.cursor != 2 {
		t.Errorf("the line is %q, the cursor at %d", string(p.input), p.cursor)
	}
}

func TestViewIsExact(t *testing.T) {
	w := Words{
		New: func(name, kind string) string { return name + kind }, Kind: func(model.PartyKind) string { return "شخص" },
		Number: func(model.PartyID) (int, bool) { return 1, true },
	}
	for width := 1; width < 60; width += 7 {
		for height := 1; height < 12; height++ {
			p := New(people())
			p.Resize(width, height)
			p.Type("ا")
			p.Next(2)
			rows := p.View(paint.Painter{}, w)
			if len(rows) != height {
				t.Fatalf("%dx%d: %d rows", width, height, len(rows))
			}
			for _, row := range rows {
				if lipgloss.Width(row) != width {
					t.Fatalf("%dx%d: a row of %d columns", width, height, lipgloss.Width(row))
				}
			}
		}
	}
}
