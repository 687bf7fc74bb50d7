package ui

import (
	"rawi/model"
	"rawi/ui/room"
	"rawi/ui/take"
)

// What a [tea.Cmd] reports back to Update when it has ended.
type (
	detectedMsg struct {
		article  *model.Article
		findings model.Findings
		history  []model.Annotation
		news     string
		err      error
	}
	peopleMsg struct {
		article *model.Article
		people  []model.Party
		err     error
	}
	reloadedMsg struct {
		article *model.Article
		history []model.Annotation
		news    string
		err     error
	}
	savedMsg struct {
		notice string
		err    error
	}
	browsedMsg struct {
		address string
		err     error
	}
	editsMsg struct {
		article *model.Article
		edits   []model.Edit
	}
	laterMsg  struct{ notice string }
	copiedMsg struct {
		what, file string
		way        take.Way
		err        error
	}
	retryMsg struct{}
	placeMsg struct{}
)

// SuspendMsg does the same as the key for suspending.
type SuspendMsg struct{}

// Messages about the terminal.
type (
	silenceMsg        struct{}                // an answer would have come by now
	choiceNotSavedMsg struct{ err error }     // a choice could not be kept
	clientMsg         struct{ client string } // tmux answered, or "" could not
	tmuxDueMsg        struct{}                // tmux was asked a while ago
	offerDoctorMsg    struct{}                // that the doctor is offered was remembered
)

// fetchedMsg is that what a room asked for is there.
type fetchedMsg struct {
	scene *room.Scene // of the article that was shown then
	then  func() room.Effect
}
