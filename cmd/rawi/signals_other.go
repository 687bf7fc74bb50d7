//go:build !unix

package main

import "os"

// stopSignals is empty: here no process can be stopped.
var stopSignals []os.Signal

func stopProcess() {}
