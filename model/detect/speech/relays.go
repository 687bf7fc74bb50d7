package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
)

// issuer is the party whose words the noun at token i means: «تقرير لمنظمة ...»,
// «بيان أصدرته الوزارة», «تصريحات صحفية للوزير».
func (a *attributor) issuer(i int, rule model.Rule) Source {
	const near = 5
	for j := i + 1; j < a.page.EndOf(i) && j <= i+near; j++ {
		t := a.page.At(j)
		if id, ok := a.startingAt(j); ok {
			released := a.page.At(j-1).Is(lex.Statement) || a.page.At(j-1).Fold() == "عن" // «صادر عن»
			if a.found.Proclitic(a.found.Mention(id)) == "ل" || strings.HasPrefix(t.Fold(), "لل") || released || j == i+1 {
				return a.sourceAt(a.found.Mention(id).From, rule)
			}
			return nobody
		}
		if !t.IsWord() || t.Is(lex.That|lex.ThatPronoun) || t.Is(lex.Verb) && !t.Is(lex.Statement) {
			return nobody
		}
	}
	return nobody
}

// speakerBefore is the party named right before «قوله», as in «نقلت X عن Y قوله».
func (a *attributor) speakerBefore(c cue.Cue) Source {
	id, ok := a.endingAt(max(c.Token-1, 0))
	if !ok || c.Token == 0 || !a.speaks(a.nameOf(id)) || a.isObject(a.found.Mention(id)) && strings.HasPrefix(a.page.At(c.Token).Fold(), "ب") {
		return nobody
	}
	name := a.nameOf(id)
	return Source{Party: a.parties.Of(name), Mention: name, Rule: model.SpeechNoun, Confidence: confidence[model.SpeechNoun]}
}

// relayed is Y in «نقلت X عن Y».
func (a *attributor) relayed(c cue.Cue) Source {
	const near = 16
	for j := c.Token + 1; j+1 < a.page.EndOf(c.Token) && j < c.Token+near && !a.page.OpensThat(j); j++ {
		if a.page.At(j).Fold() == "عن" {
			if s := a.sourceAt(j+1, model.SpeechNoun); s.Party >= 0 {
				return s
			}
		}
	}
	return nobody
}

// quotedFrom is Y in «ذكرت X نقلا عن Y أن», «على لسان Y»; ok reports whether
// somebody is quoted so, be it that nobody knows who.
func (a *attributor) quotedFrom(c cue.Cue) (s Source, ok bool) {
	const near = 12
	for j := c.Token + 1; j+2 < a.page.EndOf(c.Token) && j < c.Token+near && !a.page.At(j).Is(lex.That|lex.ThatPronoun); j++ {
		relay := a.page.At(j).Bare() == "نقلا" && a.page.At(j+1).Fold() == "عن"
		if relay || a.page.At(j).Fold() == "علي" && a.page.At(j+1).Fold() == "لسان" {
			return a.sourceAt(j+2, model.SpeechNoun), true
		}
	}
	return nobody, false
}

// accordingTo is the party right after «وفق», also in «وفقا لما ذكرته X».
func (a *attributor) accordingTo(c cue.Cue) Source {
	for j := c.Token + 1; j < a.page.EndOf(c.Token) && j <= c.Token+5; j++ {
		if t := a.page.At(j); t.Is(lex.Verb) && t.Form().Mood == lex.Perfect && j > c.Token+1 {
			return a.sourceAt(j+1, model.AccordingTo) // «وفق حصيلة أعلنها مسؤولون»
		}
		if s := a.sourceAt(j, model.AccordingTo); s.Party >= 0 {
			return s
		}
		t := a.page.At(j)
		if t.IsWord() && !t.Is(lex.Statement|lex.Saying|lex.WordsOf) && (t.IsDefinite() || j > c.Token+2) {
			return nobody
		}
	}
	return nobody
}
