package terminal

import (
	"slices"
	"strconv"
	"strings"
)

// Clipboard is what a terminal does with text that it is sent for the clipboard
// (OSC 52). None of them answers.
type Clipboard uint8

const (
	UnsureOfCopies Clipboard = iota
	TakesCopies
	RefusesCopies
)

// Clipboard is what the terminal does, as far as is known. tmux takes copies where
// set-clipboard is "on" (it is "external", tmux(1)), which nobody says.
func (p Profile) Clipboard() Clipboard {
	switch {
	case p.multiplexed:
		return UnsureOfCopies
	case p.copies != UnsureOfCopies:
		return p.copies
	}
	return clipboards[p.Name]
}

// clipboardFeature in the primary device attributes says that copies are taken
// (contour's vt-extensions/clipboard; also kitty, foot, Ghostty).
const clipboardFeature = "52"

// copies is what the answers tell of the clipboard.
func (a Answers) copies() Clipboard {
	version, isKonsole := strings.CutPrefix(a.Version, "Konsole ")
	if slices.Contains(strings.Split(a.Primary, ";"), clipboardFeature) ||
		isKonsole && slices.Compare(numbers(version), konsoleCopies) >= 0 {
		return TakesCopies
	}
	return UnsureOfCopies
}

// numbers are the parts of a version, up to the first that is no number.
func numbers(version string) (parts []int) {
	for part := range strings.SplitSeq(version, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		parts = append(parts, n)
	}
	return parts
}

// Titled reports whether the terminal has a title that programs may set; the Linux
// console would print it.
func (p Profile) Titled() bool { return p.Name != "linux" || p.multiplexed }

// PushTitle has a terminal remember its title, PopTitle show it again (XTWINOPS 22
// and 23; ctlseqs, "Window manipulation"). Those that have no such memory ignore both.
const (
	PushTitle = "\x1b[22;2t"
	PopTitle  = "\x1b[23;2t"
)
