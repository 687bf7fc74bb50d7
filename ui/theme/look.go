package theme

import (
	"fmt"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// attr is a set of attributes that a terminal without colours has too.
type attr uint8

const (
	bold attr = 1 << iota
	underline
	reverse
)

// Look is what the words of a role look like on one background. Looks can be
// compared with ==; the zero value is the terminal's own look.
type Look struct {
	attr attr
	text string // "#rrggbb", or "" for what lies below
	back string
}

// Over is l laid over another look: what l leaves unset shows what is below. A look
// that is turned round keeps its colours, so that a bar of it is even.
func (l Look) Over(below Look) Look {
	turned := below.attr&reverse != 0
	l.attr |= below.attr
	if l.text == "" || turned {
		l.text = below.text
	}
	if l.back == "" || turned {
		l.back = below.back
	}
	return l
}

// Unlined is the look without underline, for blanks.
func (l Look) Unlined() Look {
	l.attr &^= underline
	return l
}

// Grounded reports whether the look has a colour behind it that is no letter's.
func (l Look) Grounded() bool { return l.back != "" && l.attr&reverse == 0 }

// Blank is the look for what has no letters at all: without a line, and without a colour
// for letters unless it is turned round. What a terminal erases has none either.
func (l Look) Blank() Look {
	if l.attr&reverse == 0 {
		l.text = ""
	}
	return l.Unlined()
}

// ownLetters are the colours of letters that have none of their own but need one, and
// ownPaper what they lie on turned round.
var (
	ownLetters = [groundCount]string{"#767676", "#d0d0d0", "#1c1c1c", "#ffffff", "#000000", "#3a3024", "#767676"}
	ownPaper   = [groundCount]string{"#ffffff", "#000000", "#ffffff", "#000000", "#ffffff", "#fbf0d9", "#ffffff"}
)

// Tinted is a look with a colour of its own, or, odd, with one that differs
// from it by 1/255 of blue, which nobody sees. Turned round it has a ground of
// its own too: qterminal would make the ground of bold text grey.
func (t Theme) Tinted(l Look, odd bool) Look {
	if l.text == "" {
		l.text = ownLetters[t.ground]
	}
	if l.attr&reverse != 0 && l.back == "" {
		l.back = ownPaper[t.ground]
	}
	if odd {
		c := color.RGBAModel.Convert(lipgloss.Color(l.text)).(color.RGBA)
		l.text = fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B^1)
	}
	return l
}

// Bold reports whether letters are taken from the bold font.
func (l Look) Bold() bool { return l.attr&bold != 0 }

// Contrary is the look in the other of the two fonts, the bold and the plain.
func (l Look) Contrary() Look {
	l.attr ^= bold
	return l
}

// Style is the look as Lip Gloss knows it: colours and attributes, no sizes.
func (l Look) Style() lipgloss.Style {
	var s lipgloss.Style
	if l.attr&bold != 0 {
		s = s.Bold(true)
	}
	if l.attr&underline != 0 {
		s = s.Underline(true)
	}
	if l.attr&reverse != 0 {
		s = s.Reverse(true)
	}
	if l.text != "" {
		s = s.Foreground(lipgloss.Color(l.text))
	}
	if l.back != "" {
		s = s.Background(lipgloss.Color(l.back))
	}
	return s
}

// Sequence is the SGR sequence that begins the look, "" for the terminal's own.
// [Reset] ends it. (Rendering by Lip Gloss takes twenty times as long, and puts
// a sequence around each underlined letter, between it and its marks too.)
func (l Look) Sequence() string {
	if l == (Look{}) {
		return ""
	}
	params := make([]string, 0, 5)
	for i, code := range [...]string{"1", "4", "7"} { // in the order of attr
		if l.attr&(1<<i) != 0 {
			params = append(params, code)
		}
	}
	if l.text != "" {
		params = append(params, "38;2;"+components(l.text))
	}
	if l.back != "" {
		params = append(params, "48;2;"+components(l.back))
	}
	return "\x1b[" + strings.Join(params, ";") + "m"
}

// Reset is the SGR sequence that ends every look.
const Reset = "\x1b[m"

// components are the parts of a colour, as SGR wants them.
func components(hex string) string {
	c := color.RGBAModel.Convert(lipgloss.Color(hex)).(color.RGBA)
	return fmt.Sprintf("%d;%d;%d", c.R, c.G, c.B)
}
