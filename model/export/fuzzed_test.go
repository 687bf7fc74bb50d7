package export

import (
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// pieces are what articles of the fuzz target are made of: letters, marks, what steers, what
// means something in one of the formats.
var fuzzPieces = []string{"قال", "فلان", " ", "\n", "\r\n", "😀", "بَيْنَ", "«", "»", "\"", ".", "<b>&amp;", "\u202e", "\u200f", "\x1b[2J", "\x00", "\t", "\u2028",
	"\u0085", "=1+1", "@", "# ", "* ", "- ", "1. ", "[[a]]", "{}", "\\", "`", "|", "_", "~", "$", "%", "\r", "\u00a0", "\ufffe", "'", "]]>", "!", "^", "نعم", "---", "#+end_quote", "\x1c"}

// source is bytes from which choices are taken, then zeros.
type choices []byte

func (c *choices) next(n int) int {
	if len(*c) == 0 || n == 0 {
		return 0
	}
	b := int((*c)[0])
	*c = (*c)[1:]
	return b % n
}

// fuzzed is a reading of any text, with any blocks, quotations, parties and decisions: spans
// nest, overlap, touch, are empty, cross blocks, and cut characters of several code points.
func fuzzed(data []byte) *model.Reading {
	c := choices(data)
	var text strings.Builder
	offsets := []int{0}
	for range c.next(40) {
		for _, r := range fuzzPieces[c.next(len(fuzzPieces))] {
			text.WriteRune(r)
			offsets = append(offsets, text.Len())
		}
	}
	span := func() model.Span {
		a, b := offsets[c.next(len(offsets))], offsets[c.next(len(offsets))]
		return model.Span{Start: min(a, b), End: max(a, b)}
	}
	a := model.NewArticle(text.String(), fuzzedBlocks(&c, text.String()))
	a.Source, a.Fetched = "/news/"+fuzzPieces[c.next(len(fuzzPieces))]+".txt", time.Unix(int64(c.next(100)), 0)
	a.Facts = model.Facts{Byline: fuzzPieces[c.next(len(fuzzPieces))], Site: "<&\"{}\\%", Published: time.Unix(0, 0), Address: "https://example.org/a?b=c&d={}[]<>"}
	if replaced := span(); c.next(2) == 1 && !replaced.Empty() {
		was := "&quot;&#x1F600;"
		a.Replaced = []model.Replaced{{Span: replaced, Was: model.Span{Start: replaced.Start, End: replaced.Start + len(was)}}}
		a.Input = a.Text[:replaced.Start] + was + a.Text[replaced.End:]
	}
	var found model.Findings
	ids := []model.PartyID{""}
	for i := range c.next(4) {
		p := model.Party{ID: model.PartyID(string(rune('a' + i))), Name: "x" + fuzzPieces[c.next(len(fuzzPieces))], Kind: model.PartyKind(c.next(4)),
			Aliases: []string{fuzzPieces[c.next(len(fuzzPieces))]}, Roles: []string{fuzzPieces[c.next(len(fuzzPieces))]}}
		for range c.next(4) {
			p.Mentions = append(p.Mentions, model.Mention{Span: span(), Form: model.MentionForm(c.next(4))})
		}
		ids = append(ids, p.ID)
		found.Parties = append(found.Parties, p)
	}
	for range c.next(6) {
		found.Quotes = append(found.Quotes, model.Quote{Span: span(), Kind: model.QuoteKind(c.next(5)), Cue: span(), Speaker: ids[c.next(len(ids))],
			Mention: span(), Confidence: float64(c.next(100)) / 100, Remarks: model.Remarks{Note: fuzzPieces[c.next(len(fuzzPieces))], Certainty: model.Certainty(c.next(4)), Addressee: ids[c.next(len(ids))]}})
	}
	r := model.NewReading(a, found, nil, "نور<&\x1b\n")
	for i := range r.Quotes() {
		if c.next(3) == 1 && len(found.Parties) > 0 && i < len(r.Quotes()) {
			r.Assign(i, found.Parties[c.next(len(found.Parties))])
		}
	}
	return r
}

// fuzzedBlocks cuts a text at some of its line ends, as ingest does.
func fuzzedBlocks(c *choices, text string) (blocks []model.Block) {
	if c.next(4) == 0 {
		return nil
	}
	at := 0
	for line := range strings.Lines(text) {
		whole := strings.TrimRight(line, "\r\n ")
		if strings.TrimSpace(whole) != "" {
			blocks = append(blocks, model.Block{Span: model.Span{Start: at, End: at + len(whole)}, Kind: model.BlockKind(c.next(10))})
		}
		at += len(line)
	}
	return blocks
}

// fuzzSeeds are readings that differ.
func fuzzSeeds(add func(...any)) {
	add([]byte{})
	for seed := range 40 {
		data, x := make([]byte, 300), uint32(seed+1)
		for i := range data {
			x = x*1664525 + 1013904223
			data[i] = byte(x >> 24)
		}
		data[0] = byte(10 + seed%30)
		add(data)
	}
}

// FuzzFormats: whatever the reading, each format writes it without an error, and who reads
// it by the format's own rules finds the text and, at the offsets given, the words.
func FuzzFormats(f *testing.F) {
	fuzzSeeds(f.Add)
	f.Fuzz(func(t *testing.T, data []byte) {
		r := fuzzed(data)
		table, err := NewTable(r)
		if err != nil {
			t.Skip() // not a reading
		}
		reading := ""
		defer func() {
			if t.Failed() {
				t.Log("in", reading)
			}
		}()
		for format := range Formats() {
			for _, file := range format.PerArticle() {
				read := receivers[format.Name+file.Extension]
				if read == nil {
					t.Fatalf("nobody reads %s%s", format.Name, file.Extension)
				}
				reading = format.Name + file.Extension
				read(t, table, written(t, file, r))
			}
		}
	})
}

func written(t *testing.T, file File, r *model.Reading) string {
	t.Helper()
	var out strings.Builder
	if err := file.Write(&out, r, Options{Explain: true, Text: true}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
