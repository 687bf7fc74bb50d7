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
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rawi/model/printable"
	"rawi/ui"
	"rawi/ui/doctor"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

func doctorCommand(s *settings) *cobra.Command {
	var asJSON bool
	var page string
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Find out what this terminal needs to show Arabic",
		Long: `doctor says which terminal this is, what it answered and what rawi sends it, then
shows one passage in every way that rawi knows and asks which reads right. The
answer is kept for this terminal.`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if page != "" {
				return explainPage(c.OutOrStdout(), page)
			}
			return runDoctor(c.OutOrStdout(), *s, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print what was found as JSON, for a report, and ask nothing")
	c.Flags().StringVar(&page, "page", "", "show what of this HTML page is read as its article, what is left out and why")
	return c
}

// runDoctor says what the terminal is and what it gets, and lets the reader say
// which order reads right.
func runDoctor(text io.Writer, s settings, asJSON bool) error {
	language := s.language
	prefs, profile, err := chooseTerminal(s.terminal)
	if err != nil {
		return err
	}
	d := diagnose(profile)
	found, used := d.Observe(profile, prefs.choiceFor, os.LookupEnv)
	if asJSON {
		report, err := json.MarshalIndent(d, "", "  ")
		if err == nil {
			_, err = fmt.Fprintln(text, string(printable.JSON(report)))
		}
		return err
	}
	facts, out := d.Facts(language, prefs.file), terminalOutput()
	if !term.IsTerminal(int(os.Stdin.Fd())) || !paintable(out) {
		_, err := fmt.Fprintln(text, strings.Join(facts, "\n"))
		return err
	}
	if doctor.WholeScreen(found) {
		holdMode(out, found)
		defer io.WriteString(out, found.Leave)
		used = doctor.InsideMode(found)
	}
	say := func(sentences ...string) string { return doctor.Sentences(used, d.Columns, sentences...) }
	a := asking{out, bufio.NewReader(os.Stdin)}
	name, shown := "", doctor.Candidates(found, d.Answers)
	typed, err := a.ask(say(facts...) + doctor.First(used, d.Columns) + say(doctor.IsRight(language)...))
	if err == nil && !doctor.Yes(typed) {
		name, err = a.which(shown, doctor.Show(shown, d.Columns, d.Rows), language, say)
	}
	kept := language.Say(l10n.DoctorUnchanged)
	if err == nil && name != "" {
		kept, err = keepOrder(language, prefs, found.Identity(), name)
	}
	if err == nil {
		_, err = io.WriteString(out, say(kept))
	}
	return err
}

// asking asks on a terminal and reads answers, a line each.
type asking struct {
	out io.Writer
	in  *bufio.Reader
}

func (a asking) ask(question string) (typed string, err error) {
	if _, err := io.WriteString(a.out, question); err != nil {
		return "", err
	}
	typed, err = a.in.ReadString('\n')
	if err == io.EOF {
		err = nil
	}
	return typed, err
}

// which shows the candidates, a screen at a time, until one is named; "" for none.
func (a asking) which(shown []terminal.Profile, screens []string, language l10n.Language, say func(...string) string) (name string, err error) {
	for i, screen := range screens {
		typed, err := a.ask(screen + say(doctor.Which(language, i == len(screens)-1)...))
		if err == nil {
			name, err = doctor.Answer(typed, shown, language)
		}
		if name != "" || err != nil {
			return name, err
		}
	}
	return "", nil
}

// holdMode enters a mode that is the whole screen's, for as long as there is
// something to read; it is left too when rawi is told to end meanwhile.
func holdMode(w io.Writer, p terminal.Profile) {
	io.WriteString(w, p.Enter)
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-told
		io.WriteString(w, p.Leave)
		os.Exit(exitFailed)
	}()
}

// diagnose asks the terminal and tmux, and the system around them.
func diagnose(p terminal.Profile) (d doctor.Diagnosis) {
	if client := askTmux(); client != nil {
		said, _ := client() // where tmux is gone nothing is known of its client
		d.Client = strings.TrimSpace(said)
	}
	if !p.Multiplexed() {
		d.Answers = probeTerminal(p)
	}
	d.Colours = colorprofile.Detect(terminalOutput(), os.Environ()).String()
	d.Columns, d.Rows, _ = term.GetSize(int(terminalOutput().Fd())) // 0 where there is none
	d.Version, d.System = version(), runtime.GOOS+"/"+runtime.GOARCH
	return d
}

// probeTerminal asks the terminal; without a terminal there are no answers.
func probeTerminal(p terminal.Profile) terminal.Answers {
	in, out, err := tea.OpenTTY()
	if err != nil {
		return terminal.Answers{}
	}
	defer in.Close()
	if out != in {
		defer out.Close()
	}
	i := &ui.Probe{Profile: p}
	if _, err := tea.NewProgram(i, tea.WithInput(in), tea.WithOutput(out)).Run(); err != nil {
		return terminal.Answers{}
	}
	return i.Answers()
}

// keepOrder keeps a candidate for a terminal, and says so.
func keepOrder(language l10n.Language, m *preferences, identity, name string) (string, error) {
	choice, _ := m.choiceFor(identity)
	choice.Terminal = name
	if err := m.remember(identity, choice); err != nil {
		return "", err
	}
	return language.Say(l10n.DoctorStored, name, identity), nil
}
