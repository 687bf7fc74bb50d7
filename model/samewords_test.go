package model

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a random article and what stands after it. Words are told
// apart by their numbers, so that a test knows where each went.
type token struct {
	number    int
	word, gap string
}

// tokens is a random article: no two words are the same, some have vowel marks,
// accents, hamzas, digits or signs.
func tokens(random *rand.Rand, n int) []token {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	extras := []string{"", "", "", "ُ", "َّ", "أ", "ؤ", "إ", "آ", "é", "ï", "7", "٣", "ﻻ"}
	gaps := []string{" ", " ", " ", " ", "، ", ". ", ".\n", ":\n\n", " «", "» "}
	out := make([]token, n)
	for i := range out {
		var word strings.Builder
		for k := i*7919%n + n; k > 0; k /= len(letters) {
			word.WriteRune(letters[k%len(letters)])
			word.WriteString(extras[random.Intn(len(extras))])
		}
		out[i] = token{i, word.String(), gaps[random.Intn(len(gaps))]}
	}
	return out
}

// text is an article's text and where its words stand, what is written onto
// them included.
func text(tokens []token) (string, []Span) {
	var out strings.Builder
	spans := make([]Span, len(tokens))
	for i, t := range tokens {
		start := out.Len()
		out.WriteString(t.word)
		spans[i] = Span{start, out.Len()}
		out.WriteString(t.gap)
	}
	return out.String(), spans
}

var unseen = []string{"\u200f", "\u200e", "\u061c", "\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u202b", "\u202c", "\u2067", "\u2069", "\ufe0f", "\u034f"}

func oneOf[T any](random *rand.Rand, among []T) T { return among[random.Intn(len(among))] }

// strew puts something between characters at random.
func strew(random *rand.Rand, in string, what func() string) string {
	var out strings.Builder
	for _, r := range in {
		if random.Intn(6) == 0 {
			out.WriteString(what())
		}
		out.WriteRune(r)
	}
	if random.Intn(6) == 0 {
		out.WriteString(what())
	}
	return out.String()
}

// letterForms is the presentation forms of one or two letters.
var letterForms = func() map[string][]string {
	forms := map[string][]string{}
	for r := rune(0xfb50); r <= 0xfefc; r++ {
		if plain := norm.NFKC.String(string(r)); plain != string(r) && unicode.IsLetter(r) && !strings.Contains(plain, " ") {
			forms[plain] = append(forms[plain], string(r))
		}
	}
	return forms
}()

// presented is a word in presentation forms of any shape.
func presented(random *rand.Rand, word string) string {
	var out strings.Builder
	for runes := []rune(word); len(runes) > 0; {
		n := min(2, len(runes))
		for n > 0 && letterForms[string(runes[:n])] == nil {
			n--
		}
		if n == 0 {
			out.WriteRune(runes[0])
			n = 1
		} else {
			out.WriteString(oneOf(random, letterForms[string(runes[:n])]))
		}
		runes = runes[n:]
	}
	return out.String()
}

// wordless is the edits that change no word.
var wordless = map[string]func(*rand.Rand, *token){
	"line ends": func(random *rand.Rand, t *token) {
		ends := []string{"\r\n", "\r", "\u0085", "\u2028", "\u2029", "\n\n\n", " \t\n", "\n    ", " "}
		t.gap = strings.ReplaceAll(t.gap, "\n", oneOf(random, ends))
	},
	"blanks": func(random *rand.Rand, t *token) {
		t.gap = strings.ReplaceAll(t.gap, " ", oneOf(random, []string{"  ", "\t", "\u00a0", "\u2009", "\u202f", "\u3000 ", "\n", "\r\n\r\n"}))
	},
	"unseen": func(random *rand.Rand, t *token) {
		one := func() string { return oneOf(random, unseen) }
		t.word, t.gap = strew(random, t.word, one), strew(random, t.gap, one)
	},
	"tatweels": func(random *rand.Rand, t *token) {
		runes := []rune(t.word)
		i := random.Intn(len(runes)) + 1
		t.word = string(runes[:i]) + "ـ" + string(runes[i:])
	},
	"NFD":   func(_ *rand.Rand, t *token) { t.word = norm.NFD.String(t.word) },
	"NFC":   func(_ *rand.Rand, t *token) { t.word = norm.NFC.String(t.word) },
	"NFKC":  func(_ *rand.Rand, t *token) { t.word, t.gap = norm.NFKC.String(t.word), norm.NFKC.String(t.gap) },
	"NFKD":  func(_ *rand.Rand, t *token) { t.word, t.gap = norm.NFKD.String(t.word), norm.NFKD.String(t.gap) },
	"forms": func(random *rand.Rand, t *token) { t.word = presented(random, t.word) },
}

