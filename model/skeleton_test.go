package model

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSameWords(t *testing.T) {
	const text = "قال مُؤمن: «لن نعود» ثمّ مضى.\nوأضاف José أن 10² أكثر."
	replace := func(old, now string) string {
		changed := strings.Replace(text, old, now, 1)
		if changed == text {
			panic("no " + old + " in the text")
		}
		return changed
	}
	tests := []struct {
		name, other string
		same        bool
	}{
		{"CR LF", replace("\n", "\r\n"), true},
		{"CR alone", replace("\n", "\r"), true},
		{"NEL", replace("\n", "\u0085"), true},
		{"a line separator", replace("\n", "\u2028"), true},
		{"a paragraph separator", replace("\n", "\u2029"), true},
		{"blank lines", replace("\n", "\n \t\n\n"), true},
		{"blanks at a line's end", replace("\n", "  \n"), true},
		{"indentation", replace("\n", "\n\t\u3000"), true},
		{"lines joined", replace("\n", " "), true},
		{"lines divided", replace(" ", "\n"), true},
		{"a no-break space", replace(" ", "\u00a0"), true},
		{"a thin space", replace(" ", "\u2009"), true},
		{"blanks around all", " \n" + text + "\n\n", true},
		{"a byte order mark", "\ufeff" + text, true},
		{"a right-to-left mark", replace("«", "«\u200f"), true},
		{"isolates", replace("José", "\u2066José\u2069"), true},
		{"a joiner within a word", replace("نعود", "نع\u200cود"), true},
		{"a zero-width space", replace("نعود", "نع\u200bود"), true},
		{"a soft hyphen", replace("نعود", "نع\u00adود"), true},
		{"a control between a letter and its mark", replace("مُ", "م\u200fُ"), true},
		{"a variation selector", replace("مضى", "مضى\ufe0f"), true},
		{"a grapheme joiner", replace("مُ", "م\u034fُ"), true},
		{"a tatweel", replace("نعود", "نعـــود"), true},
		{"NFD", norm.NFD.String(text), true},
		{"a mark on a joiner", replace("مُؤمن", "مُو\u200d\u0654من"), true},
		{"presentation forms", replace("نعود", "ﻧﻌﻮﺩ"), true},
		{"a ligature of other letters", replace("لن", "\ufcd6"), false},

		{"a letter more", replace("نعود", "نعودا"), false},
		{"a vowel mark more", replace("نعود", "نعودُ"), false},
		{"a vowel mark less", replace("مُ", "م"), false},
		{"another vowel mark", replace("مُ", "مِ"), false},
		{"a Persian yeh", replace("مضى", "مضی"), false},
		{"a hamza less", replace("أن", "ان"), false},
		{"an accent less", replace("José", "Jose"), false},
		{"another case", replace("José", "josé"), false},
		{"another sign", replace(":", "،"), false},
		{"other quotation marks", replace("«لن نعود»", "\"لن نعود\""), false},
		{"a number that is not raised", replace("10²", "102"), false},
		{"Arabic digits", replace("10²", "١٠²"), false},
		{"words run together", replace("لن نعود", "لننعود"), false},
		{"a word divided", replace("نعود", "نع ود"), false},
		{"words in another order", replace("لن نعود", "نعود لن"), false},
	}
	for _, tt := range tests {
		if got := SameWords(text, tt.other); got != tt.same {
			t.Errorf("%s: %v, want %v\n%q\n%q", tt.name, got, tt.same, Skeleton(text), Skeleton(tt.other))
		}
	}
	for _, pair := range [][2]string{
		{"كتابﹰا… ﬁle ﷲ\u00a0ﻻ", norm.NFKC.String("كتابﹰا… ﬁle ﷲ\u00a0ﻻ")},
		{"كتابﹰا… ﬁle ﷲ\u00a0ﻻ", norm.NFKD.String("كتابﹰا… ﬁle ﷲ\u00a0ﻻ")},
		{"لأن الأمر لا آخر له", "ﻷن اﻷمر ﻻ ﺁخر له"},
		{"الله صلى الله عليه وسلم", "ﷲ ﷺ"},
		{"شَدَّ", "شَدَّ"}, // shadda and fatha in either order
		{"كتابًا", "كتابﹰا"},
		{"كتابًا", "كتابـًا"},
		{"file…", "ﬁle..."},
		{"لا آخر", "لا ا\u0653خر"},
	} {
		if !SameWords(pair[0], pair[1]) {
			t.Errorf("%q and %q have not the same words", pair[0], pair[1])
		}
	}
}

// FuzzSkeleton holds for any text that its skeleton is its own skeleton and that
// places in it and in the text belong together.
func FuzzSkeleton(f *testing.F) {
	f.Add(article, 3, 40)
	f.Add(" \r\n\u200fأ\u0651\u200d\u0654 \u00a0ﷺ ﻷ\u2028", 2, 9)
	f.Add("a"+strings.Repeat("\u0651\u0301", 50), 1, 20)
	f.Add("각가\u11a8 \ufdfa\u0bc6\u0bbe", 0, 7)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "?")
		k := newSkeleton(text)
		if again := newSkeleton(k.text).text; again != k.text {
			t.Fatalf("the skeleton %q of %q has the skeleton %q", k.text, text, again)
		}
		if strings.TrimSpace(k.text) != k.text || strings.Contains(k.text, "  ") {
			t.Fatalf("blanks in %q", k.text)
		}
		at := (&Reading{Article: NewArticle(text, nil)}).fit(Span{start, end})
		words := k.of(at)
		if words.Start < 0 || words.End > len(k.text) || words.Start > words.End {
			t.Fatalf("%v of %q is at %v of %q", at, text, words, k.text)
		}
		if words.Empty() {
			return
		}
		back := k.source(words)
		if back.Start < 0 || back.End > len(text) || k.of(back) != words {
			t.Fatalf("%v of %q is %v, and that is %v and %v", at, text, words, back, k.of(back))
		}
	})
}

func BenchmarkSkeleton(b *testing.B) {
	text := strings.Repeat(article, 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newSkeleton(text)
	}
}
