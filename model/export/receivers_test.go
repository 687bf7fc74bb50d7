package export

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rawi/model"
	"rawi/model/printable"
)

// receivers read what is written by the rules of each format, by its name and extension,
// and hold it against the table. They are strict where the programs that the format is
// for are.
var receivers = map[string]func(*testing.T, *Table, string){
	"events.jsonl": nil, "jsonl.jsonl": receiveRows, "json.json": receiveArticle,
	"csv.csv": receiveCells(','), "tsv.tsv": receiveCells('\t'),
	"brat.txt": receiveBratText, "brat.ann": receiveBrat,
	"labelstudio.json": receiveLabelStudio, "doccano.jsonl": receiveDoccano,
	"w3c.jsonld": receiveWebAnnotations, "hypothesis.json": receiveHypothesis,
	"conll.conllu": receiveCoNLL, "bibtex.bib": receiveBibTeX, "csl.json": receiveCSL,
	"tei.xml": receiveTEI, "cas.json": receiveCASJSON, "xmi.xmi": receiveXMI,
	"md.md": receiveMarkdown, "org.org": receiveOrg, "html.html": receiveHTML,
}

// A unit slices a text.
type unit func(text string, start, end int) (string, bool)

func codePoints(text string, start, end int) (string, bool) {
	runes := []rune(text)
	if start < 0 || end < start || end > len(runes) {
		return "", false
	}
	return string(runes[start:end]), true
}

func utf16Units(text string, start, end int) (string, bool) {
	units := utf16.Encode([]rune(text))
	if start < 0 || end < start || end > len(units) {
		return "", false
	}
	return string(utf16.Decode(units[start:end])), true
}

// at is an error unless the words stand there.
func at(t *testing.T, what, text string, in unit, start, end int, words string) {
	t.Helper()
	if got, ok := in(text, start, end); !ok || got != words {
		t.Fatalf("%s: at %d-%d stands %q, not %q", what, start, end, got, words)
	}
}

func rowsOf(table *Table) []Row { return slices.Collect(table.Rows()) }

// worded are the rows that have a character.
func worded(table *Table) []Row {
	return slices.DeleteFunc(rowsOf(table), func(r Row) bool { return r.Bytes.Empty() })
}

func parsed[T any](t *testing.T, text string) (value T) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&value); err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	if d.More() {
		t.Fatalf("more than one value in %q", text)
	}
	return value
}

// valid holds an object against one of our schemas.
func valid(t *testing.T, schema, object string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(object))
	if err != nil {
		t.Fatal(err)
	}
	if err := schemaOf(t, schema).Validate(value); err != nil {
		t.Fatalf("%v\nin %s", err, object)
	}
}

var compiledSchemas = map[string]*jsonschema.Schema{}

func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	if s := compiledSchemas[name]; s != nil {
		return s
	}
	text, ok := Schema(name)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if !ok || err != nil {
		t.Fatal(name, ok, err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	compiledSchemas[name] = s
	return s
}

func linesOf(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return s == "" })
}

func receiveRows(t *testing.T, table *Table, text string) {
	rows, lines := rowsOf(table), linesOf(text)
	if len(rows) != len(lines) {
		t.Fatalf("%d lines for %d quotations", len(lines), len(rows))
	}
	for i, line := range lines {
		valid(t, "quotation", line)
		got := parsed[struct {
			Quotation, Text        string
			Start, End             int
			StartByte              int `json:"start_byte"`
			EndByte                int `json:"end_byte"`
			Start16                int `json:"start_utf16"`
			End16                  int `json:"end_utf16"`
			Speaker, State, Before string
		}](t, line)
		at(t, "code points", got.Text, codePoints, got.Start, got.End, got.Quotation)
		at(t, "UTF-16", got.Text, utf16Units, got.Start16, got.End16, got.Quotation)
		if got.Text[got.StartByte:got.EndByte] != got.Quotation || got.Text != table.Article.Text || got.Quotation != rows[i].Words {
			t.Fatalf("%+v is not %+v", got, rows[i])
		}
	}
}

