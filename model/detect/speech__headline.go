package detect

import "rawi/model"

// headline is who speaks in a title, and the token after the colon that says
// so; -1 when there is none.
type headline struct {
	speaker source
	after   int
}

// headlineOf reads the title that is block b, once.
func (a *attributor) headlineOf(b int32) headline {
	h, ok := a.titles[b]
	if !ok {
		h = a.readHeadline(a.blocks[b])
		a.titles[b] = h
	}
	return h
}

// only reports whether the headline that starts at token from begins with the
// mention or its role, not «انتخابات الفيفا: ...».
func (a *attributor) only(from, mention int) bool {
	m := a.mentions[mention]
	return !a.isObject(m) && (m.from == from || !a.tokens[from].word() || a.startsMention(from))
}

// isDateline reports whether a place that is no capital stands before the
// colon: «غزة: ...» says where, not who.
func (a *attributor) isDateline(s source) bool {
	p := a.parties[s.party]
	_, capital := a.lex.State(p.state)
	return p.kind == model.Place && !capital && !a.lex.HasCapital(p.state)
}

// readHeadline finds the party before the colon, else the first one named.
func (a *attributor) readHeadline(b block) headline {
	for i := b.from; i < b.to; i++ {
		if a.tokens[i].sign != colon {
			continue
		}
		for j := b.from; j < i; j++ {
			if s := a.at(j, model.NameColon); s.party >= 0 && (a.speaks(s.mention) || j == b.from) && a.only(b.from, s.mention) && !a.isDateline(s) {
				return headline{s, i + 1}
			}
		}
		break
	}
	for j := b.from; j < b.to; j++ {
		if s := a.at(j, model.SubjectVerb); s.party >= 0 && a.speaks(s.mention) {
			s.confidence = 0.6
			return headline{s, -1}
		}
	}
	return headline{nobody, -1}
}
