package store

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"rawi/model"
)

// Page is a page of the web as it was fetched.
type Page struct {
	Address  string // that was asked for: the source of its article
	Found    string // after all redirects
	Fetched  time.Time
	Type     string // media type, "" where none was said
	Charset  string // as the server said, or ""
	ETag     string // by what the server tells whether it changed
	Modified string
	Data     string
}

// KeepPage stores an article with the page that it was made of. The page that had the
// address before stays, if it was another one.
func (l *Library) KeepPage(a *model.Article, p Page) error {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, p.Data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return l.change(func(tx *sql.Tx) error {
		if err := keepArticle(tx, a); err != nil {
			return err
		}
		hash := hashOf(p.Data)
		if _, err := tx.Exec("DELETE FROM page WHERE address = ? AND hash = ?", p.Address, hash); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT INTO page (article, address, found, fetched, type, charset, etag, modified, hash, data)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, a.ID, p.Address, p.Found, formatTime(p.Fetched), p.Type, p.Charset,
			p.ETag, p.Modified, hash, packed.Bytes())
		return err
	})
}

// Page is the page that an address had when it was fetched last; ok is false if it
// never was.
func (l *Library) Page(address string) (p Page, ok bool, err error) { return l.page(address, 0) }

// PageBefore is the page that an address had before it changed the last time; ok is false if
// it never did.
func (l *Library) PageBefore(address string) (p Page, ok bool, err error) { return l.page(address, 1) }

// page is a page of an address, so many changes back.
func (l *Library) page(address string, back int) (p Page, ok bool, err error) {
	var fetched, hash string
	var packed []byte
	err = l.db.QueryRow(`SELECT address, found, fetched, type, charset, etag, modified, hash, data FROM page
		WHERE address = ? ORDER BY seq DESC LIMIT 1 OFFSET ?`, address, back).
		Scan(&p.Address, &p.Found, &fetched, &p.Type, &p.Charset, &p.ETag, &p.Modified, &hash, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return Page{}, false, nil
	}
	if err != nil {
		return Page{}, false, l.explain(err)
	}
	p.Data, err = unpack(packed)
	var badTime error
	if p.Fetched, badTime = time.Parse(time.RFC3339Nano, fetched); err != nil || badTime != nil || hashOf(p.Data) != hash {
		return Page{}, false, l.corrupt("the page %s is not as it was fetched", address)
	}
	return p, true, nil
}

func unpack(packed []byte) (string, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return "", err
	}
	var data strings.Builder
	_, err = io.Copy(&data, r)
	return data.String(), err
}

func hashOf(data string) string {
	sum := sha256.Sum256([]byte(data))
	return hex.EncodeToString(sum[:])
}

// pages checks that each page is as it was fetched.
func (c *check) pages() error {
	return c.p.rows("SELECT seq, address, hash, data FROM page ORDER BY seq", nil, func(rows *sql.Rows) error {
		var seq int64
		var address, hash, packed sql.RawBytes // whatever type a damaged row has
		if err := rows.Scan(&seq, &address, &hash, &packed); err != nil {
			return err
		}
		if data, err := unpack(packed); err != nil || hashOf(data) != string(hash) {
			c.fault("the page %s (number %d) is not as it was fetched", fmt.Sprintf("%q", address), seq)
		}
		return nil
	})
}
