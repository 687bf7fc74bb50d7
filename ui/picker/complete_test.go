package picker

import "testing"

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
