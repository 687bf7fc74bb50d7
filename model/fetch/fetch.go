// Package fetch brings pages from addresses: the only package that knows the network.
//
// Nothing is fetched unless [Client.Get] is called. It asks for one page over http or
// https, follows at most ten redirects, and ends at a size and a time that its caller
// sets, or when its context is cancelled. An address inside the machine's own network
// is asked only when the reader typed it: see [Request.Typed].
//
// Every error wraps one of the errors in errors.go.
package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// maxRedirects is how many redirects are followed.
const maxRedirects = 10

// Client asks for pages. Its fields must be set.
type Client struct {
	Agent    string        // User-Agent: the program and its version
	MaxSize  int64         // of the largest page after decompression, in bytes
	Patience time.Duration // how long one page may take, redirects and body included

	network network // zero: the machine's
}

// Request is what is asked for.
type Request struct {
	Address string
	Typed   bool // the reader typed the address; else a feed or a page named it
	Kept    Version
	// Progress is called now and then with the number of bytes received and of all, -1
	// where that is not known; nil: nobody looks.
	Progress func(received, total int64)
}

// Version is by what a server tells whether a page has changed; the zero value asks
// for the page whatever the server has.
type Version struct{ ETag, Modified string }

// Page is what a server gave.
type Page struct {
	Address   string // where it was found after all redirects
	Fetched   time.Time
	Data      string // decompressed, otherwise as it came
	Type      string // media type in lower case without parameters, "" where none was said
	Charset   string // as the header says, "" where it says none
	Version   Version
	Unchanged bool // the server says that the kept version holds; no Data
}

// Hash is the hexadecimal SHA-256 of the page's bytes.
func (p *Page) Hash() string {
	sum := sha256.Sum256([]byte(p.Data))
	return hex.EncodeToString(sum[:])
}

// IsAddress reports whether a name is an address of the web and not of a file.
func IsAddress(name string) bool {
	scheme, _, found := strings.Cut(name, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Parse checks an address that is to be asked for. The fragment is left out: no server
// sees it.
func Parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil, u.Host == "", u.Hostname() == "", u.User != nil:
		return nil, ErrAddress
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, ErrScheme
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// Get asks for one page.
func (c *Client) Get(ctx context.Context, r Request) (*Page, error) {
	u, err := Parse(r.Address)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.Patience, ErrTimeout)
	defer cancel()
	page, err := c.get(ctx, u, r)
	if err != nil {
		return nil, explain(ctx, err)
	}
	return page, nil
}

func (c *Client) get(ctx context.Context, u *url.URL, r Request) (*Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, ErrAddress
	}
	c.ask(request.Header, r.Kept)
	answer, err := c.client(u, r.Typed).Do(request)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	page := newPage(answer)
	switch {
	case answer.StatusCode == http.StatusNotModified && r.Kept != Version{}:
		page.Version, page.Unchanged = r.Kept, true
		return page, nil
	case answer.StatusCode < 200 || answer.StatusCode > 299:
		return nil, statusError(answer.StatusCode)
	}
	page.Data, err = c.body(answer, r.Progress)
	return page, err
}

// ask sets what a request says. That it takes gzip, net/http says itself.
func (c *Client) ask(h http.Header, kept Version) {
	h.Set("User-Agent", c.Agent)
	h.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,text/*;q=0.9,*/*;q=0.5")
	h.Set("Accept-Language", "ar,*;q=0.5")
	for name, value := range map[string]string{"If-None-Match": kept.ETag, "If-Modified-Since": kept.Modified} {
		if value != "" {
			h.Set(name, value)
		}
	}
}

// client follows redirects from one address. Nothing of it is used again: each page
// is asked for on its own.
func (c *Client) client(from *url.URL, typed bool) *http.Client {
	return &http.Client{
		Transport: c.network.transport(from, typed),
		CheckRedirect: func(to *http.Request, before []*http.Request) error {
			switch {
			case len(before) > maxRedirects:
				return ErrRedirects
			case to.URL.Scheme != "http" && to.URL.Scheme != "https":
				return ErrScheme
			case to.URL.User != nil:
				return ErrAddress
			}
			return nil
		},
	}
}

func newPage(answer *http.Response) *Page {
	kind, parameters, _ := mime.ParseMediaType(answer.Header.Get("Content-Type")) // "" where it is none
	return &Page{
		Address: answer.Request.URL.String(), Fetched: time.Now(), Type: kind, Charset: parameters["charset"],
		Version: Version{answer.Header.Get("ETag"), answer.Header.Get("Last-Modified")},
	}
}

// body reads the body to its end, or to the byte after the largest size.
func (c *Client) body(answer *http.Response, progress func(received, total int64)) (string, error) {
	total := answer.ContentLength
	if total > c.MaxSize {
		return "", ErrTooLarge
	}
	var data strings.Builder
	data.Grow(int(max(min(total, 1<<20), 0))) // what a header says is no reason for more
	if progress == nil {
		progress = func(int64, int64) {}
	}
	body := &counted{Reader: io.LimitReader(answer.Body, c.MaxSize+1), total: total, tell: progress}
	switch n, err := io.Copy(&data, body); {
	case err != nil:
		return "", err
	case n > c.MaxSize:
		return "", ErrTooLarge
	}
	return data.String(), nil
}

// counted is a reader that tells how much was read.
type counted struct {
	io.Reader
	received, total int64
	tell            func(received, total int64)
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.received += int64(n)
	c.tell(c.received, c.total)
	return n, err
}

// vague are the media types that servers give to everything.
var vague = []string{"", "text/plain", "application/octet-stream", "binary/octet-stream"}

// Vague reports whether the media type says nothing of what the page is: then the
// ending of its address may tell.
func (p *Page) Vague() bool { return slices.Contains(vague, p.Type) }
