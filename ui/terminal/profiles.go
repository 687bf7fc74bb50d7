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
	{Name: "xterm", Marks: true, Trails: true}, // dots of letters that reach beyond their cells
	{Name: "urxvt", Marks: true, Smears: true},
	{Name: "alacritty"},                                           // draws marks one cell too far right
	{Name: "foot"},                                                // loses letters under marks
	{Name: "st", Order: Bare, inside: Bare},                       // loses the cell after a zero-width character
	{Name: "zutty"},                                               // draws no marks
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

// clipboards is what terminals do with text for the clipboard (OSC 52) as they come,
// where somebody knows; what the others do nobody does.
var clipboards = map[string]Clipboard{
	"xterm":            RefusesCopies, // xterm(1): SetSelection is in disallowedWindowOps, allowWindowOps false
	"urxvt":            RefusesCopies, // urxvt-extensions(1): only with the extension clipboard-osc
	"st":               RefusesCopies, // config.def.h: allowwindowops = 0
	"qterminal":        RefusesCopies, // lxqt/qterminal#1169
	"putty":            RefusesCopies, // its terminal.c knows no OSC 52
	"vte":              RefusesCopies, // GNOME/vte#2495
	"mintty":           RefusesCopies, // mintty(1): AllowSetSelection=no
	"mlterm":           RefusesCopies, // mlterm(1): allow_osc52=false
	"konsole":          RefusesCopies, // KDE bug 372116; see takesCopies
	"linux":            RefusesCopies, // the console has no clipboard
	"alacritty":        TakesCopies,   // alacritty(5): terminal.osc52 = "OnlyCopy"
	"foot":             TakesCopies,   // foot.ini(5): security.osc52=enabled
	"kitty":            TakesCopies,   // kitty.conf: clipboard_control write-clipboard
	"wezterm":          TakesCopies,   // wezterm.org, "Escape Sequences"
	"ghostty":          TakesCopies,   // its reference: clipboard-write = allow
	"windows-terminal": TakesCopies,   // microsoft/terminal#2946
}

// konsoleCopies is the first Konsole that takes copies (KDE bug 372116), as XTVERSION
// gives it.
var konsoleCopies = []int{24, 12}

// links are the terminals that make text clickable that has an address (OSC 8). Most
// others ignore it.
var links = map[string]bool{
	"vte":              true, // 0.50, whose specification it is
	"kitty":            true, // 0.19, its changelog
	"alacritty":        true, // 0.11, its changelog
	"foot":             true, // 1.7, its changelog
	"konsole":          true, // 20.12; where it is switched on
	"mintty":           true, // 3.0, its release notes
	"wezterm":          true, // wezterm.org, "Hyperlinks"
	"ghostty":          true, // its reference of OSC 8
	"iterm2":           true, // 3.1, its documentation
	"windows-terminal": true, // 1.4, its release notes
	"xterm.js":         true, // 5.0, its release notes
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
