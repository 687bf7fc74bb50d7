package ingest

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rawi/model"
)

const newsPage = `<!-- made by hand -->
<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>افتتاح مكتبة عامة في حي الميناء | صوت الحي</title>
<style>p { color: red }</style><script>var hidden = "نص برمجي";</script></head>
<body>
<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article>
<h1>افتتاح <em>مكتبة</em> عامة
 في حي الميناء</h1>
<figure><img src="a.jpg"><figcaption>رئيس البلدية يقص الشريط</figcaption></figure>
<p>` + sentenceA + ` قال &quot;نعم&quot;&nbsp;ومضى&hellip;</p>
<h2>مكتبتان أخريان</h2>
<p>` + sentenceB + `</p>
<blockquote><p>الكتاب حق لكل بيت، ولن يدفع أحد شيئا ما دمت في هذا المكان مع أهل الحي.</p></blockquote>
<ul><li>المكتبة الأولى في شارع النخيل قرب السوق القديم</li><li>المكتبة الثانية في ساحة البحر قرب المدرسة</li></ul>
<p>سطر أول من <b>بيت</b> شعر قديم يعرفه أهل الحي<br>سطر ثان من البيت نفسه يقال في المساء</p>
<p>` + sentenceA + sentenceB + `</p>
<p>روابط ذات علاقة</p><ul><li>معرض الكتاب يفتح أبوابه الشهر المقبل</li></ul>
<script>more()</script>
</article>
<footer>جميع الحقوق محفوظة لصوت الحي</footer>
</body></html>`

func TestReadHTML(t *testing.T) {
	a, err := readOne(strings.NewReader(newsPage), "")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"T افتتاح مكتبة عامة في حي الميناء",
		"C رئيس البلدية يقص الشريط",
		"P " + sentenceA + " قال \"نعم\"\u00a0ومضى…",
		"H مكتبتان أخريان",
		"P " + sentenceB,
		"Q الكتاب حق لكل بيت، ولن يدفع أحد شيئا ما دمت في هذا المكان مع أهل الحي.",
		"I • المكتبة الأولى في شارع النخيل قرب السوق القديم",
		"I • المكتبة الثانية في ساحة البحر قرب المدرسة",
		"P سطر أول من بيت شعر قديم يعرفه أهل الحي",
		"P سطر ثان من البيت نفسه يقال في المساء",
		"P " + sentenceA + sentenceB,
	}, "\n")
	if got := describe(a.Text, a.Blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(a.Text, "الميناء\n\nرئيس") || !strings.Contains(a.Text, "أهل الحي\nسطر ثان") {
		t.Errorf("paragraphs have an empty line between them, broken lines none:\n%s", a.Text)
	}
	if a.Language != "ar" || a.Direction != model.RightToLeft || a.Broken != 0 {
		t.Errorf("language %q, direction %v, broken %d", a.Language, a.Direction, a.Broken)
	}
}

func TestReadHTMLInOtherEncodings(t *testing.T) {
	declared := strings.Replace(newsPage, "utf-8", "windows-1256", 1)
	for name, data := range map[string]string{
		"windows-1256, declared":   encode(t, charmap.Windows1256, declared),
		"windows-1256, undeclared": encode(t, charmap.Windows1256, strings.Replace(newsPage, `<meta charset="utf-8">`, "", 1)),
		"windows-1256, lying":      encode(t, charmap.Windows1256, newsPage),
		"UTF-8, lying":             declared,
		"UTF-16":                   encode(t, littleMarked, newsPage),
		"UTF-8 with a mark":        "\xef\xbb\xbf" + newsPage,
	} {
		sameArticle(t, name, newsPage, data)
	}
	const cafe = "<html><meta charset=iso-8859-1><body><p>Le caf\xe9 est ferm\xe9.</p>"
	if a, err := readOne(strings.NewReader(cafe), "a.html"); err != nil || a.Text != "Le café est fermé." {
		t.Errorf("a declared encoding that is not Arabic: %v %v", a, err)
	}
}

func TestReadHTMLPieces(t *testing.T) {
	tests := []struct{ name, page, text string }{
		{"no article: the whole body", "<body><div>سطر</div><p>آخر <i>هنا</i></p><script>x</script>", "سطر\n\nآخر هنا"},
		{"white space collapses", "<p>  a\n\t b <b> c</b>d </p>", "a b cd"},
		{"preformatted lines stay", "<pre>أ\nب</pre>", "أ\nب"},
		{"a table's rows", "<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td></tr></table>", "أ | ب\nج"},
		{"two breaks", "<div>أ<br><br>ب<br>ج</div>", "أ\n\nب\nج"},
		{"hidden", "<p>أ</p><p hidden>ب</p>", "أ"},
		{"entities", "<p>&#x642;&amp;&lt;b&gt;</p>", "ق&<b>"},
		{"fragments", "<p>أ<p>ب<li>ج", "أ\n\nب\n\n• ج"},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader(test.page), "x.HTM")
		if err != nil || a.Text != test.text {
			t.Errorf("%s: got %+v %v, want %q", test.name, a, err, test.text)
		}
	}
}

func TestIsHTML(t *testing.T) {
	tests := []struct {
		data, source string
		want         bool
	}{
		{"نص", "a.html", true},
		{"نص", "https://example.org/a.htm", true},
		{"نص", "a.txt", false},
		{"نص", "html", false},
		{"\ufeff \n<!DOCTYPE HTML>", "", true},
		{"<?xml version=\"1.0\"?><!-- x --><html xmlns=\"\">", "", true},
		{"<!-- no end", "", false},
		{"<3 قلب", "", false},
		{"قال <html>", "", false},
		{"", "", false},
	}
	for _, test := range tests {
		if got := recognise(newInput(test.data, test.source)).name == "HTML"; got != test.want {
			t.Errorf("%q from %q: %v", test.data, test.source, got)
		}
	}
}

func TestDirection(t *testing.T) {
	tests := []struct {
		page string
		want model.Direction
	}{
		{"<html dir=rtl><p>a", model.RightToLeft},
		{"<html dir=rtl><body dir=LTR><p>a", model.LeftToRight},
		{"<html><main dir=rtl><p>a", model.RightToLeft},
		{"<html dir=auto><p>a", model.NoDirection},
		{"<html><p>a", model.NoDirection},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader(test.page), "")
		if err != nil || a.Direction != test.want {
			t.Errorf("%s: %v %v", test.page, a, err)
		}
	}
}
