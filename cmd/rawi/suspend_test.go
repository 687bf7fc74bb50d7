//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func init() { deeds["shell"] = shell }

// shell starts rawi as a job in the foreground, as a shell does. When the job
// stops it says so, waits for a line, and lets it go on in the foreground.
func shell() int {
	signal.Ignore(syscall.SIGTTOU)
	c := exec.Command(os.Args[0], os.Args[1:]...)
	c.Env = append(os.Environ(), deedVariable+"=rawi")
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Foreground: true}
	if err := c.Start(); err != nil {
		return 100
	}
	for {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(c.Process.Pid, &status, syscall.WUNTRACED, nil); err != nil {
			return 101
		}
		if !status.Stopped() {
			return status.ExitStatus()
		}
		unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, os.Getpid())
		fmt.Print("stopped")
		fmt.Scanln()
		fmt.Print("\x1b[H\x1b[2J")
		unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, c.Process.Pid)
		syscall.Kill(-c.Process.Pid, syscall.SIGCONT)
	}
}

// foreground is the process group that has the terminal.
func (w *window) foreground() (group int) {
	w.t.Helper()
	w.line(func(fd int) (err error) { group, err = unix.IoctlGetInt(fd, unix.TIOCGPGRP); return err })
	return group
}

// Suspended, by its key or by a signal, rawi gives the terminal back; woken, it
// takes it again.
func TestSuspend(t *testing.T) {
	text := readFile(t, marketFile)
	w := open(t, setup{deed: "shell", args: []string{marketFile}, env: []string{"VTE_VERSION=7600"}})
	w.ready()
	key := func() { w.press("ctrl+z") }
	signal := func() { must(t, syscall.Kill(-w.foreground(), syscall.SIGTSTP)) }
	for _, suspend := range []func(){key, signal, signal, key} {
		suspend()
		w.until("the shell", func(s screen) bool { return !s.Alternate && s.Cells[0][0] == "s" })
		w.restoredBut("stopped")
		w.send("\n")
		w.until("the article again", func(s screen) bool { return s.Alternate && right(s, 3, text) })
	}
	w.quit()
}
