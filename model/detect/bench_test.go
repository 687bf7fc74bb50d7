package detect

import (
	"strings"
	"testing"

	"rawi/model"
)

// madeUp is about n bytes of news, repeated from the passages of the tests.
func madeUp(n int) *model.Article {
	var all strings.Builder
	for _, p := range passages {
		all.WriteString(strings.ReplaceAll(p.text, "# ", ""))
		all.WriteByte('\n')
	}
	return lines(strings.Repeat(all.String(), 1+n/all.Len()))
}

func benchmark(b *testing.B, size int) {
	a := madeUp(size)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(a)
	}
}

func BenchmarkDetect20KB(b *testing.B) { benchmark(b, 20_000) }
func BenchmarkDetect1MB(b *testing.B)  { benchmark(b, 1_000_000) }

// BenchmarkOpenModels is what the first article waits for.
func BenchmarkOpenModels(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := OpenModels(weights); err != nil {
			b.Fatal(err)
		}
	}
}
