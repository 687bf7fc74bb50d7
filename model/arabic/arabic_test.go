package arabic

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"alefs", "أإآٱا", "ااااا"},
		{"ya and alef maqsura", "على", "علي"},
		{"ta marbuta", "مدرسة", "مدرسه"},
		{"seats of hamza", "مؤمن رئيس", "مومن رييس"},
		{"the lone hamza", "مساء", "مسا"},
		{"vowel marks", "مُحَمَّدٌ", "محمد"},
		{"dagger alef and Koranic marks", "رحمٰن ۖ", "رحمن "},
		{"tatweel", "الكتـــاب", "الكتاب"},
		{"digits", "٢٠٢٤ ۱۲", "2024 12"},
		{"Latin", "CNN Öl", "cnn öl"},
		{"bidi and zero-width controls", "\u202bابن\u202c\u200f\u200d\ufeff", "ابن"},
		{"presentation forms", "ﻣﺤﻤﺪ ﻻ", "محمد لا"},
		{"alef with a combining hamza", "ا\u0654ب", "اب"},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestKey(t *testing.T) {
	tests := []struct{ in, want string }{
		{"  (أحمد)  بن ـ علي ", "احمد بن علي"},
		{"«الأمم المتحدة»", "الامم المتحده"},
		{"...", ""},
	}
	for _, tt := range tests {
		if got := Key(tt.in); got != tt.want {
			t.Errorf("Key(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if !HasKey(tt.in, tt.want) || HasKey(tt.in, tt.want+" ا") || HasKey(tt.in+"ا", tt.want) {
			t.Errorf("HasKey(%q, %q) is wrong", tt.in, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "أحمَد", "ﷺ", "\u0600١", "Ǆ", "لـCNN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(Fold(%q)) = %q, not %q", s, twice, once)
		}
		key := Key(s)
		if Key(key) != key {
			t.Errorf("Key(Key(%q)) is not Key of it", s)
		}
		words := len(strings.Fields(key))
		if HasWords(s, words+1) || words > 0 && !HasWords(s, words) {
			t.Errorf("%q has %d words", s, words)
		}
		if !HasKey(s, key) || HasKey(s, key+"x") || key != "" && HasKey(s, key[:len(key)-1]) {
			t.Errorf("HasKey does not tell the key of %q from others", s)
		}
	})
}

