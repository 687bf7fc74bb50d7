package speech

import (
	"rawi/model"
	"rawi/model/detect/token"
)

// headline is who speaks in a title, and the token after the colon that says
// so; -1 when there is none.
type headline struct {
	speaker Source
	after   int
}

// headlineOf reads the title that is block b, once.
func (a *attributor) headlineOf(b int) headline {
	h, ok := a.titles[b]
	if !ok {
		h = a.readHeadline(a.page.Block(b))
		a.titles[b] = h
	}
	return h
}

// only reports whether the headline that starts at token from begins with the
// mention or its role, not «انتخابات الفيفا: ...».
func (a *attributor) only(from, mention int) bool {
	m := a.found.Mention(mention)
	return !a.isObject(m) && (m.From == from || !a.page.At(from).IsWord() || a.startsMention(from))
}

// isDateline reports whether a place that is no capital stands before the
// colon: «غزة: ...» says where, not who.
func (a *attributor) isDateline(s Source) bool {
	p := a.parties.Party(s.Party)
	_, capital := a.page.Lexicon().State(p.State)
	return p.Kind == model.Place && !capital && !a.page.Lexicon().HasCapital(p.State)
}

// readHeadline finds the party before the colon, else the first one named.
func (a *attributor) readHeadline(b token.Block) headline {
	for i := b.From; i < b.To; i++ {
		if a.page.At(i).Sign() != token.Colon {
			continue
		}
		for j := b.From; j < i; j++ {
			if s := a.sourceAt(j, model.NameColon); s.Party >= 0 && (a.speaks(s.Mention) || j == b.From) && a.only(b.From, s.Mention) && !a.isDateline(s) {
				return headline{s, i + 1}
			}
		}
		break
	}
	for j := b.From; j < b.To; j++ {
		if s := a.sourceAt(j, model.SubjectVerb); s.Party >= 0 && a.speaks(s.Mention) {
			s.Confidence = 0.6
			return headline{s, -1}
		}
	}
	return headline{nobody, -1}
}
