package theme

// colour is one colour for dark and one for light backgrounds; "" leaves the
// terminal's own.
type colour struct{ dark, light string }

func (c colour) on(dark bool) string {
	if dark {
		return c.dark
	}
	return c.light
}

// design is how a role looks on both backgrounds.
type design struct {
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
	ink    = colour{"#eeeeee", "#121212"} // on shade, also where the background is not what it was taken for
)

// designs are the roles' looks. There are no italics, which few fonts have for
// Arabic, and no strokes through letters, which hide their dots.
var designs = [parties]design{
	Title:          {attr: bold | underline},
	Heading:        {attr: underline},
	Furniture:      {attr: faint, text: soft},
	Quote:          {attr: bold},
	CurrentQuote:   {attr: bold | underline, text: ink, back: shade},
	NotSpeech:      {attr: faint, text: soft},
	CurrentSpeaker: {attr: bold | reverse},
	Guess:          {attr: faint, text: soft},
	Decided:        {attr: bold, text: done},
	Unknown:        {attr: bold | underline, text: yellow},
	Unsaved:        {attr: bold | reverse, text: yellow},
	Status:         {attr: reverse},
	StatusWarning:  {attr: reverse | bold | underline, text: yellow},
	Key:            {attr: bold, text: blue},
	KeyHelp:        {text: grey},
	Border:         {text: grey},
	ActiveBorder:   {attr: bold, text: blue},
	PaneTitle:      {attr: bold},
	Selected:       {attr: reverse},
	Dim:            {attr: faint, text: soft},
	Error:          {attr: bold, text: red},
	Input:          {attr: underline},
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
