package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"rawi/model"
)

// annotation is a file as it is written. Offsets are code points.
type annotation struct {
	ID          string           `json:"id"`
	File        string           `json:"text_file"`
	SHA256      string           `json:"sha256"`
	Outlet      string           `json:"outlet"`
	Year        year             `json:"year"`
	Title       extent           `json:"title"`
	Boilerplate []place          `json:"boilerplate"`
	Parties     []annotatedParty `json:"parties"`
	Quotes      []annotatedQuote `json:"quotes"`
}

type annotatedParty struct {
	ID       string             `json:"id"`
	Type     string             `json:"type"`
	Name     string             `json:"name"`
	Aliases  []string           `json:"aliases"`
	Roles    []string           `json:"roles"`
	Mentions []annotatedMention `json:"mentions"`
}

type annotatedMention struct {
	place
	Form string `json:"form"`
}

type annotatedQuote struct {
	place
	Kind    string `json:"kind"`
	Marked  bool   `json:"marked"`
	Speaker string `json:"speaker"`
	Cue     extent `json:"cue"`
	Mention extent `json:"mention"`
	Via     string `json:"via"`
}

// place is a stretch of text with its words.
type place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// extent is [start, end]; null and false are nil.
type extent []int

func (e *extent) UnmarshalJSON(data []byte) error {
	if s := string(data); s == "null" || s == "false" {
		return nil
	}
	var both []int
	if err := json.Unmarshal(data, &both); err != nil || len(both) != 2 {
		return fmt.Errorf("%s is not [start, end]", data)
	}
	*e = both
	return nil
}

// year is a string or a number.
type year string

func (y *year) UnmarshalJSON(data []byte) error {
	*y = year(strings.Trim(string(data), `"`))
	return nil
}

// article is the annotation in bytes of its text.
func (n *annotation) article(text *model.Article) (*Article, error) {
	a := &Article{Article: text, ID: n.ID, Outlet: n.Outlet, Year: string(n.Year)}
	r := newRuler(text)
	a.Title = r.extent("title", n.Title)
	for i := range n.Boilerplate {
		a.Boilerplate = append(a.Boilerplate, r.place("boilerplate", n.Boilerplate[i]))
	}
	for i := range n.Parties {
		p, err := n.Parties[i].party(r)
		if _, twice := a.Party(p.ID); err == nil && (twice || p.ID == "") {
			err = fmt.Errorf("two parties have the id %q, or it is empty", p.ID)
		}
		r.fail(err)
		a.Parties = append(a.Parties, p)
	}
	for i := range n.Quotes {
		q, err := n.Quotes[i].quote(r)
		for _, id := range [...]model.PartyID{q.Speaker, q.Via} {
			if _, known := a.Party(id); err == nil && id != "" && !known {
				err = fmt.Errorf("the quotation at %d is said by %q, which is no party", n.Quotes[i].Start, id)
			}
		}
		r.fail(err)
		a.Quotes = append(a.Quotes, q)
	}
	return a, errors.Join(r.failed...)
}

func (n *annotatedParty) party(r *ruler) (model.Party, error) {
	p := model.Party{ID: model.PartyID(n.ID), Name: n.Name, Aliases: n.Aliases, Roles: n.Roles}
	var known bool
	if p.Kind, known = model.ParsePartyKind(n.Type); !known {
		return p, fmt.Errorf("the party %q has the unknown type %q", n.ID, n.Type)
	}
	for i := range n.Mentions {
		form, known := model.ParseMentionForm(n.Mentions[i].Form)
		if !known {
			return p, fmt.Errorf("the mention at %d has the unknown form %q", n.Mentions[i].Start, n.Mentions[i].Form)
		}
		p.Mentions = append(p.Mentions, model.Mention{Span: r.place("mention", n.Mentions[i].place), Form: form})
	}
	return p, nil
}

func (n *annotatedQuote) quote(r *ruler) (Quote, error) {
	kind, known := model.ParseQuoteKind(n.Kind)
	q := Quote{Via: model.PartyID(n.Via), Quote: model.Quote{
		Span: r.place("quotation", n.place), Marked: n.Marked, Kind: kind, Speaker: model.PartyID(n.Speaker),
		Cue: r.extent("cue", n.Cue), Mention: r.extent("words that name the speaker", n.Mention),
	}}
	switch {
	case !known:
		return q, fmt.Errorf("the quotation at %d has the unknown kind %q", n.Start, n.Kind)
	case n.Marked == (kind == model.Indirect):
		return q, fmt.Errorf("the quotation at %d is %s, and marked is %v", n.Start, kind, n.Marked)
	}
	return q, nil
}
