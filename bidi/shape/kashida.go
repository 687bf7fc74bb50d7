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
	members := members()
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf { // no word
			i++
			continue
		}
		best, letters, next, ok := members.word(text, i)
		if !ok {
			best, letters, next = members.anyWord(text, i)
		}
		if letters >= 3 && best <= placed(BeforeAnother, 0) {
			dst = append(dst, best.kashida())
		}
		i = next
	}
	return dst
}

// anyWord is the best place in the word that begins at text[i], how many letters
// it has, and where it ends, the character that ends it included.
func (a *automaton) anyWord(text string, i int) (best placement, letters, next int) {
	best = placed(noPriority, 0)
	var state uint
	var before, last int // where the last two members begin
	for {
		at, member := i, wordEnd // at the end of text, what ends the word
		if i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			member = a.of(r)
			i += size
		}
		if member == transparentMember {
			continue
		}
		s := a.transitions[(state+uint(member))%maxTransitions]
		best = min(best, s.placed(at, last, before))
		state, before, last = uint(s&packedState), last, at
		letters += int(s >> packedLetters & 1)
		if member == wordEnd {
			return best, letters, i
		}
	}
}

// word is anyWord where the word, as nearly all are, is made of characters of the
// block Arabic and ends before one of ASCII or at the end of text; it is not ok for
// others.
func (a *automaton) word(text string, i int) (best placement, letters, next int, ok bool) {
	best = placed(noPriority, 0)
	var state uint
	var before, last int
	for {
		at, member := i, wordEnd
		if i+1 < len(text) && text[i]&0xFC == 0xD8 && text[i+1]&0xC0 == 0x80 {
			member = a.known[uint(text[i]&0x03)<<6|uint(text[i+1]&0x3F)]
			i += 2
		} else if i < len(text) && text[i] >= utf8.RuneSelf {
			return 0, 0, 0, false
		}
		if member == transparentMember {
			continue
		}
		s := a.transitions[(state+uint(member))%maxTransitions]
		best = min(best, s.placed(at, last, before))
		state, before, last = uint(s&packedState), last, at
		letters += int(s >> packedLetters & 1)
		if member == wordEnd {
			return best, letters, i, true
		}
	}
}

// placement is a priority and an offset in one number, which is the smaller the
// better a kashida stands there: of equal priorities the last one is taken.
type placement uint64

func placed(p Priority, offset int) placement {
	return placement(p)<<priorityBit - placement(offset)
}

// priorityBit is where the priority begins in a placement.
const priorityBit = 48

func (p placement) kashida() Kashida {
	priority := (p + 1<<priorityBit - 1) >> priorityBit
	return Kashida{int(priority<<priorityBit - p), Priority(priority)}
}
