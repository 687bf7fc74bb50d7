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
	standing := func() string { return r.Quotation(0)[2].Text + r.Bar(10).Plain + r.Counts(0, 0) }
	guessed := standing()
	a, ok := r.Reading.Accept(0)
	if !ok {
		t.Fatal(errors.New("nothing to accept"))
	}
	decided := standing()
	if decided == guessed || !strings.Contains(decided, l10n.English.Say(l10n.Decided)) || !strings.Contains(decided, "█?") {
		t.Errorf("accepted, it is shown as %q", decided)
	}
	r.NotSaved = r.Reading.Touched([]model.Annotation{a})
	r.Forget()
	if unsaved := standing(); !strings.Contains(unsaved, l10n.English.Say(l10n.Unsaved)) || !strings.Contains(unsaved, "!?") {
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
