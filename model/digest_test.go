package model

import (
	"strings"
	"testing"
	"time"
)

func BenchmarkSealed(b *testing.B) {
	a := sealedSample()
	for b.Loop() {
		if _, _, err := a.Sealed(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseAnnotation(b *testing.B) {
	a := sealedSample()
	object, _, err := a.Sealed()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := ParseAnnotation(object); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCutSealed(b *testing.B) {
	a := sealedSample()
	object, _, err := a.Sealed()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		CutSealed(object)
	}
}

// sealedSample is a decision as most are.
func sealedSample() Annotation {
	text := "وقال الوزير في مؤتمر صحفي أمس: «انتهت المفاوضات ولن تستأنف قبل نهاية الشهر القادم». وأضاف المتحدث أن الوفد عاد."
	at := strings.Index(text, "انتهت")
	return Annotation{ID: "EYNEFARRVGASHYLSGQ2WDSIWCL", Time: time.Date(2026, 11, 27, 21, 35, 48, 74583253, time.UTC), Author: "سعاد",
		Article: NewArticle(text, nil).ID, Deed: Assign, Anchor: NewAnchor(text, Span{at, strings.Index(text, "».")}),
		Party: "الوزير", Name: "الوزير", PartyKind: RoleOnly}
}
