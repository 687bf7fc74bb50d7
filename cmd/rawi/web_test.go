//go:build unix

package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// site is a server on loopback whose pages a test can change.
type site struct {
	address string
	mu      sync.Mutex
	pages   map[string]http.HandlerFunc
	asked   map[string]int
}

func newSite(t *testing.T) *site {
	s := &site{pages: make(map[string]http.HandlerFunc), asked: make(map[string]int)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		page := s.pages[r.URL.Path]
		s.asked[r.URL.Path]++
		s.mu.Unlock()
		if page == nil {
			page = http.NotFound
		}
		page(w, r)
	}))
	t.Cleanup(server.Close)
	s.address = server.URL
	return s
}

// serve has a path give a page from now on.
func (s *site) serve(path string, page http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = page
}

// text has a path give a text of a media type, which 304 answers while it stays.
func (s *site) text(path, kind, text string) {
	s.serve(path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, len(text)))
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(text))
	})
}

func (s *site) times(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked[path]
}

// newsPage is the market article as a page.
func newsPage(t *testing.T) string {
	t.Helper()
	title, text, _ := strings.Cut(strings.TrimSpace(readFile(t, marketFile)), "\n\n")
	return "<!doctype html><html lang=ar dir=rtl><title>" + title + "</title><article><h1>" + title + "</h1><p>" +
		strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p></article>"
}

// An address is fetched with the screen open, kept with what its server said of it, asked for
// again by that, and fetched again when it changed: decisions find their words, and a
// quotation that was changed is shown.
func TestAddress(t *testing.T) {
	s, data, page := newSite(t), t.TempDir(), newsPage(t)
	s.text("/news", "text/html", page)
	address := s.address + "/news"
	start := func() *window {
		w := open(t, setup{data: data, args: []string{address}})
		w.until("the page", func(s screen) bool { return s.Quotation(first).Text != "" })
		return w
	}
	w := start()
	for _, words := range []string{first, second} {
		w.goTo(words)
		w.press("x")
		w.becomes(words, decided, "ليس قولا")
	}
	w.quit()
	w = start() // 304
	w.becomes(first, decided, "ليس قولا")
	w.quit()
	if n := s.times("/news"); n != 2 {
		t.Errorf("the page was asked for %d times", n)
	}
	if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "1 article, 2 decisions") {
		t.Errorf("check says %s", out)
	}

	s.text("/news", "text/html", strings.Replace(strings.Replace(page, "ثلاثة أشهر", "أربعة أعوام كاملة", 1), "<p>", "<p>خبر عاجل زاده المحرر بعد النشر في أول الصفحة.</p><p>", 1))
	w = start()
	w.becomes(first, decided, "ليس قولا")
	w.shows("عدّلتها الصفحة منذ قُرئت: 1")
	w.send(":edits\r")
	w.shows("كان: «أمامنا ثلاثة أشهر لا أكثر»", "صار: «أمامنا أربعة أعوام")
	w.escape("كان: «")
	w.quit()
}

