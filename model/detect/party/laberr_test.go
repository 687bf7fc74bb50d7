package party

import (
	"fmt"
	"sort"
	"testing"

	"rawi/model"
	"rawi/model/detect/mention"
)

// split lists, of each annotated party, the mentions outside its largest part.
func splits(d *labDoc, found *mention.Found, ps *Parties, count map[string]int, show bool) {
	parts := map[int]map[int][]int{}
	for id, w := range d.whose {
		f := found.Mention(id).Form
		if f != model.NameForm && f != model.RoleForm {
			continue
		}
		p := ps.Of(id)
		if p < 0 {
			p = -id - 1
		}
		if parts[w] == nil {
			parts[w] = map[int][]int{}
		}
		parts[w][p] = append(parts[w][p], id)
	}
	text := func(id int) string {
		return span(d.page, found.Mention(id)).In(d.page.Text())
	}
	for w := range len(d.Parties) {
		ids := parts[w]
		best := -1 << 30
		for p, list := range ids {
			if best == -1<<30 || len(list) > len(ids[best]) || len(list) == len(ids[best]) && p < best {
				best = p
			}
		}
		for p, list := range ids {
			if p == best {
				continue
			}
			a, b := found.Mention(ids[best][0]), found.Mention(list[0])
			for _, id := range ids[best] {
				if found.Mention(id).Form == model.NameForm {
					a = found.Mention(id)
				}
			}
			key := fmt.Sprintf("split %s %d-%d", d.Parties[w].Kind, a.Form, b.Form)
			count[key] += len(list)
			if show && (d.group == 0 || d.group == 3) {
				fmt.Printf("%s\t%s\t%s\t| %s (%d)\n", d.ID, key, text(ids[best][0]), text(list[0]), len(list))
			}
		}
	}
	// merged: parties found with mentions of several annotated ones
	for i := range ps.Len() {
		by := map[int][]int{}
		for _, id := range ps.Party(i).Mentions {
			f := found.Mention(id).Form
			if f == model.NameForm || f == model.RoleForm {
				by[d.whose[id]] = append(by[d.whose[id]], id)
			}
		}
		if len(by) > 1 {
			best := -1
			for w, l := range by {
				if best < 0 || len(l) > len(by[best]) || len(l) == len(by[best]) && w < best {
					best = w
				}
			}
			for w, l := range by {
				if w != best {
					key := fmt.Sprintf("merged %s+%s %d-%d", d.Parties[best].Kind, d.Parties[w].Kind, found.Mention(by[best][0]).Form, found.Mention(l[0]).Form)
					count[key] += len(l)
					if show && (d.group == 0 || d.group == 3) {
						fmt.Printf("%s\t%s\t%s\t| %s (%d)\n", d.ID, key, text(by[best][0]), text(l[0]), len(l))
					}
				}
			}
		}
	}
}

func TestLabErrors(t *testing.T) {
	count := map[string]int{}
	TestLab(t)
	for _, d := range labSet {
		splits(d, d.given, labModels[d.group].Link(d.page, d.given), count, true)
	}
	keys := []string{}
	for k := range count {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return count[keys[i]] > count[keys[j]] })
	for _, k := range keys {
		fmt.Println(count[k], k)
	}
}
