package model

// Deed is what a decision does.
type Deed uint8

const (
	Assign  Deed = iota // these words were said by this party
	SetKind             // these words are of this kind
	Revoke              // undo: revokes a decision or a group; or redo: revokes an undo

	MakeQuote    // these words are a quotation
	MoveQuote    // the quotation has these ends
	SplitQuote   // the quotation is two, and the second begins here
	JoinQuotes   // the two quotations are one
	DropQuote    // this is no quotation
	SetNote      // a note on the quotation
	SetCertainty // how sure the reader is
	SetAddressee // to whom it was said

	MakeMention // these words name this party
	MoveMention // the mention has these ends
	DropMention // these words name nobody

	RenameParty  // the party gets a new name
	SetPartyKind // the party is of this kind
	SetRole      // the party's role
	AddAlias     // the party has this name too
	MergeParties // the party is the same as another
	SplitParty   // it is not

	Retract // revokes a decision out of turn, as a decision of its own
	Confirm // the words of another text are these

	SetCorpus        // a corpus has this task, guideline or blindness
	AddToCorpus      // the article belongs to the corpus
	RemoveFromCorpus // it does not
	AssignCorpus     // the article is this author's to annotate
	UnassignCorpus   // it is not
	Finish           // the author has annotated the article
	Reopen           // not yet

	DeedCount = iota
)

// subject is what a deed is about.
type subject uint8

const (
	aboutLog     subject = iota // other decisions
	aboutCorpus                 // who annotates what, nothing in any article: see corpus.go
	aboutText                   // the text itself
	aboutParty                  // a party, in every article
	aboutWords                  // the words at the anchor, which become a quotation
	aboutQuote                  // the quotation at the anchor
	aboutMention                // the mention at the anchor
)

// aspect is what of its subject a deed decides. Of two decisions of one author on
// one aspect the later holds.
type aspect uint8

const (
	noAspect        aspect = iota
	speechAspect           // who said it, and whether it was said
	noteAspect             // of a quotation
	certaintyAspect        // of a quotation
	addresseeAspect        // of a quotation
	nameAspect             // of a party
	kindAspect             // of a party
	roleAspect             // of a party
	mergerAspect           // which other party it is
)

// deedRow is all there is to know of a deed. A new one is a constant above, a row
// here, its apply function (apply_*.go) and its name in ui/l10n.
type deedRow struct {
	name    string // in files
	subject subject
	aspect  aspect
	needs   fieldSet // without which it says nothing
	takes   fieldSet // which it may have besides; all others are zero

	// How it is applied: one of these by its subject, none for decisions on
	// others and on the text. A quotation is given by its place in the derivation.
	quote   func(*derivation, *Annotation, int)
	mention func(*derivation, *Annotation)
	party   func(*partyOverrides, *Annotation)

	// undone remembers, for later decisions, the spans that a decision made which
	// was undone; nil where it makes none.
	undone func(*derivation, *Annotation)
	// says is the decision's word on its aspect, nil when the deed says it all.
	says func(*Annotation) string
}

