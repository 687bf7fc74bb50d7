package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// browser is a driver whose article leads to addresses, and what was opened.
func browser(t *testing.T, source, link string) (d *driver, opened *[]string) {
	d, opened = drive(t, page, 120, 30), new([]string)
	d.Article.Source = source
	d.Article.Links = []model.Link{{Span: spanOf(page, "زيد"), Address: link}}
	d.session.Browse = func(address string) error { *opened = append(*opened, address); return nil }
	return d, opened
}

// Addresses of the web open in the browser, others are refused in one sentence.
func TestOnlyTheWebIsOpened(t *testing.T) {
	d, opened := browser(t, "https://example.org/a", "https://example.org/b")
	d.press("esc o")
	d.typeCommand("links 1")
	if got := strings.Join(*opened, " "); got != "https://example.org/a https://example.org/b" {
		t.Errorf("opened %q", got)
	}
	for _, link := range []string{"file:///etc/passwd", "javascript:alert(1)", "--version", "https:"} {
		d, opened := browser(t, "/home/a.html", link)
		d.press("esc o")
		if d.message.text != d.Language.Say(l10n.NoPageAddress) {
			t.Errorf("without an address: %q", d.message.text)
		}
		d.typeCommand("links 1")
		if len(*opened) > 0 || !d.message.warning || !strings.Contains(d.message.text, link) {
			t.Errorf("%s: opened %q, said %+v", link, *opened, d.message)
		}
	}
}

// A click on a link follows it; one beside it starts marking, as does dragging over it.
func TestClickFollowsLinks(t *testing.T) {
	d, opened := browser(t, "", "https://example.org/b")
	link := d.Article.Links[0]
	at := func(inside bool) (x, y int) {
		pane := d.geometry.panes[articlePane]
		for y = range pane.h {
			for x = range pane.w {
				if offset, ok := d.reader.OffsetAt(x, y); ok && link.Contains(offset) == inside && offset > 0 {
					return pane.x + x, pane.y + y
				}
			}
		}
		t.Fatal("no such cell")
		return 0, 0
	}
	x, y := at(true)
	besideX, besideY := at(false)
	click := func(x, y int) { d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	release := func(x, y int) { d.send(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}) }
	click(x, y)
	d.send(tea.MouseMotionMsg{X: besideX, Y: besideY, Button: tea.MouseLeft})
	release(besideX, besideY)
	click(besideX, besideY)
	release(besideX, besideY)
	if len(*opened) > 0 || !d.words.Marking() {
		t.Errorf("opened %q, marking %v", *opened, d.words.Marking())
	}
	click(x, y)
	release(x, y)
	if len(*opened) != 1 || d.words.Marking() {
		t.Errorf("opened %q, marking %v", *opened, d.words.Marking())
	}
}
