package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"rawi/model/printable"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// diagnosis is what the doctor finds; --json prints it for a report.
type diagnosis struct {
	Terminal    string            `json:"terminal"`
	Identity    string            `json:"identity"` // under which choices are kept
	Order       string            `json:"order"`
	Reason      string            `json:"reason"`
	Enter       string            `json:"enter"`
	Marks       bool              `json:"marks"`
	Multiplexed bool              `json:"multiplexed"`
	Answers     terminal.Answers  `json:"answers"`
	Client      string            `json:"tmux_client"`
	Choice      terminal.Choice   `json:"choice"`
	Colours     string            `json:"colours"`
	Columns     int               `json:"columns"`
	Rows        int               `json:"rows"`
	Environment map[string]string `json:"environment"`
	Version     string            `json:"version"` // of rawi
	System      string            `json:"system"`
}

// telling are the variables that a report should have.
var telling = []string{
	"TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "COLORFGBG", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE",
	"TMUX", "STY", "SSH_TTY", "XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM",
	"ALACRITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION", terminal.Variable,
}

// doctor says what the terminal is and what it gets, and lets the reader say
// which order reads right.
func doctor(text io.Writer, s settings, asJSON bool) error {
	language, err := l10n.Parse(s.language)
	if err != nil {
		return misuse(l10n.NoSuchLanguage, named(s.language), strings.Join(l10n.Codes(), ", "))
	}
	memory, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	d, found := diagnose(memory, profile)
	if asJSON {
		report, err := json.MarshalIndent(d, "", "  ")
		if err == nil {
			_, err = fmt.Fprintln(text, string(printable.JSON(report)))
		}
		return err
	}
	used := found.Prefer(d.Choice, d.Answers)
	facts := d.facts(language, memory.file)
	out := display()
	if !term.IsTerminal(int(os.Stdin.Fd())) || !paintable(out) {
		_, err := fmt.Fprintln(text, strings.Join(facts, "\n"))
		return err
	}
	if wide(found) {
		used = hold(out, found)
		defer io.WriteString(out, found.Leave)
	}
	pronounce(out, used, d.Columns, facts...)
	shown := candidates(found, d.Answers)
	showCandidates(out, shown, d.Columns)
	right := []string{"", language.Say(l10n.DoctorRight)}
	if language == l10n.Arabic { // which may not be legible here
		right = append(right, l10n.English.Say(l10n.DoctorRight))
	}
	pronounce(out, used, d.Columns, append(right, "", language.Say(l10n.DoctorWhich))...)
	kept, err := ask(os.Stdin, language, memory, found, shown)
	if err == nil {
		pronounce(out, used, d.Columns, kept)
	}
	return err
}

// wide reports whether the profile's mode is the whole screen's, not that of the
// lines written in it.
func wide(p terminal.Profile) bool { return p.Name == "mlterm" && p.Enter != "" }

// hold enters a mode that is the whole screen's, for as long as there is
// something to read; it is left too when rawi is told to end meanwhile. What it
// returns is the profile within that mode.
func hold(w io.Writer, p terminal.Profile) terminal.Profile {
	io.WriteString(w, p.Enter)
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	last := p.Leave
	go func() {
		<-told
		io.WriteString(w, last)
		os.Exit(exitFailed)
	}()
	p.Enter, p.Leave = "", ""
	return p
}

// pronounce prints sentences, each on lines of its own, as the terminal needs
// them.
func pronounce(w io.Writer, p terminal.Profile, width int, sentences ...string) {
	if width <= 0 {
		width = defaultWidth
	}
	fmt.Fprint(w, p.Enter)
	for _, s := range sentences {
		fmt.Fprintln(w, strings.Join(ui.Sentence(p, s, min(width, defaultWidth)), "\n"))
	}
	fmt.Fprint(w, p.Leave)
}

