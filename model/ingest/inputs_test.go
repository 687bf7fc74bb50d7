package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"rawi/model"
)

func has(t *testing.T, a *model.Article, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(a.Text, w) {
			t.Errorf("no %q in\n%s", w, a.Text)
		}
	}
}

func hasNot(t *testing.T, a *model.Article, bad ...string) {
	t.Helper()
	for _, w := range bad {
		if strings.Contains(a.Text, w) {
			t.Errorf("%q in\n%s", w, a.Text)
		}
	}
}

const note = "---\ntitle: \"حديقة: جديدة\"\nauthor:\n  - سلمى الحداد\n  - نادر السالم\ndate: 2031-05-04\nlang: ar\ntags: [أ, ب]\n---\n" + `
# حديقة: جديدة

أعلنت **بلدية الواحة** أمس بدء العمل في [الحديقة الجديدة](https://example.org/ar/park "عنوان")
شرق المدينة\*، وهي &laquo;أكبر&raquo; حديقة.

## ما فيها

> ستفتح الحديقة أبوابها في الربيع.
> — ماجد الحربي

3. ملاعب للأطفال
4. مكتبة *صغيرة*

<script>alert("x")</script>
<p>فقرة من <b>الصفحة</b></p>

| المدينة | العدد |
| الواحة | سبع |

وانظر <https://example.org/b> و` + "`رمز`" + `.
`

func TestMarkdown(t *testing.T) {
	a, err := readOne(strings.NewReader(note), "note.md")
	if err != nil {
		t.Fatal(err)
	}
	want := model.Facts{Headline: "حديقة: جديدة", Byline: "سلمى الحداد، نادر السالم", Published: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)}
	if a.Title() != want.Headline || a.Facts != want || a.Language != "ar" {
		t.Errorf("title %q, facts %+v, language %q", a.Title(), a.Facts, a.Language)
	}
	has(t, a, "بلدية الواحة أمس بدء العمل في الحديقة الجديدة", " شرق المدينة*، وهي «أكبر» حديقة.", "ما فيها", "ستفتح الحديقة أبوابها في الربيع.\n— ماجد الحربي",
		"ملاعب للأطفال", "مكتبة صغيرة", "فقرة من الصفحة", "سبع", "https://example.org/b", "رمز")
	hasNot(t, a, "**", "](", "##", "> ", "---", "alert", "<", "&laquo;", `\`, "`", "tags")
	if strings.Count(a.Text, want.Headline) != 1 {
		t.Errorf("the title stands there more than once:\n%s", a.Text)
	}
}

func TestMarkdownByItsLook(t *testing.T) {
	for text, want := range map[string]string{
		"# عنوان\n\nنص": "Markdown", "---\ntitle: عنوان\n---\nنص": "Markdown", "\ufeff\n### عنوان\n": "Markdown",
		"#وسم نص": "plain text", "# \nنص": "plain text", "---\nنص\n---\nنص": "plain text", "قال\n# عنوان": "plain text", "####### نص": "plain text",
	} {
		d, err := Read(strings.NewReader(text), "")
		if err != nil || d.Format != want {
			t.Errorf("%q: %v, want %s", text, d, want)
		}
	}
}

// A line of nothing but marks of blocks inside of each other would take the parser a
// time that grows with its square.
func TestNestedMarkdown(t *testing.T) {
	for _, mark := range []string{"> ", ">", "1. ", "- 1) ", "> - ", "+ ", strings.Repeat("*a* ", 20)} {
		if d, err := Read(strings.NewReader("# عنوان\n\n"+strings.Repeat(mark, 1000)+"نص"), "a.md"); !errors.Is(err, ErrTooDeep) {
			t.Errorf("%q: %v, %v", mark, d, err)
		}
	}
	for _, line := range []string{strings.Repeat("- ", 500), strings.Repeat("*", 500), strings.Repeat("> ", 10), "1. - 2. > نص"} {
		if _, err := Read(strings.NewReader("# عنوان\n\n"+line), "a.md"); err != nil {
			t.Errorf("%.20q: %v", line, err)
		}
	}
}

