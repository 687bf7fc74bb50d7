// Package keep brings decisions to disk. It knows which are not there yet, what
// to write next, when to try again, and when the program may end.
//
// It does no I/O and has no clock: each method of a [Keeper] returns the [Effect]
// that its caller must take, and the outcome comes back through another method.
// One write is under way at a time, and decisions are written in their order.
package keep

import (
	"slices"
	"time"

	"rawi/model"
)

// RetryDelay is how long to wait before writing again what could not be
// written.
const RetryDelay = 3 * time.Second

// Keeper holds the decisions that are not on disk yet. The zero value has none.
type Keeper struct {
	unsaved  []model.Annotation // oldest first
	writing  int                // how many of them are being written
	retrying bool               // a retry is due
	failed   error              // of the last write
	leaving  bool               // the reader wants to quit
}

// Effect is what must happen next; the zero Effect is nothing.
type Effect struct {
	Save  []model.Annotation // write these, then call [Keeper.Saved]
	Retry time.Duration      // after this time call [Keeper.Retry]
	Quit  bool               // end the program
}

// Unsaved is the decisions that are not on disk, oldest first. The slice is the
// keeper's own.
func (k *Keeper) Unsaved() []model.Annotation { return k.unsaved }

// Failed is why the last write failed, nil if it did not.
func (k *Keeper) Failed() error { return k.failed }

// Leaving reports whether the reader wants to quit as soon as all is on disk.
func (k *Keeper) Leaving() bool { return k.leaving }

// Add takes decisions to be written.
func (k *Keeper) Add(as ...model.Annotation) Effect {
	k.unsaved = append(k.unsaved, as...)
	return k.write()
}

// Saved handles the outcome of a write: a failed one is retried later, what came in
// the meantime is written now, and a waiting quit is carried out.
func (k *Keeper) Saved(err error) Effect {
	written := k.writing
	k.writing, k.failed = 0, err
	if err != nil {
		return k.retryLater()
	}
	k.unsaved = slices.Delete(k.unsaved, 0, written)
	if len(k.unsaved) == 0 {
		return Effect{Quit: k.leaving}
	}
	return k.write()
}

// Retry writes again, when the time of a retry has come.
func (k *Keeper) Retry() Effect {
	k.retrying = false
	return k.write()
}

// Quit ends the program when all is on disk, or at the second call in a row
// though it is not: the caller must look at [Keeper.Unsaved] then.
func (k *Keeper) Quit() Effect {
	if len(k.unsaved) == 0 || k.leaving {
		return Effect{Quit: true}
	}
	k.leaving = true
	return k.write()
}

// Stay cancels [Keeper.Quit]: the reader went on with something else.
func (k *Keeper) Stay() { k.leaving = false }

func (k *Keeper) write() Effect {
	if k.writing > 0 || len(k.unsaved) == 0 {
		return Effect{}
	}
	k.writing = len(k.unsaved)
	return Effect{Save: slices.Clone(k.unsaved)}
}

func (k *Keeper) retryLater() Effect {
	if k.retrying {
		return Effect{}
	}
	k.retrying = true
	return Effect{Retry: RetryDelay}
}
