// Package terminal says which terminal the program runs in and what that
// terminal needs to show Arabic: the order in which cells must be sent, the
// control sequences on entering and leaving, and whether vowel marks are drawn
// well.
//
// rawi orders and joins letters itself, so it wants terminals to show cells as
// they are sent. Some comply ("visual"), some comply on request (VTE, mlterm), some
// must be tricked. What each needs was measured on real terminals; a [Profile]
// is one line of that list. [Choose] picks one by name or by the environment;
// it sends nothing and asks the terminal nothing. What the terminal answers to
// [Questions] refines the guess ([Profile.Refine]), as does what tmux says of
// its client ([Profile.Attached]) and what the reader chose ([Profile.Prefer]).
// All of these are pure functions: the owner of the terminal sends and listens.
package terminal

import (
	"fmt"
	"slices"
	"strings"
)

// Order is how the cells of a line, which are in visual order, must be sent.
// Package paint has the encoder of each.
type Order uint8

const (
	// Visual sends the cells as they are: for terminals that do not reorder.
	Visual Order = iota
	// Fence sends U+200E after each cell of class R, AL or AN: no two of them
	// touch, so a terminal that reorders by UAX #9 finds nothing to turn. It is
	// harmless nearly everywhere, hence the order for unknown terminals.
	Fence
	// Words sends each run of Arabic or Hebrew letters in logical order with
	// U+200E on both sides: for terminals that also join letters and would break
	// the joins at a fence (Konsole).
	Words
	// Runs sends each run of Arabic or Hebrew characters in reverse: for
	// terminals that turn it round by themselves and take nothing else from the
	// same font (kitty before 0.40, with most fonts).
	Runs
	// Tokens sends what stands between blanks in reverse, where it is Arabic or
	// Hebrew: for the same terminals with a font that has both these letters and
	// punctuation, such as DejaVu Sans Mono.
	Tokens
	// Bare sends no character without a width: for terminals that lose the next
	// cell to one (st).
	Bare
	// Kitty sends each Arabic or Hebrew cell by itself in kitty's text sizing
	// protocol, so that no two make a run. [Output] writes it.
	Kitty
	// SGR gives neighbouring cells colours that differ by 1/255 of blue: for
	// terminals that turn round each stretch of one look (qterminal).
	SGR
	// Logical sends a whole row of the screen such that UAX #9 turns it into the
	// cells wanted: for terminals that turn rows round, panes and all, and cannot
	// be kept from it (PuTTY).
	Logical
	// Walled does the same for terminals that turn round what stands between
	// box-drawing characters, each by itself (mlterm in a multiplexer).
	Walled
	OrderCount = iota
)

var orderNames = [OrderCount]string{
	"visual", "fence", "words", "kitty-runs", "kitty-tokens", "bare", "kitty", "sgr", "logical", "walled",
}

// String is the order's name.
func (o Order) String() string { return orderNames[o] }

// marks reports whether the terminals that need the order draw marks well.
func (o Order) marks() bool { return o != Runs && o != Tokens && o != Bare && o != SGR }

// Profile is one kind of terminal and what it needs. The zero value is a
// terminal of no name that shows cells as they are sent and draws marks badly.
type Profile struct {
	Name   string
	Order  Order
	Marks  bool   // vowel marks are drawn well
	Enter  string // control sequence to send when the program takes the screen
	Leave  string // and when it gives the screen back, for whatever reason
	Typed  bool   // letters are sent as typed, for fonts that have no joined forms
	Trails bool   // leaves specks of letters that reached beyond a cell where they moved away
	Smears bool   // leaves specks of letters that reached beyond a cell, unless everything is repainted
	Counts bool   // gives a cell of its own to each format character, such as U+200E
	Links  bool   // makes text clickable that has an address (OSC 8)
	Reason string // what spoke for this profile, such as "TERM=foot"

	inside      Order  // the order in a multiplexer, which swallows Enter
	named       bool   // by the reader: no answer changes it
	multiplexed bool   // what stands between swallows modes and answers for itself
	kind        string // TERM; with answered it tells unknown terminals apart
	answered    string
	copies      Clipboard // by what it answered, where that tells
}

