package detect

import (
	"math"
	"strings"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

// stream is an article cut into tokens, block by block. Boilerplate has none:
// it is not read.
type stream struct {
	text   string
	lex    *lexicon.Lexicon
	tokens []token
	blocks []block
}

// page is a stream whose quotations and sentences are known.
type page struct {
	stream
	depth    []uint8 // token -> how many quotations it lies in
	sentence []int32 // token -> its sentence
	within   []int32 // sentence -> its block
}

// block is the tokens of one paragraph, heading or title.
type block struct {
	from, to int // token indexes, half-open
	kind     model.BlockKind
}

// token is a word, number or sign where it stands. A page of 10 MB has a
// million of them, so it is small.
type token struct {
	*spelling
	start int32 // byte offset in the article's text
}

// span is where the token stands.
func (t *token) span() model.Span {
	return model.Span{Start: int(t.start), End: int(t.start) + int(t.size)}
}

// In is the token as it is written.
func (t *token) In(text string) string { return t.span().In(text) }

// blockOf is the block in which token i stands.
func (p *page) blockOf(i int) *block { return &p.blocks[p.within[p.sentence[i]]] }

// endOf is the end of token i's block.
func (p *page) endOf(i int) int { return p.blockOf(i).to }

// sameBlock reports whether tokens i and j stand in one block.
func (p *page) sameBlock(i, j int) bool { return p.blockOf(i) == p.blockOf(j) }

var signs = map[rune]sign{
	'.': stop, '!': stop, '?': stop, '؟': stop, '…': otherSign, '۔': stop,
	'،': comma, ',': comma, '؛': comma, ';': comma, ':': colon,
	'(': opening, '[': opening, '{': opening, ')': closing, ']': closing, '}': closing,
}

// reader makes a stream; it knows the spellings met so far by how they are
// written.
type reader struct {
	stream
	spellings map[string]*spelling
	room      []spelling // where the next ones go: one allocation for many
	folded    []byte     // room for one word
}

// read cuts the article's title, headings and paragraphs into tokens.
func read(a *model.Article, lex *lexicon.Lexicon) *stream {
	r := reader{stream: stream{text: a.Text, lex: lex, tokens: make([]token, 0, len(a.Text)/9)}, spellings: map[string]*spelling{}}
	for _, b := range a.Blocks {
		if b.Kind == model.BoilerplateBlock {
			continue
		}
		first := len(r.tokens)
		r.readBlock(b)
		r.blocks = append(r.blocks, block{first, len(r.tokens), b.Kind})
	}
	s := r.stream // without what the reader alone needs
	return &s
}

func (r *reader) readBlock(b model.Block) {
	text, before := b.In(r.text), arabic.Word
	for raw, ok := arabic.Next(text, 0); ok; {
		s, end := r.readToken(text, raw, before)
		r.tokens = append(r.tokens, token{spelling: s, start: int32(b.Start + raw.Start)})
		before = raw.Kind
		raw, ok = arabic.Next(text, end)
	}
}

func (r *reader) readToken(text string, raw arabic.Token, before arabic.TokenKind) (s *spelling, end int) {
	if raw.Kind == arabic.Sign {
		return readSign(text, raw)
	}
	return r.readWord(text, raw, before)
}

// readWord looks up the word or number, which an abbreviation's sign may end:
// «د. حامد».
func (r *reader) readWord(text string, raw arabic.Token, before arabic.TokenKind) (s *spelling, end int) {
	end = raw.End
	full := ""
	if raw.Kind == arabic.Word && before != arabic.Number {
		full, end = unabbreviated(text, raw)
	}
	written := text[raw.Start:end]
	if s, ok := r.spellings[written]; ok {
		return s, end
	}
	if full == "" {
		full = r.fold(written)
	}
	if len(r.room) == cap(r.room) {
		const many = 128
		r.room = make([]spelling, 0, many)
	}
	r.room = append(r.room, spelling{sign: number, fold: full})
	s = &r.room[len(r.room)-1]
	if raw.Kind == arabic.Word {
		*s = analyse(r.lex, full, written)
	}
	s.size, s.length = int32(len(written)), uint8(min(letters(full), math.MaxUint8))
	for _, start := range s.starts() {
		s.leads = s.leads || r.lex.BeginsName(start)
	}
	r.spellings[written] = s
	return s, end
}

// fold is the folded word: itself, where folding changes nothing.
func (r *reader) fold(written string) string {
	r.folded = arabic.AppendFold(r.folded[:0], written)
	if string(r.folded) == written {
		return written
	}
	return string(r.folded)
}

// abbreviations are titles that a full stop or a stroke shortens, folded.
var abbreviations = map[string]string{"د": "دكتور", "م": "مهندس", "ا": "استاذ"}

// unabbreviated is the folded word that the token is cut short of by a sign
// right behind it, when a word follows: «د. حامد», «م/ سامي»; "" where it is
// none. end is where it ends, with the sign.
func unabbreviated(text string, raw arabic.Token) (full string, end int) {
	rest := text[raw.End:]
	if !strings.HasPrefix(rest, ".") && !strings.HasPrefix(rest, "/") {
		return "", raw.End
	}
	full = abbreviations[arabic.Fold(text[raw.Start:raw.End])]
	if next, ok := arabic.Next(text, raw.End+1); full != "" && ok && next.Kind == arabic.Word {
		return full, raw.End + 1
	}
	return "", raw.End
}

// doubled are signs that stand for a quotation mark when written twice.
const doubled = "'()<>`"

// readSign classes the sign and says where it ends: «((» and «”» are one mark
// each, two full stops are none.
func readSign(text string, raw arabic.Token) (s *spelling, end int) {
	written := text[raw.Start:raw.End]
	r, _ := utf8.DecodeRuneInString(written)
	twice := strings.HasPrefix(text[raw.End:], written)
	class, end := signs[r], raw.End
	switch {
	case twice && strings.ContainsRune(doubled, r):
		class, end = mark, end+len(written)
	case markOf(r).family == single && insideWord(text, raw):
		class = otherSign // an apostrophe
	case markOf(r).family != noFamily:
		class = mark
	case class == noSign:
		class = otherSign
	case r == '.' && twice:
		class = otherSign
		for strings.HasPrefix(text[end:], ".") {
			end++
		}
	case class == stop && insideWord(text, raw) && isLatinAround(text, raw):
		class = otherSign // an address: www.example.org
	}
	return signSpelling(class, end-raw.Start), end
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

// span is the bytes from token i up to and without token j, so many letters of
// the first left out, though not the first لام of «لل».
func (p *page) span(i, j int, skip uint8) model.Span {
	t := &p.tokens[i]
	start := int(t.start)
	if n := int(skip); n > 0 && t.word() {
		if contracted(t.fold, n) {
			n--
		}
		start += arabic.SkipLetters(t.In(p.text), n)
	}
	return model.Span{Start: start, End: p.tokens[j-1].span().End}
}
