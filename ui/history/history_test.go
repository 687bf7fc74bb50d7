package history

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// A row of the history says which quotation was decided, and what before and after.
func TestRowsSayWhatChanged(t *testing.T) {
	const text = "قال زيد «نعم» ثم «لا»"
	at := func(word string) model.Span {
		start := strings.Index(text, word)
		return model.Span{Start: start, End: start + len(word)}
	}
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	found := model.Findings{
		Quotes:  []model.Quote{{Span: at("نعم"), Marked: true}, {Span: at("لا"), Marked: true}},
		Parties: []model.Party{{ID: "زيد", Name: "زيد", Mentions: []model.Mention{{Span: at("زيد")}}}, {ID: "هند", Name: "هند"}},
	}
	for language, arrow := range map[l10n.Language]string{l10n.Arabic: "زيد ← هند", l10n.English: "زيد → هند"} {
		s := &room.Scene{Article: a, Language: language, Reading: model.NewReading(a, found, nil, "a"), Detected: true}
		parties := s.Reading.Parties()
		s.Reading.Assign(1, parties[0])
		s.Reading.Assign(1, model.Party{ID: "هند", Name: "هند"})
		past := s.Reading.History()
		h := History{s}
		before := h.before(past)
		first, second := h.row(&past[0], before[0]).Text, h.row(&past[1], before[1]).Text
		if !strings.HasPrefix(second, "2  ") || !strings.Contains(second, arrow) || strings.Contains(first, "هند") || !strings.Contains(first, "زيد") {
			t.Errorf("%s: first %q, then %q", language, first, second)
		}
	}
}
