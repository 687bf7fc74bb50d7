package speech

import (
	"cmp"
	"slices"

	"rawi/model"
	"rawi/model/detect/learn"
)

// option is a contender with what speaks for it.
type option struct {
	contender
	share    float32 // how likely it is the one
	evidence []learn.Feature
	view     *view
}

// hasSpeaker reports whether a speaker is sought for a kind of quotation.
func hasSpeaker(k model.QuoteKind) bool { return k.Spoken() || k == model.Scare }

// options are those who may have said quotation i. They hold until others are
// asked for.
func (s *Stage) options(i int, h *history) []option {
	contenders, seen := s.contenders(i, h), s.viewOf(i, h)
	r := &s.room
	s.findWithin(&s.scenes[i])
	r.options, r.views, r.evidence = r.options[:0], slices.Grow(r.views[:0], len(contenders)), slices.Grow(r.evidence[:0], len(contenders)*mostEvidence)
	for k := range contenders {
		r.views = append(r.views, seen)
		from := len(r.evidence)
		r.evidence = s.appendEvidence(r.evidence, &r.views[k], &contenders[k], i, h)
		r.options = append(r.options, option{contender: contenders[k], evidence: r.evidence[from:], view: &r.views[k]})
	}
	return r.options
}

// findWithin notes which parties a quotation mentions, the first many of a long one.
func (s *Stage) findWithin(sc *scene) {
	const most = 40
	if s.room.within == nil {
		s.room.within = map[int]int{}
	}
	clear(s.room.within)
	from := s.near(sc.first)
	for k := from; k < min(len(s.places), from+most) && s.places[k].from <= sc.last; k++ {
		p, how := &s.places[k], 1
		if p.mention >= 0 && s.parties.Form(p.mention) == model.NameForm {
			how = 2
		}
		s.room.within[p.party] = max(s.room.within[p.party], how)
	}
}

// room is what is used again for each quotation.
type room struct {
	memo       *learn.Memo
	within     map[int]int // party -> how it is mentioned in the quotation: 2 named, 1 described
	contenders contenders
	places     []int
	options    []option
	views      []view
	evidence   []learn.Feature
	lists      [][]learn.Feature
}

// ranked are the options, the likeliest first.
func (s *Stage) ranked(r *learn.Ranker, i int, h *history) []option {
	out := s.options(i, h)
	s.room.lists = s.room.lists[:0]
	for k := range out {
		s.room.lists = append(s.room.lists, out[k].evidence)
	}
	if !s.room.memo.Of(r) {
		s.room.memo = learn.NewMemo(r)
	}
	for k, share := range s.room.memo.Shares(s.room.lists) {
		out[k].share = share
	}
	if q := &s.quotes[i]; q.turn != nil || q.told {
		settle(out, q.Source.Party)
	} else {
		trust(out, q.Source)
	}
	slices.SortStableFunc(out, func(a, b option) int { return cmp.Compare(b.share, a.share) })
	return out
}

// trust makes the rules' choice likelier: it stands unless another is so many
// times as likely. The rules know of cases that are rare in what is learned from.
func trust(options []option, ruled Source) {
	const trusted, doubtful = 3, 0.5
	for k := range options {
		if ruled.Party < 0 || options[k].party != ruled.Party || ruled.Confidence <= doubtful {
			continue
		}
		sum := 1 + (trusted-1)*options[k].share
		options[k].share *= trusted
		for j := range options {
			options[j].share /= sum
		}
	}
}

// settle leaves no doubt: who speaks stands there.
func settle(options []option, party int) {
	for k := range options {
		options[k].share = float32(learn.Bit(options[k].party == party))
	}
}

// walk chooses for all quotations in text order: each choice is the history of
// those behind it.
func (s *Stage) walk(r *learn.Ranker, show func(i int, options []option, h *history)) {
	h := newHistory(len(s.quotes))
	for i := range s.quotes {
		if !hasSpeaker(s.quotes[i].Kind) {
			h.add(-1, false)
			continue
		}
		options := s.ranked(r, i, h)
		show(i, options, h)
		h.add(options[0].party, s.quotes[i].Kind.Spoken())
		h.believe(&options[0])
	}
}
