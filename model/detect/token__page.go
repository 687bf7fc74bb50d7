package detect

import (
	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/lexicon"
)

// inTitle reports whether token i stands in the title.
func (p *page) inTitle(i int) bool { return p.blockOf(i).kind == model.TitleBlock }

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
