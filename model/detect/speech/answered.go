package speech

import (
	"rawi/model"
	"rawi/model/detect/token"
)

// answered are the answers of an interview that names nobody in its turns: paragraphs that
// ask and paragraphs that answer take turns, and somebody is named before the first who may
// be the guest. What opens each is its first word.
func (a *attributor) answered() map[int]label {
	const few = 3
	var turns []label
	asked, between, first := 0, 0, -1 // questions with an answer; paragraphs from the first question on
	behind := false                   // a question or an answer is the paragraph before
	for _, b := range a.page.Blocks() {
		if b.Kind != model.ParagraphBlock {
			continue
		}
		start := a.firstWordIn(b)
		question := endsAsking(a.page, b)
		if question && first < 0 {
			first = b.From
		}
		if first < 0 || start >= b.To {
			continue
		}
		between++
		switch {
		case question:
			behind = true
		case behind:
			turns = append(turns, label{from: start, to: start, colon: start, start: start, voice: theGuest})
			asked++
			behind = false
		}
	}
	if asked < few || 3*asked < between {
		return nil
	}
	guest := a.guest(first)
	if guest < 0 {
		return nil
	}
	out := map[int]label{}
	for _, l := range turns {
		l.guest = guest
		out[l.colon] = l
	}
	return out
}

// firstWordIn is the first word of a block.
func (a *attributor) firstWordIn(b token.Block) int {
	i := b.From
	for i < b.To && !a.page.At(i).IsWord() {
		i++
	}
	return i
}

// endsAsking reports whether a question mark ends a block.
func endsAsking(p *token.Page, b token.Block) bool {
	i := b.To - 1
	return i > b.From && (p.Written(p.At(i)) == "؟" || p.Written(p.At(i)) == "?")
}

// guest is the person whom the page names most before a token, the first of several; -1 for
// none.
func (a *attributor) guest(before int) int {
	best, most := -1, 0
	times := map[int]int{}
	for id := range a.found.Len() {
		m := a.found.Mention(id)
		if p := a.parties.Of(id); m.From < before && p >= 0 && a.parties.Party(p).Kind == model.Person {
			times[p]++
		}
	}
	for p := range a.parties.Len() { // in the order of first mentions
		if times[p] > most {
			best, most = p, times[p]
		}
	}
	return best
}
