//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// decide says of a quotation that it is not speech, and waits until that is saved.
func (w *window) decide(words string) {
	w.t.Helper()
	w.goTo(words)
	w.press("x")
	w.becomes(words, decided, "ليس قولا")
}

// decideUnsaved is decide where it cannot be saved.
func (w *window) decideUnsaved(words string) {
	w.t.Helper()
	w.goTo(words)
	w.press("x")
	w.becomes(words, unsaved, "ليس قولا")
}

// An open window survives what happens to the library's file: it says so, goes on
// in the file that stands there then, and nothing that it showed as decided is lost.
// What was in that file stays.
func TestLibraryReplaced(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(t *testing.T, data, library, other string)
		says    string
		other   bool // what another library held is there at the end
	}{
		"by renaming another to it": {func(t *testing.T, _, library, other string) {
			must(t, os.Rename(other, library))
		}, "استُبدل ملف المكتبة", true},
		"by renaming another to it that a window uses": {func(t *testing.T, data, library, other string) {
			must(t, os.Rename(other, library))
			w := market(t, data)
			w.decide(fourth)
			w.quit()
		}, "استُبدل ملف المكتبة", true},
		"by copying another over it": {func(t *testing.T, _, library, other string) {
			must(t, os.WriteFile(library, []byte(readFile(t, other)), 0o600))
		}, "استُبدل ملف المكتبة", true},
		"by nothing": {func(t *testing.T, _, library, _ string) {
			must(t, os.Remove(library))
		}, "زال ملف المكتبة", false},
		"by an empty file": {func(t *testing.T, _, library, _ string) {
			must(t, os.Truncate(library, 0))
		}, "زال ملف المكتبة", false},
		"with its folder": {func(t *testing.T, data, library, other string) {
			must(t, os.Rename(data, data+".moved"))
			must(t, os.Mkdir(data, 0o700))
			must(t, os.Rename(other, library))
		}, "استُبدل ملف المكتبة", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			elsewhere := filepath.Join(t.TempDir(), "other")
			o := market(t, elsewhere)
			o.decide(third)
			o.quit()

			data := filepath.Join(t.TempDir(), "data")
			w := market(t, data)
			w.decide(first)
			c.happens(t, data, filepath.Join(data, "rawi.db"), filepath.Join(elsewhere, "rawi.db"))
			w.decide(second)
			w.shows(c.says)
			w.quit()

			rawiIs(t, "check", "--data", data)
			again := market(t, data)
			again.becomes(first, decided, "ليس قولا")
			again.becomes(second, decided, "ليس قولا")
			if c.other {
				again.becomes(third, decided, "ليس قولا")
			}
			again.quit()
		})
	}
}

// Reloading does not show what is no longer in the library.
func TestReloadAfterReplacement(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.decide(first)
	library := filepath.Join(data, "rawi.db")
	must(t, os.WriteFile(library, []byte(strings.Repeat("this is no database\n", 500)), 0o600))
	w.press("l")
	w.shows("المكتبة تالفة")
	w.press("q")
	if status := w.exit(); status != exitFailed || !strings.Contains(w.stderr.String(), filepath.Join(data, unsavedPrefix)) {
		t.Errorf("a decision that is no longer on disk is not left: status %d, stderr %q", status, w.stderr.String())
	}
}
