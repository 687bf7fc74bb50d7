package ingest

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"rawi/model/arabic"
)

//go:embed boilerplate.txt
var boilerplateText string

// boilerplate returns the lexicon of boilerplate.txt, parsed on first use.
var boilerplate = sync.OnceValue(func() lexicon { return readLexicon(boilerplateText) })

// lexicon holds the keys ([arabic.Key]) of the entries of each section.
type lexicon struct {
	sections map[string]map[string]bool
	heads    map[string]map[string]bool // the first words of the entries
	longest  int                        // words of the longest entry
}

func readLexicon(text string) lexicon {
	l := lexicon{sections: map[string]map[string]bool{}, heads: map[string]map[string]bool{}}
	var section, heads map[string]bool
	for entry := range strings.Lines(text) {
		switch entry = strings.TrimSpace(entry); {
		case entry == "" || entry[0] == '#':
		case entry[0] == '[':
			section, heads = map[string]bool{}, map[string]bool{}
			l.sections[strings.Trim(entry, "[]")], l.heads[strings.Trim(entry, "[]")] = section, heads
		default:
			key := arabic.Key(entry)
			section[key] = true
			head, _, _ := strings.Cut(key, " ")
			heads[head] = true
			l.longest = max(l.longest, len(strings.Fields(key)))
		}
	}
	return l
}

// has reports whether the words are an entry of the section.
func (l lexicon) has(section string, words []string) bool {
	return l.sections[section][strings.Join(words, " ")]
}

// opens reports whether a line may be an entry of the section, which its first
// word tells unless that is a number or no word alone.
func (l lexicon) opens(section, line string) bool {
	var room [64]byte
	first, _, _ := strings.Cut(line, " ")
	folded := arabic.AppendFold(room[:0], first)
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	return len(folded) == 0 || l.heads[section][string(folded)] || bytes.ContainsFunc(folded, notLetter)
}

// begins reports whether the words begin with an entry of the section.
func (l lexicon) begins(words []string, section string) bool {
	for n := 1; n <= min(l.longest, len(words)); n++ {
		if l.has(section, words[:n]) {
			return true
		}
	}
	return false
}

// all reports whether every word is an entry of the section or satisfies or.
func (l lexicon) all(section string, words []string, or func(string) bool) bool {
	for _, w := range words {
		if !l.sections[section][w] && !or(w) {
			return false
		}
	}
	return len(words) > 0
}
