package wordlist

import (
	"strings"
	"testing"

	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

// The forms come from grammars of Arabic, not from the generator.
func TestVerbForms(t *testing.T) {
	tests := []struct{ verb, pattern, forms string }{
		{"قال", "I-hollow", "قال قالت قالوا يقول تقول سيقول يقولون قائلا قائلة قائلين قوله قولها"},
		{"أكد", "II", "أكد أكدت أكدوا يؤكد تؤكد يؤكدون مؤكدا مؤكدة مؤكدين تأكيده"},
		{"ذكر", "I", "ذكر ذكرت يذكر ذاكرا"},
		{"وصف", "I-assimilated", "وصف وصفت يصف تصف واصفا"},
		{"دعا", "I-waw", "دعا دعت دعوا يدعو يدعون داعيا داعية"},
		{"نفى", "I-ya", "نفى نفت نفوا ينفي نافيا نافية"},
		{"رد", "I-double", "رد ردت يرد رادا"},
		{"طالب", "III", "طالب طالبت يطالب مطالبا مطالبين"},
		{"أعلن", "IV", "أعلن أعلنت يعلن معلنا إعلانه"},
		{"أشار", "IV-hollow", "أشار أشارت يشير مشيرا مشيرة إشارته"},
		{"أوضح", "IV-weak", "أوضح يوضح موضحا موضحين إيضاحه"},
		{"أصر", "IV-double", "أصر يصر مصرا إصراره"},
		{"أبدى", "IV-ya", "أبدى أبدت يبدي مبديا"},
		{"توقع", "V", "توقع توقعت يتوقع متوقعا"},
		{"تساءل", "VI", "تساءل تساءلت يتساءل متسائلا"},
		{"اعتبر", "VIII", "اعتبر يعتبر معتبرا معتبرين اعتباره"},
		{"اتهم", "VIII-assimilated", "اتهم يتهم متهما"},
		{"ادعى", "VIII-ya", "ادعى ادعت يدعي مدعيا"},
		{"استطرد", "X", "استطرد يستطرد مستطردا"},
	}
	for _, tt := range tests {
		made := map[string]bool{}
		inflect(tt.verb, patterns[tt.pattern], lexicon.Say, func(word string, _ lexicon.Form) { made[word] = true })
		for _, f := range strings.Fields(tt.forms) {
			if !made[arabic.Fold(f)] {
				t.Errorf("%s (%s) lacks the form %s", tt.verb, tt.pattern, f)
			}
		}
	}
}

func TestLists(t *testing.T) {
	for _, file := range []string{"particles", "bodies", "words", "names"} {
		EachLine(file, func(line string) {
			class, word, ok := strings.Cut(line, "\t")
			if !ok || classes[class] == 0 || word == "" || strings.ContainsAny(word, " \t") {
				t.Errorf("%s.txt: want class, tab, word in %q", file, line)
			}
		})
	}
	for _, file := range []string{"verbs", "roles", "places", "organisations", "capitals", "particles", "bodies", "words", "names"} {
		last := ""
		EachLine(file, func(line string) {
			if line <= last {
				t.Errorf("%s.txt: %q stands after %q", file, line, last)
			}
			last = line
		})
	}
	EachLine("verbs", func(line string) {
		f := strings.Fields(line)
		if len(f) != 3 && len(f) != 4 {
			t.Fatalf("verbs.txt: want verb, pattern, class and perhaps the word it needs in %q", line)
		}
		if _, ok := patterns[f[1]]; !ok {
			t.Errorf("verbs.txt: unknown pattern in %q", line)
		}
		if _, ok := verbClasses[f[2]]; !ok {
			t.Errorf("verbs.txt: unknown class in %q", line)
		}
	})
	EachLine("capitals", func(line string) {
		if capital, state, ok := strings.Cut(line, "\t"); !ok || capital == "" || state == "" {
			t.Errorf("capitals.txt: want capital, tab, state in %q", line)
		}
	})
}
