package model

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rawi/model/arabic"
)

// Assign decides that a party said the quotation.
func (r *Reading) Assign(quote int, p Party) Annotation {
	return r.one(Annotation{Deed: Assign, Anchor: r.anchor(quote), Party: p.ID, Name: p.Name, PartyKind: p.Kind})
}

// SetKind decides what the quoted words are.
func (r *Reading) SetKind(quote int, kind QuoteKind) Annotation {
	return r.one(Annotation{Deed: SetKind, Anchor: r.anchor(quote), Kind: kind})
}

// Accept turns the guess on a quotation into a decision, or confirms that the
// words of another text are these. ok is false where there is nothing to
// accept: it is decided, or nobody knows the speaker.
func (r *Reading) Accept(quote int) (a Annotation, ok bool) {
	if a, ok = r.acceptance(quote); !ok {
		return a, false
	}
	return r.one(a), true
}

// AcceptAll accepts, as one decision to undo, each quotation from the given one
// on whose guess is at least so sure ([Quote.Sureness]).
func (r *Reading) AcceptAll(from int, least float64) []Annotation {
	var all []Annotation
	for i := from; i < len(r.quotes); i++ {
		if a, ok := r.acceptance(i); ok && r.quotes[i].Sureness() >= max(least, 0) {
			all = append(all, a)
		}
	}
	return r.decide(all...)
}

func (r *Reading) acceptance(quote int) (a Annotation, ok bool) {
	q := &r.quotes[quote]
	if q.Decided() {
		return a, false
	}
	if q.Moved != nil {
		return r.confirmation(quote)
	}
	a.Anchor = r.anchor(quote)
	if !q.Kind.Spoken() {
		a.Deed, a.Kind = SetKind, q.Kind
		return a, true
	}
	p, _, ok := r.Party(q.Speaker)
	if ok {
		a.Deed, a.Party, a.Name, a.PartyKind = Assign, p.ID, p.Name, p.Kind
	}
	return a, ok
}

// confirmation says that a quotation's words are those that were decided on in
// another text.
func (r *Reading) confirmation(quote int) (Annotation, bool) {
	for _, s := range r.unresolved {
		if i, ok := r.QuoteAt(s.At); ok && i == quote && s.Status == Moved {
			return r.placing(s, s.At), true
		}
	}
	return Annotation{}, false
}

// Place says where the words of a unresolved decision are in this text, and of all
// other decisions on the same words; ok is false where there are no words.
func (r *Reading) Place(s UnresolvedDecision, at Span) (a Annotation, ok bool) {
	at = r.fit(at)
	if at.Empty() {
		return a, false
	}
	return r.one(r.placing(s, at)), true
}

func (r *Reading) placing(s UnresolvedDecision, at Span) Annotation {
	return Annotation{Deed: Confirm, Target: s.Article, Anchor: s.Words, To: NewAnchor(r.Article.Text, at)}
}

// MakeQuote makes words a quotation of that kind. ok is false where there are
// no words, or they are a quotation.
func (r *Reading) MakeQuote(words Span, kind QuoteKind) (a Annotation, ok bool) {
	words = r.fit(words)
	if _, is := r.QuoteOf(words); is || words.Empty() {
		return a, false
	}
	return r.one(Annotation{Deed: MakeQuote, Anchor: NewAnchor(r.Article.Text, words), Kind: kind}), true
}

// MoveQuote gives a quotation other ends; ok is as of MakeQuote.
func (r *Reading) MoveQuote(quote int, to Span) (a Annotation, ok bool) {
	to = r.fit(to)
	if _, is := r.QuoteOf(to); is || to.Empty() {
		return a, false
	}
	return r.one(Annotation{Deed: MoveQuote, Anchor: r.anchor(quote), To: NewAnchor(r.Article.Text, to)}), true
}

