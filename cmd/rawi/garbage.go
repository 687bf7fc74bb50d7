package main

import (
	"os"
	"runtime"
	"runtime/debug"

	"rawi/model"
)

// collectSooner has garbage collected sooner from a large input or article on, of so many bytes. Most of what
// it takes is in use until the end, so that waiting for as much garbage again,
// as is usual, would double the memory at its peak.
func collectSooner(bytes int) {
	const percent = 5
	if isLarge(bytes) {
		debug.SetGCPercent(percent)
	}
}

// spend ends economising on an article, when all is found in it: what is in use is
// half of what finding it took, and every decision makes garbage.
func spend(a *model.Article) {
	if isLarge(len(a.Text)) {
		runtime.GC() // else as much again as was in use when it ran last would be waited for
		collectAsUsual()
	}
}

// collectAsUsual has garbage collected as Go does it by itself.
func collectAsUsual() { debug.SetGCPercent(100) }

// isLarge reports whether garbage is worth a thought, and nobody else had one.
func isLarge(bytes int) bool {
	const large = 1 << 20
	return bytes >= large && os.Getenv("GOGC") == ""
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
