package party

import "rawi/model/detect/learn"

// unique leaves each feature of a list once, in room that is used again.
type unique struct{ slots []learn.Feature } // by their lowest bits; 0 is free

// of leaves each feature once, the first, where they lie.
func (u *unique) of(fs []learn.Feature) []learn.Feature {
	size := 64
	for size < 2*len(fs) {
		size *= 2
	}
	if size > len(u.slots) {
		u.slots = make([]learn.Feature, size)
	}
	u.slots = u.slots[:cap(u.slots)]
	slots := u.slots[:size]
	clear(slots)
	kept := fs[:0]
	for _, f := range fs {
		k := int(f) & (size - 1)
		for slots[k] != 0 && slots[k] != f {
			k = (k + 1) & (size - 1)
		}
		if slots[k] == 0 {
			slots[k] = f
			kept = append(kept, f)
		}
	}
	return kept
}
