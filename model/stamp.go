package model

import (
	"crypto/rand"
	"time"
)

// Option changes how a [Reading] stamps the decisions that are made in it.
type Option func(*stamp)

// WithClock lets decisions take their times from now instead of [time.Now]. They
// are still later than all decisions in the log.
func WithClock(now func() time.Time) Option { return func(s *stamp) { s.now = now } }

// WithIDs lets decisions and groups take their IDs from newID instead of
// [rand.Text]. They must be unique among all readers.
func WithIDs(newID func() string) Option { return func(s *stamp) { s.newID = newID } }

// stamp is where the times and IDs of decisions come from.
type stamp struct {
	now   func() time.Time
	newID func() string
}

func newStamp(options []Option) stamp {
	s := stamp{time.Now, rand.Text}
	for _, set := range options {
		set(&s)
	}
	return s
}
