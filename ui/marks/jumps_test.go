package marks

import (
	"fmt"
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/room"
)

// at is a room in an article, on the screen at an offset.
func at(j Jumps, article *model.Article, offset int) *Marks {
	return &Marks{Scene: &room.Scene{Article: article, Reading: model.NewReading(article, model.Findings{}, nil, "")}, Jumps: j,
		Visible: func() model.Span { return model.Span{Start: offset, End: offset + 1} }}
}

// Jumps lead back the way they came and forward again; a new one forgets what was ahead.
func TestJumps(t *testing.T) {
	a := model.NewArticle(strings.Repeat("كلمة ", 100), nil)
	var j Jumps
	here := 0
	jump := func(to int) { j.Left(Place{Article: a.ID, Offset: here}); here = to }
	move := func(do func(*Marks) room.Effect) {
		s := at(j, a, here)
		if e := do(s); e.Top > 0 {
			here = e.Top - 1
		}
		j = s.Jumps
	}
	var way []string
	note := func() { way = append(way, fmt.Sprint(here)) }
	for _, to := range []int{10, 20, 30} {
		jump(to)
	}
	for range 4 {
		move((*Marks).Back)
		note()
	}
	for range 2 {
		move((*Marks).Forward)
		note()
	}
	jump(90)
	move((*Marks).Forward)
	note()
	move((*Marks).Back)
	note()
	if got := strings.Join(way, " "); got != "20 10 0 0 10 20 90 20" {
		t.Errorf("the way is %s", got)
	}
	j.Left(Place{Article: "other", Offset: 7})
	s := at(j, a, here)
	if e := s.Back(); e.Open != (room.Request{Article: "other", At: model.Span{Start: 7, End: 8}, Back: true}) {
		t.Errorf("%+v", e)
	}
}

func TestLetters(t *testing.T) {
	a := model.NewArticle("كلمة", nil)
	s := at(Jumps{}, a, 2)
	var set string
	s.Library = Library{
		All: func() ([]Bookmark, error) {
			return []Bookmark{{"a", "other", "", 1}, {"B", "other", "", 3}, {"a", a.ID, "", 2}}, nil
		},
		Set: func(letter string, offset int) error { set = fmt.Sprint(letter, offset); return nil },
	}
	done := func(e room.Effect) room.Effect {
		if e.Fetch != nil {
			return e.Fetch()()
		}
		return e
	}
	if done(s.Set("a")); set != "a2" {
		t.Errorf("set %s", set)
	}
	if e := s.Set("1"); e.Fetch != nil || e.Say == "" {
		t.Errorf("a digit is no letter: %+v", e)
	}
	if e := done(s.GoTo("a")); e.Top != 3 {
		t.Errorf("the small letter of this article: %+v", e)
	}
	if e := done(s.GoTo("B")); e.Open.Article != "other" || e.Open.At.Start != 3 {
		t.Errorf("the capital one of another: %+v", e)
	}
	if e := done(s.GoTo("c")); e.Top != 0 || e.Say == "" {
		t.Errorf("one that was not set: %+v", e)
	}
}
