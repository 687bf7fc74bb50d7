package main

import (
	"rawi/model"
	"rawi/model/detect/gold"
	"rawi/model/detect/score"
	"rawi/model/detect/speech"
)

// trainSpeakers trains the choice of who speaks.
func trainSpeakers(examples []example, seed uint64) ([]byte, error) {
	all, err := analyses(examples)
	if err != nil {
		return nil, err
	}
	lessons := make([]*speech.Lesson, len(all))
	for i := range all {
		lessons[i] = all[i].lesson()
	}
	return speech.TrainSpeakers(lessons, seed)
}

// lesson is what people say of the quotations that were found.
func (a *analysis) lesson() *speech.Lesson {
	stage := a.Stage()
	l := &speech.Lesson{Stage: stage, Source: a.gold.Outlet, Answers: make([]speech.Answer, len(a.Spoken.Quotes))}
	called, meaning := a.Names(stage), a.meanings(stage)
	for i, q := range a.annotated() {
		switch {
		case q == nil:
		case q.Speaker == "":
			l.Answers[i].Found = true
		default:
			l.Answers[i] = a.answer(q, called, meaning)
		}
	}
	return l
}

func (a *analysis) answer(q *gold.Quote, called []string, meaning []model.PartyID) speech.Answer {
	p, _ := a.gold.Party(q.Speaker)
	names := score.NamesOf(p, a.gold.Text)
	return speech.Answer{
		Found: true, Spoken: true,
		Named: func(party int) bool { return names.Match(called[party]) },
		Means: func(party int) bool { return meaning[party] == q.Speaker },
	}
}

// annotated is the annotated quotation for each one found, nil for none.
func (a *analysis) annotated() []*gold.Quote {
	out := make([]*gold.Quote, len(a.Spoken.Quotes))
	for _, marked := range [...]bool{true, false} {
		is := func(q *model.Quote) bool { return q.Marked == marked }
		var spans []model.Span
		var at []int
		for i := range a.Spoken.Quotes {
			if q := &a.Spoken.Quotes[i]; q.Marked == marked {
				spans, at = append(spans, q.Span), append(at, i)
			}
		}
		for k, q := range score.Pairs(a.gold, is, spans) {
			out[at[k]] = q
		}
	}
	return out
}

// meanings is the annotated party that each party and phrase means, by where
// both are mentioned; "" for none.
func (a *analysis) meanings(stage *speech.Stage) []model.PartyID {
	at := a.mentioned()
	out := make([]model.PartyID, stage.Candidates())
	for p := range out {
		votes := map[model.PartyID]float64{}
		for _, s := range a.Spans(stage, p) {
			if id, share := at.nearest(s); share > 0.25 {
				votes[id] += share
			}
		}
		for id, n := range votes {
			if n > votes[out[p]] || n == votes[out[p]] && id < out[p] {
				out[p] = id
			}
		}
	}
	return out
}

// mentioned is where parties are mentioned.
type mentioned []struct {
	model.Span
	id model.PartyID
}

func (m *mentioned) add(s model.Span, id model.PartyID) {
	*m = append(*m, struct {
		model.Span
		id model.PartyID
	}{s, id})
}

func (a *analysis) mentioned() (m mentioned) {
	for i := range a.gold.Parties {
		for _, at := range a.gold.Parties[i].Mentions {
			m.add(at.Span, a.gold.Parties[i].ID)
		}
	}
	for i := range a.gold.Quotes {
		if q := &a.gold.Quotes[i]; q.Speaker != "" && !q.Mention.Empty() {
			m.add(q.Mention, q.Speaker)
		}
	}
	return m
}

// nearest is the party mentioned where most of a span stands, and how much of
// both they have in common.
func (m mentioned) nearest(s model.Span) (id model.PartyID, share float64) {
	for _, at := range m {
		common := min(at.End, s.End) - max(at.Start, s.Start)
		if part := float64(common) / float64(max(at.End, s.End)-min(at.Start, s.Start)); part > share {
			id, share = at.id, part
		}
	}
	return id, share
}
