//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// stopSignals are the signals that ask rawi to give the terminal back and stop.
var stopSignals = []os.Signal{syscall.SIGTSTP}

// stopProcess stops this process until it is told to continue.
func stopProcess() { _ = syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) } // cannot fail

// detach has a program run in a session of its own, which no signal of this terminal
// reaches.
func detach(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
