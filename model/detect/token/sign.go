package token

import (
	"strings"
	"unicode/utf8"

	"rawi/model/arabic"
)

// Sign classes the tokens that are no words.
type Sign uint8

const (
	NoSign Sign = iota
	Number
	Mark // a quotation mark of any kind
	Stop
	Comma
	Colon
	Opening
	Closing
	OtherSign
	signCount
)

var signs = map[rune]Sign{
	'.': Stop, '!': Stop, '?': Stop, '؟': Stop, '…': OtherSign, '۔': Stop,
	'،': Comma, ',': Comma, '؛': Comma, ';': Comma, ':': Colon,
	'(': Opening, '[': Opening, '{': Opening, ')': Closing, ']': Closing, '}': Closing,
}

// doubled are signs that stand for a quotation mark when written twice.
const doubled = "'()<>`"

// sign is what a sign is taken for, and how it is written.
type sign struct {
	class   Sign
	written string
}

// readSign classes the sign and says where it ends: «((» and «”» are one mark
// each, two full stops are none.
func readSign(text string, raw arabic.Token) (s sign, end int) {
	written := text[raw.Start:raw.End]
	r, _ := utf8.DecodeRuneInString(written)
	twice := strings.HasPrefix(text[raw.End:], written)
	class, end := signs[r], raw.End
	switch {
	case twice && strings.ContainsRune(doubled, r):
		class, end = Mark, end+len(written)
	case markOf(r).Family == single && insideWord(text, raw):
		class = OtherSign // an apostrophe
	case markOf(r).Family != NoFamily:
		class = Mark
	case class == NoSign:
		class = OtherSign
	case r == '.' && twice:
		class = OtherSign
		for strings.HasPrefix(text[end:], ".") {
			end++
		}
	case class == Stop && insideWord(text, raw) && isLatinAround(text, raw):
		class = OtherSign // an address: www.example.org
	}
	return sign{class, text[raw.Start:end]}, end
}

// isLatinAround reports whether no letter of Arabic stands beside the sign.
func isLatinAround(text string, t arabic.Token) bool {
	before, after := around(text, t)
	return before < 0x250 && after < 0x250
}

func insideWord(text string, t arabic.Token) bool {
	before, after := around(text, t)
	return isLetter(before) && isLetter(after)
}

// around are the runes beside a token; U+FFFD where there is none.
func around(text string, t arabic.Token) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(text[:t.Start])
	after, _ = utf8.DecodeRuneInString(text[t.End:])
	return before, after
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 0x620 <= r && r <= 0x6d3 || 0xc0 <= r && r <= 0x24f
}
