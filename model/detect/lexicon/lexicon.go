// Package lexicon is what detection knows of words: the classes of each, the
// forms of the verbs of saying, the names of places and bodies, capitals and
// their states. All words are folded ([rawi/model/arabic.Fold]).
//
// A [Lexicon] is a value that is given to whoever asks. The built-in one
// ([Default]) lies in tables.bin, which is embedded and searched where it lies;
// go generate makes it of the word lists in the package wordlist, which say what
// each line means.
package lexicon

import (
	_ "embed"
	"iter"
	"strings"
	"sync"

	"rawi/model"
	"rawi/model/detect/table"
)

//go:generate go run ./gen

//go:embed tables.bin
var tables string

// Default is the built-in lexicon.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Open(tables)
	if err != nil {
		panic("the embedded word tables are broken: " + err.Error()) // the build is
	}
	return l
})

// Lexicon is a set of words and names. It does not change.
type Lexicon struct {
	words, phrases, capitals, states, demonyms table.Table
}

// Open makes a lexicon of what [Lists.Encode] gave, in no time: nothing is
// copied or built. It returns an error that wraps [table.ErrMalformed] when
// data is no such thing.
func Open(data string) (*Lexicon, error) {
	all, err := table.Open(data)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{}
	for name, part := range map[string]*table.Table{wordTable: &l.words, phraseTable: &l.phrases, capitalTable: &l.capitals, stateTable: &l.states, demonymTable: &l.demonyms} {
		found, _ := all.Find(name)
		if *part, err = table.Open(found); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Word is what is known of a word, the zero value when nothing is.
func (l *Lexicon) Word(word string) Entry {
	if found, ok := l.words.Find(word); ok {
		return decodeEntry(found)
	}
	return Entry{}
}

// Knows reports whether a word, with or without the article, is in the lexicon
// or begins a known name.
func (l *Lexicon) Knows(word string) bool {
	if l.words.Has(word) || l.phrases.Has(word) {
		return true
	}
	bare, ok := strings.CutPrefix(word, "ال")
	return ok && l.words.Has(bare)
}

// Phrase is one spelling of a known place or body.
type Phrase struct {
	Words  string // with one blank between them
	Count  int    // how many words: 1 to 255
	Kind   model.PartyKind
	Name   string // the spelling that stands for all
	Unsure bool   // a common word too: a name only after its head
}

// BeginsName reports whether a known name begins with a word.
func (l *Lexicon) BeginsName(word string) bool { return l.phrases.Has(word) }

// Phrases are the known names that begin with a word.
func (l *Lexicon) Phrases(first string) iter.Seq[Phrase] {
	return func(yield func(Phrase) bool) {
		for rest, _ := l.phrases.Find(first); rest != ""; {
			var p Phrase
			if p, rest = decodePhrase(rest); !yield(p) {
				return
			}
		}
	}
}

// State is the state whose capital the place is, by their keys
// ([rawi/model/arabic.Key]).
func (l *Lexicon) State(capital string) (state string, ok bool) { return l.capitals.Find(capital) }

// HasCapital reports whether a capital of the state is known.
func (l *Lexicon) HasCapital(state string) bool { return l.states.Has(state) }

// Demonym reports whether a word, without article, is the adjective of a known
// place: فرنسي, سورية, أميركيين.
func (l *Lexicon) Demonym(bare string) bool {
	return strings.LastIndex(bare, "ي") >= len("فر") && l.demonyms.Has(DemonymStem(bare))
}

// DemonymStem is what a place and its adjective share: «فرنس» of «فرنسا» and
// «الفرنسية».
func DemonymStem(word string) string {
	word = strings.TrimPrefix(word, "ال")
	for _, ending := range [...]string{"يون", "يين", "يات", "يه", "يا", "ي", "ا", "ه"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= len("فر") {
			return stem
		}
	}
	return word
}
