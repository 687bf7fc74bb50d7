package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/shelf"
	"rawi/ui/take"
)

const otherPage = "عنوان آخر\nقال زيد «نعم» ثم مضى\nوقيل «لا» أيضا\nوذكرت هند «ربما»"

// world is where a driver's articles come from.
type world struct {
	*driver
	asked  []Request
	left   []string // titles of the articles that were left
	failed error    // of the next opening
}

// opens lets a driver open another article.
func opens(d *driver) *world {
	w := &world{driver: d}
	d.session.Open = w.open
	d.session.Leave = w.leaving(d.Article)
	return w
}

func (w *world) open(_ context.Context, r Request, progress func(received, total int64)) (Session, error) {
	w.asked = append(w.asked, r)
	progress(1500, 3000)
	if w.failed != nil {
		return Session{}, w.failed
	}
	s := w.session
	s.Article, s.Opening = article(otherPage), Request{}
	s.Leave = w.leaving(s.Article)
	return s, nil
}

func (w *world) leaving(a *model.Article) func([]model.Annotation, model.Span) error {
	return func([]model.Annotation, model.Span) error {
		w.left = append(w.left, a.Title())
		return nil
	}
}

func TestOpenOther(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	d.press("j")
	d.run(d.do(d.keyboard.Named("open"), "https://example.org/خبر"))
	if d.Article.Title() != "عنوان آخر" || !d.Detected || d.Current != 0 || len(d.Reading.Quotes()) != 3 || d.loading != nil {
		t.Errorf("%q is shown, detected %v, quotation %d", d.Article.Title(), d.Detected, d.Current)
	}
	if len(d.left) != 1 || d.left[0] != "عنوان المقال" || d.asked[0] != (Request{Name: "https://example.org/خبر"}) {
		t.Errorf("left %q, asked %v", d.left, d.asked)
	}
	if err := d.Leave(); err != nil || d.left[1] != "عنوان آخر" {
		t.Errorf("left %q, %v", d.left, err)
	}
}

func TestOpenFails(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	d.failed = errors.New("لا صفحة هناك")
	d.run(d.do(d.keyboard.Named("open"), "x"))
	if d.Article.Title() != "عنوان المقال" || !d.message.warning || d.message.text != "لا صفحة هناك" || d.loading != nil || len(d.left) != 0 {
		t.Errorf("%q is shown, said %+v, left %q", d.Article.Title(), d.message, d.left)
	}
	d.run(d.do(d.keyboard.Named("open"), ""))
	if len(d.asked) != 1 {
		t.Errorf("nothing was typed, and asked for: %v", d.asked)
	}
}

// What is decided is on disk before another article takes the place of this one.
func TestOpenWaitsForSaving(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	d.fail = errors.New("القرص ممتلئ")
	d.press("a")
	d.run(d.do(d.keyboard.Named("open"), "x"))
	if d.Article.Title() != "عنوان المقال" || len(d.Unsaved()) != 1 {
		t.Fatalf("%q is shown with %d unsaved", d.Article.Title(), len(d.Unsaved()))
	}
	d.fail = nil
	d.later()
	if d.Article.Title() != "عنوان آخر" || len(d.stored) != 1 || len(d.Unsaved()) != 0 {
		t.Errorf("after saving %q is shown, stored %d", d.Article.Title(), len(d.stored))
	}
}

// While an article is fetched the status line says how much has come, and Esc stops it.
func TestLoadingShowsAndStops(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	d.session.Open = func(ctx context.Context, _ Request, progress func(received, total int64)) (Session, error) {
		progress(6500, 30000)
		status := d.statusLine(120)
		for _, want := range []string{"example.org", "7", "30"} {
			if !strings.Contains(status, want) {
				t.Errorf("the status line has no %q: %s", want, status)
			}
		}
		d.press("esc")
		return Session{}, ctx.Err()
	}
	d.run(d.do(d.keyboard.Named("open"), "https://example.org/"))
	if d.loading != nil || !d.message.warning || d.Article.Title() != "عنوان المقال" {
		t.Errorf("loading %v, said %+v", d.loading, d.message)
	}
	d.run(d.do(d.keyboard.Named("stop"), ""))
	if d.message.text == "" {
		t.Error("nothing is fetched, and nothing said")
	}
}

