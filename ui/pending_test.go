package ui

import (
	"math/rand"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
)

// beforehand is drive before the quotations are found.
func beforehand(t *testing.T, text string, width, height int) *driver {
	d := drive(t, text, width, height)
	d.Model.Detected, d.Model.Reading = false, model.NewReading(d.session.Article, model.Findings{}, nil, "القارئ")
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// find lets the quotations be found.
func (d *driver) find() { d.run(d.session.detect) }

// state is what keys can change.
func (d *driver) state() string {
	var all []string
	for _, q := range d.Reading.Quotes() {
		all = append(all, q.In(d.session.Article.Text), q.Kind.String(), string(q.Speaker), q.Note, string(rune('0'+q.Certainty)))
	}
	for _, p := range d.Reading.Parties() {
		all = append(all, p.Name, p.Kind.String())
	}
	for _, a := range d.stored {
		all = append(all, a.Deed.String())
	}
	if d.overlay != nil {
		all = append(all, "overlay", d.overlay.Typed())
	}
	return strings.Join(append(all, string(rune('0'+d.focus)), string(rune('0'+d.Current)), d.wordsNow()), "|")
}

// long is page with so much before and after it that it is scrolled.
var long = "عنوان المقال\n" + strings.Repeat("سطر من أسطر كثيرة\n", 40) + page[strings.Index(page, "\n")+1:] + strings.Repeat("\nسطر من أسطر كثيرة", 40)

// Keys have the same effect before the quotations are found and after, whatever
// they open and whatever comes after them.
func TestEarlyKeysRunInOrder(t *testing.T) {
	for _, keys := range []string{
		"a", "tab a", "a a", "j x", "x t c", "1", "j 2", "y", "s enter", "s 2", "s ق م enter", "s ز ي esc x",
		"s ق q ض enter", "j s ع م ر enter u r", "N ن q enter .", "a u", "a u r", "h", "delete j", ", 2",
		"tab tab t", "tab tab i ن enter", "tab tab down", "esc tab down a", "tab tab o 1", "tab tab c ل enter u",
		"v", "v left enter", "] left left enter", "v q a", "H", "a H down enter", "H esc a", "é a", "? esc a", "a ? x a",
		"m a m", "o h a", "g j a", "a tab x", "t tab tab t", "a z z x",
	} {
		late, early := drive(t, page, 120, 36), beforehand(t, page, 120, 36)
		late.press(keys)
		early.press(keys)
		if len(early.stored) > 0 {
			t.Errorf("%q: something was decided before the quotations were found", keys)
		}
		early.find()
		if got, want := early.state(), late.state(); got != want {
			t.Errorf("%q: pressed early\n%s\nwant\n%s", keys, got, want)
		}
		if len(early.pending.waiting) > 0 {
			t.Errorf("%q: something still waits", keys)
		}
	}
}

// So has any sequence of keys that neither quits nor scrolls.
func TestAnyPendingKeys(t *testing.T) {
	keys := strings.Fields("a a x t c j k h s N . , = u r tab shift+tab v ] [ enter enter esc esc 1 2 : ز ي م ا d i o H ; delete m z ? l backspace é y")
	for seed := range int64(400) {
		random := rand.New(rand.NewSource(seed))
		var played []string
		for range 1 + random.Intn(12) {
			played = append(played, keys[random.Intn(len(keys))])
		}
		late, early := drive(t, page, 120, 36), beforehand(t, page, 120, 36)
		late.press(strings.Join(played, " "))
		early.press(strings.Join(played, " "))
		early.find()
		if got, want := early.state(), late.state(); got != want {
			t.Errorf("seed %d, %q: pressed early\n%s\nwant\n%s", seed, played, got, want)
		}
	}
}

// So do commands and what is pasted.
func TestPendingCommands(t *testing.T) {
	for _, typed := range []string{"accept", "speaker", "note نعم", "go 2", "2", "accept above 0", "mouse", "title"} {
		late, early := drive(t, page, 120, 36), beforehand(t, page, 120, 36)
		for _, d := range []*driver{late, early} {
			d.typeCommand(typed)
			d.press("j")
		}
		early.find()
		if got, want := early.state(), late.state(); got != want {
			t.Errorf("%q: typed early\n%s\nwant\n%s", typed, got, want)
		}
	}
	d := beforehand(t, page, 120, 36)
	d.press("s")
	d.send(tea.PasteMsg{Content: "qasim"})
	d.press("enter")
	d.find()
	if q := d.quote(0); q.Speaker != "qasim" {
		t.Errorf("pasted into the picker that waits, the speaker is %q", q.Speaker)
	}
}

// No message about quotations is shown before they were searched.
func TestNothingIsSaidTooEarly(t *testing.T) {
	for _, row := range keyboard().Rows {
		for _, key := range row.Pressed() {
			d := beforehand(t, page, 120, 36)
			d.press(key)
			if d.overlay != nil || d.help != nil || d.ended {
				continue
			}
			for _, word := range []l10n.Word{l10n.NoQuotes, l10n.NoParties, l10n.NothingToAccept, l10n.NothingToUndo, l10n.NothingToRedo,
				l10n.AllDecided, l10n.NoHistory, l10n.NoUnresolved, l10n.NoQuoteHere, l10n.NothingAsked} {
				if said := d.Language.Say(word); d.message.text == said {
					t.Errorf("%s says %q", key, said)
				}
			}
			if row.Needs == keys.Lists && row.Where.Has(keys.InQuotations) && !strings.Contains(d.statusLine(0)+d.rows.Counts(len(d.Unsaved()), d.reader.Hidden()), d.Language.Say(l10n.Searching)) {
				t.Errorf("%s: the status line does not say what it waits for", key)
			}
		}
	}
}

// Quitting is answered at once, unless its letter is typed into a line; ctrl+c
// always is.
func TestQuitWhileKeysArePending(t *testing.T) {
	for _, test := range []struct {
		keys  string
		ended bool
	}{
		{"q", true}, {"ض", true}, {"a q", true}, {"a j x ض", true}, {"esc tab a tab q", true}, {"? q q", true}, {"N ن enter q", true}, {"s esc q", true},
		{"s q", false}, {"a s q", false}, {"a : q", false}, {"a : q enter q", true}, {"N ا q", false}, {"s q ctrl+c", true}, {"a ctrl+c", true}, {"ctrl+c", true},
	} {
		d := beforehand(t, page, 120, 36)
		d.press(test.keys)
		if d.ended != test.ended || len(d.stored) > 0 {
			t.Errorf("%q: ended %v, want %v", test.keys, d.ended, test.ended)
		}
	}
}

// Scrolling is answered at once, also behind a key that waits. That key decides
// on the quotation that was there when it was pressed, and the reader stays where
// he scrolled to.
func TestScrollingWhileKeysArePending(t *testing.T) {
	d := beforehand(t, long, 120, 16)
	at := strings.Index(long, "ربما")
	d.reader.ScrollTo(at)
	d.press("x") // on the first quotation that is on the screen
	first := d.reader.Offset()
	for range 15 {
		d.send(tea.MouseWheelMsg{X: 100, Y: 5, Button: tea.MouseWheelDown}) // over the text
	}
	there := d.reader.Offset()
	if there <= first {
		t.Fatal("scrolling waits")
	}
	d.find()
	if now := d.reader.Offset(); now != there && now != there+1 { // a blank row may give way to the text below it
		t.Errorf("the text went from %d to %d", there, d.reader.Offset())
	}
	if len(d.stored) != 1 || !d.stored[0].Anchor.Overlaps(model.Span{Start: first, End: at + len("ربما")}) {
		t.Errorf("decided were %+v", d.stored)
	}

	d = beforehand(t, long, 120, 16)
	d.press("esc tab down a") // in a list it waits, and the order is kept
	late := drive(t, long, 120, 16)
	late.press("esc tab down a")
	if d.find(); d.state() != late.state() {
		t.Errorf("in the list:\n%s\nwant\n%s", d.state(), late.state())
	}
}
