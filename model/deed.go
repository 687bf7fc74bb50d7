package model

// Deed is what a decision does.
type Deed uint8

const (
	Assign  Deed = iota // these words were said by this party
	SetKind             // these words are of this kind
	Revoke              // undo: takes back a decision or a group; or redo: takes back an undo

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

	RenameParty  // the party is called so
	SetPartyKind // the party is of this kind
	SetRole      // the party's role
	AddAlias     // the party is also called so
	MergeParties // the party is the same as another
	SplitParty   // it is not

	Retract // takes back a decision out of its turn, as a decision of its own
	Confirm // the words of another text are these

	DeedCount = iota
)

// subject is what a deed is about.
type subject uint8

const (
	aboutLog     subject = iota // other decisions
	aboutText                   // the text itself
	aboutParty                  // a party, in every article
	aboutWords                  // the words at the anchor, which become a quotation
	aboutQuote                  // the quotation at the anchor
	aboutMention                // the mention at the anchor
)

// aspect is what of its subject a deed decides. Of two decisions on one
// aspect the later holds, but the reader's own before another's.
type aspect uint8

const (
	noAspect        aspect = iota
	speechAspect           // who said it, and whether it was said
	noteAspect             // of a quotation
	certaintyAspect        // of a quotation
	addresseeAspect        // of a quotation
	nameAspect             // of a party
	kindAspect             // of a party
)

// rule is all there is to know of a deed.
type rule struct {
	name    string // in files
	subject subject
	aspect  aspect

	// do carries it out, on a quotation by its place in the derivation. The
	// log alone reads a deed without it.
	do func(*derivation, *Annotation, int)
	// undone tells later decisions of the spans that a decision made which was
	// taken back, nil when it made none.
	undone func(*derivation, *Annotation)
	// says is the decision's word on its aspect, nil when the deed says it all.
	says func(*Annotation) string
}

var deeds = [DeedCount]rule{
	Assign:  {"assign", aboutQuote, speechAspect, (*derivation).assign, nil, saysName},
	SetKind: {"kind", aboutQuote, speechAspect, (*derivation).setKind, nil, saysKind},
	Revoke:  {name: "revoke"},

	MakeQuote:    {"quote", aboutWords, noAspect, (*derivation).makeQuote, (*derivation).unmakeQuote, nil},
	MoveQuote:    {"move", aboutQuote, noAspect, (*derivation).moveQuote, (*derivation).unmoveQuote, nil},
	SplitQuote:   {"split", aboutQuote, noAspect, (*derivation).splitQuote, (*derivation).unsplitQuote, nil},
	JoinQuotes:   {"join", aboutQuote, noAspect, (*derivation).joinQuotes, (*derivation).unjoinQuotes, nil},
	DropQuote:    {"drop", aboutQuote, speechAspect, (*derivation).dropQuote, nil, nil},
	SetNote:      {"note", aboutQuote, noteAspect, (*derivation).setNote, nil, saysText},
	SetCertainty: {"certainty", aboutQuote, certaintyAspect, (*derivation).setCertainty, nil, saysCertainty},
	SetAddressee: {"addressee", aboutQuote, addresseeAspect, (*derivation).setAddressee, nil, saysName},

	MakeMention: {"mention", aboutMention, noAspect, (*derivation).makeMention, nil, nil},
	MoveMention: {"move-mention", aboutMention, noAspect, (*derivation).moveMention, nil, nil},
	DropMention: {"drop-mention", aboutMention, noAspect, (*derivation).dropMention, nil, nil},

	RenameParty:  {"rename", aboutParty, nameAspect, (*derivation).renameParty, nil, saysName},
	SetPartyKind: {"type", aboutParty, kindAspect, (*derivation).setPartyKind, nil, saysPartyKind},
	SetRole:      {"role", aboutParty, noAspect, (*derivation).setRole, nil, nil},
	AddAlias:     {"alias", aboutParty, noAspect, (*derivation).addAlias, nil, nil},
	MergeParties: {"merge", aboutParty, noAspect, (*derivation).mergeParties, nil, nil},
	SplitParty:   {"unmerge", aboutParty, noAspect, (*derivation).splitParty, nil, nil},

	Retract: {name: "retract"},
	Confirm: {"confirm", aboutText, noAspect, (*derivation).confirm, nil, nil},
}

// String is the deed's name in files.
func (d Deed) String() string { return deeds[d].name }

// ParseDeed is the inverse of [Deed.String].
func ParseDeed(name string) (Deed, bool) {
	for d, rule := range deeds {
		if rule.name == name {
			return Deed(d), true
		}
	}
	return 0, false
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
func saysKind(a *Annotation) string      { return a.Kind.String() }
func saysPartyKind(a *Annotation) string { return a.PartyKind.String() }
func saysCertainty(a *Annotation) string { return a.Certainty.String() }

// OfArticle reports whether the deed is one on an article's words. The others
// are library-wide, or go with what they take back.
func (d Deed) OfArticle() bool {
	s := deeds[d].subject
	return s != aboutLog && s != aboutParty
}
