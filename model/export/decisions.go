package export

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/printable"
)

// WriteDecisions writes decisions without loss, one JSON object a line:
//
//	{"id":"K7…","time":"2026-11-25T14:03:05.12Z","author":"nur","article":"9f…","deed":"assign",
//	 "at":{"start_byte":10,"end_byte":42,"exact":"…","before":"…","after":"…"},
//	 "party":"فلان","name":"فلان","type":"PER","digest":"5e…"}
//
// The digest is of all else: see [model.Digest].
// Lines are sorted by article, then by time, so that the same decisions give the
// same file, and a new one is one line more. Decisions for the whole library,
// which have no article, come first.
func WriteDecisions(w io.Writer, decisions []model.Annotation) error {
	sorted := slices.SortedFunc(slices.Values(decisions), func(a, b model.Annotation) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), a.Compare(b))
	})
	out := bufio.NewWriter(w)
	for _, a := range sorted {
		line, err := a.MarshalJSON()
		if err != nil {
			return err
		}
		out.Write(printable.JSON(line))
		out.WriteByte('\n')
	}
	return out.Flush()
}

// EachDecision is the inverse of [WriteDecisions]: it does something with every decision
// that it reads, and the number of its line, from 1. Lines may be in any order; blank
// ones and byte order marks do not count. An error names the line.
func EachDecision(r io.Reader, do func(line int, a model.Annotation)) error {
	in := bufio.NewReaderSize(r, 64<<10)
	start, err := in.Peek(16)
	if err != nil && err != io.EOF {
		return err
	}
	if err := refuse(start); err != nil {
		return err
	}
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if text := bytes.TrimSpace(bytes.TrimPrefix(line, []byte(mark))); len(text) > 0 {
			a, bad := parseDecision(text)
			if bad != nil {
				return fmt.Errorf("line %d is no decision of rawi: %w", number, bad)
			}
			do(number, a)
		}
		if err == io.EOF {
			return nil
		}
	}
}

// mark is the byte order mark of UTF-8, which some editors write at the start of
// a file; it is inside where files were joined.
const mark = "\uFEFF"

// others is the beginnings of files that hold no lines of UTF-8, and what to do
// with them.
var others = []struct{ start, what string }{
	{"\xff\xfe\x00\x00", "it is UTF-32" + saveAs},
	{"\x00\x00\xfe\xff", "it is UTF-32" + saveAs},
	{"\xff\xfe", "it is UTF-16" + saveAs},
	{"\xfe\xff", "it is UTF-16" + saveAs},
	{"{\x00", "it is UTF-16" + saveAs},
	{"\x00{", "it is UTF-16" + saveAs},
	{"SQLite format 3\x00", "it is a database: if it is a library of rawi, «rawi export --data FOLDER» writes its decisions"},
	{"\x1f\x8b", "it is compressed: unpack it first"},
	{"PK\x03\x04", "it is a ZIP archive: unpack it first"},
}

const saveAs = ": save it as UTF-8 (in PowerShell: rawi export | Out-File -Encoding utf8 FILE)"

func refuse(start []byte) error {
	for _, o := range others {
		if bytes.HasPrefix(start, []byte(o.start)) {
			return errors.New(o.what)
		}
	}
	return nil
}

func parseDecision(line []byte) (a model.Annotation, err error) {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if bytes.HasPrefix(line, []byte(marker)) {
			return a, errors.New("git left a conflict there; keep the lines of both sides and delete the markers")
		}
	}
	if !utf8.Valid(line) {
		return a, errors.New("it is not UTF-8")
	}
	a, _, err = model.ParseAnnotation(line)
	return a, err
}
