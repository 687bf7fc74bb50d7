package detect

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rawi/model"
)

// lines makes an article of a text: a block for each line, the first a title
// when it is marked so.
func lines(text string) *model.Article {
	var blocks []model.Block
	at := 0
	for line := range strings.Lines(text) {
		body := strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(body) != "" {
			kind := model.ParagraphBlock
			if strings.HasPrefix(body, "# ") {
				kind = model.TitleBlock
			}
			blocks = append(blocks, model.Block{Span: model.Span{Start: at, End: at + len(body)}, Kind: kind})
		}
		at += len(line)
	}
	return model.NewArticle(text, blocks)
}

// check fails the test when findings break what Detect promises.
func check(t *testing.T, text string, f model.Findings) {
	t.Helper()
	valid := func(s model.Span) bool {
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
			(s.Start == len(text) || utf8.RuneStart(text[s.Start])) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
	}
	known := map[model.PartyID]bool{"": true}
	first := 0
	for _, p := range f.Parties {
		if known[p.ID] {
			t.Fatalf("party ID %q is empty or stands twice", p.ID)
		}
		known[p.ID] = true
		if p.ID != model.PartyIDOf(p.Name) {
			t.Fatalf("party %q has the ID %q", p.Name, p.ID)
		}
		if len(p.Mentions) == 0 || p.Mentions[0].Start < first {
			t.Fatalf("party %q is out of order", p.Name)
		}
		first = p.Mentions[0].Start
		for i, m := range p.Mentions {
			if !valid(m.Span) || m.Empty() || i > 0 && m.Start < p.Mentions[i-1].Start {
				t.Fatalf("party %q has a bad mention %v", p.Name, m)
			}
		}
	}
	for i, q := range f.Quotes {
		if !valid(q.Span) || q.Empty() || !valid(q.Cue) || !valid(q.Mention) || !valid(q.Reason.Words) {
			t.Fatalf("bad spans in %+v", q)
		}
		if i > 0 {
			if p := f.Quotes[i-1]; q.Start < p.Start || q.Start == p.Start && q.End > p.End {
				t.Fatalf("quote %v stands after %v", q.Span, p.Span)
			}
		}
		if !known[q.Speaker] || q.Confidence < 0 || q.Confidence > 1 {
			t.Fatalf("quote %+v has an unknown speaker or a wrong confidence", q)
		}
		if (q.Speaker == "") != (q.Reason.Rule == model.NoRule) {
			t.Fatalf("quote %+v has a speaker without a reason or a reason without a speaker", q)
		}
		if follows := func(p model.Quote) bool { return p.Span == q.Follows }; !q.Follows.Empty() && !slices.ContainsFunc(f.Quotes[:i], follows) {
			t.Fatalf("quote %+v follows none that stands before it", q)
		}
		for _, c := range q.Candidates {
			if c == "" || !known[c] {
				t.Fatalf("quote %+v has an unknown candidate %+v", q, c)
			}
		}
		if q.Speaker != "" && (len(q.Candidates) == 0 || q.Candidates[0] != q.Speaker) {
			t.Fatalf("the speaker is not the likeliest candidate in %+v", q)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, seed := range []string{
		"", "\"", "قال", "«»", "قال وزير الخارجية جون: \"نعم\".",
		"وأضاف \"أ\" وأشار إلى أن \"ب\" \"", "((أ)) ''ب''", "لـ«ا» و\"", "# س: \"ع\"\nقال: \"",
		"الشبكة لحقوق", "مدينة \"", "وقال سامي رزق،", "وذكر الوزير سامي رزق، ", "وفق", "وزير و", "\u202bقال\u202c لل", "قال ل\"", "ء قال ء: ءء",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		check(t, text, Detect(lines(text)))
	})
}

// TestNamed: a name that a reader gives is found in its other spellings too.
func TestNamed(t *testing.T) {
	a := lines("قال أيهود باراك إن الأمر انتهى. ورأى آخرون أن لايهود باراك رأيا آخر، وباراك صامت.")
	found := Detect(a)
	r := model.NewReading(a, model.Findings{Quotes: found.Quotes}, nil, "")
	r.Assign(0, model.Party{ID: "x", Name: "ايهود باراك"})
	p, _, _ := r.Party("x")
	var places []string
	for _, m := range p.Mentions {
		places = append(places, m.In(a.Text))
	}
	if want := []string{"أيهود باراك", "ايهود باراك"}; !slices.Equal(places, want) {
		t.Errorf("the reader's name stands at %q, want %q", places, want)
	}
}

// TestDetachedLetters: words of one letter or of none stand where a name could,
// and none of them is one.
func TestDetachedLetters(t *testing.T) {
	alone := []string{"و", "ف", "ب", "ل", "ك", "س", "ال", "وا", "ست", "ء", "ـ", "\u064b", "\u200f", "وء", "ت", "ي", "م", "é", "ß", "٧", "أ", "كم", "للـ"}
	for _, before := range []string{
		"أعلنت شركة", "مصر حكومة", "أمانة", "محافظة", "مدينة", "منطقة", "قال الرئيس", "رئيس التخطيط", "وزير", "الدكتور",
		"وقال سامي", "قال محمد بن", "بلدة", "حزب", "صحيفة", "قال ل", "وأضاف", "المتحدث باسم",
	} {
		for _, letters := range alone {
			for _, after := range []string{"", " مؤسسة محليتان", " شعبا", " أن الأمر انتهى", ".", " \"نعم\"", " " + letters} {
				text := before + " " + letters + after
				found := Detect(lines(text))
				check(t, text, found)
				for _, p := range found.Parties {
					if strings.HasSuffix(p.Name, " و") || strings.HasSuffix(p.Name, " ب") || strings.HasSuffix(p.Name, " ل") {
						t.Errorf("%q names %q", text, p.Name)
					}
				}
			}
		}
	}
}
