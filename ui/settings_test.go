package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rawi/ui/taste"
)

// Every setting is changed by its command, in either language, is said, and is kept;
// what it cannot be is refused and changes nothing.
func TestSettingsByCommand(t *testing.T) {
	d := drive(t, page, 160, 40)
	var kept taste.Values
	d.session.Preferences.KeepTaste = func(v taste.Values) { kept = v }
	for k := range taste.Settings {
		s := &taste.Settings[k]
		for _, name := range s.Names {
			before := d.taste
			d.Model.do(d.keyboard.Named(name), "purple")
			if d.taste != before || !strings.Contains(d.message.text, s.Allowed(d.Language)) {
				t.Errorf("%s: purple is %q, said %q", name, d.taste[k], d.message.text)
			}
			for range 2 { // to the next value
				d.run(d.Model.do(d.keyboard.Named(name), ""))
				if now := s.Say(d.taste.Of(taste.Key(k)), d.Language); d.taste == before || !strings.Contains(d.message.text, now) || kept != d.taste {
					t.Errorf("%s: now %q, said %q, kept %q", name, now, d.message.text, kept)
				}
				before = d.taste
			}
		}
	}
}

// The column of text grows and shrinks by keys of the article, and is never wider than
// the pane for the next key to be felt.
func TestColumnKeys(t *testing.T) {
	d := drive(t, page, 240, 40)
	d.press("tab tab") // from the quotations to the article
	wide := d.reader.TextWidth()
	d.press("-")
	narrow := d.reader.TextWidth()
	d.press("+")
	if narrow >= wide || d.reader.TextWidth() <= narrow || wide > 75 {
		t.Errorf("%d columns, with - %d, with + again %d", wide, narrow, d.reader.TextWidth())
	}
	d.press("+ + + + + + + + + + + + + + + + + + + + + + + + + + + + + +")
	most := d.reader.TextWidth()
	if d.press("-"); d.reader.TextWidth() >= most {
		t.Errorf("after the widest column, %d, - makes it %d", most, d.reader.TextWidth())
	}
}

// In zen the text stands alone on the screen: no frame, no numbers, no key line. The
// same key, or Esc, leads back.
func TestZen(t *testing.T) {
	for _, size := range []struct{ w, h int }{{160, 40}, {80, 24}, {40, 12}} {
		d := drive(t, page, size.w, size.h)
		before := d.frame()
		for _, keys := range []string{"ف", "esc"} {
			d.press("t")
			if d.focus != articlePane { // t is the kind of title in the quotations
				d = drive(t, page, size.w, size.h)
				d.press("tab tab")
				before = d.frame()
				d.press("t")
			}
			d.press("down")
			screen := ansi.Strip(strings.Join(d.frame(), "\n"))
			if strings.ContainsAny(screen, "│─┆?0123456789") || strings.TrimSpace(screen) == "" {
				t.Errorf("%dx%d: zen is\n%s", size.w, size.h, screen)
			}
			if d.press(keys); strings.Join(d.frame(), "\n") != strings.Join(before, "\n") {
				t.Errorf("%dx%d: after %s the screen is\n%s", size.w, size.h, keys, ansi.Strip(strings.Join(d.frame(), "\n")))
			}
		}
	}
}

// Digits are painted in the script that is wanted, in all panes, but not in Latin names;
// what is searched for is as it was.
func TestDigits(t *testing.T) {
	d := drive(t, page+"\nفي 2024 قالت BBC2 إن ٥ و۶ عدد", 160, 40)
	text := func() string { return ansi.Strip(strings.Join(d.frame(), "\n")) }
	for value, want := range map[string][2]string{
		taste.Eastern: {"٢٠٢٤ BBC2 ٥", "2024"}, taste.Latin: {"2024 BBC2 5 6", "٥"}, "written": {"2024 BBC2 ٥", "٢٠٢٤"},
	} {
		d.Model.do(d.keyboard.Named("digits"), value)
		d.press("down")
		for _, word := range strings.Fields(want[0]) {
			if !strings.Contains(text(), word) {
				t.Errorf("%s: no %s in\n%s", value, word, text())
			}
		}
		if strings.Contains(text(), want[1]) {
			t.Errorf("%s: there is %s in\n%s", value, want[1], text())
		}
	}
}
