package taste

import (
	"testing"

	"rawi/ui/l10n"
)

// Every value of every setting is found by its names and comes round by Next; what is
// none is refused.
func TestSettings(t *testing.T) {
	for k := range Settings {
		s := &Settings[k]
		for _, v := range s.Values {
			for _, name := range []string{v.Name, v.In, " " + v.Name + " "} {
				if got, ok := s.Parse(name); !ok || got != v.Name {
					t.Errorf("%s: %q is %q, %v", s.Key, name, got, ok)
				}
			}
		}
		for _, wrong := range []string{"", "purple", "-1", "1000", "1.5"} {
			if got, ok := s.Parse(wrong); ok {
				t.Errorf("%s: %q is %q", s.Key, wrong, got)
			}
		}
		var v Values
		first, seen := v.Of(Key(k)), map[string]bool{}
		for range 200 {
			v.Next(Key(k))
			if _, ok := s.Parse(v[k]); !ok {
				t.Fatalf("%s: Next sets %q", s.Key, v[k])
			}
			seen[v[k]] = true
		}
		if want := min(max(len(s.Values), 2), 6); len(seen) < want || !seen[first] {
			t.Errorf("%s: Next reaches %d values, want %d and %q among them", s.Key, len(seen), want, first)
		}
		for l := range l10n.Language(l10n.LanguageCount) {
			if s.Names[l] == "" || s.Allowed(l) == "" {
				t.Errorf("%s has no name or values in %s", s.Key, l)
			}
		}
	}
}

func TestOver(t *testing.T) {
	set := FromMap(map[string]string{"theme": "sepia", "column": "60", "digits": "roman", "else": "1"})
	if set != (Values{Theme: "sepia", Column: "60"}) || FromMap(set.Map()) != set {
		t.Errorf("%q", set)
	}
	if got := (Values{Theme: "dark"}).Over(set); got != (Values{Theme: "dark", Column: "60"}) {
		t.Errorf("%q", got)
	}
	if got := (Values{}).Of(Column); got != "75" {
		t.Errorf("a column of %s by itself", got)
	}
}
