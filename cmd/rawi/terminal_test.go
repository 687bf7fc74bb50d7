//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"rawi/model"
	"rawi/ui"
	"rawi/ui/doctor"
	"rawi/ui/terminal"
)

// family is a real terminal: what it sets in the environment, what it answered
// to the questions when it was measured, and what rawi must do in it.
type family struct {
	name    string
	env     string
	version string // to XTVERSION
	mode    string // to DECRQM 8
	device  string // to DA2
	column  string // to the question of text sizing: where the cursor then stands
	enter   string // modes to be set
	leave   string // and left at the end
	silent  bool   // it answers not even DA1
	letters string // how the name of the pane "المقال" comes, as the order has it
}

// article in each order: visual, with fences, as a word, ...
const (
	articleVisual = "\ufedd\ufe8e\ufed8\ufee4\ufedf\ufe8d"
	articleFence  = "\ufedd\u200e\ufe8e\u200e\ufed8\u200e\ufee4\u200e\ufedf\u200e\ufe8d\u200e"
	articleWord   = "\ufe8d\ufedf\ufee4\ufed8\ufe8e\ufedd\u200e"
	articleRun    = "\ufe8d\ufedf\ufee4\ufed8\ufe8e\ufedd"
	articleSized  = "\x1b]66;w=1:h=1;\ufedd\a\x1b]66;w=1:h=2;\ufe8e\a\x1b]66;w=1:h=1;\ufed8\a"
)

var families = []family{
	{name: "xterm", env: "TERM=xterm XTERM_VERSION=XTerm(379)", version: "XTerm(379)", mode: "0", device: "41;379;0", letters: articleVisual},
	{name: "mlterm", env: "TERM=mlterm MLTERM=3.9.0", mode: "0", device: "24;279;0", letters: articleVisual,
		enter: "\x1b]5379;use_ctl=false\a", leave: "\x1b]5379;use_ctl=true\a"},
	{name: "kitty 0.26", env: "TERM=xterm-kitty KITTY_WINDOW_ID=1", version: "kitty(0.26.5)", mode: "0", device: "1;4000;26", column: "1", letters: articleRun},
	{name: "kitty 0.47", env: "TERM=xterm-kitty KITTY_WINDOW_ID=1", version: "kitty(0.47.4)", mode: "0", device: "1;4000;47", column: "3", letters: articleSized},
	{name: "alacritty", env: "TERM=alacritty ALACRITTY_WINDOW_ID=1", device: "0;1700;1", letters: articleVisual},
	{name: "vte", env: "TERM=xterm-256color VTE_VERSION=7006", mode: "1", device: "65;7006;1", letters: articleVisual, enter: "\x1b[8l", leave: "\x1b[8h"},
	{name: "vte over ssh", env: "TERM=xterm-256color", mode: "1", device: "65;7006;1", letters: articleVisual, enter: "\x1b[8l", leave: "\x1b[8h"},
	{name: "konsole", env: "TERM=xterm-256color KONSOLE_VERSION=221203", version: "Konsole 22.12.3", device: "1;115;0", letters: articleWord},
	{name: "konsole over ssh", env: "TERM=xterm-256color", version: "Konsole 22.12.3", device: "1;115;0", letters: articleWord},
	{name: "qterminal", env: "TERM=xterm-256color COLORFGBG=15;0", device: "0;115;0", letters: "\ufedd\x1b["},
	{name: "st", env: "TERM=st-256color", letters: articleVisual},
	{name: "urxvt", env: "TERM=rxvt-unicode-256color", device: "85;95;0", letters: articleVisual},
	{name: "zutty", env: "TERM=xterm-256color", device: "64;0;0", letters: articleVisual},
	{name: "foot", env: "TERM=foot", version: "foot(1.13.1)", device: "1;011301;0", letters: articleVisual},
	{name: "pterm", env: "TERM=xterm", device: "0;136;0", letters: articleRun},
	{name: "xterm.js", env: "TERM=xterm-256color TERM_PROGRAM=vscode", mode: "0", device: "0;276;0", letters: articleFence},
	{name: "screen in vte", env: "TERM=screen STY=1.x VTE_VERSION=7006", device: "83;40900;0", letters: articleFence},
	{name: "mlterm in screen", env: "TERM=screen STY=1.x MLTERM=3.9.0", device: "83;40900;0", letters: articleRun},
	{name: "kitty in screen", env: "TERM=screen STY=1.x KITTY_WINDOW_ID=1", device: "83;40900;0", letters: articleRun},
	{name: "unknown and silent", env: "TERM=xterm-256color", silent: true, letters: articleFence},
}

