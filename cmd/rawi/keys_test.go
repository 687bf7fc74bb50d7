//go:build unix

package main

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"rawi/cmd/internal/screentest"
)

// layouts is what the physical keys give, by the Latin letter printed on them.
var layouts = struct{ arabic, russian map[rune]rune }{
	arabic:  pairs("qwertyuiop", "ضصثقفغعهخح", "asdfghjkl", "شسيبلاتنم", "zxcvnm", "ئءؤرىة"),
	russian: pairs("qwertyuiop", "йцукенгшщз", "asdfghjkl", "фывапролд", "zxcvnm", "ячсмть"),
}

func pairs(rows ...string) map[rune]rune {
	m := map[rune]rune{}
	for i := 0; i < len(rows); i += 2 {
		letters := []rune(rows[i+1])
		for n, key := range rows[i] {
			m[key] = letters[n]
		}
	}
	return m
}

// encodings are the ways in which a terminal may send a physical key.
var encodings = []struct {
	name string
	key  func(rune) string
}{
	{"Latin letters", func(k rune) string { return string(k) }},
	{"Arabic letters", func(k rune) string { return string(layouts.arabic[k]) }},
	{"Kitty protocol, Latin layout", func(k rune) string { return fmt.Sprintf("\x1b[%du", k) }},
	{"Kitty protocol, Arabic layout", func(k rune) string { return fmt.Sprintf("\x1b[%d::%du", layouts.arabic[k], k) }},
	{"Kitty protocol, a layout that rawi does not know", func(k rune) string {
		return fmt.Sprintf("\x1b[%d::%du\x1b[%d::%d;1:3u", layouts.russian[k], k, layouts.russian[k], k) // and its release
	}},
}

// current is the place of the current quotation among those in the pane.
func current(s screen) int {
	return slices.IndexFunc(s.Quotations(), func(i screentest.Quotation) bool { return i.Current })
}

// Every letter does the same from every layout.
func TestLetters(t *testing.T) {
	starts := func(words string) func(screen) bool {
		return func(s screen) bool {
			return s.Article() != nil && strings.HasPrefix(s.Article()[0], screentest.Unshaped(words))
		}
	}
	standing := func(is string) func(screen) bool {
		return func(s screen) bool { return len(s.Quotations()) > 0 && s.Quotations()[0].Is(is) }
	}
	shows := func(words string) func(screen) bool { return func(s screen) bool { return s.Has(words) } }
	top := starts("وزارة المياه تعلن")
	steps := []struct {
		key   rune
		what  string
		holds func(screen) bool
	}{
		{'j', "the next row", func(s screen) bool { return !top(s) && s.Article() != nil }},
		{'k', "the row before", top},
		{'f', "the next screen", func(s screen) bool { return !top(s) && s.Article() != nil }},
		{'w', "the screen before", top},
		{'e', "the end", func(s screen) bool {
			return strings.Contains(strings.Join(s.Article(), ""), screentest.Unshaped("ينتظر»."))
		}},
		{'g', "the top", top},
		{'\r', "the quotations", shows("◂ الاقتباسات")},
		{'j', "the next quotation", func(s screen) bool { return current(s) == 1 }},
		{'k', "the quotation before", func(s screen) bool { return current(s) == 0 }},
		{'a', "the guess accepted", shows("المحسوم: 1")},
		{'u', "that undone", standing(guessed)},
		{'r', "that done again", standing(decided)},
		{'x', "no speech", func(s screen) bool { return len(s.Quotations()) > 0 && s.Quotations()[0].Who == "ليس قولا" }},
		{'l', "a look at other windows", shows("قرارات جديدة من نوافذ أخرى: 0")},
		{'s', "the picker", shows("من القائل؟")},
	}
	for _, encoding := range encodings {
		t.Run(encoding.name, func(t *testing.T) {
			t.Parallel()
			w := open(t, setup{width: 80, height: 24, reading: true})
			w.ready()
			for _, step := range steps {
				key := string(step.key)
				if step.key != '\r' {
					key = encoding.key(step.key)
				}
				w.send(key)
				w.until(fmt.Sprintf("%c: %s", step.key, step.what), step.holds)
			}
			w.escape("من القائل؟")
			w.send(encoding.key('q'))
			if status := w.exit(); status != 0 {
				t.Errorf("status %d", status)
			}
			w.restored()
		})
	}
}

