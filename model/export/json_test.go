package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/printable"
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

// predict writes an article of which nothing was decided, in the format json.
func predict(w io.Writer, id string, a *model.Article, quotes []model.Quote, parties []model.Party, o Options) error {
	a.Source = "/news/" + id + ".txt"
	return writeReading(w, model.NewReading(a, model.Findings{Quotes: quotes, Parties: parties}, nil, ""), o)
}

func writeReading(w io.Writer, r *model.Reading, o Options) error {
	format, ok := Find("json")
	if !ok {
		return errors.New("there is no format json")
	}
	return format.Write(w, slices.Values([]*model.Reading{r}), o)
}

// The offsets were read off with Python: sample.index("نعم") and so on.
func TestPrediction(t *testing.T) {
	var out bytes.Buffer
	quotes, parties := sampleFindings()
	if err := predict(&out, "g02", sampleArticle(), quotes, parties, Options{}); err != nil {
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
	if err := predict(&out, "g02", sampleArticle(), quotes, parties, Options{Explain: true}); err != nil {
		t.Fatal(err)
	}
	want := `{"start":23,"end":26,"kind":"speech","speaker":"فلان & ابنه","cue":[12,15],` +
		`"reason":{"rule":"verb-subject","words":"قال"},"confidence":0.95},` +
		`{"start":23,"end":26,"kind":"scare","speaker":null}`
	if !strings.Contains(out.String(), want) {
		t.Errorf("got %s, want in it %s", out.String(), want)
	}
	quotes[0].Reason.Clues = [2]model.Clue{model.SpokeLast, model.FitsVerb}
	out.Reset()
	if err := predict(&out, "g02", sampleArticle(), quotes, parties, Options{Explain: true}); err != nil {
		t.Fatal(err)
	}
	if want := `"reason":{"rule":"verb-subject","words":"قال","clues":["spoke-last","fits-verb"]}`; !strings.Contains(out.String(), want) {
		t.Errorf("got %s, want in it %s", out.String(), want)
	}
	quotes[0].Reason.Words.End = len(sample) + 1
	if err := predict(&out, "g02", sampleArticle(), quotes, parties, Options{Explain: true}); err == nil {
		t.Error("words beyond the text were exported")
	}
}

// With the text come its digest, which is that of the reader's own tools, its
// source and its title; offsets in it give the words.
func TestText(t *testing.T) {
	long := sample + strings.Repeat("\u200f💡\u202e<&>\"\\\u2028\x01ق", 4000) // more than is encoded at a time
	a := model.NewArticle(long, sampleArticle().Blocks)
	quotes, parties := sampleFindings()
	var out bytes.Buffer
	if err := predict(&out, "g02", a, quotes, parties, Options{Text: true}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		ID, Text, SHA256, Source string
		TitleText                string `json:"title_text"`
		Quotes                   []struct{ Start, End int }
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Text != long || got.SHA256 != fmt.Sprintf("%x", sha256.Sum256([]byte(got.Text))) {
		t.Errorf("%d bytes of text, digest %s", len(got.Text), got.SHA256)
	}
	if got.ID != "g02" || got.Source != "/news/g02.txt" || got.TitleText != "💡 عنوان <b>" {
		t.Errorf("got %q, %q, %q", got.ID, got.Source, got.TitleText)
	}
	if q := got.Quotes[0]; string([]rune(got.Text)[q.Start:q.End]) != "نعم" {
		t.Errorf("the words are at %v", q)
	}
	if bytes.ContainsFunc(bytes.TrimSuffix(out.Bytes(), []byte("\n")), printable.Steers) || bytes.Contains(out.Bytes(), []byte(`\u003c`)) {
		t.Error("what steers is not escaped, or what does not is")
	}
	untitled := model.NewArticle("x", nil)
	out.Reset()
	if err := writeReading(&out, model.NewReading(untitled, model.Findings{}, nil, ""), Options{Text: true}); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"-","quotes":[],"parties":[],"title":null,"boilerplate":[],"title_text":null,"source":"","sha256":"` + untitled.ID + `","text":"x"}` + "\n"
	if out.String() != want {
		t.Errorf("got  %swant %s", out.String(), want)
	}
}

// A decision is written in place of the guess, and distinguishable from guesses.
func TestDecided(t *testing.T) {
	quotes, parties := sampleFindings()
	a := sampleArticle()
	quotes[0].Reason, quotes[0].Confidence = model.Reason{Rule: model.VerbSubject, Words: sampleSpan("قال")}, 0.954
	quotes[1].Span = sampleSpan("سمات")
	r := model.NewReading(a, model.Findings{Quotes: quotes, Parties: parties}, nil, "نور")
	r.RenameParty("فلان", "فلان بن فلان")
	assigned := r.Assign(0, model.Party{ID: "غيره", Name: "غيره", Kind: model.Organisation})
	r.SetNote(0, "انظر")
	r.SetCertainty(0, model.Unsure)
	r.SetAddressee(0, parties[0])
	var out bytes.Buffer
	if err := writeReading(&out, r, Options{Explain: true}); err != nil {
		t.Fatal(err)
	}
	moment, _ := assigned.Time.MarshalText()
	for _, want := range []string{
		`{"start":23,"end":26,"kind":"speech","speaker":"غيره","cue":[12,15],"decision":{"id":"` + assigned.ID + `","author":"نور","time":"` + string(moment) +
			`"},"note":"انظر","certainty":"unsure","addressee":"فلان بن فلان"}`,
		`"kind":"scare","speaker":null}`,
		`{"name":"فلان بن فلان","type":"PER","mentions":[[16,20]]},{"name":"غيره","type":"ORG","mentions":[]}`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("got %s, want in it %s", out.String(), want)
		}
	}
}

// Decisions on another text of the article say that their words have moved.
func TestMoved(t *testing.T) {
	quotes, parties := sampleFindings()
	before := model.NewReading(sampleArticle(), model.Findings{Quotes: quotes[:1], Parties: parties}, nil, "نور")
	before.Assign(0, parties[0])
	text := "مقدمة مختلفة تماما عما سبق\nقال فلان: \"نعم\"\nكلام آخر"
	at := strings.Index(text, "نعم")
	after := model.NewReading(model.NewArticle(text, nil), model.Findings{Quotes: []model.Quote{{Span: model.Span{Start: at, End: at + 6}}}}, before.Log().All(), "نور")
	var out bytes.Buffer
	if err := writeReading(&out, after, Options{}); err != nil {
		t.Fatal(err)
	}
	if moved := after.Quotes()[0].Moved != nil; moved != strings.Contains(out.String(), `"moved":true`) || !moved {
		t.Errorf("moved is %v, written %s", moved, out.String())
	}
}

// FuzzArticle holds that what is written of any text can be read by others, and
// that offsets in the text written give the words of the quotations.
func FuzzArticle(f *testing.F) {
	f.Add(sample, 3, 9, 0, 3)
	f.Add("a\u200f💡\r\n\"\\\x00ق", 1, 4, 4, 8)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		var quotes []model.Quote
		for _, s := range []model.Span{{Start: a, End: b}, {Start: c, End: d}} {
			if 0 <= s.Start && s.Start < s.End && s.End <= len(text) && utf8.ValidString(s.In(text)) {
				quotes = append(quotes, model.Quote{Span: s})
			}
		}
		slices.SortFunc(quotes, func(a, b model.Quote) int { return cmp.Compare(a.Start, b.Start) })
		r := model.NewReading(model.NewArticle(text, nil), model.Findings{Quotes: quotes}, nil, "")
		var out bytes.Buffer
		if err := writeReading(&out, r, Options{Text: true, Explain: true}); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Text   string
			Quotes []struct{ Start, End int }
		}
		if err := json.Unmarshal(out.Bytes(), &got); err != nil || got.Text != text || len(got.Quotes) != len(r.Quotes()) {
			t.Fatalf("%q was written as %s, %v", text, out.Bytes(), err)
		}
		runes := []rune(got.Text)
		for i, q := range r.Quotes() {
			if words := string(runes[got.Quotes[i].Start:got.Quotes[i].End]); words != q.In(text) {
				t.Fatalf("%q is written for %q", words, q.In(text))
			}
		}
	})
}

