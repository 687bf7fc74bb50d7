package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"rawi/model"
)

// A character outside the BMP (U+1F4A1, four bytes) stands before everything,
// so that bytes, UTF-16 units and code points all differ.
const sample = "💡 عنوان <b>\nقال فلان: \"نعم\"\nسمات نعم"

func sampleSpan(words string) model.Span {
	at := strings.Index(sample, words)
	return model.Span{Start: at, End: at + len(words)}
}

func sampleArticle() *model.Article {
	return model.NewArticle(sample, []model.Block{
		{Span: sampleSpan("💡 عنوان <b>"), Kind: model.TitleBlock},
		{Span: sampleSpan("قال فلان: \"نعم\"")},
		{Span: sampleSpan("سمات نعم"), Kind: model.BoilerplateBlock},
	})
}

func sampleFindings() ([]model.Quote, []model.Party) {
	speaker := model.Party{ID: "فلان", Name: "فلان & ابنه", Kind: model.Person,
		Mentions: []model.Mention{{Span: sampleSpan("فلان")}}}
	return []model.Quote{
		{Span: sampleSpan("نعم"), Kind: model.Speech, Speaker: "فلان", Cue: sampleSpan("قال")},
		{Span: sampleSpan("نعم"), Kind: model.Scare},
	}, []model.Party{speaker}
}

// The offsets were read off with Python: sample.index("نعم") and so on.
func TestPrediction(t *testing.T) {
	var out bytes.Buffer
	quotes, parties := sampleFindings()
	if err := Prediction(&out, "g02", sampleArticle(), quotes, parties); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"g02","quotes":[` +
		`{"start":23,"end":26,"kind":"speech","speaker":"فلان & ابنه","cue":[12,15]},` +
		`{"start":23,"end":26,"kind":"scare","speaker":null}],` +
		`"parties":[{"name":"فلان & ابنه","type":"PER","mentions":[[16,20]]}],` +
		`"title":[0,11],"boilerplate":[[28,36]]}` + "\n"
	if out.String() != want {
		t.Errorf("got  %swant %s", out.String(), want)
	}
}

func TestExplained(t *testing.T) {
	var out bytes.Buffer
	quotes, parties := sampleFindings()
	quotes[0].Reason, quotes[0].Confidence = model.Reason{Rule: model.VerbSubject, Words: sampleSpan("قال")}, 0.954
	if err := Explained(&out, "g02", sampleArticle(), quotes, parties); err != nil {
		t.Fatal(err)
	}
	want := `{"start":23,"end":26,"kind":"speech","speaker":"فلان & ابنه","cue":[12,15],` +
		`"reason":{"rule":"verb-subject","words":"قال"},"confidence":0.95},` +
		`{"start":23,"end":26,"kind":"scare","speaker":null}`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got %s, want in it %s", out.String(), want)
	}
	quotes[0].Reason.Words.End = len(sample) + 1
	if err := Explained(&out, "g02", sampleArticle(), quotes, parties); err == nil {
		t.Error("words beyond the text were exported")
	}
}

func TestPredictionOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Prediction(&out, "x", model.NewArticle("", nil), nil, nil); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"x","quotes":[],"parties":[],"title":null,"boilerplate":[]}` + "\n"
	if out.String() != want {
		t.Errorf("got  %swant %s", out.String(), want)
	}
}

func TestPredictionRefuses(t *testing.T) {
	beyond := model.Span{Start: 3, End: len(sample) + 1}
	tests := map[string][]model.Quote{
		"span beyond the text": {{Span: beyond}},
		"cue beyond the text":  {{Cue: beyond}},
		"span turned round":    {{Span: model.Span{Start: 5, End: 3}}},
		"span before the text": {{Span: model.Span{Start: -1, End: 3}}},
		"unknown speaker":      {{Speaker: "nobody"}},
	}
	for name, quotes := range tests {
		var out bytes.Buffer
		err := Prediction(&out, "x", sampleArticle(), quotes, nil)
		if err == nil || out.Len() > 0 {
			t.Errorf("%s: error %v, wrote %q", name, err, out.String())
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestPredictionReportsTheWriter(t *testing.T) {
	if err := Prediction(fullDisk{}, "x", sampleArticle(), nil, nil); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

// Every code point of every gold text must stand at the offset that the gold
// annotation, written by Python, gives it.
func TestPredictionAgreesWithGold(t *testing.T) {
	dir := "../../../shared/gold/dev/"
	files, err := os.ReadDir(dir)
	if err != nil {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal("the gold set is required:", err)
		}
		t.Skip("the gold set is not here:", err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		id := strings.TrimSuffix(f.Name(), ".txt")
		if err := compareWithGold(dir + id); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func compareWithGold(path string) error {
	var gold struct {
		Quotes []struct {
			Start, End int
			Text       string
		}
	}
	annotation, err := os.ReadFile(path + ".json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(annotation, &gold); err != nil {
		return err
	}
	text, err := os.ReadFile(path + ".txt")
	if err != nil {
		return err
	}
	bytesBefore := byteOffsets(string(text))
	article := model.NewArticle(string(text), nil)
	var quotes []model.Quote
	var want [][2]int
	for _, q := range gold.Quotes {
		span := model.Span{Start: bytesBefore[q.Start], End: bytesBefore[q.End]}
		if span.In(article.Text) != q.Text {
			return fmt.Errorf("the gold quotation at %d is %q, not %q", q.Start, span.In(article.Text), q.Text)
		}
		quotes = append(quotes, model.Quote{Span: span})
		want = append(want, [2]int{q.Start, q.End})
	}
	var out bytes.Buffer
	if err := Prediction(&out, "x", article, quotes, nil); err != nil {
		return err
	}
	var written struct {
		Quotes []struct{ Start, End int }
	}
	if err := json.Unmarshal(out.Bytes(), &written); err != nil {
		return err
	}
	var got [][2]int
	for _, q := range written.Quotes {
		got = append(got, [2]int{q.Start, q.End})
	}
	if !reflect.DeepEqual(got, want) {
		return fmt.Errorf("got %v, want %v", got, want)
	}
	return nil
}

// byteOffsets gives the byte offset of every code point and of the end.
func byteOffsets(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}