func receiveArticle(t *testing.T, table *Table, text string) { valid(t, "article", text) }

// receiveCells reads RFC 4180, to the letter.
func receiveCells(separator byte) func(*testing.T, *Table, string) {
	return func(t *testing.T, table *Table, text string) {
		records := cellsOf(t, text, separator)
		rows := rowsOf(table)
		if len(records) != len(rows)+1 {
			t.Fatalf("%d records for %d quotations", len(records), len(rows))
		}
		column := map[string]int{}
		for i, name := range records[0] {
			column[name] = i
		}
		whole := ""
		for i, record := range records[1:] {
			if len(record) != len(records[0]) {
				t.Fatalf("%d cells, not %d: %q", len(record), len(records[0]), record)
			}
			get := func(name string) string { return strings.TrimPrefix(record[column[name]], "'") }
			for _, cell := range record {
				if r, _ := utf8.DecodeRuneInString(cell); strings.ContainsRune("=+-@\t\r\n", r) {
					t.Fatalf("the cell %q is a formula", cell)
				}
			}
			if i == 0 {
				whole = get("text")
			}
			start, _ := strconv.Atoi(get("start"))
			end, _ := strconv.Atoi(get("end"))
			at(t, "cell", whole, codePoints, start, end, get("quotation"))
			if get("quotation") != printable.Pictures(rows[i].Words) || get("state") != rows[i].State() || whole != printable.Pictures(table.Article.Text) {
				t.Fatalf("%q is not %+v", record, rows[i])
			}
		}
	}
}

// cellsOf is the grammar of RFC 4180.
func cellsOf(t *testing.T, text string, separator byte) (records [][]string) {
	t.Helper()
	for len(text) > 0 {
		var record []string
		for more := true; more; {
			var cell string
			if text[0] == '"' {
				end := 1
				for ; ; end++ {
					if end >= len(text) {
						t.Fatalf("no end of %q", text)
					}
					if text[end] == '"' {
						if end+1 < len(text) && text[end+1] == '"' {
							end++
							continue
						}
						break
					}
				}
				cell, text = strings.ReplaceAll(text[1:end], `""`, `"`), text[end+1:]
			} else {
				end := strings.IndexAny(text, string(separator)+"\r\n\"")
				if end < 0 || text[end] == '"' || text[end] == '\n' {
					t.Fatalf("a bare cell has a sign that it may not have: %q", text)
				}
				cell, text = text[:end], text[end:]
			}
			record = append(record, cell)
			switch {
			case text[0] == separator:
				text = text[1:]
			case strings.HasPrefix(text, "\r\n"):
				text, more = text[2:], false
			default:
				t.Fatalf("a cell is followed by %q", text)
			}
		}
		records = append(records, record)
	}
	return records
}

func receiveBratText(t *testing.T, table *Table, text string) {
	if text != table.Article.Text {
		t.Fatalf("%q is not %q", text, table.Article.Text)
	}
}

var bratLines = regexp.MustCompile(`^(?:(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)|A\d+\t\w+ (T\d+)(?: \w+)?|R\d+\t\w+ Arg1:(T\d+) Arg2:(T\d+)|#\d+\t\w+ (T\d+)\t.+|\*\tCoref((?: T\d+)+))$`)

