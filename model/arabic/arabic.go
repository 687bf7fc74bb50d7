// Package arabic holds facts of written Arabic that have nothing to do with
// screens: folding for search ([Fold], [Key], [Find]), words with their byte
// positions ([Tokens]), the little words that are written onto the next one
// ([Proclitics]), spelling variants of one name ([SameSpelling]) and the
// narrowing of a list of names by typed letters ([Match]).
//
// Folding is for comparing, never for display: what is shown, copied or saved
// is the text as it was written.
package arabic

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is text in the form that is compared and searched. It deletes what
// writers leave out at will (vowel marks U+0610-061A, U+064B-065F, U+0670,
// U+06D6-06ED, tatweel, bidi and zero-width controls, the lone hamza), unifies
// what they mix up (the alefs, ى and ي, ة and ه, the seats of hamza, Arabic and
// Persian digits, the ye, kaf and he of Persian, Urdu and Kurdish), turns
// presentation forms back into letters and lower-cases Latin. Fold(Fold(s)) == Fold(s).
func Fold(text string) string {
	return string(AppendFold(make([]byte, 0, len(text)), text))
}

// AppendFold appends Fold(text) to dst.
func AppendFold(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		dst = appendRune(dst, r)
		i += size
	}
	return dst
}

func appendRune(dst []byte, r rune) []byte {
	if isPresentationForm(r) {
		if plain := norm.NFKC.String(string(r)); plain != string(r) {
			return AppendFold(dst, plain)
		}
	}
	if r = foldRune(r); r < 0 {
		return dst
	}
	return utf8.AppendRune(dst, r)
}

// Key is the key of a name: folded, with every run of anything but letters and
// digits turned into one blank, and none at the ends. It may be empty.
func Key(name string) string {
	key := make([]byte, 0, len(name))
	for r := range keyRunes(name) {
		key = utf8.AppendRune(key, r)
	}
	return string(key)
}

// HasKey reports whether key is the [Key] of name. It reads no further than
// they agree, and makes nothing.
func HasKey(name, key string) bool {
	for r := range keyRunes(name) {
		first, size := utf8.DecodeRuneInString(key)
		if size == 0 || first != r {
			return false
		}
		key = key[size:]
	}
	return key == ""
}

// HasWords reports whether the [Key] of name has n words or more, n at least 1.
// It reads no further than these.
func HasWords(name string, n int) bool {
	begun := false
	for r := range keyRunes(name) {
		if !begun || r == ' ' {
			n--
		}
		if begun = true; n <= 0 {
			return true
		}
	}
	return false
}

// keyRunes are the runes of the [Key] of name.
func keyRunes(name string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		begun, gap := false, false
		for r := range foldedRunes(name) {
			if !inWord(r) {
				gap = begun
				continue
			}
			if gap && !yield(' ') || !yield(r) {
				return
			}
			begun, gap = true, false
		}
	}
}

// foldedRunes are the runes of Fold(text).
func foldedRunes(text string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for _, r := range text {
			if isPresentationForm(r) {
				for _, f := range Fold(string(r)) {
					if !yield(f) {
						return
					}
				}
			} else if f := foldRune(r); f >= 0 && !yield(f) {
				return
			}
		}
	}
}

// inWord reports whether r is a letter or digit. The usual ones need no search.
func inWord(r rune) bool {
	switch {
	case 'ا' <= r && r <= 'غ', 'ف' <= r && r <= 'ي', 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return true
	case r == ' ':
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// foldRune is the folded form of one rune, or -1 where folding deletes it.
func foldRune(r rune) rune {
	switch {
	case IsMark(r), r == 'ـ', isControl(r), r == 'ء':
		return -1
	case '٠' <= r && r <= '٩':
		return r - '٠' + '0'
	case '۰' <= r && r <= '۹':
		return r - '۰' + '0'
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ئ', 'ی':
		return 'ي'
	case 'ة', 'ۀ', 'ہ', 'ۂ', 'ۃ', 'ە', 'ھ':
		return 'ه'
	case 'ؤ':
		return 'و'
	case 'ک':
		return 'ك'
	}
	if r < 0x600 || r > 0x6ff {
		return unicode.ToLower(r)
	}
	return r
}

// IsMark reports whether r is an Arabic mark above or below a letter.
func IsMark(r rune) bool {
	return 0x610 <= r && r <= 0x61a || 0x64b <= r && r <= 0x65f || r == 0x670 ||
		0x6d6 <= r && r <= 0x6ed && r != 0x6dd && r != 0x6de && r != 0x6e9 &&
			r != 0x6e5 && r != 0x6e6
}

// WithoutControls is a text without the bidi and zero-width controls and soft hyphens that
// stand in it.
func WithoutControls(text string) string {
	if !strings.ContainsFunc(text, isControl) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, text)
}

// isControl reports whether r is a bidi or zero-width control, or a soft hyphen: it shows
// nothing and parts no words.
func isControl(r rune) bool {
	return r == 0xad || 0x200b <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e ||
		0x2060 <= r && r <= 0x2069 || r == 0x61c || r == 0xfeff
}

func isPresentationForm(r rune) bool {
	return 0xfb50 <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfefc
}
