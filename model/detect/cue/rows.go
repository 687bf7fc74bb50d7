package cue

import (
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// Sort is what sort of cue a word is.
type Sort uint8

// The sorts of cues.
const (
	NoCue  Sort = iota
	Source      // «بحسب»
	Noun        // «قوله»
	Verb
)

// String is the sort in a word.
func (s Sort) String() string { return [...]string{"no cue", "source", "noun", "verb"}[s] }

// word is one of the page, outside quotations.
type word struct {
	*token.Page
	i int
}

func (w word) token() *token.Token { return w.At(w.i) }

// back is the folded word so many tokens before; "" outside the page.
func (w word) back(n int) string { return w.FoldAt(w.i - n) }

// rows say which words report; a word of which none holds does not.
var rows = rule.Table[word, Sort]{Name: "cue", Rows: []rule.Row[word, Sort]{
	{ID: "impersonal", Example: "|يذكر| أن المصنع قديم.", When: word.isImpersonal},
	{ID: "denied", Example: "لم |تذكر| الشرطة سببا.", When: word.isNegated},
	{ID: "between", Example: "وقع الخلاف |بين| الجيران.", When: word.isPreposition},
	{ID: "lacking", Example: "وصلوا |عبر| الحدود.", When: word.lacks},
	{ID: "governed", Example: "من دون |طلب| الإذن.", When: word.isGoverned},
	{ID: "came in", Example: "|جاء| في البيان أن السوق هادئة.", Gives: Noun, When: func(w word) bool {
		return w.comes() && w.FoldAt(w.i+1) == "في" && w.i+2 < w.EndOf(w.i) && w.At(w.i+2).Is(lex.WordsOf)
	}},
	{ID: "came", Example: "|جاء| الوزير أمس.", When: word.comes},
	{ID: "source", Example: "السوق هادئة |بحسب| الوزير.", Gives: Source, When: func(w word) bool { return w.token().Is(lex.According) }},
	{ID: "as put by", Example: "السوق هادئة على حد |وصف| النائبة.", Gives: Source, When: func(w word) bool {
		return w.back(1) == "حد" && w.back(2) == "علي" && !w.token().Is(lex.Saying)
	}},
	{ID: "noun", Example: "ختم كلمته |بقوله| إن السوق هادئة.", Gives: Noun, When: func(w word) bool {
		t := w.token()
		verb := t.Is(lex.Verb) && t.Form().Mood == lex.Perfect && w.i > 0 && w.back(1) != "حد"
		return t.Is(lex.Saying) && !verb
	}},
	{ID: "doubtful", Example: "وقد |كتب| الرسالة أمس.", When: func(w word) bool {
		return w.isVerb() && w.token().Form().Class == lex.Weak && w.token().Fold() != "بين" && !Governs(w.Page, w.i)
	}},
	{ID: "verb", Example: "|قال| الوزير إن السوق هادئة.", Gives: Verb, When: word.isVerb},
}}

// RowNames are the names of the rows.
func RowNames() []rule.ID { return rows.Names() }

// isVerb reports whether the word is a verb of saying, not of naming.
func (w word) isVerb() bool { return w.token().Is(lex.Verb) && w.token().Form().Class != lex.NameVerb }

// comes reports whether the word is «جاء» or «ورد».
func (w word) comes() bool { return w.token().Bare() == "جا" || w.token().Bare() == "ورد" }
