package token

import "strings"

// What the shape of a word alone says of it. The lexicon never has all words;
// these are the patterns of Arabic derivation that a name seldom has.

// IsNisba reports whether a folded word has the form of a relative adjective.
func IsNisba(bare string) bool {
	return (strings.HasSuffix(bare, "ي") || strings.HasSuffix(bare, "يه") ||
		strings.HasSuffix(bare, "يين") || strings.HasSuffix(bare, "يون")) && Letters(bare) > 3
}

// LooksVerb reports whether a folded word has the shape of a verb in the third
// person: ي, ت or س and ي before consonants («يقترب», «تختلف»), or the
// feminine of a verb with a weak middle («حالت»).
func LooksVerb(fold string) bool {
	w := runes(fold)
	switch {
	case w.at(0) == 'س' && w.at(1) == 'ي' && len(w) > 5:
		return !isWeak(w.at(2))
	case w.at(0) == 'ي' && len(w) > 4, w.at(0) == 'ت' && len(w) > 4 && !isAffricate(w.at(1)):
		return !isWeak(w.at(1)) && w.at(1) != 'ر'
	case w.at(0) == 'ت' && len(w) == 4:
		return !isWeak(w.at(1)) && w.at(1) != 'ش' || w.at(1) == 'و' && !isWeak(w.at(2)) && !isWeak(w.at(3)) // «توغل»
	}
	return len(w) == 4 && w.at(1) == 'ا' && w.at(3) == 'ت'
}

// LooksAdverb reports whether a folded word ends in the alef of an indefinite
// accusative: «سريعا», «عددا», «مفصلا», not «اوباما».
func LooksAdverb(fold string) bool {
	w := runes(fold)
	if w.at(-1) != 'ا' {
		return false
	}
	stem := w[:len(w)-1]
	switch {
	case len(stem) == 3:
		return !isWeak(stem.at(1)) && !isWeak(stem.at(2))
	case len(stem) == 4:
		return isWeak(stem.at(2)) && !isWeak(stem.at(1)) && !isWeak(stem.at(3)) || stem.at(0) == 'م' && !isWeak(stem.at(1)) && !isWeak(stem.at(2)) && !isWeak(stem.at(3))
	}
	return stem.at(-1) == 'ي' && stem.at(-2) != 'ر' && len(stem) > 4 || stem.at(0) == 'م' && !isWeak(stem.at(1)) && len(stem) > 4 || stem.at(0) == 'ت' && !isAffricate(stem.at(1))
}

// LooksPrefixed reports whether a folded word more likely has a particle
// before it than a first letter of its own: «ببيع», «لصفوف», «فيعطيك»,
// «وإسقاط», not «بوتين», «لافروف», «واتسون».
func LooksPrefixed(fold string) bool {
	w := runes(fold)
	second := w.at(1)
	switch w.at(0) {
	case 'ب':
		return strings.ContainsRune("بتثجحخدذزسشصضطظعغفقكم", second)
	case 'ل':
		return strings.ContainsRune("تجحخدذزسشصضطظعغفقمن", second) || second == 'ي' && len(w) > 4 && !isWeak(w.at(2)) && !isWeak(w.at(3)) && !isWeak(w.at(-2)) && !isWeak(w.at(-1))
	case 'ف':
		return second == 'ي' && len(w) > 5 && !isWeak(w.at(2)) && w.at(-1) == 'ك'
	case 'و':
		return second != 'و' && (second != 'ا' || w.at(2) == 'س' || w.at(2) == 'ل')
	case 'ك':
		return second == 'ب' || second == 'م' && w.at(2) == 'ت'
	}
	return false
}

// IsMasdar reports whether a folded word has the shape of a verbal noun:
// تفعيل, افتعال, انفعال, استفعال.
func IsMasdar(w, raw string) bool {
	r := runes(w)
	if strings.HasPrefix(raw, "إ") || strings.HasPrefix(raw, "أ") {
		r = runes(raw)
		return len(r) == 5 && r.at(3) == 'ا' && r.at(1) != 'ي' && r.at(0) == 'إ' // إعطاء
	}
	switch n := len(r); {
	case n == 5 && r.at(0) == 'ت':
		return r.at(3) == 'ي' && r.at(1) != 'ي'
	case n == 6 && r.at(0) == 'ا':
		return r.at(4) == 'ا' && (r.at(1) == 'ن' || r.at(2) == 'ت')
	case n == 7 && r.at(0) == 'ا':
		return r.at(1) == 'س' && r.at(2) == 'ت' && r.at(5) == 'ا'
	}
	return false
}

// IsBrokenPlural reports whether a folded word has the shape of فعاليل or of
// مفاعل, تفاعل.
func IsBrokenPlural(w string) bool {
	r := runes(w)
	switch len(r) {
	case 5:
		return (r.at(0) == 'م' || r.at(0) == 'ت') && r.at(2) == 'ا'
	case 6:
		return r.at(2) == 'ا' && r.at(4) == 'ي'
	}
	return false
}
