package model

import "rawi/model/arabic"

// source is what views are derived from besides the log: an article and what was
// found in it. What each derivation looks up again is kept here. It depends on no
// decision; the maps that are filled on demand are caches.
type source struct {
	article *Article
	found   Findings

	quotes   map[Span]int     // the place of a found quotation, by its words
	parties  map[PartyID]int  // the place of a found party
	follows  []int32          // by quotation: which it follows, -1 for none
	speakers map[PartyID]bool // see foundSpeakers; nil until needed

	mentions map[string][]Mention // where the text has a name that a reader gave, as far as asked
	matches  map[otherText]match  // where anchors of other texts seem to be, as far as asked
	matcher  matcher
}

func newSource(a *Article, found Findings) *source {
	s := &source{
		article:  a,
		found:    found,
		quotes:   make(map[Span]int, len(found.Quotes)),
		parties:  make(map[PartyID]int, len(found.Parties)),
		follows:  make([]int32, len(found.Quotes)),
		mentions: make(map[string][]Mention),
		matches:  make(map[otherText]match),
		matcher:  matcher{source: a.Text},
	}
	for i := range found.Quotes {
		s.quotes[s.words(found.Quotes[i].Span)] = i
	}
	for i := range found.Parties {
		s.parties[found.Parties[i].ID] = i
	}
	for i := range found.Quotes {
		s.follows[i] = -1
		if at := found.Quotes[i].Follows; !at.Empty() {
			if previous, ok := s.quotes[s.words(at)]; ok {
				s.follows[i] = int32(previous)
			}
		}
	}
	return s
}

// words is a span without what is no part of its words: see trim. Spans of the
// same words are one, whatever invisible marks stand at their ends.
func (s *source) words(at Span) Span {
	if at.Start < 0 || at.End < at.Start || len(s.article.Text) < at.End {
		return at
	}
	return trim(s.article.Text, at)
}

// foundSpeakers is all who may have said one of the quotations found.
func (s *source) foundSpeakers() map[PartyID]bool {
	if s.speakers != nil {
		return s.speakers
	}
	s.speakers = make(map[PartyID]bool)
	for i := range s.found.Quotes {
		s.speakers[s.found.Quotes[i].Speaker] = true
		for _, c := range s.found.Quotes[i].Candidates {
			s.speakers[c] = true
		}
	}
	return s.speakers
}

// mentionsOf is where the text has a name, in any spelling.
func (s *source) mentionsOf(name string) []Mention {
	mentions, asked := s.mentions[name]
	if asked {
		return mentions
	}
	for start, end := range arabic.Named(s.article.Text, name) {
		mentions = append(mentions, Mention{Span: Span{start, end}})
	}
	s.mentions[name] = mentions
	return mentions
}
