package model

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// goldenDecisions is every line of testdata/decisions. The files were written by
// another program, after the documentation of [Format] and RFC 8785:
// 0-bare.jsonl as rawi wrote decisions before digests, 1-digest.jsonl with them,
// 2-format.jsonl with a format, 3-newer.jsonl as a newer rawi may write them,
// 4-adjudicated.jsonl with the capacity of its author.
func goldenDecisions(t testing.TB) (lines []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/decisions/*.jsonl")
	if err != nil || len(files) != 5 {
		t.Fatalf("the golden files are %q, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(strings.TrimSpace(string(data)), "\n")...)
	}
	return lines
}

func TestNewDecisionsSayTheirFormat(t *testing.T) {
	r := NewReading(NewArticle("قال زيد «نعم»", nil), Findings{}, nil, "نور")
	a, ok := r.MakeQuote(Span{Start: 16, End: 22}, Speech)
	object, err := a.MarshalJSON()
	if !ok || err != nil || !bytes.Contains(object, []byte(`"format":"rawi-decision/1"`)) {
		t.Errorf("%s, %v", object, err)
	}
}

// Unknown members are written back unchanged, in their places.
func TestUnknownMembersAreKept(t *testing.T) {
	const line = `{"id":"a","format":"rawi-decision/99","time":"2026-01-01T00:00:00Z","author":"نور","deed":"note",` +
		`"at":{"start_byte":0,"end_byte":3,"exact":"abc","xpath":"/p[1]"},"text":"x",` +
		`"tags":["س",{"a":1.50,"b":null}],"time-zone":"+03:00","è":"\"\\\n\u0001"}`
	a, _, err := ParseAnnotation([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Anchor{Span: Span{Start: 0, End: 3}, Exact: "abc"}); a.Deed != SetNote || a.Text != "x" || a.Anchor != want {
		t.Errorf("read as %+v", a)
	}
	object, _, err := a.Sealed()
	if before, _, _ := bytes.Cut(object, []byte(`,"digest":`)); err != nil || string(before)+"}" != line {
		t.Errorf("written as\n%s}, want\n%s, %v", before, line, err)
	}
	other, _, err := ParseAnnotation([]byte(strings.Replace(line, "/p[1]", "/p[2]", 1)))
	if err != nil || other == a {
		t.Errorf("another unknown member makes no other decision, %v", err)
	}
}

// An unknown member never passes for one that is needed.
func TestNeededMembers(t *testing.T) {
	for _, object := range []string{
		`{"id":"a","deed":"note","x":{"time":"2026-01-01T00:00:00Z"}}`,
		`{"id":"a","time":"2026-01-01T00:00:00Z","x":{"deed":"note"}}`,
		`{"time":"2026-01-01T00:00:00Z","deed":"note","x":{"id":"a"}}`,
		`{"id":"a","time":null,"deed":"note"}`,
		`{"id":"a","time":"2026-01-01T00:00:00Z","deed":"dance"}`,
		`{"id":"a","format":"rawi-quotation/1","time":"2026-01-01T00:00:00Z","deed":"note"}`,
	} {
		if a, _, err := ParseAnnotation([]byte(object)); err == nil {
			t.Errorf("%s was read as %+v", object, a)
		}
	}
}

// Words that only a newer rawi knows decide nothing false.
func TestUnknownWords(t *testing.T) {
	article := NewArticle("قال زيد «نعم» ثم «لا» في البيت", nil)
	at := func(words string) Anchor {
		i := strings.Index(article.Text, words)
		return NewAnchor(article.Text, Span{Start: i, End: i + len(words)})
	}
	found := Findings{
		Quotes:  []Quote{{Span: at("نعم").Span, Marked: true, Kind: Speech, Speaker: "زيد"}},
		Parties: []Party{{ID: "زيد", Name: "زيد", Kind: Person}, {ID: "البيت", Name: "البيت", Kind: Place}},
	}
	base := Annotation{Time: time.Unix(1, 0).UTC(), Author: "نور", Article: article.ID}
	read := func(id, member, word string, a Annotation) Annotation {
		a.ID, a.Time, a.Author, a.Article = id, base.Time, base.Author, base.Article
		object, err := a.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]any
		if err := json.Unmarshal(object, &m); err != nil {
			t.Fatal(err)
		}
		m[member] = word
		delete(m, "digest")
		object, _ = json.Marshal(m)
		a, _, err = ParseAnnotation(object)
		if err != nil {
			t.Fatalf("%s: %v", object, err)
		}
		if again, err := a.MarshalJSON(); err != nil || !bytes.Contains(again, []byte(`"`+member+`":"`+word+`"`)) {
			t.Errorf("written back as %s, %v", again, err)
		}
		return a
	}
	kind := read("1", "kind", "paraphrase", Annotation{Deed: SetKind, Anchor: at("نعم")})
	r := NewReading(article, found, []Annotation{
		kind,
		read("2", "kind", "poem", Annotation{Deed: MakeQuote, Anchor: at("لا")}),
		read("3", "certainty", "contested", Annotation{Deed: SetCertainty, Anchor: at("نعم"), Certainty: Sure}),
		read("4", "type", "LAW", Annotation{Deed: SetPartyKind, Party: "البيت"}),
	}, "نور")
	for i, q := range r.Quotes() {
		if q.Kind != Other || !q.Decided() || q.Certainty != NoCertainty {
			t.Errorf("quotation %d is %+v", i, q)
		}
	}
	if p, _, _ := r.Party("البيت"); p.Kind != Place {
		t.Errorf("the place became %v", p.Kind)
	}
	if kind.Says() != "paraphrase" {
		t.Errorf("the decision says %q", kind.Says())
	}
}

// FuzzParseAnnotation holds that what was read is written so that it is read the
// same, that what carries its digest stays under it, and that no member that
// this rawi does not know is lost.
func FuzzParseAnnotation(f *testing.F) {
	for _, line := range goldenDecisions(f) {
		f.Add([]byte(line))
	}
	f.Add([]byte(`{"id":"a","time":"2026-01-01T00:00:00Z","deed":"note","at":{"x":{}},"to":{"\"":1},"kind":"\u2028","":{"":""}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, _, err := ParseAnnotation(data)
		if err != nil {
			return
		}
		object, d, err := first.Sealed()
		if err != nil {
			t.Fatalf("read and not writable: %v", err)
		}
		second, again, err := ParseAnnotation(object)
		if err != nil || second != first || again != d {
			t.Fatalf("%s became %s: %+v became %+v, %v", data, object, first, second, err)
		}
		var before, after map[string]json.RawMessage
		if json.Unmarshal(data, &before) != nil || json.Unmarshal(object, &after) != nil {
			return // numbers that encoding/json cannot hold
		}
		for name, value := range before {
			if propertyIndex([]byte(name)) < 0 && name != "digest" && !sameJSON(value, after[name]) {
				t.Fatalf("%s became %s: the member %q was lost", data, object, name)
			}
		}
	})
}

func sameJSON(a, b []byte) bool {
	var x, y any
	return json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

// Each golden decision that carries a digest keeps it.
func TestGoldenDigests(t *testing.T) {
	for _, line := range goldenDecisions(t) {
		a, d, err := ParseAnnotation([]byte(line))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if _, again, err := a.Sealed(); err != nil || again != d && d != (Digest{}) {
			t.Errorf("%s: its digest became %v, %v", line, again, err)
		}
	}
}
