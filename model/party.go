package model

import "rawi/model/arabic"

// PartyID is the stable key of a party: see [PartyIDOf]. Parties of one key in
// several articles are the same party.
type PartyID string

// PartyIDOf is the ID of the party that has a name: spellings of one [arabic.Key]
// are one party. It is "" for a name without letters or digits.
func PartyIDOf(name string) PartyID { return PartyID(arabic.Key(name)) }

// PartyKind says what a party is.
type PartyKind uint8

const (
	Person       PartyKind = iota
	Organisation           // also courts, media, armed groups, clubs
	Place                  // a state or any named place
	RoleOnly               // known only by a description: «المندوب التركي»
)

var partyKinds = [...]string{"PER", "ORG", "GPE", "ROLE"}

// String is the kind's name in the exchange formats.
func (k PartyKind) String() string { return partyKinds[k] }

// ParsePartyKind is the inverse of [PartyKind.String].
func ParsePartyKind(name string) (PartyKind, bool) {
	return parse[PartyKind](partyKinds[:], name)
}

// MentionForm says in which form a text names a party.
type MentionForm uint8

const (
	NameForm   MentionForm = iota // a proper name or acronym
	RoleForm                      // a description that stands alone: «المندوب الفرنسي»
	Apposition                    // a role directly beside the name
	Nominal                       // a bare noun: «الوزير»
)

var mentionForms = [...]string{"name", "role", "apposition", "nominal"}

// String is the form's name in the exchange formats.
func (f MentionForm) String() string { return mentionForms[f] }

// ParseMentionForm is the inverse of [MentionForm.String].
func ParseMentionForm(name string) (MentionForm, bool) {
	return parse[MentionForm](mentionForms[:], name)
}

// Mention is one place where a party is named. Its span leaves out the
// proclitics و ف ب ل ك.
type Mention struct {
	Span
	Form MentionForm
}

// Party is a person, a body, a place, or somebody known only by a role.
type Party struct {
	ID       PartyID
	Name     string // canonical: the fullest spelling found
	Kind     PartyKind
	Aliases  []string  // other spellings, without Name
	Roles    []string  // «المبعوث الخاص للرئيس الروسي»
	Mentions []Mention // in text order
}
