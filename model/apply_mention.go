package model

import (
	"slices"
	"sort"
)

// What each deed does to a mention.

func (d *derivation) makeMention(a *Annotation) {
	d.removeMention(a.Anchor.Span)
	d.putMention(d.overrides.root(a.Party), Mention{Span: a.Anchor.Span})
}

func (d *derivation) moveMention(a *Annotation) {
	if p, m, ok := d.removeMention(a.Anchor.Span); ok {
		d.removeMention(a.To.Span)
		m.Span = a.To.Span
		d.putMention(p, m)
	}
}

func (d *derivation) dropMention(a *Annotation) { d.removeMention(a.Anchor.Span) }

// removeMention removes the mention at some words from its party.
func (d *derivation) removeMention(at Span) (PartyID, Mention, bool) {
	at = d.src.words(at)
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

// mentionOf is the place of a party's mention that is some words, -1 for none. It
// may begin before them with invisible characters.
func (d *derivation) mentionOf(p *Party, words Span) int {
	after := sort.Search(len(p.Mentions), func(j int) bool { return p.Mentions[j].Start > words.Start })
	for j := after - 1; j >= 0 && d.src.words(Span{p.Mentions[j].Start, words.End}) == words; j-- {
		if d.src.words(p.Mentions[j].Span) == words {
			return j
		}
	}
	return -1
}

func (d *derivation) putMention(id PartyID, m Mention) {
	if i, ok := d.partyIndex.find(id); ok {
		p := &d.parties[i]
		p.Mentions = append(slices.Clone(p.Mentions), m)
		sortMentions(p.Mentions)
	}
}
