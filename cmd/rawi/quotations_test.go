//go:build unix

package main

import (
	"database/sql"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// item is a quotation as its pane shows it.
type item struct {
	speaker string
	words   string // their beginning
	text    string // all rows as one
	current bool   // it stands out
}

// Standings of a quotation, as the pane says them.
const (
	decided = "محسوم"
	unsaved = "لم يُحفظ"
	guessed = "تخمين"
)

func (i item) is(standing string) bool { return strings.Contains(i.text, unshaped(standing)) }

var heading = regexp.MustCompile(`^[0-9]+  `)

// quotations is the quotations that stand in their pane.
func (s screen) quotations() []item {
	pane := s.pane("الاقتباسات")
	var items []item
	for y, line := range pane.lines() {
		if number := heading.FindString(line); number != "" {
			items = append(items, item{speaker: strings.TrimPrefix(line, number), current: filled(pane.styles[y][0])})
		}
		n := len(items) - 1
		if n < 0 {
			continue
		}
		if strings.Count(items[n].text, "\n") == 1 {
			items[n].words = line
		}
		items[n].text += line + "\n"
	}
	return items
}

// quotation is the one whose words begin so; the zero item if it is not there.
func (s screen) quotation(words string) item {
	items := s.quotations()
	if i := slices.IndexFunc(items, func(i item) bool { return strings.Contains(i.text, unshaped(words)) }); i >= 0 {
		return items[i]
	}
	return item{}
}

// decisions is how many quotations are shown as decided.
func (s screen) decisions() int {
	n := 0
	for _, i := range s.quotations() {
		if i.is(decided) {
			n++
		}
	}
	return n
}

// goTo makes the quotation that begins with words the current one.
func (w *window) goTo(words string) {
	w.t.Helper()
	s := w.until("the quotation "+words, func(s screen) bool { return s.quotation(words).text != "" })
	at := func(s screen, holds func(item) bool) int { return slices.IndexFunc(s.quotations(), holds) }
	from := at(s, func(i item) bool { return i.current })
	to := at(s, func(i item) bool { return strings.Contains(i.text, unshaped(words)) })
	for ; from < to; from++ {
		w.press("j")
	}
	for ; from > to; from-- {
		w.press("k")
	}
	w.until("the current quotation "+words, func(s screen) bool { return s.quotation(words).current })
}

// becomes waits until a quotation has a standing and, unless it is "", a speaker.
func (w *window) becomes(words, standing, speaker string) screen {
	w.t.Helper()
	return w.until(words+" "+standing+" "+speaker, func(s screen) bool {
		q := s.quotation(words)
		return q.is(standing) && strings.Contains(q.speaker, unshaped(speaker))
	})
}

// Quotations of the market article, and one who is named in it.
const (
	first  = "لن نهدم حجرا"
	second = "أمامنا ثلاثة"
	third  = "رسمنا السوق"
	fourth = "مَن يُعوِّضنا"
	mayor  = "أحمد الهاشمي"
)

// market opens the market article with a library in the folder data.
func market(t *testing.T, data string) *window {
	t.Helper()
	w := open(t, setup{data: data, args: []string{marketFile}})
	w.ready()
	return w
}

// choose opens the picker and waits for it.
func (w *window) choose() screen {
	w.t.Helper()
	w.press("s")
	return w.shows("من القائل؟")
}

func TestNameByDigit(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(third)
	picker := w.choose().pane("من القائل؟")
	y := slices.IndexFunc(picker.lines(), func(l string) bool { return strings.HasPrefix(l, "2 ") })
	if y < 0 {
		t.Fatalf("the picker has no second choice:\n%s", picker)
	}
	name, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(picker.lines()[y], "2 ")), " · ")
	w.press("2")
	w.becomes(third, decided, name)
	w.quit()

	again := market(t, data)
	again.becomes(third, decided, name)
	again.quit()
}

