package shelf

import (
	"time"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// Said is a quotation in an article of the library.
type Said struct {
	ID, Title string // of the article
	Date      time.Time
	At        model.Span
	Words     string
	Direct    bool
	State     model.DecisionState
}

// said is what one person said, as it is listed.
type said struct {
	party  *model.Party
	list   *room.Listing
	lines  []Said
	unread int // articles in which it was not looked for yet
}

// SaidBy lists everything that somebody said, in all articles. Those in which nobody
// looked yet are read while the list is open.
func (s *Shelf) SaidBy(p *model.Party) room.Effect {
	if s.Library.Said == nil {
		return room.Say(s.Language.Say(l10n.EmptyLibrary))
	}
	s.quoted = said{party: p}
	s.quoted.list = &room.Listing{Prompt: l10n.SaidPrompt, Keys: l10n.SaidKeys, Empty: s.Language.Say(l10n.Opening), Title: s.saidTitle, Choose: s.openSaid}
	return room.Effect{List: s.quoted.list, Fetch: s.fetchSaid(s.quoted.list, false)}
}

// fetchSaid brings what was said, after more articles were read if read.
func (s *Shelf) fetchSaid(list *room.Listing, read bool) room.Fetch {
	party, library := s.quoted.party, s.Library
	return func() func() room.Effect {
		var failed error
		if read && library.Read != nil {
			_, failed = library.Read()
		}
		all, unread, err := library.Said(party.ID)
		return func() room.Effect {
			switch {
			case s.quoted.list != list:
				return room.Effect{}
			case err != nil:
				return room.Say(err.Error())
			}
			s.fillSaid(all, unread)
			if failed != nil {
				return room.Say(failed.Error())
			}
			if unread > 0 && library.Read != nil {
				return room.Effect{FetchFor: list, Fetch: s.fetchSaid(list, true)}
			}
			return room.Effect{}
		}
	}
}

func (s *Shelf) fillSaid(all []Said, unread int) {
	s.quoted.lines, s.quoted.unread = all, unread
	s.quoted.list.Empty = s.Language.Say(l10n.SaidNothing)
	keys := make([]string, len(all))
	for i := range all {
		keys[i] = arabic.Fold(all[i].Title + " " + all[i].Words)
	}
	s.quoted.list.Fill(room.Lines{Keys: keys, Line: s.saidLine})
}

func (s *Shelf) saidTitle(shown int) string {
	title := s.Language.Say(l10n.SaidTitle, room.OneLine(s.quoted.party.Name), shown)
	if s.quoted.unread > 0 {
		title += s.Language.Say(l10n.StillToRead, s.Language.Count(s.quoted.unread, l10n.Articles))
	}
	return title
}

// openSaid goes to a quotation.
func (s *Shelf) openSaid(line int) room.Effect {
	at := &s.quoted.lines[line]
	return room.Open(room.Request{Article: at.ID, Title: at.Title, At: at.At})
}

// stateLooks are the looks of quotations as they are decided.
var stateLooks = [model.DecisionStateCount]theme.Role{model.StateDecided: theme.Decided, model.StateGuessed: theme.Guess, model.StateUnknown: theme.Unknown}

var stateWords = [model.DecisionStateCount]l10n.Word{model.StateDecided: l10n.DecidedHead, model.StateGuessed: l10n.GuessedHead, model.StateUnknown: l10n.UnknownHead}

// saidLine paints a quotation.
func (s *Shelf) saidLine(to paint.Area, line int, role theme.Role) {
	q := &s.quoted.lines[line]
	words := room.OneLine(q.Words)
	if q.Direct {
		words = "«" + words + "»"
	}
	cells := []cell{{text: words, role: theme.Text}, {text: s.titleOf(q.Title), role: theme.Dim, width: titleWidth(to.Width)}}
	if to.Width >= 60 {
		cells = append(cells, cell{text: day(q.Date), role: theme.Dim, width: 10}, cell{text: s.Language.Say(stateWords[q.State]), role: stateLooks[q.State], width: 6})
	}
	paintCells(to, role, cells)
}
