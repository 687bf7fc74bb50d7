package ingest

import (
	"path"
	"strings"

	"golang.org/x/text/encoding"
	utf "golang.org/x/text/encoding/unicode"
)

// input is the bytes of one input, and what is known of them before their
// format is.
type input struct {
	data      string // the bytes as they were read
	source    string // path or URL, "" for a pipe
	extension string // of the source, in lower case, with the dot

	// text is data without a byte order mark, turned from UTF-16 into UTF-8; ASCII
	// in it is ASCII. It is valid UTF-8, or of an encoding that decode finds out.
	text     string
	valid    bool
	broken   int // sequences of UTF-16 that could not be decoded
	controls int // bytes of text that are controls and that no text uses
}

func newInput(data, source string) *input {
	in := &input{data: data, source: source, extension: strings.ToLower(path.Ext(source))}
	if order, mark, ok := wide(data); ok {
		in.text, in.broken = decodeWith(utf.UTF16(order, utf.IgnoreBOM), data[mark:])
	} else {
		in.text = strings.TrimPrefix(data, "\xef\xbb\xbf")
	}
	in.valid, in.controls = scan(in.text)
	return in
}

// binary reports whether more than a twentieth of the bytes are controls that
// no text uses. A text may hold a few NULs, and any number of escape sequences.
func (in *input) binary() bool { return in.controls > 2+len(in.text)/20 }

// decode returns the text of an input and the number of sequences that could
// not be decoded. In order: UTF-16, valid UTF-8, UTF-8 with broken bytes, an
// encoding of one byte a letter whose result is surely Arabic, the encoding that
// declared finds in the text unless it is nil. What is left is taken for broken
// UTF-8.
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
	if declared != nil {
		return decodeWith(declared(in.text), in.text)
	}
	return decodeUTF8(in.text)
}
