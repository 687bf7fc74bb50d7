package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rawi/model"
	"rawi/ui/l10n"
)

var errFull = errors.New("القرص ممتلئ")

// looksUnsaved is the quotations (by number) and parties that look unsaved.
func (d *driver) looksUnsaved() string {
	found := ""
	for i := range d.Reading.Quotes() {
		if w, _ := d.rows.State(d.quote(i)); w == l10n.Unsaved {
			found += string(rune('1' + i))
		}
	}
	for i, p := range d.Reading.Parties() {
		for _, row := range d.rows.Party(i) {
			if strings.Contains(row.Text, d.Language.Say(l10n.Unsaved)) {
				found += p.Name
			}
		}
	}
	return found
}

// typeCommand types a line into the command line and ends it with enter.
func (d *driver) typeCommand(typed string) {
	d.press(":")
	d.overlay.Type(typed)
	d.press("enter")
}

// While nothing can be saved, whatever was done looks unsaved, and nothing is
// said to be done. As soon as it is on disk it looks so, and is said.
func TestWhatIsNotOnDiskLooksUnsaved(t *testing.T) {
	tests := []struct {
		name      string
		saved     string // keys before the disk is full
		keys      string
		unsaved   string    // what looks so
		said      l10n.Word // when it is saved
		arguments []any
	}{
		{"accept", "", "a", "1زيد", l10n.SavedAtLast, nil},
		{"another kind", "", "x", "1", l10n.SavedAtLast, nil},
		{"undo", "x k", "u", "1", l10n.Undone, []any{l10n.Arabic.Deed(model.SetKind)}},
		{"redo", "x u", "r", "1", l10n.Redone, []any{l10n.Arabic.Deed(model.SetKind)}},
		{"undo of all that was accepted at once", "y", "u", "13زيد", l10n.Undone, []any{l10n.Arabic.Deed(model.Assign)}},
		{"accept the rest", "", "y", "13زيد", l10n.AcceptedLeft, []any{2, 1}},
		{"the last one", "j x x", "x", "1", l10n.LastDecided, nil},
		{"a note", "", "N ن enter", "1", l10n.SavedAtLast, nil},
		{"a certainty", "", ".", "1", l10n.CertaintyIs, []any{"أكيد"}},
		{"an addressee", "", ", 2", "1هند", l10n.SavedAtLast, nil},
		{"delete", "", "delete", "", l10n.Dropped, nil},
		{"delete undone", "delete", "u", "1", l10n.Undone, []any{l10n.Arabic.Deed(model.DropQuote)}},
		{"split", "v left left v left left enter", "v left c", "23", l10n.Done, nil},
		{"join", "", "v j", "1", l10n.Done, nil},
		{"an end moved", "", "] left left left enter", "1", l10n.Done, nil},
		{"rename", "", "tab i ن enter", "1زيدن", l10n.SavedAtLast, nil},
		{"rename undone", "tab i ن enter", "u", "1زيد", l10n.Undone, []any{l10n.Arabic.Deed(model.RenameParty)}},
		{"a type", "", "tab t", "1زيد", l10n.KindIs, []any{"زيد", l10n.Arabic.PartyKind(model.Organisation)}},
		{"merge", "", "tab o 1", "1هند", l10n.SavedAtLast, nil},
		{"merge undone", "tab o 1", "u", "1زيدهند", l10n.Undone, []any{l10n.Arabic.Deed(model.MergeParties)}},
		{"separate", "tab o 1", "v 1", "1زيدهند", l10n.SavedAtLast, nil},
	}
	for _, test := range tests {
		d := drive(t, page, 120, 36)
		d.press(test.saved)
		if got := d.looksUnsaved(); got != "" {
			t.Errorf("%s: saved, %q looks unsaved", test.name, got)
		}
		d.fail = errFull
		d.press(test.keys)
		if got := d.looksUnsaved(); got != test.unsaved {
			t.Errorf("%s: %q looks unsaved, want %q", test.name, got, test.unsaved)
		}
		said := d.Language.Say(test.said, test.arguments...)
		if d.message.text == said || !d.message.warning {
			t.Errorf("%s: though not saved, said %q", test.name, d.message.text)
		}
		d.fail = nil
		d.later()
		if got := d.looksUnsaved(); got != "" {
			t.Errorf("%s: saved at last, %q looks unsaved", test.name, got)
		}
		if d.message.text != said || d.message.warning {
			t.Errorf("%s: saved at last, said %q, want %q", test.name, d.message.text, said)
		}
	}
}

