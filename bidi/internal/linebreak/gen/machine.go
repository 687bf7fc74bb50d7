package main

import "slices"

// machine is the rules as an automaton: what follows from a state and a class.
// State 0 is the start of text.
type machine [][]transition

type transition struct {
	next int // the state after the class
	brk  brk // before it
}

// build follows the rules from the start of text to every context that there
// is, and joins those that no text tells apart.
func build(classes []class) machine {
	contexts := []context{start}
	at := map[context]int{start: 0}
	var m machine
	for i := 0; i < len(contexts); i++ {
		row := make([]transition, len(classes))
		for j, c := range classes {
			after := contexts[i].after(c)
			next, ok := at[after]
			if !ok {
				next = len(contexts)
				at[after] = next
				contexts = append(contexts, after)
			}
			row[j] = transition{next, contexts[i].before(c)}
		}
		m = append(m, row)
	}
	return m.minimized()
}

// minimized is the smallest equal automaton, by Moore's refinement: states are
// one block until a class breaks differently after them or leads to different
// blocks.
func (m machine) minimized() machine {
	block, count := make([]int, len(m)), 1
	for {
		refined, n := m.refine(block)
		block = refined
		if n == count {
			break
		}
		count = n
	}
	small := make(machine, count)
	for state, row := range m {
		if small[block[state]] == nil {
			small[block[state]] = make([]transition, len(row))
			for j, s := range row {
				small[block[state]][j] = transition{block[s.next], s.brk}
			}
		}
	}
	return small
}

// refine splits blocks of states whose rows differ, and numbers the new ones in
// the order of their first states.
func (m machine) refine(block []int) (refined []int, count int) {
	var signatures [][]transition
	for state, row := range m {
		signature := []transition{{next: block[state]}}
		for _, s := range row {
			signature = append(signature, transition{block[s.next], s.brk})
		}
		i := slices.IndexFunc(signatures, func(s []transition) bool { return slices.Equal(s, signature) })
		if i < 0 {
			i = len(signatures)
			signatures = append(signatures, signature)
		}
		refined = append(refined, i)
	}
	return refined, len(signatures)
}