// rewrite makes an edit on some of the words.
func rewrite(random *rand.Rand, tokens []token, edit func(*rand.Rand, *token)) []token {
	tokens = slices.Clone(tokens)
	often := 1 + random.Intn(5)
	for i := range tokens {
		if random.Intn(often) == 0 {
			edit(random, &tokens[i])
		}
	}
	return tokens
}

// passages is the same stretches of words in an article, as a detector finds
// them: quotations, and mentions of two parties.
func passages(spans []Span, at [][2]int) Findings {
	found := Findings{Parties: []Party{{ID: "x", Name: "X"}, {ID: "y", Name: "Y"}}}
	for i, p := range at {
		s := Span{spans[p[0]].Start, spans[p[1]].End}
		if i%3 == 0 {
			party := &found.Parties[i/3%2]
			party.Mentions = append(party.Mentions, Mention{Span: s})
			continue
		}
		found.Quotes = append(found.Quotes, Quote{Span: s, Speaker: "x", Kind: QuoteKind(i % 5), Marked: true})
	}
	return found
}

// known is all that a reading says, without the places.
func known(r *Reading) string {
	var quotes []string
	for _, q := range r.Quotes() {
		quotes = append(quotes, fmt.Sprintf("%q %v by %q, decided %v, moved %v, note %q\n",
			Skeleton(q.In(r.Article.Text)), q.Kind, q.Speaker, q.Decided(), q.Moved != nil, q.Note))
	}
	slices.Sort(quotes) // those that begin together may begin with what nobody sees
	var out strings.Builder
	out.WriteString(strings.Join(quotes, ""))
	for _, p := range r.Parties() {
		fmt.Fprintf(&out, "%s:", p.Name)
		for _, m := range p.Mentions {
			fmt.Fprintf(&out, " %q", Skeleton(m.In(r.Article.Text)))
		}
		out.WriteString("\n")
	}
	return out.String()
}

// decideAnything makes decisions of all sorts on quotations and words.
func decideAnything(random *rand.Rand, r *Reading, spans []Span) {
	words := func() Span {
		i := random.Intn(len(spans) - 6)
		return Span{spans[i].Start, spans[i+random.Intn(6)].End}
	}
	y := Party{ID: "y", Name: "Y"}
	for i := range r.Quotes() {
		if i >= len(r.Quotes()) {
			break
		}
		q := r.Quotes()[i].Span
		switch random.Intn(8) {
		case 0:
			r.Accept(i)
		case 1:
			r.Assign(i, y)
		case 2:
			r.SetKind(i, Other)
			r.SetNote(i, "ملاحظة")
		case 3:
			r.DropQuote(i)
		case 4:
			r.MoveQuote(i, words())
		case 5:
			if n := strings.Index(q.In(r.Article.Text), " "); n > 0 {
				r.SplitQuote(i, q.Start+n)
				r.SetKind(i, Scare)
			}
		case 6:
			r.JoinNext(i)
		}
	}
	for range 3 {
		r.MakeQuote(words(), Speech)
		r.MakeMention(words(), y)
	}
	for _, m := range r.Parties()[0].Mentions {
		if random.Intn(2) == 0 {
			r.DropMention(m.Span)
		} else {
			r.MoveMention(m.Span, words())
		}
	}
}

// checkSameWords: where no word changed the decisions on an article say the same
// of the other text, without asking; and those made there say the same of the
// first.
func checkSameWords(t *testing.T, seed int64) {
	t.Helper()
	random := rand.New(rand.NewSource(seed))
	before := tokens(random, 100+random.Intn(100))
	old, spans := text(before)
	var at [][2]int
	for i := random.Intn(5); i+9 < len(before); i += 5 + random.Intn(12) {
		at = append(at, [2]int{i, i + random.Intn(5)})
	}
	one := NewReading(NewArticle(old, nil), passages(spans, at), nil, "أنا")
	decideAnything(random, one, spans)

	names := slices.Sorted(func(yield func(string) bool) {
		for name := range wordless {
			if !yield(name) {
				return
			}
		}
	})
	after, made := before, []string{}
	for range 1 + random.Intn(3) {
		name := oneOf(random, names)
		after, made = rewrite(random, after, wordless[name]), append(made, name)
	}
	now, spans := text(after)
	two := NewReading(NewArticle(now, nil), passages(spans, at), one.Log().All(), "أنا")
	if known(two) != known(one) || len(two.Unresolved()) != 0 {
		t.Fatalf("seed %d, %v: decisions came loose\n%s\nwere\n%s\nstrays %+v\n%q\n%q", seed, made, known(two), known(one), two.Unresolved(), old, now)
	}
	for i := range two.Quotes() {
		if words := two.Quotes()[i].Span; two.fit(words) != words && !slices.ContainsFunc(two.src.found.Quotes, func(q Quote) bool { return q.Span == words }) {
			t.Fatalf("seed %d, %v: %q has edges that nobody sees", seed, made, words.In(now))
		}
	}
	decideAnything(random, two, spans)
	one.AddHistory(two.Log().All())
	if known(two) != known(one) || len(one.Unresolved()) != 0 {
		t.Fatalf("seed %d, %v: back in the first text\n%s\nwant\n%s\nstrays %+v", seed, made, known(one), known(two), one.Unresolved())
	}
}

