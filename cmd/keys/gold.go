package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/cmd/internal/screentest"
	"rawi/model/arabic"
)

// gold is an article as a person annotated it. Offsets are code points of the
// text; a quotation's speaker is the ID of a party, "" for none.
type gold struct {
	ID      string      `json:"id"`
	File    string      `json:"text_file"`
	Parties []goldParty `json:"parties"`
	Quotes  []goldQuote `json:"quotes"`
	Around  []extent    `json:"boilerplate"` // no part of the article: rawi folds it away

	words index
}

type extent struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type goldParty struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

type goldQuote struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Kind    string `json:"kind"`
	Speaker string `json:"speaker"`
}

func (q goldQuote) marked() bool { return q.Kind != "indirect" }

func (q goldQuote) spoken() bool { return q.Kind == "speech" || q.Kind == "indirect" }

// readGold reads an annotation and the text beside it.
func readGold(file string) (*gold, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	g := new(gold)
	if err := json.Unmarshal(data, g); err != nil {
		return nil, err
	}
	g.File = filepath.Join(filepath.Dir(file), g.File)
	text, err := os.ReadFile(g.File)
	if err != nil {
		return nil, err
	}
	g.words = newIndex(string(text), g.Around)
	return g, nil
}

// party is a party by its ID.
func (g *gold) party(id string) *goldParty {
	i := slices.IndexFunc(g.Parties, func(p goldParty) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &g.Parties[i]
}

// called reports whether a name, perhaps with its end cut off, is the party's.
func (p *goldParty) called(shown string) bool {
	name, cut := strings.CutSuffix(shown, "…")
	key := arabic.Key(name)
	return slices.ContainsFunc(slices.Concat([]string{p.Name}, p.Aliases), func(s string) bool {
		k := arabic.Key(s)
		return k == key || cut && key != "" && strings.HasPrefix(k, key)
	})
}

// index finds words of a screen in an article: without what is around it, white space, vowel marks
// and the forms of letters, which a screen may leave out.
type index struct {
	letters string
	offset  []int // code point of the text, by byte of letters
}

func newIndex(text string, without []extent) index {
	var x index
	var letters strings.Builder
	for n, r := range []rune(text) {
		if slices.ContainsFunc(without, func(e extent) bool { return e.Start <= n && n < e.End }) {
			continue
		}
		l := bare(string(r))
		letters.WriteString(l)
		for range len(l) {
			x.offset = append(x.offset, n)
		}
	}
	x.letters = letters.String()
	return x
}

func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.In(r, unicode.Mn, unicode.Cf, unicode.Cc) {
			return -1
		}
		return r
	}, screentest.Unshaped(text))
}

// find is the code points at which words stand, at or after a place, and with
// marked after a quotation mark; ok is false where they do not.
func (x *index) find(words string, from int, marked bool) (start, end int, ok bool) {
	w := bare(words)
	at, _ := slices.BinarySearch(x.offset, from)
	for w != "" {
		i := strings.Index(x.letters[at:], w)
		if i < 0 {
			break
		}
		at += i
		if before, _ := utf8.DecodeLastRuneInString(x.letters[:at]); !marked || strings.ContainsRune(quotationMarks, before) {
			return x.offset[at], x.offset[at+len(w)-1] + 1, true
		}
		at++
	}
	return 0, 0, false
}

const quotationMarks = "\"«»“”„‟'‘’(" // and what stands for them
