package printable

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What steers is what Unicode's own properties say, and the deprecated
// controls beside them.
func TestSteers(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control) || 0x206a <= r && r <= 0x206f
		if Steers(r) != want {
			t.Errorf("Steers(%U) = %v", r, !want)
		}
	}
}

func TestText(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing to do", "قال زيد: «نعم»\u200c 😀", "قال زيد: «نعم»\u200c 😀"},
		{"OSC 52", "a\x1b]52;c;eA==\x07b", "a\u241b]52;c;eA==\u2407b"},
		{"C1", "a\u009b2Jb\u0090", "a\ufffd2Jb\ufffd"},
		{"DEL", "a\x7f", "a\u2421"},
		{"white space", "a\tb\nc\rd\u0085e\u2028f", "a b c d e f"},
		{"bidi", "a\u202eb\u2066c\u200f\u061cd\u206a", "abcd"},
		{"not UTF-8", "a\xff\x9b2J\xed\xa0\x80", "a\ufffd\ufffd2J\ufffd\ufffd\ufffd"},
	} {
		if got := Text(test.text); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// Line ends stay, tabs where they are meant.
func TestWriter(t *testing.T) {
	for _, test := range []struct {
		tabs       bool
		text, want string
	}{{false, "a\tb\n\nc\r\nd\re", "a b\n\nc\nd e"}, {true, "a\tb\x1b\n", "a\tb\u241b\n"}, {false, "ا\xd8", "ا\ufffd"}, {false, "x\r", "x "}} {
		if got := written(test.text, len(test.text), test.tabs); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// written is text as a Writer passes it on, in pieces of n bytes.
func written(text string, n int, tabs bool) string {
	var out strings.Builder
	w := NewWriter(&out)
	w.Tabs = tabs
	for len(text) > 0 {
		k := min(max(n, 1), len(text))
		w.Write([]byte(text[:k]))
		text = text[k:]
	}
	w.Close()
	return out.String()
}

// Nothing that steers passes, whatever is written and in whatever pieces; what
// is harmless passes as it is.
func FuzzWriter(f *testing.F) {
	for _, s := range []string{"", "قال\r\n", "a\xe2\x80\xae", "\x1b]0;x\a", "\xe2\x80", "\r", "\xc2\x9b\xff"} {
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, text string, n int) {
		got := written(text, n%7, false)
		if !utf8.ValidString(got) || strings.ContainsFunc(strings.ReplaceAll(got, "\n", ""), Steers) {
			t.Errorf("%q comes out as %q", text, got)
		}
		if whole := written(text, len(text), false); got != whole {
			t.Errorf("%q in pieces comes out as %q, whole as %q", text, got, whole)
		}
		if one := Text(text); strings.ContainsFunc(one, Steers) || Text(one) != one {
			t.Errorf("Text(%q) = %q", text, one)
		}
		if utf8.ValidString(text) && !strings.ContainsFunc(text, Steers) && (got != text || Text(text) != text) {
			t.Errorf("%q is harmless and comes out as %q", text, got)
		}
	})
}

// Escaped JSON says the same, in values and keys, and nothing in it steers.
func FuzzJSON(f *testing.F) {
	f.Add("a\u0085\u2028\u202e\x7f\u061c", "\\\u009b\"\x1b")
	f.Fuzz(func(t *testing.T, key, value string) {
		encoded, err := json.Marshal(map[string]any{key: value, "list": []string{value, key}})
		if err != nil {
			t.Fatal(err)
		}
		var before, after any
		escaped := JSON(encoded)
		if json.Unmarshal(encoded, &before) != nil || json.Unmarshal(escaped, &after) != nil || !reflect.DeepEqual(before, after) {
			t.Errorf("%q became %q", encoded, escaped)
		}
		if strings.ContainsFunc(string(escaped), Steers) {
			t.Errorf("%q steers", escaped)
		}
	})
}

func BenchmarkWriter(b *testing.B) {
	text := []byte(strings.Repeat("قال رئيس البلدية ماجد الحربي: «ستفتح الحديقة أبوابها في الربيع».\n", 100))
	w := NewWriter(discard{})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.Write(text)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
