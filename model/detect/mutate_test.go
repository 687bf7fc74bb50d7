package detect

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A mutation does to a text what scraping, retyping or conversion does to
// articles. It changes about one place in `every` of those that it could.
type mutation struct {
	name  string
	apply func(text string, r *rand.Rand, every int) string
}

var mutations = []mutation{
	{"blank behind a proclitic", eachWord(func(w string, _ *rand.Rand) string {
		return splitAfter(w, 1)
	})},
	{"blank behind two letters", eachWord(func(w string, _ *rand.Rand) string {
		return splitAfter(w, 2)
	})},
	{"blank behind the article", eachWord(func(w string, _ *rand.Rand) string {
		if rest, ok := strings.CutPrefix(w, "ال"); ok {
			return "ال " + rest
		}
		return w
	})},
	{"blank before the last letter", eachWord(func(w string, _ *rand.Rand) string {
		return splitAfter(w, utf8.RuneCountInString(w)-1)
	})},
	{"a proclitic alone", eachWord(func(w string, r *rand.Rand) string {
		return pick(r, "و", "ف", "ب", "ل", "ك", "س", "ال", "لل", "وال", "بال", "ول", "وب", "كال") + " " + w
	})},
	{"a proclitic more", eachWord(func(w string, r *rand.Rand) string {
		return pick(r, "و", "ف", "ب", "ل", "ك", "وب", "ول", "لل", "فل", "س", "وال") + w
	})},
	{"a letter alone", eachWord(func(w string, r *rand.Rand) string {
		return pick(r, "ا", "ء", "ى", "ة", "م", "د", "ه", "ي", "a", "é") + " " + w
	})},
	{"a word of one letter", eachWord(func(w string, _ *rand.Rand) string {
		_, size := utf8.DecodeRuneInString(w)
		return w[:size]
	})},
	{"a word of its first letters", eachWord(func(w string, r *rand.Rand) string {
		letters := []rune(w)
		return string(letters[:min(len(letters), 2+r.IntN(2))])
	})},
	{"words glued", eachBlank(func(*rand.Rand) string { return "" })},
	{"tatweel for a blank", eachBlank(func(*rand.Rand) string { return "ـ" })},
	{"tatweel alone", eachBlank(func(r *rand.Rand) string { return pick(r, " ـ ", " ــ ", " وـ ", " لـ") })},
	{"digits", eachBlank(func(r *rand.Rand) string { return pick(r, " 7 ", " ٣٥ ", "1", " 2019/3/4 ", " 1.4") })},
	{"odd blanks", eachBlank(func(r *rand.Rand) string {
		return pick(r, "\u00a0", "  ", "\t", "\u200f ", " \u202b", "\u200c", " \ufeff", "\u00ad")
	})},
	{"an emptied word", eachWord(func(_ string, r *rand.Rand) string {
		return pick(r, "ء", "ـ", "\u064b", "\u200f", "ءء", "")
	})},
	{"vowel marks", eachWord(func(w string, r *rand.Rand) string {
		var out strings.Builder
		for _, letter := range w {
			out.WriteRune(letter)
			out.WriteString(pick(r, "\u064e", "\u0651", "\u064b", "\u0652", "ـ", ""))
		}
		return out.String()
	})},
	{"Latin letters", eachWord(func(w string, r *rand.Rand) string {
		return pick(r, "x", "CNN", "é", "ÿ ", "a") + w
	})},
	{"doubled marks", eachMark(func(m string, _ *rand.Rand) string { return m + m })},
	{"missing marks", eachMark(func(string, *rand.Rand) string { return "" })},
	{"other marks", eachMark(func(_ string, r *rand.Rand) string {
		return pick(r, "\"", "«", "»", "“", "”", "((", "))", "(", ")", "''", "'", "‹", "<<", ">>", ":", ".", "…", "،")
	})},
	{"lines joined", func(text string, r *rand.Rand, every int) string {
		return replaceSome(text, "\n", r, every, func(string) string { return pick(r, " ", "") })
	}},
	{"lines cut", eachBlank(func(*rand.Rand) string { return "\n" })},
	{"bytes changed", func(text string, r *rand.Rand, every int) string {
		data := []byte(text)
		for range len(data)/(20*every) + 1 {
			if len(data) == 0 {
				break
			}
			data[r.IntN(len(data))] = byte(r.IntN(256))
		}
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}},
	{"cut off", func(text string, r *rand.Rand, _ int) string {
		from := r.IntN(len(text) + 1)
		return strings.ToValidUTF8(text[from:min(len(text), from+1+r.IntN(400))], "")
	}},
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

// splitAfter puts a blank behind the first n letters of a longer word.
func splitAfter(word string, n int) string {
	letters := []rune(word)
	if n <= 0 || n >= len(letters) {
		return word
	}
	return string(letters[:n]) + " " + string(letters[n:])
}

// eachWord changes some of the words between blanks.
func eachWord(change func(word string, r *rand.Rand) string) func(string, *rand.Rand, int) string {
	return func(text string, r *rand.Rand, every int) string {
		var out strings.Builder
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				out.WriteByte('\n')
			}
			for k, word := range strings.Split(line, " ") {
				if k > 0 {
					out.WriteByte(' ')
				}
				if r.IntN(every) == 0 && word != "" {
					word = change(word, r)
				}
				out.WriteString(word)
			}
		}
		return out.String()
	}
}

