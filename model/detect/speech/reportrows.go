package speech

import (
	"strings"

	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// reported says whether a clause is.
type reported struct {
	is   bool
	sure bool // whatever is learned: of such clauses too few are annotated
}

// String is the same in words.
func (r reported) String() string {
	if r.is {
		return "reported"
	}
	return "not reported"
}

// reportRows say whether a clause is reported: that between the bars of each example. The first
// that holds decides without a model; to a model each is a feature.
var reportRows = rule.Table[*report, reported]{Name: "report", Rows: []rule.Row[*report, reported]{
	{ID: "must", Example: "وقال يجب أن |يعود إلى بيته|.", Gives: reported{true, true}, When: func(r *report) bool {
		return r.sort == byThat && r.cue >= 0 && r.cues[r.cue].Token == r.at-2 && r.page.At(r.at-1).Is(lex.NoReport) && strings.HasPrefix(r.page.At(r.at-1).Fold(), "ي")
	}},
	{ID: "place and topic", Example: "# غزة: |افتتاح معرض الكتاب|", When: (*report).isPlaceAndTopic, Gives: reported{false, true}},
	{ID: "no report", Example: "وقال قبل أن |يعود إلى بيته|.", Gives: reported{false, false}, When: func(r *report) bool {
		return r.sort == byThat && r.at > 0 && r.page.At(r.at-1).Is(lex.NoReport)
	}},
	{ID: "inserted", Example: "وقال الوزير، طالبا عدم ذكر اسمه، إن |السوق هادئة|.", When: (*report).isInserted, Gives: reported{false, false}},
	{ID: "condition", Example: "وقال لهم عن الناجين إن |وجدوا ما يأكلون|.", When: (*report).isCondition, Gives: reported{false, true}},
	{ID: "whose words", Example: "|الاتفاق «ولد ميتا»| على حد قول النائبة.", Gives: reported{false, true}, When: func(r *report) bool {
		return r.sort == bySourceBehind && r.at > 0 && r.page.At(r.at-1).Fold() == "حد" && r.inside.spoken > 0 && r.inside.leadFinite == 0
	}},
	{ID: "words in marks", Example: "وقال إن |الوزير «لن يعود إلى بيته»|.", When: (*report).isQuotation, Gives: reported{false, false}},
	{ID: "only marks", Example: "كما في الآية: |«إن مع العسر يسرا»|.", When: func(r *report) bool { return r.turn == nil && r.inside.words+r.inside.pairs < 2 }, Gives: reported{false, true}},
	{ID: "goes on", Example: "وقال إن السوق هادئة وأن |الحركة بطيئة|.", When: func(r *report) bool { return r.sort == byThat && r.before.thats > 0 }, Gives: reported{false, false}},
	{ID: "headline", Example: "# وزير الصحة سامي رزق: |السوق هادئة|", Gives: reported{true, false}, When: func(r *report) bool {
		return r.page.InTitle(r.at) && r.headlineOf(r.page.BlockIndex(r.at)).after == r.start
	}},
	{ID: "other headline", Example: "# سوق الخضار.. |الأسعار ترتفع|", When: func(r *report) bool { return r.page.InTitle(r.at) }, Gives: reported{false, false}},
	{ID: "source", Example: "|تراجعت الأسعار في السوق|، بحسب وزارة الزراعة.", When: (*report).hasSource, Gives: reported{true, false}},
	{ID: "that", Example: "وقال الوزير إن |السوق هادئة|.", When: func(r *report) bool { return r.sort == byThat && r.cue >= 0 }, Gives: reported{true, false}},
	{ID: "colon", Example: "وقال الوزير: |السوق هادئة اليوم|.", When: func(r *report) bool { return r.sort == byColon && r.cue >= 0 }, Gives: reported{true, false}},
	{ID: "plain words", Example: "وتقول الجارة ليلى |لا نجد الخبز في السوق|.", When: (*report).isPlain, Gives: reported{true, false}},
	{ID: "turn", Example: "النهر: متى ينتهي العمل؟\nسامي رزق: |قبل نهاية العام. السوق هادئة|\nالنهر: وما الكلفة الآن؟", When: func(r *report) bool { return r.sort == byTurn }, Gives: reported{true, true}},
	{ID: "nothing", Example: "وصل الوزير: |السوق هادئة|.", When: func(*report) bool { return true }, Gives: reported{false, false}},
}}

// row is the first row that holds.
func (r *report) row() int {
	if n := reportRows.First(r.watch, r, r.at, r.at+1); n >= 0 {
		return n
	}
	return len(reportRows.Rows) - 1 // which always holds
}

// isInserted reports whether the word of saying stands between commas before أن,
// and another one governs that.
func (r *report) isInserted() bool {
	return r.sort == byThat && r.cue >= 0 && r.cue != r.ways[len(r.ways)-1].cue && r.page.InsertionEnd(r.cues[r.cue].Token) == r.at-1
}

// isPlaceAndTopic reports whether a headline says where something happens that it
// names without a verb.
func (r *report) isPlaceAndTopic() bool {
	first := r.page.At(r.start)
	verbs := r.inside.finite
	if first.LooksFinite() && token.IsMasdar(first.Bare(), r.page.Written(first)) {
		verbs-- // «تأجيل»
	}
	if r.sort != byColon || r.cue >= 0 || !r.page.InTitle(r.at) || verbs > 0 || first.Is(lex.Function|lex.Verb|lex.CommonVerb) {
		return false
	}
	id, ok := r.startingAt(r.firstWord(r.page.BlockOf(r.at)))
	return ok && r.found.Mention(id).To == r.at && !r.speaks(id)
}

// firstWord is the first word of a block: «- هانز مولر: ...».
func (a *attributor) firstWord(b token.Block) int {
	i := b.From
	for i < b.To-1 && !a.page.At(i).IsWord() {
		i++
	}
	return i
}

// openers begin a sentence, and seldom go on with a phrase.
var openers = map[string]bool{
	"لا": true, "لن": true, "لم": true, "ليس": true, "ليست": true, "هناك": true, "نحن": true, "انا": true, "هذا": true, "هذه": true,
	"لدينا": true, "عندنا": true, "كنا": true, "كنت": true, "علينا": true, "يجب": true, "اذا": true, "لو": true,
}

// isPlain reports whether words that begin a sentence follow the verb of saying, or
// its subject.
func (r *report) isPlain() bool {
	if r.sort != byNothing || r.inside.words < 3 || r.cues[r.cue].Class != lex.Say || r.cues[r.cue].Mood > lex.Imperfect {
		return false
	}
	t := r.page.At(r.start)
	return openers[t.Fold()]
}

// isCondition reports whether إن means "if": a perfect in the plural follows it.
func (r *report) isCondition() bool {
	t := r.page.At(r.at)
	return r.sort == byThat && t.Fold() == "ان" && strings.HasPrefix(r.page.Written(t), "إن") && r.page.At(r.start).Is(lex.CommonVerb) && strings.HasSuffix(r.page.At(r.start).Fold(), "وا")
}

// isQuotation reports whether no more than a subject stands before the marks
// that hold the words of a speaker.
func (r *report) isQuotation() bool {
	finite := r.inside.leadFinite > 0 || r.page.At(r.at).Is(lex.ThatPronoun)
	return r.inside.spoken > 0 && (r.inside.lead <= 2 || !finite)
}

// hasSource reports whether somebody is named as the source of all of the
// sentence, in which nothing else reports.
func (r *report) hasSource() bool {
	if r.sort != bySourceBehind && r.sort != bySourceBefore || r.rank > 0 || r.inside.pairs > 0 || r.inside.words < 3 {
		return false
	}
	s := r.sources[r.cue]
	return s.Party >= 0 && s.Mention >= 0 && (r.cue == 0 || !r.page.SameSentence(r.cues[r.cue-1].Token, r.at))
}
