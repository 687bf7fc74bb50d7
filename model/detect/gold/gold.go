// Package gold reads articles that people annotated: what detection is measured
// by and trained on.
//
// An [Article] is what everybody works with, wherever it comes from. Today it
// comes from folders of annotations ([Folder]); another source, as one's own
// decisions in a library, is another function that gives articles.
//
// An annotation is two files: NAME.txt, the text as rawi reads it, and NAME.json:
//
//	{"id": "a1", "text_file": "a1.txt", "sha256": "9f…", "outlet": "…", "year": "2022",
//	 "title": [0, 40], "boilerplate": [{"start": 41, "end": 60}],
//	 "parties": [{"id": "p1", "type": "PER", "name": "…", "aliases": ["…"], "roles": ["…"],
//	              "mentions": [{"start": 50, "end": 61, "text": "…", "form": "name"}]}],
//	 "quotes": [{"start": 70, "end": 92, "text": "…", "kind": "speech", "marked": true,
//	             "speaker": "p1", "cue": [62, 65], "mention": [50, 61], "via": "p2"}]}
//
// Offsets in the file are code points of the text, ends exclusive; in an Article
// they are bytes, as everywhere in rawi. "title" is false where there is none;
// "speaker", "cue", "mention" and "via" may be null.
package gold

import "rawi/model"

// Article is an article with what its annotators say of it.
type Article struct {
	*model.Article // as rawi reads the text; its blocks are rawi's, not the annotators'

	ID     string // of the annotation
	Outlet string // the newspaper, agency or site
	Year   string // as annotated: "2022", "2008-2010"

	Title       model.Span // empty where there is none
	Boilerplate []model.Span
	Parties     []model.Party // ID is the annotation's own; Aliases may hold Name too
	Quotes      []Quote       // in the annotation's order
}

// Quote is an annotated quotation. Of the embedded one are known: span, kind,
// Marked, Cue, Speaker and Mention.
type Quote struct {
	model.Quote
	Via model.PartyID // who relayed it, "" for nobody
}

// Implicit reports whether the speaker is known, though no words near the
// quotation name it: «وأضاف».
func (q *Quote) Implicit() bool { return q.Speaker != "" && q.Mention.Empty() }

// Party is a party by its ID.
func (a *Article) Party(id model.PartyID) (p *model.Party, ok bool) {
	for i := range a.Parties {
		if a.Parties[i].ID == id {
			return &a.Parties[i], true
		}
	}
	return nil, false
}

// Findings is what a program would find that is always right.
func (a *Article) Findings() model.Findings {
	f := model.Findings{Parties: a.Parties}
	for i := range a.Quotes {
		q := a.Quotes[i].Quote
		q.Confidence = 1
		f.Quotes = append(f.Quotes, q)
	}
	return f
}
