package corrected

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"rawi/model"
)

// labelStudioTask is a task as Label Studio exports it («JSON»).
type labelStudioTask struct {
	ID   any `json:"id"`
	Data struct {
		Text, Article, SHA256, Name string
	} `json:"data"`
	Annotations []struct {
		Result    []labelStudioTag `json:"result"`
		Cancelled bool             `json:"was_cancelled"`
		Parent    any              `json:"parent_prediction"` // set if it was begun from a prediction
	} `json:"annotations"`
}

type labelStudioTag struct {
	ID     string           `json:"id"`
	From   string           `json:"from_name"`
	Type   string           `json:"type"`
	Origin string           `json:"origin"` // prediction, prediction-changed or manual
	FromID string           `json:"from_id"`
	ToID   string           `json:"to_id"`
	Labels []string         `json:"labels"`
	Value  labelStudioValue `json:"value"`
}

type labelStudioValue struct {
	Start, End      int
	Text            json.RawMessage
	Labels, Choices []string
}

// readLabelStudio reads tasks; of the annotations of one the last that was not cancelled.
func readLabelStudio(file string, r io.Reader, _ func(string) (io.ReadCloser, error)) (documents []Document, misfits []Misfit, err error) {
	d := json.NewDecoder(r)
	first, err := d.Token()
	if err != nil || first != json.Delim('[') {
		return nil, nil, errors.New("it is no list of tasks: export them from Label Studio as JSON")
	}
	for n := 1; d.More(); n++ {
		var task labelStudioTask
		if err := d.Decode(&task); err != nil {
			return nil, nil, fmt.Errorf("task %d is none of Label Studio's: %w", n, err)
		}
		for i := len(task.Annotations) - 1; i >= 0; i-- {
			if a := task.Annotations[i]; !a.Cancelled {
				l := labelStudioReader{where: fmt.Sprintf("task %v", task.ID), points: codePoints(task.Data.Text), wide: utf16Units(task.Data.Text)}
				if task.ID == nil {
					l.where = fmt.Sprintf("task %d", n)
				}
				l.document = Document{File: file, Article: task.Data.Article, SHA256: task.Data.SHA256, Name: task.Data.Name, Text: task.Data.Text, Complete: a.Parent != nil}
				l.read(a.Result)
				documents, misfits = append(documents, l.document), append(misfits, l.misfits...)
				break
			}
		}
	}
	return documents, misfits, nil
}

type labelStudioReader struct {
	where        string // the task
	document     Document
	points, wide units
	regions      map[string]*labelStudioRegion
	order        []string
	misfits      []Misfit
}

type labelStudioRegion struct {
	label string
	model.Span
	words              string
	guess              bool
	answers            map[string]string
	speaker, addressee string
}

func (l *labelStudioReader) tell(id, what string) {
	l.misfits = append(l.misfits, l.document.misfit(l.where+", "+id, NotUnderstood, what))
}

func (l *labelStudioReader) read(tags []labelStudioTag) {
	l.regions = make(map[string]*labelStudioRegion)
	for _, t := range tags {
		if t.Type == "labels" {
			l.region(t)
		}
	}
	for _, t := range tags {
		l.about(t)
	}
	for _, id := range l.order {
		l.finish(id, l.regions[id])
	}
}

func (l *labelStudioReader) region(t labelStudioTag) {
	var words string
	_ = json.Unmarshal(t.Value.Text, &words) // a place without words is a place
	at, ok := l.points.span(t.Value.Start, t.Value.End)
	if wide, fits := l.wide.span(t.Value.Start, t.Value.End); fits && words != "" && (!ok || at.In(l.document.Text) != words) && wide.In(l.document.Text) == words {
		at = wide // versions before 1.4 count so
	}
	if len(t.Value.Labels) != 1 || l.regions[t.ID] != nil {
		l.tell(t.ID, strings.Join(t.Value.Labels, " "))
		return
	}
	l.regions[t.ID] = &labelStudioRegion{label: t.Value.Labels[0], Span: at, words: words, guess: t.Origin == "prediction", answers: make(map[string]string)}
	l.order = append(l.order, t.ID)
}

// about takes what is said of a region, or of two.
func (l *labelStudioReader) about(t labelStudioTag) {
	r := l.regions[t.ID]
	switch {
	case t.Type == "labels":
	case t.Type == "relation":
		l.relation(t)
	case r == nil:
		l.tell(t.ID, t.Type)
	case t.Type == "choices":
		r.answers[t.From] = strings.Join(t.Value.Choices, " ")
	case t.Type == "textarea":
		r.answers[t.From] = lastOf(t.Value.Text)
	default:
		l.tell(t.ID, t.Type)
	}
}

// lastOf is the last text of a list of texts, or a text alone.
func lastOf(raw json.RawMessage) (text string) {
	var all []string
	if json.Unmarshal(raw, &all) == nil && len(all) > 0 {
		return all[len(all)-1]
	}
	_ = json.Unmarshal(raw, &text) // else it says nothing
	return text
}

func (l *labelStudioReader) relation(t labelStudioTag) {
	from, to := l.regions[t.FromID], l.regions[t.ToID]
	name := strings.Join(t.Labels, " ")
	switch {
	case from == nil || to == nil:
		l.tell(t.FromID+"-"+t.ToID, name)
	case name == "Speaker":
		from.speaker = t.ToID
	case name == "Addressee":
		from.addressee = t.ToID
	case name != "Cue":
		l.tell(t.FromID+"-"+t.ToID, name)
	}
}

func (l *labelStudioReader) finish(id string, r *labelStudioRegion) {
	d := &l.document
	where := l.where + ", " + id
	kind, isQuote := quoteLabels[r.label]
	party, isName := partyLabels[r.label]
	switch {
	case isQuote:
		q := Quote{Where: where, Span: r.Span, Words: r.words, Kind: kind, Guess: r.guess, Note: r.answers["note"],
			Speaker: l.who(r.speaker, r.answers["speaker"]), Addressee: l.who(r.addressee, r.answers["addressee"])}
		q.Certainty, _ = model.ParseCertainty(r.answers["certainty"])
		d.Quotes = append(d.Quotes, q)
	case isName:
		d.Names = append(d.Names, Name{where, r.Span, r.answers["party"], party})
	case r.label != cueLabel:
		l.tell(id, r.label+" «"+r.words+"»")
	}
}

// who is whom a relation leads to, and whose name was typed.
func (l *labelStudioReader) who(region, typed string) Who {
	r := l.regions[region]
	if r == nil {
		return Who{Name: typed}
	}
	return Who{Name: r.answers["party"], At: r.Span, Kind: partyLabels[r.label], Typed: typed}
}