func TestSameWordsKeepDecisions(t *testing.T) {
	for seed := range int64(200) {
		checkSameWords(t, seed)
	}
}

func FuzzSameWords(f *testing.F) {
	f.Add(int64(0))
	f.Fuzz(func(t *testing.T, seed int64) { checkSameWords(t, seed) })
}

// wordy is the edits that change words, in an article whose words know what they
// were: a changed one has the number -1.
var wordy = []func(*rand.Rand, []token) []token{
	func(random *rand.Rand, ts []token) []token { // a letter, a mark, a digit more or another
		t := &ts[random.Intn(len(ts))]
		runes := []rune(t.word)
		i := random.Intn(len(runes))
		more := oneOf(random, []string{"ـك", "َ", "ی", "ک", "1", "ء", "e"})
		t.word, t.number = string(runes[:i+1])+more+string(runes[i+random.Intn(2):]), -1
		return ts
	},
	func(random *rand.Rand, ts []token) []token { // words struck
		i := random.Intn(len(ts) - 1)
		return slices.Delete(ts, i, min(len(ts)-1, i+1+random.Intn(4)))
	},
	func(random *rand.Rand, ts []token) []token { // words added
		return slices.Insert(ts, random.Intn(len(ts)), token{-1, "زيادة", " "}, token{-1, "أخرى", " "})
	},
	func(random *rand.Rand, ts []token) []token { // a passage copied, or moved
		i := random.Intn(len(ts) - 1)
		passage := slices.Clone(ts[i:min(len(ts)-1, i+1+random.Intn(60))])
		if random.Intn(2) == 0 {
			ts = slices.Delete(ts, i, i+len(passage))
		}
		return slices.Insert(ts, random.Intn(len(ts)), passage...)
	},
	func(random *rand.Rand, ts []token) []token { // a sign added
		t := &ts[random.Intn(len(ts))]
		t.gap = "؛" + t.gap
		return ts
	},
}

// timesIn is how often words stand in an article with so many others on either
// side, as they stood before.
func timesIn(after, before []token, from, to, around int) (n int) {
	from, to = max(0, from-around), min(len(before), to+around)
	for i := range after {
		if i+to-from <= len(after) && slices.Equal(after[i:i+to-from], before[from:to]) {
			n++
		}
	}
	return n
}

// checkChangedWords: where words changed no decision counts on others than those
// on which it was made, nor on one of two places that read the same.
func checkChangedWords(t *testing.T, seed int64) (decided int) {
	t.Helper()
	random := rand.New(rand.NewSource(seed))
	before := tokens(random, 100+random.Intn(100))
	old, spans := text(before)
	one := NewReading(NewArticle(old, nil), Findings{}, nil, "أنا")
	places := map[string][2]int{}
	for range 8 {
		i := random.Intn(len(spans) - 6)
		j := i + random.Intn(5)
		if a, ok := one.MakeQuote(Span{spans[i].Start, spans[j].End}, Scare); ok {
			places[a.ID] = [2]int{i, j + 1}
		}
	}
	after := slices.Clone(before)
	for range 1 + random.Intn(6) {
		after = oneOf(random, wordy)(random, after)
	}
	now, spans := text(rewrite(random, after, wordless["line ends"]))
	two := NewReading(NewArticle(now, nil), Findings{}, one.Log().All(), "أنا")
	for _, q := range two.Quotes() {
		if !q.Decided() {
			continue
		}
		decided++
		p := places[q.Decision]
		first := slices.IndexFunc(spans, func(s Span) bool { return s.Start == q.Start })
		for i := p[0]; i < p[1]; i++ {
			if at := first + i - p[0]; first < 0 || at >= len(after) || after[at].number != i {
				t.Fatalf("seed %d: %q was made of words %v and stands where others are\n%q\n%q", seed, q.In(now), p, old, now)
			}
		}
		if n := timesIn(after, before, p[0], p[1], 12); n > 1 {
			t.Fatalf("seed %d: %q stands in %d places and counts in one", seed, q.In(now), n)
		}
	}
	return decided
}

func TestChangedWordsNeedConfirmation(t *testing.T) {
	decided := 0
	for seed := range int64(1000) {
		decided += checkChangedWords(t, seed)
	}
	if decided < 4000 {
		t.Errorf("only %d of 8000 decisions stay", decided)
	}
}

func FuzzChangedWords(f *testing.F) {
	f.Add(int64(0))
	f.Fuzz(func(t *testing.T, seed int64) { checkChangedWords(t, seed) })
}
