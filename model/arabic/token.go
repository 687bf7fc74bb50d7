package arabic

import (
	"unicode"
	"unicode/utf8"
)

// TokenKind says what a token is.
type TokenKind uint8

const (
	Word   TokenKind = iota // letters of one script with their marks: «وقال», «لـ», "CNN"
	Number                  // digits, also 1.4 and 27/8
	Sign                    // one rune of punctuation, or any other visible rune
)

// Token is one word, number or sign: the half-open byte range of a text.
type Token struct {
	Start, End int
	Kind       TokenKind
}

// Tokens cuts text into its tokens, in order, leaving out white space and
// invisible controls. A word ends where the script changes between Arabic and
// any other, so «لـCNN» is two words and «ال25» a word and a number.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/8)
	for t, ok := Next(text, 0); ok; t, ok = Next(text, t.End) {
		tokens = append(tokens, t)
	}
	return tokens
}

// Next is the first of the [Tokens] of text from byte offset at on, where no
// token may have begun before; ok is false when there is none.
func Next(text string, at int) (t Token, ok bool) {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isPlain(r):
			return Token{at, wordEnd(text, at), Word}, true
		case unicode.IsSpace(r) || isControl(r) || r == 0:
			at += size
		case unicode.IsLetter(r) || r == 'ـ' || IsMark(r):
			return Token{at, wordEnd(text, at), Word}, true
		case unicode.IsDigit(r):
			return Token{at, numberEnd(text, at), Number}, true
		default:
			return Token{at, at + size, Sign}, true
		}
	}
	return Token{}, false
}

// firstMark is the first rune of category Mn.
const firstMark = 0x300

func wordEnd(text string, at int) int {
	end, arabic, first := at, false, true
	for i, r := range text[at:] {
		plain := isPlain(r)
		inside := !plain && r >= firstMark && (r == 'ـ' || unicode.Is(unicode.Mn, r))
		if !plain && !inside && !unicode.IsLetter(r) {
			if isControl(r) {
				continue // belongs to the word only if a letter follows
			}
			break
		}
		if !inside {
			if a := isArabic(r); first {
				arabic, first = a, false
			} else if a != arabic {
				break
			}
		} else if r == 'ـ' && first {
			arabic, first = true, false
		}
		end = at + i + utf8.RuneLen(r)
	}
	return end
}

// numberEnd takes in one sign between two digits.
func numberEnd(text string, at int) int {
	end, sign := at, false
	for i, r := range text[at:] {
		switch {
		case unicode.IsDigit(r):
			end, sign = at+i+utf8.RuneLen(r), false
		case !sign && (r == '.' || r == ',' || r == '/' || r == ':' || r == '٫' || r == '٬'):
			sign = true
		default:
			return end
		}
	}
	return end
}

// isPlain reports whether r is a letter of Arabic itself, as most runes of a
// text are: for those the tables of Unicode need not be searched.
func isPlain(r rune) bool { return 'ء' <= r && r <= 'ي' && r != 'ـ' && (r < 'ػ' || r > 'ؿ') }

func isArabic(r rune) bool {
	return 0x600 <= r && r <= 0x6ff || 0x750 <= r && r <= 0x77f || isPresentationForm(r)
}

// Proclitics is how many letters at the start of a folded word are written
// onto the known word that follows: و and ف, then ب ل ك. The contraction لل is
// tried as ل + ال; letters is then 1. It is 0 with ok false when nothing known
// remains: a letter is never stripped on suspicion (وليد, فهد).
func Proclitics(word string, known func(rest string) bool) (letters int, ok bool) {
	if known(word) {
		return 0, true
	}
	const size = len("و") // the same for all of them
	rest := word
	for letters = 1; letters <= 2 && len(rest) >= size; letters++ {
		letter := rest[:size]
		rest = rest[size:]
		conjunction := isConjunction(letter)
		if conjunction && letters == 2 || !conjunction && !isPreposition(letter) {
			return 0, false
		}
		if rest != "" && known(rest) || letter == "ل" && isContracted(rest) && known("ا"+rest) {
			return letters, true
		}
		if !conjunction {
			return 0, false
		}
	}
	return 0, false
}

func isConjunction(letter string) bool { return letter == "و" || letter == "ف" }
func isPreposition(letter string) bool { return letter == "ب" || letter == "ل" || letter == "ك" }

// isContracted reports whether what follows ل is the rest of an article ال.
func isContracted(rest string) bool { return len(rest) > len("ل") && rest[:len("ل")] == "ل" }
