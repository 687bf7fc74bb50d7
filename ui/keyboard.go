package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
)

// action is something that a key does.
type action uint8

const (
	noAction action = iota
	nextQuote
	previousQuote
	forward
	backward
	down
	up
	screenDown
	screenUp
	top
	bottom
	nextPane
	previousPane
	nameSpeaker
	accept
	notSpeech
	undo
	redo
	marks
	fold
	reload
	help
	suspend
	quit
	actionCount
)

// keyboard is every key there is. The Latin letter and the letter that the
// Arabic 101 layout puts on the same physical key stand side by side: the
// reader need not switch layouts. Left is forward, as Arabic runs. B is not
// used: under the Arabic layout it sends two letters.
var keyboard = []struct {
	action action
	keys   []string
	help   l10n.Word
}{
	{nextQuote, []string{"j", "ت"}, l10n.NextQuote},
	{previousQuote, []string{"k", "ن"}, l10n.PreviousQuote},
	{nameSpeaker, []string{"s", "س", "enter"}, l10n.NameSpeaker},
	{accept, []string{"a", "ش"}, l10n.Accept},
	{notSpeech, []string{"x", "ء"}, l10n.NotSpeech},
	{undo, []string{"u", "ع"}, l10n.Undo},
	{redo, []string{"r", "ق"}, l10n.Redo},
	{forward, []string{"left", "n", "ى"}, l10n.Forward},
	{backward, []string{"right", "p", "ح"}, l10n.Backward},
	{down, []string{"down"}, l10n.Down},
	{up, []string{"up"}, l10n.Up},
	{screenDown, []string{"space", "f", "ب", "pgdown"}, l10n.ScreenDown},
	{screenUp, []string{"w", "ص", "pgup"}, l10n.ScreenUp},
	{top, []string{"g", "ل", "home"}, l10n.Top},
	{bottom, []string{"e", "ث", "end", "G"}, l10n.Bottom},
	{nextPane, []string{"tab"}, l10n.NextPane},
	{previousPane, []string{"shift+tab"}, l10n.PreviousPane},
	{marks, []string{"m", "ة"}, l10n.Marks},
	{fold, []string{"z", "ئ"}, l10n.Fold},
	{reload, []string{"l", "م", "f5"}, l10n.Reload},
	{help, []string{"?", "؟", "f1"}, l10n.ShowHelp},
	{quit, []string{"q", "ض", "ctrl+c"}, l10n.Quit},
	{suspend, []string{"ctrl+z"}, l10n.Suspend},
}

// bindings is the keyboard by key.
var bindings = func() map[string]action {
	m := make(map[string]action)
	for _, k := range keyboard {
		for _, key := range k.keys {
			m[key] = k.action
		}
	}
	return m
}()

// actionOf is what a key does: by the character that it gave, or else by the
// physical key where the terminal reports that (the Kitty keyboard protocol).
func actionOf(k tea.Key) action {
	if a, ok := bindings[k.String()]; ok {
		return a
	}
	return bindings[k.Keystroke()]
}
