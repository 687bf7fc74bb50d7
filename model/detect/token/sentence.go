package token

import lex "rawi/model/detect/lexicon"

// sentence is one that has tokens.
type sentence struct {
	number int32 // in the article, where a block without tokens counts too
	block  int32
}

// NewPage numbers the sentences. A full stop inside a quotation ends the
// sentence only with the quotation.
func NewPage(s *Stream, depth []uint8) *Page { //nolint:cyclop // to be parted
	p := &Page{Stream: *s, depth: depth, begins: NewBeginnings(s.Len())}
	number := int32(-1)
	for b, blk := range p.blocks {
		number++
		begins, pending := true, false
		for i := blk.From; i < blk.To; i++ {
			if p.begins.Add(i, begins); begins {
				p.sentences = append(p.sentences, sentence{number, int32(b)})
			}
			t := p.At(i)
			begins = p.endsDateline(i)
			if t.sign == Stop && !p.isEnclosed(i) {
				pending = true
			}
			next := i+1 < p.Len() && depth[i+1] > 0
			if pending && depth[i] == 0 && !next && (t.sign == Stop || t.sign == Mark) {
				begins, pending = true, false
			} else if t.sign != Stop && t.sign != Mark && depth[i] > 0 {
				pending = false
			}
			if begins {
				number++
			}
		}
	}
	return p
}

// isEnclosed reports whether brackets stand a few tokens around token i: the
// full stops of «(مونت.كارلو)», «(و.أ.م)» end no sentence.
func (p *Page) isEnclosed(i int) bool {
	const near = 6
	open, closed := false, false
	for j := i - 1; j >= p.BlockOf(i).From && j >= i-near && !open; j-- {
		if p.At(j).sign == Closing {
			return false
		}
		open = p.At(j).sign == Opening
	}
	for j := i + 1; open && j < p.EndOf(i) && j <= i+near && !closed; j++ {
		if p.At(j).sign == Opening {
			return false
		}
		closed = p.At(j).sign == Closing
	}
	return closed
}

// endsDateline reports whether token i is the dash of «القدس (CNN) -- ».
func (p *Page) endsDateline(i int) bool {
	const longest = 14
	t := p.At(i)
	if t.sign != Colon && t.sign != OtherSign {
		return false
	}
	b := p.BlockOf(i)
	switch {
	case i == b.From || i-b.From > longest:
		return false
	case t.sign == Colon:
		return p.isByline(b.From, i)
	case i+1 >= b.To || p.At(i+1).sign == OtherSign:
		return false
	}
	switch p.Written(t) {
	case "-", "–", "—", "ـ":
		return p.At(i-1).sign == Closing || p.At(i-1).sign == OtherSign
	}
	return false
}

// IsDatelineFrom reports whether the sentence that starts at token i is no more
// than a dateline.
func (p *Page) IsDatelineFrom(i int) bool {
	for j := i; j < p.EndOf(i) && p.SameSentence(i, j); j++ {
		if p.endsDateline(j) {
			return true
		}
	}
	return false
}

// isByline reports whether the tokens hold dashes, names and nothing that
// reports: «خالد السليمي- سبق- حائل:».
func (p *Page) isByline(from, to int) bool {
	dashes := 0
	for i := from; i < to; i++ {
		t := p.At(i)
		switch {
		case t.Is(lex.Verb) && t.form.Class != lex.Weak, t.sign == Mark, t.sign == Stop:
			return false
		case t.sign == OtherSign:
			dashes++
		}
	}
	return dashes > 0
}

// SameSentence reports whether tokens i and j stand in one sentence.
func (p *Page) SameSentence(i, j int) bool { return p.begins.UpTo(i) == p.begins.UpTo(j) }

// SentenceStart is the first token of token i's sentence, no more than so many
// tokens back.
func (p *Page) SentenceStart(i int) int {
	const far = 60
	start := i
	for start > 0 && p.SameSentence(start-1, i) && i-start < far {
		start--
	}
	return start
}
