package speech

import (
	"slices"
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// pair is two marks with what the choice of their kind asks about most.
type pair struct {
	*attributor
	marks.Pair
	length    int // words and numbers between the marks
	before    int // the last word before the marks in their sentence, -1 for none
	governing int // the cue that governs the pair, -1 for none
}

func (a *attributor) pairOf(q marks.Pair, governing int) *pair {
	return &pair{a, q, a.wordCount(q), a.page.WordBefore(q.Open), governing}
}

// kindIs is what a pair of marks holds.
type kindIs struct {
	model.QuoteKind
	sure bool // whatever is learned: of these kinds too few are annotated
}

// kindRows say what a pair of marks holds: the first marks of each example. The first that holds
// decides without a model; to a model each is a feature.
var kindRows = rule.Table[*pair, kindIs]{Name: "kind", Rows: []rule.Row[*pair, kindIs]{
	{ID: "entitled", Example: "ألقى محاضرة بعنوان «كيف نقرأ».", When: (*pair).isEntitled, Gives: kindIs{model.WorkTitle, false}},
	{ID: "own words", Example: "الاتفاق «ولد ميتا» على حد قول النائبة.", When: (*pair).isInOwnWords, Gives: kindIs{model.Speech, true}},
	{ID: "known as", Example: "نظم ما يعرف بـ«مجلس شباب الضفاف» مسيرة.", When: func(q *pair) bool { return q.isNamedSo() && q.isBody() }, Gives: kindIs{model.WorkTitle, true}},
	{ID: "named so", Example: "هاجم ما يسمى «جيش الظل».", When: func(q *pair) bool { return q.isNamedSo() && q.isDistant() }, Gives: kindIs{model.Scare, true}},
	{ID: "named", Example: "قتل القائد الملقب بـ«الصقر».", When: (*pair).isNamedSo, Gives: kindIs{model.Scare, false}},
	{ID: "latin", Example: "شاهد «Jurassic Park».", When: (*pair).isLatin, Gives: kindIs{model.WorkTitle, false}},
	{ID: "number", Example: "حمل القميص «10».", When: func(q *pair) bool { return q.length == 1 && q.onlyNumbers() }, Gives: kindIs{model.Other, true}},
	{ID: "age", Example: "قتل طفل «12 عاما».", When: func(q *pair) bool { return q.length == 2 && q.page.HasAge(q.Open) }, Gives: kindIs{model.Other, true}},
	{ID: "name", Example: "وصل «محمد بن سلمان».", When: (*pair).isMention, Gives: kindIs{model.WorkTitle, false}},
	{ID: "head noun", Example: "قرأ رواية «ظل وضوء» مرتين.", When: (*pair).followsHead, Gives: kindIs{model.WorkTitle, false}},
	{ID: "addressed", Example: "وقال لـ«النهر» إنه عائد.", When: (*pair).isAddressed, Gives: kindIs{model.WorkTitle, false}},
	{ID: "apposed", Example: "وصلت المركبة «نيوهورايزونز».", When: (*pair).isApposed, Gives: kindIs{model.WorkTitle, false}},
	{ID: "glossed", Example: "يبيع «ريشايب» (ReShape).", When: func(q *pair) bool { return q.length <= 4 && q.isGlossed() }, Gives: kindIs{model.WorkTitle, false}},
	{ID: "scripture", Example: "كما في الآية: «إن مع العسر يسرا».", When: (*pair).isScripture, Gives: kindIs{model.Other, true}},
	{ID: "gloss", Example: "استخدم كلمة «نعم».", When: (*pair).isGloss, Gives: kindIs{model.Other, true}},
	{ID: "adjective", Example: "وقع الخلاف بين الدول «المصدرة» للنفط.", When: (*pair).isAdjective, Gives: kindIs{model.Scare, true}},
	{ID: "governed", Example: "وقال: «لن نعود».", When: func(q *pair) bool { return q.governing >= 0 }, Gives: kindIs{model.Speech, false}},
	{ID: "long", Example: "«لن نعود إلى ما كنا عليه قبل هذه الحرب».", When: func(q *pair) bool { return q.length > 7 }, Gives: kindIs{model.Speech, false}},
	{ID: "short", Example: "سمعنا عن «الإصلاح».", When: func(*pair) bool { return true }, Gives: kindIs{model.Scare, false}},
}}

// scriptureRow is where the row of that name is.
var scriptureRow = slices.IndexFunc(kindRows.Names(), func(id rule.ID) bool { return id.Row == "scripture" })

// row is the first row that holds; the marks of scripture hold nothing else.
func (q *pair) row() int {
	if q.isVerse() {
		return scriptureRow
	}
	if n := kindRows.First(q.watch, q, q.Open, q.Close+1); n >= 0 {
		return n
	}
	return len(kindRows.Rows) - 1 // which always holds
}

func (a *attributor) wordCount(q marks.Pair) int {
	n := 0
	for i := q.Open + 1; i < q.Close; i++ {
		if a.page.At(i).IsWord() || a.page.At(i).Sign() == token.Number {
			n++
		}
	}
	return n
}

func (q *pair) onlyNumbers() bool {
	return q.page.At(q.Open+1).Sign() == token.Number && q.length <= 6
}

func (q *pair) isEntitled() bool {
	return q.before >= 0 && q.before == q.Open-1 && q.page.At(q.before).Is(lex.Entitled) && q.length <= 25
}

func (q *pair) isNamedSo() bool {
	return q.length <= 4 && q.page.EndsNaming(q.before) && !q.isKnownName()
}

// isInOwnWords reports whether «على حد قول» follows the marks.
func (q *pair) isInOwnWords() bool {
	return q.Close+2 < q.page.EndOf(q.Open) && q.page.At(q.Close+1).Fold() == "علي" && q.page.At(q.Close+2).Fold() == "حد"
}

// isAdjective reports whether one word with the article stands between the marks
// that describes the noun before them, and nobody says so.
func (q *pair) isAdjective() bool {
	if q.length != 1 || q.governing >= 0 || q.before < 0 || q.before != q.Open-1 {
		return false
	}
	noun, t := q.page.At(q.before), q.page.At(q.Open+1)
	return noun.IsDefinite() && t.IsDefinite() && t.Skip() == 0 && q.page.Agrees(noun.Bare(), t.Bare()) && !q.found.Covers(q.Open+1) && !q.page.InTitle(q.Open)
}

// isBody reports whether the name of a body of three words or more stands between
// the marks.
func (q *pair) isBody() bool {
	return q.length > 2 && q.page.At(q.Open+1).Is(lex.BodyHead)
}

// isDistant reports whether the naming formula says that another calls it so: «ما
// يسمى», «من سماهم», not «المعروف بـ».
func (q *pair) isDistant() bool {
	for i := q.before; i >= 0 && i >= q.before-1; i-- {
		switch f := q.page.At(i).Fold(); {
		case !q.page.At(i).Is(lex.Naming), i > 0 && q.page.At(i-1).Is(lex.BodyHead): // «جماعة تسمى»
		case strings.Contains(f, "سم") && f != "باسم" && f != "اسم", strings.Contains(f, "وصف"), strings.Contains(f, "يصف"), strings.Contains(f, "تصف"), strings.Contains(f, "راه"):
			return true
		}
	}
	return false
}

// isVerse reports whether the marks are those of scripture.
func (q *pair) isVerse() bool {
	return strings.ContainsAny(q.page.Written(q.page.At(q.Open)), "﴿﴾")
}

// isScripture reports whether the marks are those of scripture, or «تعالى» and the like
// introduces them.
func (q *pair) isScripture() bool {
	return q.isVerse() ||
		q.before >= 0 && q.page.At(q.before).Is(lex.Scripture) ||
		q.Open > 1 && q.page.At(q.Open-1).Sign() == token.Colon && q.page.At(q.Open-2).Is(lex.Scripture)
}

func (q *pair) isGloss() bool {
	return q.before >= 0 && q.page.At(q.before).Is(lex.Gloss) && !q.page.At(q.before).IsDefinite() && q.length <= 6
}
