package train

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
	"rawi/model/detect/speech"
)

// reading is an article with what is found in it.
func reading(text string) (*model.Reading, model.Findings) {
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	found := detect.Detect(a)
	return model.NewReading(a, found, nil, "نور"), found
}

const twoSaid = "قال وزير المالية سامي الدروبي إن الميزانية جاهزة. وقالت المعلمة ليلى حداد إن المدارس ستفتح غدا. وقال المدرب نبيل راضي: «الفريق جاهز للمباراة القادمة»."

// TestDecided: what is decided is annotated, and nothing else; what was dropped is
// none; once all is decided, the article is annotated whole.
func TestDecided(t *testing.T) {
	r, found := reading(twoSaid)
	if len(r.Quotes()) != 3 {
		t.Fatalf("%d quotations", len(r.Quotes()))
	}
	if _, n := Decided(r, found); n > 0 {
		t.Error("nothing is decided, and there is something to learn")
	}
	p, _, _ := r.Party(r.Quotes()[0].Speaker)
	r.Assign(0, *p)
	r.DropQuote(1)
	s, n := Decided(r, found)
	if n != 2 || s.Partly == nil || len(s.Quotes) != 1 || s.Quotes[0].Speaker != p.ID {
		t.Fatalf("%d decisions: %+v, partly %+v", n, s.Quotes, s.Partly)
	}
	if len(s.Partly.None) != 1 || !strings.Contains(s.Partly.None[0].In(twoSaid), "المدارس") {
		t.Errorf("known to be no quotations: %v", s.Partly.None)
	}
	last := len(r.Quotes()) - 1
	r.SetKind(last, model.Speech)
	if s, _ = Decided(r, found); s.Partly == nil || len(s.Partly.Unsaid) != 1 || s.Quotes[1].Speaker != "" {
		t.Errorf("only the kind is decided, not who speaks: %+v, partly %+v", s.Quotes, s.Partly)
	}
	p, _, _ = r.Party(r.Quotes()[last].Speaker)
	r.Assign(last, *p)
	if s, _ = Decided(r, found); s.Partly != nil || len(s.Quotes) != 2 {
		t.Errorf("all is decided: %+v, partly %+v", s.Quotes, s.Partly)
	}
}

// TestPartly: of an article of which only some is decided, only that is learnt.
func TestPartly(t *testing.T) {
	r, found := reading(twoSaid)
	whole := func(r *model.Reading) Lessons {
		s, _ := Decided(r, found)
		return LessonsOf(s, detect.Learned())
	}
	r.DropQuote(1)
	dropped := whole(r)
	if n := len(dropped[speech.ReportModel]); n != 1 || dropped[speech.ReportModel][0].Winner != 0 {
		t.Errorf("one clause was dropped: %d lessons", n)
	}
	for _, name := range []string{speech.KindModel, speech.EndModel, speech.SpeakerModel} {
		if n := len(dropped[name]); n > 0 {
			t.Errorf("a clause was dropped, and that teaches %d choices of %s", n, name)
		}
	}
	p, _, _ := r.Party(r.Quotes()[0].Speaker)
	r.Assign(0, *p)
	if both := whole(r); len(both[speech.ReportModel]) != 2 || len(both[speech.SpeakerModel]) != 1 {
		t.Errorf("one dropped, one assigned: %d clauses, %d speakers", len(both[speech.ReportModel]), len(both[speech.SpeakerModel]))
	}
}

// TestAdapt: models that are adapted choose as the decisions do, come back from the
// file that holds what was learnt, and those built in stay as they are.
func TestAdapt(t *testing.T) {
	const text = "قال المدير سامي الدروبي إن خطة «النهوض الكبير» ستبدأ غدا."
	var lessons []Lessons
	for range 40 {
		r, found := reading(text)
		for i, q := range r.Quotes() {
			if q.Marked {
				r.SetKind(i, model.Other)
			}
		}
		s, n := Decided(r, found)
		if n == 0 {
			t.Fatal("nothing is found between the marks")
		}
		lessons = append(lessons, LessonsOf(s, detect.Learned()))
	}
	data, err := Adapt(lessons, detect.Learned(), 1)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Adapt(lessons, detect.Learned(), 1)
	if !maps.EqualFunc(data, again, slices.Equal) {
		t.Error("the second time other bytes are learnt")
	}
	file, err := detect.EncodeAdapted(data)
	if err != nil {
		t.Fatal(err)
	}
	m, err := detect.Open(string(file))
	if err != nil {
		t.Fatal(err)
	}
	kindBy := func(m *detect.Models) model.QuoteKind {
		a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
		for _, q := range m.Detect(a).Quotes {
			if q.Marked {
				return q.Kind
			}
		}
		return model.Indirect
	}
	if was, is := kindBy(detect.Learned()), kindBy(m); was == model.Other || is != model.Other {
		t.Errorf("the marks hold %v before, %v after", was, is)
	}
}

// TestOpen: weights of another rawi, and what are none, are refused.
func TestOpen(t *testing.T) {
	other, err := learn.EncodeFile(map[string][]byte{"base": []byte("00000000")})
	if err != nil {
		t.Fatal(err)
	}
	none, err := learn.EncodeFile(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{other, none} {
		if _, err := detect.Open(string(data)); err != detect.ErrOtherBase {
			t.Errorf("weights of another rawi: %v", err)
		}
	}
	for _, data := range []string{"", "x", string(other[:len(other)-1])} {
		if _, err := detect.Open(data); err == nil {
			t.Errorf("%q is weights", data)
		}
	}
}

// TestMeasure: each article is measured once, and what its own decisions teach is
// held back.
func TestMeasure(t *testing.T) {
	articles, err := gold.Folder("../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	var sources []Source
	var lessons []Lessons
	quotes := 0
	for _, a := range articles {
		sources = append(sources, Source{Article: a})
		lessons = append(lessons, LessonsOf(Source{Article: a}, detect.Learned()))
		for i := range a.Quotes {
			quotes += learn.Bit(a.Quotes[i].Kind.Spoken() && a.Quotes[i].Speaker != "")
		}
	}
	g, err := Measure(sources, lessons, detect.Learned(), 1)
	if err != nil || g.Before.Speakers.Of != quotes || g.After.Speakers.Of != quotes {
		t.Errorf("%+v of %d speakers: %v", g, quotes, err)
	}
	none := make([]Lessons, len(sources))
	if g, _ := Measure(sources, none, detect.Learned(), 1); g.Before != g.After || g.IsBetter() {
		t.Errorf("nothing is learnt, and more comes out right: %+v", g)
	}
}
