package cmdline

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// actions are some of rawi's, with names that begin alike.
var actions = []Action{
	{Names: []string{"قبول", "accept"}},
	{Names: []string{"قبول الباقي", "accept rest"}},
	{Names: []string{"قبول ما فوق", "accept above"}, Argument: true},
	{Names: []string{"اذهب", "go"}, Argument: true},
	{Names: []string{"ملاحظة", "note"}, Argument: true},
	{Names: []string{"ليس قولا", "not speech"}},
	{Names: []string{"تحفظ", "scare"}},
	{Names: []string{"التشكيل", "marks"}},
	{Names: []string{"الأول", "top"}},
	{Names: []string{"إعادة", "redo"}},
	{Names: []string{"خروج", "quit"}},
	{Names: []string{"اقتباس", "quote"}},
}

func TestParse(t *testing.T) {
	tests := []struct {
		typed    string
		outcome  Outcome
		action   string // its Latin name
		argument string
	}{
		{"", Nothing, "", ""},
		{" \t ", Nothing, "", ""},

		// Whole names, in both languages, folded.
		{"accept", Run, "accept", ""},
		{"  Accept ", Run, "accept", ""},
		{"accept rest", Run, "accept rest", ""},
		{"accept   rest", Run, "accept rest", ""},
		{"not-speech", Run, "not speech", ""},
		{"قبول", Run, "accept", ""},
		{"قَبُولـ", Run, "accept", ""},
		{"اعاده", Run, "redo", ""}, // hamza and teh marbuta as people type them
		{"ملاحظه", Run, "note", ""},
		{"note", Run, "note", ""}, // it asks then

		// A beginning that fits one action alone.
		{"accept a", Run, "accept above", ""},
		{"accept r", Run, "accept rest", ""},
		{"sc", Run, "scare", ""},
		{"mar", Run, "marks", ""},
		{"not ", Ambiguous, "", ""}, // note, not speech
		{"not s", Run, "not speech", ""},
		{"التش", Run, "marks", ""},
		{"قبول ا", Run, "accept rest", ""},
		{"اذ", Run, "go", ""},
		{"q", Ambiguous, "", ""},
		{"acc", Ambiguous, "", ""},
		{"ال", Ambiguous, "", ""},

		// Arguments: the longest full name wins.
		{"accept above 90", Run, "accept above", "90"},
		{"ACCEPT above  ٩٠٪", Run, "accept above", "٩٠٪"},
		{"قبول ما فوق ٩٠", Run, "accept above", "٩٠"},
		{"go 12", Run, "go", "12"},
		{"اذهب ۱۲", Run, "go", "۱۲"},
		{"note accept  it", Run, "note", "accept it"},
		{"note accept", Run, "note", "accept"},
		{"ملاحظة: نعم", Run, "note", "نعم"},
		{"accept above", Run, "accept above", ""},

		// A number alone is a quotation.
		{"12", GoTo, "", "12"},
		{"٣", GoTo, "", "3"},
		{"۱۲", GoTo, "", "12"},
		{" 7 ", GoTo, "", "7"},
		{"99999999999999999999999", GoTo, "", "99999999999999999999999"},

		// Wrong words mean nothing.
		{"copy", Unknown, "", ""},
		{"share", Unknown, "", ""},
		{"zzz", Unknown, "", ""},
		{"accepted", Unknown, "", ""},
		{"accept 90", Unknown, "", ""},
		{"accept it", Unknown, "", ""},
		{"cept", Unknown, "", ""},
		{"above", Unknown, "", ""},
		{"rest", Unknown, "", ""},
		{"marks off", Unknown, "", ""},
		{"no 5", Unknown, "", ""},
		{"g 12", Unknown, "", ""}, // an argument follows a whole name alone
		{"قبل", Unknown, "", ""},
		{"مشاركة", Unknown, "", ""},
		{"90%", Unknown, "", ""},
		{"-3", Unknown, "", ""},
		{"1 2", Unknown, "", ""},
		{"3x", Unknown, "", ""},
		{"؟", Unknown, "", ""},
		{"...", Unknown, "", ""},
	}
	for _, test := range tests {
		m := Parse(test.typed, actions)
		action := ""
		if m.Outcome == Run {
			action = actions[m.Action].Names[1]
		}
		if m.Outcome != test.outcome || action != test.action || m.Argument != test.argument {
			t.Errorf("%q: %d %q %q, want %d %q %q", test.typed, m.Outcome, action, m.Argument, test.outcome, test.action, test.argument)
		}
		if needsNames := m.Outcome == Unknown || m.Outcome == Ambiguous; needsNames != (len(m.Names) > 0) {
			t.Errorf("%q: outcome %d with names %q", test.typed, m.Outcome, m.Names)
		}
	}
}

// What is offered instead of a wrong word is what was meant, in the language
// that was typed.
func TestNames(t *testing.T) {
	tests := []struct{ typed, first string }{
		{"acept", "accept"}, {"share", "scare"}, {"mraks", "marks"}, {"qiut", "quit"}, {"nore", "note"},
		{"acept rest", "accept rest"}, {"قبل", "قبول"}, {"التشكل", "التشكيل"},
	}
	for _, test := range tests {
		if m := Parse(test.typed, actions); m.Names[0] != test.first || len(m.Names) > suggestions {
			t.Errorf("%q offers %q, want %q first", test.typed, m.Names, test.first)
		}
	}
	if m := Parse("acc", actions); !slices.Equal(m.Names, []string{"accept", "accept rest", "accept above"}) {
		t.Errorf("acc begins %q", m.Names)
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		typed string
		n     int
		ok    bool
	}{
		{"12", 12, true}, {"٩٠٪", 90, true}, {"۱۲", 12, true}, {"80%", 80, true}, {"0", 0, true},
		{"99999999999999999999999", math.MaxInt, true}, {"", 0, false}, {"%", 0, false}, {"-1", 0, false}, {"1.5", 0, false}, {"x", 0, false},
	}
	for _, test := range tests {
		if n, ok := Number(test.typed); n != test.n || ok != test.ok {
			t.Errorf("%q is %d, %v", test.typed, n, ok)
		}
	}
}

// Whatever is typed, only a name's whole key, a beginning of one, or a name and
// an argument runs a action.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"accept", "accept above 90", "قبول", "١٢", "zzz", "note\u0300 x", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		typed = strings.ToValidUTF8(typed, "\uFFFD")
		m := Parse(typed, actions)
		if m.Outcome != Run {
			return
		}
		c := actions[m.Action]
		words := strings.Fields(typed)
		if m.Argument != "" && !c.Argument {
			t.Errorf("%q gives %q an argument", typed, c.Names)
		}
		name := words[:len(words)-len(strings.Fields(m.Argument))]
		if again := Parse(strings.Join(name, " "), actions); again.Outcome != Run || again.Action != m.Action {
			t.Errorf("%q runs %q, and its name without the argument does not", typed, c.Names)
		}
	})
}
