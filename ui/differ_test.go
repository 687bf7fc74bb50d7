package ui

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// colleagues is page on which two others decided: on the first quotation alike, on the
// second otherwise.
func colleagues(t *testing.T, language l10n.Language) *driver {
	d := driveSpeaking(t, language, page, 120, 40)
	found, _ := findings(d.Article)
	for author, speaker := range map[string]string{"سعاد": "هند", "كامل": "زيد"} {
		r := model.NewReading(d.Article, found, nil, author)
		r.Accept(0)
		r.Assign(1, model.Party{ID: model.PartyID(speaker), Name: speaker})
		d.stored = append(d.stored, r.Log().All()...)
	}
	d.run(d.session.detect)
	return d
}

// What others differ on is undecided and has a sign in both panes; their opinions come
// first, and a digit takes one.
func TestDifferencesAreSeen(t *testing.T) {
	for _, language := range []l10n.Language{l10n.Arabic, l10n.English} {
		d := colleagues(t, language)
		d.press("down")
		var rows string
		for _, row := range d.rows.Quotation(1) {
			rows += row.Text + "\n"
		}
		for _, want := range []string{"2 ≠ ", language.Say(l10n.Contested), "1 هند · \u2068سعاد\u2069", "2 زيد · \u2068كامل\u2069"} {
			if !strings.Contains(rows, want) {
				t.Errorf("%v: the row says no %q:\n%s", language, want, rows)
			}
		}
		if n := strings.Count(strings.Join(d.quotesView(), "\n"), "≠"); n != 1 {
			t.Errorf("%v: %d signs in the list", language, n)
		}
		if n := strings.Count(strings.Join(d.articleView(), "\n"), "≠"); n != 1 {
			t.Errorf("%v: %d signs beside the text", language, n)
		}
		if !d.quote(1).Contested || !d.quote(0).Decided() {
			t.Fatalf("%+v", d.Reading.Quotes())
		}
		d.press("1") // سعاد says هند
		if q := d.quote(1); q.Speaker != "هند" || !q.Decided() || !d.Reading.Mine(1) || d.Current == 1 {
			t.Errorf("%v: taken %+v, and then at %d", language, q, d.Current)
		}
		d.press("u")
		if !d.quote(1).Contested {
			t.Errorf("%v: undone %+v", language, d.quote(1))
		}
	}
}

// Accepting what others decided makes it the reader's own; accepting the rest leaves
// alone what they differ on.
func TestAcceptOfOthers(t *testing.T) {
	d := colleagues(t, l10n.Arabic)
	d.press("g a")
	if !d.Reading.Mine(0) {
		t.Error("a accepted nothing")
	}
	d.press("y")
	if d.quote(1).Decided() || !d.quote(2).Decided() {
		t.Errorf("y decided %+v", d.Reading.Quotes())
	}
}

// The lists: by key and by command, in the words of either language.
func TestFilters(t *testing.T) {
	d := colleagues(t, l10n.Arabic)
	d.press("end a") // the third is mine
	for _, test := range []struct {
		command string
		filter  room.Filter
		listed  int
	}{{"show differing", room.Differing, 1}, {"عرض لغيري", room.Theirs, 2}, {"show mine", room.Mine, 1}, {"عرض الكل", room.All, 3}} {
		d.typeCommand(test.command)
		if d.Filter != test.filter || len(d.listed()) != test.listed {
			t.Errorf("%s: filter %d, listed %v", test.command, d.Filter, d.listed())
		}
	}
	d.press("p")
	if d.Filter != room.Differing || d.Current != 1 {
		t.Errorf("p: filter %d, at %d", d.Filter, d.Current)
	}
	d.press("down home end")
	if d.Current != 1 {
		t.Errorf("there is one in the list, and the current one is %d", d.Current)
	}
	if d.typeCommand("show what"); !strings.Contains(d.message.text, "what") {
		t.Errorf("said %q", d.message.text)
	}
}

// Who adjudicates goes from difference to difference with one key each, and from the
// last to the next article; what is decided says so and can be undone.
func TestAdjudicate(t *testing.T) {
	for _, language := range []l10n.Language{l10n.Arabic, l10n.English} {
		d := colleagues(t, language)
		asked := 0
		d.session.Next = func(as model.Capacity) (Request, error) {
			if as == model.Adjudicator {
				asked++
			}
			return Request{}, nil
		}
		d.press("a") // as an annotator
		d.typeCommand("adjudicate")
		if d.Current != 1 || d.Reading.Capacity != model.Adjudicator {
			t.Fatalf("%v: at %d, %v", language, d.Current, d.Reading.Capacity)
		}
		if title := d.quotesTitle(); !strings.Contains(title, language.Say(l10n.AdjudicateTitle)) {
			t.Errorf("%v: the title is %q", language, title)
		}
		d.press("2")
		last := d.stored[len(d.stored)-1]
		if last.Capacity != model.Adjudicator || d.quote(1).Speaker != "زيد" || asked != 1 || d.message.text != language.Say(l10n.AllSettled) {
			t.Errorf("%v: decided %+v; asked %d times, said %q", language, last, asked, d.message.text)
		}
		if d.press("u"); !d.quote(1).Contested {
			t.Errorf("%v: undone %+v", language, d.quote(1))
		}
		d.press("x") // a third opinion
		if d.quote(1).Kind != model.Other || asked != 2 {
			t.Errorf("%v: %+v", language, d.quote(1))
		}
		d.typeCommand("تحكيم")
		if d.Reading.Capacity != model.Annotator || d.quote(1).Kind != model.Other {
			t.Errorf("%v: an annotator again, %+v", language, d.quote(1))
		}
	}
}
