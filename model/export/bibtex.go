package export

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"strings"

	"rawi/model"
)

// writeBibTeX writes an entry an article, each once, which says how many quotations of it
// are decided and how many guessed.
func writeBibTeX(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
	return each(once(bibTeXEntry))(w, readings, o)
}

// once is a writer of articles that writes none twice.
func once(write writer) writer {
	seen := make(map[string]bool)
	return func(out *output, t *Table, o Options) error {
		if seen[t.Article.ID] {
			return nil
		}
		seen[t.Article.ID] = true
		return write(out, t, o)
	}
}

func bibTeXEntry(out *output, t *Table, _ Options) error {
	a := &t.Article
	fmt.Fprintf(out, "@misc{%s,\n", citationKey(a))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "  %s = {%s},\n", name, value)
		}
	}
	field("title", "{"+bibTeXText(cmp.Or(a.Title, a.Name))+"}")
	if a.Byline != "" {
		field("author", "{"+bibTeXText(a.Byline)+"}") // a name of one part: nobody knows which is the last
	}
	field("howpublished", bibTeXText(a.Site))
	if !a.Published.IsZero() {
		field("year", fmt.Sprint(a.Published.Year()))
		fmt.Fprintf(out, "  month = %s,\n", strings.ToLower(a.Published.Month().String()[:3]))
	}
	field("url", bibTeXURL(a.Address))
	if a.Language == "ar" {
		field("langid", "arabic")
	}
	field("note", tally(t))
	out.WriteString("}\n\n")
	return nil
}

func citationKey(a *Article) string { return "a" + a.ID[:12] }

// tally is how many quotations an article has, in English.
func tally(t *Table) string {
	n, counts := 0, map[string]int{}
	for r := range t.Rows() {
		n++
		counts[r.State()]++
	}
	return fmt.Sprintf("%d quotations: %d decided, %d guessed, %d of unknown speakers", n, counts["decided"], counts["guessed"], counts["unknown"])
}

// bibTeXText is text that TeX sets as it is. Braces, which BibTeX counts even after a
// backslash, are named.
func bibTeXText(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`,
		"^", `\textasciicircum{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, `"`, `\textquotedbl{}`).Replace(strings.TrimSpace(legible(s)))
}

func bibTeXURL(address string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(address)
}
