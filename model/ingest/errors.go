package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
)

// Why an input is refused. The error that [Read] and [Open] return is one
// sentence that begins with the name of the input; errors.Is finds these in it.
var (
	ErrFolder   = errors.New("is a folder: name a file inside it")
	ErrEmpty    = errors.New("is empty: there is nothing to read")
	ErrBlank    = errors.New("holds only white space: there is nothing to read")
	ErrTooLarge = fmt.Errorf("is larger than %d MiB: cut it into parts", MaxSize>>20)
	ErrBinary   = errors.New("not text: convert it to plain text or HTML first")
	ErrTooDeep  = errors.New("is nested too deeply: save its text as plain text")
	ErrCrowded  = errors.New("consists of marks and hardly any text: it cannot be read")
	ErrDamaged  = errors.New("is damaged: get it again")
	ErrLocked   = errors.New("is protected against copying: its text cannot be read")
	ErrHollow   = errors.New("holds hardly any text: it may ask for signing in, or be made by scripts; open it in a browser and save it")
)

// refusals are the errors that complete a sentence begun by the input's name.
var refusals = [...]error{ErrFolder, ErrEmpty, ErrBlank, ErrTooLarge, ErrBinary, ErrTooDeep, ErrCrowded, ErrNoPage,
	ErrDamaged, ErrLocked, ErrHollow}

// explain makes the error of an input one sentence.
func explain(source string, cause error) error {
	for _, refusal := range refusals {
		if errors.Is(cause, refusal) {
			return fmt.Errorf("%s %w", name(source), cause)
		}
	}
	return &unreadable{name(source) + plainWords(cause), cause}
}

// name is what error messages call an input. A name that could move the cursor
// or change the direction of the text is quoted.
func name(source string) string {
	switch {
	case source == "":
		return "the input"
	case strings.ContainsFunc(source, func(r rune) bool { return !unicode.IsPrint(r) }):
		return strconv.Quote(source)
	}
	return source
}

// unreadable says in plain words why the system could not read an input, and
// wraps the system's error.
type unreadable struct {
	text  string
	cause error
}

func (u *unreadable) Error() string { return u.text }
func (u *unreadable) Unwrap() error { return u.cause }

// plainWords completes a sentence with an error of the system.
func plainWords(cause error) string {
	var path *fs.PathError
	switch {
	case errors.Is(cause, fs.ErrNotExist):
		return " does not exist: check the name"
	case errors.Is(cause, fs.ErrPermission):
		return " may not be read: ask its owner for permission"
	case errors.As(cause, &path):
		cause = path.Err
	}
	return " cannot be read: " + cause.Error()
}