// The page comes from the library where it cannot be fetched, and that is said.
func TestAddressFails(t *testing.T) {
	s, data := newSite(t), t.TempDir()
	s.text("/news", "text/html", newsPage(t))
	w := open(t, setup{data: data, args: []string{s.address + "/news"}})
	w.ready()
	s.serve("/news", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	w.send(":open " + s.address + "/news\r")
	w.shows("معطل", "وهذا ما كان فيه يوم")
	w.send(":open -\r")
	w.shows("لا وجود لـ")
	for path, says := range map[string]string{"/missing": "لا صفحة في", "/login": "لا يكاد يوجد نص", "/pdf": "ليس نصا", "/pictures": "لا يكاد يوجد نص",
		"/english": "لا تخمين"} {
		s.text("/pictures", "text/html", "<title>صور</title>"+strings.Repeat(`<img src="a.jpg"> `, 40))
		s.text("/english", "text/html", "<title>A garden</title><p>"+strings.Repeat("The town has opened a garden for all of its people. ", 9))
		s.text("/login", "text/html", "<title>دخول</title><p>سجل الدخول لتقرأ.")
		s.text("/pdf", "application/pdf", "%PDF-1.7")
		w.send(":open " + s.address + path + "\r")
		w.shows(says)
	}
	w.quit()

	w = open(t, setup{args: []string{s.address + "/missing"}})
	w.shows("لا صفحة في")
	w.press("q")
	if status := w.exit(); status != exitFailed || !strings.Contains(w.stderr.String(), "/missing") {
		t.Errorf("status %d: %s", status, w.stderr.String())
	}
	w.restored()
}

// What is being fetched shows how much has come, and Esc stops it.
func TestStopLoading(t *testing.T) {
	s := newSite(t)
	gone := make(chan struct{})
	s.serve("/slow", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, strings.Repeat("<p>نص", 1000))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		close(gone)
	})
	w := open(t, setup{args: []string{marketFile}})
	w.ready()
	w.send(":open " + s.address + "/slow\r")
	w.shows("يُجلب", "7 كيلوبايتات")
	w.press("esc")
	w.shows("أوقف جلب")
	<-gone
	w.goTo(second) // the article is still there
	w.quit()
}

const feedPage = `<rss version="2.0"><channel><title>صحيفة الأفق</title>
<item><title>خبر كامل من الخلاصة</title><link>%[1]s/whole</link><pubDate>Mon, 03 Nov 2031 10:00:00 +0300</pubDate><description>&lt;p&gt;قال زيد: «نعم».&lt;/p&gt;&lt;p&gt;ثم مضى.&lt;/p&gt;&lt;p&gt;ثم عاد.&lt;/p&gt;</description></item>
<item><title>خبر ملخص من الخلاصة</title><link>%[1]s/news</link><pubDate>Sun, 02 Nov 2031 10:00:00 +0300</pubDate><description>ملخص الخبر…</description></item>%[2]s
</channel></rss>`

// Feeds are added, listed, updated and removed; their entries are known again, and nothing is
// asked for but the feed. An entry that names the machine's own network is not fetched.
func TestFeed(t *testing.T) {
	s, data := newSite(t), t.TempDir()
	s.text("/feed", "application/rss+xml", fmt.Sprintf(feedPage, s.address, ""))
	s.text("/news", "text/html", newsPage(t))
	feed := func(args ...string) string {
		return rawiIs(t, append([]string{"--lang", "en", "--data", data, "feed"}, args...)...)
	}
	address := s.address + "/feed"
	if out := feed("list"); !strings.Contains(out, "you follow no feed yet") {
		t.Errorf("list says %q", out)
	}
	if out := feed("add", address); !strings.Contains(out, "2 articles, new ones: 2") {
		t.Errorf("add says %q", out)
	}
	if out := feed("update"); !strings.Contains(out, "nothing new") {
		t.Errorf("update of what is the same says %q", out)
	}
	s.text("/feed", "application/rss+xml", fmt.Sprintf(feedPage, s.address, "<item><title>خبر ثالث</title><guid>3</guid></item>"))
	if out := feed("update", address); !strings.Contains(out, "3 articles, new ones: 1") {
		t.Errorf("update says %q", out)
	}
	if out := feed("list"); !strings.Contains(out, address) || !strings.Contains(out, "صحيفة الأفق · 3 articles") {
		t.Errorf("list says %q", out)
	}
	w := open(t, setup{data: data})
	w.shows("خبر كامل من الخلاصة", "خبر ملخص من الخلاصة") // the library, since nothing was being read
	w.press("enter")
	w.shows("ثم عاد")
	w.send(":library\rملخص")
	w.shows("خبر ملخص من الخلاصة")
	w.press("enter")
	w.shows("وهذا ملخصه") // the page is on loopback, which a feed may not name
	w.quit()
	if n := s.times("/news") + s.times("/whole"); n != 0 {
		t.Errorf("pages that the feed names were asked for %d times", n)
	}
	if out := feed("remove", address); !strings.Contains(out, "no longer followed") {
		t.Errorf("remove says %q", out)
	}
	if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "3 articles") {
		t.Errorf("check says %s", out)
	}
	if _, stderr, status := alone(t, "", "--lang", "en", "--data", data, "feed", "add", s.address+"/news"); status != exitFailed || !strings.Contains(stderr, "is no feed") {
		t.Errorf("a page is added: %d, %q", status, stderr)
	}
}

