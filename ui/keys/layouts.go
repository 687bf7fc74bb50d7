package keys

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// qwerty is the physical keys in the order of the layouts below, by what the US
// layout gives on them, alone and with shift.
const qwerty = "1234567890" +
	"qwertyuiop[]" + "asdfghjkl;'" + "zxcvbnm,./" +
	"QWERTYUIOP{}" + `ASDFGHJKL:"` + "ZXCVBNM<>?"

// layouts are what keyboards in Arabic script give on those keys; a dot where
// they give the same as the US layout, vowel marks, other signs, or two letters.
//
// Most terminals tell only the letter, not the key, and the layouts put the same
// letters on different keys. So one choice holds for all: a letter means the key
// on which the first of these layouts has it. The Arabic layout is always right;
// of the Persian one, all but ز ط ظ ذ د (c x z b n), which are . ' / ` ] there.
// The last three share few keys with it. Where the terminal tells the physical
// key (the Kitty keyboard protocol), every layout is right: see [meanings].
//
// Sources: X11 symbols ara(basic), ir(pes), pk(urd-nla), pk(urd-crulp),
// iq(ku_ara); Unicode CLDR keyboards ar, fa and ur-t-k0-windows.
var layouts = [...]string{
	// Arabic 101
	"١٢٣٤٥٦٧٨٩٠" +
		"ضصثقفغعهخحجد" + "شسيبلاتنمكط" + "ئءؤر.ىةوزظ" +
		".....إ......" + ".....أـ...." + ".....آ...؟",
	// Persian (ISIRI 9147)
	"۱۲۳۴۵۶۷۸۹۰" +
		"ضصثقفغعهخحجچ" + "شسیبلاتنمکگ" + "ظطزرذدپو.." +
		"............" + "ؤئيإأآة...." + "ك.ژ...ء..؟",
	// Urdu (National Language Authority, Windows)
	"۱۲۳۴۵۶۷۸۹۰" +
		"طصھدٹپتبجح.." + "مورنلہاکی؛." + "قفےسشغع،۔." +
		"ظضذڈث.ۃ.چخ.." + "ژزڑںۂءآگي.." + "....ؤئ...؟",
	// Urdu, phonetic (CRULP)
	"۱۲۳۴۵۶۷۸۹۰" +
		"قوعرتےءیہپ.." + "اسدفگحجکل؛." + "زشچطبنم،۔." +
		"...ڑٹ.ئ.ۃ..." + "آصڈ.غھضخ..." + "ذژثظ.ں...؟",
	// Kurdish (Central, Kurdistan Region)
	"١٢٣٤٥٦٧٨٩٠" +
		"قوەرتیئحۆپ.." + "اسدفگهژکل؛." + "زخجڤبنم،.." +
		"...ڕطێءعؤث.." + "آشذإغ.أكڵ.." + "ضصچظىة...؟",
}

// physical is the key of a letter or digit, by the US layout.
var physical = func() map[rune]rune {
	keys, at := []rune(qwerty), map[rune]rune{}
	for _, layout := range layouts {
		for i, letter := range []rune(layout) {
			if _, taken := at[letter]; !taken && letter != '.' {
				at[letter] = keys[i]
			}
		}
	}
	return at
}()

// arabic is the Arabic layout's letter of a key.
var arabic = func() map[rune]rune {
	letters, at := []rune(layouts[0]), map[rune]rune{}
	for i, key := range []rune(qwerty) {
		if letters[i] != '.' {
			at[key] = letters[i]
		}
	}
	return at
}()

// Digits is how many keys there are that say which one is meant.
const Digits = 9

// digitRange is how a row names all of them.
const (
	digitRange = "1-9"
	digits     = "1 2 3 4 5 6 7 8 9"
)

// arabicTwin is the name of a key on the Arabic layout, if that has a letter or
// digit of its own there.
func arabicTwin(name string) (twin string, ok bool) {
	if utf8.RuneCountInString(name) > 1 && name != digitRange {
		return "", false
	}
	twin = strings.Map(func(key rune) rune {
		if letter, ok := arabic[key]; ok {
			return letter
		}
		return key
	}, name)
	return twin, twin != name
}

// meanings is what a key may mean, likelier first: the US name of the character
// that it gave, and of the physical key where the terminal reports that. A Latin
// letter means itself on any layout (AZERTY), so the character goes first; but one
// in Arabic script is on other keys on other layouts, so there the key does.
func meanings(k tea.Key) [2]string {
	given, key := onQwerty(k.String()), physicalName(k)
	if r, _ := utf8.DecodeRuneInString(k.Text); k.BaseCode != 0 && unicode.Is(unicode.Arabic, r) {
		return [2]string{key, given}
	}
	return [2]string{given, key}
}

// Name is what a key is most likely to mean: its name on a US keyboard.
func Name(k tea.Key) string { return meanings(k)[0] }

// physicalName is the name of the physical key; a letter with shift is a capital.
func physicalName(k tea.Key) string {
	name := k.Keystroke()
	if letter, shifted := strings.CutPrefix(name, "shift+"); shifted && utf8.RuneCountInString(letter) == 1 {
		return strings.ToUpper(letter)
	}
	return onQwerty(name)
}

// onQwerty is the US name of the key of a character.
func onQwerty(name string) string {
	r, size := utf8.DecodeRuneInString(name)
	if key, ok := physical[r]; ok && size == len(name) {
		return string(key)
	}
	return name
}

// Digit is the number from 1 to [Digits] that a text is, in any script's digits.
func Digit(text string) (n int, ok bool) {
	name := onQwerty(text)
	if len(name) != 1 || name < "1" || name > "9" {
		return 0, false
	}
	return int(name[0] - '0'), true
}