func TestNameByTyping(t *testing.T) {
	tests := []struct{ name, typed, speaker string }{
		{"other hamza", "احمد", mayor},
		{"vowel marks and tatweel", "أَحمـد", mayor},
		{"yeh for alef maksura", "ليلي ادر", "ليلى إدريس"},
		{"digits of the other script", "٢", ""},
		{"a new name", "سمير الحلّاق", "سمير الحلّاق"},
		{"a new Latin name", "John Smith", "John Smith"},
	}
	w := market(t, "")
	for _, test := range tests {
		w.goTo(second)
		w.choose()
		w.send(test.typed)
		if test.speaker != "" {
			w.shows(test.speaker)
			w.press("enter")
		}
		s := w.becomes(second, decided, test.speaker)
		if !s.pane("الأطراف").has(test.speaker) {
			t.Errorf("%s: the parties pane does not know %s:\n%s", test.name, test.speaker, s)
		}
	}
	w.quit()
}

// Escape, and choosing nobody, decide nothing; what was typed can be corrected.
func TestPickerEditing(t *testing.T) {
	w := market(t, "")
	w.goTo(first)
	w.choose()
	w.send("ززز")
	w.shows("ززز")
	w.escape("من القائل؟")
	w.choose()
	w.send("زيدانx")
	w.shows("زيدانx")
	w.press("backspace left") // left is forward: at the end it stays
	w.send("م")
	w.shows("زيدانم")
	w.press("right backspace") // before the last letter: deletes the nun
	w.shows("زيدام")
	w.press("ctrl+u")
	w.send("زيدان")
	w.press("tab tab") // a place
	w.shows("مكان")
	w.press("enter")
	s := w.becomes(first, decided, "زيدان")
	if s.decisions() != 1 {
		t.Errorf("%d quotations are decided", s.decisions())
	}
	w.quit()
}

// In one column the picker stands below the article.
func TestNameInOneColumn(t *testing.T) {
	data := t.TempDir()
	w := open(t, setup{data: data, width: 40, height: 12, args: []string{marketFile}})
	w.ready()
	s := w.choose()
	if len(s.pane("المقال").cells) == 0 {
		t.Errorf("the article is hidden while the reader says who spoke:\n%s", s)
	}
	w.send("سمير")
	w.shows("سمير")
	w.press("enter")
	w.until("the picker closed", func(s screen) bool { return !s.has("من القائل؟") })
	w.press("tab")
	w.until("a decision", func(s screen) bool { return s.has("سمير", decided) })
	w.quit()
}

func TestAcceptAndNotSpeech(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(second)
	speaker := w.screen().quotation(second).speaker
	w.press("a")
	w.becomes(second, decided, speaker)
	w.goTo(third)
	w.press("x")
	w.becomes(third, decided, "ليس قولا")
	w.quit()

	again := market(t, data)
	again.becomes(second, decided, speaker)
	again.becomes(third, decided, "ليس قولا")
	again.quit()
}

// Undo and redo work on, one by one, and so they do after a restart.
func TestUndoAfterRestart(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	guess := w.screen().quotation(second).speaker
	w.goTo(second)
	w.press("x")
	w.becomes(second, decided, "ليس قولا")
	w.goTo(third)
	w.press("x")
	w.becomes(third, decided, "ليس قولا")
	w.press("u")
	w.becomes(third, guessed, "")
	w.press("r")
	w.becomes(third, decided, "ليس قولا")
	w.quit()

	w = market(t, data)
	w.becomes(third, decided, "ليس قولا")
	w.press("u")
	w.becomes(third, guessed, "")
	w.press("u")
	w.becomes(second, guessed, guess)
	w.press("u")
	w.shows("لا شيء للتراجع عنه")
	w.press("r")
	w.becomes(second, decided, "ليس قولا")
	w.quit()

	w = market(t, data)
	w.becomes(second, decided, "ليس قولا")
	w.becomes(third, guessed, "")
	w.press("r") // what was undone before the restart
	w.becomes(third, decided, "ليس قولا")
	w.press("r")
	w.shows("لا شيء لإعادته")
	w.quit()
}

