package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
)

// news is about 20 KB of article.
func news() string {
	return page + strings.Repeat("\nقال زيد إن «السلام» خير من الحرب في كل عام، وأضاف في 2024 أن ذلك رأيه", 200)
}

// BenchmarkFrame paints one frame at 160x48, scrolled by a row each time.
func BenchmarkFrame(b *testing.B) { scrollAndPaint(b, drive(nil, news(), 160, 48)) }

func scrollAndPaint(b *testing.B, d *driver) {
	down := tea.KeyPressMsg(key("down"))
	for i := 0; b.Loop(); i++ {
		if i%400 == 0 {
			d.press("home")
		}
		d.Update(down)
		d.View()
	}
}

// BenchmarkOpen is from the article to the first frame at 160x48.
func BenchmarkOpen(b *testing.B) {
	text := news()
	for b.Loop() {
		drive(nil, text, 160, 48).View()
	}
}

// BenchmarkResize lays the screen out for another width.
func BenchmarkResize(b *testing.B) {
	d := drive(nil, news(), 160, 48)
	for i := 0; b.Loop(); i++ {
		d.Update(tea.WindowSizeMsg{Width: 159 + i%2, Height: 48})
		d.View()
	}
}

// everyQuote finds all that stands between marks in an article, each by one of
// two parties who are named all over.
func everyQuote(a *model.Article) (model.Findings, error) {
	f, err := findings(a)
	f.Quotes = nil
	for rest := 0; ; {
		start := strings.Index(a.Text[rest:], "«")
		if start < 0 {
			return f, err
		}
		start += rest + len("«")
		rest = start + strings.Index(a.Text[start:], "»")
		f.Quotes = append(f.Quotes, model.Quote{Span: model.Span{Start: start, End: rest}, Marked: true, Speaker: "زيد"})
		f.Parties[0].Mentions = append(f.Parties[0].Mentions, model.Mention{Span: model.Span{Start: start, End: rest}})
	}
}

// BenchmarkFrameOfQuotes is BenchmarkFrame with 200 quotations, of which all panes
// are full.
func BenchmarkFrameOfQuotes(b *testing.B) {
	d := drive(nil, news(), 160, 48)
	d.session.Detect = everyQuote
	d.run(d.session.detect)
	scrollAndPaint(b, d)
}

// BenchmarkKey goes to the next quotation and paints the frame, in a short
// article and in one of 10 MB.
func BenchmarkKey(b *testing.B) {
	for _, size := range []struct {
		name  string
		times int
	}{{"20KB", 1}, {"10MB", 400}} {
		b.Run(size.name, func(b *testing.B) {
			d := drive(nil, strings.Repeat(news()+"\n", size.times), 160, 48)
			d.press("tab")
			for i := 0; b.Loop(); i++ {
				key := "j"
				if i%300 > 150 {
					key = "k"
				}
				d.press(key)
				d.View()
			}
		})
	}
}
