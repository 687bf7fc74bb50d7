package speech

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/token"
)

// staged is the stage of a text of one paragraph, as rules alone leave it.
func staged(t testing.TB, text string) *Stage {
	t.Helper()
	a := model.NewArticle(text, []model.Block{{Kind: model.ParagraphBlock, Span: model.Span{End: len(text)}}})
	stream := token.Read(a, lexicon.Default())
	pairs := marks.Find(stream)
	page := token.NewPage(stream, marks.Depths(stream, pairs))
	cues := cue.Find(page, nil)
	found := mention.Find(page, pairs, cues, mention.Models{}, nil)
	parties := party.Link(page, found, party.Models{})
	cues = found.OutsideNames(cues)
	return NewStage(page, cues, found, parties, Find(page, pairs, cues, found, parties, Models{}, nil).Quotes)
}

// called is the words of a candidate where it stands first, "" for nobody.
func (s *Stage) called(candidate int) string {
	for _, p := range s.places {
		if p.party == candidate {
			return s.page.Span(p.from, p.to, 0).In(s.page.Text())
		}
	}
	return ""
}

// TestWhere: where those stand who may have said the last quotation.
func TestWhere(t *testing.T) {
	tests := []struct {
		text string
		want map[string]where
	}{
		{"قال وائل منصور إن القمح يكفي.", map[string]where{"وائل منصور": inSlot}},
		{"لكن وائل منصور قال إن القمح يكفي.", map[string]where{"وائل منصور": adjacent}},
		{"استقبل وائل منصور في المطار ليلى حداد، مؤكدا أن القمح يكفي.", map[string]where{"وائل منصور": leading, "ليلى حداد": adjacent}},
		{"نقلت وكالة الأناضول عن وائل منصور أن القمح يكفي.", map[string]where{"وكالة الأناضول": inSlot, "وائل منصور": relayedFrom}},
		{"حضر وائل منصور. وقالت ليلى حداد إن القمح يكفي.", map[string]where{"وائل منصور": inParagraph, "ليلى حداد": inSlot}},
		{"ذكرت 3 مصادر مطلعة أن القمح يكفي.", map[string]where{"3 مصادر مطلعة": inSlot}},
	}
	for _, test := range tests {
		s := staged(t, test.text)
		if len(s.quotes) == 0 {
			t.Errorf("%s: no quotation", test.text)
			continue
		}
		got := map[string]where{}
		for _, c := range s.contenders(len(s.quotes)-1, newHistory(0)) {
			if name := s.called(c.party); name != "" {
				got[name] = c.where
			}
		}
		for name, w := range test.want {
			if at, ok := got[name]; !ok || at != w {
				t.Errorf("%s: %s stands at %d (%v), want %d; all: %v", test.text, name, at, ok, w, got)
			}
		}
	}
}

// TestNobodyFromInside: whom only the quotation names is no candidate.
func TestNobodyFromInside(t *testing.T) {
	for _, text := range []string{
		"قال وائل منصور: «جاءت ليلى حداد أمس».",
		"«جاءت ليلى حداد أمس»، قال وائل منصور.",
		"قال وائل منصور إن ليلى حداد جاءت أمس.",
	} {
		s := staged(t, text)
		if len(s.quotes) != 1 {
			t.Errorf("%s: %d quotations", text, len(s.quotes))
			continue
		}
		var names []string
		for _, c := range s.contenders(0, newHistory(0)) {
			names = append(names, s.called(c.party))
		}
		if slices.Contains(names, "ليلى حداد") || !slices.Contains(names, "وائل منصور") {
			t.Errorf("%s: %q may speak", text, names)
		}
	}
}