// A key that is pressed before the quotations are found waits for them.
func TestKeysBeforeTheQuotations(t *testing.T) {
	w := open(t, setup{args: []string{marketFile}})
	w.press("tab x")
	w.becomes(first, decided, "ليس قولا")
	if s := w.screen(); !s.has("◂ الاقتباسات") || s.decisions() != 1 {
		t.Errorf("not both keys were obeyed:\n%s", s)
	}
	w.press("q")
	if status := w.exit(); status != 0 { // the first screen may show what the terminal echoed before rawi began
		t.Errorf("status %d", status)
	}
}

// While another program holds the library, what was done looks unsaved, an undo
// too, and nothing is said to be done until it is saved.
func TestUndoUnderALock(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(first)
	w.press("x")
	w.becomes(first, decided, "ليس قولا")
	library, err := sql.Open("sqlite", filepath.Join(data, "rawi.db"))
	must(t, err)
	defer library.Close()
	library.SetMaxOpenConns(1)
	_, err = library.Exec("BEGIN IMMEDIATE")
	must(t, err)
	w.press("u")
	if s := w.becomes(first, unsaved, ""); s.has("تم التراجع") {
		t.Errorf("an undo that is not saved is said to be done:\n%s", s)
	}
	_, err = library.Exec("ROLLBACK")
	must(t, err)
	w.until("the undo saved", func(s screen) bool { return s.has("تم التراجع") && !s.has(unsaved) })
	w.quit()
}

// Two windows on one article both keep their decisions, and each sees the
// other's when asked to.
func TestTwoWindows(t *testing.T) {
	data := t.TempDir()
	one, two := market(t, data), market(t, data)
	one.goTo(first)
	one.press("x")
	one.becomes(first, decided, "ليس قولا")
	two.goTo(third)
	two.press("a")
	two.becomes(third, decided, "")
	if two.screen().quotation(first).is(decided) {
		t.Error("the second window saw the first one's decision without asking")
	}
	two.press("l")
	two.becomes(first, decided, "ليس قولا")
	two.shows("قرارات جديدة من نوافذ أخرى: 1")
	one.press("l")
	one.becomes(third, decided, "")
	one.goTo(second)
	one.press("a")
	one.becomes(second, decided, "")
	one.quit()
	two.quit()

	again := market(t, data)
	again.becomes(first, decided, "ليس قولا")
	again.becomes(second, decided, "")
	again.becomes(third, decided, "")
	again.quit()
}

// A quotation stands out in the text when it is the current one, and its number
// stands beside it: colour is never the only sign.
func TestHighlight(t *testing.T) {
	w := market(t, "")
	w.goTo(first)
	pane := w.screen().pane("المقال")
	y := pane.find(second)
	before := strings.Join(pane.styles[y], "")
	if margin := pane.cells[y][len(pane.cells[y])-4:]; !slices.Contains(margin, "2") {
		t.Errorf("the quotation's number is not beside it: %q", pane.lines()[y])
	}
	w.goTo(second)
	w.until("another look of the current quotation", func(s screen) bool {
		pane := s.pane("المقال")
		return len(pane.cells) > y && strings.Join(pane.styles[y], "") != before
	})
	w.quit()
}

// Moving in a pane moves the text and the other way round.
func TestMovingTogether(t *testing.T) {
	w := open(t, setup{width: 80, height: 12})
	w.ready()
	w.press("tab")
	w.until("the focus on the quotations", func(s screen) bool { return strings.Contains(s.text(), "◂ الاقتباسات") })
	seen := w.screen().article()
	w.press("end")
	w.until("the end of the text", func(s screen) bool {
		rows := s.article()
		return len(rows) > 0 && !slices.Equal(rows, seen) && slices.ContainsFunc(s.quotations(), func(i item) bool { return i.current })
	})
	w.press("shift+tab home")
	w.until("the first quotation and the top", func(s screen) bool {
		items := s.quotations()
		return slices.Equal(s.article(), seen) && len(items) > 0 && items[0].current
	})
	w.quit()
}
