//go:build unix

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// text is an article written for these tests.
const text = `البلدية تؤجّل هدم السوق القديم

قال رئيس البلدية أحمد الهاشمي: «لن نهدم حجرا واحدا قبل أن نسمع التجار».

وأضاف الهاشمي: «أمامنا ثلاثة أشهر لا أكثر».

وقالت المهندسة ليلى إدريس: "رسمنا السوق ببرنامج CAD-3 في ١٤ لوحة و25 صورة".

وردّ التاجر نوفل: «مَن يُعوِّضنا إذا أُغلق السوق (ولو شهرا)؟».
`

// spoken is the beginnings of its quotations, with those who speak.
var spoken = []struct{ words, speaker string }{
	{"لن نهدم حجرا واحدا قبل أن نسمع التجار", "أحمد الهاشمي"},
	{"أمامنا ثلاثة أشهر لا أكثر", "أحمد الهاشمي"},
	{"رسمنا السوق ببرنامج CAD-3 في ١٤ لوحة و25 صورة", "ليلى إدريس"},
	{"مَن يُعوِّضنا إذا أُغلق السوق (ولو شهرا)؟", "نوفل"},
}

// write writes the article and an annotation, in which the n-th quotation has
// another kind and speaker.
func write(t *testing.T, n int, kind, speaker string) (file string) {
	t.Helper()
	g := gold{ID: "a", File: "a.txt"}
	known := map[string]bool{}
	for i, s := range spoken {
		start := utf8.RuneCountInString(text[:strings.Index(text, s.words)])
		q := goldQuote{start, start + utf8.RuneCountInString(s.words), "speech", s.speaker}
		if i == n {
			q.Kind, q.Speaker = kind, speaker
		}
		g.Quotes = append(g.Quotes, q)
		if !known[q.Speaker] && q.Speaker != "" {
			g.Parties = append(g.Parties, goldParty{ID: q.Speaker, Name: q.Speaker})
		}
		known[q.Speaker] = true
	}
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "a.json")
	for name, content := range map[string]string{file: string(data), filepath.Join(filepath.Dir(file), "a.txt"): text} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

// The requirement: one key a quotation or fewer where all guesses are right;
// two for a wrong speaker who is in the list; the letters and two for a new name.
func TestKeys(t *testing.T) {
	dir, err := build()
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	const right = 1 // to accept all that is right
	tests := []struct {
		name, kind, speaker string
		wrong, most         int
	}{
		{"all right", "speech", "أحمد الهاشمي", 0, len(spoken)},
		{"in the list", "speech", "ليلى إدريس", 0, right + 2},
		{"another kind", "title", "", 0, right + 1},
		{"a new name", "speech", "كمال", 0, right + len([]rune("كمال")) + 2},
		{"a name in the text", "speech", "القديم", 0, right + 5},
		{"words of the sentence", "speech", "رئيس البلدية", 0, right + 1},
		{"nobody", "speech", "", 0, right + 2},
		{"the last one wrong", "speech", "ليلى إدريس", 3, right + 2 + 3},
	}
	for _, size := range []struct{ width, height, looking int }{{120, 36, 0}, {80, 24, 2}} { // keys to see the whole list
		for _, test := range tests {
			c := counter{program: filepath.Join(dir, "rawi"), width: size.width, height: size.height}
			r, err := c.article(write(t, test.wrong, test.kind, test.speaker))
			if err != nil {
				t.Fatalf("%s: %v", test.name, err)
			}
			if r.quotations != len(spoken) || len(r.unreached) > 0 {
				t.Errorf("%dx%d, %s: %v", size.width, size.height, test.name, r)
			}
			if most := test.most + size.looking; r.keys > most {
				t.Errorf("%dx%d, %s: %d keys, want at most %d", size.width, size.height, test.name, r.keys, most)
			}
		}
	}
}

// A digit picks a row of the picker, so a name with one cannot be typed: that is
// said, and the article comes to its end.
func TestNameWithADigit(t *testing.T) {
	dir, err := build()
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	c := counter{program: filepath.Join(dir, "rawi"), width: 120, height: 36}
	r, err := c.article(write(t, 0, "speech", "3 مصادر"))
	if err != nil || len(r.unreached) != 1 || !strings.Contains(r.unreached[0], "3 مصادر") {
		t.Errorf("%v, %v", r, err)
	}
}

// On the way to a quotation no other becomes the aim, though it be nearer: two
// might take turns for ever.
func TestTheAimStays(t *testing.T) {
	wrong := known{want: &goldQuote{Kind: "title"}}
	a := annotator{gold: new(gold), total: 3, seen: map[int]known{1: wrong, 2: wrong, 3: wrong}}
	nothing := screen{Cells: [][]string{{" "}}}
	for _, aim := range []int{3, 2} {
		a.aim.number = aim
		if n, ok := a.nextWrong(nothing); n != aim || !ok {
			t.Errorf("on the way to %d the next is %d", aim, n)
		}
	}
}

// Differences that remain are reported: here nothing was decided at all.
func TestCompareFindsFaults(t *testing.T) {
	g, err := readGold(write(t, 0, "speech", "كمال"))
	if err != nil {
		t.Fatal(err)
	}
	n, unreached, err := g.compare(t.TempDir())
	if err != nil || n != len(spoken) || len(unreached) != len(spoken) {
		t.Errorf("%d quotations, not reached %q, %v", n, unreached, err)
	}
}

func TestRest(t *testing.T) {
	tests := []struct{ name, typed, rest string }{
		{"أحمد", "", "أحمد"}, {"أحمد", "احـ", "مد"}, {"أحمد", "أحمد", ""}, {"أحد الوزراء", "أحد الوزراء", ""}, {"أحد الوزراء", "أحد الوزرا", "ء"}, {"محمّد علي", "محمد", " علي"}, {"أحمد", "زيد", "أحمد"},
	}
	for _, test := range tests {
		if got := rest(test.name, test.typed); got != test.rest {
			t.Errorf("of %s after %q is left %q, want %q", test.name, test.typed, got, test.rest)
		}
	}
}