// replies are the answers to what was sent since the last time.
func (f *family) replies(sent []byte) string {
	var b strings.Builder
	say := func(question, answer string) {
		if answer != "" && bytes.Contains(sent, []byte(question)) {
			b.WriteString(answer)
		}
	}
	wrap := func(before, answer, after string) string {
		if answer == "" {
			return ""
		}
		return before + answer + after
	}
	say("\x1b[>q", wrap("\x1bP>|", f.version, "\x1b\\"))
	say("\x1b[8$p", wrap("\x1b[8;", f.mode, "$y"))
	say("\x1b[>c", wrap("\x1b[>", f.device, "c"))
	if !f.silent {
		say("\x1b[c", "\x1b[?62c")
	}
	say("\x1b[6n", wrap("\x1b[2;", f.column, "R"))
	return b.String()
}

// play starts rawi in the family's terminal, and answers until what is sent
// holds what is awaited.
func (f *family) play(t *testing.T, deed string, awaited func(sent string) bool) *window {
	t.Helper()
	w := open(t, setup{deed: deed, mute: true, env: append(strings.Fields("XTERM_VERSION= "+f.env), "RAWI_CONFIG="+filepath.Join(t.TempDir(), "config"))})
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	answered := 0
	for {
		w.Lock()
		sent, changed, closed := w.Output.String(), w.Changed, w.Closed
		w.Unlock()
		if reply := f.replies([]byte(sent[answered:])); reply != "" {
			answered = len(sent)
			w.send(reply)
		}
		if awaited(sent) {
			return w
		}
		if closed {
			return w
		}
		select {
		case <-changed:
		case <-deadline.C:
			t.Fatalf("timed out; sent %q", sent)
		}
	}
}

// In each terminal of the table rawi sends the order that it needs, sets the
// modes and leaves them, also after a panic.
func TestTerminals(t *testing.T) {
	for _, f := range families {
		t.Run(f.name, func(t *testing.T) {
			w := f.play(t, "rawi", func(sent string) bool {
				return strings.Contains(sent, f.letters) && strings.LastIndex(sent, f.enter) >= 0
			})
			w.press("q")
			if status := w.exit(); status != 0 {
				t.Errorf("status %d: %s", status, w.stderr.String())
			}
			checkModes(t, f, w.sent())
			if f.name == "st" {
				checkWidths(t, w.sent())
			}
		})
	}
}

// checkWidths holds rawi to sending nothing without a width.
func checkWidths(t *testing.T, sent string) {
	t.Helper()
	for _, r := range sent {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			t.Fatalf("%U has no width", r)
		}
	}
}

// The first frame waits for no answer. One that comes late changes the order,
// sets the modes and repaints everything.
func TestLateAnswers(t *testing.T) {
	for _, f := range families {
		if f.name != "vte over ssh" && f.name != "konsole over ssh" && f.name != "pterm" {
			continue
		}
		w := open(t, setup{mute: true, reading: true, env: append(strings.Fields("XTERM_VERSION= "+f.env), "RAWI_CONFIG="+filepath.Join(t.TempDir(), "config"))})
		w.until("a frame without an answer", func(screen) bool {
			return strings.Contains(w.sent(), articleFence+" ") && strings.Contains(w.sent(), "\x1b[c")
		})
		asked := w.sent()
		w.send(f.replies([]byte(asked)))
		w.until("the order that "+f.name+" needs", func(screen) bool {
			since := w.sent()[len(asked):]
			return strings.Contains(since, f.letters) && strings.Contains(since, f.enter) && strings.Contains(since, "\x1b[2J")
		})
		w.press("q")
		w.exit()
		checkModes(t, f, w.sent())
	}
}

// checkModes holds rawi to leaving what it entered, and to entering no other.
func checkModes(t *testing.T, f family, sent string) {
	t.Helper()
	for _, mode := range [][2]string{{"\x1b[8l", "\x1b[8h"}, {"\x1b]5379;use_ctl=false\a", "\x1b]5379;use_ctl=true\a"}} {
		on, off := strings.LastIndex(sent, mode[0]), strings.LastIndex(sent, mode[1])
		if (on >= 0) != (f.enter == mode[0]) {
			t.Errorf("%q sent: %v", mode[0], on >= 0)
		}
		if off < on {
			t.Errorf("%q is not undone", mode[0])
		}
	}
}

func init() { deeds["panic at a key"] = panicAtKey }

// panicAtKey is rawi when a decision is saved by broken code.
func panicAtKey() int {
	return showBroken(func(s *ui.Session) {
		s.Terminal, s.Save = terminal.Detect(os.Getenv), func([]model.Annotation) (string, error) { panic("no pen") }
	})
}

