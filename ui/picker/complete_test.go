package picker

import (
	"slices"
	"testing"
)

// The article's own words complete a name, those near the quotation first.
func TestCompletion(t *testing.T) {
	const text = "قال وحدويّ إنّ «كلا». وذكرت وحدات حماية الشرق، ثم قالت وحدات أخرى إنها هناك."
	tests := []struct {
		typed, want string
		near        int
	}{
		{"وحد", "ويّ", 0}, {"وحد", "ات", 50}, {"وحدا", "ات"[len("ا"):], 50}, {"وحدات", " حماية", 60}, {"وحدات", " أخرى", 110},
		{"وحدات ", "حماية", 60}, {"وحدات حماية الشرق", "", 60}, {"زيد", "", 0}, {"", "", 0}, {" ", "", 0}, {"حدات", "", 60},
	}
	for _, test := range tests {
		p := New(nil, Name)
		p.CompleteFrom(text, test.near)
		p.Type(test.typed)
		if got := p.Completion(); got != test.want {
			t.Errorf("%q near %d is completed by %q, want %q", test.typed, test.near, got, test.want)
		}
	}
	p := New(nil, Name)
	p.CompleteFrom(text, 60)
	p.Type("وح")
	for range 4 { // the last one has nothing to take
		p.Forward()
	}
	if p.Typed() != "وحدات حماية الشرق" {
		t.Errorf("taken word by word: %q", p.Typed())
	}
	p.Move(-1)
	if p.Completion() != "" {
		t.Error("completed inside the line")
	}
}

// While a name is typed, it is offered as it goes on in the text, each by a row of its
// own: with the marks of a name between marks, up to where something else begins, and
// never a name that an item has.
func TestContinuations(t *testing.T) {
	const text = "قالت صحيفة «النهر» المحلية إن سمير سعيد قلل من ذلك، وقال سمير عوض (من القرية) إنه غاب."
	tests := []struct {
		typed string
		want  []string
		not   string
	}{
		{"سم", []string{"سمير", "سمير سعيد"}, "سمير عوض إنه"},
		{"سمير ع", []string{"سمير عوض"}, "سمير سعيد"},
		{"صح", []string{"صحيفة", "صحيفة «النهر»", "صحيفة «النهر» المحلية"}, "صحيفة «النهر» المحلية إن"},
		{"سمير س", []string{"سمير سعيد", "سمير سعيد قلل"}, "سمير عوض"},
		{"عوض", []string{"عوض", "عوض (من القرية)"}, "عوض (من"[:len("عوض (")]},
	}
	for _, test := range tests {
		p := New([]Item{{Names: []string{"سمير الباني"}}}, Name)
		p.CompleteFrom(text, 0)
		p.Type(test.typed)
		offered := p.offered()
		for _, want := range test.want {
			if !slices.Contains(offered, want) {
				t.Errorf("typing %q offers %q, not %q", test.typed, offered, want)
			}
		}
		if slices.Contains(offered, test.not) {
			t.Errorf("typing %q offers %q", test.typed, test.not)
		}
		for n := range len(p.rows) {
			if c, ok := p.Choice(n); !ok || c.Item < 0 && !slices.Contains(offered, c.Typed) {
				t.Errorf("typing %q: row %d is %+v", test.typed, n, c)
			}
		}
	}
}
