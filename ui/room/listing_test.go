package room

import (
	"fmt"
	"strings"
	"testing"

	"rawi/model/arabic"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

func listing(lines ...string) *Listing {
	l := &Listing{Choose: func(line int) Effect { return Say(fmt.Sprint("chosen ", line)) },
		Search: func(words string) Effect { return Say("look for " + words) },
		Do:     map[string]func(int) Effect{"delete": func(line int) Effect { return Say(fmt.Sprint("deleted ", line)) }}}
	keys := make([]string, len(lines))
	for i, line := range lines {
		keys[i] = arabic.Fold(line)
	}
	l.Resize(40, 4) // three lines
	l.Fill(Lines{Keys: keys, Line: func(paint.Area, int, theme.Role) {}})
	return l
}

// What each key does in a list over the whole screen.
func TestListing(t *testing.T) {
	for _, test := range []struct {
		name, keys, said string
		closes           bool
	}{
		{"enter chooses the first", "enter", "chosen 0", true},
		{"down", "down down enter", "chosen 2", true},
		{"no further than the end", "end down enter", "chosen 4", true},
		{"a screen is three lines", "pgdown enter", "chosen 3", true},
		{"typing narrows, folded", "ا ل ا م enter", "chosen 1", true},
		{"words in any order", "ث space خ enter", "chosen 3", true},
		{"the selected line goes on from what is left", "خ down enter", "chosen 2", true},
		{"nothing fits", "ق ق enter", "", false},
		{"esc takes away what was typed", "ق ق esc enter", "chosen 0", true},
		{"esc closes", "esc", "", true},
		{"a key of its own", "down delete", "deleted 1", false},
		{"a slash looks for words elsewhere", "/ غ ز ة enter", "look for غزة", false},
	} {
		l := listing("خبر أول", "الأُمّة", "خبر", "ثالث خبر", "رابع")
		var effect Effect
		var closes bool
		for _, key := range strings.Fields(test.keys) {
			text := key
			if len([]rune(key)) > 1 {
				text = map[string]string{"space": " "}[key]
			}
			effect, closes = l.Press(key, text)
		}
		if effect.Say != test.said || closes != test.closes {
			t.Errorf("%s: %q, closes %v", test.name, effect.Say, closes)
		}
	}
}

// A question about a line is answered by Enter, and by nothing else.
func TestListingAsks(t *testing.T) {
	for key, answered := range map[string]bool{"enter": true, "n": false, "esc": false, "down": false} {
		l, yes := listing("أ", "ب"), false
		l.Ask("?", func() Effect { yes = true; return Effect{} })
		if _, closes := l.Press(key, ""); yes != answered || closes {
			t.Errorf("%s: %v, closes %v", key, yes, closes)
		}
		yes = false
		if l.Press("down", ""); yes || l.Selected() != 1 {
			t.Errorf("after %s the question is still open", key)
		}
	}
}

// The mouse selects a line, and says when it was selected before.
func TestListingAt(t *testing.T) {
	l := listing("أ", "ب", "ج", "د")
	for _, step := range []struct {
		row       int
		again, ok bool
	}{{0, false, false}, {2, false, true}, {2, true, true}, {9, false, false}} {
		if again, ok := l.At(step.row); again != step.again || ok != step.ok {
			t.Errorf("row %d: %v %v", step.row, again, ok)
		}
	}
	if l.Selected() != 1 {
		t.Errorf("selected is %d", l.Selected())
	}
}
