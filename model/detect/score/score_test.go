package score_test

import (
	"math"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/gold"
	"rawi/model/detect/score"
)

// at is where words stand in a text, the n-th time, from 0.
func at(t *testing.T, text, words string, n int) model.Span {
	t.Helper()
	start := 0
	for ; ; n-- {
		i := strings.Index(text[start:], words)
		if i < 0 {
			t.Fatalf("%q does not stand in the text", words)
		}
		if start += i; n == 0 {
			return model.Span{Start: start, End: start + len(words)}
		}
		start += len(words)
	}
}

const text = "قال الوزير سامي حداد: «نعم لهذا الأمر كله» ثم قال «لا» وزعم مكتب النقل أن الجسر آمن. وعاد حداد إلى «الجسر».\n"

// own is an article whose figures are counted by hand: two speeches, a reported
// clause and a title, a person with a name twice and a body.
func own(t *testing.T) *gold.Article {
	t.Helper()
	span := func(words string, n int) model.Span { return at(t, text, words, n) }
	name := func(words string, n int) model.Mention { return model.Mention{Span: span(words, n)} }
	quote := func(words string, n int, kind model.QuoteKind, by model.PartyID, mention model.Span) gold.Quote {
		return gold.Quote{Quote: model.Quote{Span: span(words, n), Kind: kind, Marked: kind != model.Indirect, Speaker: by, Mention: mention}}
	}
	return &gold.Article{
		Article: model.NewArticle(text, nil), ID: "own",
		Parties: []model.Party{
			{ID: "p", Name: "سامي حداد", Kind: model.Person, Aliases: []string{"حداد"}, Mentions: []model.Mention{
				{Span: span("الوزير", 0), Form: model.Apposition}, name("سامي حداد", 0), name("حداد", 1),
				{Span: span("حداد", 1), Form: model.Nominal}}}, // what is also a name must be found
			{ID: "o", Name: "مكتب النقل", Kind: model.Organisation, Mentions: []model.Mention{name("مكتب النقل", 0)}},
		},
		Quotes: []gold.Quote{
			quote("نعم لهذا الأمر كله", 0, model.Speech, "p", span("سامي حداد", 0)),
			quote("لا", 0, model.Speech, "p", model.Span{}),
			quote("الجسر آمن", 0, model.Indirect, "o", span("مكتب النقل", 0)),
			quote("الجسر", 1, model.WorkTitle, "", model.Span{}),
		},
	}
}

func TestByHand(t *testing.T) {
	a := own(t)
	span := func(words string, n int) model.Span { return at(t, text, words, n) }
	s := score.Article(a, model.Findings{
		Parties: []model.Party{
			{ID: "1", Name: "الوزير سامي حداد", Mentions: []model.Mention{{Span: span("سامي حداد", 0)}, {Span: span("الوزير", 0)}}},
			{ID: "2", Name: "حداد النقل", Mentions: []model.Mention{{Span: span("حداد", 1)}, {Span: span("مكتب", 0)}}},
		},
		Quotes: []model.Quote{
			{Span: span("«نعم لهذا الأمر كله»", 0), Marked: true, Speaker: "1", Confidence: 0.95}, // right: ends with the name
			{Span: span("لا", 0), Marked: true, Kind: model.Scare, Speaker: "1", Confidence: 0.9}, // found, of another kind
			{Span: span("أن الجسر آمن", 0), Kind: model.Indirect, Speaker: "2", Confidence: 0.3},  // overlaps by 9 of 12
			{Span: span("الجسر", 1), Marked: true, Speaker: "1", Confidence: 0.9},                 // is no speech
		},
	})
	for m, want := range map[score.Measure]float64{
		score.MarkedExact: 1, score.Kind: 1. / 3, score.SpeechExact: 0.5, score.IndirectExact: 0, score.IndirectOverlap: 1,
		score.SpeakerOfSpeech: 1, score.SpeakerOfSpeechImplicit: 1, score.SpeakerOfIndirect: 0, score.SpeakerOfIndirectFound: 0,
		score.Mention: 2. / 3, score.MentionTyped: 2. / 3, score.MentionPerson: 0.8, score.MentionOrganisation: 0,
		score.MentionOverlap: 2. / 3, score.NamesRecall: 2. / 3,
		// One half of the person's two mentions each, alone and with a wrong one: (1 + 1/2)/3 and (1/2 + 1/2)/3.
		score.BCubed: 2 * (1.5 / 3) * (1. / 3) / (1.5/3 + 1./3),
		score.Sure:   0.5, score.SureFound: 1,
	} {
		if got := s.Value(m); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v is %v, want %v", m, got, want)
		}
	}
	if s.Confused(model.Speech, model.Scare) != 1 || s.Confused(model.WorkTitle, model.Speech) != 1 {
		t.Error("kinds that were confused are not counted")
	}
	r := s.Reliability()
	if r[9] != (score.Reliability{Right: 1, Of: 2, Confidence: 1.85}) || r[3] != (score.Reliability{Of: 1, Confidence: 0.3}) {
		t.Errorf("the reliability is %+v", r)
	}
}

