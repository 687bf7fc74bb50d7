package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"unicode/utf8"

	"rawi/model/printable"
)

// output writes JSON piece by piece, with what steers a terminal escaped. An
// error of the writer below shows at Flush.
type output struct {
	*bufio.Writer
	piece   bytes.Buffer
	encoder *json.Encoder
}

func newOutput(w io.Writer) *output {
	out := &output{Writer: bufio.NewWriterSize(w, 32<<10)}
	out.encoder = json.NewEncoder(&out.piece)
	out.encoder.SetEscapeHTML(false)
	return out
}

// encode is a value as JSON, until the next call.
func (out *output) encode(value any) ([]byte, error) {
	out.piece.Reset()
	if err := out.encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.piece.Bytes(), []byte("\n")), nil
}

// escaped writes JSON.
func (out *output) escaped(encoded []byte) { _, _ = out.Write(printable.JSON(encoded)) }

// text writes a string of any length without holding it twice.
func (out *output) text(s string) error {
	out.WriteByte('"')
	for len(s) > 0 {
		n := pieceOf(s)
		encoded, err := out.encode(s[:n])
		if err != nil {
			return err
		}
		out.escaped(encoded[1 : len(encoded)-1])
		s = s[n:]
	}
	return out.WriteByte('"')
}

// array writes a list of any length without holding it.
func array[T any](out *output, all iter.Seq[T]) error {
	separator := "["
	for value := range all {
		out.WriteString(separator)
		encoded, err := out.encode(value)
		if err != nil {
			return err
		}
		out.escaped(encoded)
		separator = ","
	}
	if separator == "[" {
		out.WriteByte('[')
	}
	return out.WriteByte(']')
}

// pieceOf is how many bytes at the beginning of s, of whole characters, are
// encoded at a time.
func pieceOf(s string) int {
	n := 16 << 10
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// runeLength is how many bytes the first character of s takes, 0 for none.
func runeLength(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// legible is a text on one line in which nothing steers, for formats without escapes.
func legible(s string) string { return printable.Pictures(printable.Text(s)) }
