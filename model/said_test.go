package model

import (
	"reflect"
	"testing"
)

// Said is what a reading has of each quotation, and nothing that hangs on the reading.
func TestSaid(t *testing.T) {
	text := "قال زيد «نعم» وقال «لا»"
	a := NewArticle(text, nil)
	zayd := Party{ID: "زيد", Name: "زيد", Aliases: []string{"أبو عمرو"}, Mentions: []Mention{{Span: Span{7, 13}}}}
	first, second := Span{16, 22}, Span{36, 40}
	r := NewReading(a, Findings{
		Quotes:  []Quote{{Span: first, Speaker: "زيد", Candidates: []PartyID{"زيد"}, Follows: Span{1, 2}, Confidence: 0.5}, {Span: second}},
		Parties: []Party{zayd},
	}, nil, "نور")
	decided := r.Assign(1, zayd)
	zayd.Mentions = nil
	said := r.Said()
	want := []Said{
		{Quote: Quote{Span: first, Speaker: "زيد", Confidence: 0.5}, State: StateGuessed, Party: zayd},
		{Quote: Quote{Span: second, Speaker: "زيد", Decision: decided.ID}, State: StateDecided, Party: zayd, Author: "نور", Time: decided.Time},
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("got  %+v\nwant %+v", said, want)
	}
	if r.Parties()[0].Mentions == nil || r.Quotes()[0].Candidates == nil {
		t.Error("the reading has lost what it had")
	}
}
