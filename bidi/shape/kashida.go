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
	var w word
	for i := 0; i < len(text); {
		at, k := i, kind(0)
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
		switch {
		case k&skipped != 0:
		case k&(arabicLetter|typedTatweel|invisible) != 0:
			w.add(at, k)
		case w.last.kind != 0:
			dst = w.end(dst)
		}
	}
	return w.end(dst)
}

// word is the word being read.
type word struct {
	letters      int
	before, last member // its last two
	best         Kashida
}

// member is a letter of a word, a tatweel, ZWJ or ZWNJ.
type member struct {
	offset int
	kind   kind
}

// add adds a member, and offers the places that it decides.
func (w *word) add(offset int, k kind) {
	last := w.last
	if last.kind&joinedOn != 0 && k&joinedBack != 0 {
		k |= joined
		if k&arabicLetter != 0 && last.kind&(arabicLetter|typedTatweel) != 0 && (k&alefLetter == 0 || last.kind&lamLetter == 0) {
			k |= open
		}
	} else if last.kind&joined != 0 {
		w.offerBeforeFinal()
	}
	if k&open != 0 && last.kind&(typedTatweel|likeSeen) != 0 {
		priority := AfterSeen
		if last.kind&typedTatweel != 0 {
			priority = AfterTatweel
		}
		w.offer(member{offset, k}, priority)
	}
	if k&arabicLetter != 0 {
		w.letters++
	}
	w.before = last
	w.last.offset, w.last.kind = offset, k
}

// offerBeforeFinal offers the places before the last member, which is final.
func (w *word) offerBeforeFinal() {
	if w.before.kind&likeBeh != 0 && w.last.kind&likeReh != 0 {
		w.offer(w.before, BeforeBeh)
	}
	if w.before.kind&lamLetter != 0 && w.last.kind&alefLetter != 0 {
		w.offer(w.before, BeforeAnother) // lam-alef is one final letter
	}
	priority := BeforeAnother
	switch {
	case w.last.kind&likeHeh != 0:
		priority = BeforeHeh
	case w.last.kind&likeAlef != 0:
		priority = BeforeAlef
	case w.last.kind&likeWaw != 0:
		priority = BeforeWaw
	}
	w.offer(w.last, priority)
}

// offer offers the place before a member.
func (w *word) offer(m member, p Priority) {
	if m.kind&open != 0 && (w.best.Priority == 0 || p <= w.best.Priority) {
		w.best.Offset, w.best.Priority = m.offset, p
	}
}

// end ends the word and appends its best kashida.
func (w *word) end(dst []Kashida) []Kashida {
	if w.last.kind&joined != 0 {
		w.offerBeforeFinal()
	}
	if w.letters >= 3 && w.best.Priority != 0 {
		dst = append(dst, w.best)
	}
	w.letters, w.last.kind, w.best.Priority = 0, 0, 0
	return dst
}
