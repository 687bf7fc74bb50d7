package doctor

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// Candidates are the profiles worth trying on a terminal: what it is thought
// to be, then all orders that it can be sent. In a mode that is the whole
// screen's, orders that look right by that mode alone are left out.
func Candidates(found terminal.Profile, a terminal.Answers) []terminal.Profile {
	names := []string{"visual", "fence", "words", "kitty-tokens", "kitty-runs", "sgr", "bare", "typed", "logical", "walled"}
	switch {
	case WholeScreen(found):
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

// WholeScreen reports whether the profile's mode is the whole screen's, not that of the
// lines written in it: it must be entered once, for all output.
func WholeScreen(p terminal.Profile) bool { return p.Name == "mlterm" && p.Enter != "" }

// InsideMode is the profile inside its own mode, which is entered already.
func InsideMode(p terminal.Profile) terminal.Profile {
	p.Enter, p.Leave = "", ""
	return p
}

// Show is the passage as each candidate has it, numbered from 1, on screens of so many
// rows; 0 is unknown, and all on one.
func Show(candidates []terminal.Profile, columns, rows int) (screens []string) {
	const asked = 3 // rows of the question
	var text strings.Builder
	used := 0
	for i, p := range candidates {
		if WholeScreen(p) {
			p = InsideMode(p)
		}
		sample := Sample(p, columns)
		if height := len(sample) + 2; rows > 0 && used > 0 && used+height > rows-asked {
			screens, used = append(screens, text.String()), 0
			text.Reset()
		}
		fmt.Fprintf(&text, "\n%d  %s\n%s%s\n%s", i+1, p.Name, p.Enter, strings.Join(sample, "\n"), p.Leave)
		used += len(sample) + 2
	}
	return append(screens, text.String())
}

// First is the passage as the profile has it that was found, after which the reader is
// asked whether that is right.
func First(p terminal.Profile, columns int) string {
	return "\n" + p.Enter + strings.Join(Sample(p, columns), "\n") + "\n" + p.Leave
}

// IsRight says how the passage reads right, and asks whether it does; in English too,
// since Arabic may not be legible here.
func IsRight(language l10n.Language) []string {
	return inBoth(language, "", language.Say(l10n.DoctorRight), l10n.DoctorRight, l10n.DoctorIsRight)
}

// Which asks for the number of the passage that reads right, on the last screen or
// on one before.
func Which(language l10n.Language, last bool) []string {
	if last {
		return []string{"", language.Say(l10n.DoctorWhich)}
	}
	return []string{"", language.Say(l10n.DoctorMore)}
}

func inBoth(language l10n.Language, before, first string, words ...l10n.Word) []string {
	all := []string{before, first}
	if language == l10n.Arabic {
		for _, w := range words {
			all = append(all, l10n.English.Say(w))
		}
	}
	return append(all, "", language.Say(words[len(words)-1]))
}

// Yes reports whether an answer to [IsRight] is yes.
func Yes(typed string) bool {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "", "y", "yes", "ن", "نعم":
		return true
	}
	return false
}

// Answer is the name of the candidate whose number was typed, "" for an empty
// answer. The error says that there is none of that number.
func Answer(typed string, candidates []terminal.Profile, language l10n.Language) (name string, err error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > len(candidates) {
		return "", errors.New(language.Say(l10n.DoctorNoSuch, typed))
	}
	return candidates[n-1].Name, nil
}

// lineWidth is how wide lines of sentences are at most.
const lineWidth = 80

// Sentences is some sentences, each on lines of its own, as the terminal needs
// them, wrapped to columns; 0 is unknown.
func Sentences(p terminal.Profile, columns int, sentences ...string) string {
	if columns <= 0 {
		columns = lineWidth
	}
	text := p.Enter
	for _, s := range sentences {
		text += strings.Join(sentence(p, s, min(columns, lineWidth)), "\n") + "\n"
	}
	return text + p.Leave
}
