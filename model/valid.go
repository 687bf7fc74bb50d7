package model

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// earliest and maxAhead are when a decision may have been made. A clock that was
// never set begins in 1970; clocks differ by hours; and what is decided after
// one made in the year 9000 would have to be later still.
var earliest = time.Unix(0, 0)

const maxAhead = 24 * time.Hour

// Valid is an error unless the annotation can be a decision, on whatever text,
// made before now or a little later: it has the fields that its deed needs, an
// article where the deed is one on words, a time that a clock may have shown, and
// its spans are as long as their words.
func (a *Annotation) Valid(now time.Time) error {
	return cmp.Or(a.Anchor.valid("at"), a.To.valid("to"), a.checkFields(), a.checkArticles(), a.checkTime(now))
}

// checkFields is an error if a field is missing.
func (a *Annotation) checkFields() error {
	for _, f := range fields {
		if deeds[a.Deed].needs&f.fieldSet != 0 && !f.isSet(a) {
			return fmt.Errorf("its deed %q needs the member %q", a.Deed, f.name)
		}
	}
	switch {
	case a.Deed.OfArticle() && a.Article == "":
		return fmt.Errorf("its deed %q needs the member %q", a.Deed, "article")
	case a.Deed.OfArticle() && a.Party != "" && a.Name == "":
		return errors.New("it names a party without the member \"name\"")
	}
	return nil
}

// checkArticles is an error if what should be an article's ID is none.
func (a *Annotation) checkArticles() error {
	switch {
	case a.Article != "" && !isArticleID(a.Article):
		return fmt.Errorf("its article %q is no SHA-256 in hexadecimal", a.Article)
	case a.Deed == Confirm && !isArticleID(a.Target):
		return fmt.Errorf("its target %q is no SHA-256 in hexadecimal", a.Target)
	}
	return nil
}

// checkTime is an error if no clock that was set can have shown the time.
func (a *Annotation) checkTime(now time.Time) error {
	switch {
	case a.Time.Before(earliest):
		return fmt.Errorf("it was made in the year %d; set the clock right where it was made", a.Time.Year())
	case a.Time.Sub(now) > maxAhead:
		return fmt.Errorf("it was made in the future, at %v; set the clock right where it was made", a.Time)
	}
	return nil
}

// valid is an error unless some text could have the anchor's words at its place.
func (x Anchor) valid(name string) error {
	if x.Start < 0 || x.End < x.Start {
		return fmt.Errorf("its words %q cannot stand from byte %d to %d", name, x.Start, x.End)
	}
	if x.Len() != len(x.Exact) {
		return fmt.Errorf("its words %q are %d bytes long, but its span is %d", name, len(x.Exact), x.Len())
	}
	return nil
}

// FitsIn reports whether what the annotation says of the words of an article is
// true of that article's text. A confirmation speaks of two texts.
func (a *Annotation) FitsIn(article, text string) bool {
	first := a.Article
	if a.Deed == Confirm {
		first = a.Target
	}
	return (first != article || a.Anchor.Holds(text)) && (a.Article != article || a.To.Holds(text))
}

// isArticleID reports whether an ID is one that NewArticle gives.
func isArticleID(id string) bool {
	sum, err := hex.DecodeString(id)
	return err == nil && len(sum) == 32 && hex.EncodeToString(sum) == id
}
