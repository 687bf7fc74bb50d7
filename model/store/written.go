package store

import (
	"strings"

	"rawi/model"
)

// written is a stretch of an article's text that stood otherwise in its input, and how:
// with these and the text the input is made again.
type written struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Was   string `json:"was"`
}

func writtenOf(a *model.Article) (all []written) {
	for _, r := range a.Replaced {
		all = append(all, written{r.Start, r.End, r.Was.In(a.Input)})
	}
	return all
}

// restoreInput gives an article its input. It reports whether what stood otherwise is in
// order and within the text.
func restoreInput(a *model.Article, all []written) (ok bool) {
	if len(all) == 0 {
		return true
	}
	var input strings.Builder
	end := 0
	for _, w := range all {
		if w.Start < end || w.End < w.Start || w.End > len(a.Text) {
			return false
		}
		input.WriteString(a.Text[end:w.Start])
		start := input.Len()
		input.WriteString(w.Was)
		a.Replaced = append(a.Replaced, model.Replaced{Span: model.Span{Start: w.Start, End: w.End}, Was: model.Span{Start: start, End: input.Len()}})
		end = w.End
	}
	input.WriteString(a.Text[end:])
	a.Input = input.String()
	return true
}
