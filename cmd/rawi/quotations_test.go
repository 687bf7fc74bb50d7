//go:build unix

package main

import (
	"database/sql"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rawi/cmd/internal/screentest"
)

// Standings of a quotation, as the pane says them.
const (
	decided = "محسوم"
	unsaved = "لم يُحفظ"
	guessed = "تخمين"
)

// goTo makes the quotation that begins with words the current one.
func (w *window) goTo(words string) {
	w.t.Helper()
	s := w.until("the quotation "+words+" in the list that has the focus", func(s screen) bool {
		return s.Quotation(words).Text != "" && current(s) >= 0
	})
	at := func(s screen, holds func(screentest.Quotation) bool) int {
		return slices.IndexFunc(s.Quotations(), holds)
	}
	from := at(s, func(i screentest.Quotation) bool { return i.Current })
	to := at(s, func(i screentest.Quotation) bool { return i.Is(words) })
	for ; from < to; from++ {
		w.press("j")
	}
	for ; from > to; from-- {
		w.press("k")
	}
	w.until("the current quotation "+words, func(s screen) bool { return s.Quotation(words).Current })
}

// becomes waits until a quotation has a standing and, unless it is "", a speaker. Of a
// guess that is sure enough nothing is said.
func (w *window) becomes(words, standing, speaker string) screen {
	w.t.Helper()
	return w.until(words+" "+standing+" "+speaker, func(s screen) bool {
		q := s.Quotation(words)
		stands := q.Is(standing) || standing == guessed && q.Whole && !q.Decided && !q.Is(unsaved)
		return stands && strings.Contains(q.Who, screentest.Unshaped(speaker))
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
	picker := w.choose().Pane("من القائل؟")
	y := slices.IndexFunc(picker.Lines(), func(l string) bool { return strings.HasPrefix(l, "2 ") })
	if y < 0 {
		t.Fatalf("the picker has no second choice:\n%s", picker)
	}
	name, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(picker.Lines()[y], "2 ")), " · ")
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
		if !s.Pane("الأطراف").Has(test.speaker) {
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
	if decisions(s) != 1 {
		t.Errorf("%d quotations are decided", decisions(s))
	}
	w.quit()
}

// In one column the picker stands below the article.
func TestNameInOneColumn(t *testing.T) {
	data := t.TempDir()
	w := open(t, setup{data: data, width: 40, height: 12, args: []string{marketFile}})
	w.ready()
	s := w.choose()
	if len(s.Pane("المقال").Cells) == 0 {
		t.Errorf("the article is hidden while the reader says who spoke:\n%s", s)
	}
	w.send("سمير")
	w.shows("سمير")
	w.press("enter")
	w.until("the picker closed", func(s screen) bool { return !s.Has("من القائل؟") })
	w.press("k") // back to the one that was decided
	w.until("a decision", func(s screen) bool { return s.Has("سمير", decided) })
	w.quit()
}

func TestAcceptAndNotSpeech(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(second)
	speaker := w.Screen().Quotation(second).Who
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
	guess := w.Screen().Quotation(second).Who
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
	w := open(t, setup{args: []string{marketFile}, reading: true})
	w.press("tab x")
	w.becomes("القرار لم يُلغَ بل أُجّل", decided, "ليس قولا")
	if s := w.Screen(); !s.Has("◂ الاقتباسات") || decisions(s) != 1 {
		t.Errorf("not both keys had an effect:\n%s", s)
	}
	w.press("q")
	if status := w.exit(); status != 0 { // the first screen may show what the terminal echoed before rawi began
		t.Errorf("status %d", status)
	}
}

// While another program holds the library, what was done looks unsaved, an undo
// too, and nothing is reported as done before it is saved.
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
	if s := w.becomes(first, unsaved, ""); s.Has("تم التراجع") {
		t.Errorf("an undo that is not saved is said to be done:\n%s", s)
	}
	_, err = library.Exec("ROLLBACK")
	must(t, err)
	w.until("the undo saved", func(s screen) bool { return s.Has("تم التراجع") && !s.Has(unsaved) })
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
	if two.Screen().Quotation(first).Is(decided) {
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
	pane := w.Screen().Pane("المقال")
	y := pane.Find(second)
	before := strings.Join(pane.Styles[y], "")
	if margin := pane.Cells[y][len(pane.Cells[y])-4:]; !slices.Contains(margin, "3") {
		t.Errorf("the quotation's number is not beside it: %q", pane.Lines()[y])
	}
	w.goTo(second)
	w.until("another look of the current quotation", func(s screen) bool {
		pane := s.Pane("المقال")
		return len(pane.Cells) > y && strings.Join(pane.Styles[y], "") != before
	})
	w.quit()
}

// Moving in a pane moves the text and the other way round.
func TestMovingTogether(t *testing.T) {
	w := open(t, setup{width: 80, height: 12, reading: true})
	w.ready()
	w.press("tab")
	w.until("the focus on the quotations", func(s screen) bool { return strings.Contains(s.Text(), "◂ الاقتباسات") })
	seen := w.Screen().Article()
	w.press("end")
	w.until("the end of the text", func(s screen) bool {
		rows := s.Article()
		return len(rows) > 0 && !slices.Equal(rows, seen) && slices.ContainsFunc(s.Quotations(), func(i screentest.Quotation) bool { return i.Current })
	})
	w.press("shift+tab home")
	w.until("the first quotation and the top", func(s screen) bool {
		items := s.Quotations()
		return slices.Equal(s.Article(), seen) && len(items) > 0 && items[0].Current
	})
	w.quit()
}
