//go:build unix

package main

import (
	"os"
	"strings"
	"testing"
)

// Decisions follow an article whose file was edited: those on untouched words
// hold, those on changed words wait for the reader.
func TestEditedArticle(t *testing.T) {
	data, text := t.TempDir(), readFile(t, marketFile)
	path := file(t, "article.txt", text)
	start := func() *window {
		w := open(t, setup{data: data, args: []string{path}})
		w.ready()
		return w
	}
	w := start()
	for _, words := range []string{first, second, third} {
		w.goTo(words)
		w.press("x")
		w.becomes(words, decided, "ليس قولا")
	}
	w.quit()

	edited := "سطر زاده المحرر في أول الملف بعد النشر.\n\n" + strings.Replace(text, "ثلاثة أشهر", "أربعة أشهر", 1)
	must(t, os.WriteFile(path, []byte(edited), 0o644))
	w = start()
	const changed = "أمامنا أربعة"
	w.becomes(first, decided, "ليس قولا")
	w.becomes(third, decided, "ليس قولا")
	s := w.until("the changed words", func(s screen) bool { return s.Quotation(changed).Text != "" })
	if q := s.Quotation(changed); q.Is(decided) || !q.Is("تغيّر موضعه؛ أكّده") {
		t.Errorf("changed words are shown as\n%s", q.Text)
	}
	w.goTo(changed)
	w.press("a")
	w.becomes(changed, decided, "ليس قولا")
	w.quit()

	w = start()
	w.becomes(changed, decided, "ليس قولا")
	w.quit()
	if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "2 articles, 4 decisions") {
		t.Errorf("check says %s", out)
	}
}
