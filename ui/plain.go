package ui

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/rows"
)

// Plain writes an article with what is known of it as linear text: in logical
// order, unshaped, without borders or colours, a paragraph a line; the panes
// are sections with headings. It is for screen readers, pipes and terminals
// that can do nothing else.
func Plain(w io.Writer, r *model.Reading, a *model.Article, language l10n.Language) error {
	out := bufio.NewWriter(w)
	p := plainPage{out, r, a, language.Say, language}
	p.text()
	p.quotes()
	p.parties()
	p.links()
	return out.Flush()
}

type plainPage struct {
	*bufio.Writer
	reading  *model.Reading
	article  *model.Article
	say      func(l10n.Word, ...any) string
	language l10n.Language
}

func (p plainPage) line(text string) { p.WriteString(plain(text) + "\n") }

// flat is text with each stretch of white space as one blank.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// text is the article's own words; what surrounds it is counted only.
func (p plainPage) text() {
	folded := 0
	if said := headline(p.article.Facts); said != "" {
		p.line(said)
		p.line("")
	}
	for i, b := range p.article.Blocks {
		if b.Kind == model.BoilerplateBlock {
			folded++
			continue
		}
		text := b.In(p.article.Text)
		if b.Kind != model.VerseBlock { // whose halves stand apart
			text = flat(text)
		}
		p.line(text)
		if next := i + 1; !b.Kind.Tight() || next == len(p.article.Blocks) || p.article.Blocks[next].Kind != b.Kind {
			p.line("")
		}
	}
	if folded > 0 {
		p.line(p.say(l10n.LeftOut, folded))
		p.line("")
	}
}

func (p plainPage) heading(title l10n.Word, n int) {
	p.line(fmt.Sprintf("%s: %d", p.say(title), n))
}

func (p plainPage) quotes() {
	if p.article.Foreign() {
		p.line(p.say(l10n.Foreign))
		p.line("")
	}
	quotes := p.reading.Quotes()
	p.heading(l10n.Quotes, len(quotes))
	for i := range quotes {
		q := quotes[i]
		who := p.say(l10n.Unknown)
		if !q.Kind.Spoken() {
			who = p.language.QuoteKind(q.Kind)
		} else if party, _, ok := p.reading.Party(q.Speaker); ok {
			who = party.Name
		}
		state, _ := rows.Guess(q)
		if q.Decided() {
			state = l10n.Decided
		}
		p.line(fmt.Sprintf("%d. %s (%s): «%s»", i+1, who, p.say(state), flat(q.In(p.article.Text))))
	}
	p.line("")
}

func (p plainPage) parties() {
	parties := p.reading.Parties()
	p.heading(l10n.Parties, len(parties))
	for i := range parties {
		party := &parties[i]
		p.line(fmt.Sprintf("%d. %s: %s · %s · %s", i+1, party.Name, p.language.PartyKind(party.Kind),
			p.say(l10n.Mentions, len(party.Mentions)), p.say(l10n.Spoke, p.reading.SpokenBy(party.ID))))
	}
}

// links are the addresses to which the words of the article lead, numbered.
func (p plainPage) links() {
	if len(p.article.Links) == 0 {
		return
	}
	p.line("")
	p.heading(l10n.Links, len(p.article.Links))
	for i, link := range p.article.Links {
		p.line(fmt.Sprintf("%d. %s: %s", i+1, flat(link.In(p.article.Text)), link.Address))
	}
}
