package export

import (
	"iter"
	"math"
	"slices"
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
func writeArticle(out *output, t *Table, o Options) error {
	frame := frameOf(t, o)
	rest, err := out.encode(frame)
	if err != nil { // a date without a year: before anything is written
		return err
	}
	rest = slices.Clone(rest)
	out.WriteString(`{"id":`)
	if err := out.text(t.Article.Name); err != nil {
		return err
	}
	out.WriteString(`,"quotes":`)
	if err := array(out, quotesOf(t, o)); err != nil {
		return err
	}
	out.WriteString(`,"parties":`)
	if err := array(out, partiesOf(t)); err != nil {
		return err
	}
	out.WriteByte(',')
	out.escaped(rest[1 : len(rest)-1])
	if o.Text {
		out.WriteString(`,"text":`)
		if err := out.text(t.Article.Text); err != nil {
			return err
		}
	}
	_, _ = out.WriteString("}\n") // an error shows at Flush
	return nil
}

// extent is a half-open range of code points.
type extent [2]int

// frame is what is known of an article besides quotations and parties, which may be many
// and are written one by one.
type frame struct {
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

func originOf(t *Table) *origin {
	a := &t.Article
	o := &origin{Source: a.Source, SHA256: a.SHA256, Language: a.Language}
	if a.Title != "" {
		o.TitleText = &a.Title
	}
	if said := (facts{a.Byline, a.Site, a.Section, a.Published, a.Address}); said != (facts{}) {
		o.Facts = &said
	}
	for at, address := range t.Links() {
		o.Links = append(o.Links, link{extentOf(at), address})
	}
	for at, kind := range t.Blocks() {
		if kind == model.CaptionBlock {
			o.Captions = append(o.Captions, extentOf(at))
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
	As     string    `json:"as,omitempty"` // adjudicator, or an annotator
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

func frameOf(t *Table, o Options) frame {
	f := frame{Boilerplate: []extent{}}
	for at, kind := range t.Blocks() {
		switch {
		case kind == model.TitleBlock && f.Title == nil && !at.Bytes.Empty():
			f.Title = new(extentOf(at))
		case kind == model.BoilerplateBlock || kind == model.ImageBlock:
			f.Boilerplate = append(f.Boilerplate, extentOf(at))
		}
	}
	if o.Text {
		f.origin = originOf(t)
	}
	return f
}

func quotesOf(t *Table, o Options) iter.Seq[quote] {
	return func(yield func(quote) bool) {
		for row := range t.Rows() {
			if !yield(quoteOf(row, o.Explain)) {
				return
			}
		}
	}
}

func partiesOf(t *Table) iter.Seq[party] {
	return func(yield func(party) bool) {
		for named, mentions := range t.Parties() {
			x := party{Name: named.Name, Type: named.Kind.String(), Mentions: []extent{}}
			for m := range mentions {
				x.Mentions = append(x.Mentions, extentOf(m.Place))
			}
			if !yield(x) {
				return
			}
		}
	}
}

func extentOf(p Place) extent { return extent{p.CodePoints.Start, p.CodePoints.End} }

func quoteOf(r Row, explain bool) quote {
	q := quote{Start: r.CodePoints.Start, End: r.CodePoints.End, Kind: r.Kind.String(), Speaker: nameOf(r.Speaker),
		Note: r.Note, Certainty: r.Certainty.String(), Addressee: nameOf(r.Addressee)}
	if r.Cue != nil {
		q.Cue = new(extentOf(r.Cue.Place))
	}
	if d := r.Decision; d != nil {
		q.Decision = &decision{d.ID, d.Author, d.As.String(), d.Time, d.Moved}
	}
	if explain && r.Speaker != nil && r.Decision == nil {
		q.Reason = &reason{r.Reason.Rule.String(), r.Trigger, clues(r.Reason)}
		q.Confidence = math.Round(100*r.Confidence) / 100
	}
	return q
}

func nameOf(p *Party) *string {
	if p == nil {
		return nil
	}
	return &p.Name
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
