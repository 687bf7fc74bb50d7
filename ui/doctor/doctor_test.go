package doctor

import (
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
	shown := Show(all, 80)
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