// Key is the words of what is folded, whatever the characters.
func TestKeyOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= 0x1FFFF; r++ {
		text := "أب" + string(r) + "ت " + string(r)
		want := strings.Join(strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
		if got := Key(text); got != want || !HasKey(text, want) {
			t.Errorf("U+%04X: %q has the key %q, want %q", r, text, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		text, pattern string
		want          []string
	}{
		{"أحمد وأَحْمَدُ واحمد", "احمد", []string{"أحمد", "أَحْمَدُ", "احمد"}},
		{"الكتـــاب", "كتاب", []string{"كتـــاب"}},
		{"قال", "كتب", nil},
		{"قال", "ـ", nil},
		{"aAa", "A", []string{"a", "A", "a"}},
	}
	for _, tt := range tests {
		var got []string
		for start, end := range Find(tt.text, tt.pattern) {
			got = append(got, tt.text[start:end])
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("Find(%q, %q) = %q, want %q", tt.text, tt.pattern, got, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("ﷺ صلى", "الله")
	f.Add("أَحمد", "احم")
	f.Fuzz(func(t *testing.T, text, pattern string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		last := 0
		for start, end := range Find(text, pattern) {
			if start < last && start != end || end < start || end > len(text) ||
				!utf8.ValidString(text[start:end]) {
				t.Fatalf("Find(%q, %q) gives the range %d to %d", text, pattern, start, end)
			}
			last = start
		}
	})
}

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{"قال: «نعم».", "قال|:|«|نعم|»|."},
		{"لـCNN", "لـ|CNN"},
		{"ال25 و1.4 في 27/8", "ال|25|و|1.4|في|27/8"},
		{"بيَّن الرَّجُلُ", "بيَّن|الرَّجُلُ"},
		{"عام 2019، ثم", "عام|2019|،|ثم"},
		{"\u202bابن\u202c سينا", "ابن|سينا"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range Tokens(tt.text) {
			got = append(got, tt.text[tok.Start:tok.End])
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("Tokens(%q) = %s, want %s", tt.text, joined, tt.want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	f.Add("قال «نعم» 1.4 لـCNN \u200d")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		last := 0
		for _, tok := range Tokens(text) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(text) || !utf8.ValidString(text[tok.Start:tok.End]) {
				t.Fatalf("bad token %v in %q", tok, text)
			}
			last = tok.End
		}
	})
}

func TestProclitics(t *testing.T) {
	known := map[string]bool{"قال": true, "روسيا": true, "وليد": true, "فهد": true, "الامم": true, "بيت": true}
	tests := []struct {
		word    string
		letters int
		ok      bool
	}{
		{"قال", 0, true},
		{"وقال", 1, true},
		{"فقال", 1, true},
		{"وبروسيا", 2, true},
		{"للامم", 1, true}, // ل and الامم
		{"وللامم", 2, true},
		{"وليد", 0, true}, // a name, not و and ليد
		{"فهد", 0, true},
		{"بيت", 0, true},
		{"وسام", 0, false}, // nothing known remains
		{"بوروسيا", 0, false},
		{"و", 0, false},
	}
	for _, tt := range tests {
		n, ok := Proclitics(tt.word, func(w string) bool { return known[w] })
		if n != tt.letters || ok != tt.ok {
			t.Errorf("Proclitics(%s) = %d, %v, want %d, %v", tt.word, n, ok, tt.letters, tt.ok)
		}
	}
}

func TestSkipLetters(t *testing.T) {
	for _, tt := range []struct {
		word string
		n    int
		rest string
	}{{"وَقَالَ", 1, "قَالَ"}, {"لـCNN", 1, "CNN"}, {"قال", 0, "قال"}, {"قا", 5, ""}} {
		if got := tt.word[SkipLetters(tt.word, tt.n):]; got != tt.rest {
			t.Errorf("SkipLetters(%q, %d) leaves %q, want %q", tt.word, tt.n, got, tt.rest)
		}
	}
}

func TestSameName(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"لافرينتييف", "لافرينتيف", true}, // a letter lost
		{"أيهود باراك", "ايهود باراك", true},
		{"لا فاييت", "لافاييت", true},
		{"شولتس", "شولتز", true}, // a letter changed
		{"سامي", "رامي", false},
		{"حسن", "حسين", false}, // too short to tell
		{"محمد علي", "محمد", false},
	}
	for _, tt := range tests {
		if got := SameName(Key(tt.a), Key(tt.b)); got != tt.want {
			t.Errorf("SameName(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}

// TestSameSpellingOfBrokenBytes: bytes that are no letters are compared too.
func TestSameSpellingOfBrokenBytes(t *testing.T) {
	if !SameSpelling("abcde\xff", "abcde\xfe") || SameSpelling("abcde\xff", "abxye\xfe") {
		t.Error("five equal letters and a broken byte must be one spelling, two other letters another")
	}
}

func TestMatch(t *testing.T) {
	names := []string{"ألكسندر لافرينتييف", "فرانسوا ديلاتر", "الأمم المتحدة", "محمد القذافي", "CNN"}
	tests := []struct {
		pattern, best string // "" for no match
	}{
		{"الكس", "ألكسندر لافرينتييف"},
		{"لافر", "ألكسندر لافرينتييف"},
		{"lavr", "ألكسندر لافرينتييف"},
		{"lafr", "ألكسندر لافرينتييف"},
		{"delatr", "فرانسوا ديلاتر"},
		{"franc dela", "فرانسوا ديلاتر"},
		{"gaddafi", "محمد القذافي"},
		{"mohammed", "محمد القذافي"},
		{"متحدة", "الأمم المتحدة"},
		{"أُمَم", "الأمم المتحدة"},
		{"cn", "CNN"},
		{"زيد", ""},
		{"xyz", ""},
	}
	for _, tt := range tests {
		best, most := "", 0
		for _, name := range names {
			if score, ok := Match(tt.pattern, name); ok && score > most {
				best, most = name, score
			}
		}
		if best != tt.best {
			t.Errorf("%q finds %q, want %q", tt.pattern, best, tt.best)
		}
	}
	if score, ok := Match("", "أحمد"); score != 0 || !ok {
		t.Errorf("an empty pattern must match all with score 0, got %d, %v", score, ok)
	}
}

func TestMatchOrder(t *testing.T) {
	order := []string{"علي", "علي حسن", "حسن علي", "عبدالعلي"}
	last := 101
	for _, name := range order {
		score, ok := Match("علي", name)
		if !ok || score >= last {
			t.Errorf("Match(علي, %s) = %d, %v, want less than %d", name, score, ok, last)
		}
		last = score
	}
}

func TestPlain(t *testing.T) {
	for name, want := range map[string]string{
		"محمد الشامي": "محمد الشامي", "مُحَمَّدُ الشَّامِيُّ": "محمد الشامي", "محمّد الشـــامي": "محمد الشامي", "ﻣﺤﻤﺪ ﺍﻟﺸﺮﻳﻒ": "محمد الشريف",
		"ﺳﻠﻤﻰ ﺍﻟﻼﻣﻲ": "سلمى اللامي", "\u200fمحمد\u200e": "محمد", "ا\u0654حمد": "أحمد", "ا\u0653دم": "آدم", "مؤمن ﴾x﴿": "مؤمن ﴾x﴿", "Dana": "Dana", "": "",
	} {
		if got := Plain(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
