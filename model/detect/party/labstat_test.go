package party

import (
	"fmt"
	"sort"
	"testing"

	"rawi/model"
)

func TestLabConfusion(t *testing.T) {
	TestLab(t)
	n := map[string]int{}
	for _, d := range labSet {
		ps := labModels[d.group].Link(d.page, d.given)
		vs := look(d.page, d.given)
		main := map[int]int{} // predicted party -> gold party of first
		for id := range vs {
			if p := ps.Of(id); p >= 0 {
				if _, ok := main[p]; !ok || vs[id].Form == model.NameForm {
					main[p] = d.whose[id]
				}
			}
		}
		for id := range vs {
			v := &vs[id]
			if v.Form != model.RoleForm {
				continue
			}
			g := "other"
			if d.group == 1 {
				g = "maghreb"
			}
			k := "nobody"
			if p := ps.Of(id); p >= 0 {
				k = ps.Party(p).Kind.String() + fmt.Sprint(" names=", hasName(ps, p, vs), " pure=", main[p] == d.whose[id])
			}
			n[fmt.Sprintf("= %s gold %s got %s", g, d.Parties[d.whose[id]].Kind, k)]++
		}
	}
	var ks []string
	for k := range n {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	for _, k := range ks {
		fmt.Println(n[k], k)
	}
}

func hasName(ps *Parties, p int, vs []view) bool {
	for _, id := range ps.Party(p).Mentions {
		if vs[id].Form == model.NameForm {
			return true
		}
	}
	return false
}
