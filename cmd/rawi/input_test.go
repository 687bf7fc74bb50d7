//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"

	"rawi/cmd/internal/screentest"
)

// file writes a file for a test and returns its path.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

// What is piped in is read, and the keys still come from the terminal.
func TestPipe(t *testing.T) {
	text := readFile(t, marketFile)
	for _, args := range [][]string{nil, {"-"}} {
		w := open(t, setup{args: args, stdin: strings.NewReader(text)})
		if s := w.ready(); !right(s, 3, text) {
			t.Errorf("rawi %q:\n%s", args, s)
		}
		w.goTo(third)
		w.quit()
	}
}

// A pipe without a terminal for the keys is an error of one sentence.
func TestPipeWithoutKeys(t *testing.T) {
	w := open(t, setup{detached: true, stdin: strings.NewReader(readFile(t, marketFile))})
	if status := w.exit(); status != exitFailed || strings.Count(w.stderr.String(), "\n") != 1 {
		t.Errorf("status %d, stderr %q", status, w.stderr.String())
	}
	w.restored()
}

func TestEncodings(t *testing.T) {
	text := strings.ReplaceAll(readFile(t, marketFile), "١٤", "14") // windows-1256 has no Arabic digits
	for name, enc := range map[string]encoding.Encoding{
		"UTF-8":         utf.UTF8,
		"UTF-8 BOM":     utf.UTF8BOM,
		"UTF-16LE BOM":  utf.UTF16(utf.LittleEndian, utf.UseBOM),
		"UTF-16BE BOM":  utf.UTF16(utf.BigEndian, utf.UseBOM),
		"UTF-16LE":      utf.UTF16(utf.LittleEndian, utf.IgnoreBOM),
		"windows-1256":  charmap.Windows1256,
		"UTF-8 in CRLF": encoding.Nop,
	} {
		t.Run(name, func(t *testing.T) {
			encoded, err := enc.NewEncoder().String(text)
			must(t, err)
			if enc == encoding.Nop {
				encoded = strings.ReplaceAll(text, "\n", "\r\n")
			}
			w := open(t, setup{args: []string{file(t, "article.txt", encoded)}})
			if s := w.ready(); !right(s, 3, text) || s.Has("بايتات تالفة") {
				t.Errorf("not read right:\n%s", s)
			}
			w.quit()
		})
	}
}

func TestHTML(t *testing.T) {
	w := open(t, setup{args: []string{"testdata/page.html"}})
	s := w.ready()
	title := "افتتاح مكتبة الحيّ بعد ترميمها"
	pane := s.Pane("المقال")
	if strings.Count(pane.Text(), screentest.Unshaped(title)) != 1 || !strings.Contains(s.Status(), screentest.Unshaped(title)) {
		t.Errorf("the title is not shown once as such:\n%s", s)
	}
	if !pane.Has("مديرة المكتبة هدى النجار", "السقف الخشبي") {
		t.Errorf("the main text is missing:\n%s", s)
	}
	for _, noise := range []string{"الرئيسية", "الطقس", "سكربت", "الحقوق", "<p>"} {
		if s.Has(noise) {
			t.Errorf("%s is shown:\n%s", noise, s)
		}
	}
	w.goTo("هذا البيت بيتكم")
	w.quit()
}

