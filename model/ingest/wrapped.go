package ingest

import (
	"iter"
	"strings"
	"unicode"

	"rawi/model/arabic"
)

// A text whose lines were cut at a column is recognised by how full they are: the first
// word of the next line would not have had room. Verse, tables and lists keep their lines.
const (
	maxColumn    = 120      // code points of the longest line that was cut at a column
	minColumn    = 30       // and of the shortest that is the longest of its text
	wrapSample   = 64 << 10 // bytes at the beginning by which a text is judged
	fullShare    = 92       // of the column in per cent: a line is full if it and the next word are more
	longShare    = 60       // of the column: a shorter line ends where its writer ended it
	minFull      = 2        // full lines of a text that was cut
	wrappedShare = 50       // per cent of lines with another below that are full in a text that was cut
	wideShare    = 5        // per cent of lines that may be longer than maxColumn
)

// joinWrapped is a text with the lines of its paragraphs joined by blanks, where it was cut
// at a column; any other text is returned as it is. A joined line end is one blank, so
// that offsets stay where lines end with "\n" and nothing stands around it.
func joinWrapped(text string) string {
	var sample []textLine
	for l := range textLines(text[:min(len(text), wrapSample)]) {
		sample = append(sample, l)
	}
	column := columnOf(text, sample)
	if column == 0 {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	var paragraph []textLine // or blank lines
	for l := range textLines(text) {
		if n := len(paragraph); n > 0 && (paragraph[0].blank() != l.blank() || n >= longestCut) {
			writeParagraph(&out, text, paragraph, column)
			paragraph = paragraph[:0]
		}
		paragraph = append(paragraph, l)
	}
	writeParagraph(&out, text, paragraph, column)
	return out.String()
}

// longestCut is how many lines are looked at as one paragraph.
const longestCut = 5000

// joinShort is a text in which lines go on, where there are too many short ones: a blank stands
// for each byte of a line end, so that offsets stay.
func joinShort(text string) (joined string, flat bool) {
	n := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u2028") + strings.Count(text, "\u2029") +
		strings.Count(text, "\v") + strings.Count(text, "\f") + strings.Count(text, "\u0085")
	if n < manyLines || n*denseLine < len(text) {
		return text, false
	}
	var out strings.Builder
	out.Grow(len(text))
	ends, written := firstEnds(text), 0
	for at := 0; at < len(text); {
		end, size := ends.next(text, at)
		out.WriteString(text[at:end])
		if end-written < fullLine {
			out.WriteString("   "[:size])
		} else {
			out.WriteString(text[end : end+size])
			written = end + size
		}
		at = end + size
	}
	return out.String(), true
}

// textLine is a line of a text and what tells whether it goes on in the next.
type textLine struct {
	start, end, next int // byte offsets: its words, and where the next line begins
	indent           int // bytes of white space before its words
	length, word     int // in letters: all, and the first word
}

func (l *textLine) blank() bool             { return l.start == l.end }
func (l *textLine) in(text string) string   { return text[l.start:l.end] }
func (l *textLine) full(n, column int) bool { return 100*(l.length+1+n) > fullShare*column }

// long reports whether a line that is not full may have been cut: by hand, or before a
// long word.
func (l *textLine) long(column int) bool { return 100*l.length > longShare*column }

// textLines yields the lines of a text.
func textLines(text string) iter.Seq[textLine] {
	return func(yield func(textLine) bool) {
		ends := firstEnds(text)
		for at := 0; at < len(text); {
			end, size := ends.next(text, at)
			if strings.HasPrefix(text[end:], "\r\n") {
				size = 2
			}
			l := lineAt(text, at, end)
			l.next = end + size
			if !yield(l) {
				return
			}
			at = l.next
		}
	}
}

// lineAt is the line between two bytes.
func lineAt(text string, at, end int) textLine {
	words := strings.TrimLeftFunc(text[at:end], unicode.IsSpace)
	start := end - len(words)
	words = strings.TrimRightFunc(words, unicode.IsSpace)
	l := textLine{start: start, end: start + len(words), indent: start - at, length: len(words)}
	if len(words) <= 8*maxColumn { // else it is longer than any column
		first, _, _ := strings.Cut(words, " ")
		l.length, l.word = lengthOf(words), lengthOf(first)
	}
	return l
}

// lengthOf is the length of a text as who cut it at a column counts: without marks and
// invisible signs.
func lengthOf(text string) (n int) {
	for _, r := range text {
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Cf) {
			n++
		}
	}
	return n
}

