package main

import (
	"hash/fnv"
	"slices"
	"strings"

	"rawi/model/detect/gold"
)

// group is outlets that are left out together. No outlet is in two groups: what
// was learnt of an outlet must not be measured on it.
type group struct {
	name    string
	outlets []string
}

// groups is every group, with the outlets that it has for certain.
var groups = []group{
	{"Al Jazeera", []string{"Al Jazeera"}},
	{"Maghreb", []string{"Hespress", "Ahdath", "El Khabar", "El Khabar/DZ"}},
	{"CNN, BBC", []string{"CNN Arabic", "BBC Arabic"}},
	{"Saudi 1", []string{"3alyoum", "aleqtisadiya", "almadina", "alwatan", "alyaum", "okaz", "was"}},
	{"Saudi 2", []string{"aawsat", "aljazirah", "alriyadh", "alweeam", "arriyadiyah", "sabq"}},
}

// unlisted is the groups to which other outlets go, by a hash of their names.
var unlisted = []int{3, 4}

// groupOf is the place of an outlet's group in groups.
func groupOf(outlet string) int {
	outlet = strings.TrimSpace(outlet)
	i := slices.IndexFunc(groups, func(g group) bool { return slices.Contains(g.outlets, outlet) })
	if i >= 0 {
		return i
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(outlet)) // never fails
	return unlisted[h.Sum32()%uint32(len(unlisted))]
}

// anyOf is the groups of outlets of which no more is known.
var anyOf = map[string][]int{"Saudi": {3, 4}}

// groupsOf is the groups to which an outlet may belong.
func groupsOf(outlet string) []int {
	if all := anyOf[strings.TrimSpace(outlet)]; all != nil {
		return all
	}
	return []int{groupOf(outlet)}
}

// alsoBeside is the further articles that teach while a part is left out: those
// whose outlets are of no group that the part has.
func (r recipe) alsoBeside(part []*gold.Article) []*gold.Article {
	left := make([]bool, len(groups))
	for _, a := range part {
		left[groupOf(a.Outlet)] = true
	}
	return slices.DeleteFunc(slices.Clone(r.also), func(a *gold.Article) bool {
		return slices.ContainsFunc(groupsOf(a.Outlet), func(g int) bool { return left[g] })
	})
}

// divide puts each article into the part of its number, in the order they come.
func divide(articles []*gold.Article, parts int, of func(*gold.Article) int) [][]*gold.Article {
	divided := make([][]*gold.Article, parts)
	for _, a := range articles {
		i := of(a)
		divided[i] = append(divided[i], a)
	}
	return divided
}

// byGroup is the articles of each group.
func byGroup(articles []*gold.Article) [][]*gold.Article {
	return divide(articles, len(groups), func(a *gold.Article) int { return groupOf(a.Outlet) })
}

// without is what is in all parts but one.
func without[T any](parts [][]T, left int) []T {
	return slices.Concat(others(parts, left)...)
}

// others is all but one.
func others[T any](all []T, left int) []T { return slices.Concat(all[:left], all[left+1:]) }
