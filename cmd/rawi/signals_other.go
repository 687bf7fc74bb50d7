//go:build !unix

package main

import "os"

// stops is empty: here no process can be stopped.
var stops []os.Signal

func stopProcess() {}
