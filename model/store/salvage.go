package store

import (
	"bytes"
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"rawi/model"
)

// Salvaged is what can still be read of a library.
type Salvaged struct {
	Decisions []model.Annotation // in the order of logs
	Missing   int                // decisions that were kept and are not among these
	Uncounted int                // articles of these of which it is not known how many there were
}

// Salvage reads every decision that can be read in the library in dir, however
// damaged the file is, and changes nothing. It does not ask SQLite: it looks at
// every page of the file and of its write-ahead log, and takes what has its right
// digest. In a library from before there were digests it takes what can be read at all.
func Salvage(dir string) (Salvaged, error) {
	path := filepath.Join(dir, FileName)
	file, err := os.Open(path)
	if err != nil {
		return Salvaged{}, explain(path, err)
	}
	defer file.Close()
	log, err := os.Open(path + "-wal")
	if err == nil {
		defer log.Close()
	} else if !errors.Is(err, os.ErrNotExist) {
		return Salvaged{}, explain(path+"-wal", err)
	}
	s := salvage{pages: openPages(file, log), sealed: make(map[model.Digest]model.Annotation), unsealed: make(map[string]model.Annotation), kept: make(tallies)}
	if err := s.pages.each(s.page); err != nil {
		return Salvaged{}, explain(path, err)
	}
	return s.result(), nil
}

// salvage is what was found so far.
type salvage struct {
	pages    *pages
	sealed   map[model.Digest]model.Annotation
	unsealed map[string]model.Annotation // by ID
	kept     tallies
}

// page takes what is on a page: the rows that the page lists, and those that
// stand there all the same.
func (s *salvage) page(page []byte) {
	if page[0] == indexLeaf || page[0] == indexInterior {
		s.tallies(page)
	}
	if !bytes.Contains(page, []byte(bodyStart)) {
		return
	}
	for _, c := range cells(page) {
		s.row(s.pages.payloads(page, c))
	}
	s.search(page)
}

// row takes a decision from a row with its ID, its article and its body in
// whatever order, of which there may be several versions.
func (s *salvage) row(payloads [][]byte) {
	for _, payload := range payloads {
		texts := columns(payload)
		i := slices.IndexFunc(texts, func(c []byte) bool { return bytes.HasPrefix(c, []byte(bodyStart)) })
		if i < 0 {
			continue
		}
		a, d, err := model.ParseAnnotation(texts[i])
		has := func(s string) bool { return slices.ContainsFunc(texts, func(c []byte) bool { return string(c) == s }) }
		switch {
		case err != nil || !has(a.ID) || !has(a.Article):
		case d == model.Digest{}:
			s.unsealed[a.ID] = a
		default:
			s.sealed[d] = a
		}
	}
}

// What the JSON of a decision and of a tally begins with.
const (
	bodyStart  = `{"id":"`
	tallyStart = `{"article":"`
)

// maxBefore is more than stands before the body in a row, in bytes.
const maxBefore = 600

// search takes rows that the page does not list (any more), by what their bodies
// begin with and by the record's header before it. A text of an article cannot
// pass for one: the header is not UTF-8.
func (s *salvage) search(page []byte) {
	for at := range indexes(page, bodyStart) {
		for start := max(0, at-maxBefore); start < at; start++ {
			if size, ok := recordSize(page[start:], at-start); ok {
				s.row(s.pages.payload(page[start:], size))
			}
		}
	}
}

// tallies takes the tallies on a page. Of one article's the highest is the
// latest.
func (s *salvage) tallies(page []byte) {
	for at := range indexes(page, tallyStart) {
		article, t, err := parseTally(page[at:])
		if err == nil && t.count > s.kept[article].count {
			s.kept[article] = t
		}
	}
}

// indexes is where words begin.
func indexes(data []byte, words string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := bytes.Index(data[from:], []byte(words))
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + len(words)
		}
	}
}

// result counts. What has no digest counts only where nothing has one: else it
// was left behind when the library was brought up to date.
func (s *salvage) result() (r Salvaged) {
	counts := make(map[string]int)
	for _, a := range s.sealed {
		r.Decisions = append(r.Decisions, a)
		counts[a.Article]++
	}
	for article, t := range s.kept {
		r.Missing += max(0, t.count-counts[article])
	}
	if len(s.sealed) == 0 {
		for _, a := range s.unsealed {
			r.Decisions = append(r.Decisions, a)
			counts[a.Article]++
		}
	}
	for article := range counts {
		if _, counted := s.kept[article]; !counted {
			r.Uncounted++
		}
	}
	slices.SortFunc(r.Decisions, func(a, b model.Annotation) int { return cmp.Or(a.Compare(b), cmp.Compare(a.Article, b.Article)) })
	return r
}