// A mode that was set because the terminal answered is left however rawi ends.
func TestEndsAfterAnswers(t *testing.T) {
	ends := map[string]func(*window){
		"panic":   pressing("enter x"),
		"hangup":  func(w *window) { w.signal(syscall.SIGHUP) },
		"request": func(w *window) { w.signal(syscall.SIGTERM) },
		"break":   pressing("ctrl+c"),
	}
	for _, f := range families {
		if f.enter == "" || f.name == "vte" {
			continue
		}
		for name, end := range ends {
			t.Run(f.name+", "+name, func(t *testing.T) {
				t.Parallel()
				w := f.play(t, "panic at a key", func(sent string) bool {
					return strings.Contains(sent, f.letters) && strings.Contains(sent, f.enter)
				})
				w.ready()
				end(w)
				if status := w.exit(); (status == exitFailed) != (name == "panic") {
					t.Errorf("status %d", status)
				}
				checkModes(t, f, w.sent())
			})
		}
	}
}

// On a terminal never met the doctor is offered, and that is remembered.
func TestDoctorIsOffered(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	w := open(t, setup{mute: true, env: []string{"XTERM_VERSION=", "RAWI_CONFIG=" + config}})
	w.until("the offer", func(s screen) bool { return s.Find("rawi doctor") >= 0 || strings.Contains(s.String(), "rawi doctor") })
	w.quit()
	if data, err := os.ReadFile(config); err != nil || !strings.Contains(string(data), "unknown xterm-256color") {
		t.Errorf("kept: %s, %v", data, err)
	}
}

// A terminal inside tmux is what tmux says of its client.
func TestTmux(t *testing.T) {
	for client, letters := range map[string]string{
		"xterm-256color|Konsole 22.12.3": articleWord,
		"xterm-256color|":                articleFence,
		"foot|foot(1.13.1)":              articleVisual,
	} {
		bin := t.TempDir()
		must(t, os.WriteFile(filepath.Join(bin, "tmux"), []byte("#!/bin/sh\necho '"+client+"'\n"), 0o755))
		f := family{name: "tmux", env: "TERM=tmux-256color TMUX=x VTE_VERSION=7006 PATH=" + bin + ":/bin:/usr/bin", device: "84;0;0", letters: letters}
		w := f.play(t, "rawi", func(sent string) bool { return strings.Contains(sent, letters) })
		w.press("q")
		w.exit()
		checkModes(t, f, w.sent())
	}
}

// The choice made in the doctor applies at the next start.
func TestDoctor(t *testing.T) {
	config := filepath.Join(t.TempDir(), "folder", "config.toml")
	env := []string{"XTERM_VERSION=", "RAWI_CONFIG=" + config}
	w := open(t, setup{args: []string{"doctor", "--lang", "en"}, env: env, mute: true, width: 80, height: 200})
	w.until("whether it is right", func(s screen) bool { return !s.Alternate && strings.Contains(s.String(), "Does this read right?") })
	w.send("n\n")
	w.until("the question", func(s screen) bool { return strings.Contains(s.String(), "Which one reads right?") })
	w.send("4\n") // words
	if status := w.exit(); status != 0 {
		t.Fatalf("status %d: %s", status, w.stderr.String())
	}
	if data, err := os.ReadFile(config); err != nil || !strings.Contains(string(data), `"words"`) {
		t.Fatalf("kept: %s, %v", data, err)
	}
	w = open(t, setup{env: env, mute: true})
	w.until("words", func(screen) bool { return strings.Contains(w.sent(), articleWord) })
	w.quit()
}

// The doctor asks first whether what was found is right, and then shows the other ways a
// screen at a time; a yes changes nothing.
func TestDoctorAsksFirst(t *testing.T) {
	for answer, want := range map[string]string{"\n": "", "n\n\n4\n": `"words"`} {
		config := filepath.Join(t.TempDir(), "config.toml")
		env := []string{"XTERM_VERSION=", "RAWI_CONFIG=" + config}
		w := open(t, setup{args: []string{"doctor", "--lang", "en"}, env: env, mute: true, width: 80, height: 40})
		w.until("whether it is right", func(s screen) bool { return strings.Contains(s.String(), "Does this read right?") })
		if strings.Contains(w.sent(), "\n1  ") {
			t.Error("the other ways are shown before anybody asks")
		}
		for n, line := range strings.SplitAfter(strings.TrimSuffix(answer, "\n"), "\n") {
			if n > 0 {
				w.until("a screen of other ways", func(screen) bool {
					return strings.Count(w.sent(), "or Enter for others")+strings.Count(w.sent(), "Which one reads right?") == n
				})
			}
			w.send(strings.TrimSuffix(line, "\n") + "\n")
		}
		if status := w.exit(); status != 0 {
			t.Errorf("%q: status %d: %s", answer, status, w.stderr.String())
		}
		if data, _ := os.ReadFile(config); !strings.Contains(string(data), want) || want == "" && len(data) > 0 {
			t.Errorf("%q: kept %q", answer, data)
		}
	}
}

