package bidi

import "rawi/bidi/internal/ucd"

// resolveWeak applies W1 to W7 in one walk. Afterwards a unit is L, R, EN, AN or
// neutral (B, S, WS, ON).
//
// One walk does what the standard does in seven because each rule looks back
// only for what is kept in two variables, and ahead at most over the terminators
// that it resolves on the way.
func (s *sequence) resolveWeak() {
	strong := s.sos  // W2, W7: the last strong class, AL included
	number := ucd.ON // W4, W5: the number just before as W2 left it (EN or AN), or ON
	units := s.units
	for i := 0; i < len(units); i++ {
		u := &units[i]
		switch u.class {
		case ucd.L, ucd.R:
			strong, number = u.class, ucd.ON
		case ucd.AL:
			strong, number = ucd.AL, ucd.ON
			u.class = ucd.R // W3
		case ucd.EN:
			u.class, number = european(strong)
		case ucd.AN:
			number = ucd.AN
		case ucd.NSM: // W1: it fares as the unit before it does
			u.class = s.sos
			if i > 0 {
				u.class = units[i-1].class
			}
		case ucd.ES, ucd.CS: // W4, W6
			if i+1 < len(units) && joins(u.class, number, strong, units[i+1].class) {
				u.class = units[i-1].class
			} else {
				u.class, number = ucd.ON, ucd.ON
			}
		case ucd.ET: // W5, W6
			i = resolveTerminators(units, i, strong, number) - 1
			number = ucd.ON // W4 is before W5: a separator finds no number here
		case ucd.LRI, ucd.RLI, ucd.FSI, ucd.PDI:
			u.class, number = ucd.ON, ucd.ON // neutral (NI); and so is an NSM after it, by W1
		default:
			number = ucd.ON
		}
	}
}

// european is the class of EN after W7, and what it is for W4 and W5.
func european(strong ucd.Class) (class, number ucd.Class) {
	switch strong {
	case ucd.AL:
		return ucd.AN, ucd.AN // W2
	case ucd.L:
		return ucd.L, ucd.EN // W7
	}
	return ucd.EN, ucd.EN
}

// joins reports whether W4 makes a separator part of the numbers around it.
func joins(separator, before, strong, after ucd.Class) bool {
	if after == ucd.EN {
		_, after = european(strong)
	}
	return before == after && (after == ucd.EN || after == ucd.AN && separator == ucd.CS)
}

// resolveTerminators applies W5 and W6 to the sequence of ET that begins at
// units[start], with the NSM that W1 makes ET, and answers where it ends.
func resolveTerminators(units []unit, start int, strong, number ucd.Class) (end int) {
	for end = start; end < len(units) && (units[end].class == ucd.ET || units[end].class == ucd.NSM); {
		end++
	}
	beside := number == ucd.EN || strong != ucd.AL && end < len(units) && units[end].class == ucd.EN
	class := ucd.ON // W6
	if beside {
		class, _ = european(strong) // W5, W7
	}
	for i := start; i < end; i++ {
		units[i].class = class
	}
	return end
}
