package keys

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// named are rows that say which one of them was run.
func named(done *string, names ...string) []Row[*string] {
	rows := make([]Row[*string], len(names))
	for i, name := range names {
		rows[i] = Row[*string]{Keys: name, Names: [2]string{"ar " + name, name}, Do: func(*string) tea.Cmd { *done = name; return nil }}
	}
	return rows
}

func typed(r rune) tea.Key { return tea.Key{Code: r, Text: string(r)} }

// A key means the row of its context, or else that of anywhere, or else nothing.
func TestFind(t *testing.T) {
	var done string
	rows := named(&done, "a", "b a", "1-9")
	rows[1].Where = In(InParties)
	rows[1].Names = [2]string{"طرف", "party"}
	rows[2].Do, rows[2].DoWith = nil, func(_ *string, n string) tea.Cmd { done = "digit " + n; return nil }
	table := New(rows, func(_ *string, k tea.Key) tea.Cmd { done = "unknown"; return nil })
	for _, test := range []struct {
		key  tea.Key
		in   Context
		want string
	}{
		{typed('a'), Anywhere, "a"}, {typed('a'), InArticle, "a"}, {typed('ش'), InQuotations, "a"},
		{typed('a'), InParties, "b a"}, {typed('b'), InParties, "b a"}, {typed('b'), InWords, "unknown"},
		{typed('3'), InWords, "digit 3"}, {typed('٣'), InParties, "digit 3"}, {typed('۳'), Anywhere, "digit 3"},
		{typed('0'), Anywhere, "unknown"}, {tea.Key{Code: 'a', Mod: tea.ModCtrl}, Anywhere, "unknown"}, {tea.Key{}, Anywhere, "unknown"},
	} {
		row, name := table.Find(test.key, test.in)
		row.Run(&done, name)
		if done != test.want {
			t.Errorf("%q in context %d does %q, want %q", test.key.String(), test.in, done, test.want)
		}
	}
	for _, name := range []string{"party", "طرف"} {
		if table.Named(name) != &rows[1] {
			t.Errorf("%q names %v", name, table.Named(name))
		}
	}
	if table.Named("b") != nil {
		t.Error("a key is a name")
	}
}

// Each key of a row is shown once, with its Arabic letter.
func TestShown(t *testing.T) {
	row := Row[int]{Keys: "s enter ; 1-9 ctrl+c G"}
	want := "s س enter ; ك 1-9 ١-٩ ctrl+c G"
	if got := strings.Join(row.Shown(), " "); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := len(row.Pressed()), 5+Digits; got != want {
		t.Errorf("%d keys, want %d", got, want)
	}
	if none := new(Row[int]); len(none.Shown())+len(none.Pressed()) != 0 {
		t.Error("a command has keys")
	}
}

// Every layout says something of each key, and nothing that is no letter.
func TestLayoutsAreWhole(t *testing.T) {
	for n, layout := range layouts {
		if got, want := utf8.RuneCountInString(layout), utf8.RuneCountInString(qwerty); got != want {
			t.Errorf("layout %d has %d keys, want %d", n, got, want)
		}
		seen := ""
		for _, r := range layout {
			if r == '.' {
				continue
			}
			if !unicode.Is(unicode.Arabic, r) && !strings.ContainsRune("؟؛،ـ", r) || unicode.Is(unicode.Mn, r) {
				t.Errorf("layout %d has %q", n, r)
			}
			if strings.ContainsRune(seen, r) {
				t.Errorf("layout %d has %q twice", n, r)
			}
			seen += string(r)
		}
	}
}

// rows of letters as printed on keyboards, by the US letters on the same keys:
// what terminals that tell only the letter can tell apart.
var printed = []struct{ layout, us, letters string }{
	{"Arabic", "qwertyuiop[]asdfghjkl;'zxcvnm,./?HN", "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ؟أآ"},
	{"Persian", "qwertyuiop[]asdfghjkl;'vm,?", "ضصثقفغعهخحجچشسیبلاتنمکگرپو؟"},
	{"Urdu", "etyh.c", "ھٹپ" + "ہ" + "۔ے"}, // پ is m on the Persian layout
	{"Kurdish", "eoY", "ەۆێ"},
}

// A letter means one key on all layouts; where they differ, the earlier layout
// has it.
func TestLetters(t *testing.T) {
	for _, p := range printed {
		us := []rune(p.us)
		for i, letter := range []rune(p.letters) {
			want := string(us[i])
			if p.layout == "Urdu" && letter == 'پ' {
				want = "m"
			}
			if got := meanings(typed(letter)); got != [2]string{want, want} {
				t.Errorf("%s: %c means %q, want %q", p.layout, letter, got, want)
			}
		}
	}
}

// Where the terminal tells the physical key, each layout's keys do what they do
// on a US keyboard, also where another layout has the same letters elsewhere.
func TestPhysicalKeys(t *testing.T) {
	for n, layout := range layouts {
		for i, letter := range []rune(layout) {
			key := []rune(qwerty)[i]
			if letter == '.' || unicode.IsPunct(key) {
				continue // shifted signs have another sign's key
			}
			k := tea.Key{Code: letter, Text: string(letter), BaseCode: unicode.ToLower(key)}
			if unicode.IsUpper(key) {
				k.Mod, k.ShiftedCode = tea.ModShift, letter
			}
			if got := meanings(k)[0]; got != string(key) {
				t.Errorf("layout %d: %c on %c means %s", n, letter, key, got)
			}
		}
	}
	azerty := tea.Key{Code: 'a', Text: "a", BaseCode: 'q'}
	if got := meanings(azerty)[0]; got != "a" {
		t.Errorf("a on an AZERTY keyboard means %s", got)
	}
	russian := tea.Key{Code: 'й', Text: "й", BaseCode: 'q'}
	if got := meanings(russian); !slices.Contains(got[:], "q") {
		t.Errorf("й means %q", got)
	}
}

func TestDigit(t *testing.T) {
	for text, want := range map[string]int{"1": 1, "٩": 9, "۵": 5, "0": 0, "٠": 0, "۰": 0, "11": 0, "": 0, "a": 0, "ش": 0, "१": 0} {
		if n, ok := Digit(text); n != want || ok != (want > 0) {
			t.Errorf("%q is %d, %v", text, n, ok)
		}
	}
}
