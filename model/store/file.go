package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// inPlace is nil while the library's path still names the file that was opened,
// else an error that is [ErrReplaced]. A file that was cut until it can be no
// database any more counts as another one.
func (e *sqliteEngine) inPlace() error {
	now, err := os.Stat(e.path)
	what := "another file stands there"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what = "nothing stands there"
	case err != nil:
		what = err.Error()
	case os.SameFile(now, e.file) && now.Size() >= smallestPage:
		return nil
	case os.SameFile(now, e.file):
		what = fmt.Sprintf("it was cut to %d bytes", now.Size())
	}
	return fmt.Errorf("the library %s %w; %s (%s)", e.path, ErrReplaced, openAgain, what)
}

// refuseOrphan is an error that is [ErrOrphaned] where the library is missing or
// empty beside a log of its changes. SQLite would begin a new one and delete the
// log, which may hold decisions that are nowhere else.
func refuseOrphan(path string) error {
	path = target(path) // beside which SQLite looks for the log
	info, err := os.Stat(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() > 0 {
		return nil
	}
	for _, log := range []string{path + "-wal", path + "-journal"} {
		if hasContent(log) && !ofNewFile(log) {
			return fmt.Errorf("the library %s %w: %s; put the library back beside it, or move the log away to begin a new library",
				path, ErrOrphaned, log)
		}
	}
	return nil
}

// target is where a link leads, also if nothing is there.
func target(path string) string {
	if whole, err := filepath.EvalSymlinks(path); err == nil {
		return whole
	}
	link, err := os.Readlink(path)
	switch {
	case err != nil:
		return path
	case filepath.IsAbs(link):
		return link
	}
	return filepath.Join(filepath.Dir(path), link)
}

func hasContent(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// ofNewFile reports whether a log is the rollback journal of a file that was empty
// before, as a program leaves it that was killed while it made a new library: such
// a journal holds no page. See https://sqlite.org/fileformat2.html#the_rollback_journal.
func ofNewFile(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var header [28]byte
	if _, err := io.ReadFull(f, header[:]); err != nil {
		return false
	}
	magic := string(header[:8])
	pages := binary.BigEndian.Uint32(header[16:]) // of the file before the transaction
	return (magic == "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" || magic == "\x00\x00\x00\x00\x00\x00\x00\x00") && pages == 0
}
