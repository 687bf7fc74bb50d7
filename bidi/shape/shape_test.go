package shape

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hex writes glyphs in hexadecimal, those absorbed as "-".
func hex(glyphs []rune) string {
	var words []string
	for _, r := range glyphs {
		if r == Absorbed {
			words = append(words, "-")
			continue
		}
		words = append(words, fmt.Sprintf("%04X", r))
	}
	return strings.Join(words, " ")
}

// forms are those of the charts "Arabic Presentation Forms-A" and "-B" of
// Unicode 17.0; 0 where the charts have none.
var forms = []struct {
	language                         string
	letter                           rune
	isolated, final, initial, medial rune
	right                            bool // joins only the letter before it
}{
	{"arabic beh", 0x0628, 0xFE8F, 0xFE90, 0xFE91, 0xFE92, false},
	{"arabic alef", 0x0627, 0xFE8D, 0xFE8E, 0, 0, true},
	{"arabic teh marbuta", 0x0629, 0xFE93, 0xFE94, 0, 0, true},
	{"arabic yeh with hamza", 0x0626, 0xFE89, 0xFE8A, 0xFE8B, 0xFE8C, false},
	{"arabic heh", 0x0647, 0xFEE9, 0xFEEA, 0xFEEB, 0xFEEC, false},
	{"arabic lam", 0x0644, 0xFEDD, 0xFEDE, 0xFEDF, 0xFEE0, false},
	{"arabic alef wasla", 0x0671, 0xFB50, 0xFB51, 0, 0, true},
	{"persian peh", 0x067E, 0xFB56, 0xFB57, 0xFB58, 0xFB59, false},
	{"persian tcheh", 0x0686, 0xFB7A, 0xFB7B, 0xFB7C, 0xFB7D, false},
	{"persian jeh", 0x0698, 0xFB8A, 0xFB8B, 0, 0, true},
	{"persian gaf", 0x06AF, 0xFB92, 0xFB93, 0xFB94, 0xFB95, false},
	{"persian keheh", 0x06A9, 0xFB8E, 0xFB8F, 0xFB90, 0xFB91, false},
	{"persian yeh", 0x06CC, 0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF, false},
	{"urdu yeh barree", 0x06D2, 0xFBAE, 0xFBAF, 0, 0, true},
	{"urdu noon ghunna", 0x06BA, 0xFB9E, 0xFB9F, 0, 0, false},
	{"urdu heh goal", 0x06C1, 0xFBA6, 0xFBA7, 0xFBA8, 0xFBA9, false},
	{"urdu heh doachashmee", 0x06BE, 0xFBAA, 0xFBAB, 0xFBAC, 0xFBAD, false},
	{"urdu tteh", 0x0679, 0xFB66, 0xFB67, 0xFB68, 0xFB69, false},
	{"urdu ddal", 0x0688, 0xFB88, 0xFB89, 0, 0, true},
	{"urdu rreh", 0x0691, 0xFB8C, 0xFB8D, 0, 0, true},
	{"kurdish reh with small v below", 0x0695, 0, 0, 0, 0, true},
	{"kurdish lam with small v", 0x06B5, 0, 0, 0, 0, false},
	{"kurdish oe", 0x06C6, 0xFBD9, 0xFBDA, 0, 0, true},
	{"kurdish yeh with small v", 0x06CE, 0, 0, 0, 0, false},
	{"kurdish ae", 0x06D5, 0, 0, 0, 0, true},
	{"uyghur e", 0x06D0, 0xFBE4, 0xFBE5, 0xFBE6, 0xFBE7, false},
	{"uyghur u", 0x06C7, 0xFBD7, 0xFBD8, 0, 0, true},
	{"uyghur yu", 0x06C8, 0xFBDB, 0xFBDC, 0, 0, true},
	{"uyghur ve", 0x06CB, 0xFBDE, 0xFBDF, 0, 0, true},
	{"uyghur ng", 0x06AD, 0xFBD3, 0xFBD4, 0xFBD5, 0xFBD6, false},
	{"uyghur alef maksura", 0x0649, 0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9, false},
	{"pashto seen with dots", 0x069A, 0, 0, 0, 0, false},
	{"pashto reh with ring", 0x0693, 0, 0, 0, 0, true},
	{"african beh with dots", 0x0750, 0, 0, 0, 0, false},
}

