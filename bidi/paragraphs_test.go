package bidi

import (
	"slices"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"a", []string{"a"}},
		{"a\nb", []string{"a\n", "b"}},
		{"a\r\nb\rc\n\rd", []string{"a\r\n", "b\r", "c\n", "\r", "d"}},
		{"\n\n", []string{"\n", "\n"}},
		{"a\u2029b\u0085c\x1cd\x1de\x1ef", []string{"a\u2029", "b\u0085", "c\x1c", "d\x1d", "e\x1e", "f"}},
		{"a\u2028b\vc\fd\x1fe", []string{"a\u2028b\vc\fd\x1fe"}}, // class WS or S, not B
		{"a\xc2\r", []string{"a\xc2\r"}},                         // half a character
	}
	for _, tt := range tests {
		if got := slices.Collect(Paragraphs(tt.text)); !slices.Equal(got, tt.want) {
			t.Errorf("Paragraphs(%+q) = %+q, want %+q", tt.text, got, tt.want)
		}
	}
	for range Paragraphs("a\nb\n") {
		break // which ends the iteration
	}
}

// FuzzParagraphs holds the contract: nothing is lost, and a separator stands at
// ends alone.
func FuzzParagraphs(f *testing.F) {
	f.Add("a\r\nb\u2029\n\x85")
	f.Fuzz(func(t *testing.T, text string) {
		all := slices.Collect(Paragraphs(text))
		if joined := strings.Join(all, ""); joined != text {
			t.Fatalf("joined they are %+q, not %+q", joined, text)
		}
		for _, p := range all {
			body := strings.TrimSuffix(strings.TrimSuffix(p, "\n"), "\r")
			if body == p {
				body = strings.TrimRight(p, "\x1c\x1d\x1e\u0085\u2029")
			}
			if strings.ContainsAny(body, "\n\r\x1c\x1d\x1e\u0085\u2029") {
				t.Fatalf("a separator inside the paragraph %+q", p)
			}
		}
	})
}

// TestLongText holds that what is beyond the limit of offsets is neither
// resolved nor lost.
func TestLongText(t *testing.T) {
	const text = "\u0627\u0628 ab \u0627 cd"
	var p Paragraph
	p.set(text, Auto, 7)
	want := []Run{{0, 5, 1}, {5, 7, 2}, {7, len(text), 1}}
	if !slices.Equal(p.Runs(), want) {
		t.Errorf("runs are %v, want %v", p.Runs(), want)
	}
	if line := p.AppendLine(nil, 0, len(text)); len(line) != 3 || line[0] != want[2] {
		t.Errorf("the line is %v", line)
	}
}