// SplitQuote makes two quotations of one; the second begins at the offset. ok is
// false where one of the two would have no words.
func (r *Reading) SplitQuote(quote int, offset int) (a Annotation, ok bool) {
	whole := r.quotes[quote].Span
	first, second := r.fit(Span{whole.Start, offset}), r.fit(Span{offset, whole.End})
	if first.Empty() || second.Empty() || !whole.Covers(first) || !whole.Covers(second) {
		return a, false
	}
	return r.one(Annotation{Deed: SplitQuote, Anchor: r.anchor(quote), To: NewAnchor(r.Article.Text, second)}), true
}

// JoinNext makes one quotation of a quotation and the next that begins after
// it; ok is false for the last.
func (r *Reading) JoinNext(quote int) (a Annotation, ok bool) {
	for next := quote + 1; next < len(r.quotes); next++ {
		if r.quotes[next].Start >= r.quotes[quote].End {
			return r.one(Annotation{Deed: JoinQuotes, Anchor: r.anchor(quote), To: r.anchor(next)}), true
		}
	}
	return a, false
}

// DropQuote decides that there is no quotation.
func (r *Reading) DropQuote(quote int) Annotation {
	return r.one(Annotation{Deed: DropQuote, Anchor: r.anchor(quote)})
}

// SetNote puts a note on a quotation, or takes it away if text is empty.
func (r *Reading) SetNote(quote int, text string) Annotation {
	return r.one(Annotation{Deed: SetNote, Anchor: r.anchor(quote), Text: strings.ToValidUTF8(text, "\uFFFD")})
}

// SetCertainty says how sure the reader is of a quotation.
func (r *Reading) SetCertainty(quote int, c Certainty) Annotation {
	return r.one(Annotation{Deed: SetCertainty, Anchor: r.anchor(quote), Certainty: c})
}

// SetAddressee says to whom a quotation was said; the zero party takes it back.
func (r *Reading) SetAddressee(quote int, p Party) Annotation {
	return r.one(Annotation{Deed: SetAddressee, Anchor: r.anchor(quote), Party: p.ID, Name: p.Name, PartyKind: p.Kind})
}

// MakeMention decides that words name a party, and nobody else; proclitics before
// one of its names are left out. ok is false where there are no words.
func (r *Reading) MakeMention(words Span, p Party) (a Annotation, ok bool) {
	words = r.withoutProclitics(r.fit(words), p)
	if words.Empty() {
		return a, false
	}
	return r.one(Annotation{Deed: MakeMention, Anchor: NewAnchor(r.Article.Text, words), Party: p.ID, Name: p.Name, PartyKind: p.Kind}), true
}

// withoutProclitics is the name of a party that words are, without what is
// written onto it («وزيد»); else the words.
func (r *Reading) withoutProclitics(words Span, p Party) Span {
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		for start, end := range arabic.Named(r.Article.Text, name) {
			if at := (Span{start, end}); end == words.End && words.Covers(at) && !strings.ContainsFunc(r.Article.Text[words.Start:at.Start], unicode.IsSpace) {
				return at
			}
		}
	}
	return words
}

// MoveMention gives the mention at a span other ends; ok is as of MakeMention.
func (r *Reading) MoveMention(at, to Span) (a Annotation, ok bool) {
	to = r.fit(to)
	if to.Empty() || to == r.src.words(at) {
		return a, false
	}
	return r.one(Annotation{Deed: MoveMention, Anchor: NewAnchor(r.Article.Text, at), To: NewAnchor(r.Article.Text, to)}), true
}

// DropMention decides that the words at a span name nobody.
func (r *Reading) DropMention(at Span) Annotation {
	return r.one(Annotation{Deed: DropMention, Anchor: NewAnchor(r.Article.Text, at)})
}

// RenameParty gives a party another name in the whole library; the former one
// becomes an alias. ok is false for an empty name or its own.
func (r *Reading) RenameParty(id PartyID, newName string) (a Annotation, ok bool) {
	newName = clean(newName)
	p, _, ok := r.Party(id)
	if !ok || newName == "" || newName == p.Name {
		return a, false
	}
	return r.one(Annotation{Deed: RenameParty, Party: id, Name: newName, Text: p.Name}), true
}

