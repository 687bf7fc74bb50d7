package screentest

import (
	"regexp"
	"testing"
)

// The helper is held to lines that a person wrote in both orders.
func TestTyped(t *testing.T) {
	tests := []struct{ visual, text string }{
		{" ﺪﻳﺯ ﻝﺎﻗ ", "قال زيد"},
		{".«ﺱﺄﺑ ﻻ» :ﻝﺎﻗ", "قال: «لا بأس»."},
		{"(UNEP) 2019 ﻡﺎﻋ", "عام 2019 (UNEP)"},
		{"RIVER-2 ﺝﺫﻮﻤﻨﻟﺍ", "النموذج RIVER-2"},
		{"%12 ﻩﺭﺪﻗ", "قدره 12%"},
		{"ﻕﻼّﺤﻟﺍ", "الحلّاق"},
	}
	for _, test := range tests {
		cells := regexp.MustCompile(`.\p{Mn}*`).FindAllString(test.visual, -1)
		if got := Typed(cells); got != Unshaped(test.text) {
			t.Errorf("%q is read as %q, want %q", test.visual, got, test.text)
		}
	}
}