// TestAdd: figures of several articles are those of all they have.
func TestAdd(t *testing.T) {
	a := own(t)
	var s score.Scores
	s.Add(score.Article(a, a.Findings()))
	s.Add(score.Article(a, model.Findings{}))
	for m, want := range map[score.Measure]float64{score.SpeechExact: 2. / 3, score.SpeakerOfSpeech: 0.5, score.Mention: 2. / 3, score.Sure: 1} {
		if got := s.Value(m); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v is %v, want %v", m, got, want)
		}
	}
	if c := s.Count(score.Sure); c.Annotated != 3 {
		t.Errorf("%v speakers are sure, want 3", c.Annotated)
	}
}

// TestUnknownSpeaker: a speaker said where the annotators know none is wrong.
func TestUnknownSpeaker(t *testing.T) {
	a := own(t)
	f := a.Findings()
	f.Quotes = f.Quotes[:1]
	a.Quotes[0].Speaker = ""
	s := score.Article(a, f)
	if c := s.Count(score.Sure); c.Annotated != 1 || c.Right != 0 {
		t.Errorf("%+v", c)
	}
	if c := s.Count(score.SureFound); c.Annotated != 0 {
		t.Errorf("%+v of those who are known", c)
	}
	if c := s.Count(score.SpeakerOfSpeech); c.Annotated != 1 {
		t.Errorf("%v speakers of speech count, want the one that is known", c.Annotated)
	}
}

// TestSpeakers: what a speaker may be called.
func TestSpeakers(t *testing.T) {
	for name, right := range map[string]bool{
		"سامي حداد": true, "سَامي  حدّاد": true, "وسامي حداد": true, "حداد": true, "المهندس سامي حداد": true,
		"الوزير": true, // a role beside the name
		"":       false, "السيد حداد": false, "سامي": false, "هذا": false, "مكتب النقل": false,
	} {
		a := own(t)
		a.Parties[0].Mentions = append(a.Parties[0].Mentions, model.Mention{Span: at(t, text, "هذا", 0), Form: model.Nominal})
		f := a.Findings()
		f.Parties = []model.Party{{ID: "p", Name: name}}
		f.Quotes = f.Quotes[:1]
		if c := score.Article(a, f).Count(score.SpeakerOfSpeech); c.Right == 1 != right {
			t.Errorf("%q is right: %v", name, c.Right == 1)
		}
	}
}

// TestTenths: a confidence is in the class that it is written as.
func TestTenths(t *testing.T) {
	for i := range 11 {
		a := own(t)
		f := a.Findings()
		f.Quotes = f.Quotes[:1]
		f.Quotes[0].Confidence = float64(i) / 10
		if r := score.Article(a, f).Reliability(); r[min(i, 9)].Of != 1 {
			t.Errorf("%v is in another class: %v", f.Quotes[0].Confidence, r)
		}
	}
}
