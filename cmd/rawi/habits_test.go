//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"rawi/ui/taste"
)

// How the screen looked last is how it begins, unless the configuration has been
// changed since.
func TestTasteIsKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "habits.toml")
	start := func(configured taste.Values) (*habits, taste.Values) {
		h := readHabits(file)
		return h, h.taste(configured)
	}
	configured := taste.Values{taste.Theme: "light"}
	h, now := start(configured)
	if now != configured {
		t.Errorf("at first %q", now)
	}
	now[taste.Theme], now[taste.Column] = "sepia", "60"
	h.keepTaste(now)
	if _, again := start(configured); again != now {
		t.Errorf("begun again it is %q, was %q", again, now)
	}
	if _, again := start(taste.Values{taste.Theme: "dark"}); again != (taste.Values{taste.Theme: "dark", taste.Column: "60"}) {
		t.Errorf("with another configuration it is %q", again)
	}
}

// A setting made by command holds in the next window; one in the configuration that
// means nothing is named with what there is.
func TestSettingsHold(t *testing.T) {
	state, data := "XDG_STATE_HOME="+t.TempDir(), t.TempDir()
	for _, size := range []struct{ w, h int }{{140, 40}, {80, 24}, {40, 12}} {
		w := open(t, setup{reading: true, data: data, env: []string{state}, width: size.w, height: size.h, args: []string{marketFile}})
		w.ready()
		w.press(":")
		w.send("digits arabic\r")
		w.until("Arabic-Indic digits", func(s screen) bool { return s.Has("٠٪") || strings.ContainsAny(s.Text(), "١٢٣") })
		w.quit()
		again := open(t, setup{reading: true, data: data, env: []string{state}, width: size.w, height: size.h, args: []string{marketFile}})
		again.ready()
		again.until("Arabic-Indic digits again", func(s screen) bool { return strings.ContainsAny(s.Text(), "١٢٣٠") })
		again.quit()
	}
	path := file(t, "config.toml", "theme = \"purple\"\ncolumn = 1\njustify = true\n")
	_, stderr := spiteful{data: t.TempDir()}.run(t, []string{"RAWI_CONFIG=" + path}, "--plain", "--lang", "en", marketFile)
	for _, want := range []string{"line 1: the value of theme is ignored, it should be one of: auto · light", "line 2: the value of column is ignored, it should be one of: 20–150"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("no %q in %q", want, stderr)
		}
	}
	if strings.Contains(stderr, "justify") {
		t.Errorf("true is refused: %q", stderr)
	}
}
