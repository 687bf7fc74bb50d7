package score

import (
	"strings"

	"rawi/model"
)

// unify is what is one letter to those who write names.
var unify = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ى", "ي", "ة", "ه", "ؤ", "و", "ئ", "ي", "ء", "",
	"٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9")

// key is a name as the script compares it. [rawi/model/arabic.Key] unifies
// more (Persian letters and digits, presentation forms), and would count names as
// right that the script does not.
func key(name string) string {
	bare := strings.Map(func(r rune) rune {
		if dropped(r) {
			return -1
		}
		return r
	}, name)
	words := strings.FieldsFunc(unify.Replace(bare), func(r rune) bool { return !isAlphanumeric(r) })
	return strings.ToLower(strings.Join(words, " "))
}

// dropped is vowel marks, tatweel and what is invisible.
func dropped(r rune) bool {
	return 0x610 <= r && r <= 0x61a || 0x64b <= r && r <= 0x65f || r == 0x670 || 0x6d6 <= r && r <= 0x6ed ||
		r == 'ـ' || 0x200b <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 || r == 0xfeff
}

// names is what a party may be called, by keys.
type names struct {
	all  map[string]bool
	long []string // proper names of two words or more, after a blank
}

func namesOf(p *model.Party, text string) names {
	n := names{all: map[string]bool{}}
	proper := append([]string{p.Name}, p.Aliases...)
	for _, name := range proper {
		if k := key(name); strings.Contains(k, " ") {
			n.long = append(n.long, " "+k)
		}
		n.all[key(name)] = true
	}
	for _, role := range p.Roles {
		n.all[key(role)] = true
	}
	for _, m := range p.Mentions {
		if m.Form != model.Nominal {
			n.all[key(m.In(text))] = true
		}
	}
	delete(n.all, "")
	return n
}

// match reports whether a name is one of the party's: as it is, with a proclitic
// left on its first word, or with more words before a long one.
func (n names) match(name string) bool {
	k := key(name)
	if n.all[k] {
		return true
	}
	for _, proclitic := range [...]string{"و", "ف", "ب", "ل", "ك"} {
		if rest, ok := strings.CutPrefix(k, proclitic); ok && n.all[rest] {
			return true
		}
	}
	for _, long := range n.long {
		if strings.HasSuffix(k, long) {
			return true
		}
	}
	return false
}
