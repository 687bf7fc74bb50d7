package speech

import "slices"

// history is who has spoken so far.
type history struct {
	order  []int       // parties, the last one last, without repetition, the last few
	times  map[int]int // how often each has spoken
	all    int
	said   []int           // quotation -> its speaker, -1 for nobody known
	sure   map[int]float32 // party -> how likely it said the last of what it is taken to have said
	last   int             // the last quotation that has a speaker, -1 for none
	unsure bool            // nobody knows who said the last one
}

func newHistory(quotes int) *history {
	return &history{times: map[int]int{}, sure: map[int]float32{}, said: make([]int, 0, quotes), last: -1}
}

// add takes in the speaker of the next quotation.
func (h *history) add(party int, counts bool) {
	const most = 6
	h.said = append(h.said, party)
	if !counts {
		return
	}
	if h.unsure = party < 0; h.unsure {
		return
	}
	h.last = len(h.said) - 1
	h.times[party]++
	h.all++
	if k := slices.Index(h.order, party); k >= 0 {
		h.order = slices.Delete(h.order, k, k+1)
	}
	if h.order = append(h.order, party); len(h.order) > most {
		h.order = h.order[1:]
	}
}

// back is how many others have spoken since the party did: 1 for the last
// speaker, 0 for who has not spoken, at most 5.
func (h *history) back(party int) int {
	k := slices.Index(h.order, party)
	switch {
	case k >= 0:
		return min(len(h.order)-k, 4)
	case h.times[party] > 0:
		return 5
	}
	return 0
}

// believe notes how likely the speaker just added is the one: who is taken up from
// before is no likelier than he was there.
func (h *history) believe(o *option) {
	sure := o.share
	if o.where >= inParagraph && h.times[o.party] > 1 {
		sure *= h.sure[o.party]
	}
	h.sure[o.party] = sure
}
