package theme

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/lucasb-eyer/go-colorful"
)

var grounds = []struct {
	name       string
	dark       bool
	back, text colorful.Color
}{
	{"dark", true, colorful.Color{}, colorful.Color{R: .8, G: .8, B: .8}},
	{"light", false, colorful.Color{R: 1, G: 1, B: 1}, colorful.Color{R: .1, G: .1, B: .1}},
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c colorful.Color) float64 {
	part := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrast is the contrast ratio of WCAG 2.2, 1 to 21.
func contrast(a, b colorful.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrast(t *testing.T) {
	black, white := colorful.Color{}, colorful.Color{R: 1, G: 1, B: 1}
	if c := contrast(black, white); math.Abs(c-21) > 1e-9 {
		t.Fatal("black on white should be 21:1, is", c)
	}
	grey := colorful.Color{R: 0x76 / 255., G: 0x76 / 255., B: 0x76 / 255.} // WCAG's well-known limit
	if c := contrast(grey, white); math.Abs(c-4.54) > 0.01 {
		t.Fatal("#767676 on white should be 4.54:1, is", c)
	}
}

// xterm16 are the sixteen colours of xterm as delivered (XTerm-col.ad).
var xterm16 = [16]string{
	"#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
	"#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
}

// shown is the colour c as a terminal of the profile shows it; ok is false for
// the terminal's own colour.
func shown(c color.Color, p colorprofile.Profile) (colorful.Color, bool) {
	if _, none := c.(lipgloss.NoColor); none || c == nil {
		return colorful.Color{}, false
	}
	c = p.Convert(c)
	if basic, ok := c.(ansi.BasicColor); ok {
		c = lipgloss.Color(xterm16[basic])
	}
	return colorful.MakeColor(c)
}

func allRoles() []Role {
	var all []Role
	for r := range parties + Role(len(partyColours)) {
		all = append(all, r)
	}
	return all
}

// Every role, and every party within every quotation, has the 4.5:1 that WCAG
// 2.2 asks (1.4.3 AA), also with 256 colours; with 16, whose tones each terminal
// chooses, 3:1 in those of xterm. Faint is taken as two thirds
// of the way from the background to the text, as most terminals draw it.
func TestEveryRoleIsLegible(t *testing.T) {
	check := func(what string, s lipgloss.Style, p colorprofile.Profile, ground int) {
		g := grounds[ground]
		text, back := g.text, g.back
		if c, ok := shown(s.GetForeground(), p); ok {
			text = c
		}
		if c, ok := shown(s.GetBackground(), p); ok {
			back = c
		}
		if s.GetFaint() {
			text = back.BlendRgb(text, 2./3)
		}
		least := 4.5
		if p == colorprofile.ANSI {
			least = 3
		}
		if c := contrast(text, back); c < least {
			t.Errorf("%s, %s, %s: contrast %.2f", what, g.name, p, c)
		}
	}
	for i, g := range grounds {
		theme := New(g.dark)
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI} {
			for _, r := range allRoles() {
				check(fmt.Sprint("role ", r), theme.Style(r), p, i)
				for _, q := range []Role{Quote, CurrentQuote, NotSpeech, Boilerplate, Dim} {
					check(fmt.Sprint("role ", r, " over ", q), theme.Look(r).Over(theme.Look(q)).Style(), p, i)
				}
			}
		}
	}
}

// On a background that nobody knows every role has 4:1 on black and on white.
// (Nothing has more than 4.58:1 on both.)
func TestEitherIsLegibleOnBoth(t *testing.T) {
	for _, g := range grounds {
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			for _, r := range allRoles() {
				s := Either().Look(r).Over(Either().Look(Dim)).Style()
				text, ok := shown(s.GetForeground(), p)
				if _, filled := shown(s.GetBackground(), p); filled {
					t.Errorf("role %d has a background", r)
				}
				if ok && s.GetFaint() {
					t.Errorf("role %d has a colour and is faint", r)
				}
				if c := contrast(text, g.back); ok && c < 4 {
					t.Errorf("role %d, %s, %s: contrast %.2f", r, g.name, p, c)
				}
			}
		}
	}
}

type attributes struct{ bold, faint, underline, reverse bool }

func attributesOf(s lipgloss.Style) attributes {
	return attributes{s.GetBold(), s.GetFaint(), s.GetUnderline(), s.GetReverse()}
}

