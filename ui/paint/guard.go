package paint

import (
	"strings"
	"unicode/utf8"

	"rawi/model/printable"
)

// guard is the last gate before the terminal: a glyph that holds a control
// character, a line end, a direction control or broken UTF-8 is replaced by
// U+FFFD and blanks of the same width. Package layout lets none of these pass,
// so this is for its bugs.
func guard(glyph string, width int) string {
	if safe(glyph) {
		return glyph
	}
	if width < 1 {
		return ""
	}
	return "\ufffd" + strings.Repeat(" ", width-1)
}

func safe(glyph string) bool {
	for _, r := range glyph {
		if r >= ' ' && r < 0x7f || 0x0620 <= r && r <= 0x06DC || 0xFE70 <= r && r <= 0xFEFC {
			continue
		}
		if r == utf8.RuneError || printable.Steers(r) {
			return false
		}
	}
	return glyph != ""
}
