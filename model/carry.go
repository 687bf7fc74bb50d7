package model

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What each deed does to a quotation or a mention in the making.

func (d *derivation) assign(a *Annotation, i int) {
	q := d.change(i)
	q.Decision, q.Speaker = a.ID, d.cast.root(a.Party)
	if !q.Kind.Spoken() {
		q.Kind = Indirect
		if q.Marked {
			q.Kind = Speech
		}
	}
}

func (d *derivation) setKind(a *Annotation, i int) {
	q := d.change(i)
	q.Decision, q.Kind = a.ID, a.Kind
}

func (d *derivation) setNote(a *Annotation, i int)      { d.change(i).Note = a.Text }
func (d *derivation) setCertainty(a *Annotation, i int) { d.change(i).Certainty = a.Certainty }
func (d *derivation) setAddressee(a *Annotation, i int) { d.change(i).Addressee = d.cast.root(a.Party) }

func (d *derivation) dropQuote(_ *Annotation, i int) { d.gone[i] = true }

// makeQuote has its quotation already; one that was dropped comes back. Words
// that are no speech are decided by being made.
func (d *derivation) makeQuote(a *Annotation, i int) {
	delete(d.gone, i)
	q := d.change(i)
	if q.Decision != "" {
		return
	}
	q.Kind, q.Marked = a.Kind, Marked(d.Article.Text, q.Span)
	if !q.Kind.Spoken() {
		q.Decision = a.ID
	}
}

func (d *derivation) unmakeQuote(a *Annotation) { d.unmake(a.Anchor.Span) }

func (d *derivation) moveQuote(a *Annotation, i int) { d.reach(i, a.To.Span) }

func (d *derivation) unmoveQuote(a *Annotation) { d.trace(a.To.Span, a.Anchor.Span) }

func (d *derivation) splitQuote(a *Annotation, i int) {
	second := d.quotes[i]
	if !second.Covers(a.To.Span) || second.Start == a.To.Start {
		return // its ends were moved since
	}
	half := Span{a.To.Start, second.End}
	n := d.add(second, d.words(half))
	d.reach(i, d.firstHalf(second.Span, a.To.Span))
	d.reach(n, half)
	for c, by := range d.claims {
		if c.party == "" && c.quote == i {
			c.quote = n
			d.claims[c] = by
		}
	}
}

func (d *derivation) unsplitQuote(a *Annotation) {
	d.trace(d.firstHalf(a.Anchor.Span, a.To.Span), a.Anchor.Span)
	d.unmake(a.To.Span)
}

// firstHalf is what a split leaves before the second half.
func (d *derivation) firstHalf(whole, second Span) Span {
	return trim(d.Article.Text, Span{whole.Start, second.Start})
}

func (d *derivation) joinQuotes(a *Annotation, i int) {
	j, ok := d.quote(a.To.Span, false)
	if !ok || i == j {
		return
	}
	q, other := d.change(i), &d.quotes[j]
	if q.Decision == "" && other.Decision != "" {
		q.Decision, q.Kind, q.Speaker = other.Decision, other.Kind, other.Speaker
	}
	d.gone[j] = true
	d.places.made[d.words(a.To.Span)] = i
	d.reach(i, hull(q.Span, other.Span))
}

// reach gives a quotation new ends: those of the words, whatever the program
// counted among them.
func (d *derivation) reach(i int, to Span) {
	to = d.words(to)
	d.places.made[to] = i
	d.change(i).Span = to
	d.parted = true
}

func hull(a, b Span) Span { return Span{min(a.Start, b.Start), max(a.End, b.End)} }

func (d *derivation) unjoinQuotes(a *Annotation) {
	d.trace(hull(a.Anchor.Span, a.To.Span), a.Anchor.Span)
}

// unmake remembers a span that no quotation has any more.
func (d *derivation) unmake(s Span) {
	if d.unmade == nil {
		d.unmade = make(map[Span]bool)
	}
	d.unmade[d.words(s)] = true
}

// trace remembers which span a quotation had before ends that it has no more.
func (d *derivation) trace(now, before Span) {
	if d.was == nil {
		d.was = make(map[Span]Span)
	}
	d.was[d.words(now)] = d.words(before)
}

func (d *derivation) makeMention(a *Annotation, _ int) {
	d.removeMention(a.Anchor.Span)
	d.putMention(d.cast.root(a.Party), Mention{Span: a.Anchor.Span})
}

func (d *derivation) moveMention(a *Annotation, _ int) {
	if p, m, ok := d.removeMention(a.Anchor.Span); ok {
		d.removeMention(a.To.Span)
		m.Span = a.To.Span
		d.putMention(p, m)
	}
}

func (d *derivation) dropMention(a *Annotation, _ int) { d.removeMention(a.Anchor.Span) }

// removeMention takes the mention at some words out of its party's.
func (d *derivation) removeMention(at Span) (PartyID, Mention, bool) {
	at = d.words(at)
	for i := range d.parties {
		p := &d.parties[i]
		if j := d.mentionOf(p, at); j >= 0 {
			m := p.Mentions[j]
			p.Mentions = slices.Delete(slices.Clone(p.Mentions), j, j+1)
			return p.ID, m, true
		}
	}
	return "", Mention{}, false
}

// mentionOf is the place of a party's mention that is some words, -1 for none.
// It begins where they do, or before with what nobody sees.
func (d *derivation) mentionOf(p *Party, words Span) int {
	after := sort.Search(len(p.Mentions), func(j int) bool { return p.Mentions[j].Start > words.Start })
	for j := after - 1; j >= 0 && d.words(Span{p.Mentions[j].Start, words.End}) == words; j-- {
		if d.words(p.Mentions[j].Span) == words {
			return j
		}
	}
	return -1
}

func (d *derivation) putMention(id PartyID, m Mention) {
	if i, ok := d.number.of(id); ok {
		p := &d.parties[i]
		p.Mentions = append(slices.Clone(p.Mentions), m)
		sortMentions(p.Mentions)
	}
}

// quotationMarks are the marks that open or close quotations.
const quotationMarks = "\"«»“”„‟‹›"

// Marked reports whether words stand between quotation marks; what nobody sees
// may stand beside them.
func Marked(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[:s.Start], invisible))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[s.End:], invisible))
	return strings.ContainsRune(quotationMarks, before) && strings.ContainsRune(quotationMarks, after)
}

// trim is the span without white space and what skeletons leave out at its ends.
func trim(text string, s Span) Span {
	words := s.In(text)
	left := len(words) - len(strings.TrimLeftFunc(words, isEdge))
	right := len(strings.TrimRightFunc(words, isEdge))
	return Span{s.Start + left, s.Start + max(left, right)}
}

func isEdge(r rune) bool { return !isSimple(r) && (unicode.IsSpace(r) || ignored(r)) }
