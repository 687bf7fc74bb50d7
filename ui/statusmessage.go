package ui

import (
	"rawi/ui/keep"
	"rawi/ui/l10n"
)

// statusMessage is the answer to the last key, or a warning.
type statusMessage struct {
	text    string
	warning bool
	saving  bool   // it says how saving goes
	claim   string // to be said when all is saved
}

// warn replaces the message by a warning.
func (m *statusMessage) warn(text string) { *m = statusMessage{text: text, warning: true} }

// warnToo adds a warning to the one that is shown, if any.
func (m *statusMessage) warnToo(text string) {
	if m.warning {
		text = m.text + " · " + text
	}
	m.warn(text)
}

// showNews says what happened to the library, if anything did.
func (m *statusMessage) showNews(news string) {
	if news != "" {
		m.warn(news)
	}
}

// showUnsaved says why nothing was saved, or what quitting would leave behind.
func (m *statusMessage) showUnsaved(k *keep.Keeper, l l10n.Language) {
	text := l.Say(l10n.NotSaved, k.Failed())
	if k.Leaving() {
		text = l.Say(l10n.UnsavedQuit, len(k.Unsaved()))
	}
	*m = statusMessage{text: text, warning: true, saving: true, claim: m.claim}
}

// showSaved says what the last decision did, now that this is true, or that saving
// works again. The answer to a later key stays.
func (m *statusMessage) showSaved(hadFailed bool, l l10n.Language) {
	switch now := *m; {
	case now.claim != "":
		*m = statusMessage{text: now.claim}
	case hadFailed && (now.saving || now.text == ""):
		*m = statusMessage{text: l.Say(l10n.SavedAtLast)}
	case now.saving:
		*m = statusMessage{}
	}
}

// showQuitting says what quitting waits for.
func (m *statusMessage) showQuitting(k *keep.Keeper, l l10n.Language) {
	if k.Failed() != nil {
		m.showUnsaved(k, l)
		return
	}
	*m = statusMessage{text: l.Say(l10n.SavingQuit, len(k.Unsaved())), saving: true}
}
