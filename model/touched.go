package model

// Touched is what some decisions bear on in a reading that has them. What they
// take back counts as much as what they say, so of nothing in here can be said
// that it would look the same without them. The zero value is nothing.
type Touched struct {
	decisions map[string]bool // by ID
	quotes    map[Span]bool
	parties   map[PartyID]bool
}

// Decision reports whether a decision is one of them, or taken back by one.
func (t *Touched) Decision(id string) bool { return t.decisions[id] }

// Quote reports whether they bear on a quotation, or on how its speaker or
// addressee is called.
func (t *Touched) Quote(q *Quote) bool { return t.quotes[q.Span] }

// Party reports whether they bear on a party, or name it.
func (t *Touched) Party(id PartyID) bool { return t.parties[id] }

// Touched is what decisions of the log bear on.
func (r *Reading) Touched(decisions []Annotation) Touched {
	if len(decisions) == 0 {
		return Touched{}
	}
	t := toucher{Touched{make(map[string]bool), make(map[Span]bool), make(map[PartyID]bool)}, r, make(map[PartyID]bool)}
	for i := range decisions {
		t.touch(&decisions[i])
	}
	for i := range r.quotes {
		if q := &r.quotes[i]; t.renamed[q.Speaker] || t.renamed[q.Addressee] {
			t.quotes[q.Span] = true
		}
	}
	return t.Touched
}

// toucher is a Touched in the making.
type toucher struct {
	Touched
	r       *Reading
	renamed map[PartyID]bool // bear another name, or are others, wherever they are shown
}

func (t *toucher) touch(a *Annotation) {
	if t.decisions[a.ID] {
		return
	}
	t.decisions[a.ID] = true
	switch subject := deeds[a.Deed].subject; subject {
	case aboutLog:
		t.takenBack(a.Target)
	case aboutParty:
		t.wholeParty(a)
	default:
		t.words(a)
		t.party(a.Party)
	}
}

// takenBack touches all that one ID or group stands for.
func (t *toucher) takenBack(target string) {
	for i := range t.r.log.entries {
		if a := &t.r.log.entries[i]; a.ID == target || a.Group == target {
			t.touch(a)
		}
	}
}

// wholeParty touches a party that a decision for the whole library is about, and
// those that it is or was merged with by that.
func (t *toucher) wholeParty(a *Annotation) {
	t.everywhere(a.Party)
	switch a.Deed {
	case MergeParties:
		t.everywhere(PartyID(a.Target))
	case SplitParty:
		for i := range t.r.log.entries {
			if m := &t.r.log.entries[i]; m.Deed == MergeParties && m.Party == a.Party {
				t.everywhere(PartyID(m.Target))
			}
		}
	}
}

func (t *toucher) everywhere(id PartyID) {
	t.party(id)
	t.renamed[t.r.overrides.root(id)] = true
}

func (t *toucher) party(id PartyID) { t.parties[t.r.overrides.root(id)] = true }

// words touches the quotations and the mentions at a decision's places.
func (t *toucher) words(a *Annotation) {
	for _, anchor := range []Anchor{a.Anchor, a.To} {
		at, status := t.r.locate(a.Article, anchor, maxConfirms)
		if status == Lost || at.Empty() {
			continue
		}
		if i, ok := t.r.QuoteAt(at); ok {
			t.quotes[t.r.quotes[i].Span] = true
		}
		if deeds[a.Deed].subject == aboutMention {
			t.mentions(at)
		}
	}
}

func (t *toucher) mentions(at Span) {
	for _, p := range t.r.parties {
		for _, m := range p.Mentions {
			if m.Overlaps(at) {
				t.party(p.ID)
			}
		}
	}
}
