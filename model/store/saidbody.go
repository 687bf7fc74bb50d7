package store

import (
	"fmt"
	"time"

	"rawi/model"
)

// states are the names of states in the file.
var states = [model.DecisionStateCount]string{model.StateDecided: "decided", model.StateGuessed: "guessed", model.StateUnknown: "unknown"}

// saidBody is what of a model.Said has no column of its own. A member that is missing is
// zero; one of a later rawi needs no migration, only another basis.
type saidBody struct {
	Marked     bool     `json:"marked,omitempty"`
	Cue        [2]int   `json:"cue,omitzero"`
	Mention    [2]int   `json:"mention,omitzero"`
	Rule       string   `json:"rule,omitempty"`
	Words      [2]int   `json:"words,omitzero"`
	Clues      []string `json:"clues,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`

	Name    string   `json:"name,omitempty"`
	Type    string   `json:"type,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Roles   []string `json:"roles,omitempty"`

	Decision  string    `json:"decision,omitempty"`
	Displaced bool      `json:"displaced,omitempty"`
	Author    string    `json:"author,omitempty"`
	Time      time.Time `json:"time,omitzero"`
	Note      string    `json:"note,omitempty"`
	Certainty string    `json:"certainty,omitempty"`
	To        string    `json:"to,omitempty"`
}

func pair(s model.Span) [2]int { return [2]int{s.Start, s.End} }

func bodyOf(s *model.Said) saidBody {
	b := saidBody{Marked: s.Marked, Cue: pair(s.Cue), Mention: pair(s.Mention), Words: pair(s.Reason.Words), Confidence: s.Confidence,
		Name: s.Party.Name, Aliases: s.Party.Aliases, Roles: s.Party.Roles,
		Decision: s.Decision, Displaced: s.Displaced, Author: s.Author, Time: s.Time, Note: s.Note, Certainty: s.Certainty.String(), To: s.To}
	if s.Speaker != "" {
		b.Type = s.Party.Kind.String()
	}
	if s.Reason.Rule != model.NoRule {
		b.Rule = s.Reason.Rule.String()
	}
	for _, c := range s.Reason.Clues {
		if c != model.NoClue {
			b.Clues = append(b.Clues, c.String())
		}
	}
	return b
}

// restore gives a quotation what a body says.
func (b *saidBody) restore(s *model.Said) error {
	s.Marked, s.Cue, s.Mention, s.Confidence = b.Marked, bytesAt(b.Cue), bytesAt(b.Mention), b.Confidence
	s.Reason.Words = bytesAt(b.Words)
	s.Party = model.Party{ID: s.Speaker, Name: b.Name, Aliases: b.Aliases, Roles: b.Roles}
	s.Decision, s.Displaced, s.Author, s.Time, s.Note, s.To = b.Decision, b.Displaced, b.Author, b.Time, b.Note, b.To
	known := true
	parsed := func(ok bool) { known = known && ok }
	var ok bool
	if b.Rule != "" {
		s.Reason.Rule, ok = model.ParseRule(b.Rule)
		parsed(ok)
	}
	if b.Type != "" {
		s.Party.Kind, ok = model.ParsePartyKind(b.Type)
		parsed(ok)
	}
	s.Certainty, ok = model.ParseCertainty(b.Certainty)
	parsed(ok && len(b.Clues) <= len(s.Reason.Clues))
	for i := 0; known && i < len(b.Clues); i++ {
		s.Reason.Clues[i], ok = model.ParseClue(b.Clues[i])
		parsed(ok)
	}
	if !known {
		return fmt.Errorf("a name that is none: %q, %q, %q, %q", b.Rule, b.Type, b.Certainty, b.Clues)
	}
	return nil
}

func bytesAt(p [2]int) model.Span { return model.Span{Start: p[0], End: p[1]} }
