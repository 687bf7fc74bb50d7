package l10n

import (
	"strings"

	"rawi/model"
)

// Opinion is what an author says of a quotation of some text, in a few words: who spoke
// or what the words are, and where authors differ on that also the kind and the words
// themselves. name is what a party is called.
func (l Language) Opinion(o *model.Opinion, differ model.Aspects, text string, name func(model.PartyID) string) string {
	switch {
	case o.Silent:
		return l.Say(NothingSaid)
	case len(o.Parts) == 0:
		return l.Say(NoQuotationHere)
	}
	parts := make([]string, len(o.Parts))
	for i := range o.Parts {
		parts[i] = l.part(&o.Parts[i], differ, text, name)
	}
	return strings.Join(parts, " · ")
}

func (l Language) part(p *model.Part, differ model.Aspects, text string, name func(model.PartyID) string) string {
	said := l.Say(LeftOpen)
	switch {
	case !p.Decided:
	case !p.Kind.Spoken():
		said = l.QuoteKind(p.Kind)
	case p.Speaker == "":
		said = l.Say(Unknown)
	default:
		said = name(p.Speaker)
	}
	if p.Decided && p.Kind.Spoken() && differ.Has(model.OnKind) {
		said = l.QuoteKind(p.Kind) + ": " + said
	}
	if differ.Has(model.OnSpan) {
		said += " «" + strings.Join(strings.Fields(p.In(text)), " ") + "»"
	}
	return said
}