// Roles that stand side by side differ where there is no colour.
func TestRolesDifferWithoutColour(t *testing.T) {
	groups := map[string][]Role{
		"article":  {Text, Link, Quote, CurrentQuote, NotSpeech, CurrentSpeaker, Selected},
		"blocks":   {Text, Title, Heading, Boilerplate},
		"rows":     {Text, Guess, Doubt, Decided, Unknown, Unsaved, Selected},
		"status":   {Text, Status, StatusWarning},
		"keys":     {Key, KeyHelp},
		"edges":    {Border, ActiveBorder},
		"pane":     {Text, PaneTitle, Dim, Selected},
		"picker":   {Text, Input, Selected, Dim},
		"messages": {Text, Error},
	}
	for _, g := range grounds {
		theme := New(g.dark)
		for name, group := range groups {
			seen := map[attributes]Role{}
			for _, r := range group {
				a := attributesOf(theme.Style(r))
				if other, twice := seen[a]; twice {
					t.Errorf("%s, %s: roles %d and %d look alike", name, g.name, other, r)
				}
				seen[a] = r
			}
		}
	}
}

// Parties are told apart by colour: all of them somewhat, the first four,
// which most articles have, well. (2.3 is a just noticeable difference in
// CIE76, 0.023 on this scale.)
func TestPartyColoursAreFarApart(t *testing.T) {
	for _, g := range grounds {
		theme := New(g.dark)
		for i := 1; i <= len(partyColours); i++ {
			for j := 1; j < i; j++ {
				a, _ := colorful.MakeColor(theme.Style(Party(i)).GetForeground())
				b, _ := colorful.MakeColor(theme.Style(Party(j)).GetForeground())
				least := 0.15
				if i <= 4 {
					least = 0.4
				}
				if d := a.DistanceLab(b); d < least {
					t.Errorf("%s: parties %d and %d are %.2f apart", g.name, i, j, d)
				}
			}
		}
	}
}

func TestParty(t *testing.T) {
	n := len(partyColours)
	if n < 10 {
		t.Errorf("only %d colours", n)
	}
	if Party(1) == Party(2) || Party(1) != Party(n+1) || Party(n) == Text {
		t.Error("colours should differ and repeat after the last")
	}
	if Party(0) != Text || Party(-3) != Text {
		t.Error("nobody should look like text")
	}
	seen := map[Role]bool{}
	for _, r := range allRoles() {
		seen[r] = true
	}
	for i := range 3 * n {
		if !seen[Party(i)] {
			t.Errorf("party %d has no style", i)
		}
	}
}

func TestZeroThemeStylesNothing(t *testing.T) {
	if got := (Theme{}).Style(Party(3)).Render("x"); got != "x" {
		t.Errorf("%q", got)
	}
	if got := New(true).Style(Text).Render("x"); got != "x" {
		t.Errorf("plain text should have the terminal's own look, is %q", got)
	}
}

// A terminal makes the same of the sequence as of what Lip Gloss sends for the
// look.
func TestSequenceIsLipGloss(t *testing.T) {
	e := vt.NewEmulator(2, 1)
	defer e.Close()
	for _, g := range grounds {
		theme := New(g.dark)
		for _, r := range allRoles() {
			for _, q := range allRoles() {
				l := theme.Look(r).Over(theme.Look(q))
				sent := l.Sequence() + "x" + Reset + l.Style().Render("x")
				if _, err := e.WriteString("\x1b[H" + sent); err != nil {
					t.Fatal(err)
				}
				if !e.CellAt(0, 0).Equal(e.CellAt(1, 0)) || e.CellAt(1, 0).Content != "x" {
					t.Fatalf("roles %d over %d: %q", r, q, sent)
				}
			}
		}
	}
}

func TestOver(t *testing.T) {
	a, b := Look{attr: bold, text: "#111111"}, Look{attr: faint | underline, text: "#222222", back: "#333333"}
	if got, want := a.Over(b), (Look{bold | underline, "#111111", "#333333"}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := b.Over(a), b; got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := (Look{text: "#111111"}).Over(b), (Look{underline, "#111111", "#333333"}); got != want {
		t.Errorf("a colour over faint: %v, want %v", got, want)
	}
	if a.Over(Look{}) != a || (Look{}).Over(a) != a {
		t.Error("the terminal's own look should change nothing")
	}
}
