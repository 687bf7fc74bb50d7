package gold_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"rawi/model/detect/gold"
)

// What is written of an article without its words is the same article when it is
// read beside its text.
func TestStandoff(t *testing.T) {
	articles, err := gold.Folder(own)
	if err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	for i, a := range articles {
		if err := gold.WriteStandoff(&written, a, i); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range articles[0].Parties {
		if strings.Contains(written.String(), p.Name) {
			t.Errorf("%q stands in it", p.Name)
		}
	}
	again, err := gold.Standoff(bytes.NewReader(written.Bytes()), func(n int) (string, error) { return articles[n].Text, nil })
	if err != nil || len(again) != len(articles) {
		t.Fatalf("%d articles, want %d: %v", len(again), len(articles), err)
	}
	var twice bytes.Buffer
	for i, a := range again {
		if err := gold.WriteStandoff(&twice, a, i); err != nil {
			t.Fatal(err)
		}
		if a.ID != articles[i].ID || a.Outlet != articles[i].Outlet || len(a.Quotes) != len(articles[i].Quotes) {
			t.Errorf("%s is %+v", articles[i].ID, a)
		}
		for j := range a.Quotes {
			was, _ := articles[i].Party(articles[i].Quotes[j].Speaker)
			is, ok := a.Party(a.Quotes[j].Speaker)
			if ok != (was != nil) || ok && was.Kind != is.Kind {
				t.Errorf("%s: the speaker of %d is %v, want %v", a.ID, j, is, was)
			}
		}
	}
	if !bytes.Equal(written.Bytes(), twice.Bytes()) {
		t.Error("written again it is not the same")
	}
}

// An annotation that does not fit is an error that names its line.
func TestStandoffErrors(t *testing.T) {
	text := func(n int) (string, error) {
		if n != 0 {
			return "", errors.New("there is no such text")
		}
		return "عنوان\n\nقال زيد: «نعم».\n", nil
	}
	for _, test := range []struct{ lines, says string }{
		{"party\tPER\t1-2:name", "line 1"},
		{"article\ta\t1\t\to\t-", "no such text"},
		{"article\ta\t0\tffff\to\t-", "not the one annotated"},
		{"article\ta\t0\t\to\t-\nnote\tx", "line 2"},
		{"article\ta\t0\t\to\t-\nparty\tPER\tx:name", "line 2"},
		{"article\ta\t0\t\to\t-\nparty\tPER\t1-900:name", "does not lie in the text"},
		{"article\ta\t0\t\to\t-\nquote\tspeech\t1-3\t1\t7\t-\t-\t0", "no party"},
	} {
		if _, err := gold.Standoff(strings.NewReader(test.lines), text); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%q: %v, want %q", test.lines, err, test.says)
		}
	}
}

// Places count in the text as it was written, also behind what reading replaced.
func TestStandoffReplaced(t *testing.T) {
	const text = "قال &quot;سامي&quot; إن &quot;النهر&quot; فاض.\n"
	at := func(of string) string {
		before, _, _ := strings.Cut(text, of)
		start := utf8.RuneCountInString(before)
		return fmt.Sprintf("%d-%d", start, start+utf8.RuneCountInString(of))
	}
	lines := fmt.Sprintf("article\ta1\t0\t\tالضفة\t-\nparty\tPER\t%s:name\nquote\ttitle\t%s\t1\t0\t-\t-\t0\n", at("سامي"), at("النهر"))
	read := func(lines string) *gold.Article {
		articles, err := gold.Standoff(strings.NewReader(lines), func(int) (string, error) { return text, nil })
		if err != nil {
			t.Fatal(err)
		}
		return articles[0]
	}
	a := read(lines)
	if person := a.Parties[0].Name; person != "سامي" || a.Text == text {
		t.Fatalf("the person is %q in %q", person, a.Text)
	}
	var written bytes.Buffer
	if err := gold.WriteStandoff(&written, a, 0); err != nil {
		t.Fatal(err)
	}
	if again := read(written.String()); again.Parties[0].Name != "سامي" || again.Quotes[0].In(again.Text) != "النهر" {
		t.Errorf("written as\n%s", &written)
	}
}
