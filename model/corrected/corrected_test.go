package corrected

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/model/ingest"
)

const text = "💡 عنوان\r\n\r\nقال سالم الحسن: «الأجرة لن تزيد قبل الصيف». وأضافت ليلى منصور: «سنرى ما يكون في الشتاء». ووصفت الخطة بأنها «مغامرة كبيرة».\r\n"

func span(t *testing.T, words string) model.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("no %q", words)
	}
	return model.Span{Start: at, End: at + len(words)}
}

const (
	first  = "الأجرة لن تزيد قبل الصيف"
	second = "سنرى ما يكون في الشتاء"
	third  = "مغامرة كبيرة"
)

// article is one in which the program guessed two speakers, and a scare quote.
func article(t *testing.T) (*model.Article, model.Findings) {
	t.Helper()
	a := model.NewArticle(text, []model.Block{{Span: span(t, "💡 عنوان"), Kind: model.TitleBlock},
		{Span: model.Span{Start: strings.Index(text, "قال"), End: strings.LastIndex(text, ".") + 1}}})
	a.Source = "/news/a.txt"
	return a, model.Findings{
		Quotes: []model.Quote{
			{Span: span(t, first), Marked: true, Speaker: "سالم الحسن", Cue: span(t, "قال"), Mention: span(t, "سالم الحسن"), Confidence: 0.9},
			{Span: span(t, second), Marked: true, Speaker: "ليلى منصور", Cue: span(t, "وأضافت"), Mention: span(t, "ليلى منصور"), Confidence: 0.8},
			{Span: span(t, third), Marked: true, Kind: model.Scare},
		},
		Parties: []model.Party{
			{ID: "سالم الحسن", Name: "سالم الحسن", Mentions: []model.Mention{{Span: span(t, "سالم الحسن")}}},
			{ID: "ليلى منصور", Name: "ليلى منصور", Mentions: []model.Mention{{Span: span(t, "ليلى منصور")}}},
		},
	}
}

// exported is a reading in a format, by the extension of its files.
func exported(t *testing.T, name string, r *model.Reading) map[string]string {
	t.Helper()
	format, ok := export.Find(name)
	if !ok {
		t.Fatal(name)
	}
	files := make(map[string]string)
	for _, f := range format.PerArticle() {
		var out strings.Builder
		if err := f.Write(&out, r, export.Options{Explain: true, Text: true}); err != nil {
			t.Fatal(err)
		}
		files[f.Extension] = out.String()
	}
	return files
}

// taken takes files back into a reading, and returns the new decisions in words.
func taken(t *testing.T, name string, files map[string]string, r, found *model.Reading) (decisions []string, misfits []Misfit) {
	t.Helper()
	format, ok := Find(name)
	if !ok {
		t.Fatal(name)
	}
	documents, misfits, err := format.Read("a"+format.Extension, strings.NewReader(files[format.Extension]), func(extension string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(files[extension])), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	before := len(r.Log().All())
	for i := range documents {
		misfits = append(misfits, documents[i].Decide(r, found)...)
	}
	for _, a := range r.Log().All()[before:] {
		decisions = append(decisions, strings.TrimSpace(fmt.Sprintf("%s «%s» %s%s", a.Deed, a.Anchor.Exact, a.To.Exact, a.Says())))
	}
	return decisions, misfits
}

// readings are the article as a reader left it, and without decisions.
func readings(t *testing.T) (r, found *model.Reading) {
	t.Helper()
	a, findings := article(t)
	r, found = model.NewReading(a, findings, nil, "نور"), model.NewReading(a, findings, nil, "")
	r.Assign(0, findings.Parties[0])
	r.SetNote(0, "من التسجيل")
	r.SetCertainty(0, model.Likely)
	return r, found
}

// What comes back as it was exported changes nothing, whatever was decided since; and so
// does every article of our own as rawi reads it.
func TestNothingChanged(t *testing.T) {
	files, err := filepath.Glob("../detect/testdata/gold/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for f := range Formats() {
		r, found := readings(t)
		out := labelled(t, f.Name, exported(t, f.Name, r))
		if got, misfits := taken(t, f.Name, out, r, found); got != nil || misfits != nil {
			t.Errorf("%s: %q, %v", f.Name, got, misfits)
		}
		r.Assign(1, found.Parties()[0]) // since
		if got, misfits := taken(t, f.Name, out, r, found); got != nil || misfits != nil {
			t.Errorf("%s, decided since: %q, %v", f.Name, got, misfits)
		}
		for _, file := range files {
			document, err := ingest.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			a := document.Articles[0]
			r := model.NewReading(a, detect.Detect(a), nil, "نور")
			if got, misfits := taken(t, f.Name, labelled(t, f.Name, exported(t, f.Name, r)), r, r); got != nil || misfits != nil {
				t.Errorf("%s of %s: %q, %v", f.Name, file, got, misfits)
			}
		}
	}
}

// labelled are files as the program gives them back: Label Studio makes an annotation of
// the predictions.
func labelled(t *testing.T, name string, files map[string]string) map[string]string {
	t.Helper()
	if name != "labelstudio" {
		return files
	}
	return edited(t, files, func(tags []any) []any { return tags })
}

// edited is a task of which somebody submitted an annotation that began with the
// prediction and what was decided.
func edited(t *testing.T, files map[string]string, edit func(tags []any) []any) map[string]string {
	t.Helper()
	var tasks []map[string]any
	if err := json.Unmarshal([]byte(files[".json"]), &tasks); err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		tags := task["predictions"].([]any)[0].(map[string]any)["result"].([]any)
		have := make(map[any]bool)
		for _, tag := range tags {
			tag := tag.(map[string]any)
			tag["origin"] = "prediction"
			have[tag["id"]] = true
		}
		for _, a := range task["annotations"].([]any) {
			for _, tag := range a.(map[string]any)["result"].([]any) {
				if id := tag.(map[string]any)["id"]; !have[id] || id == nil {
					tags = append(tags, tag)
				}
			}
		}
		task["annotations"] = []any{map[string]any{"result": edit(tags), "parent_prediction": 7}}
	}
	encoded, err := json.Marshal(tasks)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{".json": string(encoded)}
}

