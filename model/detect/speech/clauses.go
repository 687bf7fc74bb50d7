package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// clause is a reported clause: tokens, half-open.
type clause struct{ from, to int }

// boundary is a token before which a reported clause may end.
type boundary struct {
	*token.Page
	j         int
	t, before *token.Token // at j, and the one before
}

// ended is what a row of ends gives.
type ended struct{}

// String is the same in a word.
func (ended) String() string { return "end" }

// endRows say that a reported clause ends before a token: each example's at its bar. Without a
// model the first end that has one is the end; to a model each is a feature.
var endRows = rule.Table[boundary, ended]{Name: "end", Rows: []rule.Row[boundary, ended]{
	{ID: "source", Example: "وقال إن السوق هادئة|، بحسب الوزير.", When: func(b boundary) bool {
		return b.t.Is(lex.According) && b.before.Sign() == token.Comma
	}},
	{ID: "participle", Example: "وقال إن السوق هادئة|، مضيفا أن الحركة بطيئة.", When: func(b boundary) bool {
		return isVerb(b.t, lex.Participle) && b.t.Form().Class != lex.NameVerb && (b.before.Sign() == token.Comma && b.t.Form().Class != lex.Weak || cue.Governs(b.Page, b.j))
	}},
	{ID: "but", Example: "وقال إن السوق هادئة|، لكنه حذر من الغلاء.", When: func(b boundary) bool {
		joins := strings.HasPrefix(b.t.Bare(), "لكن") || b.t.Fold() == "كما"
		return joins && b.before.Sign() == token.Comma && b.At(min(b.j+1, b.Len()-1)).Is(lex.Verb)
	}},
	{ID: "while", Example: "وقال إن السوق هادئة|، في حين ارتفعت الأسعار.", When: func(b boundary) bool {
		return b.before.Sign() == token.Comma && b.SpellsAny(b.j, "فيما", "بينما", "وبينما", "في حين", "في الوقت", "في وقت")
	}},
	{ID: "remark", Example: "وقال إن السوق هادئة|، وهو ما نفاه التجار.", When: func(b boundary) bool {
		return b.before.Sign() == token.Comma && b.SpellsAny(b.j, "وهو ما", "وهو الامر")
	}},
	{ID: "occasion", Example: "وقال إن السوق هادئة|، في إشارة إلى الأسعار.", When: func(b boundary) bool {
		return b.before.Sign() == token.Comma && b.SpellsAny(b.j, "وذلك", "في اشاره", "ردا علي", "تعليقا علي", "جوابا") || b.SpellsAny(b.j, "لقوله تعالي", "لقول الله")
	}},
	{ID: "asked", Example: "وأقر بأن السوق هادئة| حين سأله صحفي.", When: func(b boundary) bool {
		return (b.t.Fold() == "حين" || b.t.Fold() == "عندما" || b.t.Fold() == "حينما" || b.t.Fold() == "لما") && b.j+1 < b.EndOf(b.j) && asks(b.At(b.j+1).Fold())
	}},
	{ID: "turn", Example: "قال سالم: سنكمل العمل| أما المدير فقال: أنجزناه.", When: func(b boundary) bool {
		return (b.t.Fold() == "اما" || b.t.Fold() == "واما") && b.SaysBehind(b.j)
	}},
	{ID: "judged", Example: "وقال إن السوق هادئة|، وطالب بالصبر.", When: func(b boundary) bool {
		return isVerb(b.t, lex.Perfect) && b.t.Form().Class == lex.Judge && b.before.Sign() == token.Comma && b.t.Proclitic() == "و"
	}},
	{ID: "said", Example: "وقال إن السوق هادئة| وأضاف أن الحركة بطيئة.", When: func(b boundary) bool {
		return isVerb(b.t, lex.Perfect) && b.t.Form().Class == lex.Say && b.t.Proclitic() == "و" && (b.before.Sign() == token.Comma || cue.Governs(b.Page, b.j))
	}},
	{ID: "said besides", Example: "وفيما قال إن السوق هادئة|، أكد أن الحركة بطيئة.", When: func(b boundary) bool {
		return isVerb(b.t, lex.Perfect) && b.t.Form().Class == lex.Say && b.t.Proclitic() != "و" && b.before.Sign() == token.Comma && cue.Governs(b.Page, b.j)
	}},
}}

// asks reports whether a folded word begins as a verb of asking does.
func asks(fold string) bool {
	for _, stem := range []string{"سال", "سيل", "استوضح", "استفسر", "يسال", "تسال"} {
		if strings.HasPrefix(fold, stem) {
			return true
		}
	}
	return false
}

func isVerb(t *token.Token, m lex.Mood) bool { return t.IsVerb() && t.Form().Mood == m }

// endedBy is the row by which a report ends before token j, -1 for none.
func (a *attributor) endedBy(j int) int {
	return endRows.First(a.watch, boundary{a.page, j, a.page.At(j), a.page.At(j - 1)}, j, j+1)
}

// trimmed drops signs at the clause's ends, but a bracket that the clause closes.
func (a *attributor) trimmed(c clause) clause {
	for c.from < c.to && !a.holds(c.from) && !a.isClosed(c.from, c.to) {
		c.from++
	}
	for c.to > c.from && !a.holds(c.to-1) {
		c.to--
	}
	return c
}

// isClosed reports whether a bracket that token i opens is closed before token to.
func (a *attributor) isClosed(i, to int) bool {
	const far = 40
	if a.page.At(i).Sign() != token.Opening {
		return false
	}
	for j := i + 1; j < min(to, i+far); j++ {
		switch a.page.At(j).Sign() {
		case token.Opening:
			return false
		case token.Closing:
			return true
		}
	}
	return false
}

func (a *attributor) holds(i int) bool {
	s := a.page.At(i).Sign()
	return s == token.NoSign || s == token.Number || s == token.Mark || s == token.Closing || s == token.OtherSign
}

func (a *attributor) bytes(c clause) model.Span {
	return model.Span{Start: a.page.SpanAt(c.from).Start, End: a.page.SpanAt(c.to - 1).End}
}
