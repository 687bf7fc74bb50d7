package bidi

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// unzip opens a gzipped file of testdata.
func unzip(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	f, err := os.Open("testdata/" + name + ".txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return bufio.NewScanner(z)
}

// TestUnicodeVersion compares the version with the names that the conformance
// files give themselves in their first lines.
func TestUnicodeVersion(t *testing.T) {
	for _, name := range []string{"BidiTest", "BidiCharacterTest"} {
		scanner := unzip(t, name)
		scanner.Scan()
		if got, want := scanner.Text(), "# "+name+"-"+UnicodeVersion+".txt"; got != want {
			t.Errorf("the file says %q, the package %q", got, want)
		}
	}
}

// linesOf calls do for every line of a gzipped file of testdata that is neither
// empty nor a comment.
func linesOf(t *testing.T, name string, do func(number int, line string)) {
	t.Helper()
	scanner := unzip(t, name)
	for number := 1; scanner.Scan(); number++ {
		if line := scanner.Text(); line != "" && line[0] != '#' {
			do(number, line)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
}

// removedLevel stands for "x" in the files: X9 removes the character.
const removedLevel = -1

// numbers reads levels or an order.
func numbers(t *testing.T, fields string) (ns []int) {
	t.Helper()
	for _, f := range strings.Fields(fields) {
		n, err := strconv.Atoi(f)
		if f == "x" {
			n, err = removedLevel, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		ns = append(ns, n)
	}
	return ns
}

// shown is what the whole text as one line looks like: the level of each
// character and the display order of all, both by index of character.
type shown struct {
	levels, order []int
	runs          []Run
}

func (s *shown) show(p *Paragraph, text string) {
	s.levels, s.order = s.levels[:0], s.order[:0]
	s.runs = p.AppendLine(s.runs[:0], 0, len(text))
	for range utf8.RuneCountInString(text) {
		s.levels = append(s.levels, 0)
	}
	for _, run := range s.runs {
		at, from := utf8.RuneCountInString(text[:run.Start]), len(s.order)
		for i := range utf8.RuneCountInString(text[run.Start:run.End]) {
			s.levels[at+i] = int(run.Level)
			s.order = append(s.order, at+i)
		}
		if run.Level.RightToLeft() {
			slices.Reverse(s.order[from:])
		}
	}
}

// agree compares with what a file wants, whose levels say which characters X9
// removes.
func (s *shown) agree(levels, order []int) bool {
	if len(s.levels) != len(levels) {
		return false
	}
	for i, want := range levels {
		if want != removedLevel && s.levels[i] != want {
			return false
		}
	}
	kept := slices.DeleteFunc(slices.Clone(s.order), func(i int) bool { return levels[i] == removedLevel })
	return slices.Equal(kept, order)
}

// samples has a character of each class, of one to four bytes.
var samples = map[string]string{
	"L": "a", "R": "\U00010800", "AL": "\u0628", "EN": "1", "ES": "+", "ET": "\u20AC", "AN": "\u0661", "CS": ",",
	"NSM": "\u064E", "BN": "\u200C", "B": "\u2029", "S": "\t", "WS": "\u3000", "ON": "!",
	"LRE": "\u202A", "RLE": "\u202B", "PDF": "\u202C", "LRO": "\u202D", "RLO": "\u202E",
	"LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}

func TestBidiTest(t *testing.T) {
	var p Paragraph
	var got shown
	var levels, order []int
	cases := 0
	linesOf(t, "BidiTest", func(number int, line string) {
		if fields, ok := strings.CutPrefix(line, "@Levels:"); ok {
			levels = numbers(t, fields)
			return
		}
		if fields, ok := strings.CutPrefix(line, "@Reorder:"); ok {
			order = numbers(t, fields)
			return
		}
		classes, bits, _ := strings.Cut(line, ";")
		directions, err := strconv.ParseUint(strings.TrimSpace(bits), 16, 3)
		if err != nil {
			t.Fatalf("line %d: %v", number, err)
		}
		var text strings.Builder
		for _, class := range strings.Fields(classes) {
			if samples[class] == "" {
				t.Fatalf("line %d: class %q", number, class)
			}
			text.WriteString(samples[class])
		}
		for i, direction := range []Direction{Auto, LeftToRight, RightToLeft} {
			if directions>>i&1 == 0 {
				continue
			}
			cases++
			p.Set(text.String(), direction)
			if got.show(&p, text.String()); !got.agree(levels, order) {
				t.Errorf("line %d: %s; direction %d: levels %d, order %d; want %d, %d",
					number, classes, direction, got.levels, got.order, levels, order)
			}
		}
	})
	if cases != 770241 {
		t.Errorf("%d cases, want 770241", cases)
	}
}

func TestBidiCharacterTest(t *testing.T) {
	var p Paragraph
	var got shown
	cases := 0
	linesOf(t, "BidiCharacterTest", func(number int, line string) {
		fields := strings.Split(line, ";")
		var text strings.Builder
		for _, code := range strings.Fields(fields[0]) {
			r, err := strconv.ParseInt(code, 16, 32)
			if err != nil {
				t.Fatalf("line %d: %v", number, err)
			}
			text.WriteRune(rune(r))
		}
		direction := map[string]Direction{"0": LeftToRight, "1": RightToLeft, "2": Auto}[fields[1]]
		base, levels, order := numbers(t, fields[2])[0], numbers(t, fields[3]), numbers(t, fields[4])
		cases++
		p.Set(text.String(), direction)
		if got.show(&p, text.String()); int(p.Base()) != base || !got.agree(levels, order) {
			t.Errorf("line %d: %s: paragraph level %d, levels %d, order %d; want %d, %d, %d",
				number, fields[0], p.Base(), got.levels, got.order, base, levels, order)
		}
	})
	if cases != 91707 {
		t.Errorf("%d cases, want 91707", cases)
	}
}
