package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/l10n"
)

// withLinks is a driver of an article with two links; what the browser is given comes
// into opened.
func withLinks(t *testing.T, opened *[]string, fails error) *driver {
	d := drive(t, page, 120, 30)
	d.Article.Links = []model.Link{
		{Span: spanOf(page, "أول الكلام"), Address: "https://a.example/1"},
		{Span: spanOf(page, "هند"), Address: "https://a.example/2"},
	}
	d.session.Browse = func(address string) error {
		*opened = append(*opened, address)
		return fails
	}
	return d
}

func TestLinks(t *testing.T) {
	for keys, want := range map[string]string{
		"Y enter": "https://a.example/1", "Y down enter": "https://a.example/2", "Y 2": "https://a.example/2", "إ 2": "https://a.example/2", "Y esc": "",
	} {
		var opened []string
		d := withLinks(t, &opened, nil)
		d.press(keys)
		if got := strings.Join(opened, " "); got != want || want != "" && !strings.Contains(d.message.text, want) {
			t.Errorf("%s opened %q, said %q", keys, got, d.message.text)
		}
	}
	var opened []string
	d := withLinks(t, &opened, errors.New("no browser"))
	d.press("Y enter")
	if !d.message.warning || !strings.Contains(d.message.text, "no browser") {
		t.Errorf("of a browser that does not open it is said %q", d.message.text)
	}
	d.press("Y")
	if list := strings.Join(d.overlayView(), "\n"); !strings.Contains(list, "https://a.example/1") || !strings.Contains(list, "https://a.example/2") {
		t.Errorf("the list is %s", list)
	}
	var read Request
	d.links.CanRead = true
	d.session.Open = func(_ context.Context, r Request, _ func(received, total int64)) (Session, error) {
		read = r
		return Session{}, errors.New("no page")
	}
	d.press("esc Y down tab")
	if read != (Request{Name: "https://a.example/2", Named: true}) {
		t.Errorf("opened %+v as an article", read)
	}
	none := drive(t, page, 120, 30)
	if none.press("Y"); none.message.text != none.Language.Say(l10n.NoLinks) || none.overlay != nil {
		t.Errorf("without links it is said %q", none.message.text)
	}
}

func TestDirectionKey(t *testing.T) {
	d := drive(t, page, 120, 30)
	for _, want := range []bidi.Direction{bidi.RightToLeft, bidi.LeftToRight, bidi.Auto} {
		if d.press("f4"); d.reader.Forced() != want || d.message.text == "" {
			t.Errorf("the direction is %v, want %v", d.reader.Forced(), want)
		}
	}
}

// The reader is told that nothing is guessed in another language, in the status line
// and in each list.
func TestForeignArticle(t *testing.T) {
	said := drive(t, page, 120, 30).Language.Say(l10n.Foreign)
	english := article("A title\nThe library, which everybody here knows, opened its doors again on Sunday.")
	d := drive(t, page, 120, 30)
	d.foreign = New(Session{Article: english}).foreign
	d.run(d.session.detect)
	if d.message.text != said {
		t.Errorf("the status line says %q", d.message.text)
	}
	for _, p := range []pane{quotesPane, partiesPane} {
		if got := d.nothingIn(p); got != l10n.Foreign {
			t.Errorf("pane %v says %q", p, d.Language.Say(got))
		}
	}
	if own := drive(t, page, 120, 30); own.message.text == said {
		t.Error("an Arabic article is said to be in another language")
	}
}

// What an article says about itself stands in the head line, on one line, and in plain
// text.
func TestHeadLine(t *testing.T) {
	d := drive(t, page, 160, 30)
	d.Article.Facts = model.Facts{Byline: "سلمى\nالحداد", Site: "صوت الحي", Section: "رأي", Published: time.Date(2031, 5, 4, 9, 0, 0, 0, time.UTC), Address: "https://a.example/1"}
	const want = "سلمى الحداد · صوت الحي · رأي · 2031/05/04 · https://a.example/1"
	if got := headline(d.Article.Facts); got != want {
		t.Errorf("the head line is %q", got)
	}
	d.last.stale = true
	if head := ansi.Strip(d.frame()[0]); !strings.Contains(head, "2031/05/04") {
		t.Errorf("the first row is %q", head)
	}
	var out strings.Builder
	d.Article.Links = []model.Link{{Span: spanOf(page, "هند"), Address: "https://a.example/2"}}
	if err := Plain(&out, d.Reading, d.Article, d.Language); err != nil || !strings.HasPrefix(out.String(), want+"\n") || !strings.Contains(out.String(), "1. هند: https://a.example/2\n") {
		t.Errorf("plain text is %v %s", err, out.String())
	}
	if headline(model.Facts{}) != "" {
		t.Error("an article that says nothing has a head line")
	}
}
