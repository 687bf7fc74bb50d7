package theme

// ground is what a look lies on.
type ground uint8

const (
	dark ground = iota
	light
	either // nobody knows
)

// colour is one colour for each ground; "" leaves the terminal's own.
type colour [either + 1]string

// design is how a role looks on both backgrounds.
type design struct {
	attr attr
	text colour
	back colour
}

var (
	blue   = colour{"#87d7ff", "#005faf", "#5f5fff"}
	yellow = colour{"#ffd75f", "#875f00", "#af5f00"}
	red    = colour{"#ff8787", "#af0000", "#d7005f"}
	done   = colour{"#87d787", "#005faf", "#00875f"} // not green on light: see partyColours
	grey   = colour{"#9e9e9e", "#626262", "#767676"}
	soft   = colour{dark: "#d0d0d0", light: "#1c1c1c"} // legible also where faint takes a third of it
	shade  = colour{dark: "#303030", light: "#e4e4e4"} // behind text
	ink    = colour{dark: "#ffffff"}                   // on shade; bold black is grey where there are 16 colours
)

// designs are the roles' looks. There are no italics, which few fonts have for
// Arabic, and no strokes through letters, which hide their dots.
var designs = [parties]design{
	Title:          {attr: bold | underline},
	Heading:        {attr: underline},
	Boilerplate:    {attr: faint, text: soft},
	Link:           {attr: underline},
	Quote:          {attr: bold},
	CurrentQuote:   {attr: bold | underline, text: ink, back: shade},
	NotSpeech:      {attr: faint, text: soft},
	CurrentSpeaker: {attr: bold | reverse},
	Guess:          {attr: faint, text: soft},
	Doubt:          {attr: underline, text: yellow},
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
	Hit:            {attr: reverse, text: yellow},
	CurrentHit:     {attr: bold | reverse, text: blue},
}

// partyColours are far from each other, the first ones farthest (picked
// greedily from the 256-colour cube by distance in Oklab). On light there is no
// green: of 16 colours no green is legible on white. For any ground only those
// are left whose contrast to black and to white is 4:1 or more, which is nearly
// the most that there can be.
var partyColours = []colour{
	{"#5fd7ff", "#005f87", "#0087af"},
	{"#ff5faf", "#af0000", "#d7005f"},
	{"#ffd700", "#5f00af", "#af5f00"},
	{"#5faf00", "#875f00", "#5f5fff"},
	{"#ff8700", "#af0087", "#5f8700"},
	{"#00ffaf", "#0000ff", "#d700af"},
	{"#af87ff", "#5f005f", "#008787"},
	{"#ffafff", "#005fd7", "#875faf"},
	{"#00afaf", "#af005f", "#af5f5f"},
	{"#afaf5f", "#005faf", "#00875f"},
	{"#87d700", "#af00af", "#875fff"},
	{"#d78787", "#5f0087", "#5f875f"},
}
