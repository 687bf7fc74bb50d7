package page

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// paragraphs are the text of an article about a garden.
const paragraphs = `<p>أعلنت بلدية الواحة أمس بدء العمل في الحديقة الجديدة شرق المدينة، وهي أكبر حديقة عامة فيها منذ عشرين سنة.</p>
<p>وأوضح رئيس البلدية أن المشروع سيضم ملاعب للأطفال ومسارات للدراجات ومكتبة صغيرة، وأن الدخول إليه مجاني.</p>
<p>ويأتي المشروع ضمن خطة لزيادة المساحات الخضراء في المدينة خلال خمس سنوات، بدأت من الأحياء القديمة.</p>`

const headlineText = "حديقة جديدة شرق الواحة"

func read(t *testing.T, source string) *Page {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return Read(doc, func(line string) string {
		return map[string]string{"آراء القراء": "comments", "اقرأ أيضا": "links", "وسوم": "tags", "إعلان": "ad", "اشترك في نشرتنا": "signup", "شارك": "share"}[strings.TrimRight(OneLine(line), ": ")]
	})
}

// text is what is kept, on one line.
func (p *Page) text() string {
	var all []string
	for _, part := range p.Parts {
		all = append(all, apart(part))
	}
	return strings.Join(all, " ")
}

func pageOf(body string) string {
	return `<html><head><title>` + headlineText + ` - صحيفة الأفق</title></head><body>` + body + `</body></html>`
}

// Each row leaves out its example, wherever it stands, and nothing else; and it leaves out
// no article that stands in an element of its names.
func TestRows(t *testing.T) {
	for i := range rows {
		r := &rows[i]
		for _, body := range []string{
			`<article><h1>` + headlineText + `</h1>` + r.example + paragraphs + `</article>`,
			`<article><h1>` + headlineText + `</h1>` + paragraphs + r.example + `</article>`,
			`<h1>` + headlineText + `</h1><div>` + strings.Replace(paragraphs, "</p>", "</p>"+r.example, 1) + `</div>`,
		} {
			p := read(t, pageOf(body))
			if text := p.text(); strings.Contains(text, "خارج") || strings.Count(text, ".") < 3 {
				t.Errorf("%s: kept «%s»", r.id, text)
			}
			found := false
			for _, l := range p.Left {
				found = found || l.Text == "خارج" && (l.Row == r.id || l.Row == "outside")
			}
			if !found {
				t.Errorf("%s: left out %v", r.id, p.Left)
			}
		}
		for _, name := range r.names {
			class := strings.ReplaceAll(name, " ", "-")
			p := read(t, pageOf(`<div class="`+class+`"><h1>`+headlineText+`</h1>`+paragraphs+`</div>`))
			if strings.Count(p.text(), ".") < 3 {
				t.Errorf("%s: an article in class=%q is left out: %v", r.id, class, p.Left)
			}
		}
	}
}

// What headings open is left out, whatever it is called.
func TestSections(t *testing.T) {
	long := strings.Repeat("<p>تعليق طويل من قارئ يكتب كل يوم عن الحديقة وعن الطريق إليها وعن البلدية.</p>", 9)
	for _, section := range []string{
		`<div><h3>آراء القراء</h3>` + long + `</div>`,
		`<h3>آراء القراء</h3>` + long,
		`<section><div><span>آراء القراء</span></div><div>` + long + `</div></section>`,
		`<div><b>اقرأ أيضا</b><ul><li><a href="/1">تعليق أول</a></li><li><a href="/2">تعليق ثان</a></li></ul></div>`,
		`<p><strong>اقرأ أيضا:</strong></p><p><a href="/1">تعليق على خبر آخر</a></p>`,
		`<p>اقرأ أيضا: <a href="/1">تعليق على خبر آخر</a></p>`,
		`<div><h4>اشترك في نشرتنا</h4><p>تعليق</p></div>`,
		`<p><a href="/1">تعليق على خبر آخر</a></p>`,
		`<div><p>تعليق يصلك كل صباح، أدخل بريدك هنا</p><p><input type="email"> <b>تعليق</b></p></div>`,
	} {
		for _, body := range []string{`<article><h1>` + headlineText + `</h1>` + paragraphs + section + `</article>`,
			`<h1>` + headlineText + `</h1><div>` + paragraphs + section + `</div>`} {
			if text := read(t, pageOf(body)).text(); strings.Contains(text, "تعليق") || strings.Count(text, ".") != 3 {
				t.Errorf("%s: kept «%s»", section[:min(len(section), 80)], text)
			}
		}
	}
}

// What only looks like a section stays.
func TestSectionsThatAreText(t *testing.T) {
	for _, section := range []string{
		`<p>اقرأ أيضا ما كتبه تعليق في الصحيفة القديمة قبل أن تغلق أبوابها في ذلك العام.</p>`,
		`<p>كتب في <a href="/1">تعليق</a> نشره أمس أن الحديقة صغيرة.</p>`,
		`<p>ومن المصادر:</p><ul><li><a href="/1">تعليق أول</a></li></ul>`,
		`<ul><li>تعليق أول من لجنة الحي</li></ul>`,
		`<h2>تعليق البلدية</h2>`,
	} {
		p := read(t, pageOf(`<article><h1>`+headlineText+`</h1>`+strings.Replace(paragraphs, "</p>", "</p>"+section, 1)+`</article>`))
		if !strings.Contains(p.text(), "تعليق") {
			t.Errorf("%s: left out %v", section, p.Left)
		}
	}
}

