package ingest

import (
	"strings"
	"testing"
)

const aroundQuoted = `<html><head><title>حديقة جديدة شرق الواحة</title></head><body><article><h1>حديقة جديدة شرق الواحة</h1><p>` + sentenceA + `</p>`

// quotedIn is what a page with a piece of HTML sets apart: the words and who said them,
// one quotation a line.
func quotedIn(t *testing.T, piece string) string {
	t.Helper()
	a, err := readOne(strings.NewReader(aroundQuoted+piece+`<p>`+sentenceB+`</p><p>`+sentenceA+sentenceB+`</p></article></body></html>`), "https://a.example/")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, q := range a.Quoted {
		all = append(all, strings.Join(strings.Fields(q.In(a.Text)), " ")+" | "+q.By.In(a.Text))
	}
	return strings.Join(all, "\n")
}

func TestQuoted(t *testing.T) {
	const words = "نعمل ليل نهار على المشروع."
	tests := []struct{ name, piece, want string }{
		{"alone", `<blockquote>` + words + `</blockquote>`, words + " | "},
		{"paragraphs", `<blockquote><p>` + words + `</p><p>` + words + `</p></blockquote>`, words + " " + words + " | "},
		{"cite inside", `<blockquote><p>` + words + `</p><cite>ماجد الحربي</cite></blockquote>`, words + " | ماجد الحربي"},
		{"cite in a footer", `<blockquote><p>` + words + `</p><footer>— <cite>ماجد الحربي</cite>، رئيس البلدية</footer></blockquote>`, words + " | ماجد الحربي"},
		{"cite in the line", `<blockquote>` + words + ` <cite>ماجد الحربي</cite></blockquote>`, words + " | ماجد الحربي"},
		{"a dash", `<blockquote><p>` + words + `</p><p>— ماجد الحربي</p></blockquote>`, words + " | ماجد الحربي"},
		{"a figure", `<figure><blockquote>` + words + `</blockquote><figcaption>ماجد الحربي، رئيس البلدية</figcaption></figure>`, words + " | ماجد الحربي"},
		{"one in another", `<blockquote>` + words + `<blockquote>نعم يا ناس.</blockquote></blockquote>`, words + " نعم يا ناس. | "},
		{"a tweet", `<blockquote class="twitter-tweet"><p lang="ar">` + words + `</p>&mdash; بلدية الواحة (@waha) <a href="https://x.example/1">May 4, 2024</a></blockquote>`, words + " | بلدية الواحة"},
		{"Bluesky", `<blockquote class="bluesky-embed"><p>` + words + `</p>&mdash; بلدية الواحة (<a href="https://b.example">@waha.example</a>) <a href="https://b.example/1">4 مايو 2024</a></blockquote>`, words + " | بلدية الواحة"},
		{"Facebook", `<div class="fb-post"><blockquote cite="https://f.example/1" class="fb-xfbml-parse-ignore"><p>` + words + `</p>تم النشر بواسطة ` + "\u200f" + `<a href="https://f.example">بلدية الواحة</a>` + "\u200f" + ` في <a href="https://f.example/1">السبت، ٤ مايو ٢٠٢٤</a></blockquote></div>`, words + " | بلدية الواحة"},
		{"Instagram without its words", `<blockquote class="instagram-media"><a href="https://i.example/1">عرض هذا المنشور على Instagram</a><p><a href="https://i.example/1">تمت مشاركة منشور بواسطة مقهى الرصيف (@raseef)</a></p></blockquote>`, ""},
		{"Instagram", `<blockquote class="instagram-media"><a href="https://i.example/1">View this post on Instagram</a><p>` + words + `</p><p><a href="https://i.example/1">A post shared by مقهى الرصيف (@raseef)</a></p></blockquote>`, words + " | مقهى الرصيف"},
		{"a link alone is none", `<blockquote class="wp-embedded-content"><a href="https://a.example/2">خبر آخر من الواحة اليوم</a></blockquote>`, ""},
	}
	for i := range posts {
		tests = append(tests, struct{ name, piece, want string }{posts[i].id, posts[i].example, "قول من قال | فلان"})
	}
	for _, test := range tests {
		if got := quotedIn(t, test.piece); got != test.want {
			t.Errorf("%s: got «%s», want «%s»", test.name, got, test.want)
		}
	}
}

func TestStructure(t *testing.T) {
	tests := []struct{ piece, want string }{
		{"<p>قال: <q>نعم</q>.</p>", "قال: «نعم»."},
		{"<p>قال: <q>نعم <q>لا</q> نعم</q>.</p>", "قال: «نعم ‹لا› نعم»."},
		{"<p>قال: <q>«نعم»</q>.</p>", "قال: «نعم»."},
		{"<p>قال: <q> </q>.</p>", "قال: ."},
		{"<p>الحديقة<sup>2</sup> كبيرة</p>", "الحديقة[2] كبيرة"},
		{"<p>الحديقة<sup><a href='#1'>[1]</a></sup> كبيرة</p>", "الحديقة[1] كبيرة"},
		{"<p>مساحتها 900 كم<sup>2</sup> و10<sup>3</sup></p>", "مساحتها 900 كم² و10³"},
		{"<ol start=3><li>أ<li value=9>ب<li>ج</ol>", "3. أ\n9. ب\n10. ج"},
		{"<ol reversed><li>أ<li>ب</ol>", "2. أ\n1. ب"},
		{"<p>الحديقة<sup>٢</sup> كبيرة<a href='#fn'>3</a></p>", "الحديقة[٢] كبيرة[3]"},
		{"<ul><li><p>أ</p><p>ب</p><ol><li>ج</ol></ul>", "• أ\nب\n1. ج"},
		{"<p>قال: &amp;laquo;نعم&amp;raquo; &amp;amp;quot;لا&amp;amp;quot; &amp;lt;b&amp;gt;</p>", "قال: «نعم» \"لا\" &lt;b&gt;"},
		{"<p>الحر&shy;بي ومحمد\u200b القح<wbr>طاني</p>", "الحربي ومحمد القحطاني"},
		{"<table><tr><th>أ</th><th>ب</th></tr><tr><td>ج</td><td>د</td></tr></table>", "أ | ب\nج | د"},
		{"<table><tr><td><h2>أ</h2></td><td><p>ب</p></td></tr></table>", "أ\n\nب"},
		{"<div class='poem'><div><span>يا نورسا ترك الشواطئ</span><span>ما ضر لو أبقيت</span></div></div>", "يا نورسا ترك الشواطئ\u2003\u2003\u2003ما ضر لو أبقيت"},
		{"<p>يا نورسا ترك الشواطئ *** ما ضر لو أبقيت</p>", "يا نورسا ترك الشواطئ\u2003\u2003\u2003ما ضر لو أبقيت"},
		{"<p>يا نورسا ترك الشواطئ&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;ما ضر لو أبقيت</p>", "يا نورسا ترك الشواطئ\u2003\u2003\u2003ما ضر لو أبقيت"},
		{"<figure><img alt='باب المكتبة القديم'></figure><p>أ</p>", "[باب المكتبة القديم]\n\nأ"},
		{"<figure><img alt='باب المكتبة القديم'><figcaption>الباب</figcaption></figure><p>أ</p>", "الباب\n\nأ"},
		{"<p>أ\x01ب\x1b[2Jج&#27;د</p>", "أب[2Jجد"},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader("<html><body>"+test.piece), "a.html")
		if err != nil || a.Text != test.want {
			t.Errorf("%s: got %q, want %q", test.piece, a.Text, test.want)
		}
	}
}
