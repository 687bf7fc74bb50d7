package shape

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// stretched is text with a tatweel at each kashida.
func stretched(text string) string {
	var b strings.Builder
	at := 0
	for _, k := range AppendKashidas(nil, text) {
		b.WriteString(text[at:k.Offset] + "\u0640")
		at = k.Offset
	}
	return b.String() + text[at:]
}

// TestAppendKashidas has words made for each priority and each prohibition; "+"
// shows where the kashida goes.
func TestAppendKashidas(t *testing.T) {
	tests := []struct {
		name     string
		want     string
		priority Priority // of the first kashida, 0 for none
	}{
		{"after a typed tatweel", "\u0645\u062D\u0640+\u0645\u062F", AfterTatweel},
		{"a typed tatweel before seen", "\u0633\u0645\u0640+\u062D", AfterTatweel},
		{"a typed tatweel at the end", "\u0633+\u0645\u062D\u0640", AfterSeen},
		{"after initial seen", "\u0633+\u0628\u062D", AfterSeen},
		{"after medial seen", "\u0645\u0633+\u062C\u062F", AfterSeen},
		{"after sheen, the last of two", "\u0633\u0645\u0634+\u0642", AfterSeen},
		{"after sad", "\u0645\u0635+\u0631\u064A", AfterSeen},
		{"not after a final seen", "\u0645\u062C\u0644+\u0633", BeforeAnother},
		{"before final teh marbuta", "\u0645\u062F\u0646\u064A+\u0629", BeforeHeh},
		{"before final heh", "\u0648\u062C+\u0647", BeforeHeh},
		{"before final dal", "\u0645\u062D\u0645+\u062F", BeforeHeh},
		{"before dal within a word", "\u0645+\u062F\u0631\u0628", BeforeHeh},
		{"not before a medial heh", "\u0646\u0647\u0631\u0628+\u0645", BeforeAnother},
		{"before alef", "\u0643\u062A+\u0627\u0628", BeforeAlef},
		{"before final tah", "\u0646\u0642+\u0637", BeforeAlef},
		{"before final lam", "\u062C\u0645+\u0644", BeforeAlef},
		{"before final kaf", "\u0645\u0644+\u0643", BeforeAlef},
		{"before final gaf", "\u0628\u0631\u0646+\u06AF", BeforeAlef},
		{"before beh with reh", "\u062E+\u0628\u0631", BeforeBeh},
		{"before noon with yeh", "\u0645\u063A+\u0646\u064A", BeforeBeh},
		{"before teh with alef maksura", "\u0641+\u062A\u0649", BeforeBeh},
		{"an initial beh is not medial", "\u0627\u0628+\u0631", BeforeAnother},
		{"before final waw", "\u0639\u0641+\u0648", BeforeWaw},
		{"before final ain", "\u0631\u0641+\u0639", BeforeWaw},
		{"before final qaf", "\u0631\u0641\u064A+\u0642", BeforeWaw},
		{"before final feh", "\u062E\u0644+\u0641", BeforeWaw},
		{"before another final", "\u0639\u0644+\u0645", BeforeAnother},
		{"the last of equals", "\u0643\u062A\u0627\u0628\u0647+\u0627", BeforeAlef},
		{"the better of two", "\u0643\u062A\u0627\u0628+\u0629", BeforeHeh},
		{"not inside lam-alef", "\u0633+\u0644\u0627\u0645 \u062F\u0644\u0627\u0621", AfterSeen},
		{"marks are skipped", "\u0645\u064F\u062D\u064E\u0645\u0651\u064E+\u062F\u064C", BeforeHeh},
		{"lam-alef over marks", "\u062F\u0644\u064E\u0627\u0621", 0},
		{"before lam-alef", "\u062D+\u0644\u0627\u0621", BeforeAnother},
		{"a tatweel in the word before", "\u0640 \u0645\u062D\u0645+\u062F", BeforeHeh},
		{"words of two letters", "\u0645\u0646 \u0639\u0646 \u0643\u0644 \u0641\u064A", 0},
		{"a tatweel is no letter", "\u0645\u0640\u0646", 0},
		{"marks are no letters", "\u0645\u0650\u0646\u0652", 0},
		{"three letters that do not join", "\u062F\u0627\u0631", 0},
		{"not beside ZWNJ, but before", "\u0645+\u06CC\u200C\u0631\u0648\u0645", BeforeAnother},
		{"not beside ZWJ", "\u0628\u0628\u200D \u0628\u200D\u0628\u200D\u0628\u200D", 0},
		{"latin", "word 1990 \u0661\u0662\u0663", 0},
		{"syriac", "\u0712\u0712\u0712", 0},
		{"digits end words", "\u0645\u0646\u0661\u0645\u0646", 0},
		{"one a word", "\u0645\u062D\u0645+\u062F \u0645\u062D\u0645+\u062F", BeforeHeh},
		{"punctuation ends words", "\u00AB\u0645\u062D\u0645+\u062F\u00BB\u060C", BeforeHeh},
		{"persian", "\u06AF\u0641\u062A+\u0647", BeforeHeh},
	}
	for _, test := range tests {
		text := strings.ReplaceAll(test.want, "+", "")
		if got, want := stretched(text), strings.ReplaceAll(test.want, "+", "\u0640"); got != want {
			t.Errorf("%s: %+q, want %+q", test.name, got, want)
		}
		var priority Priority
		if k := AppendKashidas(nil, text); len(k) > 0 {
			priority = k[0].Priority
		}
		if priority != test.priority {
			t.Errorf("%s: priority %d, want %d", test.name, priority, test.priority)
		}
	}
}