// What is no article gets one sentence, and the terminal is not touched.
func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	large := file(t, "large.txt", "")
	must(t, os.Truncate(large, 65<<20))
	tests := []struct {
		name, says string
		status     int
		setup      setup
	}{
		{"missing", "nowhere.txt", exitFailed, setup{args: []string{"nowhere.txt"}}},
		{"folder", folder, exitFailed, setup{args: []string{folder}}},
		{"empty", "empty", exitFailed, setup{args: []string{file(t, "a.txt", "")}}},
		{"blank", "white space", exitFailed, setup{args: []string{file(t, "b.txt", " \n\t\u00a0\n\u200f")}}},
		{"program", "c.bin", exitFailed, setup{args: []string{file(t, "c.bin", "\x7fELF\x02\x01\x01\x00")}}},
		{"PDF", "d.txt", exitFailed, setup{args: []string{file(t, "d.txt", "%PDF-1.7\n")}}},
		{"binary", "e.txt", exitFailed, setup{args: []string{file(t, "e.txt", strings.Repeat("\x00\x01\xff\x02ab", 400))}}},
		{"too large", "large.txt", exitFailed, setup{args: []string{large}}},
		{"empty pipe", "standard input", exitFailed, setup{stdin: strings.NewReader("")}},
		{"binary pipe", "standard input", exitFailed, setup{stdin: strings.NewReader("\x89PNG\r\n\x1a\n")}},
		{"two files, both missing", "a does not exist", exitFailed, setup{args: []string{"a", "b"}}},
		{"unknown flag", "--nonsense", exitUsage, setup{args: []string{"--nonsense"}}},
		{"unknown terminal", "vt52", exitUsage, setup{args: []string{"--terminal", "vt52"}}},
		{"unknown terminal in the environment", "vt52", exitUsage, setup{env: []string{"RAWI_TERMINAL=vt52"}}},
		{"unknown language", "xx", exitUsage, setup{args: []string{"--lang", "xx"}}},
		{"extract nothing", "file", exitUsage, setup{args: []string{"extract"}}},
		{"render nothing", "file", exitUsage, setup{args: []string{"render"}}},
		{"negative width", "-1", exitUsage, setup{args: []string{"render", "--width", "-1", marketFile}}},
		{"render missing", "nowhere.txt", exitFailed, setup{args: []string{"render", "nowhere.txt"}}},
		{"extract missing", "nowhere.txt", exitFailed, setup{args: []string{"extract", "nowhere.txt"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.setup.args = append([]string{"--lang", "en"}, test.setup.args...)
			w := open(t, test.setup)
			w.refused(test.status, test.says)
			if said := w.stderr.String(); strings.ContainsFunc(strings.TrimSuffix(said, "\n"), unicode.IsControl) {
				t.Errorf("stderr has control characters: %q", said)
			}
		})
	}
}

// alone runs rawi without any terminal.
func alone(t *testing.T, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	return aloneWith(t, setup{}, stdin, args...)
}

// aloneWith is alone in a world of its own.
func aloneWith(t *testing.T, s setup, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command(executable(t), args...)
	c.Env, c.Stdin, c.Stdout, c.Stderr = s.environment(t), strings.NewReader(stdin), &out, &errs
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	c.Run()
	return out.String(), errs.String(), c.ProcessState.ExitCode()
}

// Bytes that are no UTF-8 are shown as U+FFFD, and counted.
func TestBrokenBytes(t *testing.T) {
	text := "عنوان\n\nكلمة \xff\xfe وكلمة \xd8 أخرى، ثم بقية النص كله كما ينبغي أن يكون.\n"
	w := open(t, setup{args: []string{file(t, "broken.txt", text)}})
	s := w.ready()
	if !s.Has("بايتات تالفة: 3") || !s.Pane("المقال").Has("كلمة \ufffd\ufffd وكلمة \ufffd أخرى") {
		t.Errorf("three broken bytes are not shown and counted:\n%s", s)
	}
	w.quit()
}

// hostile is what no terminal may ever get of an article.
var hostile = []string{
	"\x1b]0;evil\x07", "\x1b]52;c;ZXZpbA==\x07", "\x1b[31m", "\x1b[999;999H", "\x1b[?1000h", "\x1bc", "\x1bP1$revil\x1b\\",
	"\x1b_evil\x1b\\", "\u009b31m", "\u009d0;evil\u009c", "\u0085", "\x00", "\x07", "\x7f", "\v", "\f",
	"\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c", "\u2028", "\u2029",
}

