package export

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"time"

	"rawi/model"
)

// writeArticle writes what is known of an article as one JSON object on one
// line:
//
//	{"id": "a1",
//	 "quotes":  [{"start": 10, "end": 42, "kind": "speech", "speaker": "فلان", "cue": [3, 9]}],
//	 "parties": [{"name": "فلان", "type": "PER", "mentions": [[50, 61]]}],
//	 "title": [0, 40], "boilerplate": [[0, 40]]}
//
// Offsets are code points of the text as it stands in the input ([model.Article.InputText]), ends exclusive. A speaker is
// the canonical name of one of the parties, null when unknown; a quotation
// without a cue has no "cue"; "title" is null when the article has none;
// "boilerplate" is what surrounds the article. The order is that of the reading.
//
// A quotation that a reader has decided says so, and what he says of it besides;
// without "decision" all is guessed. "moved" is there when it was decided on words
// that stood elsewhere in another text of the article, until a reader confirms it:
//
//	"decision": {"id": "K7…", "author": "nur", "time": "2026-11-25T14:03:05.12Z", "moved": true},
//	"note": "…", "certainty": "likely", "addressee": "فلانة"
//
// [Options.Explain] adds to each speaker that was guessed the rule that gave it
// with the words that triggered it, and the confidence, from 0 to 1:
//
//	"reason": {"rule": "verb-subject", "words": "قال"}, "confidence": 0.95
//
// Where another than the rules' was chosen, the rule is the nearest one, and
// "clues" are what spoke most for the choice ([model.Clue]): "clues": ["spoke-last"].
//
// [Options.Text] adds to the object the very text in which the offsets count, its
// SHA-256, where it was read (a path, an address, "" for a pipe), and the title on
// one line, null when there is none:
//
//	"title_text": "…", "source": "/news/a1.html", "sha256": "9f…", "text": "…"
//
// and what the article says about itself, its language as the words tell, its links
// and captions, each where there is any:
//
//	"facts": {"byline": "…", "site": "…", "section": "…", "published": "2031-05-04T09:15:00+03:00", "address": "https://…"},
//	"language": "ar", "links": [{"span": [12, 20], "address": "https://…"}], "captions": [[60, 84]]
//
// It is an error, and nothing is written, if a span lies outside the text or a
// speaker or addressee is not among the parties.
func writeArticle(out *output, r *model.Reading, o Options) error {
	p := predictor{reading: r, points: NewCodePoints(r.Article.InputText()), explain: o.Explain, decisions: decisionsOf(r)}
	object := p.prediction()
	if o.Text {
		object.origin = p.origin()
	}
	if p.err != nil {
		return fmt.Errorf("cannot export %s: %w", object.ID, p.err)
	}
	encoded, err := out.encode(object)
	if err != nil {
		return err
	}
	out.escaped(encoded[:len(encoded)-1])
	if o.Text {
		out.WriteString(`,"text":`)
		if err := out.text(r.Article.InputText()); err != nil {
			return err
		}
	}
	_, _ = out.WriteString("}\n") // an error shows at Flush
	return nil
}

// nameOf is what an article is called in exports: the name of its file without
// the ending, "-" if it was read from a pipe.
func nameOf(a *model.Article) string {
	if a.Source == "" {
		return "-"
	}
	return strings.TrimSuffix(filepath.Base(a.Source), filepath.Ext(a.Source))
}

// extent is a half-open range of code points.
type extent [2]int

type prediction struct {
	ID          string   `json:"id"`
	Quotes      []quote  `json:"quotes"`
	Parties     []party  `json:"parties"`
	Title       *extent  `json:"title"`
	Boilerplate []extent `json:"boilerplate"`
	*origin
}

// origin is what goes with the text.
type origin struct {
	TitleText *string  `json:"title_text"`
	Source    string   `json:"source"`
	SHA256    string   `json:"sha256"`
	Facts     *facts   `json:"facts,omitempty"`
	Language  string   `json:"language,omitempty"`
	Links     []link   `json:"links,omitempty"`
	Captions  []extent `json:"captions,omitempty"`
}

// facts are what a document says about itself.
type facts struct {
	Byline    string    `json:"byline,omitempty"`
	Site      string    `json:"site,omitempty"`
	Section   string    `json:"section,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Address   string    `json:"address,omitempty"`
}

type link struct {
	Span    extent `json:"span"`
	Address string `json:"address"`
}

func (p *predictor) origin() *origin {
	a := p.reading.Article
	o := &origin{Source: a.Source, SHA256: a.InputDigest(), Language: a.WrittenIn().String()}
	if title := a.Title(); title != "" {
		o.TitleText = &title
	}
	f := a.Facts
	if said := (facts{f.Byline, f.Site, f.Section, f.Published, f.Address}); said != (facts{}) {
		o.Facts = &said
	}
	for _, l := range a.Links {
		o.Links = append(o.Links, link{p.extent(l.Span), l.Address})
	}
	for _, b := range a.Blocks {
		if b.Kind == model.CaptionBlock {
			o.Captions = append(o.Captions, p.extent(b.Span))
		}
	}
	return o
}

type quote struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Kind    string  `json:"kind"`
	Speaker *string `json:"speaker"`
	Cue     *extent `json:"cue,omitempty"`

	Reason     *reason `json:"reason,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`

	Decision  *decision `json:"decision,omitempty"`
	Note      string    `json:"note,omitempty"`
	Certainty string    `json:"certainty,omitempty"`
	Addressee *string   `json:"addressee,omitempty"`
}