// receiveBrat does what brat's annotation.py demands of a file.
func receiveBrat(t *testing.T, table *Table, text string) {
	entities, used := map[string]string{}, []string{}
	for _, line := range linesOf(text) {
		if strings.ContainsFunc(line, func(r rune) bool { return breaks(r) && r != '\t' }) {
			t.Fatalf("brat takes %q for several lines", line)
		}
		m := bratLines.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("brat does not read %q", line)
		}
		used = append(used, m[5], m[6], m[7], m[8])
		used = append(used, strings.Fields(m[9])...)
		if m[1] == "" {
			continue
		}
		entities[m[1]] = m[2]
		var words []string
		last := -1
		for _, fragment := range strings.Split(m[3], ";") {
			var start, end int
			fmt.Sscanf(fragment, "%d %d", &start, &end)
			part, ok := codePoints(table.Article.Text, start, end)
			if !ok || start <= last || start >= end || strings.ContainsFunc(part, breaks) || strings.TrimSpace(part) != part {
				t.Fatalf("%q has the fragment %q", line, part)
			}
			words, last = append(words, part), end
		}
		if strings.Join(words, " ") != m[4] {
			t.Fatalf("%q is not %q", m[4], words)
		}
	}
	for _, id := range used {
		if id != "" && entities[id] == "" {
			t.Fatalf("%s is no entity of\n%s", id, text)
		}
	}
	var want []string
	for _, r := range rowsOf(table) {
		if strings.TrimSpace(strings.Map(func(r rune) rune {
			if breaks(r) {
				return ' '
			}
			return r
		}, r.Words)) != "" {
			want = append(want, string(quoteLabels[r.Kind]))
		}
	}
	for _, l := range quoteLabels {
		n := 0
		for _, label := range entities {
			if label == string(l) {
				n++
			}
		}
		if m := len(slices.DeleteFunc(slices.Clone(want), func(s string) bool { return s != string(l) })); n != m {
			t.Fatalf("%d %s, not %d", n, l, m)
		}
	}
}

// labelStudioRead is what Label Studio's importer takes.
type labelStudioRead struct {
	Data        struct{ Text string }
	Annotations []labelStudioResults
	Predictions []labelStudioResults
}

type labelStudioResults struct {
	Result []struct {
		ID, Type string
		From     string `json:"from_name"`
		To       string `json:"to_name"`
		FromID   string `json:"from_id"`
		ToID     string `json:"to_id"`
		Value    struct {
			Start, End      int
			Text            any
			Labels, Choices []string
		}
	}
}

func receiveLabelStudio(t *testing.T, table *Table, text string) {
	for _, task := range parsed[[]labelStudioRead](t, text) {
		if task.Data.Text != table.Article.Text || len(task.Predictions) != 1 || len(task.Annotations) > 1 {
			t.Fatalf("got %+v", task)
		}
		quotations := 0
		for i, results := range append(task.Predictions, task.Annotations...) {
			ids := map[string]bool{}
			for _, x := range results.Result {
				switch x.Type {
				case "labels":
					at(t, x.ID, task.Data.Text, codePoints, x.Value.Start, x.Value.End, x.Value.Text.(string))
					if ids[x.ID] || len(x.Value.Labels) != 1 || !strings.Contains(labelStudioInterface, `value="`+x.Value.Labels[0]+`"`) {
						t.Fatalf("got %+v", x)
					}
					ids[x.ID] = true
					if strings.HasPrefix(x.ID, "q") {
						quotations++
						n, _ := strconv.Atoi(x.ID[1:])
						if row := rowsOf(table)[n-1]; isDecided(&row) != (i == 1) {
							t.Fatalf("%+v stands among the wrong ones", x)
						}
					}
				case "relation":
					if !ids[x.FromID] || !ids[x.ToID] {
						t.Fatalf("got %+v", x)
					}
				case "textarea", "choices":
					if !ids[x.ID] || !strings.Contains(labelStudioInterface, `name="`+x.From+`"`) {
						t.Fatalf("got %+v", x)
					}
				default:
					t.Fatalf("got %+v", x)
				}
			}
		}
		if quotations != len(worded(table)) {
			t.Fatalf("%d quotations, not %d", quotations, len(worded(table)))
		}
	}
}

