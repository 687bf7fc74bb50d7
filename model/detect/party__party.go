package detect

import "rawi/model"

// cast is the parties of an article and which mention is whose.
type cast struct {
	*namedPage
	parties []party
	of      []int               // mention -> party, -1 for none
	forms   []model.MentionForm // of the mentions, now that it is known whom they mean
}

// party is a party in the making.
type party struct {
	kind     model.PartyKind
	words    []string // of the fullest name
	state    string   // key of the state that this place is, or ""
	mentions []int
}

// maxCompared is how many earlier parties a name or role is compared with; it keeps
// hostile texts linear.
const maxCompared = 32
