package export

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gtext "github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"rawi/model/printable"
)

// receiveTEI reads the text of the body, and of each quotation from its pieces.
func receiveTEI(t *testing.T, table *Table, text string) {
	d := xml.NewDecoder(strings.NewReader(text))
	var body strings.Builder
	inBody, ids, refs := false, map[string]bool{}, []string{}
	words, next := map[string]*strings.Builder{}, map[string]string{}
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inBody = inBody || token.Name.Local == "body"
			id := ""
			for _, a := range token.Attr {
				switch a.Name.Local {
				case "id":
					if id = a.Value; ids[id] {
						t.Fatalf("%s stands twice", id)
					}
					ids[id], words[id] = true, &strings.Builder{}
				case "next":
					next[id] = a.Value[1:]
					refs = append(refs, a.Value)
				case "prev", "who", "toWhom", "ref", "corresp", "ana", "resp":
					refs = append(refs, a.Value)
				case "target":
					if strings.HasPrefix(a.Value, "#") {
						refs = append(refs, a.Value)
					}
				}
			}
			open = append(open, id)
		case xml.EndElement:
			open = open[:len(open)-1]
			inBody = inBody && token.Name.Local != "body"
		case xml.CharData:
			if inBody {
				body.Write(token)
				for _, id := range open {
					if id != "" {
						words[id].Write(token)
					}
				}
			}
		}
	}
	if body.String() != printable.Pictures(table.Article.Text) {
		t.Fatalf("the body is %q, not %q", body.String(), table.Article.Text)
	}
	for _, ref := range refs {
		if !ids[strings.TrimPrefix(ref, "#")] {
			t.Fatalf("%s leads nowhere", ref)
		}
	}
	for _, r := range worded(table) {
		got := ""
		for id := fmt.Sprintf("q%d", r.Number); id != ""; id = next[id] {
			if words[id] != nil {
				got += words[id].String()
			}
		}
		// White space between blocks is in no element.
		if bare(got) != bare(printable.Pictures(r.Words)) {
			t.Fatalf("q%d is %q, not %q:\n%s", r.Number, got, r.Words, text)
		}
	}
}

// bare is a text without its white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// receiveCAS holds features to their ranges, and quotations to their words.
func receiveCAS(t *testing.T, table *Table, sofa string, annotations []casRead) {
	ranges := map[string]map[string]string{}
	for _, kind := range casTypes {
		ranges[kind.name] = map[string]string{}
		for _, f := range kind.features {
			ranges[kind.name][f.name] = f.kind
		}
	}
	n := 0
	rows := rowsOf(table)
	for _, a := range annotations {
		for name, value := range a.features {
			_, err := map[string]func() (any, error){
				casString:  func() (any, error) { return nil, nil },
				casInteger: func() (any, error) { return strconv.ParseInt(value, 10, 32) },
				casBoolean: func() (any, error) {
					return nil, map[bool]error{false: errors.New("no boolean")}[value == "true" || value == "false"]
				},
				casFloat: func() (any, error) { return strconv.ParseFloat(value, 32) },
			}[ranges[a.kind][name]]()
			if err != nil {
				t.Fatalf("%s of %s: %v", name, a.kind, err)
			}
		}
		words, ok := utf16Units(sofa, a.begin, a.end)
		if !ok {
			t.Fatalf("%+v lies outside", a)
		}
		if a.kind == casQuotation {
			if want := rows[n]; words != printable.Pictures(want.Words) && words != want.Words || a.features["state"] != want.State() {
				t.Fatalf("%+v is %q, not %q", a, words, want.Words)
			}
			n++
		}
	}
	if n != len(rows) {
		t.Fatalf("%d quotations, not %d", n, len(rows))
	}
}

type casRead struct {
	kind       string
	begin, end int
	features   map[string]string
}

func receiveCASJSON(t *testing.T, table *Table, text string) {
	got := parsed[struct {
		Types map[string]map[string]any `json:"%TYPES"`
		All   []map[string]any          `json:"%FEATURE_STRUCTURES"`
		Views map[string]struct {
			Sofa    int   `json:"%SOFA"`
			Members []int `json:"%MEMBERS"`
		} `json:"%VIEWS"`
	}](t, text)
	var annotations []casRead
	members := got.Views["_InitialView"].Members
	for i, fs := range got.All {
		if int(fs["%ID"].(float64)) != i+1 || i > 0 && members[i-1] != i+1 {
			t.Fatalf("got %v", fs)
		}
		kind := fs["%TYPE"].(string)
		if got.Types[kind] == nil {
			if kind != "uima.cas.Sofa" && kind != "uima.tcas.DocumentAnnotation" {
				t.Fatalf("%s is no type", kind)
			}
			continue
		}
		a := casRead{kind, int(fs["begin"].(float64)), int(fs["end"].(float64)), map[string]string{}}
		for name, value := range fs {
			if !strings.HasPrefix(name, "%") && !slices.Contains([]string{"begin", "end", "@sofa"}, name) {
				a.features[name] = fmt.Sprint(value)
			}
		}
		annotations = append(annotations, a)
	}
	sofa := got.All[0]["sofaString"].(string)
	if sofa != table.Article.Text || len(members) != len(got.All)-1 {
		t.Fatalf("the text is %q", sofa)
	}
	receiveCAS(t, table, sofa, annotations)
}

