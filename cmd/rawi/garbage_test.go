package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect"
)

// Garbage of a large article is collected sooner until all is found in it, and as
// usual from then on; that of others always as usual.
func TestGarbage(t *testing.T) {
	t.Setenv("GOGC", "")
	usual := debug.SetGCPercent(100)
	defer debug.SetGCPercent(usual)
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	large := model.NewArticle(strings.Repeat("\n", 2<<20), nil)
	for _, a := range []*model.Article{large, model.NewArticle("نص", nil)} {
		collectSooner(len(a.Text))
		if now := percent(); (now < 100) != (a == large) {
			t.Errorf("while things are found in %d bytes: %d %%", len(a.Text), now)
		}
		if _, err := detectOnce(detect.Learned)(a); err != nil || percent() != 100 {
			t.Errorf("then: %d %%, %v", percent(), err)
		}
	}
}
