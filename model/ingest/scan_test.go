package ingest

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkScan compares a scan with the standard library and a count byte by byte.
func checkScan(t *testing.T, text string) {
	t.Helper()
	controls := 0
	for i := range len(text) {
		if strings.IndexByte("\x00\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1c\x1d\x1e\x1f\x7f", text[i]) >= 0 {
			controls++
		}
	}
	valid, got := scan(text)
	if valid != utf8.ValidString(text) || got != controls {
		t.Errorf("%q is valid: %v, and has %d controls; want %v and %d", text, valid, got, utf8.ValidString(text), controls)
	}
}

// pieces are characters of every length, and everything that Unicode's table of
// well-formed sequences (3-7) excludes.
var pieces = []string{
	"a", " ", "\n", "\x00", "\x1b", "\x7f", "ا", "ي", "«", "\u0080", "\u07ff", "\u0800", "“", "\u2028", "\ufffd", "\uffff", "💡", "\U0010ffff",
	"\x80", "\xbf", "\xc0\xaf", "\xc1\xbf", "\xc2", "\xdf", "\xe0\x80\xaf", "\xe2\x80", "\xed\xa0\x80", "\xf0\x80\x80\xaf", "\xf0\x9f\x92", "\xf4\x90\x80\x80", "\xf8", "\xff",
}

func TestScan(t *testing.T) {
	for _, piece := range pieces { // alone at each place among Arabic letters and ASCII
		for before := range 2 * wordSize {
			for after := range 2 * wordSize {
				checkScan(t, strings.Repeat("a", before%2)+strings.Repeat("ا", before/2)+piece+strings.Repeat("ب", after/2)+strings.Repeat("b", after%2))
			}
		}
	}
	random := rand.New(rand.NewSource(1))
	for range 20_000 {
		var text strings.Builder
		kinds := 1 + random.Intn(len(pieces)) // few kinds, so that much is valid
		for range random.Intn(40) {
			text.WriteString(pieces[random.Intn(kinds)])
		}
		checkScan(t, text.String())
	}
}

// FuzzScan: a scan agrees with the standard library on any bytes.
func FuzzScan(f *testing.F) {
	f.Add(report)
	f.Add(strings.Join(pieces, "ا"))
	f.Fuzz(checkScan)
}

func TestLonger(t *testing.T) {
	for _, letter := range []string{"a", "ا", "“", "💡", "aا“💡"} {
		for count := range 70 {
			line := strings.Repeat(letter, count)
			for n := range 70 {
				if got, want := longer(line, n), utf8.RuneCountInString(line) > n; got != want {
					t.Fatalf("%q is longer than %d: %v", line, n, got)
				}
			}
		}
	}
}

// BenchmarkOpenHuge reads 50 MB of paragraphs, the file in memory.
func BenchmarkOpenHuge(b *testing.B) {
	path := filepath.Join(b.TempDir(), "huge.txt")
	data := strings.Repeat(report+"\n", 50_000_000/len(report))
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(path); err != nil {
			b.Fatal(err)
		}
	}
}
