package model

import (
	"slices"
	"strings"
	"testing"
)

// reported is an article of one paragraph with one quotation, the words between
// angle brackets: its reporting word is cue, and mention the words taken for the
// speaker.
func reported(text, cue, mention string) (*Article, *Quote) {
	start := strings.Index(text, "<")
	end := strings.Index(text, ">") - len("<")
	text = strings.NewReplacer("<", "", ">", "").Replace(text)
	at := func(words string) Span {
		if words == "" {
			return Span{}
		}
		i := strings.Index(text, words)
		return Span{i, i + len(words)}
	}
	a := NewArticle(text, []Block{{Span: Span{0, len(text)}}})
	return a, &Quote{Span: Span{start, end}, Cue: at(cue), Mention: at(mention)}
}

// Who spoke is among the first phrases, wherever the sentence names the speaker; none
// of them is of the quotation, of another sentence, or runs on behind what ends it.
func TestPhrases(t *testing.T) {
	tests := []struct{ text, cue, mention, want string }{
		{"وقال مصدر أمني إن <الحريق أخمد>.", "وقال", "", "مصدر أمني"},
		{"وأكد ناطق باسم البلدية أن <السوق باق>.", "وأكد", "ناطق", "ناطق باسم البلدية"},
		{"وقالت وزيرة البيئة هالة منصور في مؤتمر صحفي «<لا حلّ غيره>».", "وقالت", "وزيرة البيئة", "هالة منصور"},
		{"وقالت وزيرة البيئة هالة منصور في مؤتمر صحفي «<لا حلّ غيره>».", "وقالت", "", "وزيرة البيئة"},
		{"وأضافت المقررة الخاصة للأمم المتحدة ليلى سعد أن <الأمر عاجل>.", "وأضافت", "المقررة الخاصة", "ليلى سعد"},
		{"إلا أن سمير عوض من جمعية الصيادين يقول إن <البحر خال>.", "يقول", "", "سمير عوض"},
		{"وتقول صحيفة \"النهر\" المحلية إن <السدّ قديم>.", "وتقول", "", "صحيفة \"النهر\""},
		{"وقال كريم ناصر قلل إن <المطر قادم>.", "وقال", "كريم ناصر قلل", "كريم ناصر"},
		{"رئيس النادي: «<سنعود>»", "", "", "رئيس النادي"},
		{"وكتب حساب المتحف على الشبكة «<نفتح غدا>».", "", "", "حساب المتحف"},
		{"«<نفتح غدا>»، بحسب إدارة المتحف.", "", "", "إدارة المتحف"},
		{"أغلق المتحف. وقال خلص تحقيق لصحيفة النهر إلى أن <السقف واه>. تأسست صحيفة النهر عام 1950.", "خلص", "", "صحيفة النهر"},
	}
	for _, test := range tests {
		a, q := reported(test.text, test.cue, test.mention)
		var words []string
		for _, s := range Phrases(a, q) {
			words = append(words, s.In(a.Text))
			if s.Overlaps(q.Span) || trim(a.Text, s) != s || s.Empty() {
				t.Errorf("%s: %q is no phrase beside the quotation", test.text, s.In(a.Text))
			}
		}
		if i := slices.Index(words, test.want); i < 0 || i > 3 {
			t.Errorf("%s: %q is not among the first of %q", test.text, test.want, words)
		}
	}
}

// Whatever the text and however the spans lie, phrases are words of the sentence
// outside the quotation, each once.
func FuzzPhrases(f *testing.F) {
	f.Add("قال زيد «نعم» في «ا\" ب", uint8(8), uint8(6), uint8(0), uint8(6))
	f.Add("\u202bلل ل: ب", uint8(2), uint8(3), uint8(9), uint8(1))
	f.Fuzz(func(t *testing.T, text string, start, length, cue, cueLength uint8) {
		a := NewArticle(strings.ToValidUTF8(text, ""), nil)
		a.Blocks = []Block{{Span: Span{0, len(a.Text)}}}
		span := func(from, n uint8) Span {
			return Span{runeStart(a.Text, int(from)), runeStart(a.Text, int(from)+int(n))}
		}
		q := Quote{Span: span(start, length), Cue: span(cue, cueLength)}
		if q.Span.Empty() {
			return // a quotation has words
		}
		seen := map[Span]bool{}
		for _, s := range Phrases(a, &q) {
			if s.Start < 0 || s.End > len(a.Text) || s.Empty() || s.Overlaps(q.Span) || seen[s] {
				t.Fatalf("in %q beside %v: %v", a.Text, q.Span, s)
			}
			seen[s] = true
		}
	})
}

