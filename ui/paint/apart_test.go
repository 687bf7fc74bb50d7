package paint

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// What would be one character beside its neighbour is kept apart, so that each row
// has its width for all who measure it: with clusters, and without. Terminals that
// get no U+200E know no clusters.
func TestApartCellsHaveTheirWidth(t *testing.T) {
	for _, text := range []string{
		"नमस्ते हिन्दी", "বাংলা ক্ষমা", "தமிழ் மொழி", "ภาษาไทย น้ำ", "ພາສາລາວ ນໍ້າ", "ភាសាខ្មែរ", "မြန်မာ စာ", "ಕನ್ನಡ", "മലയാളം",
		"\u1112\u1161\u11AB\u1100", "👍🏽 🤦🏿‍♂️ ☝️", "🇵🇸 🇸", "1️⃣ #️⃣", "👨‍👩‍👧‍👦", "🏴\U000E0067\U000E0062\U000E007F", "عربي हिन्दी عربي", "\u202Eनमस्ते",
	} {
		var measured layout.Text
		measured.Set(text, layout.Options{Base: bidi.RightToLeft})
		l := measured.Clip(60)
		for order := range terminal.Order(terminal.OrderCount) {
			p := Painter{Theme: theme.New(true), Order: order}
			row := p.Line(l, 60, theme.Text, nil)
			if strings.Contains(row, "\ufffd") {
				t.Errorf("%s: %q is shown as %q", order, text, row)
			}
			if w := ansi.StringWidthWc(row); w != 60 {
				t.Errorf("%s: %q has %d columns without clusters", order, row, w)
			}
			if w := lipgloss.Width(row); w != 60 && p.separates() {
				t.Errorf("%s: %q has %d columns with clusters", order, row, w)
			}
		}
	}
	var measured layout.Text
	measured.Set("हिन्दी", layout.Options{})
	if row := (Painter{Counts: true}).Line(measured.Clip(9), 9, theme.Text, nil); strings.Contains(row, lrm) {
		t.Errorf("a terminal that would give it a cell gets U+200E: %+q", row)
	}
}
