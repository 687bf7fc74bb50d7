package stream

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"rawi/model"
)

// plain finds one quotation: the first word between guillemets.
func plain(a *model.Article) (f model.Findings, err error) {
	if strings.Contains(a.Text, "PANIC") {
		return f, errors.New("it was too much")
	}
	open, end := strings.Index(a.Text, "«"), strings.Index(a.Text, "»")
	if 0 <= open && open < end {
		f.Quotes = []model.Quote{{Span: model.Span{Start: open + len("«"), End: end}}}
	}
	return f, nil
}

func options() Options {
	return Options{Detect: plain, Explain: error.Error, Workers: 3}
}

func run(t *testing.T, in string) []string {
	t.Helper()
	var out strings.Builder
	if err := Run(context.Background(), strings.NewReader(in), &out, options()); err != nil {
		t.Fatal(err)
	}
	return slices.Collect(strings.Lines(out.String()))
}

func ExampleRun() {
	in := `{"id": 7, "text": "قال: «نعم»", "desk": "محليات"}` + "\n" + `{"id": "b"}`
	var out strings.Builder
	_ = Run(context.Background(), strings.NewReader(in), &out, options())
	for line := range strings.Lines(out.String()) {
		var r struct {
			ID         any
			Desk       string
			Error      string
			Quotations []struct {
				Quotation  string
				Start, End int
			}
		}
		_ = json.Unmarshal([]byte(line), &r)
		fmt.Printf("%+v\n", r)
	}
	// Output:
	// {ID:7 Desk:محليات Error: Quotations:[{Quotation:نعم Start:6 End:9}]}
	// {ID:b Desk: Error:the line has neither "text" nor "html" Quotations:[]}
}

