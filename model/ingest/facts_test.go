package ingest

import (
	"strings"
	"testing"
	"time"

	"rawi/model"
)

func pageWith(head, body string) string {
	return `<!DOCTYPE html><html lang="ar"><head><title>افتتاح مكتبة عامة - صوت الحي</title>` + head + `</head><body><article>` + body +
		`<p>` + sentenceA + `</p><p>` + sentenceB + `</p><p>` + sentenceA + sentenceB + `</p></article></body></html>`
}

func TestFacts(t *testing.T) {
	noon := time.Date(2031, 5, 4, 12, 30, 0, 0, time.FixedZone("", 3*3600))
	tests := []struct {
		name, page string
		want       model.Facts
	}{
		{"nothing but a title", pageWith("", ""), model.Facts{Headline: "افتتاح مكتبة عامة", Site: "صوت الحي"}},
		{"meta", pageWith(`<meta property="og:title" content="افتتاح  مكتبة
			عامة"><meta name="author" content="سلمى الحداد"><meta property="og:site_name" content="صوت الحي">
			<meta property="article:published_time" content="2031-05-04T12:30:00+03:00"><meta property="og:url" content="https://hayy.example/n/12">`, ""),
			model.Facts{Headline: "افتتاح مكتبة عامة", Byline: "سلمى الحداد", Site: "صوت الحي", Published: noon, Address: "https://hayy.example/n/12"}},
		{"JSON-LD", pageWith(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"افتتاح مكتبة",
			"datePublished":"2031-05-04T12:30:00+03:00","author":[{"name":"سلمى الحداد"},{"name":"نور"}],"publisher":{"name":"صوت الحي"}}</script>`, ""),
			model.Facts{Headline: "افتتاح مكتبة", Byline: "سلمى الحداد، نور", Site: "صوت الحي", Published: noon}},
		{"a line of the page", pageWith(`<meta property="og:title" content="افتتاح">`, `<p class="byline">كتبت سلمى الحداد</p>`),
			model.Facts{Headline: "افتتاح", Byline: "سلمى الحداد", Site: "صوت الحي"}},
		{"a date nobody can read", pageWith(`<meta property="og:title" content="افتتاح"><meta property="article:published_time" content="أمس">`, ""), model.Facts{Headline: "افتتاح", Site: "صوت الحي"}},
		{"a date without a zone", pageWith(`<meta property="og:title" content="افتتاح"><meta property="article:published_time" content="2031-05-04">`, ""),
			model.Facts{Headline: "افتتاح", Site: "صوت الحي", Published: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)}},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader(test.page), "")
		if err != nil {
			t.Fatal(test.name, err)
		}
		got, want := a.Facts, test.want
		if got.Published.Format(time.RFC3339) != want.Published.Format(time.RFC3339) {
			t.Errorf("%s: published %v, want %v", test.name, got.Published, want.Published)
		}
		if got.Published = want.Published; got != want {
			t.Errorf("%s: got %+v, want %+v", test.name, got, want)
		}
	}
	if a, err := readOne(strings.NewReader(report), "a.txt"); err != nil || a.Facts != (model.Facts{}) {
		t.Errorf("a plain text says %+v, %v", a, err)
	}
}

func TestAddress(t *testing.T) {
	const canonical, openGraph = `<link rel="canonical" href="https://a.example/1">`, `<meta property="og:url" content="https://b.example/2">`
	tests := []struct{ name, source, head, want string }{
		{"none", "https://a.example/x", "", ""},
		{"canonical first", "", openGraph + canonical, "https://a.example/1"},
		{"og:url", "", openGraph, "https://b.example/2"},
		{"one of several relations", "", `<link rel="alternate CANONICAL" href="https://a.example/1">`, "https://a.example/1"},
		{"another relation", "", `<link rel="alternate" href="https://a.example/1">`, ""},
		{"relative, of a page with an address", "https://a.example/b/c?d", `<link rel=canonical href="../1">`, "https://a.example/1"},
		{"relative, of a file", "/tmp/x.html", `<link rel=canonical href="/1">`, ""},
		{"useless, then og:url", "", `<link rel=canonical href="/1">` + openGraph, "https://b.example/2"},
		{"Arabic", "", `<link rel=canonical href="https://a.example/خبر">`, "https://a.example/%D8%AE%D8%A8%D8%B1"},
		{"Arabic in the query and the host", "", `<link rel=canonical href="http://خبر.example/?م= 1">`, "http://%D8%AE%D8%A8%D8%B1.example/?%D9%85=%201"},
		{"a script", "https://a.example/", `<link rel=canonical href="javascript:alert(1)">`, ""},
		{"a file", "https://a.example/", `<link rel=canonical href="file:///etc/passwd">`, ""},
		{"a password", "", `<link rel=canonical href="https://u:p@a.example/1">`, ""},
		{"a control", "", "<link rel=canonical href='https://a.example/\x1b[2J'>", ""},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader(pageWith(test.head, "")), test.source)
		if err != nil || a.Facts.Address != test.want {
			t.Errorf("%s: got %+v %v, want %q", test.name, a, err, test.want)
		}
	}
}

// FuzzFacts: what a page says about itself is on one line and can be kept,
// whatever it says.
func FuzzFacts(f *testing.F) {
	f.Add("سلمى الحداد", "2031-05-04T12:30:00+03:00", "https://a.example/1")
	f.Add("a\u2028b\nc\x1b", "-9999-12-31 23:59:60 +2500", "//a")
	f.Add("", "99999999999999", "http://[::1")
	f.Add("", "2031", "?\u202e ا")
	f.Add("\x00", "12:30 PM", "https://a.example/\u202e")
	quote := strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;")
	f.Fuzz(func(t *testing.T, byline, date, address string) {
		head := `<meta name="author" content="` + quote.Replace(byline) + `"><meta property="article:published_time" content="` + quote.Replace(date) +
			`"><link rel="canonical" href="` + quote.Replace(address) + `">`
		document, err := Read(strings.NewReader(pageWith(head, "")), "https://a.example/")
		if err != nil {
			return // bytes that are no text
		}
		facts := document.Articles[0].Facts
		if strings.ContainsAny(facts.Byline, "\n\r\u0085\u2028\u2029") {
			t.Errorf("the byline %q has lines", facts.Byline)
		}
		if _, err := facts.Published.MarshalText(); err != nil {
			t.Errorf("published %v: %v", facts.Published, err)
		}
		if a := facts.Address; a != "" && !strings.HasPrefix(a, "http://") && !strings.HasPrefix(a, "https://") || strings.ContainsFunc(a, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("the address %q", a)
		}
	})
}
