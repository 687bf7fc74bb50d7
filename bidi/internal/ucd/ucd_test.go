package ucd

import (
	"compress/gzip"
	"io"
	"os"
	"regexp"
	"strconv"
	"testing"
)

// The tests read the data files in their own way and share nothing with gen.

func read(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func hex(t *testing.T, s string) rune {
	t.Helper()
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// find gives the code points and the rest of every line that matches pattern,
// whose groups 1 and 2 are the first and the last code point.
func find(t *testing.T, name, pattern string, do func(r rune, m []string)) {
	t.Helper()
	matches := regexp.MustCompile("(?m)"+pattern).FindAllStringSubmatch(read(t, name), -1)
	if len(matches) == 0 {
		t.Fatalf("no line of %s matches %s", name, pattern)
	}
	for _, m := range matches {
		first, last := hex(t, m[1]), hex(t, m[1])
		if m[2] != "" {
			last = hex(t, m[2])
		}
		for r := first; r <= last; r++ {
			do(r, m)
		}
	}
}

const codes = `([0-9A-F]+)(?:\.\.([0-9A-F]+))?`

func TestClassOfEveryCodePoint(t *testing.T) {
	names := map[string]Class{"L": L, "R": R, "AL": AL, "EN": EN, "ES": ES, "ET": ET, "AN": AN, "CS": CS, "NSM": NSM, "BN": BN, "B": B, "S": S,
		"WS": WS, "ON": ON, "LRE": LRE, "LRO": LRO, "RLE": RLE, "RLO": RLO, "PDF": PDF, "LRI": LRI, "RLI": RLI, "FSI": FSI, "PDI": PDI,
		"Left_To_Right": L, "Right_To_Left": R, "Arabic_Letter": AL, "European_Terminator": ET}
	want := make([]Class, 0x110000)
	set := func(r rune, m []string) {
		class, ok := names[m[3]]
		if !ok {
			t.Fatalf("class %q", m[3])
		}
		want[r] = class
	}
	find(t, "DerivedBidiClass", `^# @missing: `+codes+`; (\w+)`, set)
	find(t, "DerivedBidiClass", `^`+codes+` *; (\w+)`, set)
	for r, class := range want {
		if got := ClassOf(rune(r)); got != class {
			t.Errorf("%04X: class %d, want %d", r, got, class)
		}
	}
	if ClassOf(-1) != ON || ClassOf(0x110000) != ON {
		t.Error("a value outside of Unicode is not ON")
	}
}

func TestBracketOfEveryCodePoint(t *testing.T) {
	type bracket struct {
		pair     rune
		open, ok bool
	}
	want := make(map[rune]bracket)
	find(t, "BidiBrackets", `^`+codes+`; ([0-9A-F]+); ([oc])`, func(r rune, m []string) {
		want[r] = bracket{hex(t, m[3]), m[4] == "o", true}
	})
	for r := rune(-1); r <= 0x110000; r++ {
		w := want[r]
		if pair, _ := Mirror(r); w.ok && pair != w.pair { // the pair of a bracket is its mirror
			t.Errorf("%04X: pairs with %04X, want %04X", r, pair, w.pair)
		}
		if p := PropertiesOf(r); p.Bracket() != w.ok || p.Opening() != w.open || p.Class() != ClassOf(r) || p != inBytes(r) {
			t.Errorf("%04X: properties %x", r, p)
		}
	}
}

// inBytes is the Properties of r by way of its UTF-8 where that is short.
func inBytes(r rune) Properties {
	switch s := string(r); {
	case len(s) == 1:
		return PropertiesOfASCII(s[0])
	case len(s) == 2:
		return PropertiesOfPair(s[0], s[1])
	}
	return PropertiesOf(r)
}

// Brackets are compared after canonical decomposition (BD15).
func TestCanonicalBrackets(t *testing.T) {
	want := make(map[rune]rune)
	find(t, "UnicodeData", `^([0-9A-F]+)()(?:;[^;]*){4};([0-9A-F]+);`, func(r rune, m []string) {
		if PropertiesOf(r).Bracket() {
			want[r] = hex(t, m[3])
		}
	})
	if len(want) != 2 {
		t.Errorf("%d brackets decompose, want 2", len(want))
	}
	for r := rune(0); r < 0x110000; r++ {
		w, ok := want[r]
		if !ok {
			w = r
		}
		if got := Canonical(r); got != w {
			t.Errorf("%04X: canonical %04X, want %04X", r, got, w)
		}
	}
}

func TestMirrorOfEveryCodePoint(t *testing.T) {
	want := make(map[rune]rune)
	find(t, "BidiMirroring", `^`+codes+`; ([0-9A-F]+)`, func(r rune, m []string) { want[r] = hex(t, m[3]) })
	for r := rune(-1); r <= 0x110000; r++ {
		w, ok := want[r]
		if !ok {
			w = r
		}
		if got, gotOK := Mirror(r); got != w || gotOK != ok || PropertiesOf(r).Mirrored() != ok {
			t.Errorf("%04X: mirror %04X %v, want %04X %v", r, got, gotOK, w, ok)
		}
	}
}

func TestJoiningOfEveryCodePoint(t *testing.T) {
	names := map[string]Joining{"U": NonJoining, "R": RightJoining, "L": LeftJoining, "D": DualJoining, "C": JoinCausing, "T": Transparent}
	want := make([]Joining, 0x110000)
	// No range of UnicodeData.txt has one of these categories.
	find(t, "UnicodeData", `^([0-9A-F]+)();[^;]*;(?:Mn|Me|Cf);`, func(r rune, _ []string) { want[r] = Transparent })
	find(t, "ArabicShaping", `^`+codes+`; [^;]*; ([A-Z]);`, func(r rune, m []string) { want[r] = names[m[3]] })
	for r, joining := range want {
		if got := JoiningOf(rune(r)); got != joining {
			t.Errorf("%04X: joining type %d, want %d", r, got, joining)
		}
	}
	if JoiningOf(-1) != NonJoining || JoiningOf(0x110000) != NonJoining {
		t.Error("a value outside of Unicode joins")
	}
}

// Every presentation form of one letter is found from its letter, and nothing
// else is.
func TestForms(t *testing.T) {
	want := make(map[rune]Forms)
	count := 0
	find(t, "UnicodeData", `^([0-9A-F]+)()(?:;[^;]*){4};<(isolated|final|initial|medial)> ([0-9A-F]+);`, func(r rune, m []string) {
		letter := hex(t, m[4])
		f := want[letter]
		*map[string]*rune{"isolated": &f.Isolated, "final": &f.Final, "initial": &f.Initial, "medial": &f.Medial}[m[3]] = r
		want[letter] = f
		count++
	})
	t.Logf("%d forms of %d letters", count, len(want))
	for r := rune(-1); r <= 0x110000; r++ {
		f, ok := want[r]
		if got, gotOK := FormsOf(r); got != f || gotOK != ok {
			t.Errorf("%04X: forms %04X %v, want %04X %v", r, got, gotOK, f, ok)
		}
		for _, form := range []rune{f.Isolated, f.Final, f.Initial, f.Medial} {
			if form >= 0xFE70 && form <= 0xFE7F {
				t.Errorf("%04X: spacing mark %04X as a form", r, form)
			}
		}
	}
	// The Unicode names are a second witness.
	for letter, want := range map[rune]Forms{
		0x0628: {0xFE8F, 0xFE90, 0xFE91, 0xFE92}, // beh
		0x0627: {0xFE8D, 0xFE8E, 0, 0},           // alef
		0x0621: {0xFE80, 0, 0, 0},                // hamza
		0x06CC: {0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF}, // Farsi yeh
		0x0649: {0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9}, // alef maksura: Forms-B and Forms-A
	} {
		if got, _ := FormsOf(letter); got != want {
			t.Errorf("%04X: forms %04X, want %04X", letter, got, want)
		}
	}
}

func TestLamAlef(t *testing.T) {
	want := map[rune][2]rune{0x0622: {0xFEF5, 0xFEF6}, 0x0623: {0xFEF7, 0xFEF8}, 0x0625: {0xFEF9, 0xFEFA}, 0x0627: {0xFEFB, 0xFEFC}}
	for r := rune(-1); r <= 0x110000; r++ {
		w, ok := want[r]
		if isolated, final, gotOK := LamAlef(r); isolated != w[0] || final != w[1] || gotOK != ok {
			t.Errorf("%04X: lam-alef %04X %04X %v, want %04X", r, isolated, final, gotOK, w)
		}
	}
}

func BenchmarkClassOf(b *testing.B) {
	var sum int
	for i := range b.N {
		sum += int(ClassOf(rune(0x600 + i&0xFF)))
	}
	_ = sum
}
