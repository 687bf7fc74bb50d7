package ui

import (
	"rawi/ui/keep"
	"rawi/ui/l10n"
)

// message is the answer to the last key, or a warning.
type message struct {
	text    string
	warning bool
	saving  bool   // it says how saving goes
	claim   string // to be said when all is saved
}

// warn warns, in the place of what stood there.
func (m *message) warn(text string) { *m = message{text: text, warning: true} }

// warnToo warns of what nobody asked for: beside a warning that stands.
func (m *message) warnToo(text string) {
	if m.warning {
		text = m.text + " · " + text
	}
	m.warn(text)
}

// report says what happened to the library, if anything did.
func (m *message) report(news string) {
	if news != "" {
		m.warn(news)
	}
}

// unsaved says why nothing was saved, or what quitting would leave behind.
func (m *message) unsaved(k *keep.Keeper, l l10n.Language) {
	text := l.Say(l10n.NotSaved, k.Failed())
	if k.Leaving() {
		text = l.Say(l10n.UnsavedQuit, len(k.Unsaved()))
	}
	*m = message{text: text, warning: true, saving: true, claim: m.claim}
}

// allSaved says what the last decision did, now that this is true, or that saving
// works again. The answer to a later key stays.
func (m *message) allSaved(hadFailed bool, l l10n.Language) {
	switch now := *m; {
	case now.claim != "":
		*m = message{text: now.claim}
	case hadFailed && (now.saving || now.text == ""):
		*m = message{text: l.Say(l10n.SavedAtLast)}
	case now.saving:
		*m = message{}
	}
}

// leaving says what quitting waits for.
func (m *message) leaving(k *keep.Keeper, l l10n.Language) {
	if k.Failed() != nil {
		m.unsaved(k, l)
		return
	}
	*m = message{text: l.Say(l10n.SavingQuit, len(k.Unsaved())), saving: true}
}