// SetPartyKind decides what a party is, in the whole library.
func (r *Reading) SetPartyKind(id PartyID, kind PartyKind) Annotation {
	return r.one(Annotation{Deed: SetPartyKind, Party: id, PartyKind: kind})
}

// SetRole gives a party a role, which comes before those found.
func (r *Reading) SetRole(id PartyID, role string) Annotation {
	return r.one(Annotation{Deed: SetRole, Party: id, Text: clean(role)})
}

// AddAlias gives a party another name besides its own; ok is false for an empty
// one.
func (r *Reading) AddAlias(id PartyID, alias string) (a Annotation, ok bool) {
	if alias = clean(alias); alias == "" {
		return a, false
	}
	return r.one(Annotation{Deed: AddAlias, Party: id, Text: alias}), true
}

// MergeParties decides that a party is the same as another, whose name remains.
// ok is false if they are merged.
func (r *Reading) MergeParties(id PartyID, into Party) (a Annotation, ok bool) {
	p, _, ok := r.Party(id)
	if !ok || id == into.ID {
		return a, false
	}
	return r.one(Annotation{Deed: MergeParties, Party: id, Text: p.Name, Target: string(into.ID), Name: into.Name, PartyKind: into.Kind}), true
}

// SplitParty takes a party out of the one that it was merged into: see
// [Reading.Merged].
func (r *Reading) SplitParty(member PartyID) (a Annotation, ok bool) {
	if _, ok = r.overrides.into[member]; !ok {
		return a, false
	}
	return r.one(Annotation{Deed: SplitParty, Party: member}), true
}

// Undo takes back the reader's last decision that stands, or group of them.
func (r *Reading) Undo() (a Annotation, ok bool) { return r.takeBack(Revoke, r.log.Undoable(r.Author)) }

// Redo brings back what was taken back last, until a new decision is made.
func (r *Reading) Redo() (a Annotation, ok bool) { return r.takeBack(Revoke, r.log.Redoable(r.Author)) }

// Retract takes back a decision that stands, whoever made it and whatever came
// after it. It is a decision itself, and can be undone.
func (r *Reading) Retract(id string) (Annotation, bool) { return r.takeBack(Retract, id) }

// takeBack puts what takes back where its target is: in the same article, or in
// the library.
func (r *Reading) takeBack(deed Deed, target string) (Annotation, bool) {
	a := r.log.find(target)
	if target == "" || a == nil {
		return Annotation{}, false
	}
	return r.decide(Annotation{Deed: deed, Article: a.Article, Target: target})[0], true
}

func (r *Reading) anchor(quote int) Anchor {
	return NewAnchor(r.Article.Text, r.quotes[quote].Span)
}

// fit is the words of a span, between whole characters of the text.
func (r *Reading) fit(s Span) Span {
	text := r.Article.Text
	s.Start, s.End = runeStart(text, s.Start), runeStart(text, s.End)
	if s.Empty() {
		return Span{}
	}
	return trim(text, s)
}

// one is decide for one decision.
func (r *Reading) one(a Annotation) Annotation { return r.decide(a)[0] }

// decide stamps decisions and puts them into the log, as one group if they are
// several. Each is later than all that the reader has seen, whatever the clock
// says, so that every log has the same order.
func (r *Reading) decide(as ...Annotation) []Annotation {
	if len(as) == 0 {
		return nil
	}
	var group string
	if len(as) > 1 {
		group = r.stamp.newID()
	}
	now := r.log.next(r.stamp.now())
	for i := range as {
		a := &as[i]
		a.ID, a.Group, a.Author, a.Time = r.stamp.newID(), group, r.Author, now.Add(time.Duration(i))
		if a.Deed.OfArticle() {
			a.Article = r.Article.ID
		}
	}
	r.log.Append(as...)
	r.derive()
	return as
}

// runeStart is the start of the character in which an offset lies, within the
// text.
func runeStart(text string, offset int) int {
	offset = max(0, min(offset, len(text)))
	for offset < len(text) && offset > 0 && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}

// clean is typed text as it can be kept: on one line, valid UTF-8.
func clean(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
}
