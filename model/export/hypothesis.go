package export

import (
	"cmp"
	"fmt"
	"strings"
)

// What writeHypothesis stands in: the form of files that the Hypothesis client exports
// and imports.
const (
	hypothesisHead = `{"export_date":"1970-01-01T00:00:00.000Z","export_userid":"rawi","client_version":"rawi","annotations":[`
	hypothesisFoot = "\n]}\n"
)

// writeHypothesis writes an annotation a quotation, of the page at the article's address,
// or of urn:sha256:… for a text without one. Hypothesis finds the words by themselves and
// what stands around them; positions are units of UTF-16 of the text that the first
// annotation of each article holds as "rawi_text". What is known of a quotation is its text
// (Markdown) and its tags.
func writeHypothesis(list *items, t *Table, _ Options) error {
	text := t.Article.Text
	for r := range t.Rows() {
		if err := list.add(hypothesisOf(t, &r, text)); err != nil {
			return err
		}
		text = ""
	}
	return nil
}

type hypothesisAnnotation struct {
	ID       string `json:"id"`
	Created  string `json:"created"`
	Updated  string `json:"updated"`
	User     string `json:"user"`
	UserInfo struct {
		DisplayName string `json:"display_name"`
	} `json:"user_info"`
	URI      string `json:"uri"`
	Document struct {
		Title []string `json:"title"`
	} `json:"document"`
	Text       string             `json:"text"`
	Tags       []string           `json:"tags"`
	Group      string             `json:"group"`
	References []string           `json:"references"`
	Target     []hypothesisTarget `json:"target"`
	RawiText   string             `json:"rawi_text,omitempty"`
}

type hypothesisTarget struct {
	Source   string        `json:"source"`
	Selector []webSelector `json:"selector"`
}

func hypothesisOf(t *Table, r *Row, text string) hypothesisAnnotation {
	when, who := r.when(), "rawi"
	if r.Decision != nil {
		who = r.Decision.Author
	}
	uri := cmp.Or(t.Article.Address, textName(t))
	a := hypothesisAnnotation{
		ID: fmt.Sprintf("%s-%d", t.Article.ID[:16], r.Number), Created: when, Updated: when, User: "acct:" + who + "@rawi.invalid", URI: uri,
		Text: r.described(), Tags: []string{r.Kind.String(), r.State()}, Group: "__world__", References: []string{}, RawiText: text,
		Target: []hypothesisTarget{{uri, selectors(t, r.Place, r.UTF16.Start, r.UTF16.End)}},
	}
	a.UserInfo.DisplayName = who
	a.Document.Title = []string{cmp.Or(t.Article.Title, t.Article.Name)}
	if r.Speaker != nil {
		a.Tags = append(a.Tags, r.Speaker.Name)
	}
	return a
}

// when is the time of the decision, else of the article.
func (r *Row) when() string {
	when := r.Article.Fetched
	if when.IsZero() {
		when = r.Article.Published
	}
	if r.Decision != nil {
		when = r.Decision.Time
	}
	return cmp.Or(w3cTime(when.UTC()), "1970-01-01T00:00:00Z")
}

// described is who said it, and how surely, in Markdown.
func (r *Row) described() string {
	lines := []string{r.attribution(markdownText)}
	if r.Note != "" {
		lines = append(lines, markdownText(r.Note))
	}
	return strings.Join(lines, "\n\n")
}
