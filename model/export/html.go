package export

import (
	"cmp"
	"strings"
)

// What writeHTML stands in: a page that needs no other file.
const htmlHead = `<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>اقتباسات</title>
<style>
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fffdf8; --quiet: #5f5b53; --line: #d8d2c4; --sure: #0b6b3a; --guess: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7db; --paper: #191816; --quiet: #aaa397; --line: #403c35; --sure: #6fcf97; --guess: #e6b450; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1.15rem/1.9 "Noto Naskh Arabic", "Amiri", "Segoe UI", serif; color: var(--ink); background: var(--paper); }
h1, h2 { line-height: 1.4; }
h2 a { color: inherit; }
article { border-block-start: 1px solid var(--line); margin-block-start: 2.5rem; }
.facts { color: var(--quiet); font-size: .95rem; }
figure { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--line); white-space: pre-line; }
figcaption { color: var(--quiet); font-size: .95rem; }
.decided { color: var(--sure); }
.guessed, .unknown { color: var(--guess); }
@media print { body { margin: 0; max-width: none; } }
</style>
</head>
<body>
<main>
<h1>اقتباسات</h1>
`

const htmlFoot = "</main>\n</body>\n</html>\n"

// writeHTML writes an article of a page: its facts, and each quotation with who said it
// and how that is known.
func writeHTML(out *output, t *Table, _ Options) error {
	m, a := markup{out}, &t.Article
	m.open("article")
	m.out.WriteString("\n<h2>")
	if a.Address != "" {
		m.element("a", htmlText(cmp.Or(a.Title, a.Name)), attr{"href", a.Address})
	} else {
		m.text(htmlText(cmp.Or(a.Title, a.Name)))
	}
	m.out.WriteString("</h2>\n")
	var facts []string
	for _, fact := range []string{a.Byline, a.Site, a.Section, date(a.Published)} {
		if fact != "" {
			facts = append(facts, htmlText(fact))
		}
	}
	m.element("p", strings.Join(facts, "، "), attr{"class", "facts"})
	for r := range t.Rows() {
		m.quotation(&r)
	}
	m.close("article")
	m.out.WriteString("\n")
	return nil
}

func (m markup) quotation(r *Row) {
	m.out.WriteString("\n<figure>\n")
	m.open("blockquote", attr{"cite", r.Article.Address})
	m.text(htmlText(r.Words))
	m.close("blockquote")
	m.out.WriteString("\n<figcaption>")
	for _, part := range []struct{ element, text string }{{"b", speakerOf(r)}, {"span", r.Role}, {"span", arabicKinds[r.Kind]}} {
		if part.text != "" {
			m.element(part.element, htmlText(part.text))
			m.out.WriteString("، ")
		}
	}
	m.element("span", htmlText(r.standing()), attr{"class", r.State()})
	m.out.WriteString("")
	if r.Note != "" {
		m.out.WriteString("<br>")
		m.text(htmlText(r.Note))
	}
	m.out.WriteString("</figcaption>\n</figure>\n")
}

func speakerOf(r *Row) string {
	if r.Speaker == nil {
		return ""
	}
	return r.Speaker.Name
}

// htmlText is text without what HTML has no reference for (U+0080-009F): a line end for
// the one that is white space, and for the carriage return, which pages hold as little.
func htmlText(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n").Replace(s)
}
