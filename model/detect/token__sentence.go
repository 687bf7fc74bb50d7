package detect

// newPage numbers the sentences. A full stop inside a quotation ends the
// sentence only with the quotation.
func newPage(s *stream, depth []uint8) *page {
	p := &page{stream: *s, depth: depth, sentence: make([]int32, len(s.tokens))}
	for b, blk := range p.blocks {
		begin := func() { p.within = append(p.within, int32(b)) }
		begin()
		pending := false
		for i := blk.from; i < blk.to; i++ {
			t := &p.tokens[i]
			p.sentence[i] = int32(len(p.within) - 1)
			if p.endsDateline(i) {
				begin()
			}
			if t.sign == stop {
				pending = true
			}
			next := i+1 < len(p.tokens) && depth[i+1] > 0
			if pending && depth[i] == 0 && !next && (t.sign == stop || t.sign == mark) {
				begin()
				pending = false
			} else if t.sign != stop && t.sign != mark && depth[i] > 0 {
				pending = false
			}
		}
	}
	return p
}

// endsDateline reports whether token i is the dash of «القدس (CNN) -- ».
func (p *page) endsDateline(i int) bool {
	const longest = 14
	t := &p.tokens[i]
	first := p.blockOf(i).from
	if t.sign == colon && i > first && i-first <= longest && p.isByline(first, i) {
		return true
	}
	if t.sign != otherSign || i == first || i-first > longest || i+1 >= p.endOf(i) || p.tokens[i+1].sign == otherSign {
		return false
	}
	switch t.In(p.text) {
	case "-", "–", "—", "ـ":
		return p.tokens[i-1].sign == closing || p.tokens[i-1].sign == otherSign
	}
	return false
}

// isDatelineFrom reports whether the sentence that starts at token i is no more
// than a dateline.
func (p *page) isDatelineFrom(i int) bool {
	for j := i; j < p.endOf(i) && p.sameSentence(i, j); j++ {
		if p.endsDateline(j) {
			return true
		}
	}
	return false
}

// isByline reports whether the tokens hold dashes, names and nothing that
// reports: «خالد السليمي- سبق- حائل:».
func (p *page) isByline(from, to int) bool {
	dashes := 0
	for i := from; i < to; i++ {
		t := &p.tokens[i]
		switch {
		case t.is(verb) && t.form.Class != weak, t.sign == mark, t.sign == stop:
			return false
		case t.sign == otherSign:
			dashes++
		}
	}
	return dashes > 0
}

// sameSentence reports whether tokens i and j stand in one sentence.
func (p *page) sameSentence(i, j int) bool { return p.sentence[i] == p.sentence[j] }

// sentenceStart is the first token of token i's sentence, no more than so many
// tokens back.
func (p *page) sentenceStart(i int) int {
	const far = 60
	start := i
	for start > 0 && p.sameSentence(start-1, i) && i-start < far {
		start--
	}
	return start
}
