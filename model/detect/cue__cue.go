package detect

// cue is a word that may report speech.
type cue struct {
	token     int
	class     verbClass
	mood      mood
	agree     agreement
	according bool // «بحسب», «وفق»
	noun      bool // «قوله»
}

// findCues lists the words outside quotations that may report speech.
func findCues(p *page) []cue {
	var cues []cue
	for i := range p.tokens {
		t := &p.tokens[i]
		if p.depth[i] > 0 || !t.word() {
			continue
		}
		switch {
		case p.isImpersonal(i), p.isNegated(i), p.isPreposition(i), p.lacks(i), p.isGoverned(i):
		case t.bare == "جا" || t.bare == "ورد":
			if i+2 < p.endOf(i) && p.tokens[i+1].fold == "في" && p.tokens[i+2].is(wordsOf) { // «جاء في البيان»
				cues = append(cues, cue{token: i, noun: true, mood: verbalNoun, agree: anyGender})
			}
		case t.is(according) && t.bare == "نقلا" && (i+1 >= p.endOf(i) || p.tokens[i+1].fold != "عن"): // «وقد نقلا إلى المستشفى»
		case t.is(according):
			cues = append(cues, cue{token: i, according: true})
		case i > 1 && p.tokens[i-1].fold == "حد" && p.tokens[i-2].fold == "علي" && !t.is(saying):
			cues = append(cues, cue{token: i, according: true}) // «على حد قول النائبة»
		case t.is(saying) && !(t.is(verb) && t.form.Mood == perfect && i > 0 && p.tokens[i-1].fold != "حد"):
			cues = append(cues, cue{token: i, noun: true, mood: verbalNoun, agree: anyGender})
		case i > 1 && p.tokens[i-2].is(according) && (p.tokens[i-1].fold == "ما" || p.tokens[i-1].fold == "لما"): // «وفقا لما أوردته»
		case t.is(verb) && t.form.Class != nameVerb:
			if t.form.Class == weak && t.fold != "بين" && !p.governs(i) || t.form.Mood == participle && !p.hangs(i) {
				continue
			}
			cues = append(cues, cue{token: i, class: t.form.Class, mood: t.form.Mood, agree: t.form.Agrees, noun: t.form.Mood == verbalNoun})
		}
	}
	return cues
}
