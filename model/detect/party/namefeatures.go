package party

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// describeForName gives the parties that a name may mean their features.
func (c *chooser) describeForName(v *view, among []candidate) {
	var nearest [overlapping + 1]int // 1 + the place of the nearest one of each relation
	for i, x := range among {
		n := nearest[x.relation]
		if n == 0 || isNearer(c.groups[x.group].first, c.groups[among[n-1].group].first, v.From) {
			nearest[x.relation] = i + 1
		}
	}
	for i, x := range among {
		among[i].features = c.feature(func(fs *bag) { c.compareToName(fs, v, x, nearest[x.relation] == i+1) })
	}
}

// compareToName says how a name lies to a party.
func (c *chooser) compareToName(fs *bag, v *view, x candidate, isNearest bool) {
	g, r := &c.groups[x.group], x.relation
	fs.number(nameRelation, int(r))
	fs.number(nameKinds, int(r), int(v.Kind), int(g.kind()))
	fs.number(nameNearest, learn.Bit(isNearest), int(r), int(v.Kind))
	fs.number(namePlace, learn.Bit(g.first < v.From), int(r))
	if x.spelled != nil {
		compareNames(fs, v, x.spelled, r)
	}
	if v.Kind == model.Place {
		c.compareStates(fs, v, g, r)
	}
}

// isNearer reports whether x stands behind y, yet before at.
func isNearer(x, y, at int) bool { return x <= at && (y > at || x > y) }

// compareNames says how a name lies to one of the party's.
func compareNames(fs *bag, v, s *view, r relation) {
	fs.number(nameLengths, int(r), min(len(v.name()), 4), min(len(s.name()), 4), int(v.Kind))
	for _, w := range v.words {
		if !has(s.words, w) {
			fs.text(nameExtra, w.fold, int(r))
		}
	}
	for _, w := range s.words {
		if !has(v.words, w) {
			fs.text(nameExtraOfParty, w.fold, int(r))
			fs.number(nameExtraClass, int(r), w.class())
		}
	}
	if r != equal {
		fs.texts(nameHeads, v.words[0].bare, s.words[0].bare)
		fs.number(nameFirstWord, int(r), int(v.core), int(s.core), learn.Bit(v.words[0].bare == s.words[0].bare))
	}
	if r == apart || r == overlapping {
		fs.texts(nameKeys, v.key, s.key)
		fs.texts(nameKeys, s.key, v.key)
	}
	fs.number(nameKnown, learn.Bit(v.Name != ""), learn.Bit(s.Name != ""), learn.Bit(v.Name == s.Name), int(r), learn.Bit(v.Kind == s.Kind))
}

// compareStates says whether a capital stands for its state here.
func (c *chooser) compareStates(fs *bag, v *view, g *group, r relation) {
	state, capital := c.page.Lexicon().State(v.Name)
	its, stands := capital && g.isCalled(state), c.stands(v)
	fs.number(nameState, 0, learn.Bit(capital), learn.Bit(its), stands)
	fs.number(nameState, 1, learn.Bit(capital), learn.Bit(its), stands, int(r))
	if !capital {
		return
	}
	fs.text(nameState, c.before(v), 2, learn.Bit(its))
	fs.number(nameState, 3, learn.Bit(its), learn.Bit(r == equal), c.neighbour(v))
	if v.To < c.page.EndOf(v.From) {
		fs.text(nameState, c.page.At(v.To).Fold(), 4, learn.Bit(its))
	}
}

// before is what stands before a mention: its proclitics, else the word before it.
func (c *chooser) before(v *view) string {
	switch {
	case v.Skip > 0:
		return token.FirstLetters(c.page.At(v.From).Fold(), int(v.Skip))
	case v.From > 0 && c.page.SameBlock(v.From-1, v.From):
		return c.page.At(v.From - 1).Fold()
	}
	return ""
}

// neighbour is what place stands beside a place: 2 for a capital, 1 for another,
// 0 for none.
func (c *chooser) neighbour(v *view) (place int) {
	for _, i := range [...]int{v.From - 1, v.To} {
		if i < 0 || i >= c.page.Len() || !c.page.SameBlock(i, v.From) || i == v.To && c.page.At(i).Proclitic() != "و" {
			continue
		}
		t := c.page.At(i)
		place = max(place, learn.Bit(t.BeginsName()))
		for _, first := range t.Starts() {
			if _, ok := c.page.Lexicon().State(first); ok {
				return 2
			}
		}
	}
	return place
}

// Where a name stands.
const (
	elsewhere = iota
	asSubject
	inPlace // behind a preposition of place
	atStart
	between
	onTheWay // behind «من», «إلى»
)

// behind says where a name stands by the word before it.
var behind = map[string]int{"في": inPlace, "عاصمه": inPlace, "بين": between, "من": onTheWay, "الي": onTheWay}

// stands is where a mention stands, of those above.
func (c *chooser) stands(v *view) int {
	proclitics := token.FirstLetters(c.page.At(v.From).Fold(), int(v.Skip))
	switch {
	case strings.HasSuffix(proclitics, "ب"):
		return inPlace
	case proclitics != "" && proclitics != "و":
		return elsewhere
	case v.To < c.page.Len() && c.page.At(v.To).Is(lex.Verb|lex.CommonVerb) && c.page.At(v.To).Form().Mood != lex.Participle:
		return asSubject
	case v.From == c.page.BlockOf(v.From).From:
		return atStart
	}
	t := c.page.At(v.From - 1)
	switch where := behind[t.Bare()]; {
	case where != elsewhere:
		return where
	case t.Is(lex.PlaceHead | lex.AreaHead):
		return inPlace
	case t.Is(lex.Verb | lex.CommonVerb | lex.That):
		return asSubject
	}
	return elsewhere
}
