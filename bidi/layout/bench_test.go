package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

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

// measure reports the shortest time of do on text, a character: on a machine
// that does other work too the minimum is what the code takes.
func measure(b *testing.B, text string, do func()) {
	do() // now there is memory to use again
	best := time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		do()
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(best.Nanoseconds())/float64(utf8.RuneCountInString(text)), "min-ns/char")
}

// BenchmarkSet measures a paragraph of 100 KB.
func BenchmarkSet(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			source := paragraph(bench.text, 100<<10)
			var text Text
			measure(b, source, func() { text.Set(source, Options{Base: bidi.RightToLeft}) })
		})
	}
}

// BenchmarkWrap wraps a measured paragraph of 100 KB at 80 columns.
func BenchmarkWrap(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			source := paragraph(bench.text, 100<<10)
			var text Text
			var lines []Line
			text.Set(source, Options{Base: bidi.RightToLeft})
			measure(b, source, func() { lines = text.AppendLines(lines[:0], 80) })
		})
	}
}

// BenchmarkParagraphs does both for paragraphs of 700 bytes, as those of news
// are, one after another with one Text.
func BenchmarkParagraphs(b *testing.B) {
	for _, bench := range benchmarks {
		for _, option := range []struct {
			name string
			opt  Options
		}{
			{"greedy", Options{Base: bidi.RightToLeft}},
			{"balanced", Options{Base: bidi.RightToLeft, Balance: true}},
			{"justified", Options{Base: bidi.RightToLeft, Justify: true}},
		} {
			b.Run(bench.name+"/"+option.name, func(b *testing.B) {
				source := paragraph(bench.text, 700)
				var text Text
				var lines []Line
				measure(b, strings.Repeat(source, 100), func() {
					for range 100 {
						text.Set(source, option.opt)
						lines = text.AppendLines(lines[:0], 80)
					}
				})
			})
		}
	}
}

// BenchmarkRealTexts does both for all paragraphs of the large texts. They are what
// to measure: the processor learns the benchmarks' own sentences by heart.
func BenchmarkRealTexts(b *testing.B) {
	for _, name := range []string{"arabic", "vocal", "mixed", "dense"} {
		paragraphs := realText(b, name, math.MaxInt)
		for _, justify := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/justify=%v", name, justify), func(b *testing.B) {
				var text Text
				var lines []Line
				measure(b, strings.Join(paragraphs, ""), func() {
					for _, source := range paragraphs {
						text.Set(source, Options{Base: bidi.RightToLeft, Justify: justify})
						lines = text.AppendLines(lines[:0], 80)
					}
				})
			})
		}
	}
}

// BenchmarkHostile does both for one paragraph of 1 MB, with and without a
// blank in it.
func BenchmarkHostile(b *testing.B) {
	long := paragraph(benchmarks[0].text, 1<<20)
	for _, bench := range []struct{ name, text string }{
		{"words", long},
		{"word", strings.ReplaceAll(long, " ", "")},
		{"tabs", strings.Repeat("\t", 1<<20)},
		{"marks", strings.Repeat("\u064E", 1<<19)},
		{"brackets", strings.Repeat("(\u0628)", 1<<18)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var text Text
			var lines []Line
			measure(b, bench.text, func() {
				text.Set(bench.text, Options{Base: bidi.RightToLeft, Justify: true, Balance: true})
				lines = text.AppendLines(lines[:0], 80)
			})
		})
	}
}

// BenchmarkAppendVisual sets paragraphs and shows their lines of 80 columns in
// code points, without cells.
func BenchmarkAppendVisual(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			source := paragraph(bench.text, 700)
			var text Text
			text.Set(source, Options{Base: bidi.RightToLeft})
			lines := text.AppendLines(nil, 80)
			var p bidi.Paragraph
			var visual []rune
			measure(b, strings.Repeat(source, 100), func() {
				for range 100 {
					p.Set(source, bidi.RightToLeft)
					for i := range lines {
						visual = AppendVisual(visual[:0], &p, source, lines[i].Start, lines[i].End)
					}
				}
			})
		})
	}
}
