package terminal

import "strings"

// What terminals are asked to do on entering and leaving.
const (
	explicitOn   = "\x1b[8l" // BDSM reset: show cells as they are (ECMA-48, terminal-wg's "BiDi in Terminal Emulators")
	explicitOff  = "\x1b[8h"
	mltermCtlOff = "\x1b]5379;use_ctl=false\a" // mlterm's own: no complex text layout
	mltermCtlOn  = "\x1b]5379;use_ctl=true\a"
)

// profiles are the terminals known, each with the order inside a multiplexer
// last. A terminal marked "by its sources" has not been seen by us.
var profiles = []Profile{
	{"xterm", Visual, true, "", "", Visual},
	{"urxvt", Visual, true, "", "", Visual},
	{"alacritty", Visual, false, "", "", Visual}, // draws marks one cell too far right
	{"foot", Visual, false, "", "", Visual},      // loses letters under marks
	{"st", Bare, false, "", "", Bare},            // loses the cell after a zero-width character
	{"zutty", Visual, false, "", "", Visual},     // draws no marks; leaves no sign in the environment
	{"vte", Visual, true, explicitOn, explicitOff, Fence},
	{"mintty", Visual, true, explicitOn, explicitOff, Fence},  // by its sources
	{"wezterm", Visual, true, explicitOn, explicitOff, Fence}, // by its sources: reorders only when set to
	// Inside a multiplexer mlterm reorders whatever it gets, and a fence would
	// take a cell there: the words come out wrong, but the cells stay put.
	{"mlterm", Visual, true, mltermCtlOff, mltermCtlOn, Visual},
	{"konsole", Words, true, "", "", Words},
	// kitty turns each run of letters round. Runs undoes that where the font has
	// Arabic letters but no marks are shown; marks and punctuation next to a
	// letter need kitty's text sizing (OSC 66), which is not sent yet.
	{"kitty", Runs, false, "", "", Runs},
	{"xterm.js", Fence, true, "", "", Fence},           // its DOM renderer reorders, its WebGL one does not
	{"windows-terminal", Visual, true, "", "", Visual}, // by its sources
	{"ghostty", Visual, true, "", "", Visual},          // by its sources
	{"iterm2", Fence, true, "", "", Fence},             // by its sources
	{"apple", Fence, true, "", "", Fence},              // by its sources
	{"unknown", Fence, true, "", "", Fence},
}

// sign is an environment variable that gives a terminal away.
type sign struct {
	variable string
	value    string // how it begins; "" for any
	name     string // of the profile
}

// signs are tried from the first to the last. TERM and TERM_PROGRAM come before
// the variables of their own because each terminal sets TERM anew, whereas
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
	{"TERM", "wezterm", "wezterm"},
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
