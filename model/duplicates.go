package model

import (
	"slices"

	"rawi/model/arabic"
)

// Duplicates is the parties that somebody who typed name may mean already, the
// likeliest first: whose name, or another name of theirs, is the same but for
// spelling, then those of whose name it is a part, or which is a part of it
// («لافروف» and «سيرغي لافروف»).
func Duplicates(name string, among []Party) []Party {
	key := arabic.Key(name)
	if key == "" {
		return nil
	}
	same := func(k string) bool { return arabic.SameName(key, k) }
	overlaps := func(k string) bool { return arabic.IsPart(key, k) || arabic.IsPart(k, key) }
	var equal, partial []Party
	for _, p := range among {
		keys := []string{arabic.Key(p.Name)}
		for _, alias := range p.Aliases {
			keys = append(keys, arabic.Key(alias))
		}
		switch {
		case slices.ContainsFunc(keys, same):
			equal = append(equal, p)
		case slices.ContainsFunc(keys, overlaps):
			partial = append(partial, p)
		}
	}
	return append(equal, partial...)
}
