package layout

import (
	"testing"

	"rawi/bidi"
)

var seeds = []string{
	"", " ", "a", "\u0644\u064E\u0627", "\u0642\u0627\u0644 (abc) 12.5% \u00AB\u0633\u0644\u0627\u0645\u00BB!",
	"\t\u064Ba\u200D\u2067b\n\n\u202E \u064E\r\n", "\u06DD\u0661\u0662 \u0600\u0663", "\U0001F1F8\U0001F1E6\U0001F1F8",
	"\u1112\u1161\u11AB\u1100", "\u0915\u094D\u0937\u093F \u0E01\u0E33", "\U0001F468\u200D\U0001F469\uFE0F",
	"\xFF\xD8 \x1B[31m", "\u6F22\u5B57", "\u0644\u200B\u0627 \u0644\u0640\u0622\u00AD\u0627\u0654",
	"\u202B\u05D0\u202C\u2066x\u2069\u061C", "a\U0001F3FD\u20E3",
	"\u0644\u200B\u05A7\u00AD\u0627\xA2", "\u0644\u2007\u0627", "\uFFFF\x87\x14", "\u1AD2\u115B\u1184\u1100",
}

// FuzzWrap: the contract holds for any bytes, options and width, also when a
// Text is used again.
func FuzzWrap(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint8(i*13), uint8(i))
	}
	f.Fuzz(func(t *testing.T, source string, width, flags uint8) {
		opt := Options{Base: bidi.Direction(flags % 3), Unshaped: flags&4 != 0, HideMarks: flags&8 != 0}
		var text Text
		text.Set("\u0644\u0627\u0644\u0627 used before ", Options{})
		text.AppendLines(nil, 7)
		text.Set(source, opt)
		checkWrap(t, &text, source, opt, max(1, int(width)))
	})
}

// FuzzClip: a clipped line is as wide as asked at most, stands for the whole
// text, and is the whole line where that fits.
func FuzzClip(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed, uint8(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, source string, width, flags uint8) {
		var text Text
		text.Set(source, Options{Base: bidi.Direction(flags % 3)})
		line := text.Clip(int(width))
		checkWidth(t, &line)
		checkColumns(t, &line)
		if line.Start != 0 || line.End != len(source) || line.Width > int(width) {
			t.Errorf("%+q clipped to %d is %d-%d with %d columns", source, width, line.Start, line.End, line.Width)
		}
		if whole := text.Clip(1 << 20); whole.Width <= int(width) && whole.Width != line.Width {
			t.Errorf("%+q has %d columns and is clipped to %d", source, whole.Width, line.Width)
		}
	})
}
