package store

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/jackc/pgx/v5"

	"rawi/model"
)

// How a window hears that others decided.

// Await waits until the library may hold decisions on the article that the window does not know,
// and returns nil then. The error is [errors.ErrUnsupported] at once for a library that tells
// nobody, which is one in a folder, and [context.Canceled] when the session is closed. While
// its server cannot be reached it waits on. One call runs at a time.
func (s *Session) Await() error {
	for {
		if err := s.source.await(s.ending); err != nil {
			return err
		}
		if others, _ := s.othersDecided(); others { // what cannot be read now is told again
			return nil
		}
	}
}

// othersDecided reports whether there are decisions that the window does not know.
func (s *Session) othersDecided() (others bool, err error) {
	err = s.read(func(l *Library) error {
		added, last, err := l.Since(s.article.ID, s.heard)
		if err != nil {
			return err
		}
		s.heard = last
		for _, a := range added {
			others = others || !s.known.Holds(a.ID)
		}
		return nil
	})
	return others, err
}

// Since is the decisions that concern an article, as [Library.Decisions] has them, and were
// appended after the one with a number, 0 for all; last is the number of the last in the library.
// Numbers have the order of commits: what is appended later never gets a lower one.
func (l *Library) Since(articleID string, after int64) (added []model.Annotation, last int64, err error) {
	err = l.view(func(p *prepared) (err error) {
		if last, err = valueIn[int64](p.tx, "SELECT coalesce(max(seq), 0) FROM event"); err != nil || last == after {
			return err
		}
		return each(p, "WHERE seq > ?2 AND article IN ("+related+") ORDER BY seq", func(e event) error {
			if e.fault != "" {
				return l.corrupt("%s", e.fault)
			}
			added = append(added, e.Annotation)
			return nil
		}, articleID, after)
	})
	return added, last, err
}

// A folder tells nobody.
func (f *folder) await(context.Context) error { return errors.ErrUnsupported }

// checkTime is after how long a server that says nothing is asked whether it is still there.
const checkTime = 15 * time.Second

// await waits until somebody has decided something in the library. It returns at once when
// it has begun to listen, for what was missed before.
func (s *server) await(ctx context.Context) error {
	for {
		began, err := s.listen(ctx)
		if began {
			return nil
		}
		if err == nil {
			err = s.hear(ctx)
		}
		if err == nil {
			return nil
		}
		s.stopListening()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(redialTime):
		}
	}
}

// listen connects unless that is done.
func (s *server) listen(ctx context.Context) (began bool, err error) {
	if s.listener != nil {
		return false, nil
	}
	a, err := parseAddress(s.address) // a configuration of its own
	if err != nil {
		return false, err
	}
	a.config.DialFunc = (&net.Dialer{KeepAlive: checkTime}).DialContext // it may be silent for hours
	conn, err := pgx.ConnectConfig(ctx, a.config)
	if err != nil {
		return false, err
	}
	s.listener = conn
	if _, err := conn.PgConn().Exec(ctx, a.settings()).ReadAll(); err != nil {
		return false, err
	}
	var channel string
	if err := conn.QueryRow(ctx, "SELECT 'rawi_' || 'event'::regclass::oid").Scan(&channel); err != nil {
		return false, err
	}
	_, err = conn.Exec(ctx, "LISTEN "+pgx.Identifier{channel}.Sanitize())
	return err == nil, err
}

// hear waits for a message. One that is late may be lost with the network: then the server
// does not answer.
func (s *server) hear(ctx context.Context) error {
	for {
		patience, cancel := context.WithTimeout(ctx, checkTime)
		_, err := s.listener.WaitForNotification(patience)
		cancel()
		if err == nil {
			return nil
		}
		if ctx.Err() != nil || s.listener.IsClosed() || !errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("no longer listening: %w", err)
		}
		asked, cancel := context.WithTimeout(ctx, answerTime)
		err = s.listener.Ping(asked)
		cancel()
		if err != nil {
			return err
		}
	}
}

func (s *server) stopListening() {
	if s.listener == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = s.listener.Close(ctx)
	s.listener = nil
}
