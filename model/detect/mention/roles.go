package mention

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// role is a role noun that may head a description of a person.
type role struct {
	*namer
	i, to  int // tokens: the noun, the end of what belongs to it
	from   int // where the description begins: «عدد من النواب»
	t      *token.Token
	name   int  // mention beside it, -1 for none
	speaks bool // a verb of saying has it as its subject
}

// standing is how a description stands.
type standing uint8

const (
	nothing standing = iota // none at all
	beside                  // the name that it is beside
	alone                   // for somebody
	takenUp                 // a bare noun, for somebody who was named before
)

// String is the standing in words.
func (s standing) String() string {
	return [...]string{"nothing", "beside a name", "alone", "taken up"}[s]
}

// roleRows say how the description that a role noun heads stands: the noun between the
// bars of each example.
var roleRows = rule.Table[role, standing]{Name: "role", Rows: []rule.Row[role, standing]{
	{ID: "adjective", Example: "وصلت الرسالة |الإعلامية| أمس.", When: func(r role) bool { return r.isAdjective(r.i) }, Gives: nothing},
	{ID: "means", Example: "تعطلت |وسائل| النقل أمس.", When: func(r role) bool {
		return r.t.Bare() == "وسايل" && !strings.Contains(r.page.FoldAt(r.i+1), "اعلام")
	}, Gives: nothing},
	{ID: "beside a name", Example: "وصل |وزير| الزراعة سامي رزق.", When: func(r role) bool { return r.name >= 0 }, Gives: beside},
	{ID: "many who do not speak", Example: "وصل |الوزراء| أمس.", When: func(r role) bool { return r.t.Is(lex.RolePlural) && !r.t.Is(lex.Anonymous) && !r.speaks }, Gives: nothing},
	{ID: "bare noun", Example: "وقال |الوزير| إن الأمر انتهى.", When: func(r role) bool { return r.isBare() && r.t.IsDefinite() }, Gives: takenUp},
	{ID: "sources of things", Example: "تراجعت |مصادر| الطاقة أمس.", When: role.isSourceOfThings, Gives: nothing},
	{ID: "unspecific", Example: "وصل |رئيس| أمس.", When: func(r role) bool { return r.isBare() || !r.isSpecific() }, Gives: nothing},
	{ID: "description", Example: "وصل |وزير| الزراعة أمس.", When: func(role) bool { return true }, Gives: alone},
}}

func (r role) isBare() bool { return r.to == r.i+1 }

// isSourceOfThings reports whether «مصادر» means no persons.
func (r role) isSourceOfThings() bool {
	return r.t.Is(lex.Anonymous) && r.t.Is(lex.RolePlural) && !r.speaks && !r.isBare() && r.page.PlainDefinite(r.i+1) && !r.page.At(r.i+1).Is(lex.Role|lex.BodyHead)
}

// isSpecific reports whether the description is specific enough to be a party: definite,
// or anonymous with an attribute.
func (r role) isSpecific() bool {
	if r.t.IsDefinite() || r.t.Is(lex.Anonymous) {
		return true
	}
	for j := r.i + 1; j < r.to; j++ {
		if r.page.At(j).IsDefinite() || r.Covers(j) {
			return true
		}
	}
	return false
}

// isIdle reports whether the description is of a trade that does not speak.
func (r role) isIdle() bool {
	general := !r.t.IsDefinite() && !r.isBare() && strings.HasPrefix(r.page.FoldAt(r.i+1), "لل")
	return !r.speaks && !r.page.SaysAt(r.to) && (r.t.Is(lex.Trade) || general)
}

// addRoles finds descriptions of persons: a role noun with what belongs to it,
// and the name beside it.
func (n *namer) addRoles(cues []cue.Cue) {
	subjects := n.subjects(cues)
	for i := 0; i < n.page.Len(); i++ {
		t := n.page.At(i)
		switch {
		case n.Covers(i):
		case t.Is(lex.Bare|lex.BareRole) && t.IsDefinite():
			n.addBareBody(i)
		case t.Is(lex.Role):
			i = n.addRole(i, subjects) - 1
		}
	}
}

// subjects are the tokens where the subjects of the cues begin.
func (n *namer) subjects(cues []cue.Cue) map[int]bool {
	at := map[int]bool{}
	for _, c := range cues {
		switch {
		case c.According:
			at[c.Token+1] = true // «بحسب دبلوماسيين»
		case c.Mood == lex.Participle:
			at[n.page.SentenceStart(c.Token)+1] = true // «واعترض عدد من النواب، معتبرين»
		case !c.Noun:
			at[n.SubjectOf(c)], at[c.Token-1] = true, true // «القاضي أكد أن»
		}
	}
	return at
}

// roleAt is what the rows ask of the role noun at token i.
func (n *namer) roleAt(i int, subjects map[int]bool) role {
	r := role{namer: n, i: i, to: n.roleEnd(i), from: n.page.QuantifierStart(i), t: n.page.At(i)}
	r.name, r.speaks = n.nameBeside(i, r.to), subjects[r.from]
	return r
}

// addRole records the description that the role noun at token i heads, if one does, and
// gives the token to read on from.
func (n *namer) addRole(i int, subjects map[int]bool) int {
	r := n.roleAt(i, subjects)
	row := roleRows.First(n.watch, r, r.from, r.to)
	if row < 0 || roleRows.Rows[row].Gives == nothing {
		return i + 1
	}
	m := n.newMention(r.from, r.to, model.RoleOnly)
	m.Core, m.Form = i, model.RoleForm
	switch roleRows.Rows[row].Gives {
	case beside:
		m.Form, m.Of = model.Apposition, int32(r.name)
	case takenUp:
		m.Form, m.Subject = model.Nominal, r.speaks
	}
	m.Idle = m.Form == model.RoleForm && r.isIdle()
	n.add(m)
	return r.to
}

// addBareBody records «الجيش», «الحكومة»: a party of that name, unless a fuller
// name with the same head stands in the text (package party joins them).
func (n *namer) addBareBody(i int) {
	m := n.newMention(i, i+1, model.Organisation)
	m.Form = model.RoleForm
	if n.page.At(i).Is(lex.BareRole) {
		m.Kind = model.RoleOnly
	}
	n.add(m)
}
