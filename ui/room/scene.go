package room

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// Scene is what all rooms see.
type Scene struct {
	Article  *model.Article
	Language l10n.Language
	Reading  *model.Reading
	Detected bool          // the reading is whole: quotations were looked for
	People   []model.Party // of the library, most used first
	NotSaved model.Touched // by what is not on disk yet
	Current  int           // quotation
	Filter   Filter        // of the quotations that are listed
}

// Quote is the current quotation; ok is false where the article has none.
func (s *Scene) Quote() (q *model.Quote, ok bool) {
	if quotes := s.Reading.Quotes(); s.Current < len(quotes) {
		return &quotes[s.Current], true
	}
	return nil, false
}

// Clamp keeps the current quotation among those there are: some may be gone.
func (s *Scene) Clamp() { s.Current = max(0, min(s.Current, len(s.Reading.Quotes())-1)) }

// Find is the index of the quotation that is the words of a span, -1 for none.
func (s *Scene) Find(span model.Span) int {
	if i, ok := s.Reading.QuoteOf(span); ok && !span.Empty() {
		return i
	}
	return -1
}

// Everybody is the parties of this article, and after them those of others.
func (s *Scene) Everybody() []model.Party {
	return append(slices.Clone(s.Reading.Parties()), s.Reading.Others(s.People)...)
}

// Candidates is who may have said the current quotation, likeliest first, and
// after them the people of other articles.
func (s *Scene) Candidates() []model.Party {
	if _, ok := s.Quote(); !ok {
		return nil
	}
	here := slices.Clip(s.Reading.Candidates(s.Current))
	return append(here, without(s.Reading.Others(s.People), here)...)
}

// without is those of some parties that are not among others.
func without(parties, others []model.Party) []model.Party {
	return slices.DeleteFunc(parties, func(p model.Party) bool { return among(p.ID, others) })
}

func among(id model.PartyID, parties []model.Party) bool {
	return slices.ContainsFunc(parties, func(p model.Party) bool { return p.ID == id })
}

// Known is those of some candidates who are parties of this article or of others.
func (s *Scene) Known(candidates []model.Party) []model.Party {
	return slices.DeleteFunc(slices.Clone(candidates), func(p model.Party) bool {
		return !s.Reading.Has(p.ID) && !among(p.ID, s.People)
	})
}

// Nearest is the first n candidates, for every frame: the library's people are
// looked at only where the article has too few.
func (s *Scene) Nearest(n int) []model.Party {
	if _, ok := s.Quote(); !ok {
		return nil
	}
	candidates := s.Reading.Likeliest(s.Current, n)
	for i := 0; i < len(s.People) && len(candidates) < n; i++ {
		if p := s.People[i]; !s.Reading.Has(p.ID) && !among(p.ID, candidates) {
			candidates = append(candidates, p)
		}
	}
	return candidates
}

// Choice is a party in a list to pick from: its name, with its number's colour,
// and its role or kind.
func (s *Scene) Choice(p *model.Party) picker.Item {
	item := picker.Item{Names: append([]string{p.Name}, p.Aliases...), Also: p.Roles}
	about := s.Language.PartyKind(p.Kind)
	if len(p.Roles) > 0 {
		about = p.Roles[0]
	}
	item.Text = p.Name + " · " + about
	if p.ID == "" { // nobody
		item.Text = p.Name
	}
	if _, n, ok := s.Reading.Party(p.ID); ok {
		item.Marks = []paint.Mark{{End: len(p.Name), Role: theme.Party(n)}}
	}
	return item
}

// Unknown reports whether nobody knows who said a quotation.
func Unknown(q *model.Quote) bool { return q.Kind.Spoken() && q.Speaker == "" }

// snippet is how much of a text a row can use at most, in bytes.
const snippet = 1000

// OneLine is the beginning of a text with each stretch of white space as one
// blank.
func OneLine(text string) string {
	if len(text) > snippet {
		text = strings.ToValidUTF8(text[:snippet], "")
	}
	return strings.Join(strings.Fields(text), " ")
}
