package marks

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// Place is a place in an article of the library.
type Place struct {
	Article, Title string
	Offset         int // byte of the text in the top row
}

// request asks for the place in its article.
func (p Place) request() room.Request {
	return room.Request{Article: p.Article, Title: p.Title, At: model.Span{Start: p.Offset, End: p.Offset + 1}}
}

// Jumps is the places from which jumps led. The zero value is none.
type Jumps struct{ back, forward []Place }

// most is how many places are remembered.
const most = 100

// Left notes that a jump led away from a place. What was ahead is forgotten.
func (j *Jumps) Left(p Place) {
	j.forward = nil
	if n := len(j.back); n > 0 && j.back[n-1] == p {
		return
	}
	j.back = append(j.back, p)
	j.back = j.back[max(0, len(j.back)-most):]
}

// step goes from one place to the last of some, and leaves that one among others.
func step(here Place, from, to *[]Place) (p Place, ok bool) {
	for n := len(*from); n > 0; n = len(*from) {
		p, *from = (*from)[n-1], (*from)[:n-1]
		if p != here {
			*to = append(*to, here)
			return p, true
		}
	}
	return p, false
}

// here is the place on the screen.
func (s *Marks) here() Place { return Place{s.Article.ID, s.Article.Title(), s.Visible().Start} }

// Back goes to the place from which the last jump led.
func (s *Marks) Back() room.Effect { return s.jump(&s.Jumps.back, &s.Jumps.forward, l10n.NoJumpBack) }

// Forward takes a [Marks.Back] back.
func (s *Marks) Forward() room.Effect {
	return s.jump(&s.Jumps.forward, &s.Jumps.back, l10n.NoJumpForward)
}

func (s *Marks) jump(from, to *[]Place, none l10n.Word) room.Effect {
	p, ok := step(s.here(), from, to)
	if !ok {
		return room.Say(s.Language.Say(none))
	}
	if p.Article == s.Article.ID {
		return s.goTo(p)
	}
	r := p.request()
	r.Back = true
	return room.Open(r)
}
