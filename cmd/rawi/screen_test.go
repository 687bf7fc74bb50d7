//go:build unix

package main

import (
	"regexp"

	"rawi/cmd/internal/screentest"
)

// screen is what the terminal shows.
type screen = screentest.Screen

// decisions is how many quotations are shown as decided.
func decisions(s screen) int {
	n := 0
	for _, q := range s.Quotations() {
		if q.Is(decided) {
			n++
		}
	}
	return n
}

var ansiStyle = regexp.MustCompile("\x1b\\[[0-9;:]*m")