func receiveXMI(t *testing.T, table *Table, text string) {
	d := xml.NewDecoder(strings.NewReader(text))
	var annotations []casRead
	sofa, ids, members := "", []string{}, ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		kind := strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(start.Name.Space, "http:///"), ".ecore"), "/", ".") + "." + start.Name.Local
		a := casRead{kind: kind, features: map[string]string{}}
		for _, x := range start.Attr {
			switch {
			case x.Name.Local == "id" && x.Name.Space == "http://www.omg.org/XMI":
				if kind != "uima.cas.NULL" && kind != "uima.cas.Sofa" {
					ids = append(ids, x.Value)
				}
			case x.Name.Local == "begin":
				a.begin, _ = strconv.Atoi(x.Value)
			case x.Name.Local == "end":
				a.end, _ = strconv.Atoi(x.Value)
			case x.Name.Local == "sofaString":
				sofa = x.Value
			case x.Name.Local == "members":
				members = x.Value
			case x.Name.Local != "sofa":
				a.features[x.Name.Local] = x.Value
			}
		}
		if slices.ContainsFunc(casTypes, func(c casType) bool { return c.name == kind }) {
			annotations = append(annotations, a)
		}
	}
	if sofa != printable.Pictures(table.Article.Text) || members != strings.Join(ids, " ") {
		t.Fatalf("the text is %q, members %s of %q", sofa, members, ids)
	}
	receiveCAS(t, table, sofa, annotations)
}

// receiveMarkdown reads the note as CommonMark, and its front matter as JSON in YAML.
func receiveMarkdown(t *testing.T, table *Table, text string) {
	front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !ok || !strings.HasPrefix(text, "---\n") {
		t.Fatalf("no front matter in %q", text)
	}
	for _, line := range linesOf(front) {
		name, value, ok := strings.Cut(line, ": ")
		if !ok || !regexp.MustCompile(`^\w+$`).MatchString(name) || !json.Valid([]byte(value)) {
			t.Fatalf("the front matter has %q", line)
		}
	}
	var got []string
	source := []byte(body)
	for n := goldmark.New().Parser().Parse(gtext.NewReader(source)).FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindBlockquote:
			got = append(got, markdownWords(t, n, source))
		case ast.KindParagraph, ast.KindHeading:
			markdownWords(t, n, source)
		default:
			t.Fatalf("%s is no part of %s", n.Kind(), body)
		}
	}
	sameWords(t, table, got)
}

func sameWords(t *testing.T, table *Table, got []string) {
	t.Helper()
	rows := rowsOf(table)
	if len(got) != len(rows) {
		t.Fatalf("%d quotations, not %d: %q", len(got), len(rows), got)
	}
	for i := range got {
		if shown(got[i]) != shown(rows[i].Words) {
			t.Fatalf("%q is not %q", got[i], rows[i].Words)
		}
	}
}

// shown is a text as a page shows it.
func shown(s string) string {
	return bare(strings.ReplaceAll(strings.Map(func(r rune) rune {
		if printable.Steers(r) && r > 0x9f || r == 0x85 {
			return -1
		}
		return r
	}, printable.Pictures(s)), zeroWidthSpace, ""))
}

// markdownWords is the text of a block, in which nothing is markup.
func markdownWords(t *testing.T, block ast.Node, source []byte) string {
	t.Helper()
	var b strings.Builder
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(html.UnescapeString(unescapedMarkdown(string(n.Segment.Value(source)))) + " ")
		case *ast.String:
			b.Write(n.Value)
		case *ast.Blockquote, *ast.Paragraph, *ast.Heading, *ast.Link:
		default:
			t.Fatalf("%s is markup in %s", n.Kind(), source)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

func unescapedMarkdown(s string) string {
	return regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllStringFunc(s, func(m string) string {
		return strings.NewReplacer("&", "&amp;").Replace(m[1:])
	})
}

// receiveOrg knows blocks, headings and properties.
func receiveOrg(t *testing.T, table *Table, text string) {
	var got []string
	inside := false
	headings := 0
	for _, line := range strings.Split(text, "\n") {
		switch {
		case line == "#+begin_quote" && !inside:
			inside = true
			got = append(got, "")
		case line == "#+end_quote" && inside:
			inside = false
		case strings.HasPrefix(line, "* "):
			headings++
		case strings.HasPrefix(line, "*"), inside && strings.HasPrefix(line, "#"):
			t.Fatalf("%q is markup", line)
		case inside:
			got[len(got)-1] += strings.TrimSuffix(line, `\\`) + "\n"
		}
	}
	if inside || headings != 1 {
		t.Fatalf("%d headings in %s", headings, text)
	}
	sameWords(t, table, got)
}

func receiveHTML(t *testing.T, table *Table, text string) {
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Data == "blockquote" {
			words := ""
			if n.FirstChild != nil {
				words = n.FirstChild.Data
			}
			got = append(got, words)
		}
		if n.Data == "script" {
			t.Fatalf("a script in %s", text)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(page)
	sameWords(t, table, got)
}
