package shelf

import (
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/ui/room"
)

func library(items ...Item) *Shelf {
	a := model.NewArticle("نص", nil)
	s := &Shelf{Scene: &room.Scene{Article: a, Reading: model.NewReading(a, model.Findings{}, nil, "")}}
	s.Library = Library{Articles: func() ([]Item, error) { return items, nil },
		Remove:  func(string) error { return nil },
		SetRead: func(string, bool) error { return nil }}
	e := s.List()
	e.Fetch()()
	return s
}

func (s *Shelf) ids() string {
	var all []string
	for _, e := range s.entries {
		all = append(all, e.ID)
	}
	return strings.Join(all, " ")
}

// A key goes through all orders and back to the first.
func TestOrders(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2031, 5, d, 0, 0, 0, 0, time.UTC) }
	s := library(
		Item{ID: "1", Title: "أب", Site: "ج", Date: day(1), At: day(9), Counts: [3]int{9, 0, 1}},
		Item{ID: "2", Title: "ب", Site: "ا", Date: day(3), Counts: [3]int{0, 2, 2}},
		Item{ID: "3", Title: "آج", Site: "ب", Date: day(2), At: day(8)})
	for _, want := range []string{"2 3 1", "1 3 2", "1 3 2", "2 3 1", "2 1 3", "2 3 1"} {
		if got := s.ids(); got != want {
			t.Errorf("order %d: %s, want %s", s.Order, got, want)
		}
		s.sortBy(1)
	}
}

// Removing asks once; what is marked shows it.
func TestShelving(t *testing.T) {
	s := library(Item{ID: "1", Title: "أ"}, Item{ID: "2", Title: "ب"})
	e, _ := s.list.Press("ctrl+r", "")
	e.Fetch()()
	if !s.entries[0].Read {
		t.Error("it is not marked as read")
	}
	s.list.Press("delete", "")
	if e, _ = s.list.Press("esc", ""); e.Fetch != nil {
		t.Error("it is removed without an answer")
	}
	s.list.Press("down", "") // the last one, whose line is none any more afterwards
	s.list.Press("delete", "")
	e, _ = s.list.Press("enter", "")
	e.Fetch()()
	if s.ids() != "1" || s.list.Selected() != 0 {
		t.Errorf("left are %s, selected is %d", s.ids(), s.list.Selected())
	}
	s = library(Item{ID: "1", Title: "أ"}, Item{ID: "2", Title: "ب"})
	s.list.Press("delete", "")
	e, _ = s.list.Press("enter", "")
	e.Fetch()()
	if s.ids() != "2" || s.list.Selected() != 0 {
		t.Errorf("left are %s, selected is %d", s.ids(), s.list.Selected())
	}
}
