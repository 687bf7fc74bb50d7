package rows

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// opinionLines is how many rows the opinions on a quotation take at most.
const opinionLines = 4

// opinionRows is what each author says of the current quotation, and when, where they
// differ or only others decided; with the digits that take them, where the reader has not
// decided.
func (r *Rows) opinionRows() (all []roster.Row) {
	poll := r.Reading.PollOf(r.Current)
	if poll == nil || poll.Differ == 0 {
		return nil
	}
	choices, offered := poll.Choices(), r.Opinions()
	if len(offered) > 0 {
		choices = offered
	}
	for i, c := range choices {
		if i == opinionLines {
			break
		}
		var t paint.Text
		t.Add("    ", theme.Text)
		if len(offered) > 0 {
			t.Add(strconv.Itoa(i+1)+" ", theme.Key)
		}
		r.addOpinion(&t, poll, c)
		all = append(all, row(&t))
	}
	return all
}

// addOpinion adds what authors say, their names, and when the last of them said it.
func (r *Rows) addOpinion(t *paint.Text, poll *model.Poll, c model.Choice) {
	look := theme.Text
	if len(c.Parts) == 1 && c.Parts[0].Speaker != "" {
		if _, n, ok := r.Reading.Party(c.Parts[0].Speaker); ok {
			look = theme.Party(n)
		}
	}
	name := func(id model.PartyID) string {
		if p, _, ok := r.Reading.Party(id); ok {
			return room.OneLine(p.Name)
		}
		return string(id)
	}
	t.Add(r.Language.Opinion(c.Opinion, poll.Differ, r.Article.Text, name), look)
	var names []string
	var at time.Time
	for i := range c.Authors {
		o := &c.Authors[i]
		said := isolated(room.OneLine(o.Author))
		if o.As == model.Adjudicator {
			said += " (" + r.Language.Say(l10n.AsAdjudicator) + ")"
		}
		names = append(names, said)
		if o.Last != nil && o.Last.Time.After(at) {
			at = o.Last.Time
		}
	}
	t.Add(" · "+strings.Join(names, "، "), theme.Dim)
	if !at.IsZero() {
		t.Add(" · \u2066"+at.Local().Format("2006-01-02")+"\u2069", theme.Dim)
	}
}

// disputedWords is the words of the current quotation that some of those have who say
// where it stands, and others have not.
func (r *Rows) disputedWords() (spans []model.Span) {
	poll := r.Reading.PollOf(r.Current)
	if poll == nil || !poll.Differ.Has(model.OnSpan) {
		return nil
	}
	var ends []int
	var opinions []*model.Opinion
	for i := range poll.Opinions {
		o := &poll.Opinions[i]
		if len(o.Parts) == 0 {
			continue
		}
		opinions = append(opinions, o)
		for _, p := range o.Parts {
			ends = append(ends, p.Start, p.End)
		}
	}
	slices.Sort(ends)
	for i := 1; i < len(ends); i++ {
		s := model.Span{Start: ends[i-1], End: ends[i]}
		have := 0
		for _, o := range opinions {
			if slices.ContainsFunc(o.Parts, func(p model.Part) bool { return p.Covers(s) }) {
				have++
			}
		}
		if !s.Empty() && have < len(opinions) {
			spans = append(spans, s)
		}
	}
	return spans
}