// columnOf is the column at which lines were cut, 0 if they were not.
func columnOf(text string, lines []textLine) (column int) {
	wide, all := 0, 0
	for i := range lines {
		if l := &lines[i]; l.length > maxColumn {
			wide++
		} else {
			column = max(column, l.length)
		}
		if !lines[i].blank() {
			all++
		}
	}
	if column < minColumn || 100*wide > wideShare*all {
		return 0
	}
	full, pairs := countFull(text, lines, column)
	if full < minFull || 100*full < wrappedShare*pairs {
		return 0
	}
	return column
}

// countFull counts the lines with another below, and those of them that are full. Full
// ones that end a sentence tell nothing: a sentence a line is no cut.
func countFull(text string, lines []textLine, column int) (full, pairs int) {
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].blank() || lines[i+1].blank() {
			continue
		}
		switch isFull := lines[i].full(lines[i+1].word, column); {
		case !isFull:
			pairs++
		case !sentence(lines[i].in(text)):
			pairs++
			full++
		}
	}
	return full, pairs
}

// writeParagraph writes the lines of a paragraph, joined where it was cut.
func writeParagraph(out *strings.Builder, text string, lines []textLine, column int) {
	first := &lines[0]
	out.WriteString(text[first.start-first.indent : first.start])
	cut := wasCut(text, lines, column)
	for i := range lines {
		l := &lines[i]
		out.WriteString(l.in(text))
		if cut && i+1 < len(lines) && goesOn(text, lines[i:], i == 0 && l.start > l.indent, column) {
			out.WriteByte(' ')
			continue
		}
		to := l.next
		if i+1 < len(lines) {
			to = lines[i+1].start
		}
		out.WriteString(text[l.end:to])
	}
}

// wasCut reports whether the lines of a paragraph were cut from one.
func wasCut(text string, lines []textLine, column int) bool {
	full, pairs := countFull(text, lines, column)
	return 100*full >= wrappedShare*pairs && full > 0 && !verse(text, lines)
}

// goesOn reports whether the first of some lines of a paragraph that was cut goes on in
// the second. opens says that it opens the paragraph, and not the text.
func goesOn(text string, lines []textLine, opens bool, column int) bool {
	l, next := &lines[0], &lines[1]
	line, below := l.in(text), next.in(text)
	switch {
	case tabular(line), tabular(below), item(below), drawn(below), next.indent > l.indent+1 && sentence(line):
		return false
	case l.full(next.word, column):
		return true
	}
	return !sentence(line) && !strings.HasSuffix(line, ":") && (l.long(column) || opens && next.long(column))
}

// drawn reports whether a line has neither letters nor digits.
func drawn(line string) bool {
	return !strings.ContainsFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// tabular reports whether a line has columns.
func tabular(line string) bool {
	return strings.ContainsAny(line, "|\t") || strings.Contains(line, "   ")
}

// item reports whether a line begins an item of a list, or a turn of a conversation.
func item(line string) bool {
	mark, _, found := strings.Cut(line, " ")
	if !found {
		return false
	}
	if strings.Contains("- – — * • ◦ ▪ ● + > #", mark) {
		return true
	}
	number := strings.TrimRight(mark, ".)-/:")
	return number != mark && lengthOf(number) <= 3 && (arabic.Key(number) != "") && (letter(arabic.Key(number)) || !strings.ContainsFunc(number, func(r rune) bool { return !unicode.IsDigit(r) && r != '(' }))
}

// verse reports whether lines are a poem: most have a gap in the middle, between two
// hemistichs, or they rhyme and no sentence ends within one.
func verse(text string, lines []textLine) bool {
	gaps, within := 0, 0
	ends := make(map[string]int)
	tail := 1 // letters that must be the same
	if len(lines) < 4 {
		tail = 2
	}
	most := 0
	for i := range lines {
		line := lines[i].in(text)
		if twoHalves(line) {
			gaps++
		}
		if strings.ContainsAny(line[:len(line)*9/10], ".؟!؛:،") {
			within++
		}
		if key := []rune(arabic.Key(line)); len(key) >= tail {
			rhyme := string(key[len(key)-tail:])
			ends[rhyme]++
			most = max(most, ends[rhyme])
		}
	}
	return 2*gaps > len(lines) || len(lines) > 1 && within == 0 && 10*most >= 6*len(lines)
}

// twoHalves reports whether a line is two with a gap between them.
func twoHalves(line string) bool {
	for _, gap := range [...]string{"   ", "\t", " *** ", " ** ", " * ", " … ", " ... ", " .. ", " // ", " / ", " = "} {
		if before, after, found := strings.Cut(line, gap); found && strings.Contains(strings.TrimSpace(before), " ") && strings.Contains(strings.TrimSpace(after), " ") {
			return true
		}
	}
	return false
}
