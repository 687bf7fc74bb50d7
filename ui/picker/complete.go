package picker

import (
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

func (s source) completion(typed string) string {
	nearest, best := -1, ""
	for start, end := range arabic.Find(s.text, typed) {
		before, _ := utf8.DecodeLastRuneInString(s.text[:start])
		rest := restOf(s.text[end:])
		distance := max(start-s.near, s.near-start)
		if rest == "" || inWord(before) || nearest >= 0 && nearest <= distance {
			continue
		}
		nearest, best = distance, rest
	}
	return best
}

// restOf is the rest of the word in which a text begins, or the next word after
// a blank.
func restOf(text string) string {
	word := text[:len(text)-len(strings.TrimLeftFunc(text, inWord))]
	if word != "" || !strings.HasPrefix(text, " ") {
		return word
	}
	next := strings.TrimLeft(text, " ")
	word = next[:len(next)-len(strings.TrimLeftFunc(next, inWord))]
	if word == "" {
		return ""
	}
	return " " + word
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
