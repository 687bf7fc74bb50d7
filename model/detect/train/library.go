package train

import (
	"slices"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/score"
)

// Share is how many of some decisions come out as they were made.
type Share struct{ Right, Of int }

func (s *Share) add(o Share) { s.Right, s.Of = s.Right+o.Right, s.Of+o.Of }

// Tally counts decisions that detection is held to.
type Tally struct {
	Kinds    Share // of what stands between marks
	Clauses  Share // that are reported, or are not
	Speakers Share
}

func (t *Tally) add(o Tally) {
	t.Kinds.add(o.Kinds)
	t.Clauses.add(o.Clauses)
	t.Speakers.add(o.Speakers)
}

// All is the decisions of every sort.
func (t Tally) All() (all Share) {
	for _, s := range [...]Share{t.Kinds, t.Clauses, t.Speakers} {
		all.add(s)
	}
	return all
}

// tally holds what was found to what was decided.
func tally(s Source, found model.Findings) Tally {
	scores := score.Article(s.Article, found)
	count := func(m score.Measure) Share {
		c := scores.Count(m)
		return Share{int(c.Right), int(c.Annotated)}
	}
	t := Tally{Kinds: count(score.Kind), Clauses: count(score.IndirectOverlap), Speakers: count(score.SpeakerOfSpeech)}
	t.Speakers.add(count(score.SpeakerOfIndirect))
	if s.Partly == nil {
		c := scores.Count(score.IndirectOverlap)
		t.Clauses.Of += int(c.Found - c.FoundRight)
		return t
	}
	for _, none := range s.Partly.None {
		t.Clauses.Of++
		if !slices.ContainsFunc(found.Quotes, func(q model.Quote) bool { return shared(q.Span, none) > 0.5 }) {
			t.Clauses.Right++
		}
	}
	return t
}

// Gain is what adapting models to a reader's decisions brings.
type Gain struct{ Before, After Tally }

// IsBetter reports whether more decisions come out right than before.
func (g Gain) IsBetter() bool { return g.After.All().Right > g.Before.All().Right }

// held is into how many parts articles are divided to measure what is learnt: each is
// measured by what the others teach.
const held = 5

// Measure holds back each part of the articles in turn, and measures it before and
// after the models are adapted to the others. lessons is what each article teaches.
func Measure(articles []Source, lessons []Lessons, m *detect.Models, seed uint64) (g Gain, err error) {
	for part := range held {
		var others []Lessons
		for i := range lessons {
			if i%held != part {
				others = append(others, lessons[i])
			}
		}
		adapted, err := Adapted(others, m, seed)
		if err != nil {
			return g, err
		}
		for i := part; i < len(articles); i += held {
			g.Before.add(tally(articles[i], m.Detect(articles[i].Article.Article)))
			g.After.add(tally(articles[i], adapted.Detect(articles[i].Article.Article)))
		}
	}
	return g, nil
}
