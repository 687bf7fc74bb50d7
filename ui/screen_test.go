package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"rawi/ui/keys"
	"rawi/ui/l10n"
)

// At any size, whatever is open, the frame fills the screen exactly and the
// panes lie inside it, apart from one another.
func TestFrameFillsTheScreen(t *testing.T) {
	sizes := []int{1, 2, 3, 4, 5, 7, 8, 11, 19, 20, 23, 24, 40, 59, 79, 80, 81, 119, 120, 121, 200, 500}
	for _, open := range []string{"", "tab", "tab tab", "s", "s ز", "?", ":", ": ق", "N ن", "a H", "v v left", "] left", "tab tab i", "tab tab o", "j ,"} {
		d := drive(t, page, 80, 24)
		d.press(open)
		for _, w := range sizes {
			for _, h := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 60, 200} {
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
				checkFrame(t, d.frame(), w, h, open)
				checkPanes(t, d.geometry, fmt.Sprintf("%dx%d after %q", w, h, open))
			}
		}
	}
}

func checkFrame(t *testing.T, rows []string, w, h int, open string) {
	t.Helper()
	if len(rows) != h {
		t.Fatalf("%dx%d after %q: %d rows", w, h, open, len(rows))
	}
	for i, row := range rows {
		if got := lipgloss.Width(row); got != w {
			t.Fatalf("%dx%d after %q: row %d has %d columns: %q", w, h, open, i, got, ansi.Strip(row))
		}
	}
}

func checkPanes(t *testing.T, g geometry, what string) {
	t.Helper()
	rects := append(slices.Clone(g.panes[:]), g.overlay, g.status, g.keys)
	for i, a := range rects {
		if a.empty() {
			continue
		}
		if a.x < 0 || a.y < 0 || a.x+a.w > g.width || a.y+a.h > g.height {
			t.Fatalf("%s: %+v lies outside", what, a)
		}
		for _, b := range rects[i+1:] {
			if !b.empty() && a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h {
				t.Fatalf("%s: %+v and %+v overlap", what, a, b)
			}
		}
	}
}

// Right-to-left: the article stands on the right, the quotations on its left,
// the parties left of them or below them.
func TestPanesStartAtTheRight(t *testing.T) {
	three := arrange(120, 36, articlePane, notAsked, false).panes
	if !(three[partiesPane].x < three[quotesPane].x && three[quotesPane].x < three[articlePane].x) {
		t.Errorf("three columns: %+v", three)
	}
	two := arrange(80, 24, articlePane, notAsked, false).panes
	if !(two[quotesPane].x < two[articlePane].x && two[partiesPane].y > two[quotesPane].y && two[partiesPane].x == two[quotesPane].x) {
		t.Errorf("two columns: %+v", two)
	}
	if list := arrange(80, 24, quotesPane, notAsked, false).panes; list[quotesPane].h != two[articlePane].h || !list[partiesPane].empty() {
		t.Errorf("two columns, in the quotations: %+v", list)
	}
	one := arrange(79, 24, quotesPane, notAsked, false).panes
	if one[quotesPane].empty() || !one[articlePane].empty() || !one[partiesPane].empty() {
		t.Errorf("one column: %+v", one)
	}
}

