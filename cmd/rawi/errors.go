package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"unicode"

	"rawi/model/ingest"
	"rawi/model/printable"
	"rawi/ui/l10n"
)

// localizedError is an error in the words of the interface. It may stand for another,
// which it wraps.
type localizedError struct {
	word  l10n.Word
	args  []any // an error among them is said in the same language
	cause error
}

func (s localizedError) Error() string { return s.in(l10n.English) }
func (s localizedError) Unwrap() error { return s.cause }

func (s localizedError) in(language l10n.Language) string {
	args := slices.Clone(s.args)
	for i, arg := range args {
		switch arg := arg.(type) {
		case error:
			args[i] = explain(language, arg)
		case l10n.Word:
			args[i] = language.Say(arg)
		case func(l10n.Language) string:
			args[i] = arg(language)
		case count:
			args[i] = language.Count(arg.n, arg.noun)
		}
	}
	return language.Say(s.word, args...)
}

// count is a number of things among a sentence's arguments.
type count struct {
	n    int
	noun l10n.Noun
}

// wrongUsage is an error in the command line.
func wrongUsage(w l10n.Word, args ...any) error {
	return usageError{localizedError{word: w, args: args}}
}

// errorLines is an error in a language, a line for each of several.
func errorLines(language l10n.Language, err error) (said []string) {
	if several := joinedErrors(err); several != nil {
		for _, part := range several {
			said = append(said, errorLines(language, part)...)
		}
		return said
	}
	return []string{printable.Text(explain(language, err))}
}

// explain is an error in a language.
func explain(language l10n.Language, err error) string {
	switch err := err.(type) {
	case usageError:
		return explain(language, err.error)
	case localizedError:
		return err.in(language)
	case *fs.PathError:
		return fileError(err.Path, err).in(language)
	case *os.LinkError:
		return fileError(err.New, err).in(language)
	}
	if joinedErrors(err) != nil {
		return strings.Join(errorLines(language, err), "; ")
	}
	if said := serverError(err); said != nil {
		return explain(language, said)
	}
	return err.Error()
}

// inLanguage is err with its text in a language, for packages that know of none.
func inLanguage(language l10n.Language, err error) error {
	if err == nil {
		return nil
	}
	return errors.New(explain(language, err))
}

// joinedErrors are the errors that [errors.Join] joined, nil for another error: some
// wrap several too, in a text of their own.
func joinedErrors(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || errors.Join(joined.Unwrap()...).Error() != err.Error() {
		return nil
	}
	return joined.Unwrap()
}

// reasons maps causes to messages on files that cannot be read or written.
var reasons = []struct {
	is   error
	word l10n.Word
}{
	{ingest.ErrFolder, l10n.IsFolder}, {ingest.ErrEmpty, l10n.IsEmpty}, {ingest.ErrBlank, l10n.IsBlank},
	{ingest.ErrTooLarge, l10n.IsTooLarge}, {ingest.ErrBinary, l10n.IsBinary}, {ingest.ErrTooDeep, l10n.IsTooDeep}, {ingest.ErrCrowded, l10n.IsCrowded}, {ingest.ErrNoPage, l10n.IsNoPage},
	{ingest.ErrDamaged, l10n.IsDamaged}, {ingest.ErrLocked, l10n.IsLocked}, {ingest.ErrHollow, l10n.IsHollow},
	{fs.ErrNotExist, l10n.IsMissing}, {fs.ErrPermission, l10n.IsForbidden}, {syscall.EISDIR, l10n.IsFolder},
	{syscall.ENOTDIR, l10n.IsNoFolder}, {syscall.ENOSPC, l10n.IsOnFullDisk}, {syscall.EROFS, l10n.IsReadOnly},
	{fs.ErrExist, l10n.IsThere},
}

// fileError is why a file cannot be read or written; "-" and "" are standard
// input.
func fileError(file string, cause error) localizedError {
	name := any(quoted(file))
	if file == "-" || file == "" {
		name = l10n.StandardInput
	}
	for _, r := range reasons {
		if errors.Is(cause, r.is) {
			return localizedError{r.word, []any{name}, cause}
		}
	}
	var path *fs.PathError
	if errors.As(cause, &path) {
		cause = path.Err
	}
	return localizedError{l10n.IsFailing, []any{name, cause.Error()}, cause}
}

// quoted is an argument as messages show it: in quotes if it has blanks or unprintable
// characters.
func quoted(given string) string {
	if given == "" || strings.ContainsFunc(given, func(r rune) bool { return !unicode.IsPrint(r) || r == ' ' || r == unicode.ReplacementChar }) {
		return strconv.Quote(given)
	}
	return given
}