// Of a page that names its feed, that is added; of one that names several, none, and they are listed.
func TestFeedOfPage(t *testing.T) {
	s, data := newSite(t), t.TempDir()
	s.text("/feed", "application/rss+xml", fmt.Sprintf(feedPage, s.address, ""))
	const link = `<link rel="alternate" type="application/rss+xml" title="x" href="%s">`
	s.text("/one", "text/html", "<html><head>"+fmt.Sprintf(link, "feed")+`<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">`)
	s.text("/two", "text/html", "<html><head>"+fmt.Sprintf(link, "/feed")+fmt.Sprintf(link, "/comments"))
	s.text("/itself", "text/html", "<html><head>"+fmt.Sprintf(link, "/one"))
	elsewhere := newSite(t)
	elsewhere.text("/feed", "application/rss+xml", fmt.Sprintf(feedPage, s.address, ""))
	s.text("/elsewhere", "text/html", "<html><head>"+fmt.Sprintf(link, elsewhere.address+"/feed"))
	if out := rawiIs(t, "--lang", "en", "--data", data, "feed", "add", s.address+"/one"); !strings.Contains(out, s.address+"/feed: 2 articles") {
		t.Errorf("add says %q", out)
	}
	if out := rawiIs(t, "--lang", "en", "--data", data, "feed", "list"); !strings.Contains(out, s.address+"/feed ") || strings.Contains(out, "/one") {
		t.Errorf("list says %q", out)
	}
	for path, says := range map[string]string{"/two": s.address + "/feed " + s.address + "/comments", "/itself": "/one ", "/elsewhere": "own network"} {
		if _, stderr, status := alone(t, "", "--lang", "en", "--data", data, "feed", "add", s.address+path); status != exitFailed || !strings.Contains(stderr, says) {
			t.Errorf("%s: %d, %q", path, status, stderr)
		}
	}
	if elsewhere.times("/feed") != 0 {
		t.Error("a page led into the machine's own network")
	}
}

// An entry that is a summary stays one until the reader asks for its page; one that is known in
// full is shown so.
func TestSummary(t *testing.T) {
	s, data := newSite(t), t.TempDir()
	const entry = `<rss version="2.0"><channel><title>صحيفة الأفق</title><item><title>البلدية تؤجّل هدم السوق القديم</title><link>%s/news</link><description>ملخص الخبر…</description></item></channel></rss>`
	s.text("/feed", "application/rss+xml", fmt.Sprintf(entry, s.address))
	s.text("/news", "text/html", newsPage(t))
	w := open(t, setup{data: data, args: []string{s.address + "/news"}}) // typed, so that it may be fetched
	w.until("the page", func(s screen) bool { return s.Quotation(first).Text != "" })
	w.send(":open " + s.address + "/feed\r")
	w.shows("خلاصة فيها مقال واحد")
	w.until("the page and not the summary", func(s screen) bool { return s.Quotation(first).Text != "" && !s.Has("ملخص الخبر") })
	w.quit()
	w = open(t, setup{args: []string{s.address + "/feed"}}) // in another library
	w.shows("ملخص الخبر")
	w.send(":open\r")
	w.shows("ملخص الخبر", "ولم تكتبه أنت", "وهذا ملخصه")
	w.quit()
	if n := s.times("/news"); n != 1 {
		t.Errorf("the page was asked for %d times", n)
	}
}

// A feed in a file is a library of its entries, the newest first.
func TestFeedFile(t *testing.T) {
	data := t.TempDir()
	path := file(t, "feed.xml", fmt.Sprintf(feedPage, "https://feed.example", ""))
	for range 2 {
		if out := rawiIs(t, "--data", data, "--plain", path); !strings.Contains(out, "\nخبر كامل من الخلاصة\n\nقال زيد") || strings.Contains(out, "ملخص") {
			t.Errorf("the newest entry is not the first:\n%s", out)
		}
	}
	if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "2 articles") {
		t.Errorf("check says %s", out)
	}
	if got := len(predictions(t, rawiIs(t, "extract", path))); got != 2 {
		t.Errorf("extract prints %d articles", got)
	}
}

