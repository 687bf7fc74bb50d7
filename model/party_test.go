package model

import "testing"

// TestPartyIDOf: spellings of one name are one party, and signs alone are nobody.
func TestPartyIDOf(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"أحمد", "احمد", true},
		{"الأمم المتّحدة", "«الامم  المتحدة»", true},
		{"CNN", "cnn", true},
		{"أحمد", "أحمدي", false},
		{"«»!", "", true},
	} {
		if got := PartyIDOf(test.a) == PartyIDOf(test.b); got != test.same {
			t.Errorf("%q and %q are one party: %v, want %v", test.a, test.b, got, test.same)
		}
	}
	if id := PartyIDOf("«»!"); id != "" {
		t.Errorf("signs alone have the ID %q", id)
	}
}
