package terminal

import (
	"bytes"
	"os"
	"unicode"
	"unicode/utf8"
)

// In the order [Kitty] each cell that must not meet its neighbours ends with
// one of these, neighbours with different ones. Renderers keep them with their
// cell, whatever part of the screen they send; no other order uses them, and no
// terminal sees them: [Output] takes them away.
const (
	SizedEven = "\u200f" // RIGHT-TO-LEFT MARK
	SizedOdd  = "\u061c" // ARABIC LETTER MARK
)

// Output is a terminal to which cells marked by [SizedEven] and [SizedOdd] go
// in kitty's text sizing protocol. It is a file, so that programs which look for
// a terminal find one; a write must not end inside a cell.
type Output struct{ *os.File }

// Write writes p. The number of bytes is that of p, not what went out.
func (o Output) Write(p []byte) (int, error) {
	if _, err := o.File.Write(Size(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Size is p with each marked cell as OSC 66 ; w=1 : h=H ; CELL BEL, where H is 1
// for even and 2 for odd. kitty draws neighbours together only when they are
// aligned alike; h=0 would draw them together with plain text.
func Size(p []byte) []byte {
	if !bytes.Contains(p, []byte(SizedEven)) && !bytes.Contains(p, []byte(SizedOdd)) {
		return p
	}
	out := make([]byte, 0, 4*len(p))
	cell := 0 // where in out the last cell begins
	for len(p) > 0 {
		r, size := utf8.DecodeRune(p)
		switch string(p[:size]) {
		case SizedEven:
			out = wrap(out, cell, '1')
			cell = len(out)
		case SizedOdd:
			out = wrap(out, cell, '2')
			cell = len(out)
		default:
			if !unicode.In(r, unicode.Mn, unicode.Me) {
				cell = len(out)
			}
			out = append(out, p[:size]...)
		}
		p = p[size:]
	}
	return out
}

// wrap puts what out holds from cell on into the protocol's envelope.
func wrap(out []byte, cell int, align byte) []byte {
	if cell == len(out) {
		return out
	}
	text := string(out[cell:])
	out = append(out[:cell], "\x1b]66;w=1:h="...)
	out = append(out, align, ';')
	out = append(out, text...)
	return append(out, '\a')
}
