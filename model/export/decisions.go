package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"rawi/model"
	"rawi/model/printable"
)

// WriteDecisions writes decisions without loss, one JSON object a line:
//
//	{"id":"K7…","time":"2026-11-25T14:03:05.12Z","author":"nur","article":"9f…","deed":"assign",
//	 "at":{"start_byte":10,"end_byte":42,"exact":"…","before":"…","after":"…"},
//	 "party":"فلان","name":"فلان","type":"PER"}
//
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

// maxAhead is how far in the future a decision may have been made: clocks
// differ. What is decided after one made in the year 9000 would have to be
// later still.
const maxAhead = 24 * time.Hour

// ReadDecisions is the inverse of WriteDecisions. Lines may be in any order;
// blank ones do not count. An error names the line.
func ReadDecisions(r io.Reader) (decisions []model.Annotation, err error) {
	in := bufio.NewReader(r)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if text := bytes.TrimSpace(line); len(text) > 0 {
			a, bad := parseDecision(text)
			if bad != nil {
				return nil, fmt.Errorf("line %d is no decision of rawi: %w", number, bad)
			}
			decisions = append(decisions, a)
		}
		if err == io.EOF {
			return decisions, nil
		}
	}
}

func parseDecision(line []byte) (a model.Annotation, err error) {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if bytes.HasPrefix(line, []byte(marker)) {
			return a, errors.New("git left a conflict there; keep the lines of both sides and delete the markers")
		}
	}
	if err := json.Unmarshal(line, &a); err != nil {
		return a, inWords(err)
	}
	if ahead := time.Until(a.Time); ahead > maxAhead {
		return a, fmt.Errorf("it was made in the future, at %v; set the clock right where it was made", a.Time)
	}
	return a, nil
}
