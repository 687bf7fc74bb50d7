package wordlist

import (
	"strings"
	"unicode/utf8"

	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

// pattern says how the forms of a verb follow from its perfect (3rd person
// masculine singular). In a stem a digit stands for that letter of the
// perfect, counted from 1; other letters stand for themselves.
type pattern struct {
	imperfect  string // after the prefix ي or ت; "" where it is not used to report
	participle string // active participle, masculine singular
	noun       string // verbal noun; "" where it is not used to report
	perfect    string // before the endings ت and وا; "" means the perfect itself
}

// patterns are the verb classes of the grammars: Form I-X with the weak
// letter's place and name.
var patterns = map[string]pattern{
	"I":                  {"123", "1ا23", "", ""},
	"I-assimilated":      {"23", "1ا23", "", ""},
	"I-assimilated-past": {"", "1ا23", "", ""}, // the imperfect «يعد» mostly means another verb
	"I-hollow":           {"1و3", "1ائ3", "1و3", ""},
	"I-hollow-y":         {"1ي3", "1ائ3", "", ""},
	"I-double":           {"12", "1ا2", "", ""},
	"I-waw":              {"12و", "1ا2ي", "", "12"},
	"I-ya":               {"12ي", "1ا2ي", "", "12"},
	"I-raa":              {"1ى", "1ائي", "", "12"},
	"II":                 {"123", "م123", "ت12ي3", ""},
	"II-ya":              {"12ي", "م12ي", "", "12"},
	"III":                {"1234", "م1234", "", ""},
	"IV":                 {"234", "م234", "إ23ا4", ""},
	"IV-weak":            {"234", "م234", "إي3ا4", ""},
	"IV-hollow":          {"2ي4", "م2ي4", "إ2ا4ت", ""},
	"IV-double":          {"23", "م23", "إ23ا3", ""},
	"IV-ya":              {"23ي", "م23ي", "", "123"},
	"V":                  {"1234", "م1234", "", ""},
	"V-ya":               {"123ى", "م123ي", "", "123"},
	"VI":                 {"12345", "م12345", "", ""},
	"VIII":               {"2345", "م2345", "1234ا5", ""},
	"VIII-assimilated":   {"234", "م234", "123ا4", ""},
	"VIII-ya":            {"23ي", "م23ي", "", "123"},
	"X":                  {"23456", "م23456", "", ""},
}

// inflect calls put with each folded form of the verb.
func inflect(verb string, p pattern, class lexicon.VerbClass, put func(word string, f lexicon.Form)) {
	letters := strings.Split(strings.ReplaceAll(arabicMarks.Replace(verb), "", " "), " ")
	stem := func(template string) string { return fill(template, letters) }
	add := func(word string, m lexicon.Mood, a lexicon.Agreement) {
		put(arabic.Fold(word), lexicon.Form{Class: class, Mood: m, Agrees: a})
	}

	past := arabicMarks.Replace(verb)
	add(past, lexicon.Perfect, lexicon.Masculine)
	if p.perfect != "" {
		past = stem(p.perfect)
	}
	add(past+"ت", lexicon.Perfect, lexicon.Feminine)
	add(past+"وا", lexicon.Perfect, lexicon.Plural)

	now := seatAfterDamma(stem(p.imperfect))
	if now != "" {
		add("ي"+now, lexicon.Imperfect, lexicon.Masculine)
		add("سي"+now, lexicon.Imperfect, lexicon.Masculine)
		add("ت"+now, lexicon.Imperfect, lexicon.Feminine)
		add("ست"+now, lexicon.Imperfect, lexicon.Feminine)
		add("ي"+strings.TrimRight(now, "ويى")+"ون", lexicon.Imperfect, lexicon.Plural)
	}

	doer := seatBeforeKasra(seatAfterDamma(stem(p.participle)))
	add(doer+"ا", lexicon.Participle, lexicon.Masculine)
	add(doer+"ة", lexicon.Participle, lexicon.Feminine)
	add(strings.TrimSuffix(doer, "ي")+"ين", lexicon.Participle, lexicon.Plural)

	if class == lexicon.Say || class == lexicon.Judge || class == lexicon.Want {
		for _, object := range []string{"ه", "ها", "هم"} {
			add(arabicMarks.Replace(verb)+object, lexicon.Perfect, lexicon.Masculine)
			add(past+"ت"+object, lexicon.Perfect, lexicon.Feminine)
			if now != "" {
				add("ي"+now+object, lexicon.Imperfect, lexicon.Masculine)
				add("ت"+now+object, lexicon.Imperfect, lexicon.Feminine)
			}
		}
	}
	if p.noun != "" {
		add(stem(p.noun)+"ه", lexicon.VerbalNoun, lexicon.Masculine)
		add(stem(p.noun)+"ها", lexicon.VerbalNoun, lexicon.Feminine)
		add(stem(p.noun)+"هم", lexicon.VerbalNoun, lexicon.Plural)
	}
}

// arabicMarks drops the vowel marks that tell verbs of one spelling apart.
var arabicMarks = strings.NewReplacer("ّ", "", "َ", "", "ُ", "", "ِ", "", "ْ", "")

func fill(template string, letters []string) string {
	var out strings.Builder
	for _, r := range template {
		if i := int(r - '0'); 1 <= i && i < len(letters) {
			out.WriteString(letters[i])
		} else if r > '9' {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// seatAfterDamma writes hamza after the damma of a prefix: يؤكد, مؤكد.
func seatAfterDamma(stem string) string {
	if rest, ok := strings.CutPrefix(stem, "مأ"); ok {
		return "مؤ" + rest
	}
	if rest, ok := strings.CutPrefix(stem, "أ"); ok {
		return "ؤ" + rest
	}
	return stem
}

// seatBeforeKasra writes hamza before the kasra of a participle: متسائل.
func seatBeforeKasra(stem string) string {
	_, size := utf8.DecodeLastRuneInString(stem)
	head, last := stem[:len(stem)-size], stem[len(stem)-size:]
	for _, hamza := range []string{"ء", "أ"} {
		if rest, ok := strings.CutSuffix(head, hamza); ok {
			return rest + "ئ" + last
		}
	}
	return stem
}
