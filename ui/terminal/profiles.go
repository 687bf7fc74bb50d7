package terminal

import "strings"

// What terminals are asked to do on entering and leaving.
const (
	explicitOn   = "\x1b[8l" // BDSM reset: show cells as they are (ECMA-48, terminal-wg's "BiDi in Terminal Emulators")
	explicitOff  = "\x1b[8h"
	mltermCtlOff = "\x1b]5379;use_ctl=false\a" // mlterm's own: no complex text layout
	mltermCtlOn  = "\x1b]5379;use_ctl=true\a"
)

// profiles are the terminals known. A terminal marked "by its sources" has not
// been seen by us.
var profiles = []Profile{
	{Name: "xterm", Marks: true},
	{Name: "urxvt", Marks: true, Smears: true},
	{Name: "alacritty"},                     // draws marks one cell too far right
	{Name: "foot"},                          // loses letters under marks
	{Name: "st", Order: Bare, inside: Bare}, // loses the cell after a zero-width character
	{Name: "zutty"},                         // draws no marks
	{Name: "qterminal", Order: SGR, Smears: true, inside: Visual}, // draws no marks; nothing is known to help inside a multiplexer
	{Name: "putty", Order: Logical, Marks: true, inside: Logical},
	{Name: "vte", Marks: true, Enter: explicitOn, Leave: explicitOff, inside: Fence},
	{Name: "mintty", Marks: true, Enter: explicitOn, Leave: explicitOff, inside: Fence},  // by its sources
	{Name: "wezterm", Marks: true, Enter: explicitOn, Leave: explicitOff, inside: Fence}, // by its sources: reorders only when set to
	// Inside a multiplexer mlterm reorders whatever it gets, and a fence would
	// take a cell there.
	{Name: "mlterm", Marks: true, Enter: mltermCtlOff, Leave: mltermCtlOn, Smears: true, Counts: true, inside: Walled},
	{Name: "konsole", Order: Words, Smears: true, Marks: true, inside: Words},
	// kitty turns each run of one font round; marks wander. One that has text
	// sizing ([Answers]) gets [Kitty] and marks, any other [Runs] or [Tokens] by
	// its font. A multiplexer keeps it from saying which: then by what is usual.
	{Name: "kitty", Order: Tokens, inside: Tokens},
	{Name: "xterm.js", Order: Fence, Marks: true, inside: Fence},                          // its DOM renderer reorders, its WebGL one does not
	{Name: "windows-terminal", Marks: true},                                               // by its sources
	{Name: "ghostty", Marks: true},                                                        // by its sources
	{Name: "iterm2", Order: Fence, Marks: true, inside: Fence},                            // by its sources
	{Name: "apple", Order: Fence, Marks: true, inside: Fence},                             // by its sources
	{Name: "linux", Order: Bare, inside: Bare},                                            // the console: not seen; what cannot be drawn is better not sent
	{Name: "explicit", Marks: true, Enter: explicitOn, Leave: explicitOff, inside: Fence}, // any that answers for explicit mode
	{Name: "typed", Typed: true, Marks: true},                                             // the classic console of Windows
	{Name: unknown, Order: Fence, Marks: true, inside: Fence},
}

// unknown is the name of the profile for terminals that nothing speaks for.
const unknown = "unknown"

// sign is an environment variable that gives a terminal away.
type sign struct {
	variable string
	value    string // how it begins; "" for any
	name     string // of the profile
}

// signs are tried from the first to the last. TERM and TERM_PROGRAM come before
// the variables of their own because each terminal sets TERM again, whereas
// VTE_VERSION and its like are inherited by any terminal or editor that is
// started from a shell. (A multiplexer sets both to its own name: then the
// variables that it inherited speak for the terminal around it.)
var signs = []sign{
	{"TERM", "xterm-kitty", "kitty"},
	{"TERM", "xterm-ghostty", "ghostty"},
	{"TERM", "alacritty", "alacritty"},
	{"TERM", "foot", "foot"},
	{"TERM", "mlterm", "mlterm"},
	{"TERM", "rxvt-unicode", "urxvt"},
	{"TERM", "st-", "st"},
	{"TERM", "konsole", "konsole"},
	{"TERM", "vte", "vte"},
	{"TERM", "gnome", "vte"},
	{"TERM", "putty", "putty"},
	{"TERM", "mintty", "mintty"},
	{"TERM", "wezterm", "wezterm"},
	{"TERM", "iterm2", "iterm2"},
	{"TERM", "nsterm", "apple"},
	{"TERM", "linux", "linux"},
	{"TERM_PROGRAM", "vscode", "xterm.js"},
	{"TERM_PROGRAM", "WezTerm", "wezterm"},
	{"TERM_PROGRAM", "ghostty", "ghostty"},
	{"TERM_PROGRAM", "mintty", "mintty"},
	{"TERM_PROGRAM", "iTerm.app", "iterm2"},
	{"TERM_PROGRAM", "Apple_Terminal", "apple"},
	{"KITTY_WINDOW_ID", "", "kitty"},
	{"KONSOLE_VERSION", "", "konsole"},
	{"VTE_VERSION", "", "vte"},
	{"MLTERM", "", "mlterm"},
	{"ALACRITTY_WINDOW_ID", "", "alacritty"},
	{"WEZTERM_PANE", "", "wezterm"},
	{"XTERM_VERSION", "", "xterm"},
	{"WT_SESSION", "", "windows-terminal"},
}

func (s sign) fits(getenv func(string) string) bool {
	v := getenv(s.variable)
	return v != "" && strings.HasPrefix(v, s.value)
}
