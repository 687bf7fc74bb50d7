package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// clause is a reported clause: tokens, half-open.
type clause struct{ from, to int }

// endRow says that a reported clause ends before a token where it holds. Without
// a model the first end that has one is the end; to a model each is a feature.
type endRow struct {
	id, example string // the clause of the example ends at its bar
	when        func(p *token.Page, t, before *token.Token, j int) bool
}

var endRows = []endRow{
	{"source", "وقال إن السوق هادئة|، بحسب الوزير.", func(p *token.Page, t, before *token.Token, j int) bool {
		return t.Is(lex.According) && before.Sign() == token.Comma
	}},
	{"participle", "وقال إن السوق هادئة|، مضيفا أن الحركة بطيئة.", func(p *token.Page, t, before *token.Token, j int) bool {
		return isVerb(t, lex.Participle) && t.Form().Class != lex.NameVerb && (before.Sign() == token.Comma && t.Form().Class != lex.Weak || cue.Governs(p, j))
	}},
	{"but", "وقال إن السوق هادئة|، لكنه حذر من الغلاء.", func(p *token.Page, t, before *token.Token, j int) bool {
		joins := strings.HasPrefix(t.Bare(), "لكن") || t.Fold() == "كما"
		return joins && before.Sign() == token.Comma && p.At(min(j+1, p.Len()-1)).Is(lex.Verb)
	}},
	{"while", "وقال إن السوق هادئة|، في حين ارتفعت الأسعار.", func(p *token.Page, t, before *token.Token, j int) bool {
		return before.Sign() == token.Comma && opensAny(p, j, "فيما", "بينما", "وبينما", "في حين", "في الوقت", "في وقت")
	}},
	{"remark", "وقال إن السوق هادئة|، وهو ما نفاه التجار.", func(p *token.Page, t, before *token.Token, j int) bool {
		return before.Sign() == token.Comma && opensAny(p, j, "وهو ما", "وهو الامر")
	}},
	{"occasion", "وقال إن السوق هادئة|، في إشارة إلى الأسعار.", func(p *token.Page, t, before *token.Token, j int) bool {
		return before.Sign() == token.Comma && opensAny(p, j, "وذلك", "في اشاره", "ردا علي", "تعليقا علي", "جوابا") || opensAny(p, j, "لقوله تعالي", "لقول الله")
	}},
	{"asked", "وأقر بأن السوق هادئة| حين سأله صحفي.", func(p *token.Page, t, before *token.Token, j int) bool {
		return (t.Fold() == "حين" || t.Fold() == "عندما" || t.Fold() == "حينما" || t.Fold() == "لما") && j+1 < p.EndOf(j) && asks(p.At(j+1).Fold())
	}},
	{"turn", "قال سالم: سنكمل العمل| أما المدير فقال: أنجزناه.", func(p *token.Page, t, before *token.Token, j int) bool {
		return (t.Fold() == "اما" || t.Fold() == "واما") && saysSo(p, j)
	}},
	{"judged", "وقال إن السوق هادئة|، وطالب بالصبر.", func(p *token.Page, t, before *token.Token, j int) bool {
		return isVerb(t, lex.Perfect) && t.Form().Class == lex.Judge && before.Sign() == token.Comma && t.Proclitic() == "و"
	}},
	{"said", "وقال إن السوق هادئة| وأضاف أن الحركة بطيئة.", func(p *token.Page, t, before *token.Token, j int) bool {
		return isVerb(t, lex.Perfect) && t.Form().Class == lex.Say && t.Proclitic() == "و" && (before.Sign() == token.Comma || cue.Governs(p, j))
	}},
	{"said besides", "وفيما قال إن السوق هادئة|، أكد أن الحركة بطيئة.", func(p *token.Page, t, before *token.Token, j int) bool {
		return isVerb(t, lex.Perfect) && t.Form().Class == lex.Say && t.Proclitic() != "و" && before.Sign() == token.Comma && cue.Governs(p, j)
	}},
}

// opensAny reports whether one of the phrases, of one word or two, stands at
// token j.
func opensAny(p *token.Page, j int, phrases ...string) bool {
	for _, words := range phrases {
		if first, _, _ := strings.Cut(words, " "); p.At(j).Fold() == first {
			if _, ok := p.Spells(j, words); ok {
				return true
			}
		}
	}
	return false
}

// asks reports whether a folded word begins as a verb of asking does.
func asks(fold string) bool {
	for _, stem := range []string{"سال", "سيل", "استوضح", "استفسر", "يسال", "تسال"} {
		if strings.HasPrefix(fold, stem) {
			return true
		}
	}
	return false
}

// saysSo reports whether «فقال» follows «أما» at token j, with who speaks between.
func saysSo(p *token.Page, j int) bool {
	const near = 10
	for i := j + 1; i < p.EndOf(j) && i <= j+near; i++ {
		t := p.At(i)
		if !t.IsWord() {
			return false
		}
		if t.IsVerb() && t.Proclitic() == "ف" {
			return true
		}
	}
	return false
}

func isVerb(t *token.Token, m lex.Mood) bool { return t.IsVerb() && t.Form().Mood == m }

// endedBy is the row by which a report ends before token j, -1 for none.
func (a *attributor) endedBy(j int) int {
	t, before := a.page.At(j), a.page.At(j-1)
	for n, r := range endRows {
		if r.when(a.page, t, before, j) {
			return n
		}
	}
	return -1
}

// trimmed drops signs at the clause's ends.
func (a *attributor) trimmed(c clause) clause {
	for c.from < c.to && !a.holds(c.from) {
		c.from++
	}
	for c.to > c.from && !a.holds(c.to-1) {
		c.to--
	}
	return c
}

func (a *attributor) holds(i int) bool {
	s := a.page.At(i).Sign()
	return s == token.NoSign || s == token.Number || s == token.Mark || s == token.Closing || s == token.OtherSign
}

func (a *attributor) bytes(c clause) model.Span {
	return model.Span{Start: a.page.SpanAt(c.from).Start, End: a.page.SpanAt(c.to - 1).End}
}
