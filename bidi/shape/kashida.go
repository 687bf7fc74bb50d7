package shape

import (
	"unicode/utf8"
)

// Kashida is a place in a word where a tatweel (U+0640) may be put to make the
// word wider: between two joined letters.
type Kashida struct {
	Offset   int // in bytes: before the second letter, behind the marks of the first
	Priority Priority
}

// Priority says how well a kashida stands where it does; the lowest is best.
type Priority uint8

// The priorities are those published with Internet Explorer 5.5 and kept by
// LibreOffice. A final letter joins the one before it, and none after it.
const (
	AfterTatweel  Priority = iota + 1 // one that the writer typed
	AfterSeen                         // an initial or medial seen or sad
	BeforeHeh                         // a final teh marbuta, heh or dal
	BeforeAlef                        // a final alef, tah, lam, kaf or gaf
	BeforeBeh                         // a medial letter like beh before a final reh, yeh or alef maksura
	BeforeWaw                         // a final waw, ain, qaf or feh
	BeforeAnother                     // any other final letter
)

// AppendKashidas appends the best kashida of each word of text that takes one,
// in text order; of equally good ones the last. A word is a stretch of Arabic
// letters, three at least. Marks are skipped; nothing is put between lam and
// alef, beside ZWJ or ZWNJ, or into words of other scripts.
func AppendKashidas(dst []Kashida, text string) []Kashida {
	var (
		letters      int    // of the word so far
		before, last member // the last two of the word so far
		best         Kashida
	)
	for i := 0; ; {
		at, k := i, kind(0) // at the end of text, what ends the word
		if i < len(text) {
			if lead := text[i]; lead < utf8.RuneSelf {
				i++
			} else if lead&0xFC == 0xD8 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // the block Arabic
				k = kinds[uint(lead&0x03)<<6|uint(text[i+1]&0x3F)]
				i += 2
			} else {
				r, size := utf8.DecodeRuneInString(text[i:])
				k = kindOf(r)
				i += size
			}
			if k&skipped != 0 {
				continue
			}
		}
		inside := k&(arabicLetter|typedTatweel|invisible) != 0
		if inside && last.kind&joinedOn != 0 && k&joinedBack != 0 {
			k |= joined
			if k&arabicLetter != 0 && last.kind&(arabicLetter|typedTatweel) != 0 && (k&alefLetter == 0 || last.kind&lamLetter == 0) {
				k |= open
			}
			if k&open != 0 && last.kind&(typedTatweel|likeSeen) != 0 {
				best = best.or(member{at, k}, last.after())
			}
		} else if last.kind&joined != 0 {
			best = best.beforeFinal(before, last)
		}
		if inside {
			before, last = last, member{at, k}
			letters += int(k & arabicLetter)
			continue
		}
		if letters >= 3 && best.Priority != 0 {
			dst = append(dst, best)
		}
		if at == len(text) {
			return dst
		}
		letters, last, best = 0, member{}, Kashida{}
	}
}

// member is a letter of a word, a tatweel, ZWJ or ZWNJ. (Two fields and no
// pointer to it, so that it stays in registers.)
type member struct {
	offset int
	kind   kind
}

// after is the priority of the place after a typed tatweel or a seen.
func (m member) after() Priority {
	if m.kind&typedTatweel != 0 {
		return AfterTatweel
	}
	return AfterSeen
}

// beforeFinal is the better one of k and the places before the last two members
// of a word, of which last is final.
func (k Kashida) beforeFinal(before, last member) Kashida {
	if before.kind&likeBeh != 0 && last.kind&likeReh != 0 {
		k = k.or(before, BeforeBeh)
	}
	if before.kind&lamLetter != 0 && last.kind&alefLetter != 0 {
		k = k.or(before, BeforeAnother) // lam-alef is one final letter
	}
	switch {
	case last.kind&likeHeh != 0:
		return k.or(last, BeforeHeh)
	case last.kind&likeAlef != 0:
		return k.or(last, BeforeAlef)
	case last.kind&likeWaw != 0:
		return k.or(last, BeforeWaw)
	}
	return k.or(last, BeforeAnother)
}

// or is the better one of k and the place before a member.
func (k Kashida) or(m member, p Priority) Kashida {
	if m.kind&open != 0 && (k.Priority == 0 || p <= k.Priority) {
		return Kashida{m.offset, p}
	}
	return k
}
