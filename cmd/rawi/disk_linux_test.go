package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func init() {
	deeds["small disk"] = func() int { return runOnSmallDisk(false) }
	deeds["full disk"] = func() int { return runOnSmallDisk(true) }
}

// runOnSmallDisk is rawi with its library on a small disk of its own, which may be
// full. The mount belongs to one thread, so that thread becomes a new process.
func runOnSmallDisk(full bool) int {
	runtime.LockOSThread()
	err := syscall.Unshare(syscall.CLONE_NEWNS)
	if err == nil {
		err = syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
	}
	if err == nil {
		err = syscall.Mount("none", os.Getenv("RAWI_DATA"), "tmpfs", 0, "size=400k")
	}
	if err == nil && full {
		err = os.WriteFile(filepath.Join(os.Getenv("RAWI_DATA"), "filler"), make([]byte, 400<<10), 0o600)
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
			return s.Quotation(words).Is(decided) || s.Quotation(words).Is(unsaved) && s.Has("تعذّر الحفظ")
		})
		if s.Quotation(words).Is(unsaved) {
			last = words
			break
		}
	}
	if last == "" {
		t.Fatalf("a full disk takes any number of decisions\n%s", w.Screen())
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

// On a disk that is full from the start an article can be read; what is decided is
// left in another folder.
func TestFullDiskFromTheStart(t *testing.T) {
	state := t.TempDir()
	w := open(t, setup{deed: "full disk", args: []string{marketFile}, reading: true, env: []string{"XDG_STATE_HOME=" + state}})
	w.begins()
	if s := w.shows("لن يُحفظ شيء", "لا مكان على القرص"); !right(s, 3, readFile(t, marketFile)) {
		t.Errorf("the article is not shown:\n%s", s)
	}
	w.press("enter")
	w.goTo(first)
	w.press("x")
	w.becomes(first, unsaved, "ليس قولا")
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	w.press("q")
	w.leaves(filepath.Join(state, "rawi"), 1)
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

// Text that could not be written is an error of every command, also of those
// that print little.
func TestFullOutput(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	decisions := file(t, "none.jsonl", "")
	for _, args := range [][]string{
		{"--version"}, {"--help"}, {"check"}, {"doctor", "--json"}, {"doctor"}, {"import", decisions}, {"extract", marketFile},
		{"render", marketFile}, {"--plain", marketFile}, {"completion", "bash"},
	} {
		var s setup
		var errs bytes.Buffer
		c := exec.Command(executable(t), args...)
		c.Env, c.Stdout, c.Stderr = s.environment(t), full, &errs
		c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
		_ = c.Run() // the status is looked at
		if c.ProcessState.ExitCode() != exitFailed || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: status %d, stderr %q", args, c.ProcessState.ExitCode(), errs.String())
		}
	}
}
