package main

import (
	"os"
	"runtime"
	"runtime/debug"

	"rawi/model"
)

// collectSooner has garbage collected sooner from a large article on. Most of what
// it takes is in use until the end, so that waiting for as much garbage again,
// as is usual, would double the memory at its peak.
func collectSooner(a *model.Article) {
	const percent = 10
	if isLarge(a) {
		debug.SetGCPercent(percent)
	}
}

// spend ends economising on an article, when all is found in it: what is in use is
// half of what finding it took, and every decision makes garbage.
func spend(a *model.Article) {
	const percent = 100 // Go's default
	if isLarge(a) {
		runtime.GC() // else as much again as was in use when it ran last would be waited for
		debug.SetGCPercent(percent)
	}
}

// isLarge reports whether garbage is worth a thought, and nobody else had one.
func isLarge(a *model.Article) bool {
	const large = 2 << 20
	return len(a.Text) >= large && os.Getenv("GOGC") == ""
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
