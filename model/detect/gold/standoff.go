package gold

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"rawi/model"
	"rawi/model/ingest"
)

// Standoff reads annotations that hold no word of their articles, so that they can
// be given away where the articles cannot. Text is the n-th of the articles that
// they speak of.
//
// Each line has fields between tabs; lines of an article follow the one that names
// it. Places are code points, half-open; - is none; parties are counted from 1
// within the article, 0 is none:
//
//	article  ID  n  SHA256 (its beginning)  outlet  title
//	boilerplate  place
//	party  type  place:form place:form …
//	quote  kind  place  marks (1 or 0)  speaker  cue  mention  via
//
// A party is called by its first mention by name, or else by its first mention.
// An annotation that does not fit its text is an error that names its line.
func Standoff(r io.Reader, text func(n int) (string, error)) ([]*Article, error) {
	s := standoff{text: text}
	lines, n := bufio.NewScanner(r), 0
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		n++
		if err := s.line(strings.Split(lines.Text(), "\t")); err != nil {
			return nil, fmt.Errorf("line %d of the annotations: %w", n, err)
		}
	}
	if err := errors.Join(lines.Err(), s.end()); err != nil {
		return nil, fmt.Errorf("before line %d of the annotations: %w", n+1, err)
	}
	return s.articles, nil
}

// standoff is what was read so far.
type standoff struct {
	text     func(n int) (string, error)
	articles []*Article
	now      annotation // the article that is read
	of       *model.Article
}

// records are what lines hold by their first field, and how many fields are after it.
var records = map[string]struct {
	fields int
	read   func(*standoff, []string) error
}{
	"article":     {5, (*standoff).article},
	"boilerplate": {1, (*standoff).boilerplate},
	"party":       {2, (*standoff).party},
	"quote":       {7, (*standoff).quote},
}

func (s *standoff) line(fields []string) error {
	record, ok := records[fields[0]]
	switch {
	case !ok || len(fields) != record.fields+1:
		return fmt.Errorf("%q with %d fields is no record", fields[0], len(fields)-1)
	case fields[0] != "article" && s.of == nil:
		return errors.New("no article comes before it")
	}
	return record.read(s, fields[1:])
}

func (s *standoff) article(fields []string) error {
	if err := s.end(); err != nil {
		return err
	}
	n, err := strconv.Atoi(fields[1])
	if err != nil {
		return err
	}
	text, err := s.text(n)
	if err != nil {
		return err
	}
	document, err := ingest.Read(strings.NewReader(text), fields[0])
	if err != nil {
		return err
	}
	s.of = document.Articles[0]
	if is := s.of.InputDigest(); !strings.HasPrefix(is, fields[2]) {
		return fmt.Errorf("the text %d is not the one annotated: its SHA-256 is %s, not %s…", n, is, fields[2])
	}
	s.now = annotation{ID: fields[0], Outlet: fields[3]}
	s.now.Title, err = parseExtent(fields[4])
	return err
}

func (s *standoff) boilerplate(fields []string) error {
	p, err := parsePlace(fields[0])
	s.now.Boilerplate = append(s.now.Boilerplate, p)
	return err
}

func (s *standoff) party(fields []string) error {
	p := annotatedParty{ID: strconv.Itoa(len(s.now.Parties) + 1), Type: fields[0]}
	for _, mention := range strings.Fields(fields[1]) {
		at, form, _ := strings.Cut(mention, ":")
		place, err := parsePlace(at)
		if err != nil {
			return err
		}
		p.Mentions = append(p.Mentions, annotatedMention{place, form})
	}
	s.now.Parties = append(s.now.Parties, p)
	return nil
}

func (s *standoff) quote(fields []string) error {
	at, err := parsePlace(fields[1])
	cue, failed := parseExtent(fields[4])
	err = errors.Join(err, failed)
	mention, failed := parseExtent(fields[5])
	s.now.Quotes = append(s.now.Quotes, annotatedQuote{
		place: at, Kind: fields[0], Marked: fields[2] == "1",
		Speaker: partyID(fields[3]), Cue: cue, Mention: mention, Via: partyID(fields[6]),
	})
	return errors.Join(err, failed)
}

