package paint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/bidi"
	"rawi/ui/terminal"
)

// This file holds small models of terminals. Each takes one line as it is sent,
// without SGR, and answers the cells as the terminal shows them, left to right
// and without U+200E.

// obeying is a terminal that shows cells as they are sent: a character with
// what has no width after it.
func obeying(line string) []string {
	var cells []string
	for _, r := range line {
		switch {
		case string(r) == lrm:
		case string(r) == dot:
			cells = append(cells, " ") // for which it stands
		case len(cells) > 0 && unicode.In(r, unicode.Mn, unicode.Me):
			cells[len(cells)-1] += string(r)
		default:
			cells = append(cells, string(r))
		}
	}
	return cells
}

// counting is a terminal that shows cells as they are sent and gives one to each
// format character, as mlterm does.
func counting(line string) []string {
	var cells []string
	for _, part := range strings.SplitAfter(line, lrm) {
		cells = append(cells, obeying(part)...)
		if strings.HasSuffix(part, lrm) {
			cells = append(cells, lrm)
		}
	}
	return cells
}

// reordering is a terminal that applies UAX #9 with a left-to-right base to the
// whole line, as VTE, Konsole and browsers do.
func reordering(line string) []string { return ordering(line, bidi.LeftToRight) }

// guessing is a terminal that takes the base direction of a line from its first
// letter, as PuTTY does.
func guessing(line string) []string { return ordering(line, bidi.Auto) }

// walled is a terminal that applies UAX #9 with a left-to-right base and takes
// box-drawing characters for strong ones, as Konsole does, and mlterm in rows
// that begin with one.
func walled(line string) []string {
	var shown []string
	for rest := line; rest != ""; {
		wall := strings.IndexFunc(rest, func(r rune) bool { return 0x2500 <= r && r <= 0x25FF })
		if wall < 0 {
			return append(shown, reordering(rest)...)
		}
		_, size := utf8.DecodeRuneInString(rest[wall:])
		size += len(rest[wall+size:]) - len(strings.TrimLeftFunc(rest[wall+size:], func(r rune) bool { return unicode.Is(unicode.Mn, r) }))
		shown = append(append(shown, reordering(rest[:wall])...), obeying(rest[wall:wall+size])...)
		rest = rest[wall+size:]
	}
	return shown
}

func ordering(line string, base bidi.Direction) []string {
	var p bidi.Paragraph
	p.Set(line, base)
	var shown []string
	for _, run := range p.AppendLine(nil, 0, len(line)) {
		cells := obeying(line[run.Start:run.End])
		if run.Level.RightToLeft() {
			slices.Reverse(cells)
			for i, c := range cells {
				if m, ok := bidi.Mirror([]rune(c)[0]); ok { // L4
					cells[i] = string(m)
				}
			}
		}
		shown = append(shown, cells...)
	}
	return shown
}

// turning is a terminal that takes Arabic from a font of its own and turns each
// stretch of it round, as kitty does with most fonts.
func turning(line string) []string {
	cells := obeying(line)
	for i := 0; i < len(cells); i++ {
		start := i
		for i < len(cells) && isArabic(cells[i]) {
			i++
		}
		slices.Reverse(cells[start:i])
	}
	return cells
}

// isArabic is by Unicode's blocks (Blocks.txt).
func isArabic(cell string) bool {
	r := []rune(cell)[0]
	for _, block := range [][2]rune{{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}} {
		if block[0] <= r && r <= block[1] {
			return true
		}
	}
	return false
}

// shaping is kitty with one font for all: what stands between blanks, boxes and
// changes of weight is laid out by HarfBuzz, in the direction of the first
// script, and mirrored.
func shaping(painted string) []string {
	var shown, token []string
	flush := func() {
		if firstScript(token) {
			slices.Reverse(token)
			for i, c := range token {
				if m, ok := bidi.Mirror([]rune(c)[0]); ok {
					token[i] = string(m) + c[len(string([]rune(c)[0])):]
				}
			}
		}
		shown, token = append(shown, token...), nil
	}
	bold := false
	rest := painted
	for rest != "" {
		at := sgr.FindStringIndex(rest)
		if at == nil {
			at = []int{len(rest), len(rest)}
		}
		for _, c := range obeying(rest[:at[0]]) {
			if strings.ContainsAny(c, " │─╭█╮") {
				flush()
				shown = append(shown, c)
				continue
			}
			token = append(token, c)
		}
		if now := strings.HasPrefix(rest[at[0]:at[1]], "\x1b[1"); at[1] > at[0] && now != bold {
			flush()
			bold = now
		}
		rest = rest[at[1]:]
	}
	flush()
	return shown
}

// firstScript reports whether the first character with a script is of one that
// runs right to left (hb_buffer_guess_segment_properties).
func firstScript(cells []string) bool {
	for _, r := range strings.Join(cells, "") {
		if !unicode.In(r, unicode.Common, unicode.Inherited) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew)
		}
	}
	return false
}

// sizing is kitty with text sizing: neighbours that are aligned alike make a
// run, and a run that begins right to left is turned round. A character in OSC
// 66 is aligned as it says there, any other is not.
func sizing(line string) []string {
	type run struct {
		align string
		cells []string
	}
	var all []run
	add := func(align, text string) {
		if n := len(all); n > 0 && all[n-1].align == align && align != "" {
			all[n-1].cells = append(all[n-1].cells, obeying(text)...)
			return
		}
		all = append(all, run{align, obeying(text)})
	}
	rest := string(terminal.Size([]byte(line)))
	for {
		before, after, found := strings.Cut(rest, "\x1b]66;w=1:h=")
		add("", before)
		if !found {
			break
		}
		var text string
		text, rest, _ = strings.Cut(after[2:], "\a")
		add(after[:1], text)
	}
	var shown []string
	for _, r := range all {
		if r.align == "" {
			r.cells = shaping(strings.Join(r.cells, ""))
		} else {
			slices.Reverse(r.cells)
		}
		shown = append(shown, r.cells...)
	}
	return shown
}

// fragmenting is a terminal that applies UAX #9 to each stretch of one look, as
// qterminal does.
func fragmenting(line string) []string {
	var shown []string
	for _, fragment := range sgr.Split(line, -1) {
		shown = append(shown, reordering(fragment)...)
	}
	return shown
}
