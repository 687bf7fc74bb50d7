package export

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"rawi/model"
)

// conllGlobals tell how the brackets are read.
const conllGlobals = "# global.Entity = eid-etype-head-other\n# global.Quote = qid-kind-state-speaker\n"

// conllTypes are the types of entities that CorefUD names.
var conllTypes = [...]string{model.Person: "person", model.Organisation: "organization", model.Place: "place", model.RoleOnly: "person"}

// writeCoNLL writes an article as a document in CoNLL-U, one without a token not at all.
// rawi knows no lemmas and no syntax: their columns are empty. MISC has, besides
// SpaceAfter and TokenRange (code points of the text in the comment "document_text", which
// is JSON), the mentions as CorefUD writes them, Entity=(e3-person-1-, and quotations alike,
// Quote=(q2-speech-guessed-e3; other than entities these cross sentences. A mention that
// is cut, by a sentence or by another one, has the parts e3[1/2] and e3[2/2].
func writeCoNLL(out *output, t *Table, _ Options) error {
	c := conll{out: out, table: t, layer: layerOf(t)}
	sentences := c.sentencesOf(t)
	if len(sentences) == 0 {
		return nil
	}
	c.brackets(sentences)
	text, err := out.encode(t.Article.Text)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "# newdoc id = %s\n# article_name = %s\n# sha256 = %s\n# document_text = ", t.Article.ID, legible(t.Article.Name), t.Article.SHA256)
	out.escaped(text)
	out.WriteString("\n" + conllGlobals)
	first := 0
	for i, s := range sentences {
		if s.begins {
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %s-%d\n", t.Article.ID[:16], i+1)
		c.sentence(s, first)
		first += len(s.tokens)
	}
	return nil
}

type conll struct {
	out   *output
	table *Table
	layer
	opened, closed [][]string // brackets at each token: of entities
	quotes, quoted [][]string // and of quotations
}

// brackets says which mentions and quotations begin and end with which token.
func (c *conll) brackets(sentences []sentence) {
	var tokens, spans []model.Span
	for _, s := range sentences {
		tokens = append(tokens, s.tokens...)
		spans = append(spans, model.Span{Start: len(tokens) - len(s.tokens), End: len(tokens)})
	}
	c.opened, c.closed = make([][]string, len(tokens)), make([][]string, len(tokens))
	c.quotes, c.quoted = make([][]string, len(tokens)), make([][]string, len(tokens))
	elements := make([]element, len(c.named))
	for i, m := range c.named {
		elements[i] = element{within(tokens, m.Bytes), m.Party.Number, m.Party}
	}
	pieces := nest(elements, spans)
	parts := make([]int, len(elements))
	for _, p := range pieces {
		parts[p.of]++
	}
	for _, p := range pieces {
		party := elements[p.of].what.(*Party)
		id := fmt.Sprintf("e%d", party.Number)
		if parts[p.of] > 1 {
			id = fmt.Sprintf("%s[%d/%d]", id, p.part+1, parts[p.of])
		}
		open := fmt.Sprintf("(%s-%s-1-", id, conllTypes[party.Kind])
		if p.part > 0 {
			open = "(" + id
		}
		if p.Len() == 1 {
			c.opened[p.Start] = append(c.opened[p.Start], open+")")
			continue
		}
		c.opened[p.Start] = append(c.opened[p.Start], open)
		c.closed[p.End-1] = append([]string{id + ")"}, c.closed[p.End-1]...)
	}
	for i := range c.rows {
		c.quotation(&c.rows[i], within(tokens, c.rows[i].Bytes))
	}
}

func (c *conll) quotation(r *Row, at model.Span) {
	if at.Empty() {
		return
	}
	speaker := "_"
	if r.Speaker != nil {
		speaker = fmt.Sprintf("e%d", r.Speaker.Number)
	}
	open := fmt.Sprintf("(q%d-%s-%s-%s", r.Number, r.Kind, r.State(), speaker)
	if at.Len() == 1 {
		c.quotes[at.Start] = append(c.quotes[at.Start], open+")")
		return
	}
	c.quotes[at.Start] = append(c.quotes[at.Start], open)
	c.quoted[at.End-1] = append([]string{fmt.Sprintf("q%d)", r.Number)}, c.quoted[at.End-1]...)
}

// within is which tokens a span holds, by their places.
func within(tokens []model.Span, s model.Span) (at model.Span) {
	find := func(offset int, place func(model.Span) int) int {
		low, high := 0, len(tokens)
		for low < high {
			if middle := (low + high) / 2; place(tokens[middle]) < offset {
				low = middle + 1
			} else {
				high = middle
			}
		}
		return low
	}
	at.Start = find(s.Start, func(t model.Span) int { return t.Start })
	at.End = find(s.End+1, func(t model.Span) int { return t.End })
	return at
}

// sentence writes the tokens of a sentence, the first of which is the first-th of all.
func (c *conll) sentence(s sentence, first int) {
	text := c.table.Article.Text
	forms, spaces := make([]string, len(s.tokens)), make([]bool, len(s.tokens))
	var line strings.Builder
	for i, token := range s.tokens {
		forms[i] = cmp.Or(conllForm(token.In(text)), "_")
		line.WriteString(forms[i])
		if i+1 < len(s.tokens) && strings.ContainsFunc(text[token.End:s.tokens[i+1].Start], unicode.IsSpace) {
			spaces[i] = true
			line.WriteString(" ")
		}
	}
	fmt.Fprintf(c.out, "# text = %s\n", line.String())
	for i, token := range s.tokens {
		var misc []string
		if all := slicesOf(c.closed[first+i], c.opened[first+i]); all != "" {
			misc = append(misc, "Entity="+all)
		}
		if all := slicesOf(c.quoted[first+i], c.quotes[first+i]); all != "" {
			misc = append(misc, "Quote="+all)
		}
		if !spaces[i] && i+1 < len(s.tokens) {
			misc = append(misc, "SpaceAfter=No")
		}
		at := c.table.offsets.Place(token).CodePoints
		misc = append(misc, fmt.Sprintf("TokenRange=%d:%d", at.Start, at.End))
		fmt.Fprintf(c.out, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i+1, forms[i], strings.Join(misc, "|"))
	}
	c.out.WriteString("\n")
}

// slicesOf are brackets that close and open at a token: what began before closes first.
func slicesOf(closed, opened []string) string {
	return strings.Join(closed, "") + strings.Join(opened, "")
}

// conllForm is a token as a field of CoNLL-U, which holds no white space.
func conllForm(s string) string {
	return strings.Join(strings.Fields(legible(s)), "")
}
