package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
)

// MaxSize is the largest input that is read, in bytes.
const MaxSize = 64 << 20

// Why an input is refused. The error that [Read] and [Open] return is one
// sentence that begins with the name of the input; errors.Is finds these in it.
var (
	ErrFolder   = errors.New("is a folder: name a file inside it")
	ErrEmpty    = errors.New("is empty: there is nothing to read")
	ErrBlank    = errors.New("holds only white space: there is nothing to read")
	ErrTooLarge = fmt.Errorf("is larger than %d MiB: cut it into parts", MaxSize>>20)
	ErrBinary   = errors.New("not text: convert it to plain text or HTML first")
	ErrTooDeep  = errors.New("is HTML nested too deeply: save its text as plain text")
)

// name is what error messages call an input. A name that could move the cursor
// or turn the text round is quoted.
func name(source string) string {
	switch {
	case source == "":
		return "the input"
	case strings.ContainsFunc(source, func(r rune) bool { return !unicode.IsPrint(r) }):
		return strconv.Quote(source)
	}
	return source
}

// unreadable says in plain words why the system would not let us read; the
// system's error stays inside it.
type unreadable struct {
	text  string
	cause error
}

func (u *unreadable) Error() string { return u.text }
func (u *unreadable) Unwrap() error { return u.cause }

func failure(source string, cause error) error {
	text := name(source) + " cannot be read"
	switch path := (*fs.PathError)(nil); {
	case errors.Is(cause, fs.ErrNotExist):
		text = name(source) + " does not exist: check the name"
	case errors.Is(cause, fs.ErrPermission):
		text = name(source) + " may not be read: ask its owner for permission"
	case errors.As(cause, &path):
		text += ": " + path.Err.Error()
	default:
		text += ": " + cause.Error()
	}
	return &unreadable{text, cause}
}

// magics are the first bytes of files that are certainly not text.
var magics = []struct{ start, kind string }{
	{"\x7fELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"\xcf\xfa\xed\xfe", "a program"},
	{"\xca\xfe\xba\xbe", "a program"},
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"PK\x05\x06", "a ZIP archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{"{\\rtf", "an RTF document"},
	{"\x89PNG\r\n\x1a\n", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF87a", "a picture"},
	{"GIF89a", "a picture"},
	{"\x1f\x8b", "a compressed file"},
	{"BZh", "a compressed file"},
	{"\xfd7zXZ\x00", "a compressed file"},
	{"\x28\xb5\x2f\xfd", "a compressed file"},
	{"7z\xbc\xaf\x27\x1c", "a compressed file"},
	{"Rar!\x1a\x07", "a compressed file"},
	{"SQLite format 3\x00", "a database"},
	{"OggS\x00", "a recording"},
	{"ID3\x03", "a recording"},
	{"ID3\x04", "a recording"},
}

// magic says what data is by its first bytes, "" where they tell nothing.
func magic(data string) string {
	for _, m := range magics {
		if strings.HasPrefix(data, m.start) {
			return m.kind
		}
	}
	return ""
}

// controlled reports whether more than a twentieth of the bytes are controls
// that no text uses. A text may hold a few NULs, and any number of escape
// sequences.
func controlled(data string) bool {
	n := 0
	for rest := data; rest != ""; {
		size := min(wordSize, len(rest))
		if size < wordSize || anyControl(rest) {
			for i := range size {
				if strange(rest[i]) {
					n++
				}
			}
		}
		rest = rest[size:]
	}
	return n > 2+len(data)/20
}

// wordSize is how many bytes are looked at together: nearly all of a text are
// no controls.
const wordSize = 8

// anyControl reports whether one of the first eight bytes is under U+0020 or is
// U+007F. It looks at all of them at once, as the bytes of one number.
func anyControl(s string) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	_ = s[wordSize-1]
	word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	deleted := word ^ 0x7f*each
	return (word-' '*each)&^word&high != 0 || (deleted-each)&^deleted&high != 0
}

// strange reports whether a byte is a control that plain text does not use.
func strange(c byte) bool {
	return c < ' ' && !('\a' <= c && c <= '\r') && c != '\x1b' || c == 0x7f
}

// blank reports whether a text shows nothing.
func blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) {
			return false
		}
	}
	return true
}
