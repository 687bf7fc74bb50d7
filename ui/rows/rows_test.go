package rows

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

const text = "قال زيد «نعم» ثم «لا»"

func rows() *Rows {
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	at := func(word string) model.Span {
		start := strings.Index(text, word)
		return model.Span{Start: start, End: start + len(word)}
	}
	found := model.Findings{
		Quotes:  []model.Quote{{Span: at("نعم"), Speaker: "زيد", Marked: true}, {Span: at("لا"), Marked: true}},
		Parties: []model.Party{{ID: "زيد", Name: "زيد", Mentions: []model.Mention{{Span: at("زيد")}}}},
	}
	s := &room.Scene{Article: a, Language: l10n.English, Reading: model.NewReading(a, found, nil, "a"), Detected: true}
	return &Rows{Scene: s, Measure: utf8.RuneCountInString, Candidates: 9, Width: 40}
}

// Rows follow the decisions, and what of them is on disk once that is said.
func TestRowsFollowTheDecisions(t *testing.T) {
	r := rows()
	standing := func() string { return r.Quotation(0)[2].Text + r.Counts(0, 0) }
	guessed := standing()
	a, ok := r.Reading.Accept(0)
	if !ok {
		t.Fatal(errors.New("nothing to accept"))
	}
	decided := standing()
	if decided == guessed || !strings.Contains(decided, l10n.English.Say(l10n.Decided)) {
		t.Errorf("accepted, it is shown as %q", decided)
	}
	r.NotSaved = r.Reading.Touched([]model.Annotation{a})
	r.Forget()
	if unsaved := standing(); !strings.Contains(unsaved, l10n.English.Say(l10n.Unsaved)) {
		t.Errorf("not on disk, it is shown as %q", unsaved)
	}
	r.NotSaved = model.Touched{}
	r.Forget()
	if again := standing(); again != decided {
		t.Errorf("on disk it is %q, was %q", again, decided)
	}
}

// The candidates stand below the current quotation alone, at any width.
func TestCandidatesBelowTheCurrentOne(t *testing.T) {
	r := rows()
	for _, width := range []int{0, 1, 2, 3, 40, 200} {
		r.Width = width
		for current := range 2 {
			r.Current = current
			for i := range 2 {
				if n := len(r.Quotation(i)); (n > Height) != (i == current) {
					t.Errorf("width %d, current %d: quotation %d has %d rows", width, current, i, n)
				}
			}
		}
	}
}

// What changed in words that moved: signs say it, not colours alone.
func TestChanges(t *testing.T) {
	for _, test := range []struct{ before, after, want string }{
		{"لن نهدم حجرا", "لن نهدم حجرا", "لن نهدم حجرا"},
		{"لن نهدم حجرا واحدا", "لن نهدم أي حجر واحدا", "لن نهدم −حجرا +أي +حجر واحدا"},
		{"", "نعم", "+نعم"}, {"نعم", "", "−نعم"},
	} {
		var got []string
		for _, w := range changes(test.before, test.after) {
			got = append(got, w.Plain)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q to %q: %s, want %s", test.before, test.after, s, test.want)
		}
	}
}

// Sureness is said where it is doubtful; the reason where it is asked for, which is on
// the current quotation.
func TestSurenessOnlyWhereDoubtful(t *testing.T) {
	r := rows()
	quotes := r.Reading.Quotes()
	for _, test := range []struct {
		sureness       float64
		current, shown bool
	}{{.95, false, false}, {.95, true, true}, {.3, false, true}, {.3, true, true}} {
		q := quotes[0]
		q.Confidence = test.sureness
		row := r.stateRow(0, &q, test.current)
		if got := strings.Contains(row.Text, "%"); got != test.shown {
			t.Errorf("%+v: %q", test, row.Text)
		}
		if got := strings.Contains(row.Text, l10n.English.Reason(q.Reason)); got != test.current {
			t.Errorf("%+v: the reason in %q", test, row.Text)
		}
	}
}

// Those who speak come first, then who is named oftener; places are last. A bar is as
// long as the share of the words, and nothing is said of what is none.
func TestOrderOfParties(t *testing.T) {
	text := "واشنطن واشنطن واشنطن زيد هند هند عمر «كلمة كلمة كلمة» «كلمة»"
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	var parties []model.Party
	for _, name := range []string{"واشنطن", "زيد", "هند", "عمر"} {
		p := model.Party{ID: model.PartyID(name), Name: name}
		for rest := 0; ; {
			at := strings.Index(text[rest:], name)
			if at < 0 {
				break
			}
			p.Mentions = append(p.Mentions, model.Mention{Span: model.Span{Start: rest + at, End: rest + at + len(name)}})
			rest += at + len(name)
		}
		parties = append(parties, p)
	}
	parties[0].Kind = model.Place
	first, last := strings.Index(text, "كلمة"), strings.LastIndex(text, "كلمة")
	found := model.Findings{Parties: parties, Quotes: []model.Quote{
		{Span: model.Span{Start: first, End: strings.Index(text, "»")}, Speaker: "عمر", Marked: true},
		{Span: model.Span{Start: last, End: last + len("كلمة")}, Speaker: "زيد", Marked: true},
	}}
	r := rows()
	r.Article, r.Reading = a, model.NewReading(a, found, nil, "a")
	var order []string
	for _, i := range r.Order() {
		order = append(order, r.Reading.Parties()[i].Name)
	}
	if got := strings.Join(order, " "); got != "زيد عمر هند واشنطن" {
		t.Errorf("the order is %s", got)
	}
	for name, bar := range map[string]int{"عمر": 6, "زيد": 2, "هند": 0} {
		_, n, _ := r.Reading.Party(model.PartyID(name))
		if counts := r.Party(n - 1)[1].Text; strings.Count(counts, "━") != bar || strings.Contains(counts, " 0") {
			t.Errorf("%s: %q, want a bar of %d", name, counts, bar)
		}
	}
}