// While a save is running nothing is reported as done either.
func TestNothingIsClaimedDuringASave(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press("x k")
	_, cmd := d.Update(keyPress("u")) // its save is not carried out yet
	if got := d.looksUnsaved(); got != "1" {
		t.Errorf("during the save %q looks unsaved", got)
	}
	if status := ansi.Strip(d.statusLine(120)); d.message.text != "" || !strings.Contains(status, "1") {
		t.Errorf("during the save the status line is %q", status)
	}
	d.run(cmd)
	if d.message.text != d.Language.Say(l10n.Undone, d.Language.Deed(model.SetKind)) || d.looksUnsaved() != "" {
		t.Errorf("after it: said %q, %q looks unsaved", d.message.text, d.looksUnsaved())
	}
}

// The count of decisions and the history do not count what is unsaved.
func TestUnsavedIsNotCountedAsDecided(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press("a")
	d.fail = errFull
	d.press("j j x j") // a key, so that the counts stand in the status line again
	if counts := d.rows.Counts(len(d.Unsaved()), d.reader.Hidden()); !strings.Contains(counts, d.Language.Say(l10n.DecidedCount, 1)) ||
		!strings.Contains(counts, d.Language.Say(l10n.UnsavedCount, 1)) {
		t.Errorf("the counts are %q", counts)
	}
	marked := func() int {
		n := 0
		for _, item := range d.overlay.Items() {
			if strings.Contains(item.Text, d.Language.Say(l10n.Unsaved)) {
				n++
			}
		}
		return n
	}
	d.press("H")
	if marked() != 1 {
		t.Errorf("%d decisions of the history look unsaved, want 1", marked())
	}
	d.press("down tab") // the saved one is taken back
	if marked() != 3 {
		t.Errorf("after one was taken back %d look unsaved, want 3", marked())
	}
	d.fail = nil
	d.later()
	if list := ansi.Strip(strings.Join(d.overlayView(), "\n")); marked() != 0 || strings.Contains(list, "ﻆﻔﺤﻳ") {
		t.Errorf("saved at last, the open history still shows unsaved ones:\n%s", list)
	}
}

// A warning that saving failed goes when it has succeeded; what was said since
// stays.
func TestSavingWorksAgain(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.fail = errFull
	d.press("a")
	d.later() // and again
	if !d.message.warning || !strings.Contains(d.message.text, errFull.Error()) {
		t.Errorf("after two failures: %+v", d.message)
	}
	d.press("é")
	d.fail = nil
	d.later()
	if d.message.text != d.Language.Say(l10n.NoSuchKey) {
		t.Errorf("the answer to the last key became %q", d.message.text)
	}
}

// A notice that comes with a save is shown, and the decision stands.
func TestNoticeOfASave(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.notice = "استُبدلت المكتبة"
	d.press("x k u")
	if d.message.text != d.notice || !d.message.warning || d.looksUnsaved() != "" {
		t.Errorf("said %+v, %q looks unsaved", d.message, d.looksUnsaved())
	}
}

// Quitting during a save says so, ends with it, and ends at once when requested
// again.
func TestQuitDuringASave(t *testing.T) {
	for _, again := range []bool{false, true} {
		d := drive(t, page, 120, 36)
		_, save := d.Update(keyPress("x"))
		d.press("q")
		if d.ended || d.message.text == "" {
			t.Errorf("ended %v, said %q", d.ended, d.message.text)
		}
		if again {
			d.press("q")
			if !d.ended || len(d.Unsaved()) != 1 {
				t.Errorf("asked twice: ended %v, %d unsaved", d.ended, len(d.Unsaved()))
			}
			continue
		}
		d.run(save)
		if !d.ended || len(d.Unsaved()) != 0 {
			t.Errorf("after the save: ended %v, %d unsaved", d.ended, len(d.Unsaved()))
		}
	}
}

// From an overlay ctrl+c asks too, and the q that it speaks of leaves.
func TestInterruptInAnOverlay(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.fail = errFull
	d.press("a s ctrl+c")
	if d.ended || d.overlay != nil || !d.message.warning {
		t.Errorf("ended %v, overlay %v, said %+v", d.ended, d.overlay != nil, d.message)
	}
	if d.press("q"); !d.ended {
		t.Error("q after it does not leave")
	}
}
