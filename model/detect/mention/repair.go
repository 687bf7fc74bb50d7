package mention

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// What a tagger finds is put right where language leaves no choice: a name does not end
// with «عبد», nor with one mark of a pair.

// extent is a name that was found, with what stands at its end.
type extent struct {
	*describer
	Stretch
}

// last is the last token, next the one behind.
func (x extent) last() *token.Token { return x.page.At(x.To - 1) }
func (x extent) next() *token.Token { return x.page.At(x.To) }

// hasNext reports whether a word stands behind, in the same sentence.
func (x extent) hasNext() bool {
	return x.To < x.page.EndOf(x.From) && x.page.SameSentence(x.To, x.From) && x.next().IsWord()
}

// shift is how many tokens a name becomes longer, or shorter.
type shift int

// extentRows say where a name that was found, between the bars of each example, ends too
// early or too late.
var extentRows = rule.Table[extent, shift]{Name: "extent", Rows: []rule.Row[extent, shift]{
	{ID: "particle", Example: "وصلت |إيناس عبد| الدايم أمس.", When: extent.endsInParticle, Gives: 1},
	{ID: "hyphen", Example: "وصلت |ماري|-كلود أمس.", When: extent.isHyphenated, Gives: 2},
	{ID: "letters", Example: "ذكرت |شبكة إن| بي أن الطقس حار.", When: extent.endsInLetter, Gives: 1},
	{ID: "addressee", Example: "وقال مسؤول في |وزارة النقل للصحفيين| إن السوق هادئة.", When: extent.endsInAddressee, Gives: -1},
	{ID: "open mark", Example: "ذكرت |شبكة \"كرفان| ويف\" أن الطقس حار.", When: extent.hasOpenMark, Gives: 1},
	{ID: "before the report", Example: "وقال المدير |عمر سراج| أكبر إن السوق هادئة.", When: extent.endsBeforeLast, Gives: 1},
	{ID: "nationality", Example: "ذكرت |صحيفة كرفان التونسية| أن الطقس حار.", When: extent.endsInNationality, Gives: -1},
	{ID: "day before", Example: "وقال |مصدر أمني أول| أمس إن السوق هادئة.", When: extent.endsInDay, Gives: -1},
	{ID: "trade as family name", Example: "وقالت |ليان| القاضي إن السوق هادئة.", When: extent.hasTradeBehind, Gives: 1},
	{ID: "title", Example: "وصل رئيس |المجلس العسكري العقيد| سامي رزق.", When: extent.endsInTitle, Gives: -1},
}}

// repairName puts the ends of a name right.
func (d *describer) repairName(s Stretch, w *rule.Watch) Stretch {
	s = d.withoutNationality(d.withHyphenBefore(repair(d.page, s)))
	return d.repairEnd(s, w)
}

// noClass is the class of a description where rows ask for that of a name.
const noClass = -1

// repairDescription puts the end of a description right.
func (d *describer) repairDescription(s Stretch, w *rule.Watch) Stretch {
	s = repair(d.page, s)
	s.To = d.repairEnd(Stretch{s.From, s.To, noClass}, w).To
	return s
}

// repairEnd puts the end of a name or of a description right.
func (d *describer) repairEnd(s Stretch, w *rule.Watch) Stretch {
	const most = 8
	for range most {
		row := extentRows.First(w, extent{d, s}, s.From, s.To)
		if row < 0 {
			break
		}
		s.To += int(extentRows.Rows[row].Gives)
	}
	return s
}

// endsInParticle reports whether «عبد», «بن» or another particle ends a person's name that
// goes on.
func (x extent) endsInParticle() bool {
	const never = lex.Function | lex.TimeWord | lex.That | lex.ThatPronoun | lex.Verb
	if x.Class != int(model.Person) || !x.hasNext() {
		return false
	}
	last, next := x.last(), x.next()
	switch {
	case last.Fold() == "دي" && next.Fold() == "لا": // «دي لا توري»
		return true
	case next.Is(never) || next.Skip() > 0 || next.Letters() < 2:
		return false
	case last.Fold() == "لا":
		return x.To-x.From > 2 && x.page.At(x.To-2).Fold() == "دي"
	}
	return last.Bare() == "عبد" || last.Joins() && !last.Is(lex.GivenName)
}

// isHyphenated reports whether a hyphen without blanks goes on with a name.
func (x extent) isHyphenated() bool {
	end := x.page.EndOf(x.From)
	return x.To+1 < end && isHyphen(x.page, x.To) && x.page.At(x.To+1).IsWord() && x.Class == int(model.Person)
}

// withHyphenBefore takes in what a hyphen without blanks ties to a person's name.
func (d *describer) withHyphenBefore(s Stretch) Stretch {
	if s.Class == int(model.Person) && s.From >= d.page.BlockOf(s.From).From+2 && isHyphen(d.page, s.From-1) && d.page.At(s.From-2).IsWord() {
		s.From -= 2
	}
	return s
}

