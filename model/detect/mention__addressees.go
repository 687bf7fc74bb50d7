package detect

import "rawi/model"

// addressees names the media that words are spoken to: «وقال لـ"الوطن"».
func (n *namer) addressees() {
	const near = 8
	for i := 1; i+1 < len(n.tokens); i++ {
		if n.tokens[i].fold != "ل" && !n.tokens[i].is(anonymous) || n.tokens[i+1].sign != mark {
			continue
		}
		from, to, ok := n.enclosed(i + 1)
		if !ok || to-from > 3 {
			continue
		}
		if m, known := n.nameAt(from); known {
			if m.kind == model.Place && m.from == from && m.to == to {
				m := &n.mentions[n.at[from]-1] // «لـ"الشرق الأوسط"»: the paper
				m.kind, m.name = model.Organisation, ""
			}
			continue
		}
		for j := i - 1; j > max(0, i-near); j-- {
			if n.tokens[j].is(verb|wordsOf) || n.inTitle(j) {
				n.put(n.mentionOf(from, to, model.Organisation))
				break
			}
		}
	}
}
