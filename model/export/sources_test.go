package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rawi/model"
	"rawi/model/ingest"
)

// Whatever the source, offsets count in the text that goes with them.
func TestSources(t *testing.T) {
	const plain = "عنوان\n\nقالَ سالم 😀: «نَعَمْ لن تزيد الأجرة». وأضافت ليلى: «لا نعلم». وهذه بقية النص كله كما ينبغي أن يكون.\n"
	encoded, err := charmap.Windows1256.NewEncoder().String(strings.ReplaceAll(plain, "😀", ""))
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]string{
		"UTF-8":        plain,
		"CRLF":         strings.ReplaceAll(plain, "\n", "\r\n"),
		"BOM":          "\ufeff" + plain,
		"windows-1256": encoded,
		"references":   strings.NewReplacer("«", "&laquo;", "»", "&raquo;", "😀", "&#x1F600;").Replace(plain),
		"HTML": "<!DOCTYPE html><meta charset=utf-8><title>x</title><article><h1>عنوان</h1><p>قالَ <b>سالم</b> 😀: &laquo;نَعَمْ لن <i>تزيد</i> الأجرة&raquo;. " +
			"وأضافت ليلى: «لا نعلم». وهذه بقية النص كله كما ينبغي أن يكون.</p></article>",
	} {
		t.Run(name, func(t *testing.T) {
			document, err := ingest.Read(bytes.NewReader([]byte(source)), "/news/"+name)
			if err != nil {
				t.Fatal(err)
			}
			a := document.Articles[0]
			span := func(words string) model.Span {
				at := strings.Index(a.Text, words)
				if at < 0 {
					t.Fatalf("no %q in %q", words, a.Text)
				}
				return model.Span{Start: at, End: at + len(words)}
			}
			r := model.NewReading(a, model.Findings{
				Quotes: []model.Quote{{Span: span("نَعَمْ لن تزيد الأجرة"), Marked: true, Speaker: "سالم", Cue: span("قالَ"), Mention: span("سالم")},
					{Span: span("لا نعلم"), Marked: true}},
				Parties: []model.Party{{ID: "سالم", Name: "سالم", Mentions: []model.Mention{{Span: span("سالم")}}}},
			}, nil, "نور")
			table, err := NewTable(r)
			if err != nil {
				t.Fatal(err)
			}
			words := []string{"نَعَمْ لن تزيد الأجرة", "لا نعلم"}
			if got := slices.Collect(table.Rows()); len(got) != 2 || got[0].Words != words[0] || got[1].Words != words[1] {
				t.Fatalf("got %+v", got)
			}
			for f := range Formats() {
				for _, file := range f.PerArticle() {
					t.Run(f.Name+file.Extension, func(t *testing.T) { receivers[f.Name+file.Extension](t, table, written(t, file, r)) })
				}
			}
		})
	}
}
