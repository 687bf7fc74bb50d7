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
	p := Painter{Order: terminal.Logical, Theme: theme.New(true)}
	edge := p.Label("│", 1, theme.Border, bidi.LeftToRight)
	for _, pane := range [][2]string{
		{"قال زيد (نعم) ثم مضى", "1  حمد الراشدي [4]"}, {"قالت «رويترز» (Reuters) في 1990-1995", "تخمين · «قال»"},
		{"لا، ١٢٫٥٪ منهم [كلهم]", ""}, {"بَابٌ مُغْلَقٌ", "abc"}, {"قال", "abc (def) 12"}, {"", "باب"}, {"abc", "def"}, {"", ""},
	} {
		row := edge + p.Label(pane[1], 30, theme.Dim, bidi.RightToLeft) + edge +
			p.Label(pane[0], 50, theme.Quote, bidi.RightToLeft) + edge
		want := obeying(sgr.ReplaceAllString(row, ""))
		sent := p.Finish(row)
		if got := guessing(sgr.ReplaceAllString(sent, "")); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q is shown as %q", strings.Join(want, ""), strings.Join(got, ""))
		}
	}
	// Latin right of Arabic: the base direction is neither way what the row needs.
	for _, keys := range []string{" s تحديد القائل   q خروج", " ٢٣ · a قبول"} {
		row := p.Label(keys, 40, theme.Key, bidi.RightToLeft)
		want := obeying(sgr.ReplaceAllString(row, ""))
		if got := guessing(sgr.ReplaceAllString(p.Finish(row), "")); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q is shown as %q", strings.Join(want, ""), strings.Join(got, ""))
		}
	}
	if row := "a \x1b[1mb\x1b[m"; (Painter{}).Finish(row) != row {
		t.Error("a row is changed for a terminal that needs nothing")
	}
}
