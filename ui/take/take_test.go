package take

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/printable"
	"rawi/ui/l10n"
	"rawi/ui/room"
	"rawi/ui/terminal"
)

const words = "نعم لا بأسَ\u200f [١]*"

// scene is an article with one quotation, said by a minister, between boilerplate.
func scene() *room.Scene {
	text := "القائمة\nالعنوان\nقال زيد «" + words + "»\r\nاقرأ أيضا\nالخاتمة\x1b]52;c;eA==\a"
	var blocks []model.Block
	for i, kind := range []model.BlockKind{model.BoilerplateBlock, model.TitleBlock, model.ParagraphBlock, model.BoilerplateBlock, model.ParagraphBlock} {
		line := strings.Trim(strings.Split(text, "\n")[i], "\r")
		start := strings.Index(text, line)
		blocks = append(blocks, model.Block{Span: model.Span{Start: start, End: start + len(line)}, Kind: kind})
	}
	a := model.NewArticle(text, blocks)
	a.Facts = model.Facts{Byline: "كاتب", Site: "صحيفة\x1b", Published: time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC), Address: "https://example.org/a_b?x=1"}
	at := func(s string) model.Span {
		start := strings.Index(text, s)
		return model.Span{Start: start, End: start + len(s)}
	}
	found := model.Findings{
		Quotes:  []model.Quote{{Span: at(words), Marked: true, Speaker: "زيد"}},
		Parties: []model.Party{{ID: "زيد", Name: "زيد", Roles: []string{"وزير المال"}, Mentions: []model.Mention{{Span: at("زيد")}}}},
	}
	return &room.Scene{Article: a, Reading: model.NewReading(a, found, nil, "القارئ"), Language: l10n.English}
}

// Each form says whose the words are; they stand as in the source, in logical order,
// without what steers.
func TestQuotation(t *testing.T) {
	for form, want := range map[string]string{
		"plain":                             "«نعم لا بأسَ [١]*»\n— زيد، وزير المال\nالعنوان\nصحيفة␛، 2026-11-28\nhttps://example.org/a_b?x=1",
		"markdown":                          "> «نعم لا بأسَ \\[١\\]\\*»\n>\n> — **زيد**، وزير المال\n>\n> [العنوان](<https://example.org/a\\_b?x=1>)، صحيفة␛، 2026-11-28",
		"citation":                          "«نعم لا بأسَ [١]*»، زيد، وزير المال. «العنوان»، كاتب، صحيفة␛، 2026-11-28، https://example.org/a_b?x=1.",
		"{{{author}}} {text}{ (|speaker|)}": "{كاتب} نعم لا بأسَ [١]* (زيد)",
	} {
		f, err := Parse(form)
		if err != nil {
			t.Fatal(err)
		}
		e := Take{scene(), f}.Quotation()
		if e.Copy == nil || e.Copy.Text != want {
			t.Errorf("%s: %+v, want %q", form, e.Copy, want)
		}
	}
	if zero := (Take{scene(), Form{}}.Quotation()); !strings.HasPrefix(zero.Copy.Text, "«نعم") || zero.Copy.What != "quotation 1, زيد" {
		t.Errorf("the zero form gives %+v", zero.Copy)
	}
}

// What nobody knows leaves nothing behind; indirect speech gets no marks.
func TestQuotationOfNobody(t *testing.T) {
	s := scene()
	s.Article.Facts, s.Article.Blocks[1].Kind = model.Facts{}, model.ParagraphBlock
	q, _ := s.Quote()
	q.Speaker, q.Marked = "", false
	for _, name := range Names() {
		f, _ := Parse(name)
		got := Take{s, f}.Quotation().Copy.Text
		if got = strings.Trim(got, "> ."); strings.ContainsAny(got, "«—،\n") {
			t.Errorf("%s of words alone: %q", name, got)
		}
	}
	s.Reading = model.NewReading(s.Article, model.Findings{}, nil, "")
	if e := (Take{Scene: s}).Quotation(); e.Copy != nil || e.Say == "" {
		t.Errorf("without quotations: %+v", e)
	}
}

