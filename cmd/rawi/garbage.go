package main

import (
	"os"
	"runtime/debug"

	"rawi/model"
)

// collectSooner has garbage collected sooner from a large article on. Most of what
// it takes is in use until the end, so that waiting for as much garbage again,
// as is usual, would double the memory at its peak.
func collectSooner(a *model.Article) {
	const large, percent = 2 << 20, 15
	if len(a.Text) >= large && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// holdGarbage keeps the collector from running until the first frame: nearly
// all that is made for it stays.
func holdGarbage(shown <-chan struct{}) {
	percent := debug.SetGCPercent(-1)
	go func() {
		<-shown
		debug.SetGCPercent(percent)
	}()
}
