package detect

import (
	"rawi/model"
	"sort"
)

// quotation is a quote in the making.
type quotation struct {
	span   model.Span
	from   int // first token
	marked bool
	kind   model.QuoteKind
	cue    model.Span // empty for none
	source source
	recent []int // who had spoken before
}

// marked are the pairs of marks that lie in no other, by the token that opens
// them.
type marked map[int32]stretch

// stretch is what stands between two marks.
type stretch struct {
	close  int32 // token
	speech bool  // words of a speaker
}

// at is the pair that token i opens.
func (m marked) at(i int) (stretch, bool) {
	s, ok := m[int32(i)]
	return s, ok
}

// quotations joins marks, cues and sources: first the kind and the speaker of
// each pair of marks, then the reported clauses around them.
func (a *attributor) quotations(pairs []pair, cues []cue) []quotation {
	sources, recents := a.attributeAll(cues)
	quotes := make([]quotation, 0, len(pairs)+len(cues)/2)
	between := marked{}
	var parent []int // indexes of the quotations that are open
	k, last := 0, -1 // cues before the pair; the pair before it
	for _, q := range pairs {
		for k < len(cues) && cues[k].token < q.open {
			k++
		}
		for len(parent) > 0 && quotes[parent[len(parent)-1]].span.End <= a.tokens[q.open].span().Start {
			parent = parent[:len(parent)-1]
		}
		governing := a.governing(q, cues, k)
		out := quotation{span: a.inside(q), from: q.open + 1, marked: true, source: nobody}
		out.kind = a.kind(q, governing)
		if out.kind != model.WorkTitle && last >= 0 && quotes[last].kind == model.WorkTitle && a.coordinates(pairs[last], q) {
			out.kind = model.WorkTitle // «"النهر" و"السد"»
		}
		if len(parent) > 0 {
			out.kind, out.source = a.nested(out.kind, quotes[parent[len(parent)-1]])
		} else if out.kind == model.Speech || out.kind == model.Scare {
			a.attributePair(&out, q, governing, cues, sources)
		}
		if k > 0 {
			out.recent = recents[k-1]
		}
		if a.depth[q.open] == 0 {
			between[int32(q.open)] = stretch{int32(q.close), out.kind == model.Speech}
		}
		last = len(quotes)
		parent = append(parent, len(quotes))
		quotes = append(quotes, out)
	}
	quotes = a.reports(quotes, cues, sources, recents, between)
	sort.SliceStable(quotes, func(i, j int) bool {
		x, y := quotes[i].span, quotes[j].span
		return x.Start < y.Start || x.Start == y.Start && x.End > y.End
	})
	return quotes
}

// coordinates reports whether only «و», «أو» or a comma joins two short pairs,
// the second without a verb.
func (a *attributor) coordinates(before, q pair) bool {
	const longest = 6
	if q.open-before.close > 3 || q.open <= before.close || q.close-q.open > longest {
		return false
	}
	for i := before.close + 1; i < q.open; i++ {
		if t := &a.tokens[i]; t.sign != comma && !a.isProclitic(i) && t.fold != "او" {
			return false
		}
	}
	for i := q.open + 1; i < q.close; i++ {
		if t := &a.tokens[i]; t.is(verb|commonVerb|that|thatPronoun) || looksFinite(t) {
			return false
		}
	}
	return true
}

// attributeAll gives the source of each cue and who had spoken by then.
func (a *attributor) attributeAll(cues []cue) (sources []source, recents [][]int) {
	sources = a.attribute(cues)
	recents = make([][]int, len(cues))
	a.recent = nil
	for k, s := range sources {
		if s.party >= 0 {
			a.remember(s.party)
		}
		recents[k] = append([]int(nil), a.recent...)
	}
	return sources, recents
}

// governing is the index of the cue that the quotation hangs on: the last one
// before it in its sentence, else one right after it; -1 for none.
func (a *attributor) governing(q pair, cues []cue, k int) int {
	const most = 8
	for i := k - 1; i >= max(0, k-most) && a.sameSentence(cues[i].token, q.open); i-- {
		if !cues[i].according || k == i+1 && q.open-cues[i].token < 15 {
			return i
		}
	}
	short := q.open > 0 && a.sameSentence(q.open-1, q.open) && a.wordCount(q) <= 3
	for i := k; i < len(cues) && cues[i].token <= q.close+3; i++ {
		if short && !cues[i].according {
			continue // «قرار "النهر" أعلنت الشركة»
		}
		if cues[i].token > q.close && a.tokens[cues[i].token].skip == 0 && a.sameBlock(cues[i].token, q.open) {
			return i
		}
	}
	return -1
}

// nested is the kind and source of a quotation inside another.
func (a *attributor) nested(k model.QuoteKind, outer quotation) (model.QuoteKind, source) {
	if outer.kind != model.Speech || k == model.WorkTitle || k == model.Other {
		return k, nobody
	}
	return model.Scare, outer.source
}

func (a *attributor) attributePair(out *quotation, q pair, governing int, cues []cue, sources []source) {
	if governing >= 0 {
		out.cue, out.source = a.tokens[cues[governing].token].span(), sources[governing]
	}
	if a.inTitle(q.open) {
		if h := a.headlineOf(a.within[a.sentence[q.open]]); h.speaker.party >= 0 {
			if h.after > 0 || out.source.party < 0 {
				out.source = h.speaker
			}
			if h.after > 0 && q.open >= h.after {
				out.kind = model.Speech
			}
		}
		return
	}
	if governing < 0 && out.kind == model.Speech {
		out.source = a.lastBefore(cues, sources, q.open)
	}
}

// lastBefore is the source of the last cue before token i, in doubt.
func (a *attributor) lastBefore(cues []cue, sources []source, i int) source {
	k := sort.Search(len(cues), func(k int) bool { return cues[k].token >= i })
	for k--; k >= 0; k-- {
		if s := sources[k]; s.party >= 0 {
			s.rule, s.mention, s.confidence = model.PreviousSpeaker, -1, 0.5
			return s
		}
	}
	return nobody
}