func receiveDoccano(t *testing.T, table *Table, text string) {
	lines := linesOf(text)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	got := parsed[struct {
		Text     string
		Entities []struct {
			ID    int
			Label string
			Start int `json:"start_offset"`
			End   int `json:"end_offset"`
		}
		Relations []struct {
			From int `json:"from_id"`
			To   int `json:"to_id"`
		}
		Quotations []struct {
			Entity int
			State  string
		}
	}](t, lines[0])
	if got.Text != table.Article.Text || len(got.Quotations) != len(worded(table)) {
		t.Fatalf("got %+v", got)
	}
	for i, e := range got.Entities {
		if e.ID != i+1 || e.Start >= e.End || !strings.Contains(doccanoSpans, `"`+e.Label+`"`) {
			t.Fatalf("got %+v", e)
		}
	}
	for i, row := range worded(table) {
		e := got.Entities[got.Quotations[i].Entity-1]
		at(t, e.Label, got.Text, utf16Units, e.Start, e.End, row.Words)
		if strings.HasSuffix(e.Label, "?") == (row.State() == "decided") {
			t.Fatalf("%s is %s", e.Label, row.State())
		}
	}
	for _, r := range got.Relations {
		if r.From < 1 || r.To < 1 || r.From > len(got.Entities) || r.To > len(got.Entities) {
			t.Fatalf("got %+v", r)
		}
	}
}

type selectorsRead struct {
	Source   any
	Selector []struct {
		Type, Exact, Prefix, Suffix string
		Start, End                  int
	}
}

func (s selectorsRead) check(t *testing.T, text string, in unit, words string) {
	t.Helper()
	quote, position := s.Selector[0], s.Selector[1]
	if quote.Type != "TextQuoteSelector" || position.Type != "TextPositionSelector" || quote.Exact != words || !strings.Contains(text, quote.Prefix+quote.Exact+quote.Suffix) {
		t.Fatalf("%+v in %q", s, text)
	}
	at(t, "position", text, in, position.Start, position.End, words)
}

func receiveWebAnnotations(t *testing.T, table *Table, text string) {
	got := parsed[struct {
		Context any `json:"@context"`
		First   struct {
			Items []struct {
				ID      string
				Creator struct{ Type, Name string }
				State   string `json:"rawi:state"`
				Target  selectorsRead
			}
		}
	}](t, text)
	whole, rows, seen := "", rowsOf(table), map[string]bool{}
	for i, a := range got.First.Items {
		if source, ok := a.Target.Source.(map[string]any); ok {
			whole = source["value"].(string)
		}
		if seen[a.ID] || whole != table.Article.Text {
			t.Fatalf("got %+v", a)
		}
		seen[a.ID] = true
		if i < len(rows) {
			a.Target.check(t, whole, codePoints, rows[i].Words)
			if a.State != rows[i].State() || (a.Creator.Type == "Person") != (rows[i].Decision != nil) {
				t.Fatalf("got %+v", a)
			}
		}
	}
	if len(got.First.Items) < len(rows) {
		t.Fatalf("%d annotations for %d quotations", len(got.First.Items), len(rows))
	}
}

func receiveHypothesis(t *testing.T, table *Table, text string) {
	got := parsed[struct {
		Annotations []struct {
			URI, User, Text, Created string
			Tags                     []string
			RawiText                 string `json:"rawi_text"`
			Target                   []selectorsRead
		}
	}](t, text)
	rows, whole := rowsOf(table), ""
	if len(got.Annotations) != len(rows) {
		t.Fatalf("%d annotations for %d quotations", len(got.Annotations), len(rows))
	}
	for i, a := range got.Annotations {
		if i == 0 {
			whole = a.RawiText
		}
		a.Target[0].check(t, whole, utf16Units, rows[i].Words)
		if a.URI != table.Article.Address || !slices.Contains(a.Tags, rows[i].State()) {
			t.Fatalf("got %+v", a)
		}
	}
}

func receiveCSL(t *testing.T, table *Table, text string) {
	got := parsed[[]struct {
		ID, Type, Title string
		Author          []struct{ Literal string }
		Issued          struct {
			Parts [][]int `json:"date-parts"`
		}
	}](t, text)
	if len(got) != 1 || got[0].Type != "article-newspaper" || got[0].Title == "" || len(got[0].Issued.Parts) == 1 == table.Article.Published.IsZero() {
		t.Fatalf("got %+v", got)
	}
}

