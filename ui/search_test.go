package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/theme"
)

// No key decides anything in the article, nor by a click into it: after each, and
// after each pair of it and Enter, all is as it was.
func TestNoKeyDecidesInTheArticle(t *testing.T) {
	for c := range keys.ContextCount {
		for _, row := range keyboard().Rows {
			if c == keys.InArticle && row.Decides && (row.Where.Has(c) || row.Where.Has(keys.Anywhere)) {
				t.Errorf("%s decides in the article", row.ID())
			}
		}
	}
	for _, row := range keyboard().Rows {
		for _, key := range row.Pressed() {
			if row.ID() == "words" || row.ID() == "command" || row.ID() == "pane" || row.ID() == "pane back" || row.Leaves(tea.Key(keyPress(key))) {
				continue
			}
			d := drive(t, page, 120, 36)
			d.press("esc " + key)
			if row.ID() != "to quotation" {
				d.press("enter")
			}
			if len(d.stored) > 0 {
				t.Errorf("%s decides: %+v", key, d.stored)
			}
		}
	}
}

// A key of another pane says where it works, and what it does there.
func TestKeyOfAnotherPane(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press("esc a")
	for _, want := range []string{d.Language.Say(l10n.Accept), d.Language.Say(l10n.Quotes)} {
		if !strings.Contains(d.message.text, want) {
			t.Errorf("%q does not say %q", d.message.text, want)
		}
	}
}

// While the article is locked nothing is decided, by keys or by name.
func TestLock(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.typeCommand("readonly")
	for _, row := range d.keyboard.Rows {
		if !row.Decides {
			continue
		}
		d.typeCommand(row.ID() + " 1")
		d.typeCommand(row.ID())
		if d.overlay != nil || len(d.stored) > 0 {
			t.Fatalf("%s decides", row.ID())
		}
	}
	if d.press("a"); len(d.stored) > 0 || d.message.text != d.Language.Say(l10n.Locked) {
		t.Errorf("said %q, stored %v", d.message.text, d.stored)
	}
	d.typeCommand("readonly")
	if d.press("a"); len(d.stored) != 1 {
		t.Error("unlocked, nothing is decided")
	}
}

// hits is what is lit in the text on the screen, the one gone to in brackets.
func (d *driver) hits() (all []string) {
	d.search.Marks(model.Span{End: len(d.Article.Text)}, func(s model.Span, role theme.Role) {
		word := s.In(d.Article.Text)
		if role == theme.CurrentHit {
			word = "[" + word + "]"
		}
		all = append(all, word)
	})
	return all
}

// Words are found as readers type them, whatever marks, seats of hamza, digits or
// forms the text has.
func TestSearchFolds(t *testing.T) {
	text := page + "\nأحمد وإحمد وآحمد وٱحمد، مُحَمَّد، مدرسة ومدرسه، على وعلي، مـــد، ١٢٣ و۱۲۳ و123، ﻣﺪﺭﺳﺔ، کتاب وكتاب"
	for _, test := range []struct{ typed, hits string }{
		{"احمد", "[أحمد]|إحمد|آحمد|ٱحمد"}, {"محمد", "[مُحَمَّد]"}, {"مدرسة", "[مدرسة]|مدرسه|ﻣﺪﺭﺳﺔ"}, {"على", "[على]|علي"},
		{"مدر", "[مدر]|مدر|ﻣﺪﺭ"}, {"123", "[١٢٣]|۱۲۳|123"}, {"كتاب", "[کتاب]|كتاب"}, {"=أحمد", "[أحمد]"}, {"=كتاب", "[كتاب]"}, {"زرافة", ""}, {"=", ""},
	} {
		d := drive(t, text, 120, 36)
		d.press("/")
		d.overlay.TypeText("") // nothing yet
		d.send(tea.PasteMsg{Content: test.typed})
		d.press("enter")
		got := strings.Join(d.hits(), "|")
		if got != test.hits {
			t.Errorf("%q finds %q, want %q", test.typed, got, test.hits)
		}
		if want := d.Language.Say(l10n.NoHit, strings.TrimPrefix(test.typed, "=")); test.hits == "" && d.message.text != want {
			t.Errorf("%q: said %q, want %q", test.typed, d.message.text, want)
		}
	}
}

// Typing shows the first hit below where it began; n and N go on and say so where
// they begin again; Esc goes back.
func TestSearchGoesThroughHits(t *testing.T) {
	filler := strings.Repeat("\nسطر من أسطر كثيرة لا شيء فيها", 60)
	text := page + "\nكلمة أولى" + filler + "\nكلمة ثانية" + filler + "\nكلمة ثالثة" + filler
	for _, size := range []struct{ w, h int }{{140, 40}, {80, 24}, {40, 12}} {
		d := drive(t, text, size.w, size.h)
		d.press("esc space space space")
		began := d.reader.Offset()
		d.press("/ ك ل م ة")
		at := func(n string) {
			t.Helper()
			if hit := spanOf(text, "كلمة "+n); !d.reader.Visible().Covers(hit) {
				t.Errorf("%dx%d: %s is not on the screen", size.w, size.h, n)
			}
		}
		says := func(w l10n.Word, args ...any) {
			t.Helper()
			if want := d.Language.Say(w, args...); !strings.Contains(d.message.text, want) {
				t.Errorf("%dx%d: said %q, not %q", size.w, size.h, d.message.text, want)
			}
		}
		at("ثانية")
		says(l10n.HitOf, 2, 3)
		if d.press("esc"); d.reader.Offset() != began || len(d.hits()) > 0 {
			t.Errorf("%dx%d: after esc the place is %d, want %d; lit %v", size.w, size.h, d.reader.Offset(), began, d.hits())
		}
		d.press("ظ ك ل م ه enter") // the key on the Arabic layout
		at("ثانية")
		d.press("n")
		at("ثالثة")
		d.press("n")
		at("أولى")
		says(l10n.Wrapped)
		d.press("N")
		at("ثالثة")
		says(l10n.WrappedBack)
		d.press("آ")
		at("ثانية")
		d.press("/ enter") // the same again
		at("ثالثة")
		d.press("/ up") // what was searched for
		if got := d.overlay.Typed(); got != "كلمه" {
			t.Errorf("recalled %q", got)
		}
		d.press("esc esc")
		if len(d.hits()) > 0 {
			t.Error("esc in the article leaves hits lit")
		}
	}
}

// The marked words, and a party's name, are searched for by *.
func TestSearchThis(t *testing.T) {
	d := drive(t, page, 120, 36)
	d.press("v right right *")
	if got := strings.Join(d.hits(), "|"); got != "[زيد]" {
		t.Errorf("in marked words: %s", got)
	}
	d.press("esc tab down *")
	if got := strings.Join(d.hits(), "|"); got != "[هند]" {
		t.Errorf("a party: %s", got)
	}
}
