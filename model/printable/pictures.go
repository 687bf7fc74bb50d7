package printable

import (
	"strings"
	"unicode/utf8"
)

// Pictures is s with pictures of the controls that are no white space (U+0000-0008,
// 000B-001F, 007F-009F without 0085) and of U+FFFE and FFFF, which text formats cannot hold or whose
// readers stumble over them. A character stays one, of one unit of UTF-16, so that
// offsets in code points and in UTF-16 hold; tabs, line ends and bidi controls stay.
func Pictures(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, pictured) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !pictured(r):
			return r
		case r < ' ':
			return 0x2400 + r
		case r == 0x7f:
			return 0x2421
		}
		return utf8.RuneError
	}, s)
}

func pictured(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r == 0x85:
		return false
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}
