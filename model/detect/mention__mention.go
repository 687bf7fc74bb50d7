package detect

import (
	"rawi/model"
	"strings"
)

// slot is the token where the subject of a verb of saying begins: after the
// verb, little words, marks and an addressee; -1 when there is none.
func (n *namedPage) slot(c cue) int {
	end := n.endOf(c.token)
	for j := c.token + 1; j < end && j <= c.token+8; j++ {
		t := &n.tokens[j]
		switch {
		case t.sign == mark || t.sign == opening:
			if _, _, short := n.enclosed(j); !short && j+1 < end && n.tokens[j+1].sign != closing && n.tokens[j+1].sign != mark {
				return -1 // the quotation itself
			}
		case !t.word():
			return -1
		case t.fold == "كل" && j+1 < end && n.tokens[j+1].fold == "من":
			j++ // «أشار كل من»
		case t.is(honorific) && t.skip == 0 && j+1 < end && n.tokens[j+1].is(role):
		case t.fold == "ذلك" && j == c.token+1 && j+1 < end && n.tokens[j+1].word() && !n.tokens[j+1].is(function): // «أوضح ذلك فلان»
		case t.fold == "ايضا", t.fold == "كذلك", t.fold == "قد", t.is(timeWord) && n.at[j] == 0:
		case n.at[j] != 0 && n.skipAt(j) > 0 && strings.HasPrefix(t.fold, "ل"):
			j = n.mentions[n.at[j]-1].to - 1
		case t.fold == "ل" && j+1 < end:
			j++ // «لـCNN»
			if _, to, ok := n.enclosed(j); ok {
				j = to // «لـ«عكاظ»»
			}
		case n.skipAt(j) > 0 && strings.HasPrefix(t.fold, "ل"):
		default:
			return j
		}
	}
	return -1
}

// mention is a stretch of tokens that names a party.
type mention struct {
	from, to int    // token indexes, half-open
	core     int    // first token of the name itself, after «محافظة», «حزب»
	name     string // key of a known place or body; "" otherwise
	of       int32  // for an apposition: the index of the name's mention; else -1
	skip     uint8  // letters of proclitics that its first word has before it
	kind     model.PartyKind
	form     model.MentionForm
	subject  bool // a verb of saying has it as its subject
	idle     bool // a trade that does not speak: a party only with a name of its own
}

// namedPage is a page with the mentions found in it.
type namedPage struct {
	*page
	mentions []mention
	at       []int32 // token -> 1 + index of the name mention that covers it
}

// mentionOf is a mention of so many tokens, proclitics of the first left out.
func (n *namedPage) mentionOf(from, to int, kind model.PartyKind) mention {
	return mention{from: from, to: to, core: from, kind: kind, of: -1, skip: n.tokens[from].skip}
}

// skipAt is how many letters of proclitics token i begins with, as the name
// that begins there says, if one does.
func (n *namedPage) skipAt(i int) uint8 {
	if m, ok := n.nameAt(i); ok && m.from == i {
		return m.skip
	}
	return n.tokens[i].skip
}

// proclitic is what stands before the mention in its first word.
func (n *namedPage) proclitic(m *mention) string {
	return firstLetters(n.tokens[m.from].fold, int(m.skip))
}

// nameAt is the name mention that covers token i.
func (n *namedPage) nameAt(i int) (mention, bool) {
	if i < 0 || i >= len(n.at) || n.at[i] == 0 {
		return mention{}, false
	}
	return n.mentions[n.at[i]-1], true
}
