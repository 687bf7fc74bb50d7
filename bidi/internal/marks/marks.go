// Package marks keeps marks behind their base when text is put in display order
// (UAX #9, L3).
package marks

import "slices"

// PutBehind puts marks that stand before their base, the last of the group, behind
// it.
func PutBehind(group []rune) {
	switch len(group) {
	case 0, 1:
	case 2: // most groups
		group[0], group[1] = group[1], group[0]
	default:
		slices.Reverse(group)
	}
}
