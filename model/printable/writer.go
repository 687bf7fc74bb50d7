package printable

import (
	"io"
	"unicode/utf8"
)

// Writer passes text on as [Text] has it, but keeps line ends; CRLF becomes
// LF. It may be used by one goroutine at a time, and must be closed. After an
// error nothing more is written, and every call returns it.
type Writer struct {
	Tabs bool // tabs pass too

	to   io.Writer
	rest []byte // of what was written: a character that may go on
	err  error  // the first
}

// NewWriter is a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{to: w} }

// Write writes p, except for a character at its end that is not whole yet. The
// number of bytes is that of p, not of what went out.
func (w *Writer) Write(p []byte) (int, error) {
	text := p
	if len(w.rest) > 0 {
		text = append(w.rest, p...)
	}
	whole := len(text) - begun(text)
	if err := w.pass(text[:whole]); err != nil {
		return 0, err
	}
	w.rest = append([]byte(nil), text[whole:]...)
	return len(p), nil
}

// Close writes what is left of a character that never became whole. It leaves
// the writer below open.
func (w *Writer) Close() error {
	rest := w.rest
	w.rest = nil
	return w.pass(rest)
}

// begun is how many bytes at the end of text may be the beginning of a
// character, or of CRLF.
func begun(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		switch tail := text[len(text)-n:]; {
		case tail[0] == '\r' && n == 1:
			return 1
		case utf8.RuneStart(tail[0]):
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

// pass writes whole characters.
func (w *Writer) pass(text []byte) error {
	if len(text) == 0 || w.err != nil {
		return w.err
	}
	if !w.clean(text) {
		text = w.cleaned(text)
	}
	_, w.err = w.to.Write(text)
	return w.err
}

func (w *Writer) keeps(r rune) bool { return r == '\n' || r == '\t' && w.Tabs }

func (w *Writer) clean(text []byte) bool {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if Steers(r) && !w.keeps(r) || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}

func (w *Writer) cleaned(text []byte) []byte {
	out := make([]byte, 0, len(text)+64)
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if r == '\r' && len(text) > 0 && text[0] == '\n' {
			continue
		}
		if !w.keeps(r) {
			r = shown(r)
		}
		if r >= 0 {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}