// withoutNationality leaves the adjective of a description out of the name behind it: «وزير
// الدفاع الكيني | آدن كاماو».
func (d *describer) withoutNationality(s Stretch) Stretch {
	if s.Class != int(model.Person) || s.To-s.From < 3 || s.From == d.page.BlockOf(s.From).From || d.at(s.From).sort != demonym {
		return s
	}
	if before := d.page.At(s.From - 1); before.IsDefinite() && before.IsWord() && !before.Is(lex.Verb) {
		s.From++
	}
	return s
}

// isHyphen reports whether token i is a hyphen with a letter on both sides.
func isHyphen(p *token.Page, i int) bool {
	at := p.SpanAt(i)
	switch p.Written(p.At(i)) {
	case "-", "‐", "‑":
		return i > 0 && i+1 < p.Len() && p.SpanAt(i-1).End == at.Start && p.SpanAt(i+1).Start == at.End
	}
	return false
}

// endsInLetter reports whether the name of a Latin letter ends a name, and another follows:
// «إن بي سي».
func (x extent) endsInLetter() bool {
	if x.Class != int(model.Organisation) || !x.isLetter(x.To-1) || !x.isLetter(x.To) {
		return false
	}
	return !x.next().Is(lex.Function|lex.That) || x.isLetter(x.To+1) // «سي إن إن إن ...»
}

func (x extent) isLetter(i int) bool {
	return i < x.page.EndOf(x.From) && latinLetters[x.page.Written(x.page.At(i))]
}

// latinLetters are the names of Latin letters, as they are written in names of bodies.
var latinLetters = map[string]bool{
	"إيه": true, "بي": true, "سي": true, "دي": true, "إي": true, "إف": true, "جي": true, "إتش": true, "اتش": true, "آي": true, "جيه": true,
	"كيه": true, "كي": true, "إل": true, "إم": true, "إن": true, "أو": true, "كيو": true, "آر": true, "إس": true, "تي": true, "يو": true,
	"في": true, "دبليو": true, "إكس": true, "واي": true, "زد": true,
}

// endsInAddressee reports whether a name or a description ends with those who were told:
// «للصحفيين», «لرويترز».
func (x extent) endsInAddressee() bool {
	const heads = lex.Role | lex.RolePlural | lex.Media
	last := x.last()
	if x.To-x.From < 2 || !strings.HasPrefix(last.Fold(), "ل") {
		return false
	}
	known := x.tokens[x.To-1].known
	if w := x.at(x.To - 1); x.Class == int(model.Person) && w.without != none && x.count(w.without) > 0 {
		return true // «سامي لكاماو», who is named elsewhere
	}
	told := last.Is(heads) || known != 0 && classOf(known) == int(model.Organisation)
	if last.Skip() == 0 && !strings.HasPrefix(last.Fold(), "لل") {
		return false
	}
	return told && (x.page.OpensReport(x.To) || x.saysBefore())
}

// saysBefore reports whether a verb of saying stands not far before.
func (x extent) saysBefore() bool {
	const far = 6
	for i := x.From - 1; i >= 0 && i >= x.From-far && x.page.SameSentence(i, x.From); i-- {
		if t := x.page.At(i); t.Is(lex.Verb) && !t.IsDefinite() {
			return true
		}
	}
	return false
}

// hasOpenMark reports whether a mark within the name is closed a few words behind it.
func (x extent) hasOpenMark() bool {
	const near = 4
	marks := 0
	for i := x.From; i < x.To; i++ {
		marks += learn.Bit(x.page.At(i).Sign() == token.Mark)
	}
	if marks%2 == 0 {
		return false
	}
	for i := x.To; i < min(x.To+near, x.page.EndOf(x.From)); i++ {
		switch t := x.page.At(i); {
		case t.Sign() == token.Mark:
			return true
		case !t.IsWord():
			return false
		}
	}
	return false
}

// endsBeforeLast reports whether one word stands between a person's full name and «إن»: be
// it a common one, nothing but a name can stand there.
func (x extent) endsBeforeLast() bool {
	if x.Class != int(model.Person) || x.To-x.From < 2 || !x.hasNext() || x.To+1 >= x.page.EndOf(x.From) || !x.page.OpensThat(x.To+1) {
		return false
	}
	return mayEndName(x.next()) && !strings.ContainsAny(x.page.Written(x.next()), "ًٌٍ")
}

// mayEndName reports whether a word, whatever else it means, may be the last of a name: no
// adverb, and nothing is written onto it.
func mayEndName(t *token.Token) bool {
	const never = notBeforeReport | lex.Verb | lex.Saying | lex.WordsOf
	if t.IsDefinite() || t.Skip() > 0 || t.Is(never) || t.EndsInPronoun() || t.IsLatin() || t.Letters() < 2 {
		return false
	}
	return !token.LooksPrefixed(t.Fold()) && !strings.HasSuffix(t.Fold(), "ا")
}

