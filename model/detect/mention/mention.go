// Package mention finds where an article names somebody: known places and bodies,
// bodies and places by their head noun, persons by a given name, descriptions of
// persons with the name beside them, and every repetition of a name. What rules find is
// a feature and a candidate to the taggers.
package mention

import (
	"iter"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/token"
)

// Mention is a stretch of tokens that names a party.
type Mention struct {
	From, To int    // token indexes, half-open
	Core     int    // first token of the name itself, after «محافظة», «حزب»
	Name     string // key of a known place or body; "" otherwise
	Of       int32  // for an apposition: the index of the name's mention; else -1
	Sure     uint8  // how likely it is one, and of just these words, in percent; of a name that was scored, else 0
	Skip     uint8  // letters of its first word that are proclitics; 0 where the word is one whole name
	Kind     model.PartyKind
	Form     model.MentionForm
	Subject  bool // a verb of saying has it as its subject
	Idle     bool // a trade that does not speak: a party only with a name of its own
}

// Found is the mentions of a page.
type Found struct {
	page  *token.Page
	kept  []kept
	names []string         // the keys of known places and bodies, each once
	named map[string]int32 // where in names
	at    []int32          // token -> 1 + index of the name mention that covers it, while they are looked for
	runs  runs             // the same when all are found
}

// runs is a number for each token, kept once for neighbours that have the same.
type runs struct {
	begin   token.Beginnings
	numbers []int32
}

func (r *runs) at(i int) int32 { return r.numbers[r.begin.UpTo(i)-1] }

// settled is the same mentions, of which there will be no more, in less room: they are
// asked until all of the article is found.
func (n *Found) settled() *Found {
	r := runs{begin: token.NewBeginnings(len(n.at))}
	for i, id := range n.at {
		another := i == 0 || id != n.at[i-1]
		if r.begin.Add(i, another); another {
			r.numbers = append(r.numbers, id)
		}
	}
	return &Found{page: n.page, kept: n.kept, names: n.names, named: n.named, runs: r}
}

// covering is 1 + the index of the name that covers token i, 0 for none.
func (n *Found) covering(i int) int32 {
	if n.at == nil {
		return n.runs.at(i)
	}
	return n.at[i]
}

// kept is a mention as it is kept: a page of 10 MB has a hundred thousand.
type kept struct {
	from, to, core, of int32
	name               int32 // in names
	sure, skip         uint8
	kind               model.PartyKind
	form               model.MentionForm
	subject, idle      bool
}

// keep is the mention as it is kept.
func (n *Found) keep(m Mention) kept {
	name, known := n.named[m.Name]
	if !known {
		if n.named == nil {
			n.named = map[string]int32{}
		}
		name = int32(len(n.names))
		n.names, n.named[m.Name] = append(n.names, m.Name), name
	}
	return kept{int32(m.From), int32(m.To), int32(m.Core), m.Of, name, m.Sure, m.Skip, m.Kind, m.Form, m.Subject, m.Idle}
}

// all are the mentions that there are by now, in the order in which they were found.
func (n *Found) all() iter.Seq2[int, Mention] {
	return func(yield func(int, Mention) bool) {
		for id := range n.Len() {
			if !yield(id, n.Mention(id)) {
				return
			}
		}
	}
}

// change records something else about a mention.
func (n *Found) change(id int, to func(m *Mention)) {
	m := n.Mention(id)
	to(&m)
	n.kept[id] = n.keep(m)
}

// NewFound is mentions of a page that are known from elsewhere, as annotated.
// Where names overlap, the later one takes the tokens.
func NewFound(p *token.Page, mentions []Mention) *Found {
	n := &Found{page: p, at: make([]int32, p.Len())}
	for _, m := range mentions {
		n.add(m)
	}
	return n
}

// emptied is no mentions of the same page. It takes over the room of these, which from here
// on are only a list.
func (n *Found) emptied() *Found {
	at := n.at
	clear(at)
	n.at = nil
	return &Found{page: n.page, at: at, kept: make([]kept, 0, len(n.kept))}
}

// Len is how many mentions there are.
func (n *Found) Len() int { return len(n.kept) }

// add records a mention; names (but not roles) take their tokens.
func (n *Found) add(m Mention) int {
	n.kept = append(n.kept, n.keep(m))
	id := len(n.kept) - 1
	if m.Form == model.NameForm {
		for i := m.From; i < m.To; i++ {
			n.at[i] = int32(id + 1)
		}
	}
	return id
}

// Mention is the one with index id, from 0 to [Found.Len] - 1, in the order in
// which they were found.
func (n *Found) Mention(id int) Mention {
	k := &n.kept[id]
	return Mention{int(k.from), int(k.to), int(k.core), n.names[k.name], k.of, k.sure, k.skip, k.kind, k.form, k.subject, k.idle}
}

// newMention is a mention of so many tokens, proclitics of the first left out.
func (n *Found) newMention(from, to int, kind model.PartyKind) Mention {
	return Mention{From: from, To: to, Core: from, Kind: kind, Of: -1, Skip: n.page.At(from).Skip()}
}

// SkipAt is how many letters of proclitics token i begins with, as the name
// that begins there says, if one does.
func (n *Found) SkipAt(i int) uint8 {
	if m, ok := n.NameAt(i); ok && m.From == i {
		return m.Skip
	}
	return n.page.At(i).Skip()
}

// Proclitic is what stands before the mention in its first word.
func (n *Found) Proclitic(m Mention) string {
	return token.FirstLetters(n.page.At(m.From).Fold(), int(m.Skip))
}

// Covers reports whether token i belongs to a name.
func (n *Found) Covers(i int) bool { return n.covering(i) != 0 }

// NameAt is the name that covers token i.
func (n *Found) NameAt(i int) (m Mention, ok bool) {
	id, ok := n.IndexAt(i)
	if !ok {
		return m, false
	}
	return n.Mention(id), true
}

// IndexAt is the index of the name that covers token i.
func (n *Found) IndexAt(i int) (id int, ok bool) {
	if i < 0 || i >= n.page.Len() {
		return 0, false
	}
	id = int(n.covering(i)) - 1
	return max(id, 0), id >= 0
}

// OutsideNames are the cues that are no part of a person's name.
func (n *Found) OutsideNames(cues []cue.Cue) []cue.Cue {
	kept := make([]cue.Cue, 0, len(cues))
	for _, c := range cues {
		if m, ok := n.NameAt(c.Token); !ok || m.Kind != model.Person {
			kept = append(kept, c)
		}
	}
	return kept
}
