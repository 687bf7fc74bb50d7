package picker

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model/arabic"
)

// source is a text whose words complete what is typed, those near a place first.
type source struct {
	text string
	near int
}

// CompleteFrom lets the text complete names that are typed: who is not in the
// list is named somewhere in the article, most likely near the byte offset.
func (p *Picker) CompleteFrom(text string, near int) { p.source = source{text, near} }

// Completion is what would make a word of the text of what was typed, or the
// word after it; empty where there is none.
func (p *Picker) Completion() string {
	if p.cursor < len(p.runes) || arabic.Key(p.String()) == "" {
		return ""
	}
	return p.source.completion(p.String())
}

// Forward moves the cursor forward; at the end of the line it takes the
// completion.
func (p *Picker) Forward() {
	if rest := p.Completion(); rest != "" {
		p.Type(rest)
		return
	}
	p.Move(1)
}

// How many names are offered before they are typed.
const (
	maxStarts       = 3 // words that begin as what was typed ends
	maxContinuation = 4 // words of a name from there on
)

// continuations is what was typed as it goes on in the text, as far as that may be
// one name: at the nearest places, first by some words and then by more.
func (p *Picker) continuations() (names []string) {
	typed := strings.TrimLeft(p.String(), " ")
	if arabic.Key(typed) == "" {
		return nil
	}
	starts := p.source.completions(typed, maxStarts)
	for i := range starts {
		starts[i] = typed + starts[i]
	}
	for range maxContinuation {
		for i, name := range starts {
			if name == "" {
				continue
			}
			names = append(names, strings.TrimSpace(name))
			more := p.source.completion(name)
			if starts[i] = name + more; more == "" || endsName(more) {
				starts[i] = ""
			}
		}
	}
	return names
}

// endsName reports whether a name ends before more of the text.
func endsName(more string) bool {
	next, isNext := strings.CutPrefix(more, " ")
	return isNext && arabic.JointOf(arabic.Fold(next)) == arabic.Ends
}

func (s source) completion(typed string) string {
	if nearest := s.completions(typed, 1); len(nearest) > 0 {
		return nearest[0]
	}
	return ""
}

// completions is what typed may be completed by, the nearest first.
func (s source) completions(typed string, most int) (rests []string) {
	nearest := make(map[string]int) // by rest
	for start, end := range arabic.Find(s.text, typed) {
		before, _ := utf8.DecodeLastRuneInString(s.text[:start])
		rest := restOf(s.text[end:], typed)
		if rest == "" || inWord(before) {
			continue
		}
		distance := max(start-s.near, s.near-start)
		if known, ok := nearest[rest]; !ok || distance < known {
			nearest[rest] = distance
		}
	}
	rests = slices.SortedFunc(maps.Keys(nearest), func(a, b string) int {
		return cmp.Or(nearest[a]-nearest[b], cmp.Compare(a, b))
	})
	return rests[:min(most, len(rests))]
}

// restOf is the rest of the word in which a text begins, or the next word after a
// blank, with the mark before it if it begins a name between marks, and the mark
// behind it if it ends one that typed begins.
func restOf(text, typed string) string {
	word := text[:len(text)-len(strings.TrimLeftFunc(text, inWord))]
	gap := ""
	if word == "" && strings.HasPrefix(text, " ") {
		next := strings.TrimLeft(text, " ")
		bare := strings.TrimLeft(next, opening)
		word = bare[:len(bare)-len(strings.TrimLeftFunc(bare, inWord))]
		gap = " " + next[:len(next)-len(bare)]
		text = text[len(text)-len(bare):]
	}
	if word == "" {
		return ""
	}
	if sign, size := utf8.DecodeRuneInString(text[len(word):]); strings.ContainsRune(closing, sign) && strings.ContainsAny(typed+gap, opening) {
		word += text[len(word):][:size]
	}
	return gap + word
}

// Marks around names.
const (
	opening = "\"«“„("
	closing = "\"»”“)"
)

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
