package ui

import (
	"strings"
	"testing"

	"rawi/ui/l10n"
)

// outcome is what can come of a command.
func (d *driver) outcome() string {
	return strings.Join([]string{d.state(), string(rune('0' + len(d.stored))), map[bool]string{true: "marks hidden"}[d.painter.HideMarks]}, "|")
}

// A wrong word does nothing but say so; nothing typed does nothing.
func TestWrongCommands(t *testing.T) {
	untouched := drive(t, page, 120, 36).outcome()
	for _, typed := range []string{
		"", "   ", "copy", "share", "zzz", "acc", "accepted", "accept it", "cept", "q", "قبل", "مشاركة", "ق", "؟", "a", "undo it", "0", "99", "٩٩", "-1", "accept 90", "u",
	} {
		d := drive(t, page, 120, 36)
		d.typeCommand(typed)
		if got := d.outcome(); got != untouched {
			t.Errorf(":%s does something:\n%s\nwant\n%s", typed, got, untouched)
		}
		if silent := strings.TrimSpace(typed) == ""; silent != (d.message.text == "") {
			t.Errorf(":%s says %q", typed, d.message.text)
		}
	}
}

// The message on a wrong word names the nearest commands.
func TestWrongCommandsNameTheNearest(t *testing.T) {
	d := drive(t, page, 120, 36)
	for typed, nearest := range map[string]string{"acept": "accept", "share": "scare", "mraks": "marks", "قبل": "قبول", "acc": "accept rest", "q": "quit"} {
		d.typeCommand(typed)
		if said := d.message.text; !strings.Contains(said, typed) || !strings.Contains(said, nearest) {
			t.Errorf(":%s says %q, which does not name %s", typed, said, nearest)
		}
	}
}

func TestCommandsRun(t *testing.T) {
	tests := []struct {
		typed string
		holds func(*driver) bool
	}{
		{"accept", func(d *driver) bool { return d.quote(0).Decided() }},
		{"قَبول", func(d *driver) bool { return d.quote(0).Decided() }},
		{"Accept Rest", func(d *driver) bool { return len(d.stored) == 2 }},
		{"accept r", func(d *driver) bool { return len(d.stored) == 2 }},
		{"not s", func(d *driver) bool { return len(d.stored) == 1 && d.stored[0].Kind.String() == "other" }},
		{"go 2", func(d *driver) bool { return d.Current == 1 }},
		{"3", func(d *driver) bool { return d.Current == 2 }},
		{"٣", func(d *driver) bool { return d.Current == 2 }},
		{"۲", func(d *driver) bool { return d.Current == 1 }},
		{"note hello", func(d *driver) bool { return d.quote(0).Note == "hello" }},
		{"note", func(d *driver) bool { return d.overlay != nil && d.overlay.Title == l10n.NoteTitle }},
		{"marks", func(d *driver) bool { return !d.painter.HideMarks }},
		{"مساعدة", func(d *driver) bool { return d.help != nil }},
	}
	for _, test := range tests {
		d := drive(t, page, 120, 36)
		d.typeCommand(test.typed)
		if !test.holds(d) {
			t.Errorf(":%s does not do what it is for: %s, said %q", test.typed, d.outcome(), d.message.text)
		}
	}
}

// A row runs that the reader moved to; tab types its name first.
func TestCommandRows(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press(": down down enter") // the second: to the next quotation
	if d.Current != 1 {
		t.Error("the row moved to does not run")
	}
	d = drive(t, page, 120, 36)
	d.press(":")
	d.overlay.Set("wor")
	if _, ok := d.overlay.Chosen(); ok {
		t.Fatal("a row is selected though several fit")
	}
	d.press("tab")
	if got := d.overlay.Typed(); got == "wor" {
		t.Errorf("tab leaves %q", got)
	}
	d.press("esc")
	d.press(": down") // typing takes the selection back
	d.overlay.Set("zzz")
	if d.press("enter"); len(d.stored) > 0 {
		t.Error("a row ran that was no longer selected")
	}
}

// q, Esc, Enter and ? close the help; ctrl+c leaves.
func TestQuitInTheHelp(t *testing.T) {
	for _, key := range []string{"q", "ض", "esc", "?", "enter"} {
		d := drive(t, page, 120, 36)
		d.press("? " + key)
		if d.ended || d.help != nil || len(d.stored) > 0 {
			t.Errorf("%s in the help: ended %v, open %v, %d decisions", key, d.ended, d.help != nil, len(d.stored))
		}
	}
	d := drive(t, page, 120, 36)
	if d.press("? ctrl+c"); !d.ended {
		t.Error("ctrl+c in the help does not leave")
	}
}

// Esc closes what is open and decides nothing; enter decides nothing where no
// row is selected.
func TestEscDecidesNothing(t *testing.T) {
	for _, open := range []string{"s", "s ز", "N", "N ن", ",", ":", ": a", ": down", "H", "tab tab i", "tab tab o", "tab tab d ا", "v", "v v left", "] left", "v m", "?", "tab", ""} {
		d := drive(t, page, 120, 36)
		d.press("x")
		d.press(open)
		for range 2 { // the picker over marked words, then the words
			d.press("esc")
		}
		if d.overlay != nil || d.help != nil || d.words.Marking() || len(d.stored) != 1 || d.ended {
			t.Errorf("%q esc: overlay %v, help %v, words %v, %d decisions", open, d.overlay != nil, d.help != nil, d.words.Marking(), len(d.stored))
		}
	}
	for _, keys := range []string{"N enter", "tab tab c enter", "s ؟ ؟ enter", "H ز ز ز ز enter", "tab tab o ز ز ز enter"} {
		d := drive(t, page, 120, 36)
		d.press("x")
		d.press(keys)
		if len(d.stored) != 1 {
			t.Errorf("%q decides something", keys)
		}
	}
}

// A text that is typed is kept as it is, though it looks like the row that takes
// the text away.
func TestTextLikeRemoval(t *testing.T) {
	for _, text := range []string{"محو", "مح", "(محو)"} {
		d := drive(t, page, 120, 36)
		d.press("N ن enter N ctrl+u")
		d.overlay.Type(text)
		d.press("enter")
		if got := d.quote(0).Note; got != text {
			t.Errorf("typed %q, kept %q", text, got)
		}
	}
}
