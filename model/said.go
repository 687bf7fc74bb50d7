package model

import "time"

// Said is a quotation with all that a list over many articles shows of it. It can be
// kept and read without the [Reading] that it was taken from.
type Said struct {
	Quote     // without Candidates, Follows and Moved
	State     DecisionState
	Displaced bool      // it was decided on words that stood elsewhere in another text: [Quote.Moved]
	Party     Party     // who said it, without mentions; the zero value where nobody is known
	To        string    // the addressee's name, "" for none
	Author    string    // who decided it, "" for a guess
	Time      time.Time // when
}

// Said is all quotations of the reading, in its order.
func (r *Reading) Said() []Said {
	decisions := make(map[string]*Annotation, r.log.Len())
	for i := range r.log.entries {
		decisions[r.log.entries[i].ID] = &r.log.entries[i]
	}
	said := make([]Said, len(r.quotes))
	for i, q := range r.quotes {
		s := Said{Quote: q, State: q.State(), Displaced: q.Moved != nil}
		s.Candidates, s.Follows, s.Moved = nil, Span{}, nil
		if p, _, ok := r.Party(q.Speaker); ok {
			s.Party = *p
			s.Party.Mentions = nil
		}
		if p, _, ok := r.Party(q.Addressee); ok {
			s.To = p.Name
		}
		if a := decisions[q.Decision]; a != nil {
			s.Author, s.Time = a.Author, a.Time
		}
		said[i] = s
	}
	return said
}
