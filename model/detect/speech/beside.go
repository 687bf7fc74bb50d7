package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// beside is a pair of marks whose speaker the way it is written tells for certain. Such
// ways are rare in news, and nothing is learned of them.
type beside struct {
	*pair
	cues    []cue.Cue
	sources []Source // of the cues
	source  Source
}

// besideRows find who says what stands between the first marks of each example: the words
// between the bars. The first that holds decides, whatever is learned.
var besideRows = rule.Table[*beside, model.Rule]{Name: "beside", Rows: []rule.Row[*beside, model.Rule]{
	{ID: "dash", Example: "«لن نعود إلى القرية أبدا.» - |سامي رزق|، وزير الزراعة.", Gives: model.NameColon, When: (*beside).isSigned},
	{ID: "label", Example: "- |سامي رزق| (مدرب الفريق): “لن نعود إلى القرية أبدا”.", Gives: model.NameColon, When: (*beside).isLabelled},
	{ID: "line above", Example: "ومن الوزير |سامي رزق|:\n«لن نعود إلى القرية أبدا».", Gives: model.NameColon, When: (*beside).isLedIn},
	{ID: "verb before, subject behind", Example: "وقال «لن نعود أبدا» الوزير |سامي رزق| أمس.", Gives: model.VerbSubject, When: (*beside).isBetween},
	{ID: "with these words", Example: "«لن نعود إلى القرية أبدا»، بهذه الكلمات رد الوزير |سامي رزق| على الأهالي.", Gives: model.VerbSubject, When: (*beside).isSummedUp},
	{ID: "tongue", Example: "وعلى لسان الوزير |سامي رزق|: «لن نعود إلى القرية أبدا».", Gives: model.SpeechNoun, When: (*beside).isOnTongue},
	{ID: "statement", Example: "وجاء في بيان ل|وزارة الزراعة|: «لن نعود إلى القرية أبدا».", Gives: model.SpeechNoun, When: (*beside).isStated},
}}

// knows takes the mention that starts at token i if its party may speak.
func (b *beside) knows(i int, by model.Rule) bool {
	id, ok := b.startingAt(i)
	if !ok || !b.speaks(b.nameOf(id)) {
		return false
	}
	b.source = b.sourceAt(i, by)
	return true
}

// mentionEnd is the token behind the name of the source, or behind the mention at token i
// where that ends later.
func (b *beside) mentionEnd(i int) int {
	id, _ := b.startingAt(i)
	return max(b.found.Mention(id).To, b.found.Mention(b.source.Mention).To)
}

// isSigned reports whether a dash and a name, or a name in brackets, follow a quotation that
// is a paragraph of its own, perhaps on the next line.
func (b *beside) isSigned() bool {
	p, i := b.page, b.Close+1
	if from := p.BlockOf(b.Open).From; b.Open != from || i < p.Len() && !b.goesOn(i) {
		return false
	}
	for i < p.EndOf(b.Open) && (p.At(i).Sign() == token.Stop || p.At(i).Sign() == token.Comma) {
		i++
	}
	if i+1 >= p.Len() || !isDash(p, i) && !b.isLastBracket(i) || i+1 >= p.EndOf(i) || !b.knows(i+1, model.NameColon) {
		return false
	}
	to := b.mentionEnd(i + 1)
	return to >= p.EndOf(i) || !p.At(to).IsWord()
}

// isLastBracket reports whether the bracket at token i closes at the end of the paragraph.
func (b *beside) isLastBracket(i int) bool {
	p, end := b.page, b.page.EndOf(i)
	for end > i && p.At(end-1).Sign() == token.Stop {
		end--
	}
	return p.At(i).Sign() == token.Opening && p.At(end-1).Sign() == token.Closing
}

// goesOn reports whether token i, behind the pair, stands in its paragraph, or in one of a
// few words behind it.
func (b *beside) goesOn(i int) bool {
	const short = 16
	block := b.page.BlockOf(i)
	return b.page.SameBlock(i, b.Open) || block.Kind.Running() && i == block.From && block.To-block.From <= short
}

func isDash(p *token.Page, i int) bool {
	switch p.Written(p.At(i)) {
	case "-", "–", "—", "―", "−", "--":
		return true
	}
	return false
}

