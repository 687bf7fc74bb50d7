package ingest

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	utf "golang.org/x/text/encoding/unicode"
)

// input is the bytes of one input and what is known about them before its format
// is recognised.
type input struct {
	data      string // the bytes as they were read
	source    string // path or URL, "" for a pipe
	extension string // of the source, in lower case, with the dot
	mediaType string // as a server says, in lower case; "" where it says none, or one that says nothing
	charset   string // as a server or a header says, "" for none
	address   string // of the page, where it is not its source
	size      int    // of the input that it stands in, or its own, in bytes

	// text is data without a byte order mark, turned from UTF-16 into UTF-8; ASCII
	// in it is ASCII. If it is not valid UTF-8, decode finds its
	// encoding.
	text     string
	valid    bool
	broken   int // sequences of UTF-16 that could not be decoded
	controls int // bytes of text that are controls which plain text does not use
}

func newInput(data, source string) *input {
	in := &input{data: data, source: source, extension: extensionOf(source), size: len(data)}
	if order, mark, ok := wide(data); ok {
		in.text, in.broken = decodeWith(utf.UTF16(order, utf.IgnoreBOM), data[mark:])
	} else {
		in.text = strings.TrimPrefix(data, "\xef\xbb\xbf")
	}
	in.valid, in.controls = scan(in.text)
	return in
}

// extensionOf is the extension of a path, or of the path in a URL.
func extensionOf(source string) string {
	if u, err := url.Parse(source); err == nil && u.Host != "" {
		source = u.Path
	}
	return strings.ToLower(path.Ext(source))
}

// base is the address against which links of the input are resolved.
func (in *input) base() string { return cmp.Or(in.address, in.source) }

// binary reports whether more than a twentieth of the bytes are controls which
// plain text does not use. A text may hold a few NULs, and any number of escape
// sequences.
func (in *input) binary() bool { return in.controls > 2+len(in.text)/20 }

// decode returns the text of an input and the number of byte sequences that could
// not be decoded. It tries in order: UTF-16, valid UTF-8, UTF-8 with a few invalid
// bytes, a single-byte encoding in which the text is certainly Arabic, the one that
// a server or a header names, the one that declared returns unless it is nil, UTF-8.
func (in *input) decode(declared func(text string) encoding.Encoding) (text string, broken int) {
	switch {
	case in.valid:
		return in.text, in.broken
	case mostlyUTF8(in.text):
		return decodeUTF8(in.text)
	}
	if enc := arabicEncoding(in.text); enc != nil {
		return decodeWith(enc, in.text)
	}
	if enc, _ := charset.Lookup(in.charset); enc != nil {
		return decodeWith(enc, in.text)
	}
	if declared != nil {
		if enc := declared(in.text); enc != nil {
			return decodeWith(enc, in.text)
		}
	}
	return decodeUTF8(in.text)
}
