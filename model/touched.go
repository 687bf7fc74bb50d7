package model

// Touched is what some decisions of a reading concern, and what the decisions that
// they revoke concern: everything that may look different without them. The
// zero value is nothing.
type Touched struct {
	decisions map[string]bool // by ID
	quotes    map[Span]bool
	parties   map[PartyID]bool
}

// Decision reports whether a decision is one of them, or revoked by one.
func (t *Touched) Decision(id string) bool { return t.decisions[id] }

// Quote reports whether they concern a quotation, or how its speaker or
// addressee is called.
func (t *Touched) Quote(q *Quote) bool { return t.quotes[q.Span] }

// Party reports whether they concern a party, or name it.
func (t *Touched) Party(id PartyID) bool { return t.parties[id] }

// Touched is what decisions of the log concern.
func (r *Reading) Touched(decisions []Annotation) Touched {
	if len(decisions) == 0 {
		return Touched{}
	}
	t := touchedBuilder{Touched{make(map[string]bool), make(map[Span]bool), make(map[PartyID]bool)}, r, make(map[PartyID]bool)}
	for i := range decisions {
		t.touch(&decisions[i])
	}
	for i := range r.quotes {
		if q := r.quotes[i]; t.renamed[q.Speaker] || t.renamed[q.Addressee] {
			t.quotes[q.Span] = true
		}
	}
	return t.Touched
}

// touchedBuilder makes a Touched.
type touchedBuilder struct {
	Touched
	r       *Reading
	renamed map[PartyID]bool // parties that have another name, or were merged, wherever they are shown
}

func (t *touchedBuilder) touch(a *Annotation) {
	if t.decisions[a.ID] {
		return
	}
	t.decisions[a.ID] = true
	switch subject := deeds[a.Deed].subject; subject {
	case aboutLog:
		t.revoked(a.Target)
	case aboutParty:
		t.wholeParty(a)
	default:
		t.words(a)
		t.party(a.Party)
	}
}

// revoked touches all decisions of an ID or group.
func (t *touchedBuilder) revoked(target string) {
	for i := range t.r.log.entries {
		if a := &t.r.log.entries[i]; a.ID == target || a.Group == target {
			t.touch(a)
		}
	}
}

// wholeParty touches a party that a decision for the whole library is about, and
// those that it is or was merged with by that.
func (t *touchedBuilder) wholeParty(a *Annotation) {
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

func (t *touchedBuilder) everywhere(id PartyID) {
	t.party(id)
	t.renamed[t.r.overrides.root(id)] = true
}

func (t *touchedBuilder) party(id PartyID) { t.parties[t.r.overrides.root(id)] = true }

// words touches the quotations and the mentions at a decision's places.
func (t *touchedBuilder) words(a *Annotation) {
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

func (t *touchedBuilder) mentions(at Span) {
	for _, p := range t.r.parties {
		for _, m := range p.Mentions {
			if m.Overlaps(at) {
				t.party(p.ID)
			}
		}
	}
}