var deeds = [DeedCount]deedRow{
	Assign: {name: "assign", subject: aboutQuote, aspect: speechAspect,
		needs: fieldAnchor, takes: fieldsOfParty, quote: (*derivation).assign, says: saysName},
	SetKind: {name: "kind", subject: aboutQuote, aspect: speechAspect,
		needs: fieldAnchor, takes: fieldKind, quote: (*derivation).setKind, says: saysKind},
	Revoke: {name: "revoke",
		needs: fieldTarget},

	MakeQuote: {name: "quote", subject: aboutWords,
		needs: fieldAnchor, takes: fieldKind, quote: (*derivation).makeQuote, undone: (*derivation).unmakeQuote},
	MoveQuote: {name: "move", subject: aboutQuote,
		needs: fieldAnchor | fieldTo, quote: (*derivation).moveQuote, undone: (*derivation).unmoveQuote},
	SplitQuote: {name: "split", subject: aboutQuote,
		needs: fieldAnchor | fieldTo, quote: (*derivation).splitQuote, undone: (*derivation).unsplitQuote},
	JoinQuotes: {name: "join", subject: aboutQuote,
		needs: fieldAnchor | fieldTo, quote: (*derivation).joinQuotes, undone: (*derivation).unjoinQuotes},
	DropQuote: {name: "drop", subject: aboutQuote, aspect: speechAspect,
		needs: fieldAnchor, quote: (*derivation).dropQuote},
	SetNote: {name: "note", subject: aboutQuote, aspect: noteAspect,
		needs: fieldAnchor, takes: fieldText, quote: (*derivation).setNote, says: saysText},
	SetCertainty: {name: "certainty", subject: aboutQuote, aspect: certaintyAspect,
		needs: fieldAnchor, takes: fieldCertainty, quote: (*derivation).setCertainty, says: saysCertainty},
	SetAddressee: {name: "addressee", subject: aboutQuote, aspect: addresseeAspect,
		needs: fieldAnchor, takes: fieldsOfParty, quote: (*derivation).setAddressee, says: saysName},

	MakeMention: {name: "mention", subject: aboutMention,
		needs: fieldAnchor | fieldParty, takes: fieldName | fieldPartyKind, mention: (*derivation).makeMention},
	MoveMention: {name: "move-mention", subject: aboutMention,
		needs: fieldAnchor | fieldTo, mention: (*derivation).moveMention},
	DropMention: {name: "drop-mention", subject: aboutMention,
		needs: fieldAnchor, mention: (*derivation).dropMention},

	RenameParty: {name: "rename", subject: aboutParty, aspect: nameAspect,
		needs: fieldParty | fieldName, takes: fieldText, party: (*partyOverrides).renameParty, says: saysName},
	SetPartyKind: {name: "type", subject: aboutParty, aspect: kindAspect,
		needs: fieldParty, takes: fieldPartyKind, party: (*partyOverrides).setPartyKind, says: saysPartyKind},
	SetRole: {name: "role", subject: aboutParty, aspect: roleAspect,
		needs: fieldParty, takes: fieldText, party: (*partyOverrides).setRole, says: saysText},
	AddAlias: {name: "alias", subject: aboutParty,
		needs: fieldParty | fieldText, party: (*partyOverrides).addAlias},
	MergeParties: {name: "merge", subject: aboutParty, aspect: mergerAspect,
		needs: fieldParty | fieldTarget, takes: fieldName | fieldPartyKind | fieldText, party: (*partyOverrides).mergeParties, says: saysName},
	SplitParty: {name: "unmerge", subject: aboutParty, aspect: mergerAspect,
		needs: fieldParty, party: (*partyOverrides).splitParty},

	Retract: {name: "retract",
		needs: fieldTarget},
	Confirm: {name: "confirm", subject: aboutText,
		needs: fieldAnchor | fieldTo | fieldTarget},

	SetCorpus: {name: "corpus-set", subject: aboutCorpus,
		needs: fieldName | fieldTarget, takes: fieldText, says: saysText},
	AddToCorpus:      {name: "corpus-add", subject: aboutCorpus, needs: fieldName},
	RemoveFromCorpus: {name: "corpus-remove", subject: aboutCorpus, needs: fieldName},
	AssignCorpus:     {name: "corpus-assign", subject: aboutCorpus, needs: fieldName | fieldTarget},
	UnassignCorpus:   {name: "corpus-unassign", subject: aboutCorpus, needs: fieldName | fieldTarget},
	Finish:           {name: "corpus-done", subject: aboutCorpus, needs: fieldName},
	Reopen:           {name: "corpus-reopen", subject: aboutCorpus, needs: fieldName},
}

// String is the deed's name in files.
func (d Deed) String() string { return deeds[d].name }

// ParseDeed is the inverse of [Deed.String].
func ParseDeed(name string) (Deed, bool) {
	for d, row := range deeds {
		if row.name == name {
			return Deed(d), true
		}
	}
	return 0, false
}

// shapes reports whether the deed says what a quotation is, or where it stands; the
// others on quotations are remarks.
func (r *deedRow) shapes() bool {
	onQuote := r.subject == aboutWords || r.subject == aboutQuote
	return onQuote && (r.aspect == speechAspect || r.aspect == noAspect)
}

// LibraryWide reports whether the deed belongs to no one article and holds in
// all of them.
func (d Deed) LibraryWide() bool { return deeds[d].subject == aboutParty }

// Says is what the decision says on what it is about, in a word of files or as
// the reader typed it: the speaker's name, a kind, a note; "" where the deed says
// it all.
func (a *Annotation) Says() string {
	if says := deeds[a.Deed].says; says != nil {
		return says(a)
	}
	return ""
}

func saysName(a *Annotation) string      { return a.Name }
func saysText(a *Annotation) string      { return a.Text }
func saysKind(a *Annotation) string      { return a.unknownWord("kind", a.Kind.String()) }
func saysPartyKind(a *Annotation) string { return a.unknownWord("type", a.PartyKind.String()) }
func saysCertainty(a *Annotation) string { return a.unknownWord("certainty", a.Certainty.String()) }

// OfArticle reports whether the deed is one on an article's words. The others
// are library-wide, or go with what they revoke.
func (d Deed) OfArticle() bool {
	s := deeds[d].subject
	return s != aboutLog && s != aboutParty && s != aboutCorpus
}

// OfCorpus reports whether the deed says who annotates what.
func (d Deed) OfCorpus() bool { return deeds[d].subject == aboutCorpus }
