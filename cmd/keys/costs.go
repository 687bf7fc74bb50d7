package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
)

// cost is how often something was done, and by how many keys.
type cost struct{ times, keys int }

// costs is what the keys were pressed for.
type costs map[string]cost

func (c costs) add(what string, more cost) {
	was := c[what]
	c[what] = cost{was.times + more.times, was.keys + more.keys}
}

// print prints a table, what cost most first.
func (c costs) print(to io.Writer) {
	dearest := func(a, b string) int { return cmp.Or(c[b].keys-c[a].keys, cmp.Compare(a, b)) }
	fmt.Fprintln(to, "  keys  times   each  for")
	for _, what := range slices.SortedFunc(maps.Keys(c), dearest) {
		fmt.Fprintf(to, "%6d %6d %6.2f  %s\n", c[what].keys, c[what].times, float64(c[what].keys)/float64(c[what].times), what)
	}
}

// charge books the keys since the last charge.
func (a *annotator) charge(what string) {
	booked := 0
	for _, c := range a.costs {
		booked += c.keys
	}
	a.costs.add(what, cost{1, a.keys - booked})
}
