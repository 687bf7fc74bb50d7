package model

import (
	"slices"
	"strings"
	"testing"
)

// spoken is the quotations between marks in a text.
func spoken(text string) (quotes []Quote) {
	for at := 0; ; {
		start := strings.Index(text[at:], "«")
		if start < 0 {
			return quotes
		}
		start += at + len("«")
		end := start + strings.Index(text[start:], "»")
		quotes = append(quotes, Quote{Span: Span{start, end}})
		at = end
	}
}

// A page that changes a quotation without saying so is found out; what changes around
// quotations, their order, and signs that nobody sees are no change.
func TestEdits(t *testing.T) {
	const earlier = "قال الوزير يوم الأحد أمام المجلس «سنبني عشرين مدرسة في السنة القادمة ولن نرفع الرسوم على أحد» ثم انصرف.\n\n" +
		"وأضافت المديرة في كلمتها للصحفيين «المكتبة مفتوحة للجميع من الصباح إلى المساء» وشكرت الحضور.\n\n" +
		"وختم النائب كلامه في الجلسة الطويلة بقوله «هذا وعد لن ننساه أبدا ما حيينا» وجلس في مكانه."
	for name, test := range map[string]struct {
		change []string
		want   []Edit
	}{
		"nothing":       {nil, nil},
		"around":        {[]string{"يوم الأحد", "صباح الاثنين", "وشكرت الحضور", "وغادرت"}, nil},
		"unseen":        {[]string{"المكتبة مفتوحة", "المكتبة\u200f  مفتوحة", "\n\n", "\r\n\r\n"}, nil},
		"one word":      {[]string{"عشرين مدرسة", "خمس مدارس"}, []Edit{{Was: "سنبني عشرين مدرسة في السنة القادمة ولن نرفع الرسوم على أحد", Now: "سنبني خمس مدارس في السنة القادمة ولن نرفع الرسوم على أحد"}}},
		"cut":           {[]string{" ولن نرفع الرسوم على أحد", ""}, []Edit{{Was: "سنبني عشرين مدرسة في السنة القادمة ولن نرفع الرسوم على أحد", Now: "سنبني عشرين مدرسة في السنة القادمة"}}},
		"gone":          {[]string{"وختم النائب كلامه في الجلسة الطويلة بقوله «هذا وعد لن ننساه أبدا ما حيينا» وجلس في مكانه.", ""}, []Edit{{Was: "هذا وعد لن ننساه أبدا ما حيينا", Gone: true}}},
		"another order": {[]string{"وختم النائب كلامه في الجلسة الطويلة بقوله «هذا وعد لن ننساه أبدا ما حيينا» وجلس في مكانه.", "", "قال الوزير", "وختم النائب كلامه في الجلسة الطويلة بقوله «هذا وعد لن ننساه أبدا ما حيينا» وجلس في مكانه.\n\nقال الوزير"}, nil},
	} {
		now := strings.NewReplacer(test.change...).Replace(earlier)
		got := Edits(earlier, spoken(earlier), NewArticle(now, nil), spoken(now))
		for i := range got {
			if !got[i].Gone && got[i].At.In(now) != got[i].Now {
				t.Errorf("%s: %+v does not stand there", name, got[i])
			}
			got[i].At = Span{}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}