// receiveBibTeX reads an entry as BibTeX does: braces are counted whatever stands before.
func receiveBibTeX(t *testing.T, table *Table, text string) {
	depth := 0
	for i, r := range text {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		case '@':
			if depth == 0 && i > 0 {
				t.Fatalf("a second entry in %q", text)
			}
		}
		if depth < 0 || strings.ContainsRune("%#&$_", r) && depth > 1 && text[i-1] != '\\' && !strings.Contains(text[strings.LastIndexByte(text[:i], '\n')+1:i], "url =") {
			t.Fatalf("%q stands bare in %q", r, text)
		}
	}
	if depth != 0 || !strings.HasPrefix(text, "@misc{") || strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), unicode.IsControl) {
		t.Fatalf("got %q", text)
	}
}

var conllEntity = regexp.MustCompile(`\((e\d+(?:\[\d+/\d+\])?)(?:-\w+-1-)?(\))?|(e\d+(?:\[\d+/\d+\])?)\)`)

// receiveCoNLL holds a document to the description of CoNLL-U, and its brackets to that of
// CorefUD.
func receiveCoNLL(t *testing.T, table *Table, text string) {
	if text == "" {
		return
	}
	whole, sentence, form, number := "", "", "", 0
	var open []string
	opened, closed := 0, 0
	quoteText := map[string][2]int{}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if s, ok := strings.CutPrefix(line, "# document_text = "); ok {
			whole = parsed[string](t, s)
		}
		if s, ok := strings.CutPrefix(line, "# text = "); ok {
			sentence, form, number = s, "", 0
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line == "" {
			if strings.TrimSuffix(form, " ") != sentence || len(open) > 0 {
				t.Fatalf("%q is not %q, or %q are open", form, sentence, open)
			}
			continue
		}
		fields := strings.Split(line, "\t")
		number++
		if len(fields) != 10 || fields[0] != strconv.Itoa(number) || fields[1] == "" || strings.ContainsFunc(fields[1], unicode.IsSpace) {
			t.Fatalf("the token %q", line)
		}
		form += fields[1]
		misc := map[string]string{}
		for _, m := range strings.Split(fields[9], "|") {
			name, value, _ := strings.Cut(m, "=")
			misc[name] = value
		}
		if misc["SpaceAfter"] != "No" {
			form += " "
		}
		var start, end int
		fmt.Sscanf(misc["TokenRange"], "%d:%d", &start, &end)
		words, _ := codePoints(whole, start, end)
		if conllForm(words) != strings.Trim(fields[1], "_") && fields[1] != conllForm(words) {
			t.Fatalf("%q is at %q", fields[1], words)
		}
		for _, m := range conllEntity.FindAllStringSubmatch(misc["Entity"], -1) {
			switch {
			case m[3] != "": // closes
				if len(open) == 0 || open[len(open)-1] != m[3] {
					t.Fatalf("%s closes %q in\n%s", m[3], open, text)
				}
				open, closed = open[:len(open)-1], closed+1
			case m[2] == "":
				open, opened = append(open, m[1]), opened+1
			}
		}
		for _, q := range regexp.MustCompile(`\((q\d+)-\w+-\w+-\w+(\))?|(q\d+)\)`).FindAllStringSubmatch(misc["Quote"], -1) {
			id := q[1] + q[3]
			span, known := quoteText[id]
			if !known {
				span[0] = start
			}
			if q[2] != "" || q[3] != "" {
				span[1] = end
			}
			quoteText[id] = span
		}
	}
	if opened != closed || whole != table.Article.Text {
		t.Fatalf("%d opened, %d closed; text %q", opened, closed, whole)
	}
	for _, r := range rowsOf(table) {
		span, known := quoteText[fmt.Sprintf("q%d", r.Number)]
		got, _ := codePoints(whole, span[0], span[1])
		if bare := lettersOf(r.Words); bare != "" && (!known || lettersOf(got) != bare) {
			t.Fatalf("q%d is %q, not %q:\n%s", r.Number, got, r.Words, text)
		}
	}
}

// lettersOf is what tokens have of a text.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var _ = model.Span{}
