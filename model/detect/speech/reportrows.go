package speech

import (
	"strings"

	lex "rawi/model/detect/lexicon"
)

// reportRow says whether a clause is reported where it holds; the first that
// does decides without a model. To a model each is a feature.
type reportRow struct {
	id, example string // what the row gives holds of the clause between the bars
	when        func(*report) bool
	gives       bool // it is reported
}

var reportRows = []reportRow{
	{"no report", "وقال قبل أن |يعود إلى بيته|.", func(r *report) bool {
		return r.sort == byThat && r.at > 0 && r.page.At(r.at-1).Is(lex.NoReport)
	}, false},
	{"inserted", "وقال الوزير، طالبا عدم ذكر اسمه، إن |السوق هادئة|.", (*report).isInserted, false},
	{"wish", "ورفض الوزير أن |يعود إلى بيته|.", func(r *report) bool { return r.cue >= 0 && r.cues[r.cue].Class == lex.Want }, false},
	{"condition", "وقال لهم عن الناجين إن |وجدوا ما يأكلون|.", (*report).isCondition, false},
	{"relayed", "ونقلت الوكالة عن الوزير قوله إن |السوق هادئة|.", func(r *report) bool {
		return r.cue >= 0 && r.cues[r.cue].Class == lex.Relay && r.at > 0 && r.page.At(r.at-1).Is(lex.Saying)
	}, false},
	{"words in marks", "وقال إن |الوزير «لن يعود إلى بيته»|.", (*report).isQuotation, false},
	{"only marks", "كما في الآية: |«إن مع العسر يسرا»|.", func(r *report) bool { return r.inside.words+r.inside.pairs < 2 }, false},
	{"goes on", "وقال إن السوق هادئة وأن |الحركة بطيئة|.", func(r *report) bool { return r.sort == byThat && r.before.thats > 0 }, false},
	{"other verb", "وقال الوزير الذي حضر يؤكد ما قاله قبل أن |يعود إلى بيته|.", func(r *report) bool { return r.before.verbs > 1 }, false},
	{"farther word", "وقال الوزير مضيفا أن |السوق هادئة|.", func(r *report) bool {
		return r.rank > 0 && !(&report{survey: r.survey, opening: r.opening, way: r.ways[r.rank-1]}).isInserted()
	}, false},
	{"headline", "# الوزير: |السوق هادئة|", func(r *report) bool {
		return r.page.InTitle(r.at) && r.headlineOf(r.page.BlockIndex(r.at)).after == r.start
	}, true},
	{"other headline", "# غزة.. |السوق هادئة|", func(r *report) bool { return r.page.InTitle(r.at) }, false},
	{"source", "|تراجعت الأسعار في السوق|، بحسب وزارة الزراعة.", (*report).hasSource, true},
	{"that", "وقال الوزير إن |السوق هادئة|.", func(r *report) bool { return r.sort == byThat && r.cue >= 0 }, true},
	{"colon", "وقال الوزير: |السوق هادئة اليوم|.", func(r *report) bool { return r.sort == byColon && r.cue >= 0 }, true},
	{"nothing", "وصل الوزير: |السوق هادئة|.", func(*report) bool { return true }, false},
}

// row is the first row that holds.
func (r *report) row() int {
	for n := range reportRows {
		if reportRows[n].when(r) {
			return n
		}
	}
	return len(reportRows) - 1 // which always holds
}

// isInserted reports whether the word of saying stands between commas before أن,
// and another one governs that.
func (r *report) isInserted() bool {
	return r.sort == byThat && r.cue >= 0 && r.cue != r.ways[len(r.ways)-1].cue && r.page.InsertionEnd(r.cues[r.cue].Token) == r.at-1
}

// isCondition reports whether إن means "if": a perfect follows it.
func (r *report) isCondition() bool {
	t := r.page.At(r.at)
	return r.sort == byThat && t.Fold() == "ان" && strings.HasPrefix(r.page.Written(t), "إن") && r.page.At(r.start).Is(lex.CommonVerb)
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