// What comes late for an article that is not shown any more changes nothing, and what nobody
// waits for is left.
func TestLateForAnotherArticle(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	detected, reloaded := d.session.detect(), d.session.reload()
	first := d.openRequest(Request{Name: "first"})
	d.run(d.openRequest(Request{Name: "second"}))
	before := d.Reading
	d.send(detected)
	d.send(reloaded)
	d.send(editsMsg{article: article(page), edits: make([]model.Edit, 1)})
	if d.Reading != before || d.Article.Title() != "عنوان آخر" {
		t.Error("what was found in the article before is shown in this one")
	}
	d.run(first)
	if len(d.left) != 2 || d.left[1] != "عنوان آخر" || d.Reading != before {
		t.Errorf("left %q", d.left)
	}
}

// Keys pressed before the quotations of the new article are found wait for them.
func TestKeysWhileOpening(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	open := d.openRequest(Request{Name: "x"})().(openedMsg)
	_, cmd := d.Update(open)
	d.press("j x")
	d.run(cmd)
	if q := d.quote(1); d.Article.Title() != "عنوان آخر" || q.Kind != model.Other || !q.Decided() {
		t.Errorf("%q: %+v", d.Article.Title(), q)
	}
}

// Without an article nothing can be decided, and why there is none is the program's error.
func TestOpeningAtTheStart(t *testing.T) {
	for _, failed := range []error{nil, errors.New("لا صفحة هناك")} {
		d := drive(t, page, 120, 30)
		w := opens(d)
		w.failed = failed
		s := d.session
		s.Article, s.Detect, s.Leave, s.Opening = model.NewArticle("", nil), nil, nil, Request{Name: "https://example.org/"}
		d.Model = New(s)
		d.Model.tick = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
		d.View()
		d.run(d.Init())
		d.press("j a x l s esc v esc down g e tab")
		d.View()
		if failed == nil {
			if d.Article.Title() != "عنوان المقال" && d.Article.Title() != "عنوان آخر" || d.Leave() != nil {
				t.Errorf("%q is shown", d.Article.Title())
			}
			continue
		}
		if err := d.Leave(); !errors.Is(err, failed) || len(d.stored) != 0 {
			t.Errorf("ended with %v, stored %d", err, len(d.stored))
		}
	}
}

// The list of the library opens at once; what is typed before the articles come narrows it.
func TestLibraryList(t *testing.T) {
	d := opens(drive(t, page, 120, 30))
	d.session.Library.Articles = func() ([]shelf.Item, error) {
		d.press("ث ا ن")
		return []shelf.Item{{ID: "1", Title: "خبر أول"}, {ID: "2", Title: "خبر ثانٍ", Read: true}}, nil
	}
	d.shelf.Library = d.session.Library
	d.press("L enter")
	if len(d.asked) != 1 || d.asked[0] != (Request{Article: "2", Title: "خبر ثانٍ"}) {
		t.Errorf("asked for %v", d.asked)
	}
	d.shelf.Library.Articles = func() ([]shelf.Item, error) { return nil, errors.New("تلفت المكتبة") }
	d.press("L")
	if d.message.text != "تلفت المكتبة" {
		t.Errorf("said %+v", d.message)
	}
}

// The window is called after the article that is shown; a terminal without titles is sent
// none.
func TestTitleOfAnotherArticle(t *testing.T) {
	for terminal, titled := range map[string]bool{"xterm": true, "linux": false} {
		d, _ := copier(t, terminal)
		w := opens(d)
		w.run(w.do(w.keyboard.Named("open"), "x"))
		if strings.Contains(w.raw, "\x1b]2;عنوان آخر · rawi\a") != titled || strings.Contains(w.raw, "\x1b]2;") != titled {
			t.Errorf("%s is sent %q", terminal, w.raw)
		}
	}
}

// What becomes of copies is the terminal's and the reader's affair, in each article.
func TestCopyingFromAnotherArticle(t *testing.T) {
	d, file := copier(t, "xterm")
	w, refuses := opens(d), false
	w.session.Clipboard = &refuses
	w.session.Form, _ = take.Parse("{text}")
	w.session.Open = func(ctx context.Context, r Request, progress func(received, total int64)) (Session, error) {
		s, err := w.open(ctx, r, progress)
		s.Form, s.Clipboard, s.WriteCopy = take.Form{}, nil, nil
		return s, err
	}
	w.run(w.do(w.keyboard.Named("open"), "x"))
	w.press("esc c")
	if *file != "نعم" || d.copies != "" {
		t.Errorf("the file holds %q, the clipboard %q", *file, d.copies)
	}
}
