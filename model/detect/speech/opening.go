package speech

import (
	"strings"

	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// An opening is a place where a reported clause may begin, with the ways in
// which it may: each a cue and a start. At most one of them holds.
type opening struct {
	sort  openingSort
	at    int // what opens it: أن, the colon, else the first word
	ways  []way
	limit int // no end lies behind this token
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
)

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

// openings are all places of a page where a reported clause may begin.
func (a *attributor) openings(cues []cue.Cue, between marked) []opening {
	var out []opening
	k := 0 // cues before token j
	for j := 0; j < a.page.Len(); j++ {
		for k < len(cues) && cues[k].Token < j {
			k++
		}
		if a.page.Depth(j) > 0 {
			continue
		}
		if o, ok := a.openingAt(j, cues, k); ok {
			out = append(out, o)
		}
		if k < len(cues) && cues[k].Token == j {
			if o, ok := a.bare(cues, k); ok {
				out = append(out, o)
			}
			if cues[k].According {
				if o, ok := a.sourced(cues, k); ok {
					out = append(out, o)
				}
			}
		}
	}
	return out
}

// openingAt is the opening that token j makes, k cues before it.
func (a *attributor) openingAt(j int, cues []cue.Cue, k int) (o opening, ok bool) {
	t := a.page.At(j)
	sort, start := byThat, j+1
	switch {
	case strings.HasPrefix(a.page.Written(t), "ألا") && t.Fold() == "الا":
		sort, start = byNegation, j
	case t.Is(lex.That | lex.ThatPronoun):
	case t.Sign() == token.Colon:
		sort = byColon
		if start < a.page.Len() && a.page.At(start).Is(lex.That) {
			start++
		}
		if j > 0 && a.page.At(j-1).Sign() == token.Number && start < a.page.Len() && a.page.At(start).Sign() == token.Number {
			return o, false // «12:30»
		}
	case t.Sign() == token.OtherSign && a.page.InTitle(j) && strings.HasPrefix(a.page.Written(t), ".."):
		sort = byColon
	case questions[t.Fold()]:
		sort, start = byQuestion, j
	default:
		return o, false
	}
	if start >= a.page.Len() || start >= a.page.EndOf(j) && sort != byColon || a.page.InTitle(j) != a.page.InTitle(start) {
		return o, false
	}
	o = opening{sort: sort, at: j, limit: a.page.EndOf(start)}
	far := farCue
	if sort == byQuestion {
		far = farQuestion
	}
	for n := k - 1; n >= 0 && len(o.ways) < cuesAround && a.page.SameSentence(cues[n].Token, j) && j-cues[n].Token <= far; n-- {
		if !cues[n].According {
			o.ways = append(o.ways, way{cue: n, start: start})
		}
	}
	if sort == byColon && a.page.Depth(start) == 0 || sort == byThat && len(o.ways) == 0 {
		o.ways = append(o.ways, way{cue: -1, start: start})
	}
	return o, len(o.ways) > 0
}

// bare is the opening of a clause that follows its verb of saying, or the
// subject of that, without أن.
func (a *attributor) bare(cues []cue.Cue, k int) (o opening, ok bool) {
	const near = 12
	c := cues[k]
	if c.According || c.Class != lex.Say && c.Class != lex.Weak || a.page.InTitle(c.Token) {
		return o, false
	}
	end, plain := a.page.EndOf(c.Token), 0 // a word that begins a sentence
	for j := c.Token + 1; j < end && j <= c.Token+near && a.page.SameSentence(j, c.Token); j++ {
		t := a.page.At(j)
		if t.Is(lex.That|lex.ThatPronoun) || t.Sign() == token.Colon || t.Sign() == token.Mark {
			return o, false
		}
		if plain == 0 && openers[t.Fold()] {
			plain = j
		}
	}
	o = opening{sort: byNothing, at: c.Token, limit: end}
	add := func(start int) {
		if start < end && a.page.SameSentence(start, c.Token) {
			o.ways = append(o.ways, way{cue: k, start: start})
		}
	}
	add(c.Token + 1)
	if plain > c.Token+1 {
		add(plain)
	}
	if i := a.found.SubjectOf(c); i >= 0 {
		if id, ok := a.startingAt(i); ok {
			to := a.found.Mention(id).To
			if m := a.nameOf(id); m != id && a.found.Mention(m).To > to && a.found.Mention(m).From < to+3 {
				to = a.found.Mention(m).To
			}
			if to < end && a.page.At(to).Sign() == token.Comma {
				to++
			}
			add(to)
		}
	}
	return o, len(o.ways) > 0
}

// sourced is the opening of a sentence that names its source, before or behind
// the clause.
func (a *attributor) sourced(cues []cue.Cue, k int) (o opening, ok bool) {
	c := cues[k]
	from := c.Token
	boundary := -1
	for from > a.page.BlockOf(c.Token).From && a.page.SameSentence(from-1, c.Token) && c.Token-from < longest {
		from--
		if s := a.page.At(from).Sign(); boundary < 0 && c.Token-from > 2 && (s == token.Comma || s == token.Mark) {
			boundary = from + 1
		}
	}
	if a.page.InTitle(c.Token) {
		return o, false
	}
	if c.Token-from > 2 {
		o = opening{sort: bySourceBehind, at: c.Token, limit: c.Token, ways: []way{{cue: k, start: from, end: c.Token}}}
		if boundary > from {
			o.ways = append(o.ways, way{cue: k, start: boundary, end: c.Token})
		}
		return o, true
	}
	const near = 25
	end := a.page.EndOf(c.Token)
	o = opening{sort: bySourceBefore, at: c.Token, limit: end}
	for j := c.Token + 1; j < end && j <= c.Token+near && a.page.SameSentence(j, c.Token); j++ {
		t := a.page.At(j)
		if t.Is(lex.That|lex.ThatPronoun) || t.Sign() == token.Comma || t.Sign() == token.Colon || strings.HasPrefix(t.Fold(), "فان") {
			if start := a.behindThat(j + 1); start < end {
				o.ways = append(o.ways, way{cue: k, start: start})
			}
			if len(o.ways) == 2 {
				break
			}
		}
	}
	if id, ok := a.startingAt(c.Token + 1); ok && len(o.ways) == 0 {
		if to := a.found.Mention(id).To; to < end {
			o.ways = append(o.ways, way{cue: k, start: to})
		}
	}
	return o, len(o.ways) > 0
}

// behindThat is token i, or the next where «فإن» or أن stands at i.
func (a *attributor) behindThat(i int) int {
	if i < a.page.Len() && (a.page.OpensThat(i) || strings.HasPrefix(a.page.At(i).Fold(), "فان")) {
		return i + 1
	}
	return i
}
