// Package doctor finds out what a terminal needs: it says what is known of it, and
// shows a passage in every order that it can be sent, so that the reader says
// which one reads right. It does no I/O: the caller asks the terminal, prints and
// reads.
package doctor

import (
	"slices"
	"strconv"
	"strings"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// Diagnosis is what is known of the terminal, and what it gets; as JSON it is a
// report.
type Diagnosis struct {
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
	Columns     int               `json:"columns"` // 0 where there is no terminal
	Rows        int               `json:"rows"`
	Environment map[string]string `json:"environment"`
	Version     string            `json:"version"` // of rawi
	System      string            `json:"system"`
}

// Variables are those of the environment that a report has.
func Variables() []string {
	return []string{
		"TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "COLORFGBG", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE",
		"TMUX", "STY", "SSH_TTY", "XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM",
		"ALACRITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION", terminal.Variable,
	}
}

// Observe fills in what follows from the profile that name and environment speak
// for, from what the terminal answered and tmux said (d.Answers and d.Client), and
// from what the reader chose for that terminal. The profile found is without that
// choice, the one used with it.
func (d *Diagnosis) Observe(given terminal.Profile, recall func(identity string) (terminal.Choice, bool), lookup func(variable string) (string, bool)) (found, used terminal.Profile) {
	found = given.Attached(d.Client)
	if !given.Multiplexed() {
		found = found.Refine(d.Answers)
	}
	d.Choice, _ = recall(found.Identity())
	used = found.Prefer(d.Choice, d.Answers)
	d.Terminal, d.Identity, d.Order, d.Reason = used.Name, found.Identity(), used.Order.String(), used.Reason
	d.Enter, d.Marks, d.Multiplexed = used.Enter, used.Marks, used.Multiplexed()
	d.Environment = map[string]string{}
	for _, v := range Variables() {
		if value, ok := lookup(v); ok {
			d.Environment[v] = value
		}
	}
	return found, used
}

// Facts are what was found, a line each; file is where choices are kept.
func (d *Diagnosis) Facts(language l10n.Language, file string) []string {
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
func (d *Diagnosis) said() string {
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
