// Package corpus is what was counted in news articles that nobody annotated: how
// often a word occurs, as part of which names it does, which words are used as it
// is (its clusters), and which phrases are names. Counts are facts to weigh, not
// the truth: they come from a tagger that errs.
//
// The built-in facts ([Default]) lie in corpus.bin, which is embedded and
// searched where it lies. cmd/train -corpus makes it of counts that are no part of
// the repository ([rawi/model/detect/corpus/counts]); none of the annotated
// articles was counted. [Corpus.Note] says of which files it was made.
//
// Words are not kept, only 32 bits of their hash (fingerprints) in a bucket that
// the rest of the hash chooses. A word that was not counted is taken for another
// one with a probability of about 1.5 in a billion ([Corpus.FalseHits]).
package corpus

import (
	_ "embed"
	"sync"

	"rawi/model"
	"rawi/model/detect/table"
)

//go:embed corpus.bin
var built string

// Default is the built-in facts. To open them takes no time: tests, not the
// program, make sure that the embedded file is whole.
var Default = sync.OnceValue(func() *Corpus {
	c, err := open(built)
	if err != nil {
		panic("the embedded corpus facts are broken: " + err.Error()) // the build is
	}
	return &c
})

// Corpus is what was counted. It does not change; the zero value knows nothing.
type Corpus struct {
	note         string
	words, names index
}

// Note says what the facts were made of: a line for each source, with its
// SHA-256, and the thresholds.
func (c *Corpus) Note() string { return c.note }

// FalseHits is how likely a word, and a name, that was not counted is taken for
// one that was.
func (c *Corpus) FalseHits() (word, name float64) { return c.words.falseHits(), c.names.falseHits() }

// Len is how many words and names there are.
func (c *Corpus) Len() (words, names int) { return c.words.len(), c.names.len() }

// Word is what was counted of a word, folded ([rawi/model/arabic.Fold]); signs
// are words too. ok is false when it is not known.
func (c *Corpus) Word(fold string) (f Facts, ok bool) {
	r, ok := find(&c.words, fold)
	if !ok {
		return 0, false
	}
	return Facts(table.Number(r)) | Facts(table.Number(r[4:]))<<32, true
}

// Name is what was counted of a name, by its key ([rawi/model/arabic.Key]). Every
// phrase that is exactly the name was counted.
func (c *Corpus) Name(key string) (n Name, ok bool) { return name(c, key) }

// NameBytes is [Corpus.Name] of a key that is made for this question.
func (c *Corpus) NameBytes(key []byte) (n Name, ok bool) { return name(c, key) }

func name[K string | []byte](c *Corpus, key K) (n Name, ok bool) {
	r, ok := find(&c.names, key)
	if !ok {
		return 0, false
	}
	return Name(r[0]) | Name(r[1])<<8, true
}

// Name says how often a phrase was marked as the name of what.
type Name uint16

const countBits = 4

// Count is how often it was marked as the name of a kind: 0 for never, else 1 for
// once, 2 from twice, 3 from 4 times, n from 1<<(n-1) times, at most 15. It is 0 for
// [model.RoleOnly].
func (n Name) Count(kind model.PartyKind) int {
	if kind >= model.RoleOnly {
		return 0
	}
	return int(n>>(countBits*kind)) & (1<<countBits - 1)
}

// Kind is what it was marked as most often, and how often, as [Name.Count] says.
func (n Name) Kind() (kind model.PartyKind, count int) {
	for k := model.Person; k < model.RoleOnly; k++ {
		if c := n.Count(k); c > count {
			kind, count = k, c
		}
	}
	return kind, count
}
