package model

import (
	"strings"
	"unicode"

	"rawi/model/arabic"
)

// What a reader can decide on mentions, in the article, and on parties, in the whole
// library. Each decision is in the log at once.

// MakeMention decides that words name a party, and nobody else; proclitics before
// one of its names are left out. ok is false where there are no words.
func (r *Reading) MakeMention(words Span, p Party) (a Annotation, ok bool) {
	words = r.withoutProclitics(r.fit(words), p)
	if words.Empty() {
		return a, false
	}
	return r.record(Annotation{Deed: MakeMention, Anchor: NewAnchor(r.Article.Text, words), Party: p.ID, Name: p.Name, PartyKind: p.Kind}), true
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
	return r.record(Annotation{Deed: MoveMention, Anchor: NewAnchor(r.Article.Text, at), To: NewAnchor(r.Article.Text, to)}), true
}

// DropMention decides that the words at a span name nobody.
func (r *Reading) DropMention(at Span) Annotation {
	return r.record(Annotation{Deed: DropMention, Anchor: NewAnchor(r.Article.Text, at)})
}

// RenameParty gives a party another name in the whole library; the former one
// becomes an alias. ok is false for an empty name or its own.
func (r *Reading) RenameParty(id PartyID, newName string) (a Annotation, ok bool) {
	newName = clean(newName)
	p, _, ok := r.Party(id)
	if !ok || newName == "" || newName == p.Name {
		return a, false
	}
	return r.record(Annotation{Deed: RenameParty, Party: id, Name: newName, Text: p.Name}), true
}

// SetPartyKind decides what a party is, in the whole library.
func (r *Reading) SetPartyKind(id PartyID, kind PartyKind) Annotation {
	return r.record(Annotation{Deed: SetPartyKind, Party: id, PartyKind: kind})
}

// SetRole gives a party a role, which comes before those found.
func (r *Reading) SetRole(id PartyID, role string) Annotation {
	return r.record(Annotation{Deed: SetRole, Party: id, Text: clean(role)})
}

// AddAlias gives a party another name besides its own; ok is false for an empty
// one.
func (r *Reading) AddAlias(id PartyID, alias string) (a Annotation, ok bool) {
	if alias = clean(alias); alias == "" {
		return a, false
	}
	return r.record(Annotation{Deed: AddAlias, Party: id, Text: alias}), true
}

// MergeParties decides that a party is the same as another, whose name remains.
// ok is false if they are merged.
func (r *Reading) MergeParties(id PartyID, into Party) (a Annotation, ok bool) {
	p, _, ok := r.Party(id)
	if !ok || id == into.ID {
		return a, false
	}
	return r.record(Annotation{Deed: MergeParties, Party: id, Text: p.Name, Target: string(into.ID), Name: into.Name, PartyKind: into.Kind}), true
}

// SplitParty takes a party out of the one that it was merged into: see
// [Reading.Merged].
func (r *Reading) SplitParty(member PartyID) (a Annotation, ok bool) {
	if _, ok = r.overrides.into[member]; !ok {
		return a, false
	}
	return r.record(Annotation{Deed: SplitParty, Party: member}), true
}

// clean is typed text as it can be kept: on one line, valid UTF-8.
func clean(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
}
