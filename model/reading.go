package model

import (
	"cmp"
	"crypto/rand"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Reading is an article with all that is known of it: what the program found,
// and over that what readers decided. It is the one truth that is shown,
// saved and exported; every change goes through its log.
type Reading struct {
	Article *Article
	Author  string // who decides; written into each annotation

	found   Findings
	log     Log
	quotes  []Quote
	parties []Party
	number  map[PartyID]int // a party's place in parties
}

// NewReading joins an article, what was found in it, and the decisions made
// on it so far.
func NewReading(a *Article, found Findings, decisions []Annotation, author string) *Reading {
	r := &Reading{Article: a, Author: author, found: found}
	r.log.Append(decisions...)
	r.derive()
	return r
}

// Quotes is all quotations in text order. The slice is the reading's own and
// is replaced, not changed, by the next decision.
func (r *Reading) Quotes() []Quote { return r.quotes }

// Parties is all parties; a party's number is its place here, from 1. Those
// that only a reader named come last, in the order in which they were named.
func (r *Reading) Parties() []Party { return r.parties }

// Party is the party of an ID and its number, from 1; ok is false for none.
func (r *Reading) Party(id PartyID) (p *Party, number int, ok bool) {
	i, ok := r.number[id]
	if !ok {
		return nil, 0, false
	}
	return &r.parties[i], i + 1, true
}

// SpokenBy is the number of quotations whose speaker is the party.
func (r *Reading) SpokenBy(id PartyID) int {
	n := 0
	for i := range r.quotes {
		if q := &r.quotes[i]; q.Kind.Spoken() && q.Speaker == id {
			n++
		}
	}
	return n
}

// Log is the history of decisions.
func (r *Reading) Log() *Log { return &r.log }

// Learn takes in decisions that were made elsewhere. history is what the
// library holds, in the library's order; decisions that it does not hold yet
// stay after it.
func (r *Reading) Learn(history []Annotation) {
	var log Log
	log.Append(history...)
	log.Append(r.log.All()...)
	r.log = log
	r.derive()
}

// Assign decides that a party said the quotation.
func (r *Reading) Assign(quote int, p Party) Annotation {
	return r.decide(Annotation{Deed: Assign, Anchor: r.anchor(quote), Speaker: p.ID, Name: p.Name, PartyKind: p.Kind})
}

// SetKind decides what the quoted words are.
func (r *Reading) SetKind(quote int, kind QuoteKind) Annotation {
	return r.decide(Annotation{Deed: SetKind, Anchor: r.anchor(quote), Kind: kind})
}

// Accept turns the guess on a quotation into a decision. ok is false where
// there is nothing to accept: it is decided, or nobody knows the speaker.
func (r *Reading) Accept(quote int) (a Annotation, ok bool) {
	q := &r.quotes[quote]
	if q.Decided() {
		return Annotation{}, false
	}
	if !q.Kind.Spoken() {
		return r.SetKind(quote, q.Kind), true
	}
	if p, _, ok := r.Party(q.Speaker); ok {
		return r.Assign(quote, *p), true
	}
	return Annotation{}, false
}

// Undo takes back the last decision that stands.
func (r *Reading) Undo() (a Annotation, ok bool) { return r.revoke(r.log.Undoable()) }

// Redo brings back the decision that was taken back last, until a new
// decision is made.
func (r *Reading) Redo() (a Annotation, ok bool) { return r.revoke(r.log.Redoable()) }

func (r *Reading) revoke(target string) (Annotation, bool) {
	if target == "" {
		return Annotation{}, false
	}
	return r.decide(Annotation{Deed: Revoke, Target: target}), true
}

// Subject is the quotation that an annotation is about: for a revocation, the
// one that the decision taken back, or brought back, was about.
func (r *Reading) Subject(a Annotation) (quote int, ok bool) {
	for a.Deed == Revoke {
		i := slices.IndexFunc(r.log.entries, func(e Annotation) bool { return e.ID == a.Target })
		if i < 0 {
			return 0, false
		}
		a = r.log.entries[i]
	}
	quote = slices.IndexFunc(r.quotes, func(q Quote) bool { return q.Span == a.Anchor.Span })
	return quote, quote >= 0
}

func (r *Reading) anchor(quote int) Anchor {
	return NewAnchor(r.Article.Text, r.quotes[quote].Span)
}

// decide stamps an annotation and puts it into the log.
func (r *Reading) decide(a Annotation) Annotation {
	a.ID, a.Time, a.Author = rand.Text(), time.Now().UTC(), r.Author
	r.log.Append(a)
	r.derive()
	return a
}

// derive makes quotes and parties anew: decisions first, then guesses.
func (r *Reading) derive() {
	r.quotes = slices.Clone(r.found.Quotes)
	r.parties = slices.Clone(r.found.Parties)
	r.number = make(map[PartyID]int, len(r.parties))
	for i, p := range r.parties {
		r.number[p.ID] = i
	}
	at := make(map[Span]int, len(r.quotes))
	for i, q := range r.quotes {
		at[q.Span] = i
	}
	for _, a := range r.log.Standing() {
		if !a.Anchor.Holds(r.Article.Text) {
			continue // made on another text; it stays in the log
		}
		i, ok := at[a.Anchor.Span]
		if !ok { // the program no longer finds it, the reader's decision keeps it
			i = len(r.quotes)
			at[a.Anchor.Span] = i
			r.quotes = append(r.quotes, Quote{Span: a.Anchor.Span})
		}
		r.apply(a, &r.quotes[i])
	}
	slices.SortStableFunc(r.quotes, func(a, b Quote) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	r.follow()
}

// followConfidence is how often a verb without a subject of its own means the
// speaker before, as counted on annotated articles.
const followConfidence = 0.9

// follow carries each decided speaker on to the guesses that hang on it, in
// text order: «وأضاف» after a quotation that the reader has given to another.
// It changes no decision.
func (r *Reading) follow() {
	speaker := map[Span]PartyID{} // of the quotations decided, and of those that follow them
	for i := range r.quotes {
		q := &r.quotes[i]
		if !q.Kind.Spoken() {
			continue
		}
		if !q.Decided() {
			s, ok := speaker[q.Follows]
			if !ok {
				continue
			}
			if q.Speaker == "" {
				q.Reason, q.Confidence = Reason{PreviousSpeaker, q.Cue}, followConfidence
			}
			q.Speaker = s
		}
		speaker[q.Span] = q.Speaker
	}
}

func (r *Reading) apply(a Annotation, q *Quote) {
	q.Decision = a.ID
	switch a.Deed {
	case Assign:
		q.Speaker = a.Speaker
		r.meet(a)
		if !q.Kind.Spoken() {
			q.Kind = Indirect
			if q.Marked {
				q.Kind = Speech
			}
		}
	case SetKind:
		q.Kind = a.Kind
	}
}

// meet adds the party that a decision names, unless it is known.
func (r *Reading) meet(a Annotation) {
	if _, ok := r.number[a.Speaker]; ok {
		return
	}
	r.number[a.Speaker] = len(r.parties)
	r.parties = append(r.parties, Party{
		ID: a.Speaker, Name: a.Name, Kind: a.PartyKind,
		Mentions: occurrences(r.Article.Text, a.Name),
	})
}

// occurrences is where name stands in text as whole words.
func occurrences(text, name string) []Mention {
	var found []Mention
	for from := 0; name != ""; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			break
		}
		at := Span{from + i, from + i + len(name)}
		before, _ := utf8.DecodeLastRuneInString(text[:at.Start])
		after, _ := utf8.DecodeRuneInString(text[at.End:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			found = append(found, Mention{Span: at})
		}
		from = at.End
	}
	return found
}

// Candidates is everybody who may have said a quotation, likeliest first: the
// present speaker, those that the program thought of, those who speak nearby,
// then all others by how often they are named.
func (r *Reading) Candidates(quote int) []Party {
	q := &r.quotes[quote]
	order := append([]PartyID{q.Speaker}, q.Candidates...)
	for i := quote - 1; i >= 0; i-- {
		order = append(order, r.quotes[i].Speaker)
	}
	for i := quote + 1; i < len(r.quotes); i++ {
		order = append(order, r.quotes[i].Speaker)
	}
	rest := slices.Clone(r.parties)
	slices.SortStableFunc(rest, func(a, b Party) int { return len(b.Mentions) - len(a.Mentions) })
	for _, p := range rest {
		order = append(order, p.ID)
	}
	seen := map[PartyID]bool{"": true}
	var candidates []Party
	for _, id := range order {
		if p, _, ok := r.Party(id); ok && !seen[id] {
			seen[id] = true
			candidates = append(candidates, *p)
		}
	}
	return candidates
}
