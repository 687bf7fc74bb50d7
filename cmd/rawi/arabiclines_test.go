//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// Lines with Arabic go as the terminal needs them, others as they are; what is
// written in pieces is a line all the same.
func TestArabicLines(t *testing.T) {
	profile, _ := terminal.ByName("xterm")
	var out strings.Builder
	lines := &arabicLineWriter{out: &out, profile: profile, width: 14}
	for _, piece := range []string{"rawi: no", " flag\n", "المق", "ال: x\nb\n", "rawi: المقال x\n", "rawi: x المقال\n"} {
		if n, err := lines.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
	}
	want := "rawi: no flag\n" + "     x :" + articleVisual + "\nb\n" + "x " + articleVisual + " :rawi\n" + "rawi: x " + articleVisual + "\n"
	if got := out.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Joined errors are a line each, in the language; what wraps several in a text
// of its own is that text.
func TestSentences(t *testing.T) {
	one := localizedError{word: l10n.NoFile}
	path := &fs.PathError{Op: "open", Path: "x\ny", Err: fs.ErrPermission}
	own := fmt.Errorf("a %w; b\n%w", io.EOF, path)
	got := errorLines(l10n.English, errors.Join(usageError{one}, errors.Join(path, own)))
	want := []string{l10n.English.Say(l10n.NoFile), l10n.English.Say(l10n.IsForbidden, `"x\ny"`), "a EOF; b open x y: permission denied"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (localizedError{word: l10n.NothingTakenIn, args: []any{errors.Join(path)}}).in(l10n.Arabic); got != l10n.Arabic.Say(l10n.NothingTakenIn, l10n.Arabic.Say(l10n.IsForbidden, `"x\ny"`)) {
		t.Errorf("%q", got)
	}
}
