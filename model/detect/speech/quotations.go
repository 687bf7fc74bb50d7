// Package speech finds the quotations of an article: what each pair of marks
// holds, the clauses that are reported without marks, and who speaks.
package speech

import (
	"sort"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// Quotation is a quote in the making.
type Quotation struct {
	Span   model.Span
	first  int // first token
	Marked bool
	Kind   model.QuoteKind
	told   bool       // the way it is written tells who speaks, or that it is none of those who seem to
	sure   float32    // how likely it is of that kind, a clause that it is reported and ends there; 1 where rules say so
	turn   *label     // of an interview, which says who speaks; else nil
	Cue    model.Span // empty for none
	Source Source
	Others []int32 // who else may have said it, the likeliest first: where speakers were not ranked, who had spoken before
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

// Find finds the quotations of a page in text order, outer before nested, each
// with its kind and its speaker.
func Find(p *token.Page, pairs []marks.Pair, cues []cue.Cue, found *mention.Found, parties *party.Parties, models Models, w *rule.Watch) *Spoken {
	a := newAttributor(p, found, parties)
	a.watch = w
	quotes := a.quotations(pairs, cues, models)
	if models.Speaker == nil {
		return a.nameApart(&Spoken{Quotes: quotes})
	}
	return a.nameApart(a.stage(cues, quotes).speak(models))
}

// quotations joins marks, cues and sources: first the kind and the speaker of
// each pair of marks, then the reported clauses around them.
func (a *attributor) quotations(pairs []marks.Pair, cues []cue.Cue, models Models) []Quotation {
	sources, recents := a.attributeAll(cues)
	ruled := a.ruledKinds(pairs, cues)
	if models.Kind != nil {
		a.chooseKinds(pairs, cues, ruled, models.Kind)
	}
	quotes := make([]Quotation, 0, len(pairs)+len(cues)/2)
	between := marked{}
	var parent []int // indexes of the quotations that are open
	k := 0           // cues before the pair
	for i, q := range pairs {
		for k < len(cues) && cues[k].Token < q.Open {
			k++
		}
		for len(parent) > 0 && quotes[parent[len(parent)-1]].Span.End <= a.page.SpanAt(q.Open).Start {
			parent = parent[:len(parent)-1]
		}
		out := Quotation{Span: q.Inside(&a.page.Stream), first: q.Open + 1, Marked: true, Source: nobody, Kind: ruled[i].kind, sure: ruled[i].sure}
		if len(parent) > 0 {
			a.nest(&out, quotes[parent[len(parent)-1]])
		} else if s, ok := a.besideOf(q, ruled[i].governing, cues, sources); ok {
			out.Kind, out.Source, out.told, out.sure = model.Speech, s, true, 1
			a.cueOf(&out, ruled[i].governing, cues)
		} else if out.Kind == model.Speech || out.Kind == model.Scare {
			a.attributePair(&out, q, ruled[i].governing, cues, sources)
		}
		if k > 0 {
			out.Others = recents[k-1]
		}
		if a.page.Depth(q.Open) == 0 {
			between[int32(q.Open)] = stretch{int32(q.Close), out.Kind == model.Speech}
		}
		parent = append(parent, len(quotes))
		quotes = append(quotes, out)
	}
	quotes = (&survey{a, cues, sources, between, nil}).reports(quotes, recents, models)
	quotes = a.setApart(quotes, cues, sources, recents)
	sort.SliceStable(quotes, func(i, j int) bool {
		x, y := quotes[i].Span, quotes[j].Span
		return x.Start < y.Start || x.Start == y.Start && x.End > y.End
	})
	return quotes
}

// judged is what is said of a pair of marks.
type judged struct {
	governing int // the cue that governs it, -1 for none
	row       int // of kindRows
	kind      model.QuoteKind
	sure      float32 // how likely it is that kind
}

// ruledKinds says of each pair what rules alone do.
func (a *attributor) ruledKinds(pairs []marks.Pair, cues []cue.Cue) []judged {
	out := make([]judged, len(pairs))
	k := 0 // cues before the pair
	for i, q := range pairs {
		for k < len(cues) && cues[k].Token < q.Open {
			k++
		}
		j := &out[i]
		j.sure = 1
		j.governing = a.governing(q, cues, k)
		j.row = a.pairOf(q, j.governing).row()
		j.kind = kindRows.Rows[j.row].Gives.QuoteKind
		if i > 0 && out[i-1].kind == model.WorkTitle && a.coordinates(pairs[i-1], q) {
			j.kind = model.WorkTitle // «"النهر" و"السد"»
		}
	}
	return out
}

// coordinates reports whether only «و», «أو» or a comma joins two short pairs,
// the second without a verb.
func (a *attributor) coordinates(before, q marks.Pair) bool {
	const longest = 6
	if q.Open-before.Close > 3 || q.Open <= before.Close || q.Close-q.Open > longest {
		return false
	}
	for i := before.Close + 1; i < q.Open; i++ {
		if t := a.page.At(i); t.Sign() != token.Comma && !a.page.IsProclitic(i) && t.Fold() != "او" {
			return false
		}
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if t := a.page.At(i); t.Is(lex.Verb|lex.CommonVerb|lex.That|lex.ThatPronoun) || t.LooksFinite() {
			return false
		}
	}
	return true
}

// attributeAll gives the source of each cue and who had spoken by then.
func (a *attributor) attributeAll(cues []cue.Cue) (sources []Source, recents [][]int32) {
	sources = a.attribute(cues)
	recents = make([][]int32, len(cues))
	a.recent = nil
	for k, s := range sources {
		if s.Party >= 0 {
			a.remember(s.Party)
		}
		recents[k] = a.recent
	}
	return sources, recents
}

// governing is the index of the cue that the quotation hangs on: the last one
// before it in its sentence, else one right after it; -1 for none.
func (a *attributor) governing(q marks.Pair, cues []cue.Cue, k int) int {
	const most = 8
	for i := k - 1; i >= max(0, k-most) && a.page.SameSentence(cues[i].Token, q.Open); i-- {
		if !cues[i].According || k == i+1 && q.Open-cues[i].Token < 15 {
			return i
		}
	}
	short := q.Open > 0 && a.page.SameSentence(q.Open-1, q.Open) && a.wordCount(q) <= 3
	for i := k; i < len(cues) && cues[i].Token <= q.Close+3; i++ {
		if short && !cues[i].According {
			continue // «قرار "النهر" أعلنت الشركة»
		}
		if cues[i].Token > q.Close && a.page.At(cues[i].Token).Skip() == 0 && a.page.SameBlock(cues[i].Token, q.Open) {
			return i
		}
	}
	return -1
}

// nest gives a quotation inside another its kind and source: words of the outer speaker,
// unless something inside the outer one introduces them as another's.
func (a *attributor) nest(out *Quotation, outer Quotation) {
	if outer.Kind != model.Speech || out.Kind == model.WorkTitle || out.Kind == model.Other {
		return
	}
	out.Kind, out.Source = model.Scare, outer.Source
	if s, ok := a.introduced(outer.first, out.first-1); ok {
		out.Kind, out.Source, out.told = model.Speech, s, true
	}
}

// introduced is who says the words that the mark at a token opens inside a quotation that
// begins at token from: ok is false unless a colon, or a verb of saying with its subject at
// most, stands before them. «قال لي الحارس "قف"».
func (a *attributor) introduced(from, open int) (s Source, ok bool) {
	const near = 6
	s = nobody
	ok = open > from && a.page.At(open-1).Sign() == token.Colon
	for i := open - 1; i >= max(from, open-near) && a.page.SameSentence(i, open-1); i-- {
		t := a.page.At(i)
		switch {
		case t.Is(lex.That|lex.ThatPronoun) || t.Sign() == token.Comma || t.Sign() == token.Mark:
			return s, ok
		case t.Is(lex.Verb) && t.Form().Class == lex.Say && t.Form().Mood != lex.Participle:
			return s, true
		}
		if found := a.sourceAt(i, model.VerbSubject); found.Party >= 0 && a.speaks(found.Mention) {
			s = found
		}
	}
	if !ok {
		s = nobody
	}
	return s, ok
}

func (a *attributor) cueOf(out *Quotation, governing int, cues []cue.Cue) {
	if governing >= 0 {
		out.Cue = a.page.SpanAt(cues[governing].Token)
	}
}

func (a *attributor) attributePair(out *Quotation, q marks.Pair, governing int, cues []cue.Cue, sources []Source) {
	if governing >= 0 {
		out.Source = sources[governing]
		a.cueOf(out, governing, cues)
	}
	if a.page.InTitle(q.Open) {
		if h := a.headlineOf(a.page.BlockIndex(q.Open)); h.speaker.Party >= 0 {
			if h.after > 0 || out.Source.Party < 0 {
				out.Source = h.speaker
			}
			if h.after > 0 && q.Open >= h.after {
				out.Kind = model.Speech
			}
		}
		return
	}
	if governing < 0 && out.Kind == model.Speech {
		out.Source = a.lastBefore(cues, sources, q.Open)
	}
}

// lastBefore is the source of the last cue before token i, in doubt.
func (a *attributor) lastBefore(cues []cue.Cue, sources []Source, i int) Source {
	k := sort.Search(len(cues), func(k int) bool { return cues[k].Token >= i })
	for k--; k >= 0; k-- {
		if s := sources[k]; s.Party >= 0 {
			s.Rule, s.Mention, s.Confidence = model.PreviousSpeaker, -1, 0.5
			return s
		}
	}
	return nobody
}
