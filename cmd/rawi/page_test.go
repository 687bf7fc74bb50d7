package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rawi/model/export"
)

const reportedPage = `<html lang="ar"><head><title>حديقة جديدة شرق الواحة - صحيفة الأفق</title><meta property="og:url" content="https://a.example/1">
<meta name="author" content="سلمى الحداد"><meta property="article:published_time" content="2031-05-04T09:15:00+03:00"><meta property="article:section" content="محليات"></head>
<body><nav>الرئيسية</nav><article><h1>حديقة جديدة شرق الواحة</h1><p>أعلنت بلدية الواحة أمس بدء العمل في <a href="/2">الحديقة الجديدة</a> شرق المدينة, وهي أكبر حديقة عامة فيها.</p>
<figure><img src="a.jpg"><figcaption>مدخل الحديقة</figcaption></figure><p>وقال رئيس البلدية ماجد الحربي: «ستفتح الحديقة أبوابها في الربيع، والدخول مجاني للجميع».</p>
<div class="comments"><p>تعليق&#27;[2J من قارئ</p></div></article></body></html>`

func writePage(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(reportedPage), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestDoctorPage(t *testing.T) {
	var out strings.Builder
	if err := explainPage(&out, writePage(t)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"byline       سلمى الحداد\n", "site         صحيفة الأفق\n", "published    2031-05-04T09:15:00+03:00\n", "address      https://a.example/1\n",
		"+ title        حديقة جديدة شرق الواحة\n", "+ caption      مدخل الحديقة\n", "- menu         الرئيسية (", "- comments     تعليق[2J من قارئ (readers' comments)\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report has no %q:\n%s", want, out.String())
		}
	}
	text := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(text, []byte("نص"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := explainPage(&out, text); err == nil || !strings.Contains(err.Error(), "HTML") {
		t.Errorf("of a text it is said: %v", err)
	}
}

// What a page says about itself, its links and captions go with the text.
func TestExtractFacts(t *testing.T) {
	var out strings.Builder
	if err := extract(&out, "", export.Options{Text: true}, []string{writePage(t)}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Text, Language string
		Facts          struct {
			Byline, Site, Section, Address string
			Published                      time.Time
		}
		Links []struct {
			Span    [2]int
			Address string
		}
		Captions [][2]int
	}
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
		t.Fatal(err)
	}
	runes := []rune(got.Text)
	if f := got.Facts; f.Byline != "سلمى الحداد" || f.Site != "صحيفة الأفق" || f.Section != "محليات" || f.Address != "https://a.example/1" || f.Published.IsZero() || got.Language != "ar" {
		t.Errorf("facts %+v, language %q", f, got.Language)
	}
	if len(got.Links) != 1 || got.Links[0].Address != "https://a.example/2" || string(runes[got.Links[0].Span[0]:got.Links[0].Span[1]]) != "الحديقة الجديدة" {
		t.Errorf("links %+v", got.Links)
	}
	if len(got.Captions) != 1 || string(runes[got.Captions[0][0]:got.Captions[0][1]]) != "مدخل الحديقة" {
		t.Errorf("captions %v", got.Captions)
	}
}

// The address is one argument of the browser, whatever it holds.
func TestBrowse(t *testing.T) {
	dir := t.TempDir()
	told := filepath.Join(dir, "told")
	script := filepath.Join(dir, "browser")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '"+told+".part'; mv '"+told+".part' '"+told+"'\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BROWSER", script+" --new-tab")
	const address = "https://a.example/?a=1&b=$(x);c='d'"
	if err := browse(address); err != nil {
		t.Fatal(err)
	}
	var data []byte
	for end := time.Now().Add(30 * time.Second); len(data) == 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
		data, _ = os.ReadFile(told)
	}
	if got, want := string(data), "2\n--new-tab\n"+address+"\n"; got != want {
		t.Errorf("the browser was given %q, want %q", got, want)
	}
	for _, bad := range []string{"file:///etc/passwd", "javascript:alert(1)", "--help", ""} {
		if err := browse(bad); err == nil {
			t.Errorf("%q was opened", bad)
		}
	}
	t.Setenv("BROWSER", filepath.Join(dir, "none"))
	if err := browse(address); err == nil {
		t.Error("a browser that is not there was opened")
	}
}
