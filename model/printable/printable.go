// Package printable makes text of articles, readers, files and flags safe to print.
//
// Some characters steer a terminal or turn the text around them: the controls
// of Unicode (general category Cc), its line and paragraph separators and its
// bidi controls ([Steers]). [Text] and [Writer] show them harmlessly; [JSON]
// escapes them, so that what is read back is the same.
package printable

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Steers reports whether r is a control (U+0000-001F, 007F-009F), a line or
// paragraph separator (U+2028, 2029), a bidi control (U+061C, 200E, 200F,
// 202A-202E, 2066-2069) or one of the deprecated U+206A-206F.
func Steers(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0x61c, r == 0x200e, r == 0x200f:
		return true
	}
	return 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x206f
}

// Text is s on one line in which nothing steers. White space becomes a blank.
// Bidi controls are left out: they have no shape, and without them the text
// stands in its own order. Other controls become their picture (U+2400-2421) or,
// where there is none, U+FFFD, as do bytes that are not UTF-8.
func Text(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, Steers) {
		return s
	}
	return strings.Map(shown, s)
}

// shown is what stands for r: a character, or -1 for none.
func shown(r rune) rune {
	switch {
	case !Steers(r):
		return r
	case '\t' <= r && r <= '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return ' '
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0xa0:
		return utf8.RuneError
	}
	return -1
}

// JSON is encoded JSON with each character that [Steers] written as \uXXXX. It
// leaves alone what stands between the strings.
func JSON(encoded []byte) []byte {
	escaped := func(r rune) bool { return r > '~' && Steers(r) }
	at := bytes.IndexFunc(encoded, escaped)
	if at < 0 {
		return encoded
	}
	out := append(make([]byte, 0, len(encoded)+64), encoded[:at]...)
	for rest := encoded[at:]; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if escaped(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, rest[:size]...)
		}
		rest = rest[size:]
	}
	return out
}
