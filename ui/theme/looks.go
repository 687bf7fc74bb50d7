package theme

import "charm.land/lipgloss/v2"

// attr is a set of attributes that a terminal without colours has too.
type attr uint8

const (
	bold attr = 1 << iota
	faint
	underline
	reverse
	strike
)

// colour is one colour for dark and one for light backgrounds; "" leaves the
// terminal's own.
type colour struct{ dark, light string }

func (c colour) on(dark bool) string {
	if dark {
		return c.dark
	}
	return c.light
}

type look struct {
	attr attr
	text colour
	back colour
}

var (
	blue   = colour{"#87d7ff", "#005faf"}
	yellow = colour{"#ffd75f", "#875f00"}
	red    = colour{"#ff8787", "#af0000"}
	done   = colour{"#87d787", "#005faf"} // not green on light: see partyColours
	grey   = colour{"#9e9e9e", "#626262"}
	soft   = colour{"#d0d0d0", "#1c1c1c"} // legible also where faint takes a third of it
	shade  = colour{"#303030", "#e4e4e4"} // behind text
)

// looks are the roles' looks. Italics are not among them: few fonts have them
// for Arabic.
var looks = [parties]look{
	Title:          {bold | underline, colour{}, colour{}},
	Heading:        {underline, colour{}, colour{}},
	Furniture:      {faint, soft, colour{}},
	Quote:          {bold, colour{}, colour{}},
	CurrentQuote:   {bold | underline, colour{}, shade},
	NotSpeech:      {faint | strike, soft, colour{}},
	CurrentSpeaker: {bold | reverse, colour{}, colour{}},
	Guess:          {faint, soft, colour{}},
	Decided:        {bold, done, colour{}},
	Unknown:        {bold | underline, yellow, colour{}},
	Unsaved:        {bold | reverse, yellow, colour{}},
	Status:         {reverse, colour{}, colour{}},
	StatusWarning:  {reverse | bold | underline, yellow, colour{}},
	Key:            {bold, blue, colour{}},
	KeyHelp:        {0, grey, colour{}},
	Border:         {0, grey, colour{}},
	ActiveBorder:   {bold, blue, colour{}},
	PaneTitle:      {bold, colour{}, colour{}},
	Selected:       {reverse, colour{}, colour{}},
	Dim:            {faint, soft, colour{}},
	Error:          {bold, red, colour{}},
	Input:          {underline, colour{}, colour{}},
}

// partyColours are far from each other, the first ones farthest (picked
// greedily from the 256-colour cube by distance in Oklab). On light there is no
// green: of 16 colours no green is legible on white.
var partyColours = []colour{
	{"#5fd7ff", "#005f87"},
	{"#ff5faf", "#af0000"},
	{"#ffd700", "#5f00af"},
	{"#5faf00", "#875f00"},
	{"#ff8700", "#af0087"},
	{"#00ffaf", "#0000ff"},
	{"#af87ff", "#5f005f"},
	{"#ffafff", "#005fd7"},
	{"#00afaf", "#af005f"},
	{"#afaf5f", "#005faf"},
	{"#87d700", "#af00af"},
	{"#d78787", "#5f0087"},
}

// style sets what the look has and leaves the rest unset, so that it can be
// laid over another.
func (l look) style(dark bool) lipgloss.Style {
	var s lipgloss.Style
	if l.attr&bold != 0 {
		s = s.Bold(true)
	}
	if l.attr&faint != 0 {
		s = s.Faint(true)
	}
	if l.attr&underline != 0 {
		s = s.Underline(true)
	}
	if l.attr&reverse != 0 {
		s = s.Reverse(true)
	}
	if l.attr&strike != 0 {
		s = s.Strikethrough(true)
	}
	if c := l.text.on(dark); c != "" {
		s = s.Foreground(lipgloss.Color(c))
	}
	if c := l.back.on(dark); c != "" {
		s = s.Background(lipgloss.Color(c))
	}
	return s
}
