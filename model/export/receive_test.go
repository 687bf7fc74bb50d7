package export

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rawi/model"
)

var forReceivers = flag.String("receivers", "", "folder to write files of every format into, for .ci/receivers")

// TestForReceivers writes what other programs are to read: some readings in every format,
// each in files of its own and all in one, and what they should find.
func TestForReceivers(t *testing.T) {
	if *forReceivers == "" {
		t.Skip("only with -receivers FOLDER")
	}
	var readings []*model.Reading
	fuzzSeeds(func(args ...any) {
		if r := fuzzed(args[0].([]byte)); len(readings) < 30 && tableOf(r) != nil {
			r.Article.Source = fmt.Sprintf("/news/%02d.txt", len(readings))
			readings = append(readings, r)
		}
	})
	readings = append(readings, plainReading())
	type row struct {
		Words, State, Kind string
		Number             int
	}
	type expected struct {
		Name, ID, Text string
		Rows           []row
	}
	var all []expected
	for _, r := range readings {
		table := tableOf(r)
		x := expected{table.Article.Name, table.Article.ID, table.Article.Text, []row{}}
		for q := range table.Rows() {
			x.Rows = append(x.Rows, row{q.Words, q.State(), q.Kind.String(), q.Number})
		}
		all = append(all, x)
	}
	encoded, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	save := func(name, content string) {
		path := filepath.Join(*forReceivers, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	save("expected.json", string(encoded))
	for f := range Formats() {
		for _, r := range readings {
			for _, file := range f.PerArticle() {
				save(filepath.Join(f.Name, tableOf(r).Article.Name+file.Extension), written(t, file, r))
			}
		}
		for _, c := range f.Companions {
			save(filepath.Join(f.Name, c.Name), c.Content)
		}
		if f.Write != nil {
			var out strings.Builder
			if err := f.Write(&out, slices.Values(readings), Options{Explain: true, Text: true, BOM: true}); err != nil {
				t.Fatal(err)
			}
			save(f.Name+f.Extension, out.String())
		}
	}
}

func tableOf(r *model.Reading) *Table {
	table, err := NewTable(r)
	if err != nil {
		return nil
	}
	return table
}

// plainReading is an article as there are many, with decisions of two readers.
func plainReading() *model.Reading {
	const text = "الوزير: لا زيادة في الأجرة\n\nقال وزير النقل سالم الحسن إن «الأجرة لن تزيد قبل الصيف 😀».\n\nوأضافت ليلى منصور: «سنرى\nما يكون». ووصفت الخطة بأنها «مغامرة»، في كتابها «الطريق».\n\nقِفا نَبكِ\u2003\u2003\u2003مِن ذِكرى\n"
	last := 0
	span := func(words string) model.Span {
		i := last + strings.Index(text[last:], words)
		last = i + len(words)
		return model.Span{Start: i, End: last}
	}
	blocks := []model.Block{{Span: span("الوزير: لا زيادة في الأجرة"), Kind: model.TitleBlock}}
	last = strings.Index(text, "قال")
	cue, role, name, said := span("قال"), span("وزير النقل"), span("سالم الحسن"), span("الأجرة لن تزيد قبل الصيف 😀")
	blocks = append(blocks, model.Block{Span: model.Span{Start: cue.Start, End: last + len("».")}})
	cue2, her, said2 := span("وأضافت"), span("ليلى منصور"), span("سنرى\nما يكون")
	scare, title := span("مغامرة"), span("الطريق")
	blocks = append(blocks, model.Block{Span: model.Span{Start: cue2.Start, End: last + len("».")}})
	blocks = append(blocks, model.Block{Span: span("قِفا نَبكِ\u2003\u2003\u2003مِن ذِكرى"), Kind: model.VerseBlock})
	a := model.NewArticle(text, blocks)
	a.Source = "/news/own.txt"
	a.Facts = model.Facts{Site: "المرفأ", Byline: "هدى سعيد", Address: "https://example.org/own"}
	found := model.Findings{
		Quotes: []model.Quote{
			{Span: said, Marked: true, Speaker: "سالم", Cue: cue, Mention: name, Confidence: 0.9, Reason: model.Reason{Rule: model.VerbSubject, Words: cue}},
			{Span: said2, Marked: true, Speaker: "ليلى", Cue: cue2, Mention: her, Confidence: 0.8, Reason: model.Reason{Rule: model.VerbSubject, Words: cue2}},
			{Span: scare, Marked: true, Kind: model.Scare}, {Span: title, Marked: true, Kind: model.WorkTitle},
		},
		Parties: []model.Party{
			{ID: "سالم", Name: "سالم الحسن", Roles: []string{"وزير النقل"}, Mentions: []model.Mention{{Span: role, Form: model.Apposition}, {Span: name}}},
			{ID: "ليلى", Name: "ليلى منصور", Mentions: []model.Mention{{Span: her}}},
		},
	}
	r := model.NewReading(a, found, nil, "نور")
	r.Assign(1, found.Parties[1])
	r.SetNote(1, "من التسجيل")
	r.SetCertainty(1, model.Likely)
	return r
}

// A reading as there are many is read as any other.
func TestPlainReading(t *testing.T) {
	r := plainReading()
	table := tableOf(r)
	for f := range Formats() {
		for _, file := range f.PerArticle() {
			t.Run(f.Name+file.Extension, func(t *testing.T) { receivers[f.Name+file.Extension](t, table, written(t, file, r)) })
		}
	}
}
