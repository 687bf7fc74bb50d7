package score

import (
	"slices"
	"unicode"

	"rawi/model"
	"rawi/model/detect/gold"
)

// Article measures what was found in an article. Spans of the findings must lie
// in its text.
func Article(a *gold.Article, found model.Findings) *Scores {
	c := &counter{Scores: new(Scores), page: newPage(a.Text), gold: a, parties: map[model.PartyID]string{}, called: map[model.PartyID]names{}}
	for i := range found.Parties {
		c.parties[found.Parties[i].ID] = found.Parties[i].Name
	}
	for i := range a.Parties {
		c.called[a.Parties[i].ID] = namesOf(&a.Parties[i], a.Text)
	}
	c.read(found.Quotes)
	c.quotations()
	c.sure()
	c.mentions(found.Parties)
	c.layout()
	return c.Scores
}

// counter counts one article.
type counter struct {
	*Scores
	*page
	gold    *gold.Article
	parties map[model.PartyID]string // the names of those found
	called  map[model.PartyID]names  // of those annotated

	annotated, found quotes
}

// quotes are quotations with their spans, trimmed.
type quotes []quote

type quote struct {
	*model.Quote
	span     model.Span
	implicit bool
}

func (c *counter) read(found []model.Quote) {
	for i := range c.gold.Quotes {
		q := &c.gold.Quotes[i]
		c.annotated = append(c.annotated, quote{&q.Quote, c.trim(q.Span), q.Implicit()})
	}
	for i := range found {
		if span := c.trim(found[i].Span); !span.Empty() && !c.outside(span) {
			c.found = append(c.found, quote{Quote: &found[i], span: span})
		}
	}
}

// outside reports whether a span is, in part, no words of the article.
func (c *counter) outside(s model.Span) bool {
	return slices.ContainsFunc(c.gold.Boilerplate, s.Overlaps)
}

func (q quotes) where(is func(*model.Quote) bool) (some quotes) {
	for i := range q {
		if is(q[i].Quote) {
			some = append(some, q[i])
		}
	}
	return some
}

func (q quotes) spans() []model.Span {
	spans := make([]model.Span, len(q))
	for i := range q {
		spans[i] = q[i].span
	}
	return spans
}

func marked(q *model.Quote) bool   { return q.Kind != model.Indirect }
func speech(q *model.Quote) bool   { return q.Kind == model.Speech }
func indirect(q *model.Quote) bool { return q.Kind == model.Indirect }

func (c *counter) quotations() {
	for _, m := range [...]struct {
		is             func(*model.Quote) bool
		exact, overlap Measure
	}{
		{marked, MarkedExact, MarkedOverlap}, {speech, SpeechExact, SpeechOverlap}, {indirect, IndirectExact, IndirectOverlap},
	} {
		a, f := c.annotated.where(m.is).spans(), c.found.where(m.is).spans()
		c.spans(m.overlap, paired(c.pair(a, f)), len(f), len(a))
		c.exact(m.exact, a, f)
	}
	c.kinds()
	c.speakers(speech, marked, [...]Measure{SpeakerOfSpeech, SpeakerOfSpeechExplicit, SpeakerOfSpeechImplicit, SpeakerOfSpeechFound})
	c.speakers(indirect, indirect, [...]Measure{SpeakerOfIndirect, SpeakerOfIndirectExplicit, SpeakerOfIndirectImplicit, SpeakerOfIndirectFound})
}

func paired(pairs []int) (n int) {
	for _, f := range pairs {
		if f >= 0 {
			n++
		}
	}
	return n
}

// exact counts different spans.
func (c *counter) exact(m Measure, annotated, found []model.Span) {
	a, f, both := set(annotated), set(found), 0
	for span := range f {
		if a[span] {
			both++
		}
	}
	c.spans(m, both, len(f), len(a))
}

func set(spans []model.Span) map[model.Span]bool {
	s := make(map[model.Span]bool, len(spans))
	for _, span := range spans {
		s[span] = true
	}
	return s
}

func (c *counter) kinds() {
	a, f := c.annotated.where(marked), c.found.where(marked)
	for i, j := range c.pair(a.spans(), f.spans()) {
		if j >= 0 {
			c.one(Kind, a[i].Kind == f[j].Kind)
			c.confusion[a[i].Kind][f[j].Kind]++
		}
	}
}

// speakers counts the quotations of a kind whose speaker is known, in a row of
// measures: all, those named, those not named, those found.
func (c *counter) speakers(is, pool func(*model.Quote) bool, m [4]Measure) {
	a := c.annotated.where(func(q *model.Quote) bool { return is(q) && q.Speaker != "" })
	f := c.found.where(pool)
	for i, j := range c.pair(a.spans(), f.spans()) {
		right := j >= 0 && c.same(f[j].Quote, a[i].Quote)
		c.one(m[0], right)
		if a[i].implicit {
			c.one(m[2], right)
		} else {
			c.one(m[1], right)
		}
		if j >= 0 {
			c.one(m[3], right)
		}
	}
}

// same reports whether the speaker found is the one annotated.
func (c *counter) same(found, annotated *model.Quote) bool {
	return c.called[annotated.Speaker].match(c.parties[found.Speaker])
}

// layout counts the title and the letters of boilerplate, by the article's blocks.
func (c *counter) layout() {
	var title, boilerplate []model.Span
	for _, b := range c.gold.Blocks {
		switch b.Kind {
		case model.TitleBlock:
			title = append(title, b.Span)
		case model.BoilerplateBlock:
			boilerplate = append(boilerplate, b.Span)
		}
	}
	if !c.gold.Title.Empty() {
		c.one(Title, len(title) > 0 && c.trim(title[0]) == c.trim(c.gold.Title))
	}
	found, annotated := c.letters(boilerplate), c.letters(c.gold.Boilerplate)
	both := 0
	for at := range found {
		if annotated[at] {
			both++
		}
	}
	c.spans(Boilerplate, both, len(found), len(annotated))
}

// letters are where something stands in spans that is not white space.
func (c *counter) letters(spans []model.Span) map[int]bool {
	at := map[int]bool{}
	for _, s := range spans {
		for i, r := range s.In(c.text) {
			if !unicode.IsSpace(r) && (r < 0x1c || r > 0x1f) { // the four separators are white space to the script
				at[s.Start+i] = true
			}
		}
	}
	return at
}
