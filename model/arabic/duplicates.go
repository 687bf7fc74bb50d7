package arabic

import (
	"slices"
	"strings"

	"rawi/model"
)

// Duplicates is the parties that somebody who typed name may mean already, the
// likeliest first: whose name, or another name of theirs, is the same but for
// spelling, then those of whose name it is a part, or which is a part of it
// («لافروف» and «سيرغي لافروف»).
func Duplicates(name string, among []model.Party) []model.Party {
	key := Key(name)
	if key == "" {
		return nil
	}
	var same, part []model.Party
	for _, p := range among {
		names := append([]string{p.Name}, p.Aliases...)
		switch {
		case slices.ContainsFunc(names, func(n string) bool { return SameName(key, Key(n)) }):
			same = append(same, p)
		case slices.ContainsFunc(names, func(n string) bool { return isPart(key, Key(n)) || isPart(Key(n), key) }):
			part = append(part, p)
		}
	}
	return append(same, part...)
}

// isPart reports whether the words of the short name stand in the long one, in
// order, but for spelling. A word of one or two letters alone is no name.
func isPart(short, long string) bool {
	words := strings.Fields(short)
	if len([]rune(short)) < 3 {
		return false
	}
	for _, w := range strings.Fields(long) {
		if len(words) > 0 && (SameSpelling(words[0], w) || words[0] == strings.TrimPrefix(w, "ال") || w == strings.TrimPrefix(words[0], "ال")) {
			words = words[1:]
		}
	}
	return len(words) == 0
}
