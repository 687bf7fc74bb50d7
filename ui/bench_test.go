package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// news is about 20 KB of article.
func news() string {
	return page + strings.Repeat("\nقال زيد إن «السلام» خير من الحرب في كل عام، وأضاف في 2024 أن ذلك رأيه", 200)
}

// BenchmarkFrame paints one frame at 160x48, scrolled by a row each time.
func BenchmarkFrame(b *testing.B) {
	d := drive(nil, news(), 160, 48)
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