// The words marked are copied alone; the article without what surrounds it, and with
// its line ends.
func TestWordsAndArticle(t *testing.T) {
	s := scene()
	start := strings.Index(s.Article.Text, words)
	e := Take{Scene: s}.Words(model.Span{Start: start, End: start + len(words)})
	if e.Copy.Text != "نعم لا بأسَ [١]*" || e.Copy.What != "4 words" {
		t.Errorf("words: %+v", e.Copy)
	}
	want := "العنوان\nقال زيد «نعم لا بأسَ [١]*»\nالخاتمة␛]52;c;eA==␇\n\nصحيفة␛، 2026-11-28\nhttps://example.org/a_b?x=1\n"
	if got := (Take{Scene: s}).WholeArticle().Copy.Text; got != want {
		t.Errorf("the article is %q, want %q", got, want)
	}
}

// A template that means nothing is told what in it does not.
func TestFaults(t *testing.T) {
	for text, want := range map[string]Fault{
		"markdwon": {"markdwon", "markdown"}, "": {"", ""}, "{spaeker}": {"{spaeker}", "speaker"}, "{a|b|c|d}": {"{a|b|c|d}", ""},
		"{text": {"{", ""}, "text}": {"}", ""}, "{text} {title": {"{", ""}, "{{text}}": {"{{text}}", ""}, "{|txt|}": {"{|txt|}", "text"},
	} {
		_, err := Parse(text)
		if bad := (*Fault)(nil); !errors.As(err, &bad) || *bad != want {
			t.Errorf("%q: %+v, want %+v", text, err, want)
		}
	}
}

// A template gives what stands in it, and nothing that steers, whatever it is filled
// with.
func FuzzForm(f *testing.F) {
	for _, name := range Names() {
		f.Add(name, "كلام")
	}
	f.Add("{{{quote}}}{، |speaker|}", "a\x1b\n*")
	f.Fuzz(func(t *testing.T, template, value string) {
		form, err := Parse(template)
		if err != nil {
			return
		}
		if got := form.Fill(nil); strings.Contains(template, "|") && !slices.Contains(Names(), template) && len(got) > len(template) {
			t.Errorf("%q without fields is %q", template, got)
		}
		value = clean(value)
		holds := map[string]string{}
		for _, field := range fields {
			holds[field] = value
		}
		if got := form.Fill(holds); form.escape == nil && !strings.Contains(got, value) {
			t.Errorf("%q of %q is %q", template, value, got)
		}
		if strings.ContainsFunc(strings.ReplaceAll(value, "\n", ""), printable.Steers) {
			t.Errorf("%q steers", value)
		}
	})
}

// What a terminal refuses goes to a file, as does what is too long for any: the limit
// makes a sequence of 100,000 bytes.
func TestWay(t *testing.T) {
	if sequence := len("\x1b]52;c;") + (Most+2)/3*4 + len("\a"); sequence != 100_000 {
		t.Errorf("the longest sequence has %d bytes", sequence)
	}
	for _, test := range []struct {
		c     terminal.Clipboard
		bytes int
		want  Way
	}{
		{terminal.TakesCopies, Most, Way{Clipboard: true}}, {terminal.TakesCopies, Most + 1, Way{File: true, TooLong: true}},
		{terminal.RefusesCopies, 1, Way{File: true}}, {terminal.UnsureOfCopies, 1, Way{Clipboard: true, File: true}},
	} {
		if got := WayOf(test.c, test.bytes); got != test.want {
			t.Errorf("%d, %d bytes: %+v", test.c, test.bytes, got)
		}
	}
}

// Only addresses of the web are addresses.
func TestOnWeb(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a": true, "HTTP://example.org": true, "file:///etc/passwd": false, "javascript:alert(1)": false,
		"": false, "/home/x.html": false, "https:": false, "http://": false, "ftp://example.org": false, "-https://example.org": false, "https://a b": false,
	} {
		if OnWeb(address) != want {
			t.Errorf("%q: %v", address, !want)
		}
	}
}