// Variable is the environment variable by which a reader names the terminal.
const Variable = "RAWI_TERMINAL"

// ByName is the profile of that name, or the nameless one with the order of
// that name.
func ByName(name string) (Profile, bool) {
	for _, p := range profiles {
		if p.Name == name {
			p.Links = links[name]
			return p, true
		}
	}
	for o, n := range orderNames {
		if n == name {
			o := Order(o)
			return Profile{Name: name, Order: o, Marks: o.marks(), inside: o}, true
		}
	}
	return Profile{}, false
}

// Names are the names of all profiles, and of the orders that no profile is
// named for, for a help text.
func Names() []string {
	names := make([]string, len(profiles), len(profiles)+int(OrderCount))
	for i, p := range profiles {
		names[i] = p.Name
	}
	for _, n := range orderNames {
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// Choose is the profile called name; with no name that of [Variable]; without
// that what [Detect] finds. Inside a multiplexer the name is still that of the
// terminal around it. The error says that there is no such name and which
// there are.
func Choose(name string, getenv func(string) string) (Profile, error) {
	reason := "--terminal"
	if name == "" {
		name, reason = getenv(Variable), Variable
	}
	if name == "" {
		return Detect(getenv), nil
	}
	p, ok := ByName(name)
	if !ok {
		return Profile{}, fmt.Errorf("no terminal is known as %q; choose one of %s",
			name, strings.Join(Names(), ", "))
	}
	p.named, p.Reason = true, reason
	return p.around(multiplexed(getenv)), nil
}

// Detect is the profile that the environment speaks for: that of [Variable] if
// it holds a known name (to hear of an unknown one, call [Choose]), then the
// first of the signs that fits, else "unknown".
func Detect(getenv func(string) string) Profile {
	if p, ok := ByName(getenv(Variable)); ok {
		p.named, p.Reason = true, Variable
		return p.around(multiplexed(getenv))
	}
	return bySigns(getenv, multiplexed(getenv))
}

// bySigns is the profile of the first sign that fits.
func bySigns(getenv func(string) string, multiplexed bool) Profile {
	name, reason := unknown, ""
	for _, s := range signs {
		if s.fits(getenv) {
			name, reason = s.name, s.variable+"="+getenv(s.variable)
			break
		}
	}
	p, _ := ByName(name)
	p.Reason, p.kind = reason, getenv("TERM")
	return p.around(multiplexed)
}

// around is the profile as it works through a multiplexer, if there is one:
// tmux and screen pass cells through but swallow modes.
func (p Profile) around(multiplexed bool) Profile {
	if multiplexed {
		p.Order, p.Enter, p.Leave, p.Links, p.multiplexed = p.inside, "", "", false, true
	}
	return p
}

func multiplexed(getenv func(string) string) bool {
	return getenv("TMUX") != "" || getenv("STY") != ""
}

// Background is what a terminal's background is known to be.
type Background uint8

const (
	UnknownBackground Background = iota
	DarkBackground
	LightBackground
)

// BackgroundOf is what the environment says of the background: by COLORFGBG,
// which rxvt, Konsole and qterminal set to the numbers of the colours of text
// and background, such as "0;default;15". (Of the sixteen colours 7 and 15 are
// white. rxvt does not end its answer to the question of its background, so
// that nobody hears it.) The Linux console is dark.
func BackgroundOf(getenv func(string) string) Background {
	if getenv("TERM") == "linux" {
		return DarkBackground
	}
	colours := getenv("COLORFGBG")
	switch back := colours[strings.LastIndexByte(colours, ';')+1:]; back {
	case "", "default":
		return UnknownBackground
	case "7", "15":
		return LightBackground
	}
	return DarkBackground
}
