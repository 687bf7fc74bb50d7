package export

import (
	"cmp"
	"fmt"
	"strings"
)

// What writeOrg stands in: the direction for Emacs, and no markup in what people said for
// those who export it.
const orgHead = "# -*- mode: org; bidi-paragraph-direction: right-to-left -*-\n" +
	"#+LANGUAGE: ar\n#+OPTIONS: ^:nil *:nil e:nil f:nil -:nil ':nil |:nil <:nil tex:nil\n" +
	"#+HTML_HEAD: <style>body { direction: rtl }</style>\n"

// writeOrg writes an article as a heading of Org mode, its facts as properties, and each
// quotation as a block quotation with who said it and how that is known. Around what Org
// could take for markup stand zero width spaces, as its manual advises.
func writeOrg(out *output, t *Table, _ Options) error {
	a := &t.Article
	fmt.Fprintf(out, "\n* %s\n:PROPERTIES:\n", orgText(cmp.Or(a.Title, a.Name)))
	property := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, ":%s: %s\n", name, legible(value))
		}
	}
	property("AUTHOR", a.Byline)
	property("SITE", a.Site)
	property("PUBLISHED", plain(someTime(a.Published)))
	property("ADDRESS", a.Address)
	property("SOURCE", a.Source)
	property("ARTICLE", a.ID)
	property("SHA256", a.SHA256)
	out.WriteString(":END:\n")
	for r := range t.Rows() {
		out.WriteString("\n#+begin_quote\n")
		for line := range strings.Lines(strings.ReplaceAll(r.Words, "\r", "\n")) {
			if line = strings.TrimSpace(line); line != "" {
				out.WriteString(orgText(line) + "\\\\\n")
			}
		}
		fmt.Fprintf(out, "#+end_quote\n\n— %s\n", r.attribution(orgText))
		if a.Address != "" {
			fmt.Fprintf(out, "[[%s][%s]]\n", strings.NewReplacer("[", "%5B", "]", "%5D").Replace(a.Address), orgText(cmp.Or(a.Title, a.Name)))
		}
		if r.Note != "" {
			fmt.Fprintf(out, "\n%s\n", orgText(r.Note))
		}
	}
	return nil
}

// zeroWidthSpace keeps signs from being markup.
const zeroWidthSpace = "\u200b"

// orgText is text on one line that Org takes for no markup.
func orgText(s string) string {
	var b strings.Builder
	for i, r := range strings.TrimSpace(legible(s)) {
		switch {
		case strings.ContainsRune(`*/_=~+[]<>\^{}$|@`, r):
			b.WriteString(zeroWidthSpace + string(r) + zeroWidthSpace)
		case i == 0 && strings.ContainsRune("#:-0123456789", r):
			b.WriteString(zeroWidthSpace + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
