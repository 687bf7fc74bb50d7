package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/take"
	"rawi/ui/terminal"
)

// copier is a driver in a terminal of a name whose copies are seen.
func copier(t *testing.T, name string) (d *driver, file *string) {
	d, file = drive(t, page, 120, 30), new(string)
	profile, ok := terminal.ByName(name)
	if !ok {
		t.Fatal(name)
	}
	d.listener = listen.New(profile, terminal.UnknownBackground, colorprofile.TrueColor, nil, false)
	d.session.WriteCopy = func(text string) (string, error) { *file = text; return "~/copy.txt", nil }
	return d, file
}

// Keys copy the current quotation in every pane, the words that are marked, and the
// command line the article; it is said what was copied, and nothing is decided.
func TestCopy(t *testing.T) {
	const quotation = "«نعم»\n— زيد\nعنوان المقال"
	for keys, want := range map[string]string{
		"esc c": quotation, "esc y": quotation, "esc ؤ": quotation, "esc غ": quotation, "C": quotation, "f6": quotation, "tab C": quotation,
		"esc v v left y": "نعم»", ": c o p y space a r t i c l e enter": page + "\n",
	} {
		d, file := copier(t, "foot")
		d.press(keys)
		if d.clipboard() != terminal.TakesCopies || d.copies != want || *file != "" {
			t.Errorf("%s: copied %q, want %q; file %q", keys, d.copies, want, *file)
		}
		if !strings.HasPrefix(d.message.text, d.Language.Say(l10n.Copied, "")) || d.message.warning || len(d.stored) > 0 || d.words.Marking() {
			t.Errorf("%s: said %+v, stored %v", keys, d.message, d.stored)
		}
	}
}

// Where the terminal takes no copies the text goes to a file that is named, where nobody
// knows to both; the reader's word beats what is known.
func TestCopyToFile(t *testing.T) {
	yes, no := true, false
	for _, test := range []struct {
		terminal        string
		said            *bool
		clipboard, file bool
	}{
		{"xterm", nil, false, true}, {"xterm", &yes, true, false}, {"foot", &no, false, true}, {"iterm2", nil, true, true},
	} {
		d, file := copier(t, test.terminal)
		d.session.Clipboard = test.said
		d.press("C")
		if (d.copies != "") != test.clipboard || (*file != "") != test.file {
			t.Errorf("%s, %v: clipboard %q, file %q", test.terminal, test.said, d.copies, *file)
		}
		if strings.Contains(d.message.text, "~/copy.txt") != test.file {
			t.Errorf("%s: %q", test.terminal, d.message.text)
		}
	}
	d, file := copier(t, "foot")
	long, _ := take.Parse("{text}" + strings.Repeat("x", take.Most))
	d.session.Form = long
	d.press("C")
	if d.copies != "" || *file == "" || !strings.Contains(d.message.text, "74994") {
		t.Errorf("too long: %d bytes, said %q", len(d.copies), d.message.text)
	}
	d.session.WriteCopy = func(string) (string, error) { return "", errors.New("القرص ممتلئ") }
	d.press("C")
	if !d.message.warning || !strings.Contains(d.message.text, "القرص ممتلئ") {
		t.Errorf("no file: %+v", d.message)
	}
}