// endsInNationality reports whether the adjective of a state follows the proper name of a
// body, behind a noun without the article: it only tells which.
func (x extent) endsInNationality() bool {
	const least = 3
	if x.Class != int(model.Organisation) || x.To-x.From < least || x.at(x.To-1).sort != demonym || x.page.At(x.From).IsDefinite() {
		return false
	}
	if head := headOf(x.page.At(x.From)); head != mediaHead && head != bodyHead {
		return false
	}
	switch before := x.at(x.To - 2).sort; before {
	case unknown, latin, given, markSign:
		return true
	default:
		return before == common && x.tokens[x.To-2].known != 0
	}
}

// endsInDay reports whether «أول» of «أول أمس» ends it.
func (x extent) endsInDay() bool {
	return x.To-x.From > 1 && x.last().Fold() == "اول" && x.hasNext() && x.next().Is(lex.TimeWord)
}

// hasTradeBehind reports whether a given name is followed by a family name that is a trade
// too, right before the report.
func (x extent) hasTradeBehind() bool {
	if x.Class != int(model.Person) || x.To-x.From > 1 || !x.hasNext() || !x.last().Is(lex.GivenName) {
		return false
	}
	next := x.next()
	return next.IsDefinite() && next.Skip() == 0 && next.Is(lex.Role) && x.opensReport(x.To+1)
}

// opensReport reports whether the report opens at token i, or behind a preposition there:
// «حذرت من أن».
func (x extent) opensReport(i int) bool {
	end := x.page.EndOf(x.From)
	return i < end && (x.page.OpensReport(i) || x.page.At(i).Is(lex.Function) && i+1 < end && x.page.OpensThat(i+1))
}

// endsInTitle reports whether somebody's title ends the name of a body, and his name follows.
func (x extent) endsInTitle() bool {
	const least = 2
	last := x.last()
	if x.Class != int(model.Organisation) || x.To-x.From < least || !x.hasNext() || !last.IsDefinite() || !last.Is(lex.Role|lex.Courtesy) {
		return false
	}
	return x.next().Is(lex.GivenName|lex.NameStart) && !x.next().IsDefinite()
}

// keepFirstLetters gives a name its first letter back that was taken for a proclitic, where
// another name of the page has the whole word behind its first: «كامر» of «ألفريد كامر»; and
// where it would mean "like" behind a verb or a title: «قالت كلوي».
func (c *chooser) keepFirstLetters() {
	p := c.rules.page
	later := map[string]bool{}
	for _, m := range c.found.all() {
		for i := m.From + 1; m.Form == model.NameForm && m.Kind == model.Person && i < m.To; i++ {
			later[p.At(i).Fold()] = true
		}
	}
	for id, m := range c.found.all() {
		if m.Form == model.NameForm && m.Kind == model.Person && m.Skip > 0 && (later[p.At(m.From).Fold()] || c.hasNoRoomForLike(m)) {
			c.found.change(id, func(m *Mention) { m.Skip = 0 })
		}
	}
}

// hasNoRoomForLike reports whether «ك» begins a name right behind a verb of saying or a title.
func (c *chooser) hasNoRoomForLike(m Mention) bool {
	p := c.rules.page
	if m.From == 0 || !p.SameSentence(m.From-1, m.From) || c.found.Proclitic(m) != "ك" {
		return false
	}
	before := p.At(m.From - 1)
	if before.Is(lex.Verb) && !before.IsDefinite() || before.Is(lex.Role|lex.Courtesy) {
		return true
	}
	_, rest := cutProclitic(p.At(m.From).Fold())
	return before.IsDefinite() && before.IsWord() && !p.Lexicon().Word(rest).Has(lex.GivenName) // «مدربة الضيوف كلوي مارتن»
}

// repair takes a mark in or leaves it out, so that a name has both of a pair or
// none, and leaves out signs at its end.
func repair(p *token.Page, s Stretch) Stretch {
	isMark := func(i int) bool { return p.At(i).Sign() == token.Mark }
	count := 0
	for i := s.From; i < s.To; i++ {
		count += learn.Bit(isMark(i))
	}
	switch {
	case count%2 == 0:
	case isMark(s.To - 1):
		s.To--
	case isMark(s.From):
		s.From++
	case s.To < p.EndOf(s.From) && isMark(s.To):
		s.To++
	}
	for s.To > s.From+1 && endsNoName(p, s.To-1) {
		s.To--
	}
	for s.To > s.From+1 && p.At(s.From).Sign() == token.OtherSign { // a dash, a bullet
		s.From++
	}
	if s.To-s.From > 2 && isMark(s.From) && isMark(s.To-1) {
		s.From, s.To = s.From+1, s.To-1
	}
	return s
}

// endsNoName reports whether token i is a sign that ends no name, or letters that
// belong to the word behind them: «شركة و».
func endsNoName(p *token.Page, i int) bool {
	t := p.At(i)
	return p.IsProclitic(i) || !t.IsWord() && t.Sign() != token.Mark && t.Sign() != token.Number
}
