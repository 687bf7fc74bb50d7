package store

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"rawi/model/store/pgtest"
)

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
	status := m.Run()
	pgtest.Stop()
	os.Exit(status)
}

const childEnv = "RAWI_STORE_TEST_DEED"

var deeds = map[string]func(args []string) error{"append": appendDeed, "open": openDeed}

// child is a real second process that does a deed.
func child(t *testing.T, deed string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), childEnv+"="+deed)
	return cmd
}

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
		if err := l.Append(on(articleID, decision(id))...); err != nil {
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
		must(t, l.Append(on(a.ID, decision(fmt.Sprint("here", i)))...))
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
	for range 3 {
		dir := t.TempDir()
		var all sync.WaitGroup
		for range 3 {
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

func checkIntegrity(t *testing.T, l *Library) {
	t.Helper()
	var verdict string
	must(t, l.db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Fatalf("integrity_check: %s", verdict)
	}
}
