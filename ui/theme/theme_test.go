package theme

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/lucasb-eyer/go-colorful"
)

var terminals = []struct {
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
	for r := range parties + partyCount {
		all = append(all, r)
	}
	return all
}

// below are the roles over which others are laid.
var below = []Role{Text, Quote, CurrentQuote, Indirect, NotSpeech, Boilerplate, Dim, Selected, SelectedPale, Lit, Status, Input, Title}

// themed calls check with every theme on every ground that is known, how it is
// called, and the colours that the terminal has there by itself.
func themed(check func(what string, t Theme, text, back colorful.Color)) {
	for i, g := range terminals {
		on := []Ground{Dark, Light}[i]
		for _, name := range Names() {
			check(name+" on "+g.name, Called(name, on), g.text, g.back)
		}
	}
}

// contrastOf is the contrast of a look as a terminal of some colours shows it.
func contrastOf(l Look, p colorprofile.Profile, text, back colorful.Color) float64 {
	s := l.Style()
	if c, ok := shown(s.GetForeground(), p); ok {
		text = c
	}
	if c, ok := shown(s.GetBackground(), p); ok {
		back = c
	}
	return contrast(text, back)
}

// Every text of every theme, also laid over another, has the 4.5:1 that WCAG 2.2 asks
// (1.4.3 AA), and 7:1 in the theme of high contrast, also with 256 colours; with 16,
// whose tones each terminal chooses, 3:1 in those of xterm. Edges, which are no text,
// have 3:1 (1.4.11).
func TestEveryRoleIsLegible(t *testing.T) {
	for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI} {
		themed(func(what string, theme Theme, text, back colorful.Color) {
			least := 4.5
			switch {
			case p == colorprofile.ANSI:
				theme, least = theme.Few(), 3
			case theme.ground == contrastDark || theme.ground == contrastLight:
				least = 7
			}
			for _, r := range allRoles() {
				if c := contrastOf(theme.Ground(r), p, text, back); c < min(least, 3) || r != Border && c < least {
					t.Errorf("%s, %s: role %d has a contrast of %.2f", what, p, r, c)
				}
				for _, q := range below {
					if c := contrastOf(theme.Look(r).Over(theme.Ground(q)), p, text, back); r != Border && c < least {
						t.Errorf("%s, %s: role %d over %d has a contrast of %.2f", what, p, r, q, c)
					}
				}
			}
		})
	}
}

// On a background that nobody knows every role has 4:1 on black and on white.
// (Nothing has more than 4.58:1 on both.)
func TestEitherIsLegibleOnBoth(t *testing.T) {
	for _, g := range terminals {
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			for _, r := range allRoles() {
				s := Either().Look(r).Over(Either().Look(Dim)).Style()
				text, ok := shown(s.GetForeground(), p)
				if _, filled := shown(s.GetBackground(), p); filled {
					t.Errorf("role %d has a background", r)
				}
				if c := contrast(text, g.back); ok && c < 4 {
					t.Errorf("role %d, %s, %s: contrast %.2f", r, g.name, p, c)
				}
			}
		}
	}
}

// Nothing is faint, which each terminal draws as it likes, in any theme, nor are
// there lines through the dots of letters where there are colours.
func TestNothingIsFaintOrUnderlined(t *testing.T) {
	themed(func(what string, theme Theme, _, _ colorful.Color) {
		for _, r := range allRoles() {
			s := theme.Style(r)
			if s.GetFaint() || s.GetUnderline() && theme.ground != ownGround {
				t.Errorf("%s: role %d is faint or underlined", what, r)
			}
		}
	})
}

// The theme of the terminal's own colours sends none.
func TestOwnColours(t *testing.T) {
	for g := range grounds {
		for _, r := range allRoles() {
			if l := Called("terminal", g).Look(r); l.text != "" || l.back != "" {
				t.Errorf("role %d is %v", r, l)
			}
		}
	}
}

// A row that is selected is one even bar: what is marked in it has its ground too.
func TestSelectedRowIsEven(t *testing.T) {
	themed(func(what string, theme Theme, _, _ colorful.Color) {
		for _, bar := range []Role{Selected, SelectedPale} {
			for _, r := range []Role{Dim, Guess, Doubt, Decided, Unknown, Party(1), Party(2), Key} {
				ground, l := theme.Ground(bar), theme.Look(r).Over(theme.Ground(bar))
				if l.back != ground.back || l.attr&reverse != ground.attr&reverse || l.attr&reverse != 0 && l.text != ground.text {
					t.Errorf("%s: role %d on the bar %d is %v, the bar %v", what, r, bar, l, ground)
				}
			}
		}
	})
}

type attributes struct{ bold, underline, reverse bool }

func attributesOf(s lipgloss.Style) attributes {
	return attributes{s.GetBold(), s.GetUnderline(), s.GetReverse()}
}

// Roles that stand side by side differ by more than a ground: in attributes or, in
// the themes that have some, in colour.
func TestRolesDifferWithoutColour(t *testing.T) {
	groups := map[string][]Role{
		"article":  {Text, Link, Quote, CurrentQuote, CurrentSpeaker, Selected},
		"blocks":   {Text, Title, Heading},
		"rows":     {Text, Decided, Unknown, Unsaved, Selected, SelectedPale},
		"guesses":  {Guess, Doubt, Decided, Unsaved},
		"status":   {Text, Status, StatusWarning},
		"keys":     {Key, KeyHelp},
		"edges":    {Border, ActiveBorder},
		"pane":     {Text, PaneTitle, Selected},
		"picker":   {Text, Input, Selected},
		"messages": {Text, Error},
		"hits":     {Text, Quote, Hit, CurrentHit},
	}
	for what, theme := range map[string]Theme{
		"terminal": Called("terminal", Dark), "either": Either(), "colourless": New(false).Colourless(), "few": New(true).Few(),
	} {
		for name, group := range groups {
			seen := map[attributes]Role{}
			for _, r := range group {
				a := attributesOf(theme.Style(r))
				if other, twice := seen[a]; twice && theme.Look(r).text == theme.Look(other).text {
					t.Errorf("%s, %s: roles %d and %d look alike", name, what, other, r)
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
	for _, g := range terminals {
		theme := New(g.dark)
		for i := 1; i <= partyCount; i++ {
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
	n := partyCount
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
	for _, g := range terminals {
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
	a, b := Look{attr: bold, text: "#111111"}, Look{attr: underline, text: "#222222", back: "#333333"}
	if got, want := a.Over(b), (Look{bold | underline, "#111111", "#333333"}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := b.Over(a), (Look{bold | underline, "#222222", "#333333"}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := (Look{text: "#111111"}).Over(b), (Look{underline, "#111111", "#333333"}); got != want {
		t.Errorf("a colour alone: %v, want %v", got, want)
	}
	if a.Over(Look{}) != a || (Look{}).Over(a) != a {
		t.Error("the terminal's own look should change nothing")
	}
}
