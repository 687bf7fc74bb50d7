package ui

import (
	"context"
	"sync/atomic"
	"time"

	"rawi/model"
	"rawi/ui/l10n"
)

// loading is an article on its way to the screen.
type loading struct {
	name            string
	at              model.Span // to be shown of it, empty for where it was left
	search          string     // to be looked for in it
	steady          bool       // it is gone back to: no jump
	stop            context.CancelFunc
	received, total atomic.Int64 // bytes; the total is 0 or less where it is not known
	session         *Session     // it is here, and waits until all decisions are saved; nil before
}

// loadingDelay is how often the status line looks how much has come.
const loadingDelay = 100 * time.Millisecond

// What opening reports back.
type (
	openedMsg struct {
		*loading
		session Session
		err     error
	}
	loadingMsg struct{ *loading }
)

// status says what is being loaded and how much has come.
func (l *loading) status(language l10n.Language) string {
	const kilobyte = 1000
	size := func(n int64) string { return language.Count(int((n+kilobyte-1)/kilobyte), l10n.Kilobytes) }
	if total := l.total.Load(); total > 0 {
		return language.Say(l10n.LoadingOf, size(l.received.Load()), size(total), l.name)
	}
	return language.Say(l10n.Loading, size(l.received.Load()), l.name)
}