// A long text is read as a short one is, whatever is on the edge of a piece.
func TestLongMarkdown(t *testing.T) {
	var long strings.Builder
	long.WriteString("# عنوان\n\n")
	for i := range 9000 {
		fmt.Fprintf(&long, "فقرة **%d** فيها [رابط][1] من النص.\n\n```\nرمز %d\n\nآخر\n```\n\n", i, i)
	}
	long.WriteString("[1]: https://example.org/ar\n")
	a, err := readOne(strings.NewReader(long.String()), "long.md")
	if err != nil || long.Len() < 4*pieceBytes {
		t.Fatal(err, long.Len())
	}
	for i := range 9000 {
		if want := fmt.Sprintf("فقرة %d فيها رابط من النص.\n\nرمز %d", i, i); !strings.Contains(a.Text, want) {
			t.Fatalf("paragraph %d is not %q", i, want)
		}
	}
	hasNot(t, a, "```", "[1]", "**", "https:")
}

// What is not closed is no front matter, and the values of what is are on one line.
func TestFrontMatter(t *testing.T) {
	for text, want := range map[string]string{
		"---\ntitle: 'أ ''ب'\n---\nنص": "نص", "+++\ntitle = \"أ\"\r\n+++\r\nنص": "نص", "---\ntitle: أ\nنص": "---\ntitle: أ\nنص", "---": "---",
	} {
		values, body := frontMatter(text)
		if body != want || body != text && values["title"] == "" {
			t.Errorf("%q: %q %q", text, values, body)
		}
	}
	values, _ := frontMatter("---\nauthor: [\"أ\", 'ب' ]\n  nested: x\ntitle: a: b\n---\n")
	if values["author"] != "أ، ب" || values["title"] != "a: b" || values["nested"] != "" {
		t.Errorf("%q", values)
	}
}

const entryText = "<p>أعلنت بلدية الواحة أمس بدء العمل.</p><p>وقال الرئيس: «نعم».</p><p>وأضاف أن المشروع كبير.</p>"

var rss = `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="x"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>صحيفة الأفق</title><language>ar</language>
<item><title>خبر &amp;quot;قديم&amp;quot;</title><link>https://example.org/1</link><guid>1</guid><pubDate>Sat, 01 Nov 2031 10:00:00 +0300</pubDate><dc:creator>سلمى</dc:creator><description><![CDATA[` + entryText + `]]></description></item>
<item><title>خبر جديد</title><link>https://example.org/2</link><pubDate>Sun, 02 Nov 2031 10:00:00 +0300</pubDate><description>ملخص الخبر…</description></item>
<item><title>خبر جديد مكرر</title><link>https://example.org/2?utm_source=feed&amp;utm_medium=x</link><description>ملخص الخبر…</description></item>
<item><title>خبر كامل</title><guid isPermaLink="true">https://example.org/3</guid><pubDate>Mon, 03 Nov 2031 10:00:00 +0300</pubDate><description>ملخص</description><content:encoded><![CDATA[` + entryText + `]]></content:encoded></item>
</channel></rss>`

