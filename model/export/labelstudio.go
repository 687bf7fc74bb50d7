package export

import (
	"fmt"
	"strings"

	"rawi/model"
)

// writeLabelStudio writes a task an article, as Label Studio imports them: what rawi guesses
// is a prediction, what readers decided an annotation. Offsets are code points, as Label
// Studio counts them since 1.4. The labelling interface stands beside it: [labelStudioInterface].
func writeLabelStudio(list *items, t *Table, _ Options) error {
	a := &t.Article
	task := labelStudioTask{Data: labelStudioData{a.Text, a.ID, a.Name, a.SHA256, a.Title, a.Source, a.Address}, Annotations: []labelStudioResult{}}
	guesses := labelledOf(t, isGuess)
	task.Predictions = []labelStudioResult{{Version: "rawi", Result: guesses.labelStudio(t)}}
	decided := labelledOf(t, isDecided)
	if len(decided.regions) > 0 && anyRow(decided.regions) {
		task.Annotations = append(task.Annotations, labelStudioResult{Result: decided.labelStudio(t)})
	}
	return list.add(task)
}

func anyRow(regions []region) bool {
	for _, r := range regions {
		if r.row != nil {
			return true
		}
	}
	return false
}

type labelStudioTask struct {
	Data        labelStudioData     `json:"data"`
	Annotations []labelStudioResult `json:"annotations"`
	Predictions []labelStudioResult `json:"predictions"`
}

type labelStudioData struct {
	Text    string `json:"text"`
	Article string `json:"article"`
	Name    string `json:"name"`
	SHA256  string `json:"sha256"`
	Title   string `json:"title,omitempty"`
	Source  string `json:"source,omitempty"`
	Address string `json:"address,omitempty"`
}

type labelStudioResult struct {
	Version string           `json:"model_version,omitempty"`
	Result  []labelStudioTag `json:"result"`
}

// labelStudioTag is a region, an answer about one, or a relation of two.
type labelStudioTag struct {
	ID        string            `json:"id,omitempty"`
	From      string            `json:"from_name,omitempty"`
	To        string            `json:"to_name,omitempty"`
	Type      string            `json:"type"`
	Value     *labelStudioValue `json:"value,omitempty"`
	FromID    string            `json:"from_id,omitempty"`
	ToID      string            `json:"to_id,omitempty"`
	Direction string            `json:"direction,omitempty"`
	Labels    []string          `json:"labels,omitempty"`
}

type labelStudioValue struct {
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Words   any      `json:"text"` // the words of a region, a list of answers
	Labels  []string `json:"labels,omitempty"`
	Choices []string `json:"choices,omitempty"`
}

func (l *labelled) labelStudio(t *Table) []labelStudioTag {
	tags := []labelStudioTag{}
	for _, r := range l.regions {
		value := func() *labelStudioValue {
			return &labelStudioValue{Start: r.CodePoints.Start, End: r.CodePoints.End, Words: r.Bytes.In(t.Article.Text)}
		}
		labels := value()
		labels.Labels = []string{string(r.label)}
		tags = append(tags, labelStudioTag{ID: r.id, From: "label", To: "text", Type: "labels", Value: labels})
		for _, answer := range r.answers() {
			if answer.text == "" {
				continue
			}
			v := value()
			kind := "textarea"
			if v.Words = any([]string{answer.text}); answer.choice {
				kind, v.Words, v.Choices = "choices", r.Bytes.In(t.Article.Text), []string{answer.text}
			}
			tags = append(tags, labelStudioTag{ID: r.id, From: answer.to, To: "text", Type: kind, Value: v})
		}
	}
	for _, x := range l.ties {
		tags = append(tags, labelStudioTag{Type: "relation", FromID: l.regions[x.from].id, ToID: l.regions[x.to].id, Direction: "right", Labels: []string{x.name}})
	}
	return tags
}

// answer is what is said of a region besides its label.
type answer struct {
	to, text string
	choice   bool
}

// answers are the answers to the questions of [labelStudioInterface].
func (r *region) answers() []answer {
	switch {
	case r.party != nil:
		return []answer{{"party", r.party.Name, false}}
	case r.row == nil:
		return nil
	}
	row := r.row
	all := []answer{{"certainty", row.Certainty.String(), true}, {"note", row.Note, false}}
	if row.Speaker != nil {
		all = append(all, answer{"speaker", row.Speaker.Name, false})
	}
	if row.Addressee != nil {
		all = append(all, answer{"addressee", row.Addressee.Name, false})
	}
	return all
}

// labelStudioInterface is the labelling interface in which the tasks are shown.
var labelStudioInterface = sprintLabels(`<View>
  <Labels name="label" toName="text">
`, `    <Label value="%s" background="%s"/>
`, `  </Labels>
  <Relations>
    <Relation value="Speaker"/>
    <Relation value="Addressee"/>
    <Relation value="Cue"/>
  </Relations>
  <View style="direction: rtl; text-align: right">
    <Text name="text" value="$text" granularity="symbol"/>
  </View>
  <TextArea name="speaker" toName="text" perRegion="true" maxSubmissions="1" placeholder="speaker"/>
  <TextArea name="addressee" toName="text" perRegion="true" maxSubmissions="1" placeholder="addressee"/>
  <TextArea name="party" toName="text" perRegion="true" maxSubmissions="1" placeholder="party"/>
  <TextArea name="note" toName="text" perRegion="true" maxSubmissions="1" placeholder="note"/>
  <Choices name="certainty" toName="text" perRegion="true" choice="single">
    <Choice value="`+model.Sure.String()+`"/>
    <Choice value="`+model.Likely.String()+`"/>
    <Choice value="`+model.Unsure.String()+`"/>
  </Choices>
</View>
`)

// sprintLabels is a line for each label, between two texts.
func sprintLabels(head, line, foot string) string {
	var b strings.Builder
	b.WriteString(head)
	for _, l := range labelColours {
		fmt.Fprintf(&b, line, l.label, l.colour)
	}
	return b.String() + foot
}