// isLabelled reports whether a name, with what it is in brackets, and a colon begin the
// paragraph right before the marks.
func (b *beside) isLabelled() bool {
	const longest = 14
	p, i, from := b.page, b.Open-2, b.page.BlockOf(b.Open).From
	if i < from || p.At(b.Open-1).Sign() != token.Colon || p.At(i).Sign() != token.Closing {
		return false
	}
	for i >= from && b.Open-i < longest && p.At(i).Sign() != token.Opening {
		i--
	}
	for from < i && !p.At(from).IsWord() {
		from++
	}
	return i > from && p.At(i).Sign() == token.Opening && b.knows(from, model.NameColon) && b.mentionEnd(from) >= i
}

// isLedIn reports whether the paragraph before is but a few words with a colon, of which
// the last name is the speaker's.
func (b *beside) isLedIn() bool {
	const short = 12
	p, last := b.page, b.Open-1
	if last < 0 || b.Open != p.BlockOf(b.Open).From || p.At(last).Sign() != token.Colon || last-p.BlockOf(last).From > short {
		return false
	}
	out, found := b.leadIn(b.Open, b.cues, b.sources, make([][]int32, len(b.cues)))
	b.source = out.Source
	return found && out.Source.Party >= 0 && out.Cue.Empty()
}

// isBetween reports whether the verb stands right before the marks and its subject right
// behind them.
func (b *beside) isBetween() bool {
	if b.governing < 0 {
		return false
	}
	c, i := b.cues[b.governing], b.Close+1
	before := b.Open - 1
	if before >= 0 && b.page.At(before).Sign() == token.Colon {
		before--
	}
	finite := !c.According && !c.Noun && c.Mood != lex.Participle
	if !finite || c.Token != before || i >= b.page.EndOf(b.Open) || b.found.SkipAt(i) > 0 || b.page.At(i).Skip() > 0 {
		return false
	}
	return b.knows(i, model.VerbSubject) && !b.disagrees(b.source.Party, c.Agrees)
}

// isSummedUp reports whether «بهذه الكلمات», «هكذا» and a verb with its subject follow.
func (b *beside) isSummedUp() bool {
	const far = 4
	p, i, end := b.page, b.Close+1, b.page.EndOf(b.Open)
	for i < end && !p.At(i).IsWord() {
		i++
	}
	switch {
	case i+2 < end && p.At(i).Fold() == "بهذه" && p.At(i+1).IsDefinite():
		i += 2
	case i+1 < end && p.At(i).Fold() == "هكذا":
		i++
	default:
		return false
	}
	for j := i + 1; j < min(end, i+far); j++ {
		if b.knows(j, model.VerbSubject) {
			return true
		}
	}
	return false
}

// isOnTongue reports whether «على لسان» and a name stand right before the marks.
func (b *beside) isOnTongue() bool {
	const far = 12
	last := b.lastBefore()
	for i := last; i > 1 && b.page.SameSentence(i, last) && i > last-far; i-- {
		if b.page.At(i-1).Fold() == "لسان" && strings.HasSuffix(b.page.At(i-2).Fold(), "علي") {
			return b.knows(i, model.SpeechNoun) && b.mentionEnd(i) == last+1
		}
	}
	return false
}

// lastBefore is the last word before the marks and a colon.
func (b *beside) lastBefore() int {
	if i := b.Open - 1; i >= 0 && b.page.At(i).Sign() == token.Colon {
		return i - 1
	}
	return b.Open - 1
}

// isStated reports whether somebody's statement is named right before the marks: «جاء في
// بيان للوزارة:».
func (b *beside) isStated() bool {
	const far = 14
	last := b.lastBefore()
	for i := last; i > 1 && b.page.SameSentence(i, last) && i > last-far; i-- {
		if t := b.page.At(i); !t.Is(lex.WordsOf|lex.TitleNoun) || t.IsDefinite() || b.page.At(i-1).Fold() != "في" || last != b.Open-2 {
			continue
		}
		b.source = b.issuer(i, model.SpeechNoun)
		return b.source.Party >= 0 && b.found.Mention(b.source.Mention).To == last+1
	}
	return false
}

// besideOf is who says what stands between the marks of a pair, where a row tells.
func (a *attributor) besideOf(q marks.Pair, governing int, cues []cue.Cue, sources []Source) (s Source, ok bool) {
	b := beside{a.pairOf(q, governing), cues, sources, nobody}
	ok = besideRows.First(a.watch, &b, q.Open, q.Close+1) >= 0
	return b.source, ok
}
