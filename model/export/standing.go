package export

import (
	"fmt"
	"strings"
	"time"

	"rawi/model"
)

// What formats for readers say, in the language of the articles.
var (
	arabicKinds  = [...]string{model.Speech: "قول مباشر", model.Indirect: "قول غير مباشر", model.Scare: "بين علامتين", model.WorkTitle: "اسم أو عنوان", model.Other: "غير ذلك"}
	arabicStates = map[string]string{"decided": "محسوم", "guessed": "مخمَّن", "unknown": "القائل غير معروف"}
	arabicSure   = [...]string{model.NoCertainty: "", model.Sure: "، يقينا", model.Likely: "، ترجيحا", model.Unsure: "، بلا يقين"}
)

// standing is how a quotation is known, in Arabic: who decided it and when, or how likely
// the guess is right.
func (r *Row) standing() string {
	state := arabicStates[r.State()]
	switch d := r.Decision; {
	case d != nil && d.Moved:
		return fmt.Sprintf("حُسم في موضع آخر ولم يؤكَّد: %s، %s", d.Author, date(d.Time))
	case d != nil:
		return fmt.Sprintf("%s: %s، %s%s", state, d.Author, date(d.Time), arabicSure[r.Certainty])
	case r.Speaker != nil:
		return fmt.Sprintf("%s (%.0f٪)", state, 100*r.Confidence)
	}
	return state
}

// attribution is who said a quotation and how that is known, each made a text of the
// format.
func (r *Row) attribution(text func(string) string) string {
	var parts []string
	if r.Speaker != nil {
		parts = append(parts, text(r.Speaker.Name))
	}
	if r.Role != "" {
		parts = append(parts, text(r.Role))
	}
	parts = append(parts, arabicKinds[r.Kind], text(r.standing()))
	return strings.Join(parts, "، ")
}

// date is a day, "" for none.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006/01/02") // which stays together in right-to-left text, other than with hyphens
}