// diagnose asks the terminal and tmux. The profile found is without the
// reader's choice, the diagnosis with it.
func diagnose(m *memory, p terminal.Profile) (d diagnosis, found terminal.Profile) {
	found = p
	if client := askTmux(); client != nil {
		if said, err := client(); err == nil {
			d.Client = strings.TrimSpace(said)
			found = found.Attached(said)
		}
	}
	if !p.Multiplexed() {
		d.Answers = interview(p)
		found = found.Refine(d.Answers)
	}
	d.Choice, _ = m.recall(found.Identity())
	used := found.Prefer(d.Choice, d.Answers)
	d.Terminal, d.Identity, d.Order, d.Reason = used.Name, found.Identity(), used.Order.String(), used.Reason
	d.Enter, d.Marks, d.Multiplexed = used.Enter, used.Marks, used.Multiplexed()
	d.Colours = colorprofile.Detect(display(), os.Environ()).String()
	d.Columns, d.Rows, _ = term.GetSize(int(display().Fd())) // 0 where there is none
	d.Environment = map[string]string{}
	for _, v := range telling {
		if value, ok := os.LookupEnv(v); ok {
			d.Environment[v] = value
		}
	}
	d.Version = version()
	d.System = runtime.GOOS + "/" + runtime.GOARCH
	return d, found
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

// facts are what was found, a line each.
func (d *diagnosis) facts(language l10n.Language, file string) []string {
	where, said := l10n.DoctorAnswers, d.said()
	if d.Multiplexed {
		where, said = l10n.DoctorAround, d.Client
	}
	var lines []string
	for _, f := range []struct {
		what  l10n.Word
		value string
	}{
		{l10n.DoctorTerminal, d.Terminal}, {where, said}, {l10n.DoctorOrder, d.Order}, {l10n.DoctorReason, d.Reason},
		{l10n.DoctorModes, strings.Trim(strconv.Quote(d.Enter), `"`)}, {l10n.DoctorKept, file},
	} {
		if f.value == "" {
			f.value = language.Say(l10n.DoctorNothing)
		}
		lines = append(lines, language.Say(f.what)+": "+isolated(f.value))
	}
	return lines
}

// isolated is text that keeps its own direction among words of another (UAX #9,
// FSI and PDI).
func isolated(text string) string { return "\u2068" + text + "\u2069" }

// said is the answers on one line.
func (d *diagnosis) said() string {
	var said []string
	for _, a := range []struct{ name, value string }{
		{"XTVERSION", d.Answers.Version}, {"DA2", d.Answers.Device}, {"font", d.Answers.Font},
	} {
		if a.value != "" {
			said = append(said, a.name+"="+strconv.Quote(a.value))
		}
	}
	for name, yes := range map[string]bool{"DECRQM 8": d.Answers.Explicit, "OSC 66": d.Answers.Sized, "DA1": d.Answers.Ended} {
		if yes {
			said = append(said, name)
		}
	}
	slices.Sort(said)
	return strings.Join(said, ", ")
}

// candidates are the profiles worth trying on a terminal: what it is thought
// to be, then all orders that it can be sent. In a mode that is the whole
// screen's, orders that look right by that mode alone are left out.
func candidates(found terminal.Profile, a terminal.Answers) []terminal.Profile {
	names := []string{"visual", "fence", "words", "kitty-tokens", "kitty-runs", "sgr", "bare", "logical", "walled"}
	switch {
	case wide(found):
		names = []string{found.Name, "fence", "words", "kitty-tokens", "kitty-runs", "logical", "walled"}
	case !found.Multiplexed():
		names = slices.Insert(names, 1, "explicit")
	}
	if a.Sized {
		names = slices.Insert(names, 1, "kitty")
	}
	var all []terminal.Profile
	for _, name := range names {
		p, _ := terminal.ByName(name)
		if name == "kitty" {
			p = p.Refine(a)
		}
		all = append(all, p)
	}
	return all
}

// showCandidates prints the passage as each candidate has it, numbered.
func showCandidates(w io.Writer, all []terminal.Profile, columns int) {
	for i, p := range all {
		if wide(p) { // it holds already
			p.Enter, p.Leave = "", ""
		}
		fmt.Fprintf(w, "\n%d  %s\n%s%s\n%s", i+1, p.Name, p.Enter, strings.Join(ui.Specimen(p, columns), "\n"), p.Leave)
	}
}

// ask keeps the candidate whose number is read, and says so.
func ask(in io.Reader, language l10n.Language, m *memory, found terminal.Profile, all []terminal.Profile) (string, error) {
	answer, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", err
	}
	if answer = strings.TrimSpace(answer); answer == "" {
		return language.Say(l10n.DoctorUnchanged), nil
	}
	n, err := strconv.Atoi(answer)
	if err != nil || n < 1 || n > len(all) {
		return "", errors.New(language.Say(l10n.DoctorNoSuch, answer))
	}
	choice, _ := m.recall(found.Identity())
	choice.Terminal = all[n-1].Name
	if err := m.remember(found.Identity(), choice); err != nil {
		return "", err
	}
	return language.Say(l10n.DoctorStored, choice.Terminal, found.Identity()), nil
}
