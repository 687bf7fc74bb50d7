package score

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/model"
)

// page is a text in which spans, in bytes, are compared by code points.
type page struct {
	text   string
	points []int32 // code points before each byte
}

func newPage(text string) *page {
	p := &page{text: text, points: make([]int32, len(text)+1)}
	n := int32(0)
	for i := range len(text) {
		p.points[i] = n
		if next := i + 1; next == len(text) || utf8.RuneStart(text[next]) {
			n++
		}
	}
	p.points[len(text)] = n
	return p
}

// edge is what does not count at the ends of a span.
const edge = "\"«»“”„‟❝❞'‘’‹›" + " \t\n\r.,،؛;:!؟?…()[]ـ-–—" +
	"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"

// trim leaves out what does not count at the ends.
func (p *page) trim(s model.Span) model.Span {
	left := strings.TrimLeft(s.In(p.text), edge)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRight(left, edge))
	return s
}

// snap widens a span, trimmed, to whole words.
func (p *page) snap(s model.Span) model.Span {
	s = p.trim(s)
	for {
		before, size := utf8.DecodeLastRuneInString(p.text[:s.Start])
		if first, _ := utf8.DecodeRuneInString(p.text[s.Start:]); !inWord(before) || !inWord(first) {
			break
		}
		s.Start -= size
	}
	for {
		after, size := utf8.DecodeRuneInString(p.text[s.End:])
		if last, _ := utf8.DecodeLastRuneInString(p.text[:s.End]); !inWord(after) || !inWord(last) {
			return s
		}
		s.End += size
	}
}

// inWord reports whether a rune is part of a word: no mark but the vowel marks.
func inWord(r rune) bool {
	return isAlphanumeric(r) || 0x64b <= r && r <= 0x652
}

// isAlphanumeric reports whether a rune is a letter, a number or «_».
func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// overlap is the share that two spans have in common of what they cover together.
func (p *page) overlap(a, b model.Span) float64 {
	common := p.points[min(a.End, b.End)] - p.points[max(a.Start, b.Start)]
	if common <= 0 {
		return 0
	}
	return float64(common) / float64(p.points[max(a.End, b.End)]-p.points[min(a.Start, b.Start)])
}

// half is how much must be in common for two spans to be paired.
const half = 0.5

// pair gives to each annotated span at most one found, and each only once: those
// first that have most in common. It is -1 where there is none.
func (p *page) pair(annotated, found []model.Span) []int {
	type candidate struct {
		overlap float64
		a, f    int
	}
	var all []candidate
	for a := range annotated {
		for f := range found {
			if o := p.overlap(annotated[a], found[f]); o >= half {
				all = append(all, candidate{o, a, f})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.overlap, x.overlap) })
	pairs, taken := slices.Repeat([]int{-1}, len(annotated)), make([]bool, len(found))
	for _, c := range all {
		if pairs[c.a] < 0 && !taken[c.f] {
			pairs[c.a], taken[c.f] = c.f, true
		}
	}
	return pairs
}
