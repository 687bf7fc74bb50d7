package store

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"rawi/model"
)

var killRounds = flag.Int("kill-rounds", 30, "how often TestKillLosesNothing kills its child")

// TestMain is also the program of the child processes: with childEnv set, the
// test binary does one of the deeds instead of the tests.
func TestMain(m *testing.M) {
	flag.Parse()
	if name := os.Getenv(childEnv); name != "" {
		if err := deeds[name](flag.Args()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const childEnv = "RAWI_STORE_TEST_DEED"

var deeds = map[string]func(args []string) error{
	"append": appendDeed, "open": openDeed, "nobody": nobodyDeed, "small disk": smallDiskDeed,
}

// child is a real second process that does a deed.
func child(t *testing.T, deed string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), childEnv+"="+deed)
	return cmd
}

// run runs a deed to its end. A deed that this machine cannot do skips the test.
func run(t *testing.T, deed string, args ...string) {
	t.Helper()
	out, err := child(t, deed, args...).CombinedOutput()
	if why, cannot := strings.CutPrefix(string(out), cannotPrefix); cannot {
		t.Skip(why)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// cannotPrefix begins the error of a deed that this machine cannot do.
const cannotPrefix = "cannot be tried here: "

// appendDeed appends decisions without end (or as many as the third argument
// says) and prints the ID of each when Append has returned.
func appendDeed(args []string) error {
	dir, articleID, prefix := args[0], args[1], args[2]
	n := -1
	if len(args) > 3 {
		fmt.Sscan(args[3], &n)
	}
	l, err := Open(dir)
	if err != nil {
		return err
	}
	for i := 0; i != n; i++ {
		id := fmt.Sprint(prefix, i)
		if err := l.Append(articleID, decision(id)); err != nil {
			return err
		}
		fmt.Println(id) // not buffered
	}
	return l.Close()
}

func openDeed(args []string) error {
	l, err := Open(args[0])
	if err != nil {
		return err
	}
	return l.Close()
}

func TestProcessesAppendTogether(t *testing.T) {
	const each = 50
	l, dir := library(t)
	a := article(t, l, "نص")
	var all sync.WaitGroup
	for _, prefix := range []string{"a", "b", "c"} {
		all.Go(func() {
			if out, err := child(t, "append", dir, a.ID, prefix, fmt.Sprint(each)).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	for i := range each {
		must(t, l.Append(a.ID, decision(fmt.Sprint("here", i))))
	}
	all.Wait()

	got := ids(t, l, a.ID)
	next := map[string]int{}
	for _, id := range strings.Fields(got) {
		prefix := strings.TrimRight(id, "0123456789")
		if id != fmt.Sprint(prefix, next[prefix]) {
			t.Fatalf("%s where %s%d was appended", id, prefix, next[prefix])
		}
		next[prefix]++
	}
	for _, prefix := range []string{"a", "b", "c", "here"} {
		if next[prefix] != each {
			t.Errorf("%d decisions of %s, want %d", next[prefix], prefix, each)
		}
	}
	if other := ids(t, reopen(t, dir), a.ID); other != got {
		t.Errorf("two readers see different orders:\n%s\n%s", got, other)
	}
}

func TestProcessesMakeOneLibrary(t *testing.T) {
	for range 5 {
		dir := t.TempDir()
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if out, err := child(t, "open", dir).CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			})
		}
		all.Wait()
		article(t, reopen(t, dir), "نص")
	}
}

func TestKillLosesNothing(t *testing.T) {
	l, dir := library(t)
	a := article(t, l, "نص")
	must(t, l.Close()) // the killed process must be the last one that has the file open
	var saved []string
	for round := range *killRounds {
		saved = append(saved, killWhileAppending(t, dir, a.ID, fmt.Sprintf("r%d-", round))...)
		l, err := Open(dir)
		must(t, err)
		stored := make(map[string]bool)
		for _, id := range strings.Fields(ids(t, l, a.ID)) {
			stored[id] = true
		}
		for _, id := range saved {
			if !stored[id] {
				t.Fatalf("round %d: %s was saved and is lost", round, id)
			}
		}
		checkIntegrity(t, l)
		must(t, l.Close())
	}
	t.Logf("%d decisions saved in %d rounds, none lost", len(saved), *killRounds)
}

// killWhileAppending kills an appending process after a random number of
// decisions, and is the IDs of those that it reported as saved.
func killWhileAppending(t *testing.T, dir, articleID, prefix string) (saved []string) {
	t.Helper()
	cmd := child(t, "append", dir, articleID, prefix)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	killAfter := rand.IntN(20)
	lines := bufio.NewScanner(out)
	for {
		if len(saved) == killAfter {
			must(t, cmd.Process.Kill())
		}
		if !lines.Scan() {
			break
		}
		saved = append(saved, lines.Text())
	}
	if err := cmd.Wait(); err == nil || len(saved) < killAfter {
		t.Fatalf("the child ended by itself after %d decisions: %v", len(saved), err)
	}
	return saved
}

func checkIntegrity(t *testing.T, l *Library) {
	t.Helper()
	var verdict string
	must(t, l.db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Fatalf("integrity_check: %s", verdict)
	}
}

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
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l, dir := library(t)
			a := article(t, l, "نص")
			must(t, l.Append(a.ID, decision("1")))
			switch test.state {
			case "closed":
				must(t, l.Close())
			case "killed": // the files as they are while the library is open
				killed := filepath.Join(t.TempDir(), "data")
				must(t, os.CopyFS(killed, os.DirFS(dir)))
				dir = killed
			}
			setModes(t, dir, test.folder, test.file)
			run(t, "nobody", dir, a.ID)
		})
	}
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
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(65534); err != nil {
			return fmt.Errorf("%s%w", cannotPrefix, err)
		}
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
	if !l.ReadOnly() {
		return errors.New("does not say that it is read-only")
	}
	for name, err := range map[string]error{
		"Keep": l.Keep(a), "Append": l.Append(a.ID, decision("2")), "SetPlace": l.SetPlace(a.ID, 1),
	} {
		if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), l.path) {
			return fmt.Errorf("%s: %v, want ErrReadOnly", name, err)
		}
	}
	return nil
}

func TestFullDisk(t *testing.T) { run(t, "small disk", t.TempDir()) }

// smallDiskDeed fills a file system of its own.
func smallDiskDeed(args []string) error {
	dir := args[0]
	if err := syscall.Unshare(syscall.CLONE_NEWNS); err != nil {
		return fmt.Errorf("%s%w", cannotPrefix, err)
	}
	if err := errors.Join(syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""),
		syscall.Mount("none", dir, "tmpfs", 0, "size=512k")); err != nil {
		return fmt.Errorf("%s%w", cannotPrefix, err)
	}
	defer syscall.Unmount(dir, syscall.MNT_DETACH)
	l, err := Open(dir)
	if err != nil {
		return err
	}
	defer l.Close()
	a := model.NewArticle("نص", nil)
	if err := l.Keep(a); err != nil {
		return err
	}
	saved := 0
	for err == nil {
		if err = l.Append(a.ID, decision(fmt.Sprint(saved))); err == nil {
			saved++
		}
	}
	if !errors.Is(err, ErrFull) || !strings.Contains(err.Error(), l.path) {
		return fmt.Errorf("after %d decisions: %v, want ErrFull", saved, err)
	}
	as, err := l.Decisions(a.ID)
	if err != nil || len(as) != saved {
		return fmt.Errorf("%d decisions saved, %d read, %w", saved, len(as), err)
	}
	return nil
}
