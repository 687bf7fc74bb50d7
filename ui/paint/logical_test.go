package paint

import (
	"fmt"
	"strings"
	"testing"

	"rawi/bidi"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// A terminal that orders whole rows by itself shows two panes as they were
// laid out.
func TestLogical(t *testing.T) {
	for _, pane := range [][2]string{
		{"قال زيد (نعم) ثم مضى", "1  حمد الراشدي [4]"}, {"قالت «رويترز» (Reuters) في 1990-1995", "تخمين · «قال»"},
		{"لا، ١٢٫٥٪ منهم [كلهم]", ""}, {"بَابٌ مُغْلَقٌ", "abc"}, {"قال", "abc (def) 12"}, {"", "باب"}, {"abc", "def"}, {"", ""},
	} {
		checkLogical(t, 83, func(row Area) {
			row.Label(1, 0, 30, pane[1], theme.Dim, bidi.RightToLeft)
			row.Label(32, 0, 50, pane[0], theme.Quote, bidi.RightToLeft)
			for _, x := range []int{0, 31, 82} {
				row.Repeat(x, 0, 1, "│", theme.Border)
			}
		})
	}
	// Latin right of Arabic: the base direction is neither way what the row needs.
	for _, keys := range []string{" s تحديد القائل   q خروج", " ٢٣ · a قبول"} {
		checkLogical(t, 40, func(row Area) { row.Label(0, 0, 40, keys, theme.Key, bidi.RightToLeft) })
	}
}

func checkLogical(t *testing.T, width int, paint func(Area)) {
	t.Helper()
	th := theme.New(true)
	want := obeying(sgr.ReplaceAllString(Painter{Theme: th}.Row(width, paint), ""))
	sent := Painter{Theme: th, Order: terminal.Logical}.Row(width, paint)
	if got := guessing(sgr.ReplaceAllString(sent, "")); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q is shown as %q", strings.Join(want, ""), strings.Join(got, ""))
	}
}
