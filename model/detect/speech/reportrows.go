package speech

import (
	"strings"

	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// reportRow says whether a clause is reported where it holds; the first that
// does decides without a model. To a model each is a feature.
type reportRow struct {
	id, example string // what the row gives holds of the clause between the bars
	when        func(*report) bool
	gives       bool // it is reported
	sure        bool // whatever is learned: of such clauses too few are annotated
}

var reportRows = []reportRow{
	{"must", "وقال يجب أن |يعود إلى بيته|.", func(r *report) bool {
		return r.sort == byThat && r.cue >= 0 && r.cues[r.cue].Token == r.at-2 && r.page.At(r.at-1).Is(lex.NoReport) && strings.HasPrefix(r.page.At(r.at-1).Fold(), "ي")
	}, true, true},
	{"place and topic", "# غزة: |افتتاح معرض الكتاب|", (*report).isPlaceAndTopic, false, true},
	{"no report", "وقال قبل أن |يعود إلى بيته|.", func(r *report) bool {
		return r.sort == byThat && r.at > 0 && r.page.At(r.at-1).Is(lex.NoReport)
	}, false, false},
	{"inserted", "وقال الوزير، طالبا عدم ذكر اسمه، إن |السوق هادئة|.", (*report).isInserted, false, false},
	{"wish", "ورفض الوزير أن |يعود إلى بيته|.", func(r *report) bool { return r.cue >= 0 && r.cues[r.cue].Class == lex.Want }, false, false},
	{"condition", "وقال لهم عن الناجين إن |وجدوا ما يأكلون|.", (*report).isCondition, false, true},
	{"relayed", "ونقلت الوكالة عن الوزير قوله إن |السوق هادئة|.", func(r *report) bool {
		return r.cue >= 0 && r.cues[r.cue].Class == lex.Relay && r.at > 0 && r.page.At(r.at-1).Is(lex.Saying)
	}, false, false},
	{"whose words", "|الاتفاق «ولد ميتا»| على حد قول النائبة.", func(r *report) bool {
		return r.sort == bySourceBehind && r.at > 0 && r.page.At(r.at-1).Fold() == "حد" && r.inside.spoken > 0 && r.inside.leadFinite == 0
	}, false, true},
	{"words in marks", "وقال إن |الوزير «لن يعود إلى بيته»|.", (*report).isQuotation, false, false},
	{"only marks", "كما في الآية: |«إن مع العسر يسرا»|.", func(r *report) bool { return r.inside.words+r.inside.pairs < 2 }, false, true},
	{"goes on", "وقال إن السوق هادئة وأن |الحركة بطيئة|.", func(r *report) bool { return r.sort == byThat && r.before.thats > 0 }, false, false},
	{"other verb", "وقال الوزير يؤكد ما ينفيه ويكرر أن |السوق هادئة|.", func(r *report) bool { return r.before.verbs > 1 }, false, false},
	{"farther word", "وقال الوزير مضيفا أن |السوق هادئة|.", func(r *report) bool {
		return r.rank > 0 && r.sort <= byQuestion && !(&report{survey: r.survey, opening: r.opening, way: r.ways[r.rank-1]}).isInserted()
	}, false, false},
	{"headline", "# وزير الصحة سامي رزق: |السوق هادئة|", func(r *report) bool {
		return r.page.InTitle(r.at) && r.headlineOf(r.page.BlockIndex(r.at)).after == r.start
	}, true, false},
	{"other headline", "# سوق الخضار.. |الأسعار ترتفع|", func(r *report) bool { return r.page.InTitle(r.at) }, false, false},
	{"source", "|تراجعت الأسعار في السوق|، بحسب وزارة الزراعة.", (*report).hasSource, true, false},
	{"that", "وقال الوزير إن |السوق هادئة|.", func(r *report) bool { return r.sort == byThat && r.cue >= 0 }, true, false},
	{"colon", "وقال الوزير: |السوق هادئة اليوم|.", func(r *report) bool { return r.sort == byColon && r.cue >= 0 }, true, false},
	{"plain words", "وتقول الجارة ليلى |لا نجد الخبز في السوق|.", (*report).isPlain, true, false},
	{"nothing", "وصل الوزير: |السوق هادئة|.", func(*report) bool { return true }, false, false},
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
