//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rawi/ui/take"
)

// river is a page that says where it is from.
const river = `<html><head><title>نهر الوادي الأخضر</title><meta property="og:site_name" content="صحيفة السهول">
<link rel="canonical" href="https://example.org/river?a=1&amp;b=2"><meta property="article:published_time" content="2026-11-27T08:00:00+02:00"></head>
<body><article><h1>نهر الوادي الأخضر</h1><p>قالت وزيرة المياه سلمى الراشدي يوم الأربعاء في مؤتمر صحفي في العاصمة: «لن ننتظر صيفا آخر، والنهر يموت».</p>
<p>وأضافت الراشدي في <a href="https://example.org/بيان?a=1">بيان مكتوب طويل</a> وزّع بعد المؤتمر أن الخطة تبدأ في آذار المقبل وتشمل محطات الضخ.</p></article></body></html>`

// riverQuotation is its first quotation as it is copied.
const riverQuotation = "«لن ننتظر صيفا آخر، والنهر يموت»\n— سلمى الراشدي، وزيرة المياه\nنهر الوادي الأخضر\nصحيفة السهول، 2026-11-27\nhttps://example.org/river?a=1&b=2"

// everySize tries something in all sizes and languages in which what a reader takes along is
// tried.
func everySize(t *testing.T, try func(t *testing.T, s setup)) {
	for _, size := range [][2]int{{140, 40}, {80, 24}, {40, 12}} {
		for _, language := range []string{"ar", "en"} {
			t.Run(strings.Join([]string{language, map[int]string{140: "140x40", 80: "80x24", 40: "40x12"}[size[0]]}, " "), func(t *testing.T) {
				try(t, setup{width: size[0], height: size[1], args: []string{"--lang", language}, reading: true})
			})
		}
	}
}

// foot is a terminal that takes copies and shows links.
var foot = []string{"RAWI_TERMINAL=foot"}

// clipboard waits until the terminal was given some text.
func (w *window) clipboard(what, want string) {
	w.t.Helper()
	w.until(what+" in the clipboard", func(screen) bool {
		w.Lock()
		defer w.Unlock()
		return w.Clipboard == want
	})
}

// The terminal gets what is copied in logical order, as it stands in the source; what
// that was is said.
func TestCopying(t *testing.T) {
	page := file(t, "river.html", river)
	said := map[string]string{"ar": "نسخ: الاقتباس 1", "en": "copied: quotation 1"}
	everySize(t, func(t *testing.T, s setup) {
		s.env, s.args = foot, append(s.args, page)
		w := open(t, s)
		w.until("a whole reading", func(s screen) bool { return s.Has("لن ننتظر") && !s.Has("…يبحث") && !s.Has("looking") })
		w.press("c")
		w.clipboard("the quotation", riverQuotation)
		w.until("what was copied", func(now screen) bool {
			return now.Has(said[s.args[1]]) || strings.Contains(now.String(), said[s.args[1]])
		})
		w.press("v y")
		w.clipboard("the word", "لن")
		w.press("tab f6")
		w.clipboard("the quotation", riverQuotation)
		w.send(":copy article\r")
		w.until("the article in the clipboard", func(screen) bool {
			w.Lock()
			defer w.Unlock()
			return strings.Contains(w.Clipboard, "«لن ننتظر صيفا آخر، والنهر يموت».\n") && strings.HasSuffix(w.Clipboard, "b=2\n")
		})
		w.quit()
	})
}

// Where the terminal takes no copies the text is in a file that the status line names,
// and nothing is sent to the terminal; so it is with what is too long.
func TestCopyingToFile(t *testing.T) {
	page, home := file(t, "river.html", river), t.TempDir()
	keepHabits(t, filepath.Join(home, ".local", "state"), home, "")
	copied := filepath.Join(home, ".local", "state", "rawi", "copy.txt")
	everySize(t, func(t *testing.T, s setup) {
		s.env, s.args = []string{"HOME=" + home, "RAWI_TERMINAL=xterm"}, append(s.args, page)
		w := open(t, s)
		w.shows("لن ننتظر")
		w.press("c")
		w.until("the file's name", func(now screen) bool { return strings.Contains(now.String(), "~/.local/state/rawi/copy.txt") })
		if got := readFile(t, copied); got != riverQuotation+"\n" || strings.Contains(w.sent(), "\x1b]52;") {
			t.Errorf("the file holds %q", got)
		}
		w.quit()
		must(t, os.Remove(copied))
	})
	text := "عنوان\n\n" + strings.Repeat("سطر طويل من كلام كثير لا ينتهي. ", take.Most/30)
	w := open(t, setup{env: append([]string{"HOME=" + home}, foot...), args: []string{file(t, "long.txt", text)}})
	w.ready()
	w.send(":copy article\r")
	w.until("the file's name and the limit", func(now screen) bool {
		return strings.Contains(now.String(), "~/.local/state/rawi/copy.txt") && now.Has("74994")
	})
	if got := readFile(t, copied); got != strings.TrimSpace(text)+"\n" || strings.Contains(w.sent(), "\x1b]52;") {
		t.Errorf("the file holds %d bytes", len(got))
	}
	w.quit()
}

