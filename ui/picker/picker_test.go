package picker

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/ui/paint"
)

func people() []Item {
	return []Item{
		{Names: []string{"سلمى الراشدي"}, Also: []string{"وزيرة المياه"}, Text: "سلمى الراشدي"},
		{Names: []string{"أحمد", "أبو ياسر"}, Text: "أحمد"},
		{Names: []string{"UNEP"}, Text: "UNEP"},
	}
}

// chosen types text and chooses: the name of an item, or what was typed.
func chosen(text string) string {
	p := New(people(), Name)
	p.Type(text)
	c, ok := p.Chosen()
	switch {
	case !ok:
		return "nothing"
	case c.Item < 0:
		return "typed " + c.Typed
	}
	return people()[c.Item].Text
}

func TestTypingNarrows(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"", "سلمى الراشدي"},      // the first
		{"احم", "أحمد"},           // another hamza
		{"اَحـمد", "أحمد"},        // vowel marks and tatweel
		{"سلمي", "سلمى الراشدي"},  // yeh for alef maksura
		{"وزيره", "سلمى الراشدي"}, // a role, heh for teh marbuta
		{"ابو", "أحمد"},           // another spelling
		{"une", "UNEP"},
		{"كمال", "typed كمال"}, // nobody
		{"  كمال   درويش ", "typed كمال درويش"},
	}
	for _, test := range tests {
		if got := chosen(test.typed); got != test.want {
			t.Errorf("typing %q chooses %q, want %q", test.typed, got, test.want)
		}
	}
}

// What was typed is offered unless it has no letter or somebody has that name.
func TestTypedIsOffered(t *testing.T) {
	tests := []struct {
		typed  string
		typing Typing
		want   bool
	}{
		{"كمال", Name, true}, {"كمال", Narrowing, false}, {"أحمد", Name, false}, {"ابو ياسر", Name, true},
		{"«»", Name, false}, {"وزيرة المياه", Name, true}, {"", Name, false}, {"أحمد", Text, true}, {"؟", Text, true}, {"", Text, false},
	}
	for _, test := range tests {
		p := New(people(), test.typing)
		p.Type(test.typed)
		if got := len(p.offered()) > 0; got != test.want {
			t.Errorf("%q, typing for %v: offered %v", test.typed, test.typing, got)
		}
	}
}

// What is typed after a name is the argument of an item that takes one.
func TestArgument(t *testing.T) {
	items := []Item{
		{Names: []string{"accept", "قبول"}},
		{Names: []string{"accept above", "قبول ما فوق"}, Argument: true},
		{Names: []string{"note", "ملاحظة"}, Argument: true},
	}
	tests := []struct {
		typed, argument string
		item            int
	}{
		{"accept", "", 0}, {"accept above 90", "90", 1}, {"قبول ما فوق ٩٠", "٩٠", 1}, {"note accept  it", "accept it", 2},
		{"ملاحظه: نعم", "نعم", 2}, {"not", "", 2},
	}
	for _, test := range tests {
		p := New(items, Narrowing)
		p.Type(test.typed)
		if c, ok := p.Chosen(); !ok || c.Item != test.item || c.Typed != test.argument {
			t.Errorf("%q chooses %+v, %v; want %d %q", test.typed, c, ok, test.item, test.argument)
		}
	}
}

// Where something agrees in its letters, what agrees in its consonants alone is
// left out, except for names.
func TestLooseMatches(t *testing.T) {
	items := []Item{{Names: []string{"قبول", "accept"}}, {Names: []string{"السجل", "history"}, Also: []string{"سجل القرارات"}}, {Names: []string{"شق"}}}
	for typing, want := range map[Typing]int{Narrowing: 1, Name: 3} {
		p := New(items, typing)
		p.Type("acc")
		if shown, _ := p.matches(); len(shown) != want {
			t.Errorf("typing for %v: %d items", typing, len(shown))
		}
	}
}

// What was typed and finds nothing selects nothing: signs alone are no name, and
// a text stands for itself however much it looks like an item.
func TestNothingIsFound(t *testing.T) {
	for _, test := range []struct {
		typed  string
		typing Typing
		want   string
	}{
		{"؟؟", Name, "nothing"}, {"...", Narrowing, "nothing"}, {"زيد", Narrowing, "nothing"}, {"أحمد", Text, "typed أحمد"}, {"؟", Text, "typed ؟"},
	} {
		p := New(people(), test.typing)
		p.Type(test.typed)
		got := "nothing"
		if c, ok := p.Chosen(); ok && c.Item < 0 {
			got = "typed " + c.Typed
		} else if ok {
			got = people()[c.Item].Text
		}
		if got != test.want {
			t.Errorf("typing %q for %v chooses %q, want %q", test.typed, test.typing, got, test.want)
		}
	}
}

// A list with a meaning selects what is meant and what the reader moves to, and
// nothing else.
func TestMeaning(t *testing.T) {
	p := New(people(), Narrowing)
	p.SetMeaning(func(typed string) int {
		if typed == "ا" {
			return 1
		}
		return -1
	})
	chosen := func() int {
		if c, ok := p.Chosen(); ok {
			return c.Item
		}
		return -1
	}
	if got := chosen(); got != -1 {
		t.Errorf("nothing typed selects %d", got)
	}
	if p.Next(1); chosen() != 0 {
		t.Errorf("moved down, %d is selected", chosen())
	}
	if p.Type("ا"); chosen() != 1 {
		t.Errorf("what was typed selects %d", chosen())
	}
	if p.Type("ح"); chosen() != -1 {
		t.Errorf("what means nothing selects %d", chosen())
	}
}

// The line is edited at the cursor, and control characters stay out of it.
func TestEditing(t *testing.T) {
	var l Line
	l.Type("بج")
	l.Move(-1)
	l.Type("ا\x1b\x07\u0085")
	if l.String() != "باج" {
		t.Errorf("the line is %q", l.String())
	}
	l.Erase()
	l.Move(-5)
	l.Erase()
	l.Move(9)
	if l.String() != "بج" || l.cursor != 2 {
		t.Errorf("the line is %q, the cursor at %d", l.String(), l.cursor)
	}
}

// The caret is seen however long the line is.
func TestCaretIsShown(t *testing.T) {
	var screen paint.Screen
	measure := screen.Measure
	var l Line
	l.Type("ملاحظة طويلة لا يتّسع لها سطر واحد في نافذة ضيّقة")
	for width := 1; width < 60; width++ {
		if got := l.Shown(width, measure); measure(got) > max(width, 1) && got[:len(Caret)] != Caret {
			t.Errorf("in %d columns the line is %q", width, got)
		}
	}
}

func TestViewIsExact(t *testing.T) {
	w := Words{Typed: func(name string) string { return name }, Digits: true}
	for width := 1; width < 60; width += 7 {
		for height := 1; height < 12; height++ {
			p := New(people(), Name)
			p.Resize(width, height)
			p.Type("ا")
			p.Next(2)
			var screen paint.Screen
			p.View(screen.Start(paint.Painter{}, width, height), w)
			rows := strings.Split(screen.String(), "\n")
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
