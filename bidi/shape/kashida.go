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
	var (
		letters      int // of the word so far
		before, last int // where its last two members begin
		best         = placed(noPriority, 0)
		state        int
	)
	for i := 0; ; {
		at, member := i, wordEnd // at the end of text, what ends the word
		if i < len(text) {
			if lead := text[i]; lead < utf8.RuneSelf {
				i++
			} else if lead&0xFC == 0xD8 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // the block Arabic
				member = members.known[uint(lead&0x03)<<6|uint(text[i+1]&0x3F)]
				i += 2
			} else {
				r, size := utf8.DecodeRuneInString(text[i:])
				member = members.of(r)
				i += size
			}
			if member == transparentMember {
				continue
			}
		}
		s := members.steps[state+int(member)]
		state = int(s.next)
		letters += int(s.letters)
		// Without branches, which would be taken at random: where the place is, and whether it is the best.
		place := at
		if s.where == atLast {
			place = last
		}
		if s.where == atBefore {
			place = before
		}
		best = min(best, placed(s.priority, place))
		before, last = last, at
		if member != wordEnd {
			continue
		}
		if letters >= 3 && best <= placed(BeforeAnother, 0) {
			dst = append(dst, best.kashida())
		}
		if at == len(text) {
			return dst
		}
		letters, best = 0, placed(noPriority, 0)
	}
}

// placement is a priority and an offset in one number, which is the smaller the
// better a kashida stands there: of equal priorities the last one is taken.
type placement uint64

func placed(p Priority, offset int) placement { return placement(p)<<48 - placement(offset) }

func (p placement) kashida() Kashida {
	priority := (p + 1<<48 - 1) >> 48
	return Kashida{int(priority<<48 - p), Priority(priority)}
}