// The form is the configuration's; what in it means nothing is named with its line, and
// the reader's word on the terminal holds.
func TestFormOfCopies(t *testing.T) {
	page := file(t, "river.html", river)
	for config, want := range map[string]string{
		"copy = 'citation'\nclipboard = true":                       "«لن ننتظر صيفا آخر، والنهر يموت»، سلمى الراشدي، وزيرة المياه. «نهر الوادي الأخضر»، صحيفة السهول، 2026-11-27، https://example.org/river?a=1&b=2.",
		"copy = '{speaker}: {text}{ (|author|)}'\nclipboard = true": "سلمى الراشدي: لن ننتظر صيفا آخر، والنهر يموت",
		"clipboard = true\ncopy = '{spaeker}'":                      riverQuotation,
	} {
		path := file(t, "config.toml", config)
		w := open(t, setup{reading: true, env: []string{"RAWI_CONFIG=" + path}, args: []string{page, "--lang", "en"}})
		if strings.Contains(config, "spaeker") {
			w.until("the fault", func(now screen) bool {
				return strings.Contains(now.String(), "{spaeker}") && strings.Contains(now.String(), "did you mean speaker")
			})
		}
		w.until("a whole reading", func(s screen) bool { return !s.Has("looking for quotations") && s.Has("لن ننتظر") })
		w.press("y")
		w.clipboard("the quotation", want)
		w.quit()
	}
}

// title waits until the window is called so.
func (w *window) title(want string) {
	w.t.Helper()
	w.until("the title "+want, func(screen) bool {
		w.Lock()
		defer w.Unlock()
		return len(w.Titles) == 2 && w.Titles[1] == want
	})
}

// The window has the title of the article that is shown, filtered, while rawi has the
// screen, and after it the title that it had.
func TestWindowTitle(t *testing.T) {
	page := file(t, "evil.txt", "عنوان\x1b]0؛طويل\u202e جدا\n\nقال زيد: «نعم».\n")
	other := file(t, "other.txt", "خبر آخر\n\nقال عمرو: «لا».\n")
	everySize(t, func(t *testing.T, s setup) {
		s.args = append(s.args, page)
		w := open(t, s)
		w.title("عنوان␛]0؛طويل جدا · rawi")
		w.signal(syscall.SIGTERM)
		w.exit()
		w.Lock()
		defer w.Unlock()
		if len(w.Titles) != 1 || w.Titles[0] != "" {
			t.Errorf("left with %q", w.Titles)
		}
	})
	w := open(t, setup{args: []string{page}})
	w.ready() // for keys, which the terminal keeps for itself before
	w.send(":open " + other + "\r")
	w.title("خبر آخر · rawi")
	w.quit()
	w = open(t, setup{env: []string{"RAWI_TERMINAL=linux"}})
	w.ready()
	if strings.Contains(w.sent(), "\x1b]2;") || strings.Contains(w.sent(), "\x1b[22;2t") {
		t.Error("the Linux console gets a title")
	}
	w.quit()
}

// browser is a program that notes what it is told to open, and the file where it does.
func browser(t *testing.T) (variable, noted string) {
	dir := t.TempDir()
	noted = filepath.Join(dir, "opened")
	program := filepath.Join(dir, "browser")
	must(t, os.WriteFile(program, []byte("#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > "+noted+".new && mv "+noted+".new "+noted+"\n"), 0o755))
	return "BROWSER=" + program, noted
}

// opened waits until the browser was told to open an address, as one argument.
func (w *window) opened(noted, address string) {
	w.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		text, err := os.ReadFile(noted)
		if err == nil && string(text) == "1|"+address {
			must(w.t, os.Remove(noted))
			return
		}
		if time.Now().After(deadline) {
			w.t.Fatalf("the browser was given %q, %v; want %q\n%s", text, err, address, w.Screen())
		}
	}
}

// The article's address opens in the browser by a key, a link by its number, from the
// list and by a click, and terminals that have links get them with their address.
func TestOpening(t *testing.T) {
	const page, link = "https://example.org/river?a=1&b=2", "https://example.org/%D8%A8%D9%8A%D8%A7%D9%86?a=1"
	article := file(t, "river.html", river)
	everySize(t, func(t *testing.T, s setup) {
		variable, noted := browser(t)
		s.env, s.args = append([]string{variable}, foot...), append(s.args, article)
		w := open(t, s)
		w.until("the article", func(now screen) bool { return now.Has("لن ننتظر") })
		w.until("the link", func(screen) bool { return strings.Contains(w.sent(), "\x1b]8;;"+link) })
		w.press("o")
		w.opened(noted, page)
		w.send(":links 1\r")
		w.opened(noted, link)
		w.send(":mouse\r")
		w.until("the mouse on", func(screen) bool {
			return strings.Contains(w.sent(), "\x1b[?1002h") || strings.Contains(w.sent(), "\x1b[?1003h")
		})
		x, y := w.linkAt(link)
		w.send(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x+1, y+1, x+1, y+1))
		w.opened(noted, link)
		w.quit()
	})
	w := open(t, setup{reading: true, args: []string{"--lang", "en", article}, env: append([]string{"BROWSER=/nowhere/browser"}, foot...)})
	w.until("the article", func(now screen) bool { return now.Has("لن ننتظر") })
	w.press("o")
	w.until("why not", func(now screen) bool { return strings.Contains(now.String(), "/nowhere/browser") })
	w.quit()
	w = open(t, setup{reading: true, args: []string{article}, env: []string{"RAWI_TERMINAL=xterm"}})
	w.ready()
	if strings.Contains(w.sent(), "\x1b]8;") {
		t.Error("xterm gets links")
	}
	w.quit()
}

// linkAt waits for a cell that leads to an address.
func (w *window) linkAt(address string) (x, y int) {
	w.t.Helper()
	w.until("a cell that leads to "+address, func(screen) bool {
		w.Lock()
		defer w.Unlock()
		for y = range w.Emulator.Height() {
			for x = range w.Emulator.Width() {
				if c := w.Emulator.CellAt(x, y); c != nil && c.Link.URL == address {
					return true
				}
			}
		}
		return false
	})
	return x, y
}