// TestFamilies holds the families against the joining groups of
// ArabicShaping.txt, up to U+08FF. (The few letters of Arabic Extended-C take no
// kashida.)
func TestFamilies(t *testing.T) {
	groups := map[kind]string{
		lamLetter:  "LAM",
		alefLetter: "ALEF",
		likeSeen:   "SEEN, SAD",
		likeHeh:    "TEH MARBUTA, TEH MARBUTA GOAL, HEH, HEH GOAL, KNOTTED HEH, DAL",
		likeAlef:   "ALEF, TAH, LAM, KAF, GAF, SWASH KAF",
		likeWaw:    "WAW, STRAIGHT WAW, AIN, QAF, AFRICAN QAF, FEH, AFRICAN FEH",
		likeBeh:    "BEH, NOON, AFRICAN NOON, NYA, YEH, FARSI YEH, BURUSHASKI YEH BARREE, THIN YEH, KASHMIRI YEH",
		likeReh: "REH, YEH, FARSI YEH, YEH BARREE, YEH WITH TAIL, BURUSHASKI YEH BARREE, ROHINGYA YEH, THIN YEH," +
			" KASHMIRI YEH",
	}
	groupOf := joiningGroups(t)
	for r := rune(0); r <= 0x08FF; r++ {
		for kind, names := range groups {
			want := groupOf[r] != "" && strings.Contains(", "+names+",", ", "+groupOf[r]+",")
			if got := kindOf(r)&kind != 0; got != want {
				t.Errorf("%04X of group %q: family %x is %v", r, groupOf[r], kind, got)
			}
		}
		if joins := joiningOf(r)&(joinsNext|joinsPrevious) != 0; joins && arabicBlocks(r) && r >= arabicFirst &&
			r != tatweel && kindOf(r)&arabicLetter == 0 {
			t.Errorf("%04X is no letter", r)
		}
	}
}

func joiningGroups(t *testing.T) map[rune]string {
	t.Helper()
	f, err := os.Open("../internal/ucd/testdata/ArabicShaping.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	groups := make(map[rune]string)
	for lines := bufio.NewScanner(z); lines.Scan(); {
		data, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Split(data, ";")
		if len(fields) != 4 {
			continue
		}
		r, err := strconv.ParseUint(strings.TrimSpace(fields[0]), 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		groups[rune(r)] = strings.TrimSpace(fields[3])
	}
	return groups
}

// FuzzAppendKashidas: at most one a word; the letters around it join and keep
// their forms when it is put there, so that taking it out gives the text again.
func FuzzAppendKashidas(f *testing.F) {
	for _, seed := range []string{"", "\u0645\u062D\u0645\u062F", "\u0633\u0644\u064E\u0627\u0645 \u200C\u0645\u200D\u0628", "\u0628\u0628\xFF\u0628", "\u0628\u0640\u0628\u0628\u0654"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var last int
		for i, k := range AppendKashidas(nil, text) {
			before, after := text[:k.Offset], text[k.Offset:]
			if i > 0 && !strings.ContainsFunc(text[last:k.Offset], func(r rune) bool { return kindOf(r) == 0 && joiningOf(r)&transparent == 0 }) {
				t.Errorf("%+q has two kashidas in a word", text)
			}
			last = k.Offset
			first, second := Append(nil, before+"\u200D"), Append(nil, "\u200D"+after)
			apart := append(first[:len(first)-1], second[1:]...)
			if whole := Append(nil, text); !slices.Equal(apart, whole) {
				t.Errorf("%+q stretched at %d is %s, whole it is %s", text, k.Offset, hex(apart), hex(whole))
			}
		}
	})
}

func ExampleAppendKashidas() {
	const text = "\u0645\u062D\u0645\u062F \u0641\u064A \u0645\u0635\u0631" // Muhammad in Egypt
	for _, k := range AppendKashidas(nil, text) {
		fmt.Println(k.Offset, k.Priority == BeforeHeh, k.Priority == AfterSeen)
	}
	// Output:
	// 6 true false
	// 18 false true
}
