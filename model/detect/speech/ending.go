package speech

import (
	"iter"
	"strings"

	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// enders are words before which a reported clause may end without a comma.
var enders = map[string]bool{
	"لكن": true, "لكنه": true, "لكنها": true, "لكنهم": true, "ولكنه": true, "ولكنها": true,
	"حين": true, "وذلك": true, "لقوله": true, "اما": true, "واما": true, "فيما": true, "بينما": true,
}

const (
	mostEnds      = 24
	mostSentences = 4 // of direct speech behind a colon
)

// ends are the tokens at which the clause may end, and where each lies
// trimmed: the first token behind it.
func (r *report) ends() (at []int) {
	if r.end > 0 {
		return []int{r.end}
	}
	limit := min(r.limit, r.start+longest)
	sentences := 1
	last := -1
	add := func(j int) {
		if to := r.trimmed(clause{r.start, j}).to; to > r.start && to != last && len(at) < mostEnds {
			at, last = append(at, j), to
		}
	}
	for j := r.start + 1; j < limit; j++ {
		if !r.page.SameSentence(j-1, j) {
			add(j)
			if sentences++; r.sort != byColon || sentences > mostSentences {
				return at
			}
			continue
		}
		if r.page.Depth(j) == 0 && r.mayEnd(j) {
			add(j)
		}
	}
	if limit > r.start {
		add(limit)
	}
	return at
}

// firstEnd is the first end that a row gives, else the sentence's.
func (r *report) firstEnd(at []int) int {
	for n, j := range at {
		if r.isFinal(j) || r.rowBefore(j) >= 0 {
			return n
		}
	}
	return len(at) - 1
}

// isFinal reports whether the sentence ends before token j.
func (r *report) isFinal(j int) bool {
	return j >= r.page.EndOf(r.start) || !r.page.SameSentence(j, j-1)
}

// rowBefore is the row by which the clause ends before token j or the word
// behind the sign there, -1 for none.
func (r *report) rowBefore(j int) int {
	return r.endedBy(r.wordFrom(j))
}

// wordFrom is the first word from token j on, a sign or two skipped.
func (r *report) wordFrom(j int) int {
	const signs = 3
	next, end := j, min(r.page.EndOf(j), j+signs)
	for next < end-1 && !r.page.At(next).IsWord() {
		next++
	}
	return next
}

// mayEnd reports whether a clause may end before token j.
func (r *report) mayEnd(j int) bool {
	t := r.page.At(j)
	switch t.Sign() {
	case token.Comma, token.Closing:
		return true
	case token.OtherSign:
		w := r.page.Written(t)
		return w != "/" && w != "%"
	case token.NoSign:
		return enders[t.Fold()] || t.Is(lex.According|lex.Turn) || t.IsVerb() && !t.IsDefinite() && (t.Form().Mood == lex.Participle || t.Proclitic() == "و" || t.Proclitic() == "ف")
	}
	return false
}

// What the features of an end tell.
const (
	endSign learn.Template = iota
	endSecondWord
	endOrder
	endLength
	endCommas
	endFirstWord
	endRuled
	endJoint
	endSegment
)

// endChoices describes each of the possible ends of a clause, in turn; what is said
// of one lies where that of the next will.
func (r *report) endChoices(at []int, room []learn.Feature) iter.Seq2[int, []learn.Feature] {
	f := &features{page: r.page, corpus: r.corpus, list: room}
	return func(yield func(int, []learn.Feature) bool) {
		s := sofar{start: r.start, scanned: r.start}
		ruled := false
		for n, j := range at {
			s.scan(r.page, j)
			f.list = f.list[:0]
			row := r.endFeatures(f, s, n, j, ruled)
			ruled = ruled || row
			if !yield(n, f.list) {
				return
			}
		}
	}
}

// endFeatures describes the possible end number n, before token j, and says whether a
// row gives it; ruled says whether one gave an end before.
func (r *report) endFeatures(f *features, s sofar, n, j int, ruled bool) (row bool) {
	final := r.isFinal(j)
	if final {
		f.pair(endSign, 1, 0)
	} else {
		row = r.rowBefore(j) >= 0
		r.boundaryFeatures(f, j)
	}
	f.pair(endRuled, flags(row, ruled, final), 0)
	f.pair(endRuled, flags(row, ruled, final), 1+uint64(r.sort))
	r.lengthFeatures(f, s, n, j, final)
	return row
}

// sofar is what stands in a clause up to a possible end.
type sofar struct {
	start, scanned, commas, finite int
}

func (s *sofar) scan(p *token.Page, to int) {
	for ; s.scanned < to; s.scanned++ {
		t := p.At(s.scanned)
		count(&s.finite, t.LooksFinite())
		count(&s.commas, t.Sign() == token.Comma)
	}
}

// boundaryFeatures tells what stands around a possible end before token j that
// ends no sentence.
func (r *report) boundaryFeatures(f *features, j int) {
	to, next := r.page.EndOf(j), r.wordFrom(j)
	sign := uint64(r.page.At(j).Sign())
	t := r.page.At(next)
	f.pair(endSign, 0, sign)
	f.word(endSecondWord, next+1, j, to)
	f.pair(endFirstWord, sign, learn.Hash(t.Fold()))
	r.segmentFeatures(f, next, sign)
}

// A joint is what the words do that go on behind a possible end.
type joint uint8

const (
	noJoint joint = iota
	but           // the writer objects
	while         // something else happens
	thereby       // the writer judges what was said
	thus          // how and when it was said
	andThat       // the report goes on
	because       // it gives a reason or a detail
	further       // another report
)

// joints are words by what they do.
var joints = func() map[string]joint {
	all := map[string]joint{}
	for j, words := range map[joint]string{
		but:     "لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها غير بيد الا",
		while:   "فيما بينما وبينما وفيما حين وحين الوقت وقت",
		thereby: "وهو وهي مما ما الامر الشيء",
		thus:    "وذلك اشاره ردا عقب بعد بعدما قبل خلال وسط ظل اثر تعليقا جوابا عندما لدي",
		andThat: "وان وانه وانها وانهم وانهما وانني وبان وبانه وبانها",
		because: "لان لانه لانها حيث اذ خاصه خصوصا مثل الذي التي الذين حتي بل او سواء بما منها منهم ومنها لا سيما وليس",
		further: "كما ثم واما اما ومن وفي وعن وحول وبشان",
	} {
		for _, w := range strings.Fields(words) {
			all[w] = j
		}
	}
	return all
}()

// jointAt is what the words from token i on do, a preposition left out: «في حين».
func (r *report) jointAt(i, to int) joint {
	if f := r.page.At(i).Fold(); (f == "في" || f == "علي" || f == "من") && i+1 < to {
		if j := joints[r.page.At(i+1).Fold()]; j != noJoint {
			return j
		}
	}
	return joints[r.page.At(i).Fold()]
}

// segmentFeatures tells what goes on behind a possible end, up to the next
// comma: whether it reports by itself.
func (r *report) segmentFeatures(f *features, next int, sign uint64) {
	const most = 25
	to := r.page.EndOf(next)
	j := uint64(r.jointAt(next, to))
	said, that, finite, words, last := 0, 0, 0, 0, true
	for i := next; i < min(to, next+most) && r.page.SameSentence(i, next); i++ {
		t := r.page.At(i)
		if s := t.Sign(); s == token.Comma || s == token.OtherSign {
			last = false
			break
		}
		count(&words, t.IsWord())
		count(&said, t.IsVerb() && !t.IsDefinite() && t.Form().Class != lex.NameVerb)
		count(&that, t.Is(lex.That|lex.ThatPronoun))
		count(&finite, t.LooksFinite())
	}
	f.pair(endJoint, j, sign)
	f.pair(endJoint, 20+j, flags(said > 0, that > 0, finite > 0))
	f.pair(endSegment, flags(said > 0, that > 0, finite > 0), sign)
	f.pair(endSegment, 100+flags(last), uint64(size(words)))
}

// lengthFeatures tells how long the clause would be, and what it would hold.
func (r *report) lengthFeatures(f *features, s sofar, n, j int, final bool) {
	f.pair(endOrder, uint64(min(n, 6)), flags(final))
	f.pair(endLength, uint64(size(j-s.start)), flags(final))
	f.pair(endCommas, uint64(min(s.commas, 5)), flags(final, s.finite > 0))
}
