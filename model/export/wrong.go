package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// inWords says why JSON is no decision without the words of package json. The
// error given stays inside.
func inWords(err error) error {
	var (
		syntax *json.SyntaxError
		kind   *json.UnmarshalTypeError
		moment *time.ParseError
	)
	text := err.Error()
	field, unknown := strings.CutPrefix(text, "json: unknown field ")
	switch {
	case errors.As(err, &syntax):
		text = "it is not one whole object of JSON"
	case errors.As(err, &kind) && kind.Field == "":
		text = "it is not an object of JSON: " + kind.Value
	case errors.As(err, &kind):
		text = fmt.Sprintf("its member %q cannot be a %s", kind.Field, kind.Value)
	case errors.As(err, &moment):
		text = fmt.Sprintf("its time is %q; a time is written 2006-01-02T15:04:05Z", strings.Trim(moment.Value, `"`))
	case unknown:
		text = "it has the member " + field + ", which this rawi does not know; a newer one may have written it"
	}
	return wrong{text, err}
}

type wrong struct {
	text  string
	cause error
}

func (w wrong) Error() string { return w.text }
func (w wrong) Unwrap() error { return w.cause }