// No control byte of an article reaches the terminal, wherever its words are
// shown: in the title, the text, a quotation, a name.
func TestHostileText(t *testing.T) {
	evil := strings.Join(hostile, "ك")
	text := "عنوان " + evil + " طويل\n\nقال زيد" + evil + " إن «النهر" + evil + " يموت». وقالت هند: «لا بأس" + evil + "».\n\n" +
		strings.Repeat("كلام آخر يطيل المقال. ", 60) + evil + "\n"
	tour := func(args ...string) string {
		w := open(t, setup{width: 80, height: 24, args: args})
		w.ready()
		for _, key := range []string{"j", "end", "home", "tab", "j", "tab", "j", "tab"} {
			w.press(key)
		}
		w.choose()
		w.escape("من القائل؟")
		w.press("m m ?")
		w.shows("◂ المفاتيح")
		w.escape("◂ المفاتيح")
		w.quit()
		return w.sent()
	}
	sent := tour(file(t, "hostile.txt", text))
	// What the renderer scrolls with differs from run to run; the article can
	// only bring in what it holds.
	clean, got := kinds(tour(marketFile)), kinds(sent)
	for kind := range kinds(text) {
		if got[kind] && !clean[kind] {
			t.Errorf("the article made rawi send %q", kind)
		}
	}
	for _, sequence := range []string{"\x1b[31m", "\x1b[999;999H"} { // of the kinds that paint and move
		if strings.Contains(sent, sequence) {
			t.Errorf("%q reached the terminal", sequence)
		}
	}
	for _, args := range [][]string{{"render"}, {"render", "--logical"}} {
		out, _, status := alone(t, "", append(args, file(t, "hostile.txt", text))...)
		if status != 0 || strings.ContainsFunc(strings.ReplaceAll(out, "\n", ""), steers) {
			t.Errorf("%q lets control characters through, or failed with status %d", args, status)
		}
	}
}

// steers reports whether a character steers a terminal.
func steers(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// kinds is what an output has of control characters and of sequences that do
// more than paint and move.
func kinds(output string) map[string]bool {
	found := map[string]bool{}
	var state byte
	for len(output) > 0 {
		sequence, _, n, next := ansi.DecodeSequence(output, state, nil)
		if !painting.MatchString(sequence) && strings.ContainsFunc(sequence, steers) {
			found[sequence] = true
		}
		output, state = output[n:], next
	}
	return found
}

// painting is what paints and moves: controls that move the cursor, and
// sequences by their last byte.
var painting = regexp.MustCompile("^([\b\t\r\n]|\x1b\\[[0-9;:]*[mABCDEFGHJKXbdrLMPST@])$")

// An article of 50 MB, and a line of 1 MB without a blank, open and scroll.
func TestHugeText(t *testing.T) {
	if testing.Short() {
		t.Skip("50 MB take long where memory is watched for races")
	}
	var paragraphs strings.Builder
	for n := 0; paragraphs.Len() < 50_000_000; n++ {
		fmt.Fprintf(&paragraphs, "الفقرة %d من مقال طويل لا ينتهي، قال كاتبه إن «القراءة سفر».\n\n", n)
	}
	for name, text := range map[string]string{
		"50 MB": paragraphs.String(),
		"1 MB":  strings.Repeat("كتاب", 1_000_000/len("كتاب")),
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t, setup{width: 80, height: 24, reading: true, args: []string{file(t, "huge.txt", text)}})
			beginning := letters(text[:8000])
			top := w.until("a frame with text", func(s screen) bool {
				shown := letters(strings.Join(s.Article(), ""))
				return s.Framed() && len(s.Edges()) == 3 && shown != "" && strings.Contains(beginning, shown)
			}).Article()
			for _, move := range []struct{ there, back string }{{"pgdown", "pgup"}, {"end", "home"}} {
				w.press(move.there)
				w.until("another screen", func(s screen) bool { return s.Article() != nil && !slices.Equal(s.Article(), top) })
				w.press(move.back)
				w.until("the first screen", func(s screen) bool { return slices.Equal(s.Article(), top) })
			}
			w.quit()
		})
	}
}
