package store

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// The index of words holds the trigrams of each folded text, so that it finds what the
// search in one article finds: any letters of a word, and words beside each other. It
// tells which texts may have them; the texts tell whether, and where.

// How a text stands in the index: card.indexed.
const (
	notIndexed = iota
	indexed
	neverIndexed // too large: it is read each time
)

// In one transaction, so that nobody who writes has to wait longer, in bytes; larger
// texts are never indexed.
const (
	indexedAtOnce  = 256 << 10
	largestIndexed = 1 << 20
)

// Index takes texts into the index of words that are not in it yet, for some tenths of a
// second, and reports whether there are more.
func (l *Library) Index() (more bool, err error) {
	if !l.writable() {
		return false, nil // what is not in it is read when something is looked for
	}
	err = l.change(func(tx *sql.Tx) error {
		p := prepare(tx)
		type row struct {
			number int64
			size   int
		}
		var rows []row
		more = false
		err := p.rows("SELECT number, size FROM card WHERE indexed = 0 ORDER BY number DESC LIMIT 1000", nil, func(r *sql.Rows) error {
			var next row
			err := r.Scan(&next.number, &next.size)
			rows = append(rows, next)
			return err
		})
		if err != nil {
			return err
		}
		read := 0
		for _, r := range rows {
			if more = read > indexedAtOnce; more {
				return nil
			}
			read += r.size
			if err := indexText(p, r.number, r.size); err != nil {
				return err
			}
		}
		more = len(rows) == 1000
		return nil
	})
	return more, err
}

func indexText(p *prepared, number int64, size int) error {
	state := indexed
	if size > largestIndexed {
		state = neverIndexed
	} else {
		text, err := column[string](p, "SELECT text FROM article JOIN card ON article.id = card.article WHERE number = ?", number)
		if err != nil {
			return err
		}
		if _, err := p.exec("INSERT INTO words (rowid, text) VALUES (?, ?)", number, indexedText(text[0])); err != nil {
			return err
		}
	}
	_, err := p.exec("UPDATE card SET indexed = ? WHERE number = ?", state, number)
	return err
}

// Found is an article in which something was found.
type Found struct {
	Article string // its ID
	Title   string
	Site    string
	Date    time.Time
	Pattern arabic.Pattern // what occurs: the pattern that was looked for, or its longest word where its words occur apart
	Places  []Passage      // the first of them
	Count   int            // of all places
}

// Passage is a place in a text with what stands around it on its line.
type Passage struct {
	model.Span            // in the article's text
	Excerpt    string     // one line, without white space at its ends
	At         model.Span // of the place in Excerpt
}

// passagesOf is how many places of one article are given.
const passagesOf = 3

// Find looks for a pattern in all articles on the shelf, and gives at most limit articles,
// those kept last first; more reports whether there are more. Where the words of a
// pattern stand nowhere together, an article is found that has each of them.
func (l *Library) Find(pattern arabic.Pattern, limit int) (found []Found, more bool, err error) {
	if arabic.Fold(pattern.Words()) == "" {
		return nil, false, nil
	}
	condition, args := l.spellings().hasWords(indexedWords(pattern))
	if condition == "" {
		condition = "true"
	} else {
		condition = "(number IN (SELECT rowid FROM words WHERE " + condition + ") OR indexed <> 1)"
	}
	err = l.view(func(p *prepared) error {
		found, more = nil, false
		err := p.rows(`SELECT card.article, title, site, CASE published WHEN '' THEN fetched ELSE published END, text
			FROM card JOIN article ON article.id = card.article WHERE `+condition+" AND "+l.onShelf()+" ORDER BY number DESC", args, func(rows *sql.Rows) error {
			var f Found
			var date, text string
			if err := rows.Scan(&f.Article, &f.Title, &f.Site, &date, &text); err != nil {
				return err
			}
			f.Date, _ = time.Parse(time.RFC3339Nano, date) // which a check tells
			if !f.lookIn(text, pattern) {
				return nil
			}
			if len(found) == limit {
				return errEnough
			}
			found = append(found, f)
			return nil
		})
		if more = err == errEnough; more {
			return nil
		}
		return err
	})
	return found, more, err
}

// noText stands in the index for NUL, which would end a text there, and its query.
const noText = "\ufffd"

// indexedText is a text as it is indexed.
func indexedText(text string) string { return strings.ReplaceAll(arabic.Fold(text), "\x00", noText) }

// indexedWords is the words that a text must have in which a pattern may be found, as they
// are indexed.
func indexedWords(pattern arabic.Pattern) []string {
	words := indexedText(pattern.Words())
	if pattern.IsExact() {
		return []string{words}
	}
	return strings.Fields(words)
}

// hasTrigrams asks the index of SQLite for all trigrams of some words; nothing where the
// words are too short to tell.
func hasTrigrams(words []string) (condition string, args []any) {
	all := trigrams(words)
	if len(all) == 0 {
		return "", nil
	}
	var query strings.Builder
	for i, t := range all {
		if i > 0 {
			query.WriteString(" AND ")
		}
		query.WriteString(`"` + strings.ReplaceAll(t, `"`, `""`) + `"`)
	}
	return "words MATCH ?", []any{query.String()}
}

// trigrams is each three letters that stand beside each other in one of some words.
func trigrams(words []string) (all []string) {
	for _, word := range words {
		letters := []rune(word)
		for i := range max(0, len(letters)-2) {
			all = append(all, string(letters[i:i+3]))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// hasEach asks PostgreSQL, which reads the folded texts, for each of some words.
func hasEach(words []string) (condition string, args []any) {
	for _, word := range words {
		condition += " AND position(? IN text) > 0"
		args = append(args, word)
	}
	return strings.TrimPrefix(condition, " AND "), args
}

// lookIn looks for a pattern in a text, and reports whether it was found.
func (f *Found) lookIn(text string, pattern arabic.Pattern) bool {
	if f.count(text, pattern) {
		return true
	}
	words := strings.Fields(pattern.Words())
	if pattern.IsExact() || len(words) < 2 {
		return false
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for i := len(words) - 1; i >= 0; i-- { // the longest last, which is shown
		f.Count, f.Places = 0, nil
		if !f.count(text, arabic.Pattern(words[i])) {
			return false
		}
	}
	return true
}

// count counts the places of a pattern, and notes the first.
func (f *Found) count(text string, pattern arabic.Pattern) bool {
	for start, end := range pattern.In(text) {
		if f.Count++; f.Count <= passagesOf {
			f.Places = append(f.Places, passage(text, model.Span{Start: start, End: end}))
		}
	}
	f.Pattern = pattern
	return f.Count > 0
}
