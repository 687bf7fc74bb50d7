package terminal

import (
	"slices"
	"strings"
)

// Questions is what to send to a terminal to hear what it is: XTVERSION, the
// state of mode 8 (DECRQM), the secondary device attributes (DA2), and the
// primary ones (DA1), which every terminal answers: they end the batch.
const Questions = "\x1b[>q" + "\x1b[8$p" + "\x1b[>c" + "\x1b[c"

// SizeQuestion asks a kitty whether it has text sizing (OSC 66): a blank two
// cells wide is written at the beginning of the second row, then the cursor's
// column asked. It leaves the cursor where it was, and the blank.
const SizeQuestion = "\x1b7" + "\x1b[2;1H" + "\x1b]66;w=2; \a" + "\x1b[6n" + "\x1b8"

// FontCapability is the name under which a kitty tells its font (XTGETTCAP).
const FontCapability = "kitty-query-font_family"

// FontQuestion asks for it (in hexadecimal).
const FontQuestion = "\x1bP+q6b697474792d71756572792d666f6e745f66616d696c79\x1b\\"

// Answers is what a terminal said. The zero value is a terminal that said
// nothing.
type Answers struct {
	Version  string `json:"xtversion"`     // name and version, "" for none
	Device   string `json:"da2"`           // parameters of DA2 with ";" between, "" for none
	Explicit bool   `json:"explicit_mode"` // mode 8 is known: set or reset
	Sized    bool   `json:"text_sizing"`   // OSC 66 moved the cursor
	Font     string `json:"kitty_font"`    // the font that a kitty says it uses
	Primary  string `json:"da1_features"`  // parameters of DA1 with ";" between
	Ended    bool   `json:"da1"`           // DA1 came: nothing more will
}

// versions are how answers to XTVERSION begin.
var versions = []struct{ begins, name string }{
	{"XTerm(", "xterm"},
	{"kitty(", "kitty"},
	{"Konsole ", "konsole"},
	{"foot(", "foot"},
	{"VTE(", "vte"},
	{"mintty ", "mintty"},
	{"WezTerm ", "wezterm"},
	{"ghostty ", "ghostty"},
	{"iTerm2 ", "iterm2"},
	{"xterm.js(", "xterm.js"},
	{"tmux ", unknown},
}

// devices are how answers to DA2 begin, of terminals that say nothing else.
var devices = []struct{ begins, name string }{
	{"24;279;", "mlterm"},
	{"65;", "vte"},
	{"0;115;0", "qterminal"},
	{"64;0;0", "zutty"},
	{"85;95;", "urxvt"},
	{"0;136;0", "putty"},
	{"0;276;0", "xterm.js"},
	{"83;", unknown}, // screen
	{"84;", unknown}, // tmux
}

func byVersion(version string) string {
	for _, v := range versions {
		if strings.HasPrefix(version, v.begins) {
			return v.name
		}
	}
	return ""
}

// name is the name of the profile that the answers speak for, and what spoke;
// "" where they say nothing.
func (a Answers) name() (name, reason string) {
	if name = byVersion(a.Version); name != "" {
		return name, "XTVERSION=" + a.Version
	}
	for _, d := range devices {
		if strings.HasPrefix(a.Device, d.begins) {
			return d.name, "DA2=" + a.Device
		}
	}
	if a.Explicit {
		return "explicit", "DECRQM 8"
	}
	return "", ""
}

// Refine is the profile after the terminal answered. An answer beats the
// environment, which may be inherited from another terminal; the reader's word
// beats an answer, though a kitty may still turn out to have text sizing.
// Inside a multiplexer nothing changes: it answers for itself.
func (p Profile) Refine(a Answers) Profile {
	if p.multiplexed {
		return p
	}
	if name, reason := a.name(); name != "" && !p.named {
		if name != p.Name && !(name == "qterminal" && p.Name == "konsole") { // old ones answer alike
			kind := p.kind
			p, _ = ByName(name)
			p.kind = kind
		}
		p.Reason = reason
	}
	p.answered = strings.TrimSpace(a.Version + " " + a.Device)
	p.copies = a.copies()
	if p.Sizable() {
		p.Order, p.Marks = kittyOrder(a)
	}
	return p
}

// kittyOrder is the order for a kitty outside a multiplexer.
func kittyOrder(a Answers) (order Order, marks bool) {
	switch {
	case a.Sized:
		return Kitty, true
	case a.Font == "" || slices.ContainsFunc(arabicFonts, func(f string) bool { return strings.HasPrefix(a.Font, f) }):
		return Tokens, false
	}
	return Runs, false
}

// arabicFonts are how the names of monospaced fonts begin that have Arabic.
var arabicFonts = []string{"DejaVu", "FreeMono", "Thabit", "Kawkab", "Vazir", "Cascadia", "Courier", "Noto Kufi", "Simplified Arabic"}

// Sizable reports whether [SizeQuestion] is worth asking.
func (p Profile) Sizable() bool { return p.Name == "kitty" && !p.multiplexed }

// Attached is the profile inside a tmux whose client is the one said, as
// "#{client_termname}|#{client_termtype}". Where tmux knows nothing but a TERM
// that many share, the environment's word holds if its order does no harm in
// VTE, the one terminal that is so quiet; what is inherited may be stale.
func (p Profile) Attached(client string) Profile {
	term, version, found := strings.Cut(strings.TrimSpace(client), "|")
	if !found || p.named || !p.multiplexed {
		return p
	}
	q := bySigns(func(variable string) string {
		if variable == "TERM" {
			return term
		}
		return ""
	}, true)
	if name := byVersion(version); name != "" {
		q, _ = ByName(name)
		q = q.around(true)
	}
	if q.Name == unknown && version == "" && (p.inside == Fence || p.inside == Words) {
		return p
	}
	q.Reason, q.kind = "tmux: "+strings.TrimSpace(client), term
	return q
}

// Choice is what a reader chose for one terminal. The zero value is no choice.
type Choice struct {
	Terminal string `toml:"terminal,omitempty" json:"terminal"` // name of a profile or an order
	Marks    *bool  `toml:"marks,omitempty" json:"marks"`       // vowel marks shown
}

// Identity tells terminals apart for which choices are remembered.
func (p Profile) Identity() string {
	id := p.Name
	if p.Name == unknown {
		id = strings.Join(strings.Fields(id+" "+p.kind+" "+p.answered), " ")
	}
	if p.multiplexed {
		id += " multiplexed"
	}
	return id
}

// Multiplexed reports whether tmux or screen stands between.
func (p Profile) Multiplexed() bool { return p.multiplexed }

// Named reports whether the reader named the terminal or chose for it.
func (p Profile) Named() bool { return p.named }

// Known reports whether anything speaks for the profile.
func (p Profile) Known() bool { return p.Name != unknown }

// Prefer is the profile as the reader chose it, in a terminal that gave the
// answers. A choice that names no terminal is none, and a name given now beats
// one given then.
func (p Profile) Prefer(c Choice, a Answers) Profile {
	if q, ok := ByName(c.Terminal); ok && !p.named {
		q.Reason, q.named = "rawi doctor", true
		p = q.around(p.multiplexed).Refine(a)
	}
	if c.Marks != nil {
		p.Marks = *c.Marks
	}
	return p
}