// said is a reading of reported text, in which some parties are known.
func said(text, cue string, parties ...Party) *Reading {
	a, q := reported(text, cue, "")
	if len(parties) > 0 {
		q.Speaker, q.Candidates = parties[0].ID, []PartyID{parties[0].ID}
	}
	return NewReading(a, Findings{[]Quote{*q}, parties}, nil, "أنا")
}

// The words beside a quotation are a candidate; choosing it makes a party that is
// named where the words stand, and one undo takes both back.
func TestWordsBecomeAParty(t *testing.T) {
	r := said("وقال مصدر أمني إن <الحريق أخمد>.", "وقال", Party{ID: "البلدية", Name: "البلدية", Kind: Organisation})
	candidates := r.Candidates(0)
	if len(candidates) != 2 || candidates[0].Name != "البلدية" || candidates[1].Name != "مصدر أمني" {
		t.Fatalf("the candidates are %+v", candidates)
	}
	if len(r.Parties()) != 1 {
		t.Error("a candidate is a party before it is chosen")
	}
	r.Assign(0, candidates[1])
	p, _, ok := r.Party(r.Quotes()[0].Speaker)
	if !ok || p.Name != "مصدر أمني" || len(p.Mentions) != 1 || p.Mentions[0].In(r.Article.Text) != "مصدر أمني" {
		t.Errorf("chosen, the speaker is %+v", p)
	}
	r.Undo()
	if q := r.Quotes()[0]; q.Decided() || q.Speaker != "البلدية" || len(r.Parties()) != 1 {
		t.Errorf("taken back, the quotation is %+v and the parties %+v", q, r.Parties())
	}
}

// Words that are another name of a party are that party.
func TestWordsOfKnownParties(t *testing.T) {
	minister := Party{ID: "هاله منصور", Name: "هالة منصور", Aliases: []string{"منصور"}}
	r := said("وقالت منصور إن <الأمر عاجل>.", "وقالت", minister)
	if c := r.Candidates(0); len(c) != 1 || c[0].ID != minister.ID {
		t.Errorf("the candidates are %+v", c)
	}
}

// One decision, and one undo, corrects all that was guessed for a party, and nothing
// else: no decision, no other party's, nothing that nobody says.
func TestAssignGuessed(t *testing.T) {
	r := reading()
	for i := range r.src.found.Quotes {
		r.src.found.Quotes[i].Speaker = "زيد"
	}
	r.derive()
	said, _, _ := r.Party("سعيد")
	if got := r.GuessedFor("زيد"); !slices.Equal(got, []int{0, 1}) || r.GuessedFor("") != nil {
		t.Errorf("guessed for زيد are %v, for nobody %v", got, r.GuessedFor(""))
	}
	all := r.AssignGuessed("زيد", *said)
	if len(all) != 2 || all[0].Group == "" || all[0].Group != all[1].Group {
		t.Errorf("the decisions are %+v", all)
	}
	if r.SpokenBy("سعيد") != 2 || r.Quotes()[2].Decided() {
		t.Errorf("the quotations are %+v", r.Quotes())
	}
	if again := r.AssignGuessed("زيد", *said); again != nil {
		t.Errorf("decided once more: %+v", again)
	}
	if p, ok := r.SpeakerBefore(1); !ok || p.ID != "سعيد" {
		t.Errorf("before the second spoke %+v", p)
	}
	if _, ok := r.SpeakerBefore(0); ok {
		t.Error("somebody spoke before the first")
	}
	r.Undo()
	if r.SpokenBy("سعيد") != 0 || r.SpokenBy("زيد") != 2 {
		t.Error("one undo did not take all back")
	}
}
