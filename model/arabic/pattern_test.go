package arabic

import (
	"fmt"
	"testing"
)

func ExamplePattern() {
	text := "وصل الوزيرُ إلى ١٢ مدينة"
	for _, p := range []Pattern{"الوزير الي 12", "=الوزيرُ", "=12"} {
		for start, end := range p.In(text) {
			fmt.Println(text[start:end])
		}
	}
	// Output:
	// الوزيرُ إلى ١٢
	// الوزيرُ
}

func TestPattern(t *testing.T) {
	for _, test := range []struct {
		pattern Pattern
		text    string
		want    string
	}{
		{"", "نص", "[]"}, {"=", "=نص", "[]"}, {"==", "= =", "[0 2]"}, {"=aa", "aaaa", "[0 2]"}, {"AA", "aaaa", "[0 2]"}, {"=AA", "aaaa", "[]"},
	} {
		at := []int{}
		for start := range test.pattern.In(test.text) {
			at = append(at, start)
		}
		if got := fmt.Sprint(at); got != test.want {
			t.Errorf("%q in %q: %s, want %s", test.pattern, test.text, got, test.want)
		}
	}
}
