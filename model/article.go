package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// BlockKind says what part a block plays on the page.
type BlockKind uint8

const (
	ParagraphBlock   BlockKind = iota
	TitleBlock                 // the title, once
	HeadingBlock               // a heading inside the text
	BoilerplateBlock           // what surrounds an article: menus, tags, a repeated title
	CaptionBlock               // below a picture
	ImageBlock                 // what a picture without a caption shows: its alternative text
	ItemBlock                  // of a list, with its bullet or number
	RowBlock                   // of a table, its cells apart
	VerseBlock                 // of a poem; [Caesura] stands between two hemistichs
	QuotedBlock                // of a quotation that the page sets apart
)

// Caesura stands between the two hemistichs of a verse.
const Caesura = "\u2003\u2003\u2003"

// Searched reports whether quotations and parties are looked for in blocks of the
// kind.
func (k BlockKind) Searched() bool {
	return k != BoilerplateBlock && k != CaptionBlock && k != ImageBlock
}

// Running reports whether blocks of the kind are running text.
func (k BlockKind) Running() bool { return k == ParagraphBlock || k == ItemBlock || k == QuotedBlock }

// Tight reports whether blocks of the kind stand below each other without a blank
// line between.
func (k BlockKind) Tight() bool { return k == ItemBlock || k == RowBlock || k == VerseBlock }

// Block is one paragraph of the page: a stretch of text without line ends.
type Block struct {
	Span
	Kind BlockKind
}

// Direction is the direction that a document declares.
type Direction uint8

const (
	NoDirection Direction = iota // the document does not say
	LeftToRight
	RightToLeft
)

// Article is one text as it was read. It does not change.
type Article struct {
	ID        string    // hexadecimal SHA-256 of Text
	Text      string    // valid UTF-8, exactly as decoded: nothing normalised, nothing removed but what is in Replaced
	Blocks    []Block   // in text order, without overlap; only white space lies between them
	Source    string    // where it came from: a path, a URL, or "" for a pipe
	Language  string    // BCP 47, as the document says; may be empty
	Direction Direction // as the document says
	Fetched   time.Time // when it was read
	Broken    int       // how many byte sequences could not be decoded and became U+FFFD
	Flat      bool      // read without its structure, or with lines joined: it had too many elements for its size
	Facts     Facts
	Input     string     // the text as it stands in the input, where that differs: see [Replaced]
	Replaced  []Replaced // in text order
	Links     []Link     // in text order
	Quoted    []Quoted   // in text order, without overlap
}

// Link is words that lead to an address.
type Link struct {
	Span
	Address string // an http or https URL in visible ASCII
}

// Quoted is words that the page itself shows to be somebody's: a quotation set apart, a
// post of a network. It is evidence, not a guess: the page may set apart what nobody
// said.
type Quoted struct {
	Span
	By Span // the words that name who said it: a line below the quotation, the account of a post; empty where the page names nobody
}

// Facts are what a document says about itself beside its text: as it says them,
// unchecked, each on one line of valid UTF-8. A zero value is not said.
type Facts struct {
	Headline  string    // the title; may differ from [Article.Title], which stands in the text
	Byline    string    // who wrote it
	Site      string    // the newspaper, agency or site
	Section   string    // of the site
	Published time.Time // in the zone that the document names, or UTC
	Address   string    // where it is published: an http or https URL
	Summary   bool      // the text is only a summary of what stands at Address
}

// NewArticle makes an article of a decoded text and its blocks.
func NewArticle(text string, blocks []Block) *Article {
	return &Article{ID: digest(text), Text: text, Blocks: blocks}
}

// digest is the hexadecimal SHA-256 of a text, of which it makes no copy.
func digest(text string) string {
	hash, buffer := sha256.New(), make([]byte, min(len(text), 16<<10))
	for len(text) > 0 {
		n := copy(buffer, text)
		hash.Write(buffer[:n])
		text = text[n:]
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// Title is the text of the article's title on one line, or "".
func (a *Article) Title() string {
	for _, b := range a.Blocks {
		if b.Kind == TitleBlock {
			return strings.Join(strings.Fields(b.In(a.Text)), " ")
		}
	}
	return ""
}
