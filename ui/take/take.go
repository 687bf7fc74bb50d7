// Package take is what readers take with them: a quotation with all that says whose it
// is, the words that they marked, the whole article. It is text in logical order, as it
// stands in the source, never what is on the screen; controls are filtered out of it as
// out of everything that rawi prints (package printable).
package take

import (
	"net/url"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/printable"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// Take is the room.
type Take struct {
	*room.Scene
	Form Form // of quotations
}

// Quotation copies the current quotation in the reader's form.
func (t Take) Quotation() room.Effect {
	q, ok := t.Quote()
	if !ok {
		return room.Say(t.Language.Say(l10n.NoQuotes))
	}
	holds := t.facts()
	holds["text"] = clean(q.In(t.Article.Text))
	holds["quote"] = holds["text"]
	if q.Marked {
		holds["quote"] = "«" + holds["text"] + "»"
	}
	what := t.Language.Say(l10n.QuotationNumber, t.Current+1)
	if p, _, ok := t.Reading.Party(q.Speaker); ok && q.Kind.Spoken() {
		holds["speaker"] = line(p.Name)
		if len(p.Roles) > 0 {
			holds["role"] = line(p.Roles[0])
		}
		what = t.Language.Say(l10n.QuotationOf, t.Current+1, holds["speaker"])
	}
	return room.Effect{Copy: &room.Copy{Text: t.Form.Fill(holds), What: what}}
}

// Words copies some words of the article, and nothing beside them.
func (t Take) Words(words model.Span) room.Effect {
	text := clean(words.In(t.Article.Text))
	what := t.Language.Count(len(strings.Fields(text)), l10n.Words)
	return room.Effect{Copy: &room.Copy{Text: text, What: what}}
}

// WholeArticle copies the text of the article without what surrounds it, and below it
// where it is from.
func (t Take) WholeArticle() room.Effect {
	var text strings.Builder
	last := 0 // where the block before ends
	for _, b := range t.Article.Blocks {
		if b.Kind != model.BoilerplateBlock {
			text.WriteString(t.Article.Text[last:b.Start]) // white space
			text.WriteString(b.In(t.Article.Text))
		}
		last = b.End
	}
	below, _ := Parse("{\n\n|site|}{، |date|}{\n|address|}\n")
	return room.Effect{Copy: &room.Copy{Text: strings.TrimSpace(clean(text.String())) + below.Fill(t.facts()), What: t.Language.Say(l10n.Article)}}
}

// facts are the fields of the article.
func (t Take) facts() map[string]string {
	facts := &t.Article.Facts
	holds := map[string]string{
		"title": line(t.Article.Title()), "author": line(facts.Byline), "site": line(facts.Site), "address": line(Address(t.Article)),
	}
	if holds["title"] == "" {
		holds["title"] = line(facts.Headline)
	}
	if !facts.Published.IsZero() {
		holds["date"] = facts.Published.Format(time.DateOnly)
	}
	return holds
}

// Address is where an article is published, or was read from on the web; "" for neither.
func Address(a *model.Article) string {
	for _, address := range []string{a.Facts.Address, a.Source} {
		if OnWeb(address) {
			return address
		}
	}
	return ""
}

// OnWeb reports whether an address is an http or https URL with a host.
func OnWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// line is a text on one line, without controls.
func line(text string) string { return strings.Join(strings.Fields(printable.Text(text)), " ") }

// clean is a text without controls but line ends.
func clean(text string) string {
	var out strings.Builder
	w := printable.NewWriter(&out)
	_, _ = w.Write([]byte(text)) // a Builder takes everything
	_ = w.Close()
	return out.String()
}
