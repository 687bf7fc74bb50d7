package token

import (
	"slices"
	"strings"
)

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
	case len(w) > 4 && (w.at(0) == 'ي' || w.at(0) == 'ت' && !isAffricate(w.at(1))):
		return !isWeak(w.at(1)) && w.at(1) != 'ر'
	case len(w) == 4 && w.at(0) == 'ت':
		return !isWeak(w.at(1)) && w.at(1) != 'ش' || w.at(1) == 'و' && w.areStrong(2, 3) // «توغل»
	}
	return w.isHollow()
}

// isHollow reports whether the word has the shape of «حالت».
func (w runes) isHollow() bool { return len(w) == 4 && w.at(1) == 'ا' && w.at(3) == 'ت' }

// areStrong reports whether none of the letters with these indexes is ا, و or ي.
func (w runes) areStrong(indexes ...int) bool {
	return !slices.ContainsFunc(indexes, func(i int) bool { return isWeak(w.at(i)) })
}

// IsActiveAdverb reports whether a folded word is an active participle in the indefinite
// accusative: «باكرا», «لازما».
func IsActiveAdverb(fold string) bool {
	w := runes(fold)
	return len(w) == 5 && w.at(-1) == 'ا' && w.at(1) == 'ا' && w.areStrong(0, 2, 3)
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
		return stem.areStrong(1, 2)
	case len(stem) == 4:
		return isWeak(stem.at(2)) && stem.areStrong(1, 3) || stem.at(0) == 'م' && stem.areStrong(1, 2, 3)
	case len(stem) > 4:
		nisba, participle := stem.at(-1) == 'ي' && stem.at(-2) != 'ر', stem.at(0) == 'م' && stem.areStrong(1)
		return nisba || participle || stem.at(0) == 'ت' && !isAffricate(stem.at(1))
	}
	return false
}

// LooksPrefixed reports whether a folded word more likely has a particle
// before it than a first letter of its own: «ببيع», «لصفوف», «فيعطيك»,
// «وإسقاط», not «بوتين», «لافروف», «واتسون».
func LooksPrefixed(fold string) bool {
	w := runes(fold)
	prefixed := prefixes[w.at(0)]
	return prefixed != nil && prefixed(w)
}

// prefixes are the particles, and what says that a word begins with one.
var prefixes = map[rune]func(runes) bool{
	'ب': func(w runes) bool { return strings.ContainsRune("بتثجحخدذزسشصضطظعغفقكم", w.at(1)) },
	'ل': func(w runes) bool {
		imperfect := w.at(1) == 'ي' && len(w) > 4 && w.areStrong(2, 3, -2, -1)
		return strings.ContainsRune("تجحخدذزسشصضطظعغفقمن", w.at(1)) || imperfect
	},
	'ف': func(w runes) bool { return w.at(1) == 'ي' && len(w) > 5 && w.areStrong(2) && w.at(-1) == 'ك' },
	'و': func(w runes) bool { return w.at(1) != 'و' && (w.at(1) != 'ا' || w.at(2) == 'س' || w.at(2) == 'ل') },
	'ك': func(w runes) bool { return w.at(1) == 'ب' || w.at(1) == 'م' && w.at(2) == 'ت' },
}

// IsMasdar reports whether a folded word has the shape of a verbal noun:
// تفعيل, افتعال, انفعال, استفعال.
func IsMasdar(w, raw string) bool {
	if HamzaAt(raw, 0) {
		return isFourthMasdar(runes(raw))
	}
	switch r := runes(w); {
	case len(r) == 5 && r.at(0) == 'ت':
		return r.at(3) == 'ي' && r.at(1) != 'ي'
	case r.at(0) != 'ا':
	case len(r) == 6:
		return r.at(4) == 'ا' && (r.at(1) == 'ن' || r.at(2) == 'ت')
	case len(r) == 7:
		return r.at(1) == 'س' && r.at(2) == 'ت' && r.at(5) == 'ا'
	}
	return false
}

// isFourthMasdar reports whether a word as written has the shape of إفعال.
func isFourthMasdar(r runes) bool {
	return len(r) == 5 && r.at(0) == 'إ' && r.at(1) != 'ي' && r.at(3) == 'ا'
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
