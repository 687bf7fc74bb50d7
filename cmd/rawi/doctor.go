package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"rawi/model/printable"
	"rawi/ui"
	"rawi/ui/doctor"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// consult says what the terminal is and what it gets, and lets the reader say
// which order reads right.
func consult(text io.Writer, s settings, asJSON bool) error {
	language, err := l10n.Parse(s.language)
	if err != nil {
		return misuse(l10n.NoSuchLanguage, named(s.language), strings.Join(l10n.Codes(), ", "))
	}
	memory, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	d := examine(profile)
	found, used := d.Observe(profile, memory.recall, os.LookupEnv)
	if asJSON {
		report, err := json.MarshalIndent(d, "", "  ")
		if err == nil {
			_, err = fmt.Fprintln(text, string(printable.JSON(report)))
		}
		return err
	}
	facts, out := d.Facts(language, memory.file), display()
	if !term.IsTerminal(int(os.Stdin.Fd())) || !paintable(out) {
		_, err := fmt.Fprintln(text, strings.Join(facts, "\n"))
		return err
	}
	if doctor.Wide(found) {
		hold(out, found)
		defer io.WriteString(out, found.Leave)
		used = doctor.Within(found)
	}
	shown := doctor.Candidates(found, d.Answers)
	question := doctor.Sentences(used, d.Columns, facts...) + doctor.Show(shown, d.Columns) +
		doctor.Sentences(used, d.Columns, doctor.Question(language)...)
	if _, err := io.WriteString(out, question); err != nil {
		return err
	}
	kept, err := ask(os.Stdin, language, memory, found.Identity(), shown)
	if err == nil {
		_, err = io.WriteString(out, doctor.Sentences(used, d.Columns, kept))
	}
	return err
}

// hold enters a mode that is the whole screen's, for as long as there is
// something to read; it is left too when rawi is told to end meanwhile.
func hold(w io.Writer, p terminal.Profile) {
	io.WriteString(w, p.Enter)
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-told
		io.WriteString(w, p.Leave)
		os.Exit(exitFailed)
	}()
}

// examine asks the terminal and tmux, and the system around them.
func examine(p terminal.Profile) (d doctor.Diagnosis) {
	if client := askTmux(); client != nil {
		said, _ := client() // where tmux is gone nothing is known of its client
		d.Client = strings.TrimSpace(said)
	}
	if !p.Multiplexed() {
		d.Answers = interview(p)
	}
	d.Colours = colorprofile.Detect(display(), os.Environ()).String()
	d.Columns, d.Rows, _ = term.GetSize(int(display().Fd())) // 0 where there is none
	d.Version, d.System = version(), runtime.GOOS+"/"+runtime.GOARCH
	return d
}

// interview asks the terminal; where there is none nothing is answered.
func interview(p terminal.Profile) terminal.Answers {
	in, out, err := tea.OpenTTY()
	if err != nil {
		return terminal.Answers{}
	}
	defer in.Close()
	if out != in {
		defer out.Close()
	}
	i := &ui.Interview{Profile: p}
	if _, err := tea.NewProgram(i, tea.WithInput(in), tea.WithOutput(out)).Run(); err != nil {
		return terminal.Answers{}
	}
	return i.Answers()
}

// ask keeps the candidate whose number is read, and says so.
func ask(in io.Reader, language l10n.Language, m *memory, identity string, shown []terminal.Profile) (string, error) {
	typed, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", err
	}
	name, err := doctor.Answer(typed, shown, language)
	if err != nil {
		return "", err
	}
	if name == "" {
		return language.Say(l10n.DoctorUnchanged), nil
	}
	choice, _ := m.recall(identity)
	choice.Terminal = name
	if err := m.remember(identity, choice); err != nil {
		return "", err
	}
	return language.Say(l10n.DoctorStored, name, identity), nil
}