// An article that cannot be written ends the writing, after those before it.
func TestWritingStopsAtAnError(t *testing.T) {
	good := model.NewReading(sampleArticle(), model.Findings{}, nil, "")
	bad := model.NewReading(sampleArticle(), model.Findings{Quotes: []model.Quote{{Speaker: "nobody"}}}, nil, "")
	format, _ := Find("json")
	var out bytes.Buffer
	if err := format.Write(&out, slices.Values([]*model.Reading{good, bad, good}), Options{}); err == nil || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("wrote %s, %v", out.String(), err)
	}
}

// Every row of the table can be found by name and has one writer.
func TestFormats(t *testing.T) {
	seen := make(map[string]bool)
	for f := range Formats() {
		if got, ok := Find(f.Name); !ok || got.Name != f.Name || seen[f.Name] {
			t.Errorf("%q is not found, or twice", f.Name)
		}
		seen[f.Name] = true
		writers := 0
		for _, has := range []bool{f.Write != nil, f.Files != nil, f.WriteLog != nil} {
			if has {
				writers++
			}
		}
		if writers != 1 || f.About == "" || f.Files == nil && !strings.HasPrefix(f.Extension, ".") {
			t.Errorf("%q has %d writers and is %+v", f.Name, writers, f)
		}
		for _, file := range f.Files {
			if !strings.HasPrefix(file.Extension, ".") || file.Write == nil {
				t.Errorf("%q has the file %+v", f.Name, file)
			}
		}
	}
	if _, ok := Find("xml"); ok || len(Names()) != len(seen) {
		t.Errorf("the names are %q, those of the table %v; xml is one of them: %v", Names(), seen, ok)
	}
}

func TestPredictionOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := predict(&out, "x", model.NewArticle("", nil), nil, nil, Options{}); err != nil {
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
		err := predict(&out, "x", sampleArticle(), quotes, nil, Options{})
		if err == nil || out.Len() > 0 {
			t.Errorf("%s: error %v, wrote %q", name, err, out.String())
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestPredictionReportsTheWriter(t *testing.T) {
	if err := predict(fullDisk{}, "x", sampleArticle(), nil, nil, Options{}); !errors.Is(err, errFull) {
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
	if err := predict(&out, "x", article, quotes, nil, Options{}); err != nil {
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