// The first of several files is opened, the others go into the library: of folders those whose
// endings rawi knows.
func TestManyFiles(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{"b.md": "# عنوان ثان\n\nنص", "c.xyz": "عنوان غريب", ".hidden.txt": "مخفي", "sub/d.HTML": "<title>عنوان رابع</title><p>نص رابع"} {
		path := filepath.Join(dir, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(text), 0o644))
	}
	empty := file(t, "empty.txt", "")
	w := open(t, setup{data: data, args: []string{marketFile, dir, empty}})
	w.ready()
	w.shows("أضيف إلى المكتبة مقالان", "empty.txt")
	w.send(":المكتبة\r")
	w.shows("عنوان ثان", "عنوان رابع")
	w.send("ثان")
	w.until("the row alone", func(s screen) bool { return !s.Has("عنوان رابع") })
	w.press("enter")
	w.until("the other article", func(s screen) bool { return s.Framed() && s.Has("عنوان ثان") && !s.Has("البلدية") })
	w.quit()
	if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "3 articles") {
		t.Errorf("check says %s", out)
	}
}

// An article that is pasted is opened after one question; less than one is nothing, and what
// is typed into a line is text.
func TestPasteArticle(t *testing.T) {
	w := open(t, setup{args: []string{marketFile}})
	w.ready()
	paste := func(text string) { w.send("\x1b[200~" + text + "\x1b[201~") }
	text := "حديقة جديدة شرق الواحة\n\nأعلنت بلدية الواحة أمس بدء العمل في الحديقة الجديدة شرق المدينة. وقال رئيس البلدية ماجد الحربي: «ستفتح الحديقة أبوابها في الربيع»."
	paste("كلمة")
	paste(text)
	w.shows("فتح النص الملصق مقالا جديدا", "كلمة")
	w.escape("فتح النص الملصق")
	paste(text)
	w.shows("فتح النص الملصق مقالا جديدا")
	w.press("enter")
	w.until("the article", func(s screen) bool { return s.Quotation("ستفتح الحديقة").Text != "" })
	w.goTo("ستفتح الحديقة")
	w.press("a")
	w.becomes("ستفتح الحديقة", decided, "ماجد الحربي")
	w.quit()
	if out := rawiIs(t, "check", "--data", w.data, "--lang", "en"); !strings.Contains(out, "2 articles, 1 decision\n") {
		t.Errorf("check says %s", out)
	}
}

// A text that another program garbled is mended by a command and by a flag.
func TestMend(t *testing.T) {
	garbled := strings.NewReplacer("ا", "Ç", "ل", "á", "م", "ã", "ي", "í", "ن", "ä", "ر", "Ñ", "ت", "Ê", "ب", "È", "ة", "É", "ه", "å", "ع", "Ú", "و", "æ", "د", "Ï", "س", "Ó", "ق", "Þ", "ف", "Ý", "ك", "ß", "ح", "Í", "ج", "Ì", "ش", "Ô", "أ", "Ã").Replace("أعلنت البلدية أمس بدء العمل في الحديقة")
	path := file(t, "old.txt", strings.ReplaceAll(garbled, "ء", "Á")+"\n")
	w := open(t, setup{args: []string{path}})
	w.ready()
	w.shows(":إصلاح")
	w.send(":mend\r")
	w.shows("أُصلح النص", "أعلنت البلدية أمس بدء العمل في الحديقة")
	w.send(":mend\r")
	w.shows("لم يُعرف في هذا النص عطب")
	w.quit()
	if out := rawiIs(t, "--plain", "--mend", "--data", t.TempDir(), path); !strings.Contains(out, "أعلنت البلدية أمس بدء العمل في الحديقة") {
		t.Errorf("--mend prints\n%s", out)
	}
}
