package export

import (
	"bytes"
	"io"
	"math/rand"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// samples is decisions with every member, in the order of the file.
func samples() []model.Annotation {
	at := time.Date(2026, 11, 25, 14, 3, 5, 120, time.UTC)
	anchor := model.Anchor{Span: model.Span{Start: 3, End: 9}, Exact: "نعم", Before: "<\"\\\n\u2028", After: "𐤀\x00"}
	return []model.Annotation{
		{ID: "w", Time: at.Add(5), Deed: model.MergeParties, Party: "x", Name: "ع", PartyKind: model.Organisation, Text: "س", Target: "y"},
		{ID: "b", Time: at, Author: "نور", Article: "1", Group: "g", Deed: model.Assign, Anchor: anchor, Party: "x", Name: "س"},
		{ID: "a", Time: at.Add(1), Author: "نور", Article: "1", Group: "g", Deed: model.MoveQuote, Anchor: anchor, To: anchor},
		{ID: "c", Time: at.Add(1), Article: "1", Deed: model.SetKind, Kind: model.Speech},
		{ID: "d", Time: at, Article: "2", Deed: model.SetCertainty, Certainty: model.Likely},
		{ID: "e", Time: at.Add(1e9), Article: "2", Deed: model.Revoke, Target: "d"},
	}
}

func readDecisions(r io.Reader) (decisions []model.Annotation, err error) {
	err = EachDecision(r, func(_ int, a model.Annotation) { decisions = append(decisions, a) })
	return decisions, err
}

func TestDecisionsComeBack(t *testing.T) {
	shuffled := samples()
	rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	var file bytes.Buffer
	if err := WriteDecisions(&file, shuffled); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(file.String(), "\n"); n != len(shuffled) {
		t.Errorf("%d lines for %d decisions", n, len(shuffled))
	}
	got, err := readDecisions(strings.NewReader(file.String()))
	if err != nil || !reflect.DeepEqual(got, samples()) {
		t.Errorf("got %+v, %v", got, err)
	}
	lines := strings.Split(strings.TrimSpace(file.String()), "\n")
	slices.Reverse(lines)
	got, err = readDecisions(strings.NewReader("\n" + strings.Join(lines, "\r\n\r\n"))) // as an editor may leave it
	slices.Reverse(got)
	if err != nil || !reflect.DeepEqual(got, samples()) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestNoDecisions(t *testing.T) {
	good := `{"id":"a","time":"2026-01-01T00:00:00Z","deed":"note"}` + "\n"
	for _, bad := range []string{
		"x", "{}", "[]", "7", `{"id":"a"}`, `{"id":"a","time":"2026-01-01T00:00:00Z","deed":"dance"}`,
		`{"id":"a","time":"yesterday","deed":"note"}`, `{"id":"a","time":"2026-01-01T00:00:00Z","deed":"note","at":[]}`,
		`{"id":"","time":"2026-01-01T00:00:00Z","deed":"note"}`,
		`{"id":"a","time":"0000-01-01T00:00:00+01:00","deed":"note"}`,
		`{"id":"a","time":"2026-01-01T00:00:00Z","deed":"note","format":"csv"}`, "<<<<<<< HEAD", strings.TrimSpace(good) + strings.TrimSpace(good),
	} {
		if as, err := readDecisions(strings.NewReader(good + bad)); err == nil || !strings.Contains(err.Error(), "line 2") || len(as) != 1 {
			t.Errorf("%s: %v, %v", bad, as, err)
		}
	}
}

// The golden files are what rawi wrote before there were digests, with digests and
// with formats, and what a newer rawi may write. Each is written back byte for
// byte, but the first, which gets its digests.
func TestGoldenFilesComeBack(t *testing.T) {
	const dir = "../testdata/decisions/"
	for file, want := range map[string]string{
		"0-bare.jsonl": "1-digest.jsonl", "1-digest.jsonl": "1-digest.jsonl", "2-format.jsonl": "2-format.jsonl", "3-newer.jsonl": "3-newer.jsonl",
	} {
		in, err := os.ReadFile(dir + file)
		if err != nil {
			t.Fatal(err)
		}
		decisions, err := readDecisions(bytes.NewReader(in))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var out bytes.Buffer
		if err := WriteDecisions(&out, decisions); err != nil {
			t.Fatal(err)
		}
		if wanted, err := os.ReadFile(dir + want); err != nil || out.String() != string(wanted) {
			t.Errorf("%s was written back as\n%s, %v", file, out.String(), err)
		}
	}
}

// FuzzDecisions holds that what is read is written and read again the same.
func FuzzDecisions(f *testing.F) {
	var file bytes.Buffer
	if err := WriteDecisions(&file, samples()); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	f.Add(regexp.MustCompile(`,"digest":".*?"`).ReplaceAllString(file.String(), "")) // else most that is tried is damaged
	f.Fuzz(func(t *testing.T, file string) {
		first, err := readDecisions(strings.NewReader(file))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := WriteDecisions(&out, first); err != nil {
			t.Fatalf("read and not writable: %v", err)
		}
		second, err := readDecisions(bytes.NewReader(out.Bytes()))
		var again bytes.Buffer
		if err != nil || WriteDecisions(&again, second) != nil || len(first) != len(second) || again.String() != out.String() {
			t.Fatalf("%q became %q became %q, %v", file, out.String(), again.String(), err)
		}
	})
}
