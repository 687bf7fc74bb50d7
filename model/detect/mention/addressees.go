package mention

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// addAddressees names the media that words are spoken to: «وقال لـ"الوطن"».
func (n *namer) addAddressees() {
	const near = 8
	for i := 1; i+1 < n.page.Len(); i++ {
		if n.page.At(i).Fold() != "ل" && !n.page.At(i).Is(lex.Anonymous) || n.page.At(i+1).Sign() != token.Mark {
			continue
		}
		from, to, ok := n.page.Enclosed(i + 1)
		if !ok || to-from > 3 {
			continue
		}
		if m, known := n.NameAt(from); known {
			if m.Kind == model.Place && m.From == from && m.To == to {
				n.change(int(n.at[from]-1), func(m *Mention) { m.Kind, m.Name = model.Organisation, "" }) // «لـ"الشرق الأوسط"»: the paper
			}
			continue
		}
		for j := i - 1; j > max(0, i-near); j-- {
			if n.page.At(j).Is(lex.Verb|lex.WordsOf) || n.page.InTitle(j) {
				n.add(n.newMention(from, to, model.Organisation))
				break
			}
		}
	}
}
