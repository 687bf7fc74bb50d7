package detect

import (
	"rawi/model"
	"strings"
)

// headOf is the head noun of a description, without the article and in the
// form that links plural to singular.
func (c *linker) headOf(i int) string {
	head := strings.TrimSuffix(c.tokens[i].bare, "ه")
	if one, ok := synonyms[head]; ok {
		return one
	}
	return head
}

// synonyms are heads of descriptions that name one office.
var synonyms = map[string]string{"عاهل": "ملك", "ناطق": "متحدث", "مسيول": "مسوول"}

func (c *linker) addCasting(head string, p int, stems []string) {
	c.byHead[head] = append(c.byHead[head], casting{p, stems})
}

// linkRole gives a description to the name beside it, to the party that was
// introduced under it, or to a party of its own.
func (c *linker) linkRole(id int) {
	m := &c.mentions[id]
	head, stems := c.headOf(m.from), c.stems(m)
	switch {
	case m.form == model.Apposition:
		if p := c.of[m.of]; p >= 0 {
			c.join(id, p)
			c.addCasting(head, p, stems)
		}
	case m.form == model.Nominal:
		if p := c.castAs(head, nil); p >= 0 {
			c.join(id, p)
		} else if m.subject {
			c.addCasting(head, c.found(id, c.nameWords(m)), nil) // «وأضاف المسؤول»
		}
	default:
		p := c.castAs(head, stems)
		if p < 0 && m.from+1 < m.to && c.tokens[m.from].definite && c.tokens[m.from+1].fold == "في" {
			p = c.castAs(head, nil) // «الوزيرة في البرلمان»
		}
		if p >= 0 && len(stems) == 0 && c.parties[p].kind == model.Organisation {
			c.forms[id] = model.Nominal // «الحكومة» after «الحكومة الإسرائيلية»
		}
		switch {
		case p < 0 && m.idle:
			return // «طبيب الأسنان» in general
		case p < 0:
			p = c.found(id, c.nameWords(m))
		default:
			c.join(id, p)
		}
		c.addCasting(head, p, stems)
	}
}

// castAs is the latest party seen under the head noun with all of the stems.
func (c *linker) castAs(head string, stems []string) int {
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
	const shortest, ending = 3, 2 // letters
	if a == b {
		return true
	}
	shorter, longer := letters(a), letters(b)
	if shorter > longer {
		shorter, longer = longer, shorter
	}
	k := max(shortest, shorter-ending)
	return shorter >= shortest && longer-shorter <= 3 && firstLetters(a, k) == firstLetters(b, k)
}

// stems are the words of a description after its head, without articles and
// little words; names inside it count with their first words.
func (c *linker) stems(m *mention) []string {
	var out []string
	for i := m.from + 1; i < m.to && len(out) < 8; i++ {
		t := &c.tokens[i]
		if !t.word() || t.is(function) || t.fold == "" {
			continue
		}
		out = append(out, oneSpelling.Replace(t.bare))
	}
	return out
}

// oneSpelling unifies the two common spellings of American.
var oneSpelling = strings.NewReplacer("اميرك", "امريك")
