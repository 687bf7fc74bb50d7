package model

import (
	"reflect"
	"strings"
	"testing"
)

// fieldsSet is the fields of an annotation that are set.
func fieldsSet(a *Annotation) (set fieldSet) {
	for _, f := range fields {
		if f.isSet(a) {
			set |= f.fieldSet
		}
	}
	return set
}

func (s fieldSet) String() string {
	var names []string
	for _, f := range fields {
		if s&f.fieldSet != 0 {
			names = append(names, f.name)
		}
	}
	return strings.Join(names, " ")
}

// TestFieldsAreAll: the table has every field of an annotation but those of every one.
func TestFieldsAreAll(t *testing.T) {
	const always = 9 // ID, Format, Time, Author, Article, Group, Capacity, Deed, and what is unknown
	if n := reflect.TypeFor[Annotation]().NumField(); n != always+len(fields) {
		t.Errorf("an annotation has %d fields, the table has %d and %d are always used", n, len(fields), always)
	}
}

// TestFieldsOfDeeds: a decision that says all that it can uses exactly the fields
// that the table gives to its deed, and belongs to an article if the deed does.
func TestFieldsOfDeeds(t *testing.T) {
	body := Party{ID: "x", Name: "X", Kind: Organisation}
	of := func(a Annotation, ok bool) Annotation {
		if !ok {
			t.Helper()
			t.Errorf("%v could not be decided", a.Deed)
		}
		return a
	}
	makers := [DeedCount]func(*Reading) Annotation{
		Assign:       func(r *Reading) Annotation { return r.Assign(0, body) },
		SetKind:      func(r *Reading) Annotation { return r.SetKind(0, Scare) },
		Revoke:       func(r *Reading) Annotation { r.SetKind(0, Scare); return of(r.Undo()) },
		MakeQuote:    func(r *Reading) Annotation { return of(r.MakeQuote(at("ذكر"), Scare)) },
		MoveQuote:    func(r *Reading) Annotation { return of(r.MoveQuote(0, at("زيد \"نعم"))) },
		SplitQuote:   func(r *Reading) Annotation { r.JoinNext(0); return of(r.SplitQuote(0, at("وأضاف").Start)) },
		JoinQuotes:   func(r *Reading) Annotation { return of(r.JoinNext(0)) },
		DropQuote:    func(r *Reading) Annotation { return r.DropQuote(0) },
		SetNote:      func(r *Reading) Annotation { return r.SetNote(0, "note") },
		SetCertainty: func(r *Reading) Annotation { return r.SetCertainty(0, Likely) },
		SetAddressee: func(r *Reading) Annotation { return r.SetAddressee(0, body) },
		MakeMention:  func(r *Reading) Annotation { return of(r.MakeMention(at("ذكر"), body)) },
		MoveMention:  func(r *Reading) Annotation { return of(r.MoveMention(at("زيد"), at("قال زيد"))) },
		DropMention:  func(r *Reading) Annotation { return r.DropMention(at("زيد")) },
		RenameParty:  func(r *Reading) Annotation { return of(r.RenameParty("زيد", "X")) },
		SetPartyKind: func(r *Reading) Annotation { return r.SetPartyKind("زيد", Place) },
		SetRole:      func(r *Reading) Annotation { return r.SetRole("زيد", "role") },
		AddAlias:     func(r *Reading) Annotation { return of(r.AddAlias("زيد", "X")) },
		MergeParties: func(r *Reading) Annotation { return of(r.MergeParties("زيد", body)) },
		SplitParty:   func(r *Reading) Annotation { r.MergeParties("زيد", body); return of(r.SplitParty("زيد")) },
		Retract:      func(r *Reading) Annotation { return of(r.Retract(r.SetKind(0, Scare).ID)) },
		Confirm: func(r *Reading) Annotation {
			r.Assign(0, body)
			changed := NewReading(NewArticle("نص آخر", nil), Findings{}, r.Log().All(), r.Author)
			return of(changed.Place(changed.Unresolved()[0], Span{0, len("نص")}))
		},
	}
	for deed := range Deed(DeedCount) {
		if deed.OfCorpus() {
			target, text := "", ""
			if deeds[deed].needs&fieldTarget != 0 {
				target = "x"
			}
			if deeds[deed].takes&fieldText != 0 {
				text = "x"
			}
			makers[deed] = func(*Reading) Annotation { return (&Corpus{Name: "x"}).Fact(deed, "x", target, text) }
		}
	}
	for deed, decide := range makers {
		a := decide(reading())
		if a.Deed != Deed(deed) {
			t.Errorf("%v was decided instead of %v", a.Deed, Deed(deed))
		}
		if got, want := fieldsSet(&a), deeds[deed].needs|deeds[deed].takes; got != want {
			t.Errorf("%v uses the fields %q, the table says %q", a.Deed, got, want)
		}
		if inArticle := a.Article != ""; inArticle == a.Deed.LibraryWide() {
			t.Errorf("%v belongs to an article: %v", a.Deed, inArticle)
		}
	}
}
