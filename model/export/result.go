package export

import (
	"io"
	"iter"
	"slices"
)

// ResultSchema names the form of what [WriteResult] writes, as [RowSchema] does.
const ResultSchema = "rawi-result/1"

// ResultMembers is the names of the members that [WriteResult] writes.
func ResultMembers() (names []string) {
	names = []string{"schema", "text", "quotations", "parties"}
	for _, c := range articleColumns {
		names = append(names, c.Name)
	}
	return names
}

// WriteResult writes what is known of an article as the members of a JSON object whose
// braces are the caller's, each but the first after a comma:
//
//	"schema":"rawi-result/1", the [Columns] of the article, "text":"…",
//	"quotations":[{the columns of a quotation},…],
//	"parties":[{"id":"…","name":"…","type":"PER","mentions":[{"start":1,"end":5,"start_utf16":1,"end_utf16":5,"form":"name"},…]},…]
//
// Offsets count in "text", as those of [Columns] do.
func WriteResult(w io.Writer, t *Table) error {
	out := newOutput(w)
	out.WriteString(`"schema":"` + ResultSchema + `"`)
	if err := out.members(",", slices.Values(articleColumns), &Row{Article: &t.Article}); err != nil {
		return err
	}
	out.WriteString(`,"text":`)
	if err := out.text(t.Article.Text); err != nil {
		return err
	}
	if err := out.quotations(t); err != nil {
		return err
	}
	out.WriteString(`,"parties":`)
	if err := array(out, resultParties(t)); err != nil {
		return err
	}
	return out.Flush()
}

func (out *output) quotations(t *Table) error {
	out.WriteString(`,"quotations":[`)
	separator := "{"
	for row := range t.Rows() {
		if err := out.members(separator, slices.Values(quotationColumns), &row); err != nil {
			return err
		}
		out.WriteString("}")
		separator = ",{"
	}
	_, err := out.WriteString("]")
	return err
}

// resultParty is a party in a result.
type resultParty struct {
	ID       string          `json:"id"`
	Name     string          `json:"name"`
	Type     string          `json:"type"`
	Mentions []resultMention `json:"mentions"`
}

type resultMention struct {
	Start      int    `json:"start"`
	End        int    `json:"end"`
	StartUTF16 int    `json:"start_utf16"`
	EndUTF16   int    `json:"end_utf16"`
	Form       string `json:"form"`
}

func resultParties(t *Table) iter.Seq[resultParty] {
	return func(yield func(resultParty) bool) {
		for p, mentions := range t.Parties() {
			x := resultParty{string(p.ID), p.Name, p.Kind.String(), []resultMention{}}
			for m := range mentions {
				x.Mentions = append(x.Mentions, resultMention{m.CodePoints.Start, m.CodePoints.End, m.UTF16.Start, m.UTF16.End, m.Form.String()})
			}
			if !yield(x) {
				return
			}
		}
	}
}