// Each line gives one result, in the order of the input, whichever is ready first.
func TestOrder(t *testing.T) {
	var in strings.Builder
	for i := range 500 {
		fmt.Fprintf(&in, `{"id":%d,"text":"«%s»"}`+"\n", i, strings.Repeat("كلمة ", (i*7919)%97))
	}
	got := run(t, in.String())
	if len(got) != 500 {
		t.Fatalf("%d results", len(got))
	}
	for i, line := range got {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,"schema"`, i)) {
			t.Fatalf("result %d begins %.40s", i, line)
		}
	}
}

// What a line says wrong is said in its place, and the others have their results.
func TestBadLines(t *testing.T) {
	tests := []struct{ line, want string }{
		{"nonsense", `{"id":null,"line":1,"error":"the line is no JSON object"}`},
		{`{"id":"a","text":"«x»"} {}`, `{"id":null,"line":1,"error":"the line is no JSON object"}`},
		{`[1]`, `{"id":null,"line":1,"error":"the line is no JSON object"}`},
		{`{"id":12345678901234567890}`, `{"id":12345678901234567890,"line":1,"error":"the line has neither \"text\" nor \"html\""}`},
		{`{"text":"x","id":{"n":1},"html":"y"}`, `{"id":{"n":1},"line":1,"error":"the line has both \"text\" and \"html\""}`},
		{`{"id":1,"text":5}`, `{"id":1,"line":1,"error":"\"text\" is no text"}`},
		{`{"id":1,"text":"x","date":"gestern"}`, `{"id":1,"line":1,"error":"\"date\" is \"gestern\": write it as 2031-05-04 or 2031-05-04T09:15:00+03:00"}`},
		{`{"id":1,"text":"PANIC"}`, `{"id":1,"line":1,"error":"it was too much"}`},
		{"{\"id\":1,\"text\":\"\xff\"}", `{"id":null,"line":1,"error":"the line is not UTF-8"}`},
		{`{"id":"\u202e","text":"PANIC"}`, `{"id":"\u202e","line":1,"error":"it was too much"}`},
	}
	for _, test := range tests {
		got := run(t, "\uFEFF"+test.line+"\r\n\n"+`{"id":2,"text":"«x»"}`)
		if len(got) != 2 || got[0] != test.want+"\n" || !strings.HasPrefix(got[1], `{"id":2,`) {
			t.Errorf("%s gives %q\nwant %s", test.line, got, test.want)
		}
	}
	blank := run(t, `{"id":1,"text":"  "}`)
	if len(blank) != 1 || !strings.Contains(blank[0], `"error"`) {
		t.Errorf("a blank text gives %q", blank)
	}
}

// What the line knows of the article is in its result, and what rawi does not know is
// passed through as it stands; a result can be run again and gives itself.
func TestPassedThrough(t *testing.T) {
	in := `{"id":"é","x":[1, 2.50,{"y":null}],"text":"💡 قال: «نعم»\r\nثم","url":"https://example.com/a/b","title":"عنوان","date":"2031-05-04","n":9007199254740993}`
	first := run(t, in)[0]
	for _, want := range []string{`{"id":"é","x":[1, 2.50,{"y":null}],"url":"https://example.com/a/b","date":"2031-05-04","n":9007199254740993,"schema":"rawi-result/1"`,
		`"title":"عنوان"`, `"address":"https://example.com/a/b"`, `"published":"2031-05-04T00:00:00Z"`, `"text":"💡 قال: «نعم»\r\nثم"`, `"start":8,"end":11`, `"start_utf16":9,"end_utf16":12`} {
		if !strings.Contains(first, want) {
			t.Errorf("there is no %s in %s", want, first)
		}
	}
	if again := run(t, first)[0]; again != first {
		t.Errorf("run again:\n%s\nbefore:\n%s", again, first)
	}
}

// A page gives its article's text, and not itself.
func TestPage(t *testing.T) {
	page := `<html><head><title>x</title><meta name="author" content="سامي"></head><body><article><h1>عنوان</h1><p>` +
		strings.Repeat("كلام كثير في هذا المقال. ", 20) + `قال: «نعم»</p></article></body></html>`
	line, _ := json.Marshal(map[string]any{"id": 1, "html": page})
	got := run(t, string(line))[0]
	if strings.Contains(got, `"html"`) || strings.Contains(got, "<p>") || !strings.Contains(got, `"quotation":"نعم"`) {
		t.Errorf("got %s", got)
	}
}

// Lines that are too long are skipped without being held.
func TestLongLine(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"text":"`), io.LimitReader(endless('x'), MaxLine), strings.NewReader("\"}\n{\"id\":2,\"text\":\"«x»\"}\n"))
	var out bytes.Buffer
	if err := Run(context.Background(), in, &out, options()); err != nil {
		t.Fatal(err)
	}
	got := slices.Collect(bytes.Lines(out.Bytes()))
	if len(got) != 2 || !bytes.Contains(got[0], []byte("longer than")) || !bytes.HasPrefix(got[1], []byte(`{"id":2,`)) {
		t.Errorf("got %.200q", got)
	}
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

// When the context ends while a line is waited for, what was read has its results.
func TestInterrupted(t *testing.T) {
	r, w := io.Pipe()
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("enough")
	out := make(chan string, 1)
	go func() {
		var got lineWriter
		got.each = func() { cancel(why) }
		if err := Run(ctx, r, &got, Options{Detect: plain, Explain: error.Error, Workers: 1, ByLine: true}); err != why {
			t.Errorf("it ended with %v", err)
		}
		out <- got.String()
	}()
	_, _ = io.WriteString(w, `{"id":1,"text":"«x»"}`+"\n")
	if got := <-out; !strings.HasPrefix(got, `{"id":1,`) || !strings.HasSuffix(got, "}\n") {
		t.Errorf("got %q", got)
	}
}

// lineWriter does something after each write.
type lineWriter struct {
	strings.Builder
	each func()
}

func (l *lineWriter) Write(p []byte) (int, error) {
	n, err := l.Builder.Write(p)
	l.each()
	return n, err
}

// FuzzRun holds that every line that is not blank gives one line of JSON, of which offsets in
// its text give its quotations.
func FuzzRun(f *testing.F) {
	f.Add(`{"id":1,"text":"قال: «نعم»"}` + "\n" + `{"html":"<p>x «ب» 💡"}`)
	f.Add("{\n\n\r\n\uFEFF{}\x00")
	f.Add(`{"text":"a","text":"b","schema":1,"\ud800":"\udc00"}`)
	f.Fuzz(func(t *testing.T, in string) {
		var out bytes.Buffer
		if err := Run(context.Background(), strings.NewReader(in), &out, options()); err != nil {
			t.Fatal(err)
		}
		want := 0
		for line := range strings.SplitSeq(in, "\n") {
			if strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF")) != "" {
				want++
			}
		}
		got := 0
		for line := range bytes.Lines(out.Bytes()) {
			got++
			var r struct {
				Text       string
				Quotations []struct {
					Quotation  string
					Start      int
					End        int
					StartUTF16 int `json:"start_utf16"`
					EndUTF16   int `json:"end_utf16"`
				}
			}
			if err := json.Unmarshal(line, &r); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			for _, q := range r.Quotations {
				points, units := []rune(r.Text), utf16.Encode([]rune(r.Text))
				if string(points[q.Start:q.End]) != q.Quotation || string(utf16.Decode(units[q.StartUTF16:q.EndUTF16])) != q.Quotation {
					t.Fatalf("%+v of %q", q, r.Text)
				}
			}
		}
		if got != want {
			t.Fatalf("%d results of %d lines", got, want)
		}
	})
}