// TestForms sets each letter alone and between two behs, whose forms show what
// the letter joins.
func TestForms(t *testing.T) {
	const beh = "\u0628"
	for _, f := range forms {
		or := func(form rune) rune {
			if form == 0 {
				return f.letter
			}
			return form
		}
		initial, medial, afterwards := or(f.initial), or(f.medial), rune(0xFE90)
		if f.right {
			initial, medial, afterwards = or(f.isolated), or(f.final), 0xFE8F
		}
		letter := string(f.letter)
		tests := []struct {
			text string
			want []rune
		}{
			{letter, []rune{or(f.isolated)}},
			{letter + beh, []rune{initial, afterwards}},
			{beh + letter, []rune{0xFE91, or(f.final)}},
			{beh + letter + beh, []rune{0xFE91, medial, afterwards}},
			{beh + "\u064E" + letter + "\u0651\u0650" + beh, []rune{0xFE91, 0x064E, medial, 0x0651, 0x0650, afterwards}},
		}
		for _, test := range tests {
			if got := Append(nil, test.text); hex(got) != hex(test.want) {
				t.Errorf("%s: %+q is %s, want %s", f.language, test.text, hex(got), hex(test.want))
			}
		}
	}
}

func TestAppend(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"latin", "ab", "0061 0062"},
		{"lam alef", "\u0644\u0627", "FEFB -"},
		{"lam alef joined", "\u0628\u0644\u0627", "FE91 FEFC -"},
		{"lam alef after a letter that joins nothing after it", "\u062F\u0644\u0627", "FEA9 FEFB -"},
		{"nothing joins after lam alef", "\u0644\u0627\u0628", "FEFB - FE8F"},
		{"lam lam alef", "\u0644\u0644\u0627", "FEDF FEFC -"},
		{"lam alef lam alef", "\u0644\u0627\u0644\u0627", "FEFB - FEFB -"},
		{"with madda", "\u0644\u0622 \u0628\u0644\u0622", "FEF5 - 0020 FE91 FEF6 -"},
		{"with hamza above", "\u0644\u0623 \u0628\u0644\u0623", "FEF7 - 0020 FE91 FEF8 -"},
		{"with hamza below", "\u0644\u0625 \u0628\u0644\u0625", "FEF9 - 0020 FE91 FEFA -"},
		{"lam's mark, then alef's", "\u0644\u064E\u0627\u064B", "FEFB 064E - 064B"},
		{"many marks", "\u0628\u0644\u0651\u064E\u06E1\u0627\u064B\u06D6", "FE91 FEFC 0651 064E 06E1 - 064B 06D6"},
		{"U+06DC in lam alef", "\u0644\u06DC\u0627", "FEFB 06DC -"},
		{"U+06DC cuts no join", "\u0628\u06DC\u0628", "FE91 06DC FE90"},
		{"U+06E5 is a letter", "\u0628\u06E5\u0628", "FE8F 06E5 FE8F"},
		{"lam alef wasla is no ligature", "\u0644\u0671", "FEDF FB51"},
		{"tatweel in lam alef", "\u0644\u0640\u0627", "FEDF 0640 FE8E"},
		{"ZWNJ in lam alef", "\u0644\u200C\u0627", "FEDD 200C FE8D"},
		{"ZWJ in lam alef", "\u0644\u200D\u0627", "FEDF 200D FE8E"},
		{"tatweel joins", "\u0640\u0628\u0640", "0640 FE92 0640"},
		{"ZWJ joins", "\u200D\u0628\u200D", "200D FE92 200D"},
		{"ZWNJ does not", "\u0628\u200C\u0628", "FE8F 200C FE8F"},
		{"a mark before ZWNJ", "\u0628\u064E\u200C\u0628", "FE8F 064E 200C FE8F"},
		{"U+200E is transparent", "\u0628\u200E\u0628", "FE91 200E FE90"},
		{"hamza joins nothing", "\u0628\u0621\u0628", "FE8F FE80 FE8F"},
		{"a blank joins nothing", "\u0628 \u0628", "FE8F 0020 FE8F"},
		{"alef and madda", "\u0627\u0653", "FE81 -"},
		{"alef and hamza", "\u0628\u0627\u0654", "FE91 FE84 -"},
		{"waw and hamza", "\u0628\u0648\u0654", "FE91 FE86 -"},
		{"yeh and hamza", "\u0628\u064A\u0654\u0628", "FE91 FE8C - FE90"},
		{"heh goal and hamza has no form", "\u0628\u06C1\u0654\u0628", "FE91 06C2 - FE90"},
		{"lam alef and hamza", "\u0644\u0627\u0654", "FEF7 - -"},
		{"lam alef and hamza with vowels", "\u0644\u064E\u0627\u0650\u0655", "FEF9 064E - 0650 -"},
		{"another mark above blocks hamza", "\u0627\u0615\u0654", "FE8D 0615 0654"},
		{"two hamzas", "\u0627\u0654\u0654", "FE83 - 0654"},
		{"hamza on a letter without such a composition", "\u0628\u0654\u0628", "FE91 0654 FE90"},
		{"a mark without a letter", "\u064E\u0654\u0628", "064E 0654 FE8F"},
		{"presentation forms are left", "\uFEFB\u0628\uFE91", "FEFB FE8F FE91"},
		{"broken UTF-8", "\xD8\u0628\xFF", "FFFD FE8F FFFD"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := hex(Append(nil, test.text)); got != test.want {
				t.Errorf("%+q is %s, want %s", test.text, got, test.want)
			}
		})
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	got := Append([]rune{0x0644}, "\u0627\u0654")
	if hex(got) != "0644 FE83 -" {
		t.Errorf("got %s", hex(got))
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	text := strings.Repeat("\u0627\u0644\u0633\u0651\u064E\u0644\u064E\u0627\u0645\u064F ", 50)
	glyphs := Append(nil, text)
	if n := testing.AllocsPerRun(10, func() { glyphs = Append(glyphs[:0], text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func ExampleAppend() {
	const text = "\u0633\u0644\u064E\u0627\u0645" // seen, lam, fatha, alef, meem
	glyphs := Append(nil, text)
	for offset := range text {
		if glyphs[0] == Absorbed {
			fmt.Println(offset, "-")
		} else {
			fmt.Printf("%d U+%04X\n", offset, glyphs[0])
		}
		glyphs = glyphs[1:]
	}
	// Output:
	// 0 U+FEB3
	// 2 U+FEFC
	// 4 U+064E
	// 6 -
	// 8 U+FEE1
}

func BenchmarkAppend(b *testing.B) {
	tests := []struct{ name, text string }{
		{"bare", "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0625\u0646 \u0627\u0644\u0644\u062C\u0646\u0629 "},
		{"vowelled", "\u0642\u064E\u0627\u0644\u064E \u0627\u0644\u0652\u0648\u064E\u0632\u0650\u064A\u0631\u064F \u0648\u064E\u0644\u064E\u0627 "},
	}
	for _, test := range tests {
		b.Run(test.name, func(b *testing.B) {
			text := strings.Repeat(test.text, 100)
			glyphs := Append(nil, text)
			b.ReportAllocs()
			best := time.Hour
			for b.Loop() {
				start := time.Now()
				glyphs = Append(glyphs[:0], text)
				best = min(best, time.Since(start))
			}
			b.ReportMetric(float64(best.Nanoseconds())/float64(len(glyphs)), "min-ns/char")
		})
	}
}

// TestAppendPart: the first and the last letter join those beside the part,
// which stands between bars.
func TestAppendPart(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing beside", "|\u0628|", "FE8F"},
		{"before", "\u0628|\u0628|", "FE90"},
		{"after", "|\u0628|\u0628", "FE91"},
		{"both", "\u0628|\u0628|\u0628", "FE92"},
		{"over marks", "\u0628\u064E|\u064E\u0628\u064E|\u064E\u0628", "064E FE92 064E"},
		{"a letter that does not join on", "\u062F|\u0628|", "FE8F"},
		{"what does not join", " |\u0628| ", "FE8F"},
		{"a letter beyond a blank", "\u0628 |\u0628| \u0628", "FE8F"},
		{"a lam that is not in the part", "\u0644|\u0627|", "FE8E"},
		{"an alef that is not in the part", "|\u0644|\u0627", "FEDF"},
		{"only marks", "\u0628|\u064E|\u0628", "064E"},
		{"nothing", "\u0628||\u0628", ""},
		{"the letter before takes in no mark", "\u0627|\u0653|", "0653"},
		{"marks beside", "\u064E|\u0628|\u064E", "FE8F"},
	}
	for _, test := range tests {
		parts := strings.Split(test.text, "|")
		text, start := strings.Join(parts, ""), len(parts[0])
		if got := hex(AppendPart(nil, text, start, start+len(parts[1]))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
