package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func init() { deeds["small disk"] = runOnSmallDisk }

// runOnSmallDisk is rawi with its library on a small disk of its own. The mount
// belongs to one thread, so that thread becomes a new process.
func runOnSmallDisk() int {
	runtime.LockOSThread()
	err := syscall.Unshare(syscall.CLONE_NEWNS)
	if err == nil {
		err = syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
	}
	if err == nil {
		err = syscall.Mount("none", os.Getenv("RAWI_DATA"), "tmpfs", 0, "size=400k")
	}
	if err == nil {
		os.Setenv(deedVariable, "rawi")
		err = syscall.Exec(os.Args[0], os.Args, os.Environ())
	}
	fmt.Fprint(os.Stderr, cannot, err)
	return exitFailed
}

// On a full disk a decision is shown as unsaved and saved once there is room.
func TestFullDisk(t *testing.T) {
	w := open(t, setup{deed: "small disk", args: []string{marketFile}})
	w.begins()
	w.goTo(first)
	dir := fmt.Sprintf("/proc/%d/root%s", w.process.Pid, w.data)
	filler := filepath.Join(dir, "filler")
	fillDisk(t, filler)
	last := ""
	for _, words := range []string{first, second, third} { // each needs some room
		w.goTo(words)
		w.press("x")
		s := w.until("an answer", func(s screen) bool {
			return s.quotation(words).is(decided) || s.quotation(words).is(unsaved) && s.has("تعذّر الحفظ")
		})
		if s.quotation(words).is(unsaved) {
			last = words
			break
		}
	}
	if last == "" {
		t.Fatalf("a full disk takes any number of decisions\n%s", w.screen())
	}
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	must(t, os.Remove(filler))
	w.goTo(fourth)
	w.press("x") // with it all that waits is saved
	w.becomes(fourth, decided, "ليس قولا")
	w.becomes(last, decided, "ليس قولا")
	w.quit()
}

// fillDisk takes all the room that a disk has.
func fillDisk(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	must(t, err)
	defer f.Close()
	for size := 1 << 16; size > 0; size >>= 1 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
}
