package token

import (
	"math"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
)

// reader makes a stream; it knows the kinds of tokens met so far.
type reader struct {
	Stream
	words  map[string]int32 // by how they are written
	signs  map[sign]int32
	room   []Token // where the next kinds go: one allocation for many
	folded []byte  // room for one word
}

// Read cuts the article's title, headings and paragraphs into tokens.
func Read(a *model.Article, words *lex.Lexicon) *Stream {
	const other, most = 18, 1 << 12 // bytes, of which a token of another kind comes in news
	r := reader{Stream: Stream{text: a.Text, lex: words, apart: a.Quoted}, words: make(map[string]int32, min(len(a.Text)/other, most)), signs: map[sign]int32{}}
	for _, b := range a.Blocks {
		if !b.Kind.Searched() {
			continue
		}
		first := len(r.places)
		r.makeRoom(b)
		r.readBlock(b)
		r.blocks = append(r.blocks, Block{first, len(r.places), b.Kind})
	}
	s := r.Stream // without what the reader alone needs
	return &s
}

// makeRoom lets the list of tokens hold those of a block, and as many behind it as what was
// read so far lets expect: left to itself it would grow beyond them by a quarter of itself.
func (r *reader) makeRoom(b model.Block) {
	const each, fewest = 9, 4 // bytes of a token in news, and of a short one
	read, due := len(r.places), len(r.text)/each
	if read+b.Len()/fewest <= cap(r.places) {
		return
	}
	if b.Start > 0 {
		due = int(float64(read) / float64(b.Start) * float64(len(r.text)))
	}
	r.places = append(make([]place, 0, max(due+due/64, read+b.Len()/fewest)), r.places...)
}

func (r *reader) readBlock(b model.Block) {
	text, before := b.In(r.text), arabic.Word
	for raw, ok := arabic.Next(text, 0); ok; {
		kind, end := r.readToken(text, raw, before)
		r.places = append(r.places, place{kind, int32(b.Start + raw.Start)})
		before = raw.Kind
		raw, ok = arabic.Next(text, end)
	}
}

func (r *reader) readToken(text string, raw arabic.Token, before arabic.TokenKind) (kind int32, end int) {
	if raw.Kind != arabic.Sign {
		return r.readWord(text, raw, before)
	}
	s, end := readSign(text, raw)
	kind, ok := r.signs[s]
	if !ok {
		kind = r.add(Token{written: s.written, sign: s.class})
		r.signs[s] = kind
	}
	return kind, end
}

// add numbers a new kind of token.
func (r *reader) add(t Token) int32 {
	if len(r.room) == cap(r.room) {
		const many = 128
		r.room = make([]Token, 0, many)
	}
	r.room = append(r.room, t)
	r.kinds = append(r.kinds, &r.room[len(r.room)-1])
	return int32(len(r.kinds) - 1)
}

// readWord looks up the word or number, which an abbreviation's sign may end:
// «د. حامد».
func (r *reader) readWord(text string, raw arabic.Token, before arabic.TokenKind) (kind int32, end int) {
	end = raw.End
	full := ""
	if raw.Kind == arabic.Word && before != arabic.Number {
		full, end = unabbreviated(text, raw)
	}
	written := text[raw.Start:end]
	if kind, ok := r.words[written]; ok {
		return kind, end
	}
	if full == "" {
		full = r.fold(written)
	}
	t := Token{sign: Number, fold: full}
	if raw.Kind == arabic.Word {
		t = analyse(r.lex, full, written)
	}
	t.written, t.length = written, uint8(min(Letters(full), math.MaxUint8))
	for _, start := range t.Starts() {
		t.leads = t.leads || r.lex.BeginsName(start)
	}
	kind = r.add(t)
	r.words[written] = kind
	return kind, end
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
