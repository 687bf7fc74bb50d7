package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rawi/model"
)

// FuzzPage: whatever an HTML page holds, it is read or refused; its text is valid UTF-8
// without controls but line ends; blocks stand in order inside of it with only white
// space between; links and quotations lie within it, links in order, and lead only to
// the web.
func FuzzPage(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*.html")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("<table><tr><td>a<table><tr><td>b</table></table><q><q>x</q>")
	f.Add("<ol start=-3><li value=x>a<li><p>b</ol><blockquote>c<cite>d</cite><blockquote>e</blockquote></blockquote>")
	f.Add("<p>a\x01b\x1b[2J&#27;c&amp;#27;&amp;amp;quot;<a href='https://a.example/\x1b'> x <b>y</b></a><sup>1</sup>")
	f.Add("<div class=poem><p><span>a b</span><span>c d</span></p></div><p>a b *** c d<p>a b ... c d")
	f.Add("<h1>a b<h1>a b<article><h1>a b</h1></article><article>c</article><figure><img alt='a b'><figcaption>a b")
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"author":[[{"name":{"name":"x"}}]],"articleBody":"a\nb"}]}</script>`)
	f.Fuzz(func(t *testing.T, data string) {
		document, err := Read(strings.NewReader("<html>"+data), "https://a.example/")
		if err != nil {
			return
		}
		a := document.Articles[0]
		if !utf8.ValidString(a.Text) || strings.ContainsFunc(a.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
			t.Errorf("the text %q has controls", a.Text)
		}
		end := 0
		for _, b := range a.Blocks {
			if b.Start < end || b.End > len(a.Text) || b.Start >= b.End || strings.TrimSpace(a.Text[end:b.Start]) != "" {
				t.Fatalf("block %v behind byte %d of %q", b, end, a.Text)
			}
			end = b.End
		}
		if strings.TrimSpace(a.Text[end:]) != "" {
			t.Errorf("%q is in no block", a.Text[end:])
		}
		at := model.Span{}
		for _, l := range a.Links {
			if l.Start < at.End || l.End > len(a.Text) || l.Empty() || !strings.HasPrefix(l.Address, "http") || strings.ContainsFunc(l.Address, func(r rune) bool { return r <= ' ' || r > '~' }) {
				t.Errorf("link %+v behind %v", l, at)
			}
			at = l.Span
		}
		at = model.Span{}
		for _, q := range a.Quoted {
			if q.Start < at.End || q.End > len(a.Text) || q.Empty() || q.By.End > len(a.Text) || q.By.End < q.By.Start {
				t.Errorf("quoted %+v behind %v", q, at)
			}
			at = q.Span
		}
	})
}