// TestPhrases: the noun phrases that are offered as subjects.
func TestPhrases(t *testing.T) {
	for text, want := range map[string]string{
		"ذكرت 3 مصادر مطلعة أن القمح يكفي.":     "3 مصادر مطلعة",
		"وكشفت ذات المصادر أن العقد ألغي.":      "ذات المصادر",
		"وقال أن القمح يكفي.":                   "",
		"وأضاف البيان أن القمح يكفي.":           "",
		"وأكد أمس الأحد أن القمح يكفي.":         "",
		"قال وائل منصور إن القمح يكفي.":         "",
		"ويقول أحد سكان الحي إن الطريق مقطوعة.": "أحد سكان الحي",
	} {
		s := staged(t, text)
		var got []string
		for k := range s.phrases {
			got = append(got, s.Phrase(s.parties.Len() + k)[0].In(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// lessons are invented: a participle's subject is who opens the sentence, though
// another stands nearer.
func lessons(t testing.TB, n int) (all []*Lesson) {
	people := []string{"نبيل راضي", "وائل منصور", "كريم نجار", "عادل بيطار", "ماهر شلبي", "رامي صباغ"}
	for i := range n {
		one, two := people[i%len(people)], people[(i+1+i/len(people))%len(people)]
		if one == two {
			continue
		}
		s := staged(t, "استقبل "+one+" الوزير "+two+"، مؤكدا أن القمح يكفي.")
		l := &Lesson{Stage: s, Source: people[i%4], Answers: make([]Answer, len(s.quotes))}
		is := func(party int) bool { return s.called(party) == one }
		for k := range l.Answers {
			l.Answers[k] = Answer{Found: true, Spoken: true, Named: is, Means: is}
		}
		all = append(all, l)
	}
	return all
}

// TestTrainSpeakers: what is learned is chosen, twice alike, with a confidence, a
// reason and candidates.
func TestTrainSpeakers(t *testing.T) {
	data, err := TrainSpeakers(lessons(t, 60), 3)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := TrainSpeakers(lessons(t, 60), 3); !bytes.Equal(data, again) {
		t.Error("the second time the weights are other ones")
	}
	r, err := learn.OpenRanker(string(data))
	if err != nil {
		t.Fatal(err)
	}
	s := staged(t, "استقبل هاني زيدان الوزير بشار سليم، مؤكدا أن القمح يكفي.")
	q := s.speak(Models{Speaker: r}).Quotes[0]
	if got := s.called(q.Source.Party); got != "هاني زيدان" || q.Source.Confidence < 0.9 || q.Source.Rule == model.NoRule {
		t.Errorf("%q speaks: %+v", got, q.Source)
	}
	if len(q.Others) != 2 || int(q.Others[0]) != q.Source.Party {
		t.Errorf("candidates %v", q.Others)
	}
}

// TestSure: choices of a sort that is often right are surer than those of one that is
// not, and each is as often right as is said; what is no model is an error.
func TestSure(t *testing.T) {
	var parts [][]Judgement
	for range 4 {
		var part []Judgement
		for n := range 200 {
			part = append(part,
				Judgement{[]learn.Feature{learn.Template(0).Number(1)}, n%20 != 0},
				Judgement{[]learn.Feature{learn.Template(0).Number(2)}, n%2 == 0})
		}
		parts = append(parts, part)
	}
	data, err := TrainSure(parts, 3)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := TrainSure(parts, 3); !bytes.Equal(data, again) {
		t.Error("the second time the weights are other ones")
	}
	m, err := openSureness(string(data))
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[uint64]float64{1: 0.95, 2: 0.5} {
		if got := m.of(0, []learn.Feature{learn.Template(0).Number(value)}); math.Abs(got-want) > 0.02 {
			t.Errorf("sort %d: %.3f, want %.2f", value, got, want)
		}
	}
	if got := (*Sureness)(nil).of(0.25, nil); got != 0.25 {
		t.Errorf("without a model: %v", got)
	}
	empty, err := learn.EncodeFile(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{"x", string(empty)} {
		if m, err := openSureness(data); err == nil {
			t.Errorf("%q is a model: %v", data, m)
		}
	}
}

// TestClues: what a view says in words.
func TestClues(t *testing.T) {
	tests := []struct {
		view view
		want model.Clue
	}{
		{view{where: int(inSlot)}, model.AfterVerb}, {view{where: int(adjacent)}, model.BeforeVerb},
		{view{where: int(afterVerb)}, model.BehindVerb}, {view{where: int(inSlot), cue: accordingCue}, model.NoClue},
		{view{where: int(relayedFrom)}, model.RelayedFrom}, {view{where: int(nowhere)}, model.NoClue},
	}
	for _, test := range tests {
		if got := standing(&test.view); got != test.want {
			t.Errorf("%+v says %v, want %v", test.view, got, test.want)
		}
	}
	for back, want := range []model.Clue{model.NoClue, model.SpokeLast, model.SpokeBefore} {
		if got := turn(&view{back: back}); got != want {
			t.Errorf("%d back says %v, want %v", back, got, want)
		}
	}
}

// TestStrongest: a reason says where he stands, or that he spoke, before it says what
// only supports that; what the model counts as strongest among these stays first.
func TestStrongest(t *testing.T) {
	seen := view{where: int(inSlot), agrees: fits, back: 1, party: int(model.Person)}
	evidence := rowFeatures(nil, &seen, partyRows, len(nobodyRows))
	clueOf := func(clue model.Clue) (fs []learn.Feature) { // what says it
		for _, f := range evidence {
			if rowOf(f).clue(&seen) == clue {
				fs = append(fs, f)
			}
		}
		return fs
	}
	for strong, want := range map[model.Clue][2]model.Clue{
		model.FitsVerb:  {model.AfterVerb, model.FitsVerb},
		model.MaySpeak:  {model.AfterVerb, model.MaySpeak},
		model.SpokeLast: {model.SpokeLast},
	} {
		var contests []learn.Contest
		for range 20 {
			contests = append(contests, learn.Contest{Candidates: [][]learn.Feature{clueOf(strong), nil}})
		}
		data, err := learn.TrainRanker(contests, learn.Defaults)
		if err != nil {
			t.Fatal(err)
		}
		r, err := learn.OpenRanker(string(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := strongest(r, evidence, &seen); got != want {
			t.Errorf("strongest is %v: the reason is %v, want %v", strong, got, want)
		}
	}
	for cue, want := range map[int]model.Rule{ahead: model.VerbSubject, accordingCue: model.AccordingTo, nounCue: model.SpeechNoun} {
		if got := ruleOf(inSlot, cue); got != want {
			t.Errorf("behind a cue of sort %d: %v, want %v", cue, got, want)
		}
	}
}

// TestTrust: shares stay shares, and the rules' choice stands against one that is
// little likelier.
func TestTrust(t *testing.T) {
	options := []option{{contender: contender{party: 0}, share: 0.5}, {contender: contender{party: 1}, share: 0.25}, {contender: contender{party: -1}, share: 0.25}}
	trust(options, Source{Party: 1, Confidence: 0.9})
	if options[1].share <= options[0].share || options[0].share+options[1].share+options[2].share > 1.001 {
		t.Errorf("%+v", options)
	}
}

// TestDivide: a source is in one part, and every part has some.
func TestDivide(t *testing.T) {
	var all []*Lesson
	for i, n := range []int{9, 1, 4, 5, 2, 3} {
		for range n {
			all = append(all, &Lesson{Source: string(rune('a' + i))})
		}
	}
	of, sizes := map[string]int{}, [parts]int{}
	for i, part := range divide(all) {
		if old, ok := of[all[i].Source]; ok && old != part {
			t.Errorf("%s is in parts %d and %d", all[i].Source, old, part)
		}
		of[all[i].Source] = part
		sizes[part]++
	}
	if slices.Min(sizes[:]) < 4 {
		t.Errorf("parts of %v lessons", sizes)
	}
}
