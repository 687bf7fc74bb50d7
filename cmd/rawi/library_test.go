//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A library that cannot be used is said on stderr, and is left as it is.
func TestBrokenLibrary(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "rawi.db")
	garbage := strings.Repeat("this is no database\n", 500)
	must(t, os.WriteFile(file, []byte(garbage), 0o600))
	w := open(t, setup{data: data})
	w.refused(exitFailed, file)
	if readFile(t, file) != garbage {
		t.Error("the file was changed")
	}

	under := filepath.Join(file, "below") // no folder can be there
	open(t, setup{data: under}).refused(exitFailed, "below")
}

func init() { deeds["nobody"] = runAsNobody }

// cannot begins what a child says that cannot do what a test wants.
const cannot = "cannot be tried here: "

// skipUnlessTried skips a test whose child could not do what it should, unless
// in CI, where nothing may be skipped.
func (w *window) skipUnlessTried() {
	w.t.Helper()
	<-w.ended
	if why := w.stderr.String(); strings.HasPrefix(why, cannot) {
		if os.Getenv("CI") == "true" {
			w.t.Fatal(why)
		}
		w.t.Skip(why)
	}
}

// begins waits for the first frame of a child that may be unable to start.
func (w *window) begins() {
	w.t.Helper()
	if _, ended := w.untilEnded("a first frame", screen.framed); ended {
		w.skipUnlessTried()
	}
	w.ready()
}

func runAsNobody() int {
	if err := syscall.Setuid(65534); err != nil {
		fmt.Fprint(os.Stderr, cannot, err)
		return exitFailed
	}
	return run()
}

// A library that may only be read is no obstacle to reading; what is decided
// is shown as unsaved, and leaving without it takes two keys.
func TestReadOnlyLibrary(t *testing.T) {
	data := filepath.Join(t.TempDir(), "library")
	w := market(t, data)
	w.goTo(first)
	w.press("a")
	w.becomes(first, decided, "")
	w.quit()

	for dir := data; dir != os.TempDir() && len(dir) > 1; dir = filepath.Dir(dir) {
		must(t, os.Chmod(dir, 0o755)) // the way to it is open to others
	}
	must(t, os.Chmod(filepath.Join(data, "rawi.db"), 0o444))
	must(t, os.Chmod(data, 0o555))
	t.Cleanup(func() { os.Chmod(data, 0o755) })

	w = open(t, setup{deed: "nobody", data: data})
	w.begins()
	s := w.shows("المكتبة للقراءة فقط")
	if !s.quotation(first).is(decided) || !right(s, 3, readFile(t, marketFile)) {
		t.Errorf("what the library holds is not shown:\n%s", s)
	}
	w.goTo(second)
	w.press("x")
	w.becomes(second, unsaved, "ليس قولا")
	w.shows("تعذّر الحفظ")
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	w.press("q")
	if status := w.exit(); status != exitFailed || !strings.Contains(w.stderr.String(), "ضاع: قرار واحد") {
		t.Errorf("status %d, stderr %q", status, w.stderr.String())
	}
	w.restored()
}
