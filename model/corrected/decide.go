package corrected

import (
	"strings"

	"rawi/model"
)

// Decide decides in a reading what differs in the document. found is the same article
// without decisions: what a document says that is only a guess, and is the program's guess,
// is no news, whatever readers decided since.
func (d *Document) Decide(r, found *model.Reading) []Misfit {
	x := decider{Document: d, reading: r, found: found, place: placer(d, r.Article)}
	spans := make([]model.Span, len(d.Quotes))
	fits := make([]bool, len(d.Quotes))
	for i := range d.Quotes {
		spans[i], fits[i] = x.find(&d.Quotes[i])
	}
	for i := range d.Quotes {
		if fits[i] && x.news(&d.Quotes[i], spans[i]) {
			x.quote(&d.Quotes[i], spans[i], spans)
		}
	}
	if d.Complete && x.place.same {
		x.drop(spans)
	}
	x.names()
	return x.misfits
}

// decider decides one document.
type decider struct {
	*Document
	reading, found *model.Reading
	place          *place
	misfits        []Misfit
}

func (x *decider) tell(where string, why Reason, what string) {
	x.misfits = append(x.misfits, x.misfit(where, why, what))
}

// find is where a quotation stands in the article.
func (x *decider) find(q *Quote) (model.Span, bool) {
	at, status := x.place.quote(q)
	switch {
	case status == model.Found && !at.Empty():
		return at, true
	case status == model.Moved:
		x.tell(q.Where, PerhapsElsewhere, q.Words)
	default:
		x.tell(q.Where, NoWords, q.Words)
	}
	return at, false
}

// news reports whether a quotation says more than that the program guessed it.
func (x *decider) news(q *Quote, at model.Span) bool {
	if !q.Guess {
		return true
	}
	i, is := x.found.QuoteOf(at)
	if !is {
		return true
	}
	guess := x.found.Quotes()[i]
	who, named := x.meant(x.found, q.Speaker, guess.Speaker)
	return !sameKind(q.Kind, guess.Kind) || named && who.ID != guess.Speaker || q.Deleted || q.Note != "" && q.Note != guess.Note ||
		q.Certainty != guess.Certainty || !q.Addressee.nobody()
}

// sameKind takes direct and indirect speech for one: which of them it is, the marks say.
func sameKind(a, b model.QuoteKind) bool { return a == b || a.Spoken() && b.Spoken() }

// quote decides what differs of a quotation. others are all spans of the document.
func (x *decider) quote(q *Quote, at model.Span, others []model.Span) {
	i, is := x.reading.QuoteOf(at)
	if q.Deleted {
		if is {
			x.reading.DropQuote(i)
		}
		return
	}
	if !is {
		if j, moved := x.movedFrom(at, others); moved {
			x.reading.MoveQuote(j, at)
		} else {
			x.reading.MakeQuote(at, q.Kind)
		}
		if i, is = x.reading.QuoteOf(at); !is {
			x.tell(q.Where, NoWords, q.Words)
			return
		}
	}
	x.speech(q, i)
	x.remarks(q, at)
}

// movedFrom is the quotation whose ends became others: the one of those that the
// document has no more which shares most with a span.
func (x *decider) movedFrom(at model.Span, others []model.Span) (quote int, ok bool) {
	most := 0
	for i, q := range x.reading.Quotes() {
		shared := min(q.End, at.End) - max(q.Start, at.Start)
		if x.Complete && shared > most && !x.has(q.Span, others) {
			quote, most = i, shared
		}
	}
	return quote, most > 0
}

// has reports whether one of some spans is the words of another.
func (x *decider) has(words model.Span, spans []model.Span) bool {
	for _, s := range spans {
		if model.SameSpan(x.reading.Article.Text, s, words) {
			return true
		}
	}
	return false
}

// speech decides who said it, or what it is.
func (x *decider) speech(q *Quote, i int) {
	now := x.reading.Quotes()[i]
	who, named := x.meant(x.reading, q.Speaker, x.guessed(now.Span).Speaker)
	if x.torn(q.Speaker, x.guessed(now.Span).Speaker) {
		x.tell(q.Where, TwoSpeakers, q.Speaker.Typed)
	}
	switch {
	case q.Kind.Spoken() && named && (who.ID != now.Speaker || !now.Kind.Spoken()):
		x.reading.Assign(i, who)
	case q.Kind.Spoken() && !named && !q.Speaker.nobody():
		x.tell(q.Where, NoName, q.Speaker.Name)
	case !sameKind(q.Kind, now.Kind):
		x.reading.SetKind(i, q.Kind)
	}
}

// remarks decides what else differs. What the file leaves out is not taken away.
func (x *decider) remarks(q *Quote, at model.Span) {
	now := func() (int, model.Quote) {
		i, _ := x.reading.QuoteOf(at)
		return i, x.reading.Quotes()[i]
	}
	if i, is := now(); q.Note != "" && oneLine(q.Note) != oneLine(is.Note) {
		x.reading.SetNote(i, q.Note)
	}
	if i, is := now(); q.Certainty != model.NoCertainty && q.Certainty != is.Certainty {
		x.reading.SetCertainty(i, q.Certainty)
	}
	if i, is := now(); !q.Addressee.nobody() {
		if who, ok := x.meant(x.reading, q.Addressee, x.guessed(at).Addressee); ok && who.ID != is.Addressee {
			x.reading.SetAddressee(i, who)
		} else if !ok {
			x.tell(q.Where, NoName, q.Addressee.Name)
		}
	}
}