// The help names every key of the table, scrolled or not.
func TestHelpShowsEveryKey(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 36}, {80, 24}, {40, 12}} {
		d := drive(t, page, size.w, size.h)
		d.press("؟")
		var screens string
		for range len(d.keyboard.Rows) {
			screens += norm.NFKC.String(ansi.Strip(strings.Join(d.frame(), "\n"))) // letters out of their forms
			d.press("space")
		}
		for _, row := range d.keyboard.Rows {
			for _, key := range row.Shown() {
				if key == "١-٩" {
					key = "٩-١" // Arabic digits with a sign between run from the right
				}
				if key = keyName(key); !strings.Contains(screens, key) {
					t.Errorf("%dx%d: %s is not in the help", size.w, size.h, key)
				}
			}
		}
	}
	d := drive(t, page, 100, 60)
	d.press("؟")
	all := len(d.help.rows)
	d.press("ت ر ا ج ع")
	found := slices.ContainsFunc(d.help.rows, func(r helpRow) bool { return r.action != nil && r.action.Help == l10n.Undo })
	if !found || len(d.help.rows) >= all/2 {
		t.Errorf("filtered by «تراجع» the help has %d rows of %d, undo among them %v", len(d.help.rows), all, found)
	}
	d.press("backspace backspace backspace backspace backspace")
	if len(d.help.rows) != all {
		t.Errorf("with nothing typed %d rows of %d", len(d.help.rows), all)
	}
	d.press("x q") // q is typed now
	if d.help == nil || len(d.stored) != 0 {
		t.Error("a letter typed closed the help, or decided something")
	}
	if d.press("esc"); d.help != nil {
		t.Error("Esc leaves the help open")
	}
}

// The quotation's number stands beside the text, the speaker's number beside
// the quotation, so that colour is never the only sign.
func TestNumbersAreShown(t *testing.T) {
	d := drive(t, page, 120, 30)
	screen := ansi.Strip(strings.Join(d.articleView(), "\n"))
	for _, number := range []string{"1", "2", "3"} {
		if !strings.Contains(screen, number) {
			t.Errorf("number %s is not beside the text", number)
		}
	}
	if list := ansi.Strip(strings.Join(d.quotesView(), "\n")); !strings.Contains(list, "[1]") {
		t.Error("the speaker's number is not in the list")
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("jjsa", uint8(80), uint8(24))
	f.Add("s1uu\tx?", uint8(39), uint8(5))
	f.Fuzz(func(t *testing.T, pressed string, w, h uint8) {
		d := drive(t, page, int(w), int(h))
		for _, r := range pressed {
			k := tea.Key{Code: r, Text: string(r)}
			switch {
			case r == '\t':
				k = tea.Key{Code: tea.KeyTab}
			case r == '\n':
				k = tea.Key{Code: tea.KeyEnter}
			case r < ' ':
				k = tea.Key{Code: r + 0x60, Mod: tea.ModCtrl}
			}
			if row, _ := d.keyboard.Find(k, keys.Anywhere); row.ID() == "suspend" {
				continue
			}
			d.send(tea.KeyPressMsg(k))
			if d.ended { // nothing is painted any more
				return
			}
			checkFrame(t, d.frame(), max(int(w), 1), max(int(h), 1), pressed)
		}
	})
}

// The English interface runs from left to right as a whole: its panes from the article
// on, its rows, its key line, with the words of the article in their own order.
func TestEnglishRunsFromTheLeft(t *testing.T) {
	for _, size := range []struct{ w, h int }{{140, 40}, {80, 24}, {40, 12}} {
		d := driveSpeaking(t, l10n.English, page, size.w, size.h)
		g := d.geometry
		if list := g.panes[quotesPane]; !list.empty() && !g.panes[articlePane].empty() && g.panes[articlePane].x > list.x {
			t.Errorf("%dx%d: the article stands right of its quotations", size.w, size.h)
		}
		last := ansi.Strip(d.frame()[size.h-1])
		if !strings.HasPrefix(last, " ? ") {
			t.Errorf("%dx%d: the key line is %q", size.w, size.h, last)
		}
	}
}

// The key line of every context begins with the help, at 40 columns too.
func TestHelpIsInEveryKeyLine(t *testing.T) {
	d := drive(t, page, 40, 12)
	for _, keys := range []string{"", "tab", "tab", "tab v"} {
		d.press(keys)
		rows := d.frame()
		if last := strings.TrimRight(ansi.Strip(rows[len(rows)-1]), " "); !strings.HasSuffix(last, "?") {
			t.Errorf("after %q the key line is %q", keys, last)
		}
	}
}
