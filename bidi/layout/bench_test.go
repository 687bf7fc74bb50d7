package layout

import (
	"strings"
	"testing"

	"rawi/bidi"
)

// benchmarks are texts made for the purpose, one paragraph each.
var benchmarks = []struct{ name, text string }{
	{"arabic", "قال وزير الخارجية إن بلاده تتابع التطورات عن قرب، وأضاف أن الحل السياسي هو السبيل الوحيد لإنهاء الأزمة. "},
	{"vowelled", "قَالَ الوَزِيرُ إِنَّ الاِجْتِمَاعَ لَا يَزَالُ قَائِمًا، وَأَضَافَ أَنَّ الأَمْرَ مُهِمٌّ جِدًّا. "},
	{"mixed", "قالت وكالة Reuters إن 12.5% من الشركات (نحو 300 شركة) أعلنت \"خطة جديدة\" في عام 2018. "},
	{"ascii", "The minister said that his country was watching the situation closely, and added nothing. "},
}

// paragraph is about size bytes of a sentence.
func paragraph(sentence string, size int) string {
	return strings.Repeat(sentence, size/len(sentence)+1)
}

func report(b *testing.B, text string) {
	characters := float64(len([]rune(text)))
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/characters, "ns/char")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
}

// BenchmarkSet measures a paragraph of 100 KB.
func BenchmarkSet(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			source := paragraph(bench.text, 100<<10)
			var text Text
			text.Set(source, Options{Base: bidi.RightToLeft})
			for b.Loop() {
				text.Set(source, Options{Base: bidi.RightToLeft})
			}
			report(b, source)
		})
	}
}

// BenchmarkWrap wraps a measured paragraph of 100 KB at 80 columns.
func BenchmarkWrap(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			source := paragraph(bench.text, 100<<10)
			var text Text
			text.Set(source, Options{Base: bidi.RightToLeft})
			lines := text.Wrap(nil, 80)
			for b.Loop() {
				lines = text.Wrap(lines[:0], 80)
			}
			report(b, source)
		})
	}
}

// BenchmarkSetAndWrap does both for one paragraph of 1 MB, with and without a
// blank in it.
func BenchmarkSetAndWrap(b *testing.B) {
	long := paragraph(benchmarks[0].text, 1<<20)
	for name, source := range map[string]string{"words": long, "word": strings.ReplaceAll(long, " ", "")} {
		b.Run(name, func(b *testing.B) {
			var text Text
			var lines []Line
			for b.Loop() {
				text.Set(source, Options{Base: bidi.RightToLeft})
				lines = text.Wrap(lines[:0], 80)
			}
			report(b, source)
		})
	}
}