// The doctor leaves the mode that it must hold while it asks, also when it is
// interrupted, and shows what the terminal needs.
func TestDoctorLeavesModes(t *testing.T) {
	mlterm := families[1]
	for name, end := range map[string]string{"answer": "1\n", "interrupt": "\x03"} {
		config := filepath.Join(t.TempDir(), "config.toml")
		env := append(strings.Fields("XTERM_VERSION= "+mlterm.env), "RAWI_CONFIG="+config)
		w := open(t, setup{args: []string{"doctor", "--lang", "en"}, env: env, mute: true, width: 80, height: 200})
		w.until("whether it is right", func(s screen) bool { return !s.Alternate && strings.Contains(s.String(), "Does this read right?") })
		w.send("n\n")
		w.until("the question", func(s screen) bool { return strings.Contains(s.String(), "Which one reads right?") })
		if sent := w.sent(); !strings.Contains(sent, "1  mlterm") || strings.Contains(sent, mlterm.leave) {
			t.Errorf("%s: the mode does not hold: %q", name, sent)
		}
		w.send(end)
		w.exit()
		checkModes(t, mlterm, w.sent())
	}
}

// The choice of marks applies at the next start, in that terminal.
func TestMarksAreRemembered(t *testing.T) {
	s := setup{env: []string{"RAWI_CONFIG=" + filepath.Join(t.TempDir(), "config.toml")}, data: t.TempDir()}
	w := open(t, s)
	marked := func(s screen) bool { return strings.Contains(s.String(), "\u0651") }
	w.ready()
	w.until("marks", marked)
	w.press("~")
	w.until("no marks", func(s screen) bool { return !marked(s) })
	w.quit()
	w = open(t, s)
	w.ready()
	w.until("no marks", func(s screen) bool { return !marked(s) })
	w.press("~")
	w.until("marks", marked)
	w.quit()
}

// The doctor's report is JSON that names the terminal.
func TestDoctorReports(t *testing.T) {
	out := child(t, "", []string{"TERM=foot", "XTERM_VERSION="}, "doctor", "--json")
	var d doctor.Diagnosis
	if err := json.Unmarshal([]byte(out), &d); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if d.Terminal != "foot" || d.Order != "visual" || d.Reason != "TERM=foot" || d.Environment["TERM"] != "foot" {
		t.Errorf("%+v", d)
	}
}

// Plain text has no control characters, borders or letter forms, and the panes
// as sections.
func TestPlain(t *testing.T) {
	for name, c := range map[string]struct {
		env  string
		args []string
	}{
		"asked for": {"TERM=xterm", []string{"--plain"}}, "dumb": {"TERM=dumb", nil}, "no terminal": {"TERM=xterm", nil},
	} {
		out := child(t, "عنوان\n\nقال زيد: «لا بأسَ» (١٢).\n", []string{c.env}, append(c.args, "-")...)
		for _, want := range []string{"قال زيد: «لا بأسَ» (١٢).", "الاقتباسات: 1", "الأطراف: 1"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in %q", name, want, out)
			}
		}
		if strings.ContainsAny(out, "\x1b│─\u200e\ufedf") {
			t.Errorf("%s: %q", name, out)
		}
	}
	w := open(t, setup{env: []string{"TERM=dumb"}})
	if status := w.exit(); status != 0 || strings.Contains(w.sent(), "\x1b") {
		t.Errorf("dumb terminal: status %d, sent %q", status, w.sent())
	}
}

// A terminal that says it has no size is taken for 80x24, from the start and
// later.
func TestNoSize(t *testing.T) {
	w := open(t, setup{width: 80, height: 24, sizeless: true})
	w.until("a frame of 80x24", func(s screen) bool { return right(s, 2, string(builtIn)) })
	w.resize(120, 36)
	w.until("a frame of 120x36", func(s screen) bool { return right(s, 3, string(builtIn)) })
	w.Lock()
	w.Emulator.Resize(80, 24)
	w.Unlock()
	w.setSize(0, 0)
	w.until("a frame of 80x24 again", func(s screen) bool { return right(s, 2, string(builtIn)) })
	w.quit()
}

// child runs rawi without a terminal and returns what it printed.
func child(t *testing.T, stdin string, env []string, args ...string) string {
	t.Helper()
	s := setup{env: env}
	c := exec.Command(executable(t), args...)
	c.Env, c.Stdin = s.environment(t), strings.NewReader(stdin)
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return string(out)
}
