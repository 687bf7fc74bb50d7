package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rawi/model"
)

func init() {
	deeds["nobody"], deeds["refused"], deeds["small disk"] = nobodyDeed, refusedDeed, smallDiskDeed
}

// run runs a deed to its end. A deed that this machine cannot do skips the test.
func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	if why, cannot := strings.CutPrefix(string(out), cannotPrefix); cannot || errors.Is(err, fs.ErrPermission) {
		t.Skipf("cannot be tried here: %v %s", err, why)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// cannotPrefix begins the error of a deed that this machine cannot do.
const cannotPrefix = "cannot be tried here: "

func TestReadOnlyPermissions(t *testing.T) {
	tests := []struct {
		name         string
		folder, file os.FileMode
		state        string
	}{
		{"folder", 0o555, 0o644, "closed"},
		{"file", 0o755, 0o444, "closed"},
		{"folder and file", 0o555, 0o444, "closed"},
		{"beside a writer", 0o555, 0o444, "open"},
		{"after a kill", 0o555, 0o444, "killed"},
		{"after a kill of an earlier rawi", 0o555, 0o444, "killed with a log"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, dir := library(t)
			if test.state == "killed with a log" {
				logAhead(t, l)
			}
			a := article(t, l, "نص")
			must(t, l.Append(on(a.ID, decision("1"))...))
			switch test.state {
			case "closed":
				must(t, l.Close())
			case "killed", "killed with a log": // the files as they are while the library is open
				killed := filepath.Join(t.TempDir(), "data")
				must(t, os.CopyFS(killed, os.DirFS(dir)))
				dir = killed
			}
			setModes(t, dir, test.folder, test.file)
			run(t, child(t, "nobody", dir, a.ID))
		})
	}
}

// TestLogWithoutIndex has decisions in the write-ahead log alone, and no way to
// read that: an error is right, an article without its decisions is not.
func TestLogWithoutIndex(t *testing.T) {
	l, dir := library(t)
	logAhead(t, l)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...))
	killed := filepath.Join(t.TempDir(), "data")
	must(t, os.CopyFS(killed, os.DirFS(dir)))
	must(t, os.Remove(filepath.Join(killed, FileName+"-shm")))
	setModes(t, killed, 0o555, 0o444)
	run(t, child(t, "refused", killed))
}

// logAhead makes the library write ahead, as an earlier rawi did.
func logAhead(t *testing.T, l *Library) {
	t.Helper()
	_, err := l.db.Exec("PRAGMA journal_mode = WAL")
	must(t, err)
}

func refusedDeed(args []string) error {
	if err := becomeNobody(); err != nil {
		return err
	}
	if _, err := Open(args[0]); !errors.Is(err, ErrUnopened) {
		return fmt.Errorf("got %v, want an error that says that it cannot be opened", err)
	}
	return nil
}

// setModes sets the modes of a folder below a test's own and of its files, and
// lets other users come to it.
func setModes(t *testing.T, dir string, folder, file os.FileMode) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	must(t, err)
	for _, f := range files {
		must(t, os.Chmod(f, file))
	}
	parent := filepath.Dir(dir)
	must(t, os.Chmod(filepath.Dir(parent), 0o755))
	must(t, os.Chmod(parent, 0o755))
	must(t, os.Chmod(dir, folder))
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
}

// nobodyDeed reads a library that it must not be able to write, as a user for
// whom permissions count.
func nobodyDeed(args []string) error {
	if err := becomeNobody(); err != nil {
		return err
	}
	l, err := Open(args[0])
	if err != nil {
		return err
	}
	defer l.Close()
	a, err := l.Article(args[1])
	if err != nil {
		return err
	}
	if as, err := l.Decisions(a.ID); len(as) != 1 || err != nil {
		return fmt.Errorf("decisions %v, %v", as, err)
	}
	if !fileOf(l).readOnly {
		return errors.New("does not say that it is read-only")
	}
	for name, err := range map[string]error{
		"Keep": l.Keep(a, 0), "Append": l.Append(on(a.ID, decision("2"))...), "SetPlace": l.SetPlace(a.ID, 1, 0),
	} {
		if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), fileOf(l).path) {
			return fmt.Errorf("%s: %v, want ErrReadOnly", name, err)
		}
	}
	return nil
}

// becomeNobody gives up root, for whom permissions do not count.
func becomeNobody() error {
	if os.Geteuid() != 0 {
		return nil
	}
	if err := syscall.Setuid(65534); err != nil {
		return fmt.Errorf("%s%w", cannotPrefix, err)
	}
	return nil
}

func TestFullDisk(t *testing.T) {
	cmd := child(t, "small disk", t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS} // its mounts are its own
	run(t, cmd)
}

// diskSize is the size of the small disk in bytes. Whoever fills it stops
// there, should it be another disk after all.
const diskSize = 512 << 10

// smallDiskDeed fills a file system of its own.
func smallDiskDeed(args []string) error {
	dir := args[0]
	if err := syscall.Mount("none", dir, "tmpfs", 0, fmt.Sprint("size=", diskSize)); err != nil {
		return fmt.Errorf("%s%w", cannotPrefix, err)
	}
	l, err := Open(dir)
	if err != nil {
		return err
	}
	a := model.NewArticle("نص", nil)
	if err := l.Keep(a, 0); err != nil {
		return err
	}
	saved := 0
	for err == nil && saved < diskSize/100 {
		if err = l.Append(on(a.ID, decision(fmt.Sprint(saved)))...); err == nil {
			saved++
		}
	}
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), fileOf(l).path) {
		return fmt.Errorf("after %d decisions: %v, want ErrFull", saved, err)
	}
	if err := fill(filepath.Join(dir, "filler")); err != nil {
		return err
	}
	if _, err := Open(filepath.Join(dir, "new")); !errors.Is(err, ErrFull) {
		return fmt.Errorf("a new library: %v, want ErrFull", err)
	}
	if err := l.Close(); err != nil {
		return err
	}
	again, err := Open(dir)
	if err != nil {
		return fmt.Errorf("opened again: %w", err)
	}
	defer again.Close()
	as, err := again.Decisions(a.ID)
	if err != nil || len(as) != saved {
		return fmt.Errorf("%d decisions saved, %d read, %w", saved, len(as), err)
	}
	return nil
}

// fill takes what room is left on the small disk.
func fill(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for written := 0; err == nil && written <= diskSize; written += 512 {
		_, err = f.Write(make([]byte, 512))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("the disk is not full: %v", err)
	}
	return nil
}
