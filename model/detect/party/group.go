package party

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect/learn"
)

// group is a party in the making, as linking by score sees it.
type group struct {
	spellings []*view  // names, each once
	heads     []string // of descriptions, each once
	stems     []*word  // of descriptions
	kinds     [kindCount]int
	mentions  []int
	first     int // its first token so far
	last      int // the mention before the one looked at; -1 for none
	seen      int // how many mentions stand before that
	gender    int // 1: described by a feminine noun, or named behind such a verb; 2: a masculine one; 3: both
	number    int // 1: described by a plural; 2: by a singular; 3: by both
}

// kindCount is how many kinds a party may be of.
const kindCount = int(model.RoleOnly) + 1

// What is kept of a party is bounded, so that to compare with it takes no longer
// the longer the text is.
const (
	mostSpellings = 6
	mostHeads     = 6
	mostStems     = 16
)

// take takes in a mention and what it says of the party.
func (g *group) take(id int, v *view) {
	g.mentions = append(g.mentions, id)
	g.kinds[v.Kind]++
	g.first = min(g.first, v.From)
	if v.isName() {
		known := slices.ContainsFunc(g.spellings, func(s *view) bool { return s.key == v.key })
		if !known && len(g.spellings) < mostSpellings {
			g.spellings = append(g.spellings, v)
		}
		g.gender |= v.gender
		return
	}
	if len(g.heads) < mostHeads && !slices.Contains(g.heads, v.head) {
		g.heads = append(g.heads, v.head)
	}
	for _, w := range v.stems() {
		if len(g.stems) < mostStems && !has(g.stems, w) {
			g.stems = append(g.stems, w)
		}
	}
	if len(v.words) > 0 {
		g.gender |= 2 - learn.Bit(v.isFeminine())
		g.number |= 2 - learn.Bit(v.isPlural())
	}
}

// kind is what most of its names are taken for; RoleOnly without names.
func (g *group) kind() model.PartyKind {
	best := model.RoleOnly
	for k := model.Person; k < model.RoleOnly; k++ {
		if n := g.kinds[k]; n > 0 && (best == model.RoleOnly || n > g.kinds[best]) {
			best = k
		}
	}
	return best
}

// relate is the closest relation of a name to one of the party's, and to which;
// nil where it has none.
func (g *group) relate(v *view) (r relation, to *view) {
	for _, s := range g.spellings {
		if x := relate(v, s); to == nil || x.closer(r) {
			r, to = x, s
		}
	}
	return r, to
}

// contradicts reports whether a mention cannot mean the party: a person's full
// name is another one than the party's, a name is torn out of two, or a description
// is of another kind.
func (g *group) contradicts(v *view) bool {
	if !v.isName() {
		return !v.mayBe(g.kind()) || g.describedOtherwise(v) || g.isMan() && v.isWoman()
	}
	return slices.ContainsFunc(g.spellings, func(s *view) bool {
		switch {
		case v.torn || s.torn:
			return v.key != s.key
		case v.Kind == model.Person && s.Kind == model.Person:
			return len(v.name()) > 1 && len(s.name()) > 1 && relate(v, s) == overlapping
		}
		return false
	})
}

// isMan reports whether the party is a person and all that is said of him is masculine.
func (g *group) isMan() bool { return g.kind() == model.Person && g.gender == 2 }

// describedOtherwise reports whether a description says other things than those of
// the party do, «مراسلة المساء» and «مراسلة الصباح»; of a party with a name, and of a
// definite description, which may add something, whether it is from another country.
func (g *group) describedOtherwise(v *view) bool {
	stems, all := v.stems(), g.stems
	if len(g.spellings) > 0 || v.isDefinite() {
		stems, all = demonyms(stems), demonyms(all)
	}
	return len(stems) > 0 && len(all) > 0 && covered(stems, g.stems) == 0
}

func demonyms(words []*word) (out []*word) {
	for _, w := range words {
		if w.demonym {
			out = append(out, w)
		}
	}
	return out
}

// namesHead reports whether a name of the party begins with the head of the
// description: «الحركة» for «حركة طالبان».
func (g *group) namesHead(v *view) bool {
	return slices.ContainsFunc(g.spellings, func(s *view) bool { return s.words[0].bare == v.words[0].bare })
}

// isCalled reports whether a name of the party is the key of a state.
func (g *group) isCalled(state string) bool {
	bare := func(key string) string { return strings.TrimPrefix(key, "ال") }
	return slices.ContainsFunc(g.spellings, func(s *view) bool { return s.Name == state || bare(s.key) == bare(state) })
}

// fullName is the key of the known name that it has, else of its longest one,
// without the noun that says what it is.
func (g *group) fullName() string {
	for _, s := range g.spellings {
		if s.Name != "" {
			return s.Name
		}
	}
	return keyOf(g.spellings[0].name())
}
