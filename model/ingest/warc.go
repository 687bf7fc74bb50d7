package ingest

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"errors"
	"io"
	"mime"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"rawi/model"
)

// Limits for an archive of the web, which may be packed.
const (
	maxPages     = 2000
	unpackedMore = 200 // times its size are looked through at most
)

// isWARC reports whether an input is an archive of the web, packed or not: ISO 28500.
func isWARC(in *input) bool {
	const sign = "WARC/1."
	if strings.HasPrefix(in.data, sign) {
		return true
	}
	if !strings.HasPrefix(in.data, "\x1f\x8b") {
		return false
	}
	unpacked, err := gzip.NewReader(strings.NewReader(in.data))
	if err != nil {
		return false
	}
	start := make([]byte, len(sign))
	_, err = io.ReadFull(unpacked, start)
	return err == nil && string(start) == sign
}

// readWARC makes an article of each HTML page in such an archive, in its order. One of a few words, as
// frames and advertising are, is taken only if there is no other.
func readWARC(in *input) ([]*model.Article, error) {
	var data io.Reader = strings.NewReader(in.data)
	if !strings.HasPrefix(in.data, "WARC/") {
		unpacked, err := gzip.NewReader(data)
		if err != nil {
			return nil, ErrDamaged
		}
		data = unpacked
	}
	a := archived{in: in, data: bufio.NewReader(io.LimitReader(data, int64(unpackedMore*len(in.data)+minUnpacked))), seen: map[string]bool{}}
	for {
		switch err := a.record(); {
		case errors.Is(err, io.EOF) && len(a.pages) == 0:
			return a.short, nil
		case errors.Is(err, io.EOF):
			return a.pages, nil
		case errors.Is(err, ErrTooLarge):
			return nil, err
		case err != nil && len(a.pages) == 0:
			return nil, ErrDamaged
		case err != nil: // what follows is damaged
			return a.pages, nil
		}
	}
}

// archived is an archive that is being read.
type archived struct {
	in    *input
	data  *bufio.Reader
	seen  map[string]bool // addresses
	pages []*model.Article
	short []*model.Article // of a few words
	kept  int              // bytes of the articles so far
}

// record reads the next record, io.EOF at the end.
func (a *archived) record() error {
	version, err := a.data.ReadString('\n')
	for err == nil && strings.TrimSpace(version) == "" {
		version, err = a.data.ReadString('\n')
	}
	if err != nil {
		return io.EOF
	}
	header, err := textproto.NewReader(a.data).ReadMIMEHeader()
	size, wrong := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || wrong != nil || size < 0 || !strings.HasPrefix(version, "WARC/") {
		return ErrDamaged
	}
	block := &io.LimitedReader{R: a.data, N: size}
	if err := a.page(header, block); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
		return ErrDamaged
	}
	return nil
}

// page takes the page in the block of a record, if there is one.
func (a *archived) page(header textproto.MIMEHeader, block io.Reader) error {
	address := resolve("", strings.Trim(header.Get("WARC-Target-URI"), "<>"))
	if address == "" || a.seen[address] || len(a.pages) >= maxPages {
		return nil
	}
	kind, body := header.Get("Content-Type"), block
	switch header.Get("WARC-Type") {
	case "response":
		if kind, body = answerIn(block); body == nil {
			return nil
		}
	case "resource", "conversion":
	default:
		return nil
	}
	media, parameters, _ := mime.ParseMediaType(kind)
	if media != "text/html" && media != "application/xhtml+xml" {
		return nil
	}
	most := int64(maxUnpacked*len(a.in.data) + minUnpacked)
	var text strings.Builder
	if n, _ := io.Copy(&text, io.LimitReader(body, most+1)); n > most { // a page that is cut is read as far as it goes
		return ErrTooLarge
	}
	inner := newInput(text.String(), address)
	inner.charset, inner.size = parameters["charset"], len(a.in.data)
	if inner.data == "" || inner.binary() {
		return nil
	}
	a.seen[address] = true
	return a.keep(inner, header.Get("WARC-Date"))
}

// keep keeps the article of a page.
func (a *archived) keep(inner *input, date string) error {
	article, _, err := readPage(inner)
	if err != nil || blank(article.Text) {
		return nil //nolint:nilerr // one page of many that cannot be read
	}
	if a.kept += len(article.Text) + len(article.Blocks)*blockBytes; a.kept > maxUnpacked*len(a.in.data)+minUnpacked {
		return ErrTooLarge
	}
	article.Source = a.in.source + "#" + inner.source
	article.Facts.Address = cmp.Or(article.Facts.Address, inner.source)
	if t, err := time.Parse(time.RFC3339, date); err == nil {
		article.Fetched = t
	}
	if hollow(article) {
		a.short = append(a.short, article)
	} else {
		a.pages = append(a.pages, article)
	}
	return nil
}

// answerIn is the body of an answer of HTTP with its type, nil for one that is no page: RFC 9112.
func answerIn(block io.Reader) (kind string, body io.Reader) {
	data := bufio.NewReader(block)
	status, err := data.ReadString('\n')
	if fields := strings.Fields(status); err != nil || len(fields) < 2 || fields[1] != "200" {
		return "", nil
	}
	header, err := textproto.NewReader(data).ReadMIMEHeader()
	if err != nil {
		return "", nil
	}
	body = data
	if start, err := data.Peek(1); strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") && err == nil && start[0] != '<' {
		body = &chunks{data: data} // some archives hold it put together already
	}
	if strings.EqualFold(header.Get("Content-Encoding"), "gzip") {
		if body, err = gzip.NewReader(body); err != nil {
			return "", nil
		}
	}
	return header.Get("Content-Type"), body
}

// chunks reads a body that was sent in chunks: RFC 9112, section 7.1.
type chunks struct {
	data *bufio.Reader
	left int64 // of the chunk
}

func (c *chunks) Read(p []byte) (int, error) {
	for c.left == 0 {
		line, err := c.data.ReadString('\n')
		if err != nil {
			return 0, err
		}
		if line = strings.TrimSpace(line); line == "" {
			continue // the end of the chunk before
		}
		size, _, _ := strings.Cut(line, ";")
		if c.left, err = strconv.ParseInt(strings.TrimSpace(size), 16, 64); err != nil || c.left <= 0 {
			return 0, io.EOF
		}
	}
	n, err := c.data.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}
