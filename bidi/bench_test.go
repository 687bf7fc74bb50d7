package bidi

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// The benchmarks' own paragraphs, of one line of an article each.
var paragraphs = []struct{ name, text string }{
	{"arabic", "قال المتحدث باسم البلدية إن أعمال الترميم في السوق القديم ستبدأ مطلع الشهر المقبل، وإن المحال ستبقى مفتوحة أمام الزوار؛ وأضاف أن الأهالي شاركوا في وضع الخطة."},
	{"mixed", "وقالت شركة Nile Software إن 1500 مستخدم (من أصل 3,200) جرّبوا الإصدار 2.1 في 14 مدينة، وإن نسبة الرضا بلغت 87.5% وفق تقرير The Cairo Monitor الصادر في 2024."},
	{"vocal", "كَانَ الرَّجُلُ يَمْشِي فِي الطَّرِيقِ، وَقَالَ لِصَاحِبِهِ: اُنْظُرْ إِلَى هٰذَا الْبَيْتِ الْقَدِيمِ فَإِنَّ لَهُ قِصَّةً."},
	{"ascii", "The council said on Monday (June 3) that the old market would stay open while the work goes on; about 1,500 people had answered its questions."},
}

// nsPerCharacter reports the figure that the targets are set in.
func nsPerCharacter(b *testing.B, text string) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(utf8.RuneCountInString(text)), "ns/char")
}

func BenchmarkSet(b *testing.B) {
	for _, paragraph := range paragraphs {
		b.Run(paragraph.name, func(b *testing.B) {
			b.ReportAllocs()
			var p Paragraph
			for b.Loop() {
				p.Set(paragraph.text, Auto)
			}
			nsPerCharacter(b, paragraph.text)
		})
	}
}

// BenchmarkLine sets a paragraph and cuts it into lines of about 80 bytes.
func BenchmarkLine(b *testing.B) {
	for _, paragraph := range paragraphs {
		b.Run(paragraph.name, func(b *testing.B) {
			b.ReportAllocs()
			text := paragraph.text
			var p Paragraph
			var runs []Run
			for b.Loop() {
				p.Set(text, Auto)
				for start := 0; start < len(text); {
					end := min(start+80, len(text))
					for end < len(text) && text[end] != ' ' {
						end++
					}
					runs = p.AppendLine(runs[:0], start, end)
					start = end
				}
			}
			nsPerCharacter(b, text)
		})
	}
}

// BenchmarkAppendVisual sets a paragraph and shows it as one line.
func BenchmarkAppendVisual(b *testing.B) {
	for _, paragraph := range paragraphs {
		b.Run(paragraph.name, func(b *testing.B) {
			b.ReportAllocs()
			var p Paragraph
			var visual []rune
			for b.Loop() {
				p.Set(paragraph.text, Auto)
				visual = p.AppendVisual(visual[:0], 0, len(paragraph.text))
			}
			nsPerCharacter(b, paragraph.text)
		})
	}
}

// BenchmarkHostile shows that the time is linear: each input costs about as much
// a byte at 1 MiB as at 4 KiB.
func BenchmarkHostile(b *testing.B) {
	for _, hostile := range []struct{ name, once, repeated string }{
		{"open brackets", "", "("},
		{"open and close", "\u05D0", "(a["},
		{"strange closers", strings.Repeat("(", 62), "]}"},
		{"nested brackets", "\u05D0", strings.Repeat("([", 31) + strings.Repeat("])", 31)},
		{"RLI", "", "\u2067"},
		{"FSI", "\u05D0", "\u2068"},
		{"FSI and PDI", "\u05D0", "\u2068a\u2069"},
		{"RLI and PDI", "", "\u2067a\u2069"},
		{"RLE", "", "\u202B"},
		{"terminators and marks", "\u05D0", "$\u064E"},
		{"separators", "\u05D0", "1,"},
		{"tabs", "\u05D0", "a\t"},
		{"marks", "\u05D0(a)", "\u064E"},
		{"neutrals and boundaries", "a", "!\u200C"},
	} {
		for _, size := range []int{4 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("%s/%dKiB", hostile.name, size>>10), func(b *testing.B) {
				text := hostile.once + strings.Repeat(hostile.repeated, size/len(hostile.repeated))
				var p Paragraph
				var runs []Run
				for b.Loop() {
					p.Set(text, Auto)
					runs = p.AppendLine(runs[:0], 0, len(text))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
			})
		}
	}
}