const atomFeed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة الأفق</title>
<entry><title type="html">خبر كامل</title><id>urn:3</id><link href="https://example.org/3"/><updated>2031-11-03T10:00:00+03:00</updated><author><name>سلمى</name></author><summary>ملخص</summary><content type="html">` + "&lt;p&gt;أعلنت بلدية الواحة أمس بدء العمل.&lt;/p&gt;&lt;p&gt;وقال الرئيس: «نعم».&lt;/p&gt;" + `</content></entry>
<entry><title>خبر جديد</title><id>urn:2</id><link href="/2"/><updated>2031-11-02T10:00:00+03:00</updated><summary>ملخص الخبر</summary></entry></feed>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"صحيفة الأفق","language":"ar","items":[
{"id":"2","url":"https://example.org/2","title":"خبر جديد","summary":"ملخص الخبر","date_published":"2031-11-02T10:00:00+03:00"},
{"id":"3","url":"https://example.org/3","title":"خبر كامل","content_html":"<p>أعلنت بلدية الواحة أمس بدء العمل.</p><p>وقال الرئيس: «نعم».</p>","authors":[{"name":"سلمى"}],"date_published":"2031-11-03T10:00:00+03:00"}]}`

// Entries of the three kinds of feeds are articles, the newest first, each once.
func TestFeeds(t *testing.T) {
	for name, feed := range map[string]string{"RSS": rss, "Atom": atomFeed, "JSON Feed": jsonFeed} {
		d, err := ReadFetched(Fetched{Data: feed, Address: "https://example.org/feed.php"})
		if err != nil || d.Format != "a feed" || len(d.Articles) < 2 {
			t.Errorf("%s: %v %v", name, d, err)
			continue
		}
		whole, summary := d.Articles[0], d.Articles[1]
		zone := time.FixedZone("", 3*60*60)
		if whole.Source != "https://example.org/3" || whole.Title() != "خبر كامل" || whole.Facts.Summary || whole.Facts.Site != "صحيفة الأفق" ||
			!whole.Facts.Published.Equal(time.Date(2031, 11, 3, 10, 0, 0, 0, zone)) || whole.Language != "ar" {
			t.Errorf("%s: %+v", name, whole)
		}
		has(t, whole, "بدء العمل.\n\nوقال الرئيس: «نعم».")
		hasNot(t, whole, "<", "ملخص")
		if summary.Source != "https://example.org/2" || !summary.Facts.Summary || summary.Facts.Address != summary.Source || summary.Title() != "خبر جديد" {
			t.Errorf("%s: %+v", name, summary)
		}
	}
	d, err := Read(strings.NewReader(rss), "feed.xml")
	if err != nil || len(d.Articles) != 3 {
		t.Fatalf("%v, %v", d, err)
	}
	old := d.Articles[2]
	if old.Facts.Summary || old.Facts.Headline != `خبر "قديم"` || old.Facts.Byline != "سلمى" {
		t.Errorf("a description that is the whole text: %+v", old.Facts)
	}
}

func TestFeedInOtherEncodings(t *testing.T) {
	feed := strings.Replace(rss, "UTF-8", "windows-1256", 1)
	d, err := Read(strings.NewReader(encode(t, charmap.Windows1256, strings.ReplaceAll(feed, "…", "..."))), "feed.xml")
	if err != nil || d.Articles[0].Title() != "خبر كامل" {
		t.Errorf("%v, %v", d, err)
	}
}

func TestDamagedFeed(t *testing.T) {
	for _, feed := range []string{"<rss>", "<rss ", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>", rss[:len(rss)/2], `{"version":"https://jsonfeed.org/version/1",`} {
		if d, err := Read(strings.NewReader(feed), ""); err == nil && len(d.Articles) == 0 {
			t.Errorf("%.40q: %v", feed, d)
		}
	}
	if _, err := Read(strings.NewReader(`{"version":"https://jsonfeed.org/version/1",`), "x.json"); !errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
}

// archive is a ZIP file of names and contents in turn.
func archive(files ...string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i+1 < len(files); i += 2 {
		method := zip.Deflate
		if files[i] == "mimetype" {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: method})
		if err != nil {
			panic(err)
		}
		io.WriteString(f, files[i+1])
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.String()
}

const (
	container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`
	opf       = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>حكايات الواحة</dc:title><dc:creator>سلمى الحداد</dc:creator><dc:creator>نادر السالم</dc:creator><dc:language>ar</dc:language><dc:date>2031</dc:date></metadata>
<manifest><item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/><item id="css" href="x.css" media-type="text/css"/></manifest>
<spine page-progression-direction="rtl"><itemref idref="a"/><itemref idref="nav" linear="no"/><itemref idref="css"/><itemref idref="missing"/><itemref idref="b"/></spine></package>`
	chapterOne = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><h1>الفصل الأول</h1><p><a id="p1"/>كان يا ما كان.</p><p>ثم مضى.</p></body></html>`
	chapterTwo = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>حكايات الواحة</title></head><body><h2>الفصل الثاني</h2><p>وعاد بعد سنة.</p></body></html>`
)

func bookFiles() []string {
	return []string{"mimetype", "application/epub+zip", "META-INF/container.xml", container, "OEBPS/content.opf", opf,
		"OEBPS/text/one .xhtml", chapterOne, "OEBPS/text/two.xhtml", chapterTwo, "OEBPS/nav.xhtml", "<html><body><p>الفهرس</p></body></html>", "OEBPS/x.css", "p{}"}
}

// Chapters are articles in the order of the spine.
func TestEPUB(t *testing.T) {
	d, err := Read(strings.NewReader(archive(bookFiles()...)), "book.epub")
	if err != nil || d.Format != "an EPUB book" || len(d.Articles) != 2 {
		t.Fatalf("%v, %v", d, err)
	}
	for i, want := range []struct{ title, source, text string }{
		{"الفصل الأول", "book.epub#OEBPS/text/one .xhtml", "كان يا ما كان.\n\nثم مضى."}, {"الفصل الثاني", "book.epub#OEBPS/text/two.xhtml", "وعاد بعد سنة."},
	} {
		a := d.Articles[i]
		if a.Title() != want.title || a.Source != want.source || a.Text != want.title+"\n\n"+want.text || a.Direction != model.RightToLeft || a.Language != "ar" {
			t.Errorf("%+v", a)
		}
		if f := (model.Facts{Headline: want.title, Byline: "سلمى الحداد، نادر السالم", Site: "حكايات الواحة", Published: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)}); a.Facts != f {
			t.Errorf("facts %+v", a.Facts)
		}
	}
}

// A book that was made to fill the memory is refused before it does.
func TestBomb(t *testing.T) {
	zeros := strings.Repeat("<p>ا</p>", 4<<20)
	files := bookFiles()
	files[7] = zeros
	data := archive(files...)
	if len(data) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(data))
	}
	if d, err := Read(strings.NewReader(data), ""); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v, %v", d, err)
	}
	var many []string
	items, spine := "", ""
	for i := range 200 { // each small, all together not
		many = append(many, fmt.Sprintf("OEBPS/%d.xhtml", i), strings.Repeat("<p>ا</p>", 4<<10))
		items += fmt.Sprintf(`<item id="i%d" href="%d.xhtml" media-type="text/html"/>`, i, i)
		spine += fmt.Sprintf(`<itemref idref="i%d"/>`, i)
	}
	all := append(bookFiles()[:4], "OEBPS/content.opf", "<package><manifest>"+items+"</manifest><spine>"+spine+"</spine></package>")
	if d, err := Read(strings.NewReader(archive(append(all, many...)...)), ""); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v, %v", d, err)
	}
}

func TestDamagedBooks(t *testing.T) {
	whole := archive(bookFiles()...)
	for name, data := range map[string]string{
		"cut": whole[:len(whole)/2], "no container": archive(bookFiles()[:2]...), "no package": archive(bookFiles()[:4]...),
		"a missing chapter": archive(bookFiles()[:8]...), "no paths": archive(append(bookFiles()[:2], "META-INF/container.xml", "<container/>")...),
		"a way out": archive(append(bookFiles()[:2], "META-INF/container.xml", strings.Replace(container, "OEBPS/", "../../etc/", 1))...),
	} {
		if d, err := Read(strings.NewReader(data), "book.epub"); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, %v", name, d, err)
		}
	}
	files := bookFiles()
	files[7] = strings.Repeat("\x00\x01\x02\x91", 1000)
	if _, err := Read(strings.NewReader(archive(files...)), ""); !errors.Is(err, ErrLocked) {
		t.Errorf("%v", err)
	}
}

// saved is a page as browsers save it with its pictures.
func saved(encoding, body string) string {
	return strings.ReplaceAll(`From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/ar/1
Subject: =?utf-8?Q?x?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----B1"


------B1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.png

iVBORw0KGgo=

------B1
Content-Type: text/html; charset=windows-1256
Content-Transfer-Encoding: `+encoding+`
Content-Location: https://example.org/ar/1

`+body+`
------B1--
`, "\n", "\r\n")
}

func TestMHTML(t *testing.T) {
	page := encode(t, charmap.Windows1256, "<html dir=rtl><title>حديقة جديدة شرق الواحة</title><h1>حديقة جديدة شرق الواحة</h1><p>أعلنت بلدية الواحة أمس بدء العمل في الحديقة.</p>")
	var quoted strings.Builder
	w := quotedprintable.NewWriter(&quoted)
	io.WriteString(w, page)
	w.Close()
	for name, data := range map[string]string{
		"quoted-printable": saved("quoted-printable", strings.ReplaceAll(quoted.String(), "\r\n", "\n")), "base64": saved("BASE64", base64.StdEncoding.EncodeToString([]byte(page))), "8bit": saved("8bit", page),
		"unix": strings.ReplaceAll(saved("8bit", page), "\r\n", "\n"),
	} {
		for _, source := range []string{"page.mhtml", "x.txt", ""} {
			d, err := Read(strings.NewReader(data), source)
			if err != nil || d.Format != "a page with its pictures" {
				t.Errorf("%s from %q: %v, %v", name, source, d, err)
				continue
			}
			a := d.Articles[0]
			if a.Title() != "حديقة جديدة شرق الواحة" || a.Facts.Address != "https://example.org/ar/1" || a.Source != source || a.Direction != model.RightToLeft {
				t.Errorf("%s: %+v", name, a)
			}
			has(t, a, "أعلنت بلدية الواحة أمس بدء العمل في الحديقة.")
		}
	}
	for _, data := range []string{saved("8bit", page)[:300], strings.Replace(saved("8bit", page), "text/html; ", "text/css; ", 1), saved("8bit", page)[:560], "Content-Type: multipart/related\n\nx"} {
		if d, err := Read(strings.NewReader(data), "x.mht"); !errors.Is(err, ErrDamaged) {
			t.Errorf("%v, %v", d, err)
		}
	}
}

// What a server says of a page tells its format and its encoding, as far as the bytes do
// not know better.
func TestReadFetched(t *testing.T) {
	page := "<html><title>خبر</title><body><p>" + strings.Repeat("أعلنت بلدية الواحة أمس بدء العمل في الحديقة الجديدة. ", 10)
	arabic1256 := encode(t, charmap.Windows1256, page)
	french := encode(t, charmap.ISO8859_15, "<p>"+strings.Repeat("L'été dernier, un élève a mangé des œufs à Noël près du théâtre. ", 10))
	tests := []struct {
		name    string
		page    Fetched
		format  string
		want    string
		refused error
	}{
		{"right charset", Fetched{Data: arabic1256, Charset: "windows-1256", Type: "text/html"}, "HTML", "أعلنت", nil},
		{"wrong charset", Fetched{Data: arabic1256, Charset: "utf-8", Type: "text/html"}, "HTML", "أعلنت", nil},
		{"another wrong charset", Fetched{Data: arabic1256, Charset: "iso-8859-1", Type: "text/html"}, "HTML", "أعلنت", nil},
		{"wrong for UTF-8", Fetched{Data: page, Charset: "windows-1256", Type: "text/html"}, "HTML", "أعلنت", nil},
		{"no charset", Fetched{Data: arabic1256, Type: "text/html"}, "HTML", "أعلنت", nil},
		{"no such charset", Fetched{Data: arabic1256, Charset: "x-y", Type: "text/html"}, "HTML", "أعلنت", nil},
		{"the header tells", Fetched{Data: french, Charset: "iso-8859-15", Type: "text/html"}, "HTML", "œufs", nil},
		{"a page without ending", Fetched{Data: "نص <i>مائل</i> " + page, Type: "text/html", Address: "https://x.example/a.txt"}, "HTML", "مائل", nil},
		{"Markdown", Fetched{Data: "نص **مهم**", Type: "text/markdown"}, "Markdown", "نص مهم", nil},
		{"Markdown by its ending", Fetched{Data: "نص **مهم**", Address: "https://x.example/a.md?x=1.html#y"}, "Markdown", "نص مهم", nil},
		{"a host is no ending", Fetched{Data: "نص <i>", Address: "https://x.md"}, "plain text", "نص <i>", nil},
		{"PDF", Fetched{Data: "%PDF-1.7", Type: "text/html"}, "", "", ErrBinary},
		{"empty", Fetched{}, "", "", ErrEmpty},
		{"English", Fetched{Data: "<html><h1>A garden</h1><p>" + strings.Repeat("The town has opened a garden for all. ", 4), Type: "text/html"}, "HTML", "opened", nil},
		{"Persian", Fetched{Data: "<html><h1>باغ تازه</h1><p>" + strings.Repeat("شهرداری دیروز باغ تازه را برای همه گشود. ", 4), Type: "text/html"}, "HTML", "گشود", nil},
		{"Japanese", Fetched{Data: "<html><h1>新しい庭</h1><p>" + strings.Repeat("町は昨日、新しい公園の工事を始めると発表した。", 9), Type: "text/html"}, "HTML", "公園", nil},
		{"pictures", Fetched{Data: "<html><title>صور</title><body>" + strings.Repeat(`<img src="a.jpg"> `, 40), Type: "text/html"}, "", "", ErrHollow},
		{"numbers", Fetched{Data: "<html><body><p>" + strings.Repeat("12 / 7 — ", 40), Type: "text/html"}, "", "", ErrHollow},
		{"a picture", Fetched{Data: "\xff\xd8\xff\xe0", Type: "image/jpeg"}, "", "", ErrBinary},
		{"signing in", Fetched{Data: "<html><title>تسجيل الدخول</title><body><form>اسم المستخدم وكلمة السر</form><p>سجل الدخول لتقرأ.</p>", Type: "text/html"}, "", "", ErrHollow},
	}
	for _, test := range tests {
		if test.page.Address == "" {
			test.page.Address = "https://x.example/page"
		}
		d, err := ReadFetched(test.page)
		if test.refused != nil {
			if !errors.Is(err, test.refused) || !strings.HasPrefix(err.Error(), test.page.Address) {
				t.Errorf("%s: %v, %v", test.name, d, err)
			}
			continue
		}
		if err != nil || d.Format != test.format || !strings.Contains(d.Articles[0].Text, test.want) {
			t.Errorf("%s: %v, %v", test.name, d, err)
		}
	}
}
