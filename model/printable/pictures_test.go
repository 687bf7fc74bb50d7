package printable

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Pictures leaves offsets as they are, and only white space and bidi controls of what
// steers.
func TestPictures(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		got := Pictures("a" + string(r) + "b")
		if n := len(utf16.Encode([]rune(got))); n != 2+utf16.RuneLen(r) || utf8.RuneCountInString(got) != 3 {
			t.Fatalf("%U becomes %q", r, got)
		}
		control := unicode.Is(unicode.Cc, r) && !strings.ContainsRune("\t\n\r\u0085", r)
		if changed := got != "a"+string(r)+"b"; changed != (control || r == 0xfffe || r == 0xffff) {
			t.Fatalf("%U becomes %q", r, got)
		}
	}
}
