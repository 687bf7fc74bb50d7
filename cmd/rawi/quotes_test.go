package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// twoArticles are two files in which three people speak.
func twoArticles(t *testing.T) (first, second string) {
	t.Helper()
	return file(t, "one.txt", "عنوان أول\n\nقال الوزير سامي رزق: «سنفتح الطريق غدا صباحا».\n\nوقالت ليلى إدريس: «لا نصدق ذلك».\n"),
		file(t, "two.txt", "عنوان ثان\n\nوأكد سامي رزق: «الطريق مفتوح».\n")
}

// saidIn is the words and speakers of JSON Lines.
func saidIn(t *testing.T, lines string) (said []string) {
	t.Helper()
	for line := range strings.Lines(lines) {
		var row struct{ Quotation, Speaker string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		said = append(said, row.Speaker+": "+row.Quotation)
	}
	return said
}

// Quotations are found by each thing that can be asked for, and by all together.
func TestQuotes(t *testing.T) {
	data := t.TempDir()
	first, second := twoArticles(t)
	const fair, not, open = "سامي رزق: سنفتح الطريق غدا صباحا", "ليلى إدريس: لا نصدق ذلك", "سامي رزق: الطريق مفتوح"
	tests := []struct {
		flags []string
		want  []string
	}{
		{nil, []string{fair, not, open}},
		{[]string{"--speaker", "سامى رزق"}, []string{fair, open}}, // folded
		{[]string{"--speaker", "رزق"}, []string{fair, open}},
		{[]string{"--speaker", "رز"}, nil}, // no word of the name
		{[]string{"--search", "الطَّريق"}, []string{fair, open}},
		{[]string{"--source", "two"}, []string{open}},
		{[]string{"--kind", "indirect,scare"}, nil},
		{[]string{"--kind", "speech", "--speaker", "ليلى", "--source", "one"}, []string{not}},
		{[]string{"--decided"}, nil},
		{[]string{"--since", "2099-01-01"}, nil},
	}
	for _, test := range tests {
		args := append([]string{"quotes", "--data", data, first, second}, test.flags...)
		got := saidIn(t, rawiIs(t, args...))
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%q gives %q, want %q", test.flags, got, test.want)
		}
	}
	for _, wrong := range [][]string{{}, {"--all", first}, {first, "--kind", "poem"}, {first, "--since", "yesterday"}, {first, "--format", "tei"}} {
		if _, stderr, status := alone(t, "", append([]string{"quotes", "--data", data}, wrong...)...); status != exitUsage || strings.Count(stderr, "\n") == 0 {
			t.Errorf("%q ends with %d: %s", wrong, status, stderr)
		}
	}
}

// A report's figures are the same in every format, and its page stands alone.
func TestReport(t *testing.T) {
	data := t.TempDir()
	first, second := twoArticles(t)
	out := rawiIs(t, "report", "--data", data, "--format", "csv", first, second)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%v in %q", err, out)
	}
	if got := strings.Join(rows[1][1:9], " "); got != "سامي رزق PER 2 2 0 6 0.6667 2" {
		t.Errorf("got %q of %q", got, rows[0])
	}
	var report struct {
		By     string
		Groups []struct {
			Name       string
			Quotations int
		}
		All struct{ Words int }
	}
	if err := json.Unmarshal([]byte(rawiIs(t, "report", "--data", data, "--format", "json", first, second)), &report); err != nil {
		t.Fatal(err)
	}
	if report.By != "speaker" || len(report.Groups) != 2 || report.Groups[0].Quotations != 2 || report.All.Words != 9 {
		t.Errorf("got %+v", report)
	}
	for _, format := range []string{"table", "md"} {
		text := rawiIs(t, "report", "--data", data, "--format", format, first, second)
		for _, want := range []string{"سامي رزق", "67٪", "ليلى إدريس", "33٪"} {
			if !strings.Contains(text, want) {
				t.Errorf("the %s has no %s:\n%s", format, want, text)
			}
		}
	}
	to := filepath.Join(t.TempDir(), "r.html")
	rawiIs(t, "report", "--data", data, "--format", "html", "-o", to, first, second, file(t, "x.txt", "قال <b>سامي & رزق: «<script>alert(1)</script>».\n"))
	page, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="ar" dir="rtl">`, `href="#g1"`, `id="g1"`, "«سنفتح الطريق غدا صباحا»", "prefers-color-scheme: dark"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, no := range []string{"<script", "http://", "https://", "src="} {
		if strings.Contains(string(page), no) {
			t.Errorf("the page has %s", no)
		}
	}
}
