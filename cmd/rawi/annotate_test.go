//go:build unix

package main

import "testing"

// What is decided on a party holds in every article, and after a restart; the
// people of other articles are offered after those of this one.
func TestPartiesOfTheLibrary(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(first)
	w.choose()
	w.send("سمير الحلاق")
	w.shows("سمير الحلاق")
	w.press("enter")
	w.becomes(first, decided, "سمير الحلاق")
	w.press("tab end")
	w.shows("◂ الأطراف")
	w.press("i ctrl+u")
	w.send("سمير بن كمال")
	w.shows("سمير بن كمال")
	w.press("enter")
	w.becomes(first, decided, "سمير بن كمال")
	w.quit()

	other := file(t, "other.txt", "خبر آخر\n\nوقال التاجر: «لا نبيع اليوم شيئا».\n")
	w = open(t, setup{data: data, args: []string{other}})
	w.ready()
	w.choose()
	w.send("الحلاق") // by his former name
	w.shows("سمير بن كمال")
	w.press("enter")
	w.becomes("لا نبيع", decided, "سمير بن كمال")
	w.quit()

	w = market(t, data)
	w.becomes(first, decided, "سمير بن كمال")
	w.press("u")
	w.becomes(first, decided, "سمير الحلاق")
	w.quit()
}

// A quotation that a reader made, and what was said of it, are there after a
// restart, and so is the history, in which each decision can be taken back.
func TestSpansAreKept(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(first)
	w.press("v w w v left left enter")
	w.until("a quotation more", func(s screen) bool { return len(s.Quotations()) == 6 })
	w.press("N")
	w.send("من هنا؟")
	w.press("enter")
	w.shows("من هنا؟")
	w.quit()

	w = market(t, data)
	w.until("the quotation and its note", func(s screen) bool { return len(s.Quotations()) == 6 && s.Has("ملاحظة") })
	w.press("H")
	w.shows("اقتباس جديد", "ملاحظة: من هنا؟")
	w.press("down tab")
	w.escape("ملاحظة: من هنا؟")
	w.until("the quotation taken back", func(s screen) bool { return len(s.Quotations()) == 5 })
	w.press("u")
	w.until("the quotation again", func(s screen) bool { return len(s.Quotations()) == 6 })
	w.quit()
}