// end is the end of an article.
func (s *standoff) end() error {
	if s.of == nil {
		return nil
	}
	a, err := s.now.article(s.of)
	if err != nil {
		return fmt.Errorf("the article %s: %w", s.now.ID, err)
	}
	for i := range a.Parties {
		a.nameByMentions(&a.Parties[i])
	}
	s.articles, s.of = append(s.articles, a), nil
	return nil
}

// nameByMentions calls a party as its mentions do.
func (a *Article) nameByMentions(p *model.Party) {
	called := map[model.MentionForm]*[]string{model.NameForm: &p.Aliases, model.RoleForm: &p.Roles, model.Apposition: &p.Roles}
	for _, m := range p.Mentions {
		if list := called[m.Form]; list != nil && !slices.Contains(*list, m.In(a.Text)) {
			*list = append(*list, m.In(a.Text))
		}
	}
	switch {
	case len(p.Aliases) > 0:
		p.Name = p.Aliases[0]
	case len(p.Mentions) > 0:
		p.Name = p.Mentions[0].In(a.Text)
		p.Aliases = []string{p.Name}
	}
}

// partyID is the ID of the n-th party, "" for 0.
func partyID(n string) string {
	if n == "0" {
		return ""
	}
	return n
}

// parseExtent is [parsePlace] of a place that may be -.
func parseExtent(text string) (extent, error) {
	if text == "-" {
		return nil, nil
	}
	p, err := parsePlace(text)
	return extent{p.Start, p.End}, err
}

func parsePlace(text string) (p place, err error) {
	start, end, _ := strings.Cut(text, "-")
	p.Start, err = strconv.Atoi(start)
	if err == nil {
		p.End, err = strconv.Atoi(end)
	}
	if err != nil {
		return p, fmt.Errorf("%q is no place in a text", text)
	}
	return p, nil
}

// WriteStandoff writes an article as [Standoff] reads it; n says which text it is.
func WriteStandoff(w io.Writer, a *Article, n int) error {
	m := newMeter(a.Article)
	var b strings.Builder
	fmt.Fprintf(&b, "article\t%s\t%d\t%.16s\t%s\t%s\n", a.ID, n, a.InputDigest(), a.Outlet, m.extent(a.Title))
	for _, s := range a.Boilerplate {
		fmt.Fprintf(&b, "boilerplate\t%s\n", m.place(s))
	}
	number := map[model.PartyID]int{}
	for i, p := range a.Parties {
		number[p.ID] = i + 1
		mentions := make([]string, len(p.Mentions))
		for j, mention := range p.Mentions {
			mentions[j] = m.place(mention.Span) + ":" + mention.Form.String()
		}
		fmt.Fprintf(&b, "party\t%s\t%s\n", p.Kind, strings.Join(mentions, " "))
	}
	for _, q := range a.Quotes {
		marked := 0
		if q.Marked {
			marked = 1
		}
		fmt.Fprintf(&b, "quote\t%s\t%s\t%d\t%d\t%s\t%s\t%d\n", q.Kind, m.place(q.Span), marked,
			number[q.Speaker], m.extent(q.Cue), m.extent(q.Mention), number[q.Via])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// meter turns bytes of a text into code points: the inverse of [ruler].
type meter struct {
	of     *model.Article
	points []int
}

func newMeter(of *model.Article) meter {
	text := of.InputText()
	points, n := make([]int, len(text)+1), 0
	for at := range text {
		points[at] = n
		n++
	}
	points[len(text)] = n
	return meter{of, points}
}

func (m meter) place(s model.Span) string {
	return fmt.Sprintf("%d-%d", m.points[s.Start], m.points[s.End])
}

// extent is the place of a span that may be empty.
func (m meter) extent(s model.Span) string {
	if s.Empty() {
		return "-"
	}
	return m.place(s)
}
