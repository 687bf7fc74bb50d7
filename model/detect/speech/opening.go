package speech

import (
	"iter"
	"slices"
	"strings"

	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// An opening is a place where a reported clause may begin, with the ways in
// which it may: each a cue and a start. At most one of them holds.
type opening struct {
	sort  openingSort
	at    int // what opens it: أن, the colon, else the first word
	ways  []way
	limit int // no end lies behind this token
	turn  *label
}

// way is one reading of an opening.
type way struct {
	cue   int // index; -1 for none
	start int // first token of the clause
	end   int // where it ends, when that is known; else 0
}

type openingSort uint8

const (
	byThat         openingSort = iota // قال إن
	byColon                           // وقال: ...
	byNegation                        // توقعت ألا
	byQuestion                        // سأل هل
	byNothing                         // ويقول فلان تشهد المطابخ
	bySourceBehind                    // ...، وفق فلان
	bySourceBefore                    // وفق فلان، ...
	byTurn                            // فلان (وزير الصحة): ..., in interviews and minutes
	noOpening
)

// String is the sort in words.
func (s openingSort) String() string {
	return [...]string{"that", "colon", "negation", "question", "nothing", "source behind", "source before", "turn", "no opening"}[s]
}

const (
	farCue      = 40  // tokens between cue and أن
	longest     = 300 // tokens of a clause: keeps a text of one endless sentence linear
	cuesAround  = 3   // cues that may govern one opening
	farQuestion = 12
)

// questions open a question without marks behind «سأل», «تساءل».
var questions = map[string]bool{
	"هل": true, "لماذا": true, "كيف": true, "ماذا": true, "متي": true, "اين": true, "بم": true, "كم": true,
}

// openings are all places of a page where a reported clause may begin. They are found as they
// are asked for: a page of 10 MB has a hundred thousand.
func (a *attributor) openings(cues []cue.Cue) iter.Seq[opening] {
	return func(yield func(opening) bool) {
		turns := a.findTurns()
		k := 0 // cues before token j
		for j := range a.page.Len() {
			for k < len(cues) && cues[k].Token < j {
				k++
			}
			if a.page.Depth(j) > 0 {
				continue
			}
			if o, ok := a.openedBy(j, turns, cues, k); ok && !yield(o) {
				return
			}
			if k == len(cues) || cues[k].Token > j {
				continue
			}
			if o, ok := a.bare(cues, k); ok && !yield(o) {
				return
			}
			if o, ok := a.sourced(cues, k); ok && !yield(o) {
				return
			}
		}
	}
}

// openedBy is the opening that token j makes, as the colon of a turn or by itself, k cues
// before it.
func (a *attributor) openedBy(j int, turns map[int]label, cues []cue.Cue, k int) (o opening, ok bool) {
	l, ok := turns[j]
	if !ok {
		return a.openingAt(j, cues, k)
	}
	end := a.page.EndOf(j)
	return opening{sort: byTurn, at: j, limit: end, turn: &l, ways: []way{{cue: -1, start: l.start, end: end}}}, true
}

// opener is a token that may open a reported clause.
type opener struct {
	*attributor
	j int
	t *token.Token
}

// openRows say how a token opens a reported clause: the one behind the bar of each example.
var openRows = rule.Table[opener, openingSort]{Name: "opening", Rows: []rule.Row[opener, openingSort]{
	{ID: "negation", Example: "توقعت |ألا يعود.", Gives: byNegation, When: func(o opener) bool {
		return o.t.Fold() == "الا" && strings.HasPrefix(o.page.Written(o.t), "ألا")
	}},
	{ID: "that", Example: "وقال |إن السوق هادئة.", Gives: byThat, When: func(o opener) bool { return o.t.Is(lex.That | lex.ThatPronoun) }},
	{ID: "address", Example: "أعلن على موقعه http|://example.org ذلك.", Gives: noOpening, When: func(o opener) bool {
		return o.t.Sign() == token.Colon && strings.HasPrefix(o.page.Text()[o.page.SpanAt(o.j).End:], "//")
	}},
	{ID: "colon", Example: "وقال|: السوق هادئة.", Gives: byColon, When: func(o opener) bool { return o.t.Sign() == token.Colon }},
	{ID: "dots in a headline", Example: "# سوق الخضار|.. الأسعار ترتفع", Gives: byColon, When: func(o opener) bool {
		return o.t.Sign() == token.OtherSign && o.page.InTitle(o.j) && strings.HasPrefix(o.page.Written(o.t), "..")
	}},
	{ID: "question", Example: "وسأل |هل السوق هادئة؟", Gives: byQuestion, When: func(o opener) bool { return questions[o.t.Fold()] }},
}}

// openingAt is the opening that token j makes, k cues before it.
func (a *attributor) openingAt(j int, cues []cue.Cue, k int) (o opening, ok bool) {
	row := openRows.First(a.watch, opener{a, j, a.page.At(j)}, j, j+1)
	if row < 0 {
		return o, false
	}
	o = opening{sort: openRows.Rows[row].Gives, at: j}
	start := a.startBehind(o)
	if o.sort == noOpening || start >= a.page.Len() || start >= a.page.EndOf(j) && o.sort != byColon || a.page.InTitle(j) != a.page.InTitle(start) {
		return o, false
	}
	o.limit, o.ways = a.page.EndOf(start), a.governors(o, start, cues[:k])
	if o.sort == byColon && a.page.Depth(start) == 0 || o.sort == byThat && len(o.ways) == 0 {
		o.ways = append(o.ways, way{cue: -1, start: start})
	}
	return o, len(o.ways) > 0
}

// startBehind is where the clause of an opening begins.
func (a *attributor) startBehind(o opening) int {
	switch start := o.at + 1; {
	case o.sort == byNegation || o.sort == byQuestion:
		return o.at
	case o.sort == byColon && start < a.page.Len() && a.page.At(start).Is(lex.That):
		return start + 1 // «وقال: إن»
	default:
		return start
	}
}

// governors are the ways to read an opening by the last of the cues before it.
func (a *attributor) governors(o opening, start int, cues []cue.Cue) (ways []way) {
	far := farCue
	if o.sort == byQuestion {
		far = farQuestion
	}
	for n, c := range slices.Backward(cues) {
		if len(ways) == cuesAround || !a.page.SameSentence(c.Token, o.at) || o.at-c.Token > far {
			break
		}
		if !c.According {
			ways = append(ways, way{cue: n, start: start})
		}
	}
	return ways
}