// Corrections in each format become the decisions that they mean; taken back a second
// time they add nothing.
func TestCorrections(t *testing.T) {
	in := func(text string, old, now string) string {
		t.Helper()
		if !strings.Contains(text, old) {
			t.Fatalf("no %q in %s", old, text)
		}
		return strings.Replace(text, old, now, 1)
	}
	points := func(words string) string {
		at := len([]rune(text[:strings.Index(text, words)]))
		return fmt.Sprintf("%d %d", at, at+len([]rune(words)))
	}
	units := func(words string) string { // one character is two units
		var a, b int
		fmt.Sscanf(points(words), "%d %d", &a, &b)
		return fmt.Sprintf(`"start_offset":%d,"end_offset":%d`, a+1, b+1)
	}
	rows := []struct {
		name, what string
		edit       func(files map[string]string) map[string]string
		want       []string
	}{
		{"brat", "another speaker by the relation", func(f map[string]string) map[string]string {
			f[".ann"] = strings.Replace(f[".ann"], "Speaker Arg1:T5 Arg2:T2", "Speaker Arg1:T5 Arg2:T1", 1)
			return f
		}, []string{"assign «" + second + "» سالم الحسن"}},
		{"brat", "a new speaker in the note", func(f map[string]string) map[string]string {
			f[".ann"] = in(f[".ann"], "Speaker T5\tليلى منصور", "Speaker T5\tكريم")
			return f
		}, []string{"assign «" + second + "» كريم"}},
		{"brat", "other ends", func(f map[string]string) map[string]string {
			f[".ann"] = in(f[".ann"], "Speech "+points(second)+"\t"+second, "Speech "+points("سنرى ما يكون")+"\tسنرى ما يكون")
			return f
		}, []string{"move «" + second + "» سنرى ما يكون"}},
		{"brat", "one deleted, one new, another kind", func(f map[string]string) map[string]string {
			lines := slices.DeleteFunc(strings.SplitAfter(f[".ann"], "\n"), func(l string) bool { return strings.Contains(l, "T5") })
			f[".ann"] = in(strings.Join(lines, ""), "\tScare ", "\tTitle ") + "T90\tOther " + points("عنوان") + "\tعنوان\n"
			return f
		}, []string{"kind «" + third + "» title", "quote «عنوان»", "drop «" + second + "»"}},
		{"brat", "a mention", func(f map[string]string) map[string]string {
			f[".ann"] += "T90\tOrganisation " + points("الخطة") + "\tالخطة\n"
			return f
		}, []string{"mention «الخطة»"}},
		{"doccano", "a relation and a label", func(f map[string]string) map[string]string {
			line := f[".jsonl"]
			line = in(line, `"from_id":5,"to_id":2,"type":"Speaker"`, `"from_id":5,"to_id":1,"type":"Speaker"`)
			line = in(line, `"label":"Scare?"`, `"label":"Title"`)
			return map[string]string{".jsonl": in(line, `"entities":[`, `"entities":[{"id":90,"label":"Other",`+units("عنوان")+`},`)}
		}, []string{"quote «عنوان»", "assign «" + second + "» سالم الحسن", "kind «" + third + "» title"}},
		{"labelstudio", "a typed speaker, a kind, a deletion", func(f map[string]string) map[string]string {
			return edited(t, f, func(tags []any) []any {
				return slices.DeleteFunc(tags, func(tag any) bool {
					x := tag.(map[string]any)
					value, _ := x["value"].(map[string]any)
					if x["id"] == "q2" && x["from_name"] == "speaker" {
						value["text"] = []any{"كريم"}
					}
					return x["id"] == "q3"
				})
			})
		}, []string{"assign «" + second + "» كريم", "drop «" + third + "»"}},
		{"jsonl", "a speaker, a note, a deletion", func(f map[string]string) map[string]string {
			line := in(f[".jsonl"], `"speaker":"ليلى منصور"`, `"note":"مهم","speaker":"كريم"`)
			return map[string]string{".jsonl": in(line, `"kind":"scare"`, `"deleted":true,"kind":"scare"`)}
		}, []string{"assign «" + second + "» كريم", "note «" + second + "» مهم", "drop «" + third + "»"}},
	}
	for _, row := range rows {
		r, found := readings(t)
		files := row.edit(exported(t, row.name, r))
		got, misfits := taken(t, row.name, files, r, found)
		if !slices.Equal(got, row.want) || misfits != nil {
			t.Errorf("%s, %s: %q, %v, not %q", row.name, row.what, got, misfits, row.want)
		}
		if again, misfits := taken(t, row.name, files, r, found); again != nil || misfits != nil {
			t.Errorf("%s, %s, again: %q, %v", row.name, row.what, again, misfits)
		}
	}
}

