package store

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"rawi/model"
)

// tally tells whether decisions are missing: how many there are, and the sum of
// their digests modulo 2^128, which is the same in whatever order they came in.
// The zero value is that of none.
type tally struct {
	count int
	sum   model.Digest
}

// plus is the tally of the decisions of both.
func (t tally) plus(o tally) tally {
	t.count += o.count
	low, carry := bits.Add64(binary.BigEndian.Uint64(t.sum[8:]), binary.BigEndian.Uint64(o.sum[8:]), 0)
	high, _ := bits.Add64(binary.BigEndian.Uint64(t.sum[:]), binary.BigEndian.Uint64(o.sum[:]), carry)
	binary.BigEndian.PutUint64(t.sum[8:], low)
	binary.BigEndian.PutUint64(t.sum[:], high)
	return t
}

// tallies is tallies by article.
type tallies map[string]tally

// add counts a decision.
func (ts tallies) add(article string, d model.Digest) { ts[article] = ts[article].plus(tally{1, d}) }

// tallyRecord is a tally in the file. It is sealed as a decision is, so that it
// can be told from a damaged one wherever it is found.
type tallyRecord struct {
	Article string `json:"article"`
	Count   int    `json:"count"`
	Sum     string `json:"sum"`
	Digest  string `json:"digest,omitempty"`
}

func (t tally) seal(article string) ([]byte, error) {
	object, err := json.Marshal(tallyRecord{Article: article, Count: t.count, Sum: t.sum.String()})
	if err != nil {
		return nil, err
	}
	sealed, _, err := model.Seal(object)
	return sealed, err
}

// parseTally is the inverse of seal.
func parseTally(sealed []byte) (article string, t tally, err error) {
	object, d, err := model.CutSealed(sealed)
	if err != nil || d == (model.Digest{}) {
		return "", t, model.ErrDigest
	}
	var r tallyRecord
	dec := json.NewDecoder(bytes.NewReader(object))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return "", t, err
	}
	if n, err := hex.Decode(t.sum[:], []byte(r.Sum)); err != nil || n != len(t.sum) {
		return "", t, errors.New("its sum is none")
	}
	t.count = r.Count
	return r.Article, t, nil
}

// keptTallies is the tallies that the rest of a query selects. Those that cannot
// be read are faults.
func keptTallies(p *prepared, rest string, args ...any) (kept tallies, faults []string, err error) {
	kept = make(tallies)
	err = p.rows("SELECT article, body FROM tally "+rest, args, func(rows *sql.Rows) error {
		var id, body sql.RawBytes
		if err := rows.Scan(&id, &body); err != nil {
			return err
		}
		article, t, err := parseTally(body)
		if err != nil || article != string(id) {
			faults = append(faults, fmt.Sprintf("the count of the decisions on %s cannot be read", ofArticle(string(id))))
			return nil
		}
		kept[article] = t
		return nil
	})
	return kept, faults, err
}

// keepTallies writes tallies in the place of earlier ones.
func keepTallies(p *prepared, ts tallies) error {
	for _, article := range slices.Sorted(maps.Keys(ts)) {
		sealed, err := ts[article].seal(article)
		if err != nil {
			return err
		}
		if _, err := p.exec("INSERT INTO tally (article, body) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET body = excluded.body", article, string(sealed)); err != nil {
			return err
		}
	}
	return nil
}

// missing is a sentence on each article on which there are not the decisions that
// were kept, by what is found and what should be.
func missing(found, kept tallies) (faults []string) {
	both := maps.Clone(found)
	maps.Copy(both, kept)
	for _, article := range slices.Sorted(maps.Keys(both)) {
		got, want := found[article], kept[article]
		switch _, counted := kept[article]; {
		case !counted:
			faults = append(faults, fmt.Sprintf("the count of the decisions on %s is missing", ofArticle(article)))
		case got.count < want.count:
			faults = append(faults, fmt.Sprintf("%d of %d decisions on %s are missing", want.count-got.count, want.count, ofArticle(article)))
		case got != want:
			faults = append(faults, fmt.Sprintf("the decisions on %s are not those that were kept", ofArticle(article)))
		}
	}
	return faults
}

// ofArticle names an article in a sentence.
func ofArticle(id string) string {
	if id == "" {
		return "the whole library"
	}
	return "the article " + id
}
