package token

import (
	"math"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
)

// reader makes a stream; it knows the spellings met so far by how they are
// written.
type reader struct {
	Stream
	spellings map[string]*spelling
	room      []spelling // where the next ones go: one allocation for many
	folded    []byte     // room for one word
}

// Read cuts the article's title, headings and paragraphs into tokens.
func Read(a *model.Article, words *lex.Lexicon) *Stream {
	r := reader{Stream: Stream{text: a.Text, lex: words, apart: a.Quoted, tokens: make([]Token, 0, len(a.Text)/9)}, spellings: map[string]*spelling{}}
	for _, b := range a.Blocks {
		if !b.Kind.Searched() {
			continue
		}
		first := len(r.tokens)
		r.readBlock(b)
		r.blocks = append(r.blocks, Block{first, len(r.tokens), b.Kind})
	}
	s := r.Stream // without what the reader alone needs
	return &s
}

func (r *reader) readBlock(b model.Block) {
	text, before := b.In(r.text), arabic.Word
	for raw, ok := arabic.Next(text, 0); ok; {
		s, end := r.readToken(text, raw, before)
		r.tokens = append(r.tokens, Token{spelling: s, start: int32(b.Start + raw.Start)})
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
	r.room = append(r.room, spelling{sign: Number, fold: full})
	s = &r.room[len(r.room)-1]
	if raw.Kind == arabic.Word {
		*s = analyse(r.lex, full, written)
	}
	s.size, s.length = int32(len(written)), uint8(min(Letters(full), math.MaxUint8))
	for _, start := range s.Starts() {
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