// oneLine is a note as formats of lines have it.
func oneLine(s string) string { return strings.Join(strings.Fields(model.Skeleton(s)), " ") }

// meant is the party that a document means; of two the one that the program did not guess.
func (x *decider) meant(r *model.Reading, w Who, guess model.PartyID) (p model.Party, ok bool) {
	p, ok = x.who(r, w)
	if typed, named := x.who(r, Who{Name: w.Typed, Kind: w.Kind}); named && (!ok || p.ID == guess) {
		return typed, true
	}
	return p, ok
}

// guessed is what the program found at some words.
func (x *decider) guessed(at model.Span) (q model.Quote) {
	if i, ok := x.found.QuoteOf(at); ok {
		q = x.found.Quotes()[i]
	}
	return q
}

// torn reports whether a document names two, neither of whom the program guessed, so that
// nobody can say which of them was there before.
func (x *decider) torn(w Who, guess model.PartyID) bool {
	p, ok := x.who(x.reading, w)
	typed, named := x.who(x.reading, Who{Name: w.Typed, Kind: w.Kind})
	return ok && named && p.ID != typed.ID && p.ID != guess && typed.ID != guess
}

// who is the party that a document means: by its name, else the one named there, else that
// of the words.
func (x *decider) who(r *model.Reading, w Who) (p model.Party, ok bool) {
	name := w.Name
	if name == "" && !w.At.Empty() {
		name = x.place.words(w.At)
		if at, status := x.place.span(w.At); status == model.Found {
			if p, ok := mentioned(r, at); ok {
				return p, true
			}
		}
	}
	if p, ok = r.PartyNamed(name); ok && !r.Has(p.ID) {
		p.Kind = w.Kind
	}
	return p, ok
}

// mentioned is the party that words name.
func mentioned(r *model.Reading, at model.Span) (p model.Party, ok bool) {
	for _, p := range r.Parties() {
		for _, m := range p.Mentions {
			if model.SameSpan(r.Article.Text, m.Span, at) {
				return p, true
			}
		}
	}
	return p, false
}

// drop drops what the program found and the document lacks. What readers decided stays:
// they may have done so since.
func (x *decider) drop(spans []model.Span) {
	var gone []model.Span
	for _, q := range x.reading.Quotes() {
		switch _, guessed := x.found.QuoteOf(q.Span); {
		case x.has(q.Span, spans) || strings.TrimSpace(q.In(x.reading.Article.Text)) == "":
		case guessed && q.Decision == "":
			gone = append(gone, q.Span)
		case q.Decision != "":
			x.tell("", DecidedSince, q.In(x.reading.Article.Text))
		}
	}
	for _, at := range gone {
		if i, ok := x.reading.QuoteOf(at); ok {
			x.reading.DropQuote(i)
		}
	}
}

// names decides mentions: new ones, those of another party, and, where the document is
// complete, those that are gone.
func (x *decider) names() {
	spans := make([]model.Span, 0, len(x.Names))
	for _, n := range x.Names {
		at, status := x.place.span(n.Span)
		if status != model.Found || at.Empty() {
			x.tell(n.Where, NoWords, n.Party)
			continue
		}
		spans = append(spans, at)
		x.name(n, at)
	}
	if x.Complete && x.place.same && len(x.Names) > 0 {
		x.dropNames(spans)
	}
}

func (x *decider) name(n Name, at model.Span) {
	want := Who{Name: n.Party, Kind: n.Kind}
	if n.Party == "" {
		want.At = n.Span
	}
	who, ok := x.who(x.reading, want)
	if !ok {
		x.tell(n.Where, NoName, n.Party)
		return
	}
	guess, guessed := mentioned(x.found, at)
	is, named := mentioned(x.reading, at)
	switch {
	case named && is.ID == who.ID, guessed && guess.ID == who.ID, x.endsAName(who.ID, at):
	default:
		x.reading.MakeMention(at, who)
	}
}

// endsAName reports whether a mention of a party is the end of words: proclitics before it
// were left out.
func (x *decider) endsAName(id model.PartyID, at model.Span) bool {
	p, _, ok := x.reading.Party(id)
	if !ok {
		return false
	}
	for _, m := range p.Mentions {
		if at.Covers(m.Span) && model.SameSpan(x.reading.Article.Text, model.Span{Start: m.Start, End: at.End}, m.Span) {
			return true
		}
	}
	return false
}

func (x *decider) dropNames(spans []model.Span) {
	var gone []model.Span
	for _, p := range x.reading.Parties() {
		for _, m := range p.Mentions {
			if _, guessed := mentioned(x.found, m.Span); guessed && !x.has(m.Span, spans) {
				gone = append(gone, m.Span)
			}
		}
	}
	for _, at := range gone {
		x.reading.DropMention(at)
	}
}
