// Package stream finds quotations in articles that come one a line, and gives one result
// a line in the same order: what archives pass through rawi by pipes. It holds a few
// lines at a time, however long the stream ([Run]).
//
// A line is a JSON object; see record.go for its members. A line that cannot be read gives a
// result too, which says why: {"id":…,"error":"…"}.
package stream

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/ingest"
	"rawi/model/printable"
)

// MaxLine is the length of the longest line that is read, in bytes: that of the largest
// text, with room for escapes. What goes on is skipped and is an error of its line.
const MaxLine = 2 * ingest.MaxSize

// Options say how a stream is worked on.
type Options struct {
	Detect  func(*model.Article) (model.Findings, error)
	Explain func(error) string // an error of an article in words
	Workers int                // how many articles at a time, at least 1
	ByLine  bool               // each result goes out at once, not when there are 64 KB
}

// Run reads lines to their end, or until the context ends, and writes the results of those
// that it read; what is written ends with a whole line. The error is that of reading or writing,
// or the context's.
func Run(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	var unread error
	lines := linesOf(ctx, in, &unread)
	w := bufio.NewWriterSize(out, 64<<10)
	for result := range InOrder(o.Workers, lines, o.result) {
		_, err := w.Write(result)
		if err == nil && o.ByLine {
			err = w.Flush()
		}
		if err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return unread
}

// line is one line of a stream, without its end.
type line struct {
	number int // from 1
	text   []byte
	err    error
}

var errLong = fmt.Errorf("the line is longer than %d bytes", MaxLine)

// linesOf reads lines that are not blank, until the context ends. unread is set before the last one.
// A goroutine reads them, since reading cannot be interrupted.
func linesOf(ctx context.Context, in io.Reader, unread *error) iter.Seq[line] {
	type end struct{ err error }
	lines, ended := make(chan line), make(chan end, 1)
	go func() {
		ended <- end{readLines(in, func(l line) bool {
			select {
			case lines <- l:
				return true
			case <-ctx.Done():
				return false
			}
		})}
	}()
	return func(yield func(line) bool) {
		for {
			select {
			case l := <-lines:
				if !yield(l) {
					return
				}
			case e := <-ended:
				*unread = e.err
				return
			case <-ctx.Done():
				return
			}
		}
	}
}

// readLines gives each line that is not blank.
func readLines(in io.Reader, give func(line) bool) error {
	r := bufio.NewReaderSize(in, 64<<10)
	for number := 1; ; number++ {
		text, err := readLine(r)
		l := line{number: number, text: bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\uFEFF")))}
		if errors.Is(err, errLong) {
			l.err, err = err, nil
		}
		if (len(l.text) > 0 || l.err != nil) && !give(l) || err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads a line with its end. Of one that is too long it keeps nothing.
func readLine(r *bufio.Reader) (text []byte, err error) {
	long := false
	for {
		piece, err := r.ReadSlice('\n')
		if long = long || len(text)+len(piece) > MaxLine; long {
			text = nil
		} else {
			text = append(text, piece...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case long && (err == nil || err == io.EOF):
			return nil, errLong
		default:
			return text, err
		}
	}
}

// result is the line that a line gives.
func (o Options) result(l line) []byte {
	var out bytes.Buffer
	r, err := record{}, l.err
	if err == nil {
		r, err = parse(l.text)
	}
	if err == nil {
		err = o.write(&out, r)
	}
	if err != nil {
		out.Reset()
		writeError(&out, r.id, l.number, o.Explain(err))
	}
	return out.Bytes()
}

// write writes the result of a record.
func (o Options) write(out *bytes.Buffer, r record) error {
	a, err := r.article()
	if err != nil {
		return err
	}
	found, err := o.Detect(a)
	if err != nil {
		return err
	}
	t, err := export.NewTable(model.NewReading(a, found, nil, ""))
	if err != nil {
		return err
	}
	out.WriteByte('{')
	for _, m := range r.passed {
		fmt.Fprintf(out, "%s:%s,", printable.JSON(m.name), printable.JSON(m.value))
	}
	if err := export.WriteResult(out, t); err != nil {
		return err
	}
	out.WriteString("}\n")
	return nil
}

// writeError writes why a line gave nothing: with its id, null where that is not known, and
// its number from 1.
func writeError(out *bytes.Buffer, id json.RawMessage, number int, why string) {
	if id == nil {
		id = json.RawMessage("null")
	}
	words, _ := json.Marshal(why) // a string always has a form
	fmt.Fprintf(out, `{"id":%s,"line":%d,"error":%s}`+"\n", printable.JSON(id), number, printable.JSON(words))
}
