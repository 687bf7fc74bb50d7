//go:build !unix

package main

import (
	"os"
	"os/exec"
)

// stopSignals is empty: here no process can be stopped.
var stopSignals []os.Signal

func stopProcess() {}

// detach does nothing: here no program gets the signals of another's terminal.
func detach(*exec.Cmd) {}
