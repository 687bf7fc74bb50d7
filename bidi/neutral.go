package bidi

import "rawi/bidi/internal/ucd"

// resolveNeutral applies N1 and N2 to the neutrals of a sequence, and I1 and I2
// to all its units.
func (s *sequence) resolveNeutral() {
	before := s.sos
	for i := 0; i < len(s.units); {
		u := &s.units[i]
		if strong := strongClass(u.class); strong != ucd.ON {
			before = strong
			u.level = implicit(s.level, u.class)
			i++
			continue
		}
		end, after := s.neutralsFrom(i)
		class := s.level.direction() // N2
		if before == after {
			class = before // N1
		}
		for level := implicit(s.level, class); i < end; i++ {
			s.units[i].level = level
		}
	}
}

// neutralsFrom is the end of the neutrals that begin at unit i, and the strong
// class behind them.
func (s *sequence) neutralsFrom(i int) (end int, after ucd.Class) {
	for end = i + 1; end < len(s.units); end++ {
		if strong := strongClass(s.units[end].class); strong != ucd.ON {
			return end, strong
		}
	}
	return end, s.eos
}

// implicit is the level that I1 and I2 give a class at an embedding level.
func implicit(level Level, class ucd.Class) Level {
	switch {
	case level.RightToLeft():
		if class != ucd.R {
			return level + 1 // I2
		}
	case class == ucd.R:
		return level + 1 // I1
	case class != ucd.L:
		return level + 2 // I1
	}
	return level
}