// eachBlank puts something in the place of some blanks.
func eachBlank(change func(r *rand.Rand) string) func(string, *rand.Rand, int) string {
	return func(text string, r *rand.Rand, every int) string {
		return replaceSome(text, " ", r, every, func(string) string { return change(r) })
	}
}

// eachMark changes some of the signs.
func eachMark(change func(sign string, r *rand.Rand) string) func(string, *rand.Rand, int) string {
	return func(text string, r *rand.Rand, every int) string {
		var out strings.Builder
		for _, letter := range text {
			sign := string(letter)
			if strings.Contains("\"«»“”()'‘’:،.؛", sign) && r.IntN(every) == 0 {
				sign = change(sign, r)
			}
			out.WriteString(sign)
		}
		return out.String()
	}
}

func replaceSome(text, old string, r *rand.Rand, every int, change func(string) string) string {
	var out strings.Builder
	for i, piece := range strings.Split(text, old) {
		if i > 0 {
			if r.IntN(every) == 0 {
				out.WriteString(change(old))
			} else {
				out.WriteString(old)
			}
		}
		out.WriteString(piece)
	}
	return out.String()
}

// mutate changes a text by one to four mutations, each in one of 2 to 41 places.
func mutate(text string, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 10))
	for range 1 + r.IntN(4) {
		text = mutations[r.IntN(len(mutations))].apply(text, r, 2+r.IntN(40))
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// articles are the texts that are mutated: ours, and the annotated ones where
// they lie beside the project.
func articles(t testing.TB) []string {
	t.Helper()
	var texts []string
	for _, pattern := range []string{"testdata/gold/*.txt", filepath.Join(goldDir, "*.txt"), filepath.Join(goldDir, "../train/*.txt")} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(data))
		}
	}
	if len(texts) == 0 {
		t.Fatal("the articles in testdata are missing")
	}
	return texts
}

// TestScraped: no article is beyond reading because of what was done to it.
func TestScraped(t *testing.T) {
	times := uint64(6)
	if testing.Short() {
		times = 1
	}
	for i, text := range articles(t) {
		for k := range times {
			mutated := mutate(text, uint64(i)*1000+k)
			check(t, mutated, Detect(lines(mutated)))
		}
	}
}

// FuzzScraped mutates articles by what scraping does, and the fuzzer their
// bytes. The contract is that of [Detect]: see check.
func FuzzScraped(f *testing.F) {
	for i, text := range articles(f) {
		f.Add(text, uint64(i))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		mutated := mutate(strings.ToValidUTF8(text, "\uFFFD"), seed)
		check(t, mutated, Detect(lines(mutated)))
	})
}
