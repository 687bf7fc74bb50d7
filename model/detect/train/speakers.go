package train

import (
	"rawi/model"
	"rawi/model/detect/gold"
	"rawi/model/detect/score"
	"rawi/model/detect/speech"
)

// SpeakerLessons is the lesson, if there is one to learn from.
func (a *Annotated) SpeakerLessons() []*speech.Lesson { return []*speech.Lesson{a.SpeakerLesson()} }

// SpeakerLesson is what people say of the quotations that were found.
func (a *Annotated) SpeakerLesson() *speech.Lesson {
	stage := a.Stage()
	l := &speech.Lesson{Stage: stage, Source: a.Gold.Outlet, Answers: make([]speech.Answer, len(a.Spoken.Quotes))}
	called, meaning := a.Names(stage), a.meanings(stage)
	for i, q := range a.annotated() {
		switch {
		case q == nil, a.partly.isUnsaid(q.Span):
		case q.Speaker == "":
			l.Answers[i].Found = true
		default:
			l.Answers[i] = a.answer(q, called, meaning)
			l.Answers[i].Alike = q.Kind == a.Spoken.Quotes[i].Kind
		}
	}
	return l
}

func (a *Annotated) answer(q *gold.Quote, called []string, meaning []model.PartyID) speech.Answer {
	p, _ := a.Gold.Party(q.Speaker)
	names := score.NamesOf(p, a.Gold.Text)
	return speech.Answer{
		Found: true, Spoken: true,
		Named: func(party int) bool { return names.Match(called[party]) },
		Means: func(party int) bool { return meaning[party] == q.Speaker },
	}
}

// annotated is the annotated quotation for each one found, nil for none.
func (a *Annotated) annotated() []*gold.Quote {
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
		for k, q := range score.Pairs(a.Gold, is, spans) {
			out[at[k]] = q
		}
	}
	return out
}

// meanings is the annotated party that each party and phrase means, by where
// both are mentioned; "" for none.
func (a *Annotated) meanings(stage *speech.Stage) []model.PartyID {
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

func (a *Annotated) mentioned() (m mentioned) {
	for i := range a.Gold.Parties {
		for _, at := range a.Gold.Parties[i].Mentions {
			m.add(at.Span, a.Gold.Parties[i].ID)
		}
	}
	for i := range a.Gold.Quotes {
		if q := &a.Gold.Quotes[i]; q.Speaker != "" && !q.Mention.Empty() {
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
