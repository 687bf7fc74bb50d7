package room

import (
	"testing"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
)

func scene() *Scene {
	a := model.NewArticle("قال زيد", nil)
	return &Scene{Article: a, Reading: model.NewReading(a, model.Findings{}, nil, "")}
}

func people() []model.Party {
	return []model.Party{{ID: "زيد", Name: "زيد"}, {ID: "هند", Name: "هند"}}
}

// What each key does to an open list: whether it closes, and what follows.
func TestPress(t *testing.T) {
	tests := []struct {
		name   string
		keys   []string
		said   string
		closes bool
	}{
		{"enter takes the first", []string{"enter"}, "زيد", true},
		{"down and enter the second", []string{"down", "enter"}, "هند", true},
		{"a digit takes its row", []string{"2"}, "هند", true},
		{"a digit without a row does nothing", []string{"3"}, "", false},
		{"typing narrows", []string{"ه", "enter"}, "هند", true},
		{"nothing fits", []string{"ه", "ه", "ه", "enter"}, "", false},
		{"what was typed is erased", []string{"ه", "backspace", "enter"}, "زيد", true},
		{"esc leaves", []string{"ه", "esc"}, "", true},
		{"tab without a meaning stays", []string{"tab"}, "", false},
	}
	for _, test := range tests {
		q := scene().Pick(l10n.SameAs, people(), func(p model.Party) Effect { return Say(p.Name) })
		var effect Effect
		var closes bool
		for _, key := range test.keys {
			digit := 0
			if key == "2" || key == "3" {
				digit = int(key[0] - '0')
			}
			effect, closes = q.Press(key, key, digit)
		}
		if effect.Say != test.said || closes != test.closes {
			t.Errorf("%s: %q, closes %v", test.name, effect.Say, closes)
		}
	}
}

// If no row is selected, enter gives what was typed to ChooseTyped; tab keeps the
// question open.
func TestChooseTyped(t *testing.T) {
	q := &Question{Picker: picker.New(nil, picker.Narrowing), Tab: func() Effect { return Say("tab") }}
	if _, closes := q.Press("enter", "", 0); closes {
		t.Error("nothing is selected, and it closes")
	}
	q.ChooseTyped = func(typed string) Effect { return Say("not " + typed) }
	q.Type("x")
	if effect, closes := q.Press("enter", "", 0); effect.Say != "not x" || !closes {
		t.Errorf("%q, closes %v", effect.Say, closes)
	}
	if effect, closes := q.Press("tab", "", 0); effect.Say != "tab" || closes {
		t.Errorf("%q, closes %v", effect.Say, closes)
	}
}

// A text begins as what is there and is taken away by the row that says so.
func TestType(t *testing.T) {
	answer := func(there string, keys ...string) string {
		q := scene().Type(l10n.NoteTitle, l10n.TypeNote, there, func(text string) Effect { return Say("<" + text + ">") }).Ask
		var effect Effect
		for _, key := range keys {
			effect, _ = q.Press(key, key, 0)
		}
		return effect.Say
	}
	for _, test := range []struct{ got, want string }{
		{answer("قديم", "ا", "enter"), "<قديما>"},
		{answer("قديم", "ctrl+u", "ج", "enter"), "<ج>"},
		{answer("قديم", "ctrl+u", "enter"), "<>"},
		{answer("", "enter"), ""},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// The current quotation is one of those there are, and none where there is none.
func TestClamp(t *testing.T) {
	s := scene()
	s.Current = 5
	if s.Clamp(); s.Current != 0 {
		t.Errorf("without quotations the current one is %d", s.Current)
	}
	if _, ok := s.Quote(); ok || s.Candidates() != nil || s.Nearest(9) != nil {
		t.Error("an article without quotations has a current one")
	}
}
