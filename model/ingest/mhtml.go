package ingest

import (
	"bufio"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"rawi/model"
)

// maxHeader is the size of the largest header of a page that a browser saved, in bytes.
const maxHeader = 64 << 10

// opensMHTML reports whether an input begins with the header of a page saved with its
// pictures in one file: RFC 2557.
func opensMHTML(in *input) bool {
	head, _, _ := strings.Cut(in.data[:min(len(in.data), 4096)], "\n\r\n")
	head, _, _ = strings.Cut(head, "\n\n")
	name, _, found := strings.Cut(head, ":")
	return found && !strings.ContainsAny(name, " \t<\n") && strings.Contains(strings.ToLower(head), "content-type: multipart/related")
}

// readMHTML reads the page in such a file: its first part that is HTML.
func readMHTML(in *input) ([]*model.Article, error) {
	head := bufio.NewReader(strings.NewReader(in.data[:min(len(in.data), maxHeader)]))
	header, err := textproto.NewReader(head).ReadMIMEHeader()
	if err != nil {
		return nil, ErrDamaged
	}
	_, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || parameters["boundary"] == "" {
		return nil, ErrDamaged
	}
	parts := multipart.NewReader(strings.NewReader(in.data), parameters["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil, ErrDamaged // there is no page
		}
		kind, parameters, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		page, err := io.ReadAll(decoded(part, part.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return nil, ErrDamaged // part of it is missing
		}
		inner := newInput(string(page), in.source)
		inner.charset, inner.size = parameters["charset"], len(in.data)
		inner.address = firstAddress(part.Header.Get("Content-Location"), header.Get("Snapshot-Content-Location"))
		return readHTML(inner)
	}
}

// decoded is a part without its transfer encoding: RFC 2045, section 6.
func decoded(part io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(part)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, part)
	}
	return part
}

// firstAddress is the first that is an address of the web.
func firstAddress(candidates ...string) string {
	for _, c := range candidates {
		if address := resolve("", c); address != "" {
			return address
		}
	}
	return ""
}
