package arabic

import "testing"

func TestLanguageOf(t *testing.T) {
	tests := []struct {
		text string
		want Language
	}{
		{"", Arabic},
		{"12 · 15", Arabic},
		{"قال المدير نعم", Arabic},
		{"فی القاهرة قال الوزیر إن المشروع كبیر علی كل حال", Arabic}, // typed on a Persian keyboard
		{"وصل گورباتشوف وچيتشيرين إلى پراگ، وقال إن الزيارة قصيرة", Arabic},
		{"أعلنت Apple عن iPhone 15 Pro Max وMacBook Air في Cupertino", Arabic},
		{"این کتابخانه دیروز گشوده شد و مردم شهر در آن گرد آمدند", Persian},
		{"اين كتابخانه ديروز در شهر گشوده شد و براي كودكان است", Persian}, // on an Arabic one
		{"شہر کی لائبریری تین سال بعد کھول دی گئی ہے", Urdu},
		{"کتێبخانەی گشتیی شار دوێنێ کرایەوە لە شار", Kurdish},
		{"په ښار کې نوی کتابتون د خلکو لپاره پرانیستل شو", Pashto},
		{"The library, called مكتبة الميناء, opened its doors on Sunday", Other},
		{"Библиотека открылась вчера", Other},
	}
	for _, test := range tests {
		if got := LanguageOf(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

func TestFoldOfNeighbours(t *testing.T) {
	for _, pair := range [][2]string{{"ہے", "هے"}, {"خانهٔ", "خانه"}, {"خانۀ", "خانه"}, {"کتابی", "كتابي"}, {"شۆڕەکە", "شۆڕهكه"}, {"۱۴۰۲", "1402"}, {"می\u200cشود", "ميشود"}} {
		if got, want := Fold(pair[0]), Fold(pair[1]); got != want {
			t.Errorf("%q is not found as %q: %q, %q", pair[0], pair[1], got, want)
		}
	}
}
