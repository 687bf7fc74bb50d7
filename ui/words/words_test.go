package words

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/parties"
	"rawi/ui/room"
)

const text = "قال زيد «نعم» في أول الكلام"

// marking is the room in an article with one quotation, whose words stand between
// blanks.
func marking() *Words {
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	start := strings.Index(text, "«نعم»")
	found := model.Findings{Quotes: []model.Quote{{Span: model.Span{Start: start, End: start + len("«نعم»")}}}}
	s := &room.Scene{Article: a, Reading: model.NewReading(a, found, nil, "القارئ")}
	return &Words{Scene: s, Parties: &parties.Parties{Scene: s}, WordAt: wordAt}
}

func wordAt(offset int) (model.Span, bool) {
	at := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if end := at + len(strings.TrimSpace(word)); end > offset {
			return model.Span{Start: at, End: end}, true
		}
		at += len(word)
	}
	return model.Span{}, false
}

// next is a movement to the word after.
func next(word model.Span) model.Span {
	if after, ok := wordAt(word.End); ok {
		return after
	}
	return word
}

// The words from the anchor to the cursor are marked, in whichever order.
func TestMarking(t *testing.T) {
	w := marking()
	check := func(what, want string) {
		t.Helper()
		if got := w.Span().In(text); got != want {
			t.Errorf("%s: %q is marked, want %q", what, got, want)
		}
	}
	if effect := w.StartAt(0); !w.Marking() || !effect.Article || effect.Show != w.Span() {
		t.Errorf("at the beginning: %+v", effect)
	}
	check("begun", "قال")
	w.Move(next)
	check("moved", "زيد")
	w.ToggleAnchor()
	w.Move(next)
	check("marked", "زيد «نعم»")
	w.OtherEnd()
	w.Move(func(model.Span) model.Span { first, _ := wordAt(0); return first })
	check("at the other end", "قال زيد «نعم»")
	w.ToggleAnchor()
	check("dropped", "قال")
	w.DragTo(strings.Index(text, "نعم"))
	check("dragged", "قال زيد «نعم»")
	if w.Leave(); w.Marking() || !w.Span().Empty() {
		t.Error("left, and still marking")
	}
	w.DragTo(0)
	if w.Marking() {
		t.Error("dragging starts marking")
	}
}

// A quotation whose end was moved gets its new words, and is gone to; where
// nothing moved nothing is decided.
func TestMoveEnd(t *testing.T) {
	w := marking()
	w.StartQuote(true)
	if effect := w.MakeQuote(); len(effect.Decided) > 0 || w.Marking() {
		t.Errorf("nothing moved: %+v, marking %v", effect, w.Marking())
	}
	w.StartQuote(true)
	w.Move(next)
	effect := w.MakeQuote()
	if len(effect.Decided) != 1 || effect.Quote != 1 || effect.Claim == "" || w.Marking() {
		t.Errorf("moved: %+v, marking %v", effect, w.Marking())
	}
	if q, _ := w.Quote(); q.In(text) != "«نعم» في" {
		t.Errorf("the quotation is %q", q.In(text))
	}
}

// If nothing is under the cursor, a message says so and marking goes on.
func TestNothingHere(t *testing.T) {
	for name, do := range map[string]func(*Words) room.Effect{
		"split": (*Words).SplitQuote, "join": (*Words).JoinQuotes, "drop": (*Words).DropQuote,
		"drop a mention": (*Words).DropMention, "move a mention": (*Words).StartMention,
	} {
		w := marking()
		w.StartAt(0)
		if effect := do(w); effect.Say == "" || len(effect.Decided) > 0 || !w.Marking() {
			t.Errorf("%s: %+v, marking %v", name, effect, w.Marking())
		}
	}
}
