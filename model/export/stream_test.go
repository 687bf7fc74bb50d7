package export

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"testing"

	"rawi/model"
)

// BenchmarkStream writes many articles in every format and tells how much memory was in use
// at most: as much for 10,000 as for 100.
func BenchmarkStream(b *testing.B) {
	for f := range Formats() {
		if f.Write == nil {
			continue
		}
		for _, n := range []int{100, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", f.Name, n), func(b *testing.B) {
				b.ReportAllocs()
				var most uint64
				for b.Loop() {
					if err := f.Write(io.Discard, stream(n, &most), Options{Explain: true, Text: true}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(most)/1e6, "MB-in-use")
			})
		}
	}
}

// stream is many articles, each made when it is asked for. most is the greatest number of
// bytes in use on the way.
func stream(n int, most *uint64) iter.Seq[*model.Reading] {
	return func(yield func(*model.Reading) bool) {
		for i := range n {
			r := plainReading()
			r.Article.ID = fmt.Sprintf("%064x", i)
			if !yield(r) {
				return
			}
			if i%(n/10) == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				*most = max(*most, m.HeapAlloc)
			}
		}
	}
}
