package arabic

import (
	"strings"
	"unicode"
)

// Language is a language by what its writing tells.
type Language uint8

const (
	Arabic Language = iota // also where nothing tells
	Persian
	Urdu
	Kurdish // Sorani
	Pashto
	Other // in another script
)

// String is the BCP 47 tag, "" for another script.
func (l Language) String() string { return [...]string{"ar", "fa", "ur", "ckb", "ps", ""}[l] }

// Little words that a text of each language cannot do without and the others do not
// have, folded.
var littleWords = languageWords(map[Language]string{
	Arabic:  "في من علي الي عن التي الذي هذا هذه ذلك كان كانت قد لم لن بعد قبل بين حتي منذ وقد وقال قال انه انها وهو وهي كما اذا لكن بان ايضا او ثم حيث مع",
	Persian: "است را براي اين كه مي شود شد هاي خود بود كرد از در به شده دارد ميشود كند كرده بوده اند هم يك كتاب\u200cهاي",
	Urdu:    "کے کا میں ہے ہیں سے نے اور کو پر تھا تھے تھی گیا جو اس ایک کی بھی نہیں لیے کر",
	Kurdish: "لە بۆ کە ئەو ئەم لەگەڵ دەکات بوو هەیە نییە وەک دوای کرد بە",
	Pashto:  "د په چې کې دي او ته شوې وي دی له",
})

func languageWords(lists map[Language]string) map[string][]Language {
	words := map[string][]Language{}
	for language, list := range lists {
		for _, w := range strings.Fields(list) {
			words[Fold(w)] = append(words[Fold(w)], language)
		}
	}
	return words
}

// ownLetters are letters that Arabic does not have, with the languages that do.
var ownLetters = map[rune][]Language{
	'پ': {Persian, Urdu, Kurdish, Pashto}, 'چ': {Persian, Urdu, Kurdish, Pashto}, 'ژ': {Persian, Urdu, Kurdish, Pashto}, 'گ': {Persian, Urdu, Kurdish},
	'ک': {Persian, Urdu, Kurdish, Pashto}, 'ی': {Persian, Urdu, Kurdish, Pashto},
	'ٹ': {Urdu}, 'ڈ': {Urdu}, 'ڑ': {Urdu}, 'ں': {Urdu}, 'ے': {Urdu}, 'ہ': {Urdu}, 'ھ': {Urdu, Kurdish},
	'ڕ': {Kurdish}, 'ڵ': {Kurdish}, 'ێ': {Kurdish}, 'ۆ': {Kurdish}, 'ە': {Kurdish},
	'ټ': {Pashto}, 'ډ': {Pashto}, 'ړ': {Pashto}, 'ږ': {Pashto}, 'ښ': {Pashto}, 'ګ': {Pashto}, 'ڼ': {Pashto}, 'ۍ': {Pashto}, 'ې': {Pashto},
}

// sampleWords is how many words tell the language of a text.
const sampleWords = 600

// LanguageOf tells the language of a text by its first words. It is for texts of a few
// words or more; short ones in the Arabic script are taken for Arabic unless a letter
// in ten is another language's.
func LanguageOf(text string) Language {
	var t tally
	for token, ok := Next(text, 0); ok && t.words < sampleWords; token, ok = Next(text, token.End) {
		if token.Kind == Word {
			t.add(text[token.Start:token.End])
		}
	}
	return t.language()
}

// tally counts what tells a language.
type tally struct {
	words, foreign int // all, and those of another script
	letters        int
	little         [Other]int // words
	own            [Other]int // letters
}

func (t *tally) add(word string) {
	t.words++
	if r := firstLetter(word); !isArabic(r) {
		t.foreign++
		return
	}
	for _, r := range word {
		if unicode.IsLetter(r) {
			t.letters++
		}
		for _, l := range ownLetters[r] {
			t.own[l]++
		}
	}
	folded := Fold(word)
	for _, l := range littleWords[folded] {
		t.little[l]++
	}
	if strings.HasPrefix(folded, "ال") && len(folded) > len("الخبر") || strings.HasPrefix(folded, "وال") || strings.HasPrefix(folded, "بال") || strings.HasPrefix(folded, "لل") {
		t.little[Arabic]++
	}
}

func firstLetter(word string) rune {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 'ا'
}

// language is the one for which most speaks.
func (t *tally) language() Language {
	if arabic := t.words - t.foreign; 3*arabic < t.words {
		return Other
	}
	best := Arabic
	for l := Persian; l < Other; l++ {
		if t.weight(l) > t.weight(best) {
			best = l
		}
	}
	if best != Arabic && 10*t.own[best] < t.letters && t.little[best] <= 2*t.little[Arabic] {
		return Arabic // names and a few words of another language
	}
	return best
}

// weight is what speaks for a language.
func (t *tally) weight(l Language) int { return 4*t.little[l] + t.own[l] }
