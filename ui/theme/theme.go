// Package theme gives each role that words play on the screen its look.
//
// A role says what something is ("a quotation", "the selected row"), a [Theme]
// how that looks. What matters is strong, what explains is quiet. Looks are laid
// over each other ([Look.Over]): each sets only what its role is about, so a party's
// colour over a quotation keeps the quotation's ground. A theme is a table of
// colours (looks.go); where it has none for something, attributes stand for it
// (bold, underline, reverse), and parties carry a number. Most colours stand in the
// 256-colour cube, so that such terminals show them unchanged; fewer colours are
// the renderer's business.
package theme

import "charm.land/lipgloss/v2"

// Role is the part that words play on the screen. How each looks is in looks.go.
type Role uint16

const (
	Text           Role = iota // the article's words
	Title                      // the article's title
	Heading                    // a heading inside the article
	Boilerplate                // what surrounds an article: menus, tags
	Link                       // words that lead to an address
	Quote                      // direct speech
	CurrentQuote               // the quotation that the keys speak of
	Indirect                   // the sign beside indirect speech
	NotSpeech                  // words between marks that nobody said
	CurrentSpeaker             // the words that name the current quotation's speaker
	Guess                      // a speaker as guessed
	Doubt                      // a guess that may well be wrong
	Decided                    // a speaker as a reader decided
	Unknown                    // no speaker: «؟»
	Differ                     // what authors differ on
	Unsaved                    // a decision that is not on disk yet
	Status                     // the status line
	StatusWarning              // what the status line warns of
	Key                        // a key's name
	KeyHelp                    // what the key does
	Border                     // the edge of a pane
	ActiveBorder               // the edge of the pane that has the keys
	PaneTitle                  // the heading of a pane
	Selected                   // the row under the cursor
	SelectedPale               // the same, in a pane that has not the keys
	Lit                        // the words of a thing that is selected elsewhere
	Dim                        // what may be overlooked
	Error                      // what went wrong
	Input                      // what the reader is typing
	Hit                        // words that were searched for
	CurrentHit                 // those of them gone to last
	parties                    // the first party; see [Party]
)

// Party is the role of the n-th party, counted from 1. Colours repeat after the
// last, so show the number too. Less than 1 is nobody: [Text].
func Party(n int) Role {
	if n < 1 {
		return Text
	}
	return parties + Role((n-1)%partyCount)
}

// Ground is what is known of the terminal's background.
type Ground uint8

const (
	AnyGround Ground = iota // nobody knows
	Dark
	Light
	grounds
)

// ground is an index of palettes.
type ground uint8

const (
	eitherGround ground = iota
	darkGround
	lightGround
	contrastDark
	contrastLight
	sepiaGround
	ownGround
	groundCount
)

// Auto is the name of the theme that follows the terminal's background.
const Auto = "auto"

// named are the themes by name, with the palette on each ground.
var named = []struct {
	name string
	on   [grounds]ground
}{
	{Auto, [grounds]ground{eitherGround, darkGround, lightGround}},
	{"light", [grounds]ground{lightGround, lightGround, lightGround}},
	{"dark", [grounds]ground{darkGround, darkGround, darkGround}},
	{"contrast", [grounds]ground{contrastDark, contrastDark, contrastLight}},
	{"sepia", [grounds]ground{sepiaGround, sepiaGround, sepiaGround}},
	{"terminal", [grounds]ground{ownGround, ownGround, ownGround}},
}

// own are the grounds that the themes light and dark lay where the terminal has
// another, or one that nobody knows.
var own = map[string][2]string{"light": {"#1c1c1c", "#ffffff"}, "dark": {"#d0d0d0", "#000000"}}

// Names are the names of the themes.
func Names() (names []string) {
	for _, n := range named {
		names = append(names, n.name)
	}
	return names
}

// Theme has the looks for one kind of background. The zero value has the
// terminal's own for every role.
type Theme struct {
	looks   []Look
	ground  ground
	palette *palette
}

// Called is the theme of a name on a ground; [Auto] for a name that there is not.
func Called(name string, on Ground) Theme {
	for _, n := range named {
		if n.name != name {
			continue
		}
		p := palettes[n.on[on]]
		if laid, ok := own[name]; ok && n.on[on] != named[0].on[on] {
			p[letters], p[paper] = laid[0], laid[1]
		}
		return with(n.on[on], &p)
	}
	return Called(Auto, on)
}

// New is the theme for a dark or a light background.
func New(isDark bool) Theme {
	if isDark {
		return Called(Auto, Dark)
	}
	return Called(Auto, Light)
}

// Either is the theme for a background that nobody knows.
func Either() Theme { return Called(Auto, AnyGround) }

func with(g ground, p *palette) Theme {
	t := Theme{make([]Look, 0, len(designs)+partyCount), g, p}
	for _, d := range designs {
		t.looks = append(t.looks, d.in(p))
	}
	for i := range partyCount {
		t.looks = append(t.looks, design{text: party1 + ink(i)}.in(p))
	}
	return t
}

// in is the look of a design in the colours of a palette.
func (d design) in(p *palette) Look {
	l := Look{d.attr, p[d.text], p[d.back]}
	if d.text != none && l.text == "" || d.back != none && l.back == "" {
		l.attr |= d.plain
		if l.text == "" && d.alone != none && p[d.alone] != "" {
			l.text = p[d.alone]
			l.attr &^= underline
		}
	}
	if l.attr&reverse != 0 && d.attr&reverse == 0 { // turned round by lack of a ground
		l.text = ""
	}
	return l
}

// Few is the theme for a terminal of 16 colours, whose tones each terminal chooses:
// no ground lies behind text but what is turned round.
func (t Theme) Few() Theme {
	p := *t.palette
	p[strong] = "" // bold black is grey there
	for i := tint; i < party1; i++ {
		p[i] = ""
	}
	return with(t.ground, &p)
}

// Colourless is the theme without colours, for readers who want none in a terminal
// whose letters need some ([Theme.Tinted]).
func (t Theme) Colourless() Theme { return with(t.ground, new(palette)) }

// Look is how a role looks by itself, laid over nothing.
func (t Theme) Look(r Role) Look {
	if int(r) >= len(t.looks) {
		return Look{}
	}
	return t.looks[r]
}

// Ground is how a role looks on the theme's paper.
func (t Theme) Ground(r Role) Look { return t.Look(r).Over(t.Look(Text)) }

// Style is how a role looks on the theme's paper, for Lip Gloss.
func (t Theme) Style(r Role) lipgloss.Style { return t.Ground(r).Style() }