func TestTitle(t *testing.T) {
	tests := []struct{ name, head, body, title, site string }{
		{"h1", "<title>زلزال في البحر - الأفق</title>", "<h1>زلزال في البحر</h1>", "زلزال في البحر", "الأفق"},
		{"no heading, site last", "<title>الحربي: الحديقة للجميع | أخبار المدن | صحيفة الأفق</title>", "", "الحربي: الحديقة للجميع", "صحيفة الأفق"},
		{"no heading, site first", "<title>صحيفة الأفق | الحربي: الحديقة لجميع الناس</title>", "", "الحربي: الحديقة لجميع الناس", "صحيفة الأفق"},
		{"h1 is the site", "<title>حديقة جديدة شرق الواحة - صحيفة الأفق</title>", "<h1>صحيفة الأفق</h1><h2>حديقة جديدة شرق الواحة</h2>", "حديقة جديدة شرق الواحة", "صحيفة الأفق"},
		{"og:title with the site", `<title>x</title><meta property="og:title" content="حديقة جديدة شرق الواحة - صحيفة الأفق"><meta property="og:site_name" content="صحيفة الأفق">`, "", "حديقة جديدة شرق الواحة", "صحيفة الأفق"},
		{"site and colon", `<title>الأفق: حديقة جديدة</title><meta property="og:site_name" content="الأفق">`, "", "حديقة جديدة", "الأفق"},
		{"one word", "<title>زلزال | الأفق</title>", "<h1>زلزال</h1>", "زلزال", "الأفق"},
		{"another wording in h1", "<title>حديقة الواحة: كل ما تريد معرفته</title>", "<h1>ماذا نعرف عن الحديقة الجديدة؟</h1>", "ماذا نعرف عن الحديقة الجديدة؟", ""},
		{"headings of teasers", "<title>حديقة جديدة شرق الواحة</title>", "<h1>حديقة جديدة شرق الواحة</h1><h2>ملاعب للأطفال</h2>", "حديقة جديدة شرق الواحة", ""},
		{"a class of the body", "<title>حديقة جديدة شرق الواحة</title>", "<div class='has-sidebar'><h1>حديقة جديدة شرق الواحة</h1></div>", "حديقة جديدة شرق الواحة", ""},
	}
	for _, test := range tests {
		p := read(t, `<html><head>`+test.head+`</head><body>`+test.body+paragraphs+`</body></html>`)
		if p.Title != test.title || p.Facts.Site != test.site || strings.Contains(p.text(), test.title) {
			t.Errorf("%s: title %q, site %q", test.name, p.Title, p.Facts.Site)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2031-05-04T12:30:00+03:00", "2031-05-04T12:30:00+03:00"},
		{"2031-05-04", "2031-05-04T00:00:00Z"},
		{"الأحد 4 مايو 2031", "2031-05-04T00:00:00Z"},
		{"الأحد ٤ أيار/مايو ٢٠٣١ - ١٢:٣٠", "2031-05-04T12:30:00Z"},
		{"نشر في: 13 أكتوبر ,2031: 06:40 م GST", "2031-10-13T18:40:00Z"},
		{"12 كانون الثاني/يناير 2031", "2031-01-12T00:00:00Z"},
		{"12 كانون الأول 2031", "2031-12-12T00:00:00Z"},
		{"3 تشرين الثاني 2030", "2030-11-03T00:00:00Z"},
		{"03 جانفي 2031", "2031-01-03T00:00:00Z"},
		{"7 غشت 2031", "2031-08-07T00:00:00Z"},
		{"15 دجنبر 2031", "2031-12-15T00:00:00Z"},
		{"1 جوان 2031", "2031-06-01T00:00:00Z"},
		{"12/6/2004", "2004-06-12T00:00:00Z"},
		{"14-01-2029 | 08:40", "2029-01-14T08:40:00Z"},
		{"21.07.2031 | 17:13 GMT", "2031-07-21T17:13:00Z"},
		{"الأحد 1447/7/15 هـ الموافق 2026/01/04 م", "2026-01-04T00:00:00Z"},
		{"1 محرم 1445 هـ", "2023-07-19T00:00:00Z"},
		{"10 رمضان 1444", "2023-04-01T00:00:00Z"},
		{"1 شوال 1445 هـ", "2024-04-10T00:00:00Z"},
		{"May 4, 2031", "2031-05-04T00:00:00Z"},
		{"4 février 2031", "2031-02-04T00:00:00Z"},
		{"نشر أمس", ""},
		{"31/02/2031", ""},
		{"في 2031", ""},
		{"العدد 12 لعام 2031 من المجلة", ""},
		{"99999999999999999999", ""},
	}
	for _, test := range tests {
		got, ok := Date(test.text)
		if test.want == "" && ok || test.want != "" && got.Format(time.RFC3339) != test.want {
			t.Errorf("%q: %v %v, want %q", test.text, got, ok, test.want)
		}
	}
}

func TestAuthor(t *testing.T) {
	for line, want := range map[string]string{
		"بقلم: سلمى الحداد": "سلمى الحداد", "كتب - سلمى الحداد": "سلمى الحداد", "كتبت سلمى الحداد": "سلمى الحداد", "بواسطة سلمى الحداد": "سلمى الحداد",
		"مرسلة بواسطة سلمى": "سلمى", "By Dana Whitlock": "Dana Whitlock", "سلمى الحداد": "سلمى الحداد", "كتبي المفضلة": "كتبي المفضلة", "": "",
	} {
		if got := Author(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
