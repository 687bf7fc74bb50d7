package speech

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
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

// kindRow says what a pair of marks holds where it holds; the first that does
// decides without a model. To a model each is a feature.
type kindRow struct {
	id, example string // the first marks of the example hold what the row gives
	when        func(*pair) bool
	gives       model.QuoteKind
	sure        bool // whatever is learned: of these kinds too few are annotated
}

var kindRows = []kindRow{
	{"entitled", "ألقى محاضرة بعنوان «كيف نقرأ».", (*pair).isEntitled, model.WorkTitle, false},
	{"own words", "الاتفاق «ولد ميتا» على حد قول النائبة.", (*pair).isInOwnWords, model.Speech, true},
	{"known as", "نظم ما يعرف بـ«مجلس شباب الضفاف» مسيرة.", func(q *pair) bool { return q.isNamedSo() && q.isBody() }, model.WorkTitle, true},
	{"named so", "هاجم ما يسمى «جيش الظل».", func(q *pair) bool { return q.isNamedSo() && q.isDistant() }, model.Scare, true},
	{"named", "قتل القائد الملقب بـ«الصقر».", (*pair).isNamedSo, model.Scare, false},
	{"latin", "شاهد «Jurassic Park».", (*pair).isLatin, model.WorkTitle, false},
	{"number", "حمل القميص «10».", func(q *pair) bool { return q.length == 1 && q.onlyNumbers() }, model.Other, true},
	{"age", "قتل طفل «12 عاما».", func(q *pair) bool { return q.length == 2 && q.page.HasAge(q.Open) }, model.Other, true},
	{"numbered", "انطلقت «خليجي 23».", func(q *pair) bool { return q.governing < 0 && q.length <= 3 && q.isNumbered() }, model.WorkTitle, false},
	{"name", "وصل «محمد بن سلمان».", (*pair).isMention, model.WorkTitle, false},
	{"head noun", "قرأ رواية «ظل وضوء» مرتين.", (*pair).followsHead, model.WorkTitle, false},
	{"addressed", "وقال لـ«النهر» إنه عائد.", (*pair).isAddressed, model.WorkTitle, false},
	{"subject", "وقال «المرساة» إنه عائد.", (*pair).isSubject, model.WorkTitle, false},
	{"apposed", "وصلت المركبة «نيوهورايزونز».", (*pair).isApposed, model.WorkTitle, false},
	{"glossed", "يبيع «ريشايب» (ReShape).", func(q *pair) bool { return q.length <= 4 && q.isGlossed() }, model.WorkTitle, false},
	{"dated", "قدم «الأرض» (1970).", func(q *pair) bool { return q.length <= 8 && q.isDated() }, model.WorkTitle, false},
	{"defined", "«السد» رواية جديدة.", func(q *pair) bool { return q.length <= 8 && q.isDefined() }, model.WorkTitle, false},
	{"scripture", "كما في الآية: «إن مع العسر يسرا».", (*pair).isScripture, model.Other, true},
	{"gloss", "استخدم كلمة «نعم».", (*pair).isGloss, model.Other, true},
	{"adjective", "وقع الخلاف بين الدول «المصدرة» للنفط.", (*pair).isAdjective, model.Scare, true},
	{"governed", "وقال: «لن نعود».", func(q *pair) bool { return q.governing >= 0 }, model.Speech, false},
	{"numbers", "ظهرت «10 و20».", (*pair).onlyNumbers, model.Other, false},
	{"long", "«لن نعود إلى ما كنا عليه قبل هذه الحرب».", func(q *pair) bool { return q.length > 7 }, model.Speech, false},
	{"short", "سمعنا عن «الإصلاح».", func(*pair) bool { return true }, model.Scare, false},
}

// row is the first row that holds.
func (q *pair) row() int {
	for n := range kindRows {
		if kindRows[n].when(q) {
			return n
		}
	}
	return len(kindRows) - 1 // which always holds
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

// isNumbered reports whether a number ends the words between the marks:
// «خليجي 23».
func (q *pair) isNumbered() bool {
	first := q.page.At(q.Open + 1)
	return q.page.At(q.Close-1).Sign() == token.Number && first.IsWord() && !first.Is(lex.Common)
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

func (q *pair) isScripture() bool {
	return q.before >= 0 && q.page.At(q.before).Is(lex.Scripture) ||
		q.Open > 1 && q.page.At(q.Open-1).Sign() == token.Colon && q.page.At(q.Open-2).Is(lex.Scripture)
}

func (q *pair) isGloss() bool {
	return q.before >= 0 && q.page.At(q.before).Is(lex.Gloss) && !q.page.At(q.before).IsDefinite() && q.length <= 6
}
