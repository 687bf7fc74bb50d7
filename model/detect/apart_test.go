package detect

import (
	"strings"
	"testing"

	"rawi/model"
)

// apart makes an article of paragraphs, of which those that begin with ">" are set apart
// by the page, each passage by the name behind "|" if there is one.
func apart(lines ...string) *model.Article {
	var text strings.Builder
	var blocks []model.Block
	var quoted []model.Quoted
	add := func(line string, kind model.BlockKind) model.Span {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(line)
		span := model.Span{Start: start, End: text.Len()}
		blocks = append(blocks, model.Block{Span: span, Kind: kind})
		return span
	}
	for i, line := range lines {
		rest, isQuoted := strings.CutPrefix(line, ">")
		words, by, named := strings.Cut(rest, "|")
		switch {
		case i == 0:
			add(line, model.TitleBlock)
		case !isQuoted:
			add(line, model.ParagraphBlock)
		default:
			q := model.Quoted{Span: add(words, model.QuotedBlock)}
			if named {
				q.By = add(by, model.QuotedBlock)
			}
			quoted = append(quoted, q)
		}
	}
	a := model.NewArticle(text.String(), blocks)
	a.Quoted = quoted
	return a
}

const aroundApart = "أعلنت بلدية الواحة أمس بدء العمل في الحديقة الجديدة شرق المدينة، وهي أكبر حديقة عامة فيها منذ عشرين سنة."

func TestSetApart(t *testing.T) {
	const words = "ستفتح الحديقة أبوابها في الربيع، والدخول مجاني للجميع."
	tests := []struct {
		name   string
		lines  []string
		speech []string // words | speaker
	}{
		{"a lead-in", []string{aroundApart, "وقال رئيس البلدية ماجد الحربي:", ">" + words}, []string{words + " | ماجد الحربي"}},
		{"two paragraphs", []string{aroundApart, "وقال رئيس البلدية ماجد الحربي:", ">" + words, ">ولن نقطع شجرة واحدة."}, []string{words + " | ماجد الحربي", "ولن نقطع شجرة واحدة. | ماجد الحربي"}},
		{"a signature", []string{aroundApart, ">" + words + "|ماجد الحربي"}, []string{words + " | ماجد الحربي"}},
		{"a signature goes before a lead-in", []string{aroundApart, "وقال رئيس البلدية سامي العلي:", ">" + words + "|ماجد الحربي"}, []string{words + " | ماجد الحربي"}},
		{"an account", []string{aroundApart, ">" + words + "|أخبار الحي"}, []string{words + " | أخبار الحي"}},
		{"with marks", []string{aroundApart, ">«" + words + "»|ماجد الحربي"}, []string{words + " | ماجد الحربي"}},
	}
	for _, test := range tests {
		a := apart(append(append([]string{"حديقة جديدة شرق الواحة"}, test.lines...), aroundApart)...)
		found := Detect(a)
		got := map[string]bool{}
		for _, q := range found.Quotes {
			if q.Kind == model.Speech {
				got[strings.TrimSuffix(q.In(a.Text), ".")+" | "+nameOf(found, q.Speaker)] = true
			}
		}
		for _, want := range test.speech {
			if !got[strings.Replace(want, ".", "", 1)] {
				t.Errorf("%s: no «%s» among %v", test.name, want, got)
			}
		}
	}
}

func nameOf(f model.Findings, id model.PartyID) string {
	for _, p := range f.Parties {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// Where all of a text is set apart nobody said it.
func TestAllSetApart(t *testing.T) {
	a := apart("حديقة جديدة شرق الواحة", aroundApart, ">"+aroundApart, ">"+aroundApart, ">"+aroundApart)
	for _, q := range Detect(a).Quotes {
		if q.Kind == model.Speech {
			t.Errorf("«%s» is speech", q.In(a.Text))
		}
	}
}

// Nothing is guessed in another language.
func TestForeign(t *testing.T) {
	for _, text := range []string{
		"مدیر کتابخانه گفت: «بیش از چهل هزار جلد کتاب گرد آورده\u200cایم و این کتابخانه برای همه است.»",
		"لائبریری کی ناظمہ نے کہا: «ہم نے چالیس ہزار سے زیادہ کتابیں جمع کی ہیں۔»",
		"The minister, called «معالي الوزير» by all, said: “We have more than forty thousand books.”",
	} {
		a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
		if f := Detect(a); len(f.Quotes)+len(f.Parties) > 0 || !a.Foreign() {
			t.Errorf("%q: %+v", text, f)
		}
	}
}
