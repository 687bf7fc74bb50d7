package bidi

import (
	"compress/gzip"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// This file is UAX #9 a second time, in the standard's own words and order, one
// character after another and one rule after another, slow and without cunning.
// It shares nothing with the package but the Unicode files, which it reads
// itself. Classes are the short names that the standard uses.

// referenceData are the properties of every character, as the files give them.
type referenceData struct {
	class     []string
	pair      map[rune]rune
	opening   map[rune]bool
	canonical map[rune]rune
	mirror    map[rune]rune
}

// readReferenceData reads the Unicode files.
func readReferenceData(t testing.TB) *referenceData {
	d := &referenceData{make([]string, 0x110000), map[rune]rune{}, map[rune]bool{}, map[rune]rune{}, map[rune]rune{}}
	each := func(name, pattern string, do func(m []string)) {
		f, err := os.Open("internal/ucd/testdata/" + name + ".txt.gz")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile("(?m)"+pattern).FindAllStringSubmatch(string(text), -1) {
			do(m)
		}
	}
	code := func(s string) rune {
		n, err := strconv.ParseInt(s, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		return rune(n)
	}
	long := map[string]string{"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
	setClass := func(m []string) {
		first, last := code(m[1]), code(m[1])
		if m[2] != "" {
			last = code(m[2])
		}
		class := m[3]
		if short, ok := long[class]; ok {
			class = short
		}
		for r := first; r <= last; r++ {
			d.class[r] = class
		}
	}
	each("DerivedBidiClass", `^# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)`, setClass)
	each("DerivedBidiClass", `^([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; (\w+)`, setClass)
	each("BidiBrackets", `^([0-9A-F]+); ([0-9A-F]+); ([oc])`, func(m []string) {
		d.pair[code(m[1])], d.opening[code(m[1])] = code(m[2]), m[3] == "o"
	})
	each("BidiMirroring", `^([0-9A-F]+); ([0-9A-F]+)`, func(m []string) { d.mirror[code(m[1])] = code(m[2]) })
	each("UnicodeData", `^([0-9A-F]+)(?:;[^;]*){4};([0-9A-F]+);`, func(m []string) { d.canonical[code(m[1])] = code(m[2]) })
	return d
}

func oneOf(class string, classes ...string) bool { return slices.Contains(classes, class) }

// reference is one paragraph under way.
type reference struct {
	*referenceData
	text      []rune
	original  []string // Bidi_Class
	class     []string // current type
	level     []int
	removed   []bool // by X9
	base      int
	matching  map[int]int // BD9: initiator -> PDI and PDI -> initiator
	sequences [][]int
}

// resolveReference gives the levels of I2 (before L1).
func resolveReference(d *referenceData, text []rune, direction Direction) *reference {
	p := &reference{referenceData: d, text: text, level: make([]int, len(text)), removed: make([]bool, len(text))}
	for _, r := range text {
		p.original = append(p.original, d.class[r])
	}
	p.class = slices.Clone(p.original)
	p.matchIsolates()
	switch direction {
	case LeftToRight:
		p.base = 0
	case RightToLeft:
		p.base = 1
	default:
		p.base = p.firstStrong(0, len(text))
	}
	p.explicit()
	p.findSequences()
	for _, s := range p.sequences {
		sos, eos := p.boundaries(s)
		p.weak(s, sos)
		p.brackets(s, sos)
		p.neutral(s, sos, eos)
	}
	p.implicit()
	return p
}

func isInitiator(class string) bool { return oneOf(class, "LRI", "RLI", "FSI") }

// matchIsolates: BD9.
func (p *reference) matchIsolates() {
	p.matching = map[int]int{}
	for i := range p.text {
		if !isInitiator(p.original[i]) {
			continue
		}
		counter := 1
		for j := i + 1; j < len(p.text) && counter > 0; j++ {
			switch {
			case isInitiator(p.original[j]):
				counter++
			case p.original[j] == "PDI":
				counter--
				if counter == 0 {
					p.matching[i], p.matching[j] = j, i
				}
			case p.original[j] == "B":
				counter = 0
			}
		}
	}
}

// firstStrong: P2 and P3 for the characters from start to end.
func (p *reference) firstStrong(start, end int) int {
	for i := start; i < end; i++ {
		switch {
		case p.original[i] == "L":
			return 0
		case oneOf(p.original[i], "R", "AL"):
			return 1
		case isInitiator(p.original[i]):
			pdi, ok := p.matching[i]
			if !ok {
				return 0
			}
			i = pdi
		}
	}
	return 0
}

// explicit: X1 to X9.
func (p *reference) explicit() {
	type entry struct {
		level    int
		override string // "neutral", "L", "R"
		isolate  bool
	}
	stack := []entry{{p.base, "neutral", false}} // X1
	overflowIsolate, overflowEmbedding, validIsolate := 0, 0, 0
	last := func() entry { return stack[len(stack)-1] }
	nextOdd := func() int { return last().level + 1 + last().level%2 }
	nextEven := func() int { return last().level + 2 - last().level%2 }
	assign := func(i int) {
		p.level[i] = last().level
		if last().override != "neutral" {
			p.class[i] = last().override
		}
	}
	for i, class := range p.original {
		if class == "FSI" { // X5c
			end, ok := p.matching[i]
			if !ok {
				end = len(p.text)
			}
			class = []string{"LRI", "RLI"}[p.firstStrong(i+1, end)]
		}
		switch class {
		case "RLE", "LRE", "RLO", "LRO": // X2 to X5
			p.removed[i] = true // X9
			level, override := nextOdd(), "neutral"
			if oneOf(class, "LRE", "LRO") {
				level = nextEven()
			}
			if class == "RLO" {
				override = "R"
			} else if class == "LRO" {
				override = "L"
			}
			if level <= 125 && overflowIsolate == 0 && overflowEmbedding == 0 {
				stack = append(stack, entry{level, override, false})
			} else if overflowIsolate == 0 {
				overflowEmbedding++
			}
		case "RLI", "LRI": // X5a, X5b
			assign(i)
			level := nextOdd()
			if class == "LRI" {
				level = nextEven()
			}
			if level <= 125 && overflowIsolate == 0 && overflowEmbedding == 0 {
				validIsolate++
				stack = append(stack, entry{level, "neutral", true})
			} else {
				overflowIsolate++
			}
		case "PDI": // X6a
			if overflowIsolate > 0 {
				overflowIsolate--
			} else if validIsolate > 0 {
				overflowEmbedding = 0
				for !last().isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				validIsolate--
			}
			assign(i)
		case "PDF": // X7
			p.removed[i] = true // X9
			if overflowIsolate > 0 {
			} else if overflowEmbedding > 0 {
				overflowEmbedding--
			} else if !last().isolate && len(stack) >= 2 {
				stack = stack[:len(stack)-1]
			}
		case "B": // X8
			p.level[i] = p.base
		case "BN":
			p.removed[i] = true // X9
		default: // X6
			assign(i)
		}
	}
}

// findSequences: BD7, BD13, X10.
func (p *reference) findSequences() {
	var runs [][]int
	for i := range p.text {
		if p.removed[i] {
			continue
		}
		if n := len(runs); n > 0 && p.level[runs[n-1][0]] == p.level[i] {
			runs[n-1] = append(runs[n-1], i)
		} else {
			runs = append(runs, []int{i})
		}
	}
	for _, run := range runs {
		if _, ok := p.matching[run[0]]; p.original[run[0]] == "PDI" && ok {
			continue
		}
		sequence := slices.Clone(run)
		for {
			end := sequence[len(sequence)-1]
			pdi, ok := p.matching[end]
			if !isInitiator(p.original[end]) || !ok {
				break
			}
			at := slices.IndexFunc(runs, func(r []int) bool { return slices.Contains(r, pdi) })
			sequence = append(sequence, runs[at]...)
		}
		p.sequences = append(p.sequences, sequence)
	}
}

// boundaries: sos and eos of X10.
func (p *reference) boundaries(s []int) (sos, eos string) {
	strong := func(level int) string { return []string{"L", "R"}[level%2] }
	level := p.level[s[0]]
	before, after := p.base, p.base
	for i := s[0] - 1; i >= 0; i-- {
		if !p.removed[i] {
			before = p.level[i]
			break
		}
	}
	end := s[len(s)-1]
	if _, ok := p.matching[end]; !isInitiator(p.original[end]) || ok {
		for i := end + 1; i < len(p.text); i++ {
			if !p.removed[i] {
				after = p.level[i]
				break
			}
		}
	}
	return strong(max(level, before)), strong(max(level, after))
}

// weak: W1 to W7.
func (p *reference) weak(s []int, sos string) {
	class := func(k int) string { // of a place in the sequence, "" behind its end
		if k < 0 {
			return sos
		}
		if k >= len(s) {
			return ""
		}
		return p.class[s[k]]
	}
	lastStrong := func(k int) string {
		for k--; k >= 0; k-- {
			if oneOf(class(k), "L", "R", "AL") {
				return class(k)
			}
		}
		return sos
	}
	for k, i := range s { // W1
		if p.class[i] == "NSM" {
			p.class[i] = class(k - 1)
			if isInitiator(p.class[i]) || p.class[i] == "PDI" {
				p.class[i] = "ON"
			}
		}
	}
	for k, i := range s { // W2
		if p.class[i] == "EN" && lastStrong(k) == "AL" {
			p.class[i] = "AN"
		}
	}
	for _, i := range s { // W3
		if p.class[i] == "AL" {
			p.class[i] = "R"
		}
	}
	for k, i := range s { // W4
		if k == 0 {
			continue
		}
		before, after := class(k-1), class(k+1)
		if p.class[i] == "ES" && before == "EN" && after == "EN" {
			p.class[i] = "EN"
		} else if p.class[i] == "CS" && before == after && oneOf(before, "EN", "AN") {
			p.class[i] = before
		}
	}
	for k, i := range s { // W5
		if p.class[i] != "ET" {
			continue
		}
		if k > 0 && class(k-1) == "EN" {
			p.class[i] = "EN"
			continue
		}
		end := k
		for class(end) == "ET" {
			end++
		}
		if class(end) == "EN" {
			p.class[i] = "EN"
		}
	}
	for _, i := range s { // W6
		if oneOf(p.class[i], "ES", "ET", "CS") {
			p.class[i] = "ON"
		}
	}
	for k, i := range s { // W7
		if p.class[i] == "EN" && lastStrong(k) == "L" {
			p.class[i] = "L"
		}
	}
}

// brackets: BD14 to BD16 and N0.
func (p *reference) brackets(s []int, sos string) {
	fold := func(r rune) rune {
		if c, ok := p.canonical[r]; ok {
			return c
		}
		return r
	}
	type element struct {
		bracket rune
		at      int
	}
	var stack []element
	var pairs [][2]int // places in the sequence
scan:
	for k, i := range s {
		r := p.text[i]
		if _, ok := p.pair[r]; !ok || p.class[i] != "ON" {
			continue
		}
		if p.opening[r] {
			if len(stack) == 63 {
				break scan
			}
			stack = append(stack, element{fold(p.pair[r]), k})
			continue
		}
		for top := len(stack) - 1; top >= 0; top-- {
			if stack[top].bracket == fold(r) {
				pairs = append(pairs, [2]int{stack[top].at, k})
				stack = stack[:top]
				break
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	direction := func(class string) string {
		switch class {
		case "L":
			return "L"
		case "R", "AL", "EN", "AN":
			return "R"
		}
		return ""
	}
	embedding := []string{"L", "R"}[p.level[s[0]]%2]
	for _, pair := range pairs {
		found, opposite := false, false
		for k := pair[0] + 1; k < pair[1]; k++ {
			switch d := direction(p.class[s[k]]); d {
			case "":
			case embedding:
				found = true
			default:
				opposite = true
			}
		}
		class := ""
		if found { // N0 b
			class = embedding
		} else if opposite { // N0 c
			context := sos
			for k := pair[0] - 1; k >= 0; k-- {
				if d := direction(p.class[s[k]]); d != "" {
					context = d
					break
				}
			}
			class = embedding // N0 c2
			if context != embedding {
				class = context // N0 c1
			}
		}
		if class == "" { // N0 d
			continue
		}
		for _, k := range pair {
			p.class[s[k]] = class
			for k++; k < len(s) && p.original[s[k]] == "NSM"; k++ {
				p.class[s[k]] = class
			}
		}
	}
}

// neutral: N1 and N2.
func (p *reference) neutral(s []int, sos, eos string) {
	isNI := func(class string) bool {
		return oneOf(class, "B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI")
	}
	side := func(k int, none string) string {
		if k < 0 || k >= len(s) {
			return none
		}
		if oneOf(p.class[s[k]], "EN", "AN") {
			return "R"
		}
		return p.class[s[k]]
	}
	for k := 0; k < len(s); {
		end := k
		for end < len(s) && isNI(p.class[s[end]]) {
			end++
		}
		if end == k {
			k++
			continue
		}
		class := []string{"L", "R"}[p.level[s[0]]%2] // N2
		if before := side(k-1, sos); before == side(end, eos) {
			class = before // N1
		}
		for ; k < end; k++ {
			p.class[s[k]] = class
		}
	}
}

// implicit: I1 and I2. Removed characters get -1.
func (p *reference) implicit() {
	for i, class := range p.class {
		switch {
		case p.removed[i]:
			p.level[i] = -1
		case p.level[i]%2 == 0 && class == "R":
			p.level[i]++
		case p.level[i]%2 == 0 && oneOf(class, "AN", "EN"):
			p.level[i] += 2
		case p.level[i]%2 == 1 && oneOf(class, "L", "EN", "AN"):
			p.level[i]++
		}
	}
}

// line: L1 and L2 for the characters from start to end: their levels, -1 for
// removed ones, and the display order of the others.
func (p *reference) line(start, end int) (levels, order []int) {
	levels = slices.Clone(p.level[start:end])
	reset := func(k int) { // the white space before a place, and nothing else
		for k--; k >= 0; k-- {
			switch class := p.original[start+k]; {
			case p.removed[start+k]:
			case oneOf(class, "WS", "LRI", "RLI", "FSI", "PDI"):
				levels[k] = p.base
			default:
				return
			}
		}
	}
	for k := range levels { // L1
		if oneOf(p.original[start+k], "S", "B") {
			levels[k] = p.base
			reset(k)
		}
	}
	reset(len(levels))
	for k, level := range levels {
		if level >= 0 {
			order = append(order, k)
		}
	}
	highest := 0
	for _, level := range levels {
		highest = max(highest, level)
	}
	for level := highest; level > 0; level-- { // L2
		if !slices.ContainsFunc(levels, func(l int) bool { return l%2 == 1 && l <= level }) {
			break
		}
		for k := 0; k < len(order); k++ {
			from := k
			for k < len(order) && levels[order[k]] >= level {
				k++
			}
			slices.Reverse(order[from:k])
		}
	}
	return levels, order
}

// visual: L3 and L4 for the line from start of which line gave levels and order.
func (p *reference) visual(start int, levels, order []int) (shown []rune) {
	order = slices.Clone(order)
	isMark := func(k int) bool { return p.original[start+k] == "NSM" && levels[k]%2 == 1 }
	belong := func(k, next int) bool { // together, of one directional run
		for between := next + 1; between < k; between++ {
			if levels[between] >= 0 {
				return false
			}
		}
		return next < k && levels[k] == levels[next]
	}
	for k := 0; k < len(order); k++ { // L3: marks precede their base here; put them behind it
		from := k
		for isMark(order[k]) && k+1 < len(order) && belong(order[k], order[k+1]) {
			k++
		}
		slices.Reverse(order[from : k+1])
	}
	for _, k := range order { // L4
		r := p.text[start+k]
		if mirrored, ok := p.mirror[r]; ok && levels[k]%2 == 1 {
			r = mirrored
		}
		shown = append(shown, r)
	}
	return shown
}
