package theme

// ink is a colour by what it is for; each palette has its own.
type ink uint8

const (
	none    ink = iota // what lies below shows
	letters            // the article's words
	strong             // what stands out by itself
	quiet              // what explains: a mid grey, never faint, which each terminal draws as it likes
	edge               // of panes
	key                // what can be pressed
	warning
	wrong
	done
	loud    // letters on the grounds of warnings and of what was searched for
	paper   // behind everything
	tint    // behind direct speech
	shade   // behind the current quotation
	bar     // behind the selected row
	pale    // the same, in a pane without the keys; behind lines of the program
	alarm   // behind warnings
	found   // behind what was searched for
	foundAt // and where it was gone to
	party1  // the first party; see [Party]
)

// partyCount is how many parties have a colour of their own.
const partyCount = 12

// palette is the colours of a theme, "#rrggbb"; "" for the terminal's own. A theme
// is a table of these and nothing else.
type palette [int(party1) + partyCount]string

// design is how a role looks. Where the palette has one of its colours not, or the
// terminal has few, the attributes of plain stand for it; a line below letters only
// where there is no colour either.
type design struct {
	attr  attr
	plain attr
	text  ink
	back  ink
	alone ink // of the text, where there is no ground for it but there are colours
}

// designs are the roles' looks. There are no italics, which few fonts have for
// Arabic, no strokes through letters and, where there are colours, no lines below
// them, which hide their dots.
var designs = [parties]design{
	Text:           {text: letters, back: paper},
	Title:          {attr: bold, plain: underline, text: strong, alone: key},
	Heading:        {attr: bold},
	Boilerplate:    {text: quiet},
	Link:           {plain: underline, text: key},
	Quote:          {plain: bold, back: tint},
	CurrentQuote:   {plain: bold | underline, back: shade, alone: key},
	Indirect:       {text: quiet},
	NotSpeech:      {text: quiet},
	CurrentSpeaker: {attr: bold | reverse},
	Guess:          {text: quiet},
	Doubt:          {plain: underline, text: warning},
	Decided:        {attr: bold, text: done},
	Unknown:        {attr: bold, plain: underline, text: warning},
	Differ:         {attr: bold, text: wrong},
	Unsaved:        {attr: bold, plain: reverse, text: loud, back: alarm},
	Status:         {plain: reverse, text: strong, back: pale},
	StatusWarning:  {attr: bold, plain: reverse | underline, text: loud, back: alarm},
	Key:            {attr: bold, text: key},
	KeyHelp:        {text: quiet},
	Border:         {text: edge},
	ActiveBorder:   {attr: bold, text: key},
	PaneTitle:      {attr: bold},
	Selected:       {plain: reverse, back: bar},
	SelectedPale:   {plain: underline, back: pale, alone: key},
	Lit:            {plain: reverse, back: bar},
	Dim:            {text: quiet},
	Error:          {attr: bold, text: wrong},
	Input:          {plain: underline, back: pale, alone: key},
	Hit:            {plain: reverse, text: loud, back: found},
	CurrentHit:     {attr: bold, plain: reverse, text: loud, back: foundAt},
}

// palettes are the themes' colours; those of the parties are far from each other, the
// first ones farthest (picked greedily from the 256-colour cube by distance in Oklab).
// On light there is no green: of 16 colours no green is legible on white.
var palettes = [groundCount]palette{
	darkGround: {
		letters: "", strong: "#ffffff", quiet: "#a8a8a8", edge: "#808080", key: "#87d7ff",
		warning: "#ffd75f", wrong: "#ff8787", done: "#87d787", loud: "#000000",
		tint: "#262626", shade: "#332b00", bar: "#00005f", pale: "#303030",
		alarm: "#ffd75f", found: "#d7af00", foundAt: "#ffff5f",
		party1: "#5fd7ff", "#ff5faf", "#ffd700", "#5faf00", "#ff8700", "#00ffaf",
		"#af87ff", "#ffafff", "#00afaf", "#afaf5f", "#87d700", "#d78787",
	},
	lightGround: {
		letters: "", strong: "#000000", quiet: "#585858", edge: "#767676", key: "#005faf",
		warning: "#875f00", wrong: "#af0000", done: "#005faf", loud: "#000000",
		tint: "#eeeeee", shade: "#ffffd7", bar: "#d7ffff", pale: "#e4e4e4",
		alarm: "#ffd75f", found: "#ffd75f", foundAt: "#ff8700",
		party1: "#005f87", "#af0000", "#5f00af", "#875f00", "#af0087", "#0000ff",
		"#5f005f", "#005fd7", "#af005f", "#005faf", "#af00af", "#5f0087",
	},
	// What has a colour has one that is legible on both, if less so: of the colours
	// only those are left whose contrast to black and to white is 4:1 or more, which
	// is nearly the most that there can be. Nothing has a ground.
	eitherGround: {
		quiet: "#767676", edge: "#767676", key: "#5f5fff",
		warning: "#af5f00", wrong: "#d7005f", done: "#00875f",
		party1: "#0087af", "#d7005f", "#af5f00", "#5f5fff", "#5f8700", "#d700af",
		"#008787", "#875faf", "#af5f5f", "#00875f", "#875fff", "#5f875f",
	},
	contrastDark: {
		letters: "#ffffff", strong: "#ffffff", quiet: "#dadada", edge: "#ffffff", key: "#87ffff",
		warning: "#ffff00", wrong: "#ffafaf", done: "#afffaf", loud: "#000000",
		paper: "#000000", tint: "#262626", shade: "#303030", bar: "#00005f", pale: "#262626",
		alarm: "#ffff00", found: "#ffd700", foundAt: "#ffffff",
		party1: "#87d7ff", "#ffafd7", "#ffff5f", "#87ff5f", "#ffd7af", "#5fffd7",
		"#d7afff", "#ffd7ff", "#5fffff", "#d7d7af", "#afff00", "#ffafaf",
	},
	contrastLight: {
		letters: "#000000", strong: "#000000", quiet: "#303030", edge: "#000000", key: "#00005f",
		warning: "#5f0000", wrong: "#870000", done: "#00005f", loud: "#000000",
		paper: "#ffffff", tint: "#eeeeee", shade: "#ffffd7", bar: "#d7ffff", pale: "#e4e4e4",
		alarm: "#ffd700", found: "#ffd75f", foundAt: "#ffaf00",
		party1: "#00005f", "#870000", "#5f00af", "#303030", "#5f005f", "#0000af",
		"#303030", "#00005f", "#5f0000", "#000087", "#5f0087", "#5f005f",
	},
	sepiaGround: {
		letters: "#3a3024", strong: "#1c1208", quiet: "#5f5240", edge: "#806f58", key: "#005f87",
		warning: "#5f0000", wrong: "#a00000", done: "#005f87", loud: "#1c1208",
		paper: "#fbf0d9", tint: "#f4e6c8", shade: "#ffffd7", bar: "#e0ecec", pale: "#f0e2c4",
		alarm: "#ffd75f", found: "#ffd75f", foundAt: "#ffaf5f",
		party1: "#005f87", "#a00000", "#5f00af", "#444444", "#8f0070", "#0000d7",
		"#5f005f", "#0057b0", "#9f0055", "#00559f", "#900090", "#5f0087",
	},
	ownGround: {}, // the terminal's own two colours: weight, lines and turning round say the rest
}
