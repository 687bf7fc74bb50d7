// Package counts reads what was counted in news articles, from three tables
// beside the repository, and makes the facts of package corpus of it. It is for
// cmd/train and for tests.
//
//	words.tsv.gz     word, total, and how often it was marked as each class; a line of titles first
//	clusters.tsv.gz  folded word, how often, its cluster of 64, of 256, of 1,024
//	names.tsv.gz     type, name, how often
package counts

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/corpus"
)

// Counts is what was counted. Spellings that fold alike are one.
type Counts struct {
	Words   map[string]corpus.Counts // by the word, folded
	Names   map[string][3]int        // by the name's key, in the order of model.PartyKind
	Sources []string                 // name and SHA-256 of each file
}

// tables is the files and what takes in a line of each.
var tables = []struct {
	name   string
	titles bool // a line of titles first
	take   func(*Counts, []string) error
}{
	{"words.tsv.gz", true, (*Counts).word},
	{"clusters.tsv.gz", false, (*Counts).cluster},
	{"names.tsv.gz", false, (*Counts).name},
}

// Read reads the tables of a folder.
func Read(dir string) (*Counts, error) {
	c := &Counts{Words: map[string]corpus.Counts{}, Names: map[string][3]int{}}
	for _, t := range tables {
		data, err := os.ReadFile(filepath.Join(dir, t.name))
		if err != nil {
			return nil, err
		}
		c.Sources = append(c.Sources, fmt.Sprintf("%s %x", t.name, sha256.Sum256(data)))
		unpacked, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
		lines := bufio.NewScanner(unpacked)
		for n := 1; lines.Scan(); n++ {
			if t.titles && n == 1 {
				continue
			}
			if err := t.take(c, strings.Split(lines.Text(), "\t")); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", t.name, n, err)
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return c, nil
}

func (c *Counts) word(fields []string) error {
	if len(fields) != 2+int(corpus.ClassCount) {
		return errors.New("the line does not have as many fields as there are classes")
	}
	n, err := numbers(fields[1:])
	fold := arabic.Fold(fields[0])
	if err != nil || fold == "" {
		return err
	}
	known := c.Words[fold]
	known.Total += n[0]
	for class, marked := range n[1:] {
		known.Marked[class] += marked
	}
	c.Words[fold] = known
	return nil
}

func (c *Counts) cluster(fields []string) error {
	if len(fields) != 2+int(corpus.LevelCount) {
		return errors.New("the line does not have as many fields as there are levels")
	}
	n, err := numbers(fields[1:])
	if err != nil {
		return err
	}
	fold := arabic.Fold(fields[0])
	known := c.Words[fold]
	if known.Grouped || fold == "" {
		return nil // the more frequent spelling came first
	}
	if known.Total == 0 {
		known.Total = n[0]
	}
	known.Grouped, known.Clusters = true, [corpus.LevelCount]int(n[1:])
	c.Words[fold] = known
	return nil
}

func (c *Counts) name(fields []string) error {
	if len(fields) != 3 {
		return errors.New("the line does not have three fields")
	}
	kind, ok := model.ParsePartyKind(fields[0])
	if !ok || kind == model.RoleOnly {
		return fmt.Errorf("the type %q is unknown", fields[0])
	}
	n, err := numbers(fields[2:])
	if key := arabic.Key(fields[1]); err == nil && strings.ContainsFunc(key, unicode.IsLetter) {
		known := c.Names[key]
		known[kind] += n[0]
		c.Names[key] = known
	}
	return err
}

func numbers(fields []string) ([]int, error) {
	n := make([]int, len(fields))
	for i, f := range fields {
		var err error
		if n[i], err = strconv.Atoi(f); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// Facts is what occurs often enough, as package corpus keeps it.
func (c *Counts) Facts(words, names int) (map[string]corpus.Facts, map[string]corpus.Name) {
	facts, named := map[string]corpus.Facts{}, map[string]corpus.Name{}
	for word, n := range c.Words {
		if n.Total >= words {
			facts[word] = n.Facts()
		}
	}
	for name, n := range c.Names {
		if n[0]+n[1]+n[2] >= names {
			named[name] = corpus.NameOf(n)
		}
	}
	return facts, named
}

// Thresholds: a word and a name must occur so often. cmd/train -corpus prints
// what others would take.
const (
	FromWords = 7
	FromNames = 3
)

// File is the file of facts, with the sources and thresholds in its note.
func (c *Counts) File(words, names int) ([]byte, error) {
	note := fmt.Sprintf("%s\nwords from %d, names from %d occurrences; made by cmd/train -corpus\n", strings.Join(c.Sources, "\n"), words, names)
	facts, named := c.Facts(words, names)
	return corpus.Make(note, facts, named)
}
