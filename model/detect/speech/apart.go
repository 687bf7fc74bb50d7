package speech

import (
	"sort"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// setApart adds the quotations that the page itself sets apart, one for each paragraph of
// such a passage. Their speaker is whom the lead-in names («وقال فلان:» in the paragraph
// before); [attributor.nameApart] adds whom the page names. Where most of a text is set
// apart that is how it is laid out, and tells nothing by itself.
func (a *attributor) setApart(quotes []Quotation, cues []cue.Cue, sources []Source, recents [][]int32) []Quotation {
	own := quotes
	unusual := a.unusual()
	var before *Quotation // of the passage before, nil where that is none
	for i, passage := range a.page.Apart() {
		first := a.tokenFrom(passage.Start)
		out, led := a.leadIn(first, cues, sources, recents)
		if before != nil && first == a.tokenFrom(a.page.Apart()[i-1].End) {
			out, led = *before, true // which goes on
		}
		if before = nil; !led && !unusual && passage.By.Empty() {
			continue
		}
		before = &Quotation{Marked: out.Marked, Kind: out.Kind, Cue: out.Cue, Source: out.Source, Others: out.Others}
		for i := first; i < a.page.Len() && a.page.SpanAt(i).Start < passage.End; i = a.page.EndOf(i) {
			out.first, out.Span = i, model.Span{Start: a.page.SpanAt(i).Start, End: a.page.SpanAt(a.page.EndOf(i) - 1).End}
			switch at, fits := over(own, out.Span); {
			case at >= 0:
				own[at].Kind = model.Speech
			case fits:
				quotes = append(quotes, out)
			}
		}
	}
	return quotes
}

// tokenFrom is the first token from a byte of the text on.
func (a *attributor) tokenFrom(at int) int {
	return sort.Search(a.page.Len(), func(i int) bool { return a.page.SpanAt(i).Start >= at })
}

// unusual reports whether less than half of the text is set apart.
func (a *attributor) unusual() bool {
	apart := 0
	for _, passage := range a.page.Apart() {
		apart += passage.Len()
	}
	return 2*apart < a.page.SpanAt(a.page.Len()-1).End
}

// leadIn is a quotation that begins at a token with whom the paragraph before it
// introduces: by a cue in its last sentence, or by a name before its last colon. found
// says that the paragraph ends with a colon.
func (a *attributor) leadIn(first int, cues []cue.Cue, sources []Source, recents [][]int32) (out Quotation, found bool) {
	out = Quotation{Marked: true, Kind: model.Speech, Source: nobody}
	last := first - 1
	if last < 0 || first >= a.page.Len() || !a.page.BlockOf(last).Kind.Running() {
		return out, false
	}
	colon := a.page.At(last).Sign() == token.Colon
	k := sort.Search(len(cues), func(k int) bool { return cues[k].Token >= first }) - 1
	if k >= 0 && a.page.SameBlock(cues[k].Token, last) && (colon || a.page.SameSentence(cues[k].Token, last)) {
		out.Cue, out.Source, out.Others = a.page.SpanAt(cues[k].Token), sources[k], recents[k]
	} else if colon {
		for i := a.page.SentenceStart(last); i < last; i++ {
			if s := a.sourceAt(i, model.NameColon); s.Party >= 0 && a.speaks(s.Mention) {
				out.Source = s
			}
		}
	}
	return out, colon
}

// over is the quotation that is most of a span, -1 for none; fits reports whether none
// crosses its edges.
func over(quotes []Quotation, span model.Span) (at int, fits bool) {
	const most = 0.7
	at, fits = -1, true
	for i := range quotes {
		q := quotes[i].Span
		switch {
		case !q.Overlaps(span):
		case q.Start <= span.Start && span.End <= q.End, span.Start <= q.Start && q.End <= span.End && float64(q.Len()) >= most*float64(span.Len()):
			at = i
		case q.Start < span.Start || span.End < q.End:
			fits = false
		}
	}
	return at, fits
}

// nameApart gives the quotations that the page sets apart the speaker that it names.
func (a *attributor) nameApart(spoken *Spoken) *Spoken {
	for _, passage := range a.page.Apart() {
		if passage.By.Empty() {
			continue
		}
		source := a.named(passage.By)
		if source.Party < 0 {
			source.Party, source.Words = a.parties.Len()+len(spoken.Phrases), passage.By
			spoken.Phrases = append(spoken.Phrases, []model.Span{passage.By})
			spoken.Named = append(spoken.Named, a.kindNamed(passage.By))
		}
		for i := range spoken.Quotes {
			if q := &spoken.Quotes[i]; q.Kind == model.Speech && passage.Start <= q.Span.Start && q.Span.End <= passage.End {
				q.Source = source
			}
		}
	}
	return spoken
}

// kindNamed is what bears a name that is found nowhere else: a body if it begins as those
// do, else a person.
func (a *attributor) kindNamed(by model.Span) model.PartyKind {
	if i := a.tokenFrom(by.Start); i < a.page.Len() && a.page.At(i).Is(lex.BodyHead) {
		return model.Organisation
	}
	return model.Person
}

// named is the party of the longest mention in some words.
func (a *attributor) named(by model.Span) Source {
	out, longest := Source{Party: -1, Mention: -1, Rule: model.PageNames, Confidence: confidence[model.PageNames]}, 0
	for i := a.tokenFrom(by.Start); i < a.page.Len() && a.page.SpanAt(i).Start < by.End; i++ {
		if id, ok := a.startingAt(i); ok {
			m := a.found.Mention(id)
			if a.parties.Of(id) >= 0 && m.To-m.From > longest && a.page.SpanAt(m.To-1).End <= by.End {
				longest, out.Party, out.Mention = m.To-m.From, a.parties.Of(id), id
			}
		}
	}
	if spare := a.tokenFrom(by.End) - a.tokenFrom(by.Start) - longest; spare > 0 { // part of a name names another
		out.Party, out.Mention = -1, -1
	}
	return out
}
