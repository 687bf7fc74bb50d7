package party

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// headOf is the head noun of a description, without the article and in the
// form that links plural to singular.
func (c *linker) headOf(i int) string { return headNoun(c.page.At(i)) }

// synonyms are heads of descriptions that name one office.
var synonyms = map[string]string{"عاهل": "ملك", "ناطق": "متحدث", "مسيول": "مسوول"}

func (c *linker) addDescription(head string, p int, stems []string) {
	c.byHead[head] = append(c.byHead[head], description{p, stems})
}

// linkRole gives a description to the name beside it, to the party that was
// introduced under it, or to a party of its own.
func (c *linker) linkRole(id int) {
	m := c.found.Mention(id)
	head, stems := c.headOf(m.From), c.stems(m)
	switch {
	case m.Form == model.Apposition:
		if p := c.partyOf(m.Of); p >= 0 {
			c.join(id, p)
			c.addDescription(head, p, stems)
		}
	case m.Form == model.Nominal:
		if p := c.describedAs(head, nil); p >= 0 {
			c.join(id, p)
		} else if m.Subject {
			c.addDescription(head, c.newParty(id, c.nameWords(m)), nil) // «وأضاف المسؤول»
		}
	default:
		c.linkPhrase(id, m, head, stems)
	}
}

// linkPhrase gives a description that stands alone to the party that was introduced
// under it, or to one of its own.
func (c *linker) linkPhrase(id int, m mention.Mention, head string, stems []string) {
	p := c.describedAs(head, stems)
	if p < 0 && m.From+1 < m.To && c.page.At(m.From).IsDefinite() && c.page.At(m.From+1).Fold() == "في" {
		p = c.describedAs(head, nil) // «الوزيرة في البرلمان»
	}
	if p >= 0 && len(stems) == 0 && c.parties.list[p].Kind == model.Organisation {
		c.parties.forms[id] = model.Nominal // «الحكومة» after «الحكومة الإسرائيلية»
	}
	switch {
	case p < 0 && m.Idle:
		return // «طبيب الأسنان» in general
	case p < 0:
		p = c.newParty(id, c.nameWords(m))
	default:
		c.join(id, p)
	}
	c.addDescription(head, p, stems)
}

// partyOf is the party of the name beside an apposition; -1 for none.
func (c *linker) partyOf(name int32) int {
	if name < 0 {
		return -1
	}
	return c.parties.of[name]
}

// describedAs is the latest party seen under the head noun with all of the stems.
func (c *linker) describedAs(head string, stems []string) int {
	list := c.byHead[head]
	for i := len(list) - 1; i >= max(0, len(list)-maxCompared); i-- {
		if covers(list[i].stems, stems) {
			return list[i].party
		}
	}
	return -1
}

func covers(all, some []string) bool {
	for _, s := range some {
		found := false
		for _, a := range all {
			found = found || sameStem(a, s)
		}
		if !found {
			return false
		}
	}
	return true
}

// sameStem compares «الفرنسي» with «فرنسا»: all but the last letters agree.
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	const least = 3
	if token.FirstLetters(a, least) != token.FirstLetters(b, least) {
		return false
	}
	shorter, longer := token.Letters(a), token.Letters(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	k := max(least, shorter-2)
	return shorter >= least && longer-shorter <= 3 && token.FirstLetters(a, k) == token.FirstLetters(b, k)
}

// stems are the words of a description after its head, without articles and
// little words; names inside it count with their first words.
func (c *linker) stems(m mention.Mention) []string {
	var out []string
	for i := m.From + 1; i < m.To && len(out) < 8; i++ {
		t := c.page.At(i)
		if !t.IsWord() || t.Is(lex.Function) || t.Fold() == "" {
			continue
		}
		out = append(out, oneSpelling.Replace(t.Bare()))
	}
	return out
}

// oneSpelling unifies the two common spellings of American.
var oneSpelling = strings.NewReplacer("اميرك", "امريك")
