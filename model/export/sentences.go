package export

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// sentence is tokens of one block.
type sentence struct {
	begins bool // a block
	tokens []model.Span
}

// sentencesOf cuts the article's text into tokens ([arabic.Tokens]), which end at the ends
// of annotations too («و» before a name is a token of its own), and these into sentences: a
// sentence ends with its block, and behind a full stop that no quotation holds.
func (l *layer) sentencesOf(t *Table) (all []sentence) {
	cuts := l.cuts()
	for _, b := range blocksOf(t) {
		begins := true
		var s sentence
		flush := func() {
			if len(s.tokens) > 0 {
				s.begins = begins
				all = append(all, s)
				begins, s = false, sentence{}
			}
		}
		for _, token := range tokensOf(t.Article.Text, b, cuts) {
			if len(s.tokens) > 0 && endsSentence(t.Article.Text, s.tokens) && token.Start > s.tokens[len(s.tokens)-1].End && !l.quoted(token.Start) {
				flush()
			}
			s.tokens = append(s.tokens, token)
		}
		flush()
	}
	return all
}

// blocksOf are the article's blocks, and what stands between them.
func blocksOf(t *Table) (all []model.Span) {
	at := 0
	for place := range t.Blocks() {
		if place.Bytes.Start >= at && !place.Bytes.Empty() {
			all = append(all, model.Span{Start: at, End: place.Bytes.Start}, place.Bytes)
			at = place.Bytes.End
		}
	}
	return append(all, model.Span{Start: at, End: len(t.Article.Text)})
}

// cuts are the ends of all annotations, sorted.
func (l *layer) cuts() (all []int) {
	add := func(s model.Span) {
		if !s.Empty() {
			all = append(all, s.Start, s.End)
		}
	}
	for i := range l.rows {
		add(l.rows[i].Bytes)
		if l.rows[i].Cue != nil {
			add(l.rows[i].Cue.Bytes)
		}
	}
	for _, m := range l.named {
		add(m.Bytes)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// tokensOf are the tokens of a block, cut at some offsets.
func tokensOf(text string, b model.Span, cuts []int) (tokens []model.Span) {
	for at := b.Start; ; {
		token, ok := arabic.Next(text[:b.End], at)
		if !ok {
			return tokens
		}
		at = token.End
		s := model.Span{Start: token.Start, End: token.End}
		first, _ := slices.BinarySearch(cuts, s.Start+1)
		for ; first < len(cuts) && cuts[first] < s.End; first++ {
			tokens = append(tokens, model.Span{Start: s.Start, End: cuts[first]})
			s.Start = cuts[first]
		}
		tokens = append(tokens, s)
	}
}

// endsSentence reports whether tokens end with a full stop, and closing marks behind it.
func endsSentence(text string, tokens []model.Span) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		switch sign := tokens[i].In(text); {
		case strings.ContainsAny(sign, ".!?؟…۔"):
			return true
		case !strings.ContainsAny(sign, "»”\"')]"):
			return false
		}
	}
	return false
}

// quoted reports whether an offset stands inside a quotation.
func (l *layer) quoted(offset int) bool {
	for i := range l.rows {
		if r := &l.rows[i]; r.Bytes.Start < offset && offset < r.Bytes.End {
			return true
		}
		if l.rows[i].Bytes.Start > offset {
			return false
		}
	}
	return false
}
