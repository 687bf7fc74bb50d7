package model

import (
	"testing"
)

func TestDuplicates(t *testing.T) {
	parties := []Party{
		{ID: "1", Name: "سيرغي لافروف"},
		{ID: "2", Name: "ألكسندر لافرينتييف", Aliases: []string{"لافرينتييف"}},
		{ID: "3", Name: "الأمم المتحدة", Aliases: []string{"المنظمة الدولية"}},
		{ID: "4", Name: "علي"},
		{ID: "5", Name: "أحمد علي"},
	}
	tests := []struct{ typed, want string }{
		{"", ""},
		{"لافروف", "1"},
		{"سرغي لافروف", ""}, // of five letters or more one may differ, of four none
		{"سيرغى لافروڤ", "1"},
		{"لافرينتيف", "2"},
		{"الكسندر لافرنتييف", "2"},
		{"أمم متحدة", "3"},
		{"المنظّمة الدوليّة", "3"},
		{"على", "45"},
		{"احمد", "5"},
		{"أحمد علي حسن", "45"},
		{"عل", ""},
		{"ا", ""},
		{"كوفي أنان", ""},
	}
	for _, tt := range tests {
		got := ""
		for _, p := range Duplicates(tt.typed, parties) {
			got += string(p.ID)
		}
		if got != tt.want {
			t.Errorf("%q may be %q, want %q", tt.typed, got, tt.want)
		}
	}
}