// Keys that are no letters: left is forward, as Arabic runs.
func TestOtherKeys(t *testing.T) {
	w := open(t, setup{width: 80, height: 24, reading: true})
	top := w.ready().Article()
	moves := []struct{ there, back string }{
		{"left", "right"}, {"down", "up"}, {"pgdown", "pgup"}, {"space", "w"}, {"end", "home"}, {"G", "g"},
	}
	for _, move := range moves {
		w.press(move.there)
		w.until(move.there+" going on", func(s screen) bool { return s.Framed() && !slices.Equal(s.Article(), top) })
		w.press(move.back)
		w.until(move.back+" going back", func(s screen) bool { return s.Framed() && slices.Equal(s.Article(), top) })
	}
	for _, focus := range []struct{ key, title string }{
		{"tab", "الاقتباسات"}, {"tab", "الأطراف"}, {"tab", "المقال"}, {"shift+tab", "الأطراف"}, {"shift+tab", "الاقتباسات"},
	} {
		w.press(focus.key)
		w.shows("◂ " + focus.title)
	}
	w.press("enter")
	w.shows("من القائل؟")
	w.escape("من القائل؟")
	w.press("é")
	w.shows("لا وظيفة لهذا المفتاح")
	w.press("ctrl+c")
	if status := w.exit(); status != 0 {
		t.Errorf("status %d", status)
	}
	w.restored()
}

// The help, on the question marks of both scripts, names every key.
func TestHelp(t *testing.T) {
	keys := strings.Fields("j ت k ن s س Enter a ش x ء u ع r ق ← → ↓ ↑ f ب PgDn w ص PgUp g ل Home e ث End Tab m ة z ئ l م ? ؟ F1 q ض Ctrl-C Ctrl-Z " +
		"h ا o خ y غ t ف c ؤ d ي i ه Del N آ . ز , و = H أ ; ك v ر [ ج ] د : Esc 1-9")
	for _, ask := range []string{"?", "؟", "f1", "\x1b[47:63;2u"} {
		w := open(t, setup{width: 170, height: 60, args: []string{marketFile}})
		w.ready()
		w.press(ask)
		words := strings.Fields(w.shows("مفاتيح عامة", "إنهاء التحديد").Text())
		for _, key := range keys {
			if !slices.Contains(words, key) {
				t.Errorf("%q: the help does not name %s", ask, key)
			}
		}
		if s := w.escape("◂ المفاتيح"); !right(s, 3, readFile(t, marketFile)) {
			t.Errorf("%q: after the help the screen is\n%s", ask, s)
		}
		w.quit()
	}

	small := open(t, setup{reading: true, width: 40, height: 12, args: []string{marketFile}})
	small.ready()
	small.press("?")
	small.until("the first keys", func(s screen) bool { return s.Has("مفاتيح عامة") && !s.Has("إنهاء التحديد") })
	small.press("end")
	small.until("the last keys", func(s screen) bool { return !s.Has("مفاتيح عامة") && s.Has("إنهاء التحديد") })
	small.press("q") // closes the help alone
	small.until("the article", func(s screen) bool { return len(s.Article()) > 0 && !s.Has("إنهاء التحديد") })
	small.quit()
}

// Text that is pasted into the picker is typed; elsewhere it does nothing.
func TestPaste(t *testing.T) {
	w := market(t, "")
	w.send("\x1b[200~qqq\x1b[201~")
	w.goTo(second)
	w.choose()
	w.send("\x1b[200~سمير\x1b[31m الحلاق\x1b[201~")
	w.shows("الحلاق")
	w.press("enter")
	w.becomes(second, decided, "سمير")
	w.quit()
	if strings.Contains(w.sent(), "\x1b[31m") {
		t.Error("an escape sequence that was pasted reached the terminal")
	}
}

// Any keys, answers and sizes, in any order, leave rawi in order.
func TestAnyKeys(t *testing.T) {
	keys := append(strings.Fields("j k s a x u r left right up down space w g e tab shift+tab m z l ? enter esc 1 2 سمير backspace f5 é"),
		"\x1b[<0;5;5M", "\x1b[I", "\x1b[O", "\x1b[200~abc\x1b[201~", "\xff", "\x1b[9999999999u", "\x1b[99;99R", "\x1bP>|x\x1b\\")
	for seed := range int64(2) {
		random := rand.New(rand.NewSource(seed))
		w := open(t, setup{width: 80, height: 24})
		w.ready()
		for range 150 {
			if random.Intn(20) == 0 {
				w.resize(1+random.Intn(160), 1+random.Intn(50))
			}
			w.press(keys[random.Intn(len(keys))])
		}
		w.press("down") // what came before is whole then
		w.resize(120, 36)
		w.until(fmt.Sprintf("a whole frame (seed %d)", seed), func(s screen) bool { return s.Framed() && s.Width() == 120 })
		w.press("ctrl+c")
		if status := w.exit(); status != 0 || w.stderr.Len() > 0 {
			t.Errorf("seed %d: status %d, stderr %q", seed, status, w.stderr.String())
		}
		w.restored()
	}
}
