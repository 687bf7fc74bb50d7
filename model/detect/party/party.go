// Package party finds which mentions mean one party, and what each party is.
//
// Both are scored choices, learned from annotated articles ([Models]). A mention
// chooses among the parties that share a word with it or were mentioned shortly
// before, and a new one: names first, the fullest before the short ones, then
// descriptions in text order. Few things are certain and no matter of score: names
// in brackets mean the name before them, two full names are two persons, and a
// description is not of another kind or country than its party. Without models,
// rules link in the same order.
package party

import "rawi/model"

// Parties are the parties of an article, and which mention is whose.
type Parties struct {
	list  []Party
	of    []int               // mention -> party, -1 for none
	forms []model.MentionForm // of the mentions, now that it is known whom they mean
}

// Len is how many parties there are.
func (ps *Parties) Len() int { return len(ps.list) }

// Party is the one with index p, from 0 to [Parties.Len] - 1.
func (ps *Parties) Party(p int) *Party { return &ps.list[p] }

// Of is the party that a mention names; -1 for none.
func (ps *Parties) Of(mention int) int { return ps.of[mention] }

// Form is how a mention names its party: a description may be found to stand
// for what was named before.
func (ps *Parties) Form(mention int) model.MentionForm { return ps.forms[mention] }

// Party is a party in the making.
type Party struct {
	Kind     model.PartyKind
	Words    []string // of the fullest name, folded
	State    string   // key of the state that this place is, or ""
	Mentions []int    // none where another party has taken them over
}

// maxCompared is how many earlier parties a name or description is compared
// with; it keeps hostile texts linear.
const maxCompared = 32