type decision struct {
	ID     string    `json:"id"`
	Author string    `json:"author"`
	Time   time.Time `json:"time"`
	Moved  bool      `json:"moved,omitempty"`
}

type reason struct {
	Rule  string   `json:"rule"`
	Words string   `json:"words,omitempty"`
	Clues []string `json:"clues,omitempty"`
}

type party struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Mentions []extent `json:"mentions"`
}

// predictor converts spans and keeps the first error.
type predictor struct {
	reading   *model.Reading
	points    *CodePoints
	explain   bool
	decisions map[string]*model.Annotation // by ID
	err       error
}

// decisionsOf is the decisions of a reading by their IDs.
func decisionsOf(r *model.Reading) map[string]*model.Annotation {
	all := r.Log().All()
	byID := make(map[string]*model.Annotation, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	return byID
}

func (p *predictor) prediction() prediction {
	out := prediction{ID: nameOf(p.reading.Article), Quotes: p.quotes(), Parties: p.parties(), Boilerplate: []extent{}}
	for _, b := range p.reading.Article.Blocks {
		switch {
		case b.Kind == model.TitleBlock && out.Title == nil:
			out.Title = p.optional(b.Span)
		case b.Kind == model.BoilerplateBlock || b.Kind == model.ImageBlock:
			out.Boilerplate = append(out.Boilerplate, p.extent(b.Span))
		}
	}
	return out
}

func (p *predictor) extent(s model.Span) extent {
	if text := p.reading.Article.Text; s.Start < 0 || s.End < s.Start || s.End > len(text) {
		p.fail("the span %d-%d lies outside the text of %d bytes", s.Start, s.End, len(text))
		return extent{}
	}
	s = p.reading.Article.InInput(s)
	return extent{p.points.At(s.Start), p.points.At(s.End)}
}

func (p *predictor) optional(s model.Span) *extent {
	if s.Empty() {
		return nil
	}
	e := p.extent(s)
	return &e
}

func (p *predictor) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

func (p *predictor) quotes() []quote {
	quotes := p.reading.Quotes()
	out := make([]quote, len(quotes))
	for i := range quotes {
		out[i] = p.quote(&quotes[i])
	}
	return out
}

func (p *predictor) quote(q *model.Quote) quote {
	e := p.extent(q.Span)
	out := quote{Start: e[0], End: e[1], Kind: q.Kind.String(), Cue: p.optional(q.Cue), Speaker: p.name(q, q.Speaker),
		Decision: p.decision(q), Note: q.Note, Certainty: q.Certainty.String(), Addressee: p.name(q, q.Addressee)}
	if p.explain && out.Speaker != nil && out.Decision == nil {
		p.extent(q.Reason.Words) // must lie within the text
		if p.err == nil {
			out.Reason = &reason{q.Reason.Rule.String(), q.Reason.Words.In(p.reading.Article.Text), clues(q.Reason)}
		}
		out.Confidence = math.Round(100*q.Confidence) / 100
	}
	return out
}

// name is the canonical name of a party of a quotation, nil for none.
func (p *predictor) name(q *model.Quote, id model.PartyID) *string {
	if id == "" {
		return nil
	}
	party, _, ok := p.reading.Party(id)
	if !ok {
		p.fail("the quotation at bytes %d-%d has the speaker or addressee %q, who is not among the parties", q.Start, q.End, id)
		return nil
	}
	return &party.Name
}

func (p *predictor) decision(q *model.Quote) *decision {
	if q.Decision == "" {
		return nil
	}
	a := p.decisions[q.Decision]
	if a == nil {
		p.fail("the quotation at bytes %d-%d is decided by %q, which is no decision of the reading", q.Start, q.End, q.Decision)
		return nil
	}
	return &decision{a.ID, a.Author, a.Time, q.Moved != nil}
}

func (p *predictor) parties() []party {
	parties := p.reading.Parties()
	out := make([]party, len(parties))
	for i, x := range parties {
		out[i] = party{Name: x.Name, Type: x.Kind.String(), Mentions: make([]extent, len(x.Mentions))}
		for j, m := range x.Mentions {
			out[i].Mentions[j] = p.extent(m.Span)
		}
	}
	return out
}

// clues are the names of the clues, nil where the rule says all.
func clues(r model.Reason) (names []string) {
	for _, c := range r.Clues {
		if c != model.NoClue {
			names = append(names, c.String())
		}
	}
	return names
}