// In a text that differs words are found by themselves and what stands around them; what is
// not found is told, and nothing is dropped for it.
func TestAnotherText(t *testing.T) {
	for f := range Formats() {
		r, _ := readings(t)
		files := labelled(t, f.Name, exported(t, f.Name, r))
		longer := strings.Replace(text, "قال", "خبر جديد في أول النص. قال", 1)
		longer = strings.Replace(longer, third, "كلام آخر لا يشبه ما كان", 1)
		a := model.NewArticle(longer, nil)
		there, without := model.NewReading(a, model.Findings{}, nil, "نور"), model.NewReading(a, model.Findings{}, nil, "")
		got, misfits := taken(t, f.Name, files, there, without)
		for _, want := range []string{"quote «" + first + "»", "assign «" + first + "» سالم الحسن"} {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is not in %q", f.Name, want, got)
			}
		}
		if !slices.ContainsFunc(misfits, func(m Misfit) bool { return m.Why == NoWords || m.Why == PerhapsElsewhere }) {
			t.Errorf("%s: %v", f.Name, misfits)
		}
		again, _ := taken(t, f.Name, files, there, without)
		if again != nil {
			t.Errorf("%s, again: %q", f.Name, again)
		}
	}
}

// What a file has that rawi has nothing for is told with its line.
func TestMisfits(t *testing.T) {
	r, found := readings(t)
	files := exported(t, "brat", r)
	files[".ann"] += "T91\tAnimal 0 1\t💡\nE1\tSay:T1\nT92\tSpeech 5 99999\tx\nR90\tLoves Arg1:T1 Arg2:T2\n"
	got, misfits := taken(t, "brat", files, r, found)
	if got != nil || len(misfits) != 4 {
		t.Fatalf("%q, %v", got, misfits)
	}
	lines := len(strings.Split(files[".ann"], "\n")) - 1
	for i, m := range misfits {
		var n int
		if fmt.Sscanf(m.Where, "%d", &n); m.Why != NotUnderstood || n <= lines-4 || n > lines {
			t.Errorf("%d: %+v", i, m)
		}
	}
	for name, bad := range map[string]string{"brat": "hello\tworld\n", "labelstudio": "{}", "doccano": "{}", "jsonl": "{}", "labelstudio ": "[1]"} {
		f, _ := Find(strings.TrimSpace(name))
		if d, _, err := f.Read("x", strings.NewReader(bad), func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader("")), nil }); err == nil {
			t.Errorf("%s takes %q for %v", name, bad, d)
		}
	}
	f, _ := Find("brat")
	if _, _, err := f.Read("x", strings.NewReader(""), func(string) (io.ReadCloser, error) { return nil, os.ErrNotExist }); err == nil {
		t.Error("no text, and no error")
	}
}

// FuzzRead: whatever a file holds, reading it and deciding end, twice.
func FuzzRead(f *testing.F) {
	a, findings := article(&testing.T{})
	r := model.NewReading(a, findings, nil, "نور")
	for format := range Formats() {
		e, _ := export.Find(format.Name)
		var out strings.Builder
		for _, file := range e.PerArticle() {
			if file.Extension == format.Extension {
				if err := file.Write(&out, r, export.Options{Text: true}); err != nil {
					f.Fatal(err)
				}
			}
		}
		f.Add(format.Name, out.String())
	}
	f.Fuzz(func(t *testing.T, name, file string) {
		format, ok := Find(name)
		if !ok {
			t.Skip()
		}
		r, found := readings(t)
		read := func() {
			documents, _, err := format.Read("x", strings.NewReader(file), func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil })
			if err != nil {
				return
			}
			for i := range documents {
				documents[i].Decide(r, found)
			}
		}
		read()
		read()
	})
}
