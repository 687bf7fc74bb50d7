package agree

import (
	"slices"

	"rawi/model"
)

// sheet is what coders say of one article.
type sheet struct {
	id, title string
	took      []bool         // by coder: decided on it
	quotes    [][]model.Span // by coder
	mentions  [][]model.Span
	kinds     Ratings
	speakers  Ratings
	differ    []model.Difference
	reading   *model.Reading
}

// unknownSpeaker is the value of a quotation of which the coder decided that somebody
// said it, and not who.
const unknownSpeaker = "?"

func newSheet(r *model.Reading, coders []string) sheet {
	s := sheet{
		id: r.Article.ID, title: r.Article.Title(), reading: r,
		took: make([]bool, len(coders)), quotes: make([][]model.Span, len(coders)), mentions: make([][]model.Span, len(coders)),
	}
	for i := range r.Polls() {
		poll := &r.Polls()[i]
		for c, coder := range coders {
			if o := poll.Of(coder, model.Annotator); o != nil && !o.Silent {
				s.took[c] = true
				for _, part := range o.Parts {
					s.quotes[c] = append(s.quotes[c], part.Span)
				}
			}
		}
		s.addUnits(poll, coders)
	}
	for c, coder := range coders {
		if s.took[c] {
			s.mentions[c] = r.MentionsOf(coder)
		}
	}
	for _, d := range r.Differences() {
		if d.Poll != nil {
			s.differ = append(s.differ, d)
		}
	}
	return s
}

// addUnits adds the units of a poll: one for each part of the author who has most.
func (s *sheet) addUnits(poll *model.Poll, coders []string) {
	most := []model.Part{}
	for _, coder := range coders {
		if o := poll.Of(coder, model.Annotator); o != nil && len(o.Parts) > len(most) {
			most = o.Parts
		}
	}
	kinds, speakers := make(Ratings, len(most)), make(Ratings, len(most))
	for i := range most {
		kinds[i], speakers[i] = make([]string, len(coders)), make([]string, len(coders))
	}
	for c, coder := range coders {
		o := poll.Of(coder, model.Annotator)
		if o == nil {
			continue
		}
		for _, pair := range pairs(spansOf(most), spansOf(o.Parts)) {
			part := &o.Parts[pair[1]]
			kinds[pair[0]][c], speakers[pair[0]][c] = values(part)
		}
	}
	s.kinds, s.speakers = append(s.kinds, kinds...), append(s.speakers, speakers...)
}

func spansOf(parts []model.Part) []model.Span {
	spans := make([]model.Span, len(parts))
	for i, p := range parts {
		spans[i] = p.Span
	}
	return spans
}

// values is the kind and the speaker of a part, "" for what is not decided, or said by
// nobody.
func values(p *model.Part) (kind, speaker string) {
	switch {
	case !p.Decided:
		return "", ""
	case !p.Kind.Spoken():
		return p.Kind.String(), ""
	case p.Speaker == "":
		return p.Kind.String(), unknownSpeaker
	}
	return p.Kind.String(), string(p.Speaker)
}

// has reports whether all of some coders decided on the article.
func (s *sheet) has(coders ...int) bool {
	return !slices.ContainsFunc(coders, func(c int) bool { return !s.took[c] })
}
