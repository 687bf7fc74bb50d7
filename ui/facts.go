package ui

import (
	"strings"

	"rawi/model"
	"rawi/ui/room"
)

// headline is what a document says about itself, in a line: who wrote it, where and
// when; "" where it says nothing.
func headline(f model.Facts) string {
	date := ""
	if !f.Published.IsZero() {
		date = f.Published.Format("2006/01/02") // a hyphen would let Arabic turn it round
	}
	var said []string
	for _, fact := range [...]string{f.Byline, f.Site, f.Section, date, f.Address} {
		if fact = room.OneLine(fact); fact != "" {
			said = append(said, fact)
		}
	}
	return strings.Join(said, " · ")
}
