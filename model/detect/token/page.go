// Package token cuts an article into tokens and answers all questions about
// them: what the lexicon says of a word, what its shape says, what stands around
// it, where its sentence and its block end. Positions are indexes of tokens;
// only [Stream.SpanAt] and [Page.Span] know bytes.
//
// Nothing here changes once it is made: [Read] makes a [Stream], which is all
// that the pairing of marks needs, and [NewPage] a [Page] of it when the depth of
// quotations, and with it the end of each sentence, is known. A word of Arabic
// has letters of two bytes, another script's has others, so lengths are counted
// in letters ([Token.Letters], [Letters]).
package token

import (
	"iter"
	"slices"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
)

// Stream is an article cut into tokens, block by block. Boilerplate has none:
// it is not read.
type Stream struct {
	text   string
	lex    *lex.Lexicon
	kinds  []*Token // the ways of writing, by number
	places []place  // of the tokens
	blocks []Block
	apart  []model.Quoted
}

// place is where a token stands. A page of 10 MB has a million of them.
type place struct {
	kind  int32 // its way of writing
	start int32 // byte offset in the article's text
}

// Text is the article's text.
func (s *Stream) Text() string { return s.text }

// Lexicon is what the words were looked up in.
func (s *Stream) Lexicon() *lex.Lexicon { return s.lex }

// Len is how many tokens there are.
func (s *Stream) Len() int { return len(s.places) }

// At is token i, from 0 to [Stream.Len] - 1.
func (s *Stream) At(i int) *Token { return s.kinds[s.places[i].kind] }

// Kind is the number of the way in which token i is written, from 0 to
// [Stream.Kinds] - 1, in the order of their first tokens.
func (s *Stream) Kind(i int) int { return int(s.places[i].kind) }

// Kinds is how many ways of writing there are.
func (s *Stream) Kinds() int { return len(s.kinds) }

// OfKind is a token by the number of its way of writing.
func (s *Stream) OfKind(kind int) *Token { return s.kinds[kind] }

// SpanAt is where token i stands.
func (s *Stream) SpanAt(i int) model.Span {
	start := int(s.places[i].start)
	return model.Span{Start: start, End: start + len(s.At(i).written)}
}

// Written is a token as it stands in the text.
func (s *Stream) Written(t *Token) string { return t.written }

// Blocks are the paragraphs, headings and titles in order.
func (s *Stream) Blocks() iter.Seq2[int, Block] { return slices.All(s.blocks) }

// Block is the one with index b.
func (s *Stream) Block(b int) Block { return s.blocks[b] }

// Apart is what the page that the article was read from sets apart as somebody's words.
func (s *Stream) Apart() []model.Quoted { return s.apart }

// Page is a stream whose quotations and sentences are known.
type Page struct {
	Stream
	depth     []uint8 // token -> how many quotations it lies in
	begins    Beginnings
	sentences []sentence
}

// Block is the tokens of one paragraph, heading or title.
type Block struct {
	From, To int // token indexes, half-open
	Kind     model.BlockKind
}

// Depth is how many quotations token i lies in.
func (p *Page) Depth(i int) int { return int(p.depth[i]) }

// sentenceOf is the sentence in which token i stands.
func (p *Page) sentenceOf(i int) *sentence { return &p.sentences[p.begins.UpTo(i)-1] }

// Sentence is the number of the sentence in which token i stands; a block without
// tokens counts as one.
func (p *Page) Sentence(i int) int { return int(p.sentenceOf(i).number) }

// BlockIndex is the index of the block in which token i stands.
func (p *Page) BlockIndex(i int) int { return int(p.sentenceOf(i).block) }

// BlockOf is the block in which token i stands.
func (p *Page) BlockOf(i int) Block { return p.blocks[p.BlockIndex(i)] }

// InTitle reports whether token i stands in the title.
func (p *Page) InTitle(i int) bool { return p.BlockOf(i).Kind == model.TitleBlock }

// EndOf is the end of token i's block.
func (p *Page) EndOf(i int) int { return p.BlockOf(i).To }

// SameBlock reports whether tokens i and j stand in one block.
func (p *Page) SameBlock(i, j int) bool { return p.BlockIndex(i) == p.BlockIndex(j) }

// Span is the bytes from token i up to and without token j, so many letters of
// the first left out, though not the first لام of «لل».
func (p *Page) Span(i, j int, skip uint8) model.Span {
	t, start := p.At(i), int(p.places[i].start)
	if n := int(skip); n > 0 && t.IsWord() {
		if contracted(t.fold, n) {
			n--
		}
		start += arabic.SkipLetters(t.written, n)
	}
	return model.Span{Start: start, End: p.SpanAt(j - 1).End}
}
