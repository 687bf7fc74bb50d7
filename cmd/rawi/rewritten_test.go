//go:build unix

package main

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/store"
)

// Decisions stay decided when a file was rewritten and no word in it changed.
func TestRewrittenArticle(t *testing.T) {
	data, text := t.TempDir(), readFile(t, marketFile)
	path := file(t, "article.txt", text)
	library, err := store.Open(data)
	must(t, err)
	a, err := load(path)
	must(t, err)
	must(t, library.Keep(a, 0))
	reading := model.NewReading(a, detect.Detect(a), nil, "نور")
	for i := range reading.Quotes() {
		reading.Assign(i, model.Party{ID: "ليلى", Name: "ليلى"})
	}
	must(t, library.Append(reading.Log().All()...))
	must(t, library.Close())
	quotations := len(reading.Quotes())

	replaced := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(text) }
	for name, rewritten := range map[string]string{
		"CR LF":                   replaced("\n", "\r\n"),
		"CR":                      replaced("\n", "\r"),
		"more blank lines":        replaced("\n\n", "\n\n\n \n"),
		"blanks at line ends":     replaced("\n", " \t\n"),
		"indented":                replaced("\n", "\n    "),
		"no-break spaces":         replaced(" ", "\u00a0"),
		"marks at quotations":     replaced("«", "\u200f«\u200f", "»", "\u200f»\u200e", "\"", "\u200f\"\u200f"),
		"marks at line ends":      replaced("\n", "\u200f\n\u200f"),
		"a byte order mark":       "\ufeff" + text,
		"NFD":                     norm.NFD.String(text),
		"NFKD":                    norm.NFKD.String(text),
		"two blanks for one":      replaced(" ", "  "),
		"a blank line at the end": text + "\n\n",
	} {
		must(t, os.WriteFile(path, []byte(rewritten), 0o644))
		out := rawiIs(t, "--plain", "--data", data, path)
		if n := strings.Count(out, "ليلى (محسوم)"); n != quotations {
			t.Errorf("%s: %d of %d are still decided\n%s", name, n, quotations, out)
		}
		if again := strings.Count(out, "): «"); again != quotations {
			t.Errorf("%s: %d quotations, want %d\n%s", name, again, quotations, out)
		}
	}
}
