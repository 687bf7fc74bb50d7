package doctor

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// A sample has the given width, in every order.
func TestSampleWidth(t *testing.T) {
	for _, name := range terminal.Names() {
		p, _ := terminal.ByName(name)
		rows := Sample(p, 100)
		for _, row := range rows[1 : len(rows)-1] {
			if w := lipgloss.Width(row); w != 100 {
				t.Errorf("%s: %d columns: %q", name, w, row)
			}
		}
	}
}

// The choice of the reader is shown, and what was found without it is what
// candidates are made for.
func TestObserve(t *testing.T) {
	given := terminal.Detect(func(name string) string { return map[string]string{"TERM": "xterm-256color"}[name] })
	recall := func(identity string) (terminal.Choice, bool) { return terminal.Choice{Terminal: "fence"}, true }
	d := Diagnosis{Answers: terminal.Answers{Version: "XTerm(379)", Device: "41;379;0"}}
	found, used := d.Observe(given, recall, func(name string) (string, bool) { return "x", name == "TERM" || name == "HOME" })
	if found.Name != "xterm" || used.Order != terminal.Fence || d.Order != "fence" || d.Identity != found.Identity() {
		t.Errorf("found %s, used %s, diagnosed %+v", found.Name, used.Order, d)
	}
	if len(d.Environment) != 1 {
		t.Errorf("a report has the variables %v", d.Environment)
	}
	facts := strings.Join(d.Facts(l10n.English, "/etc/rawi"), "\n")
	for _, fact := range []string{"fence", "XTerm(379)", "41;379;0", "/etc/rawi"} {
		if !strings.Contains(facts, fact) {
			t.Errorf("%s is not among the facts:\n%s", fact, facts)
		}
	}
}

// A number is the candidate shown under it, nothing is no choice, anything else an
// error.
func TestAnswer(t *testing.T) {
	found, _ := terminal.ByName("foot")
	all := Candidates(found, terminal.Answers{Sized: true})
	shown := Show(all, 80, 0)[0]
	for i, p := range all {
		name, err := Answer(string(rune('1'+i))+"\n", all[:9], l10n.English)
		if i < 9 && (name != p.Name || err != nil) {
			t.Errorf("%d is %q, %v; want %s", i+1, name, err, p.Name)
		}
		if !strings.Contains(shown, "  "+p.Name+"\n") {
			t.Errorf("%s is not shown", p.Name)
		}
	}
	if name, err := Answer(" \n", all, l10n.English); name != "" || err != nil {
		t.Errorf("nothing typed is %q, %v", name, err)
	}
	for _, wrong := range []string{"0", "99", "x", "-1", "1 2"} {
		if name, err := Answer(wrong, all, l10n.English); err == nil {
			t.Errorf("%q is %q", wrong, name)
		}
	}
}

// On screens of some rows every candidate is shown once, whole, and none is higher than
// the screen with the question below it.
func TestScreens(t *testing.T) {
	found, _ := terminal.ByName("xterm")
	all := Candidates(found, terminal.Answers{})
	for _, rows := range []int{12, 24, 50, 200} {
		screens := Show(all, 80, rows)
		if n := strings.Count(screens[0], "\n"); n > rows-3 && len(screens) < len(all) {
			t.Errorf("%d rows: a screen of %d", rows, n)
		}
		whole := strings.Join(screens, "")
		for i, p := range all {
			if strings.Count(whole, fmt.Sprintf("\n%d  %s\n", i+1, p.Name)) != 1 {
				t.Errorf("%d rows: %s is not shown once", rows, p.Name)
			}
		}
	}
}

// Letters as typed are in the order of the screen, and none has a joined form.
func TestTyped(t *testing.T) {
	p, ok := terminal.ByName("typed")
	if !ok {
		t.Fatal("there is no such profile")
	}
	typed, _ := terminal.ByName("visual")
	a, b := strings.Join(Sample(p, 80), "\n"), strings.Join(Sample(typed, 80), "\n")
	if strings.ContainsFunc(a, func(r rune) bool { return 0xFE70 <= r && r <= 0xFEFC }) || !strings.Contains(a, "لاق") || a == b {
		t.Errorf("letters as typed:\n%s", a)
	}
}
