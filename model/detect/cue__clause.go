package detect

// governs reports whether the word at token i opens a clause, direct speech
// or a quotation nearby: what a doubtful verb of saying must do.
func (p *page) governs(i int) bool { return p.governsWithin(i, 6) || p.announces(i) }

// announces reports whether the perfect at token i starts its sentence, and a
// colon before a quotation ends it: «كتب الوزير على حسابه في تويتر: "..."».
func (p *page) announces(i int) bool {
	const far = 18
	if p.tokens[i].form.Mood != perfect || i > 0 && p.sameSentence(i, i-1) {
		return false
	}
	for j := i + 1; j+1 < p.endOf(i) && j < i+far && p.sameSentence(i, j); j++ {
		switch t := &p.tokens[j]; {
		case t.sign == colon:
			return p.tokens[j+1].sign == mark
		case t.sign == mark, t.is(verb) && !t.definite:
			return false
		}
	}
	return false
}

func (p *page) governsWithin(i, near int) bool {
	for j := i + 1; j < p.endOf(i) && j <= i+near; j++ {
		t := &p.tokens[j]
		switch {
		case t.is(that | thatPronoun), t.sign == colon:
			return true
		case t.sign == mark:
			return p.tokens[i].form.Mood == perfect
		case t.sign == stop, t.is(verb):
			return false
		}
	}
	return false
}

// hangs reports whether the participle at token i goes on with a sentence: it
// starts it, follows a comma or a mark, or opens a clause.
func (p *page) hangs(i int) bool {
	if i == 0 || !p.sameBlock(i, i-1) || !p.sameSentence(i, i-1) {
		return true
	}
	s := p.tokens[i-1].sign
	return s == comma || s == mark || p.tokens[i].form.Agrees != feminine || p.tokens[i].proclitic() == "و" || p.governsWithin(i, 3)
}
