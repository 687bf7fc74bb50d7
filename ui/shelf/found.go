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

// Found is an article in which something was found.
type Found struct {
	ID, Title string
	Date      time.Time
	Pattern   string // what occurs
	Places    []Passage
	Count     int // of all places
}

// Passage is a place in a text with what stands around it.
type Passage struct {
	At      model.Span // in the article's text
	Excerpt string     // one line
	In      model.Span // of the place in Excerpt
}

// Look lists where words stand in all articles.
func (s *Shelf) Look(words string) room.Effect {
	switch {
	case s.Library.Find == nil:
		return room.Say(s.Language.Say(l10n.EmptyLibrary))
	case arabic.Fold(arabic.Pattern(words).Words()) == "":
		return room.Say(s.Language.Say(l10n.FindWhat))
	}
	f := &found{Shelf: s, words: words}
	f.list = &room.Listing{Prompt: l10n.FoundPrompt, Keys: l10n.FoundKeys, Empty: s.Language.Say(l10n.Finding), Title: f.title, Choose: f.open,
		Search: s.Look, Back: s.list}
	return room.Effect{List: f.list, Fetch: f.fetch}
}

// found is what a search in all articles gave.
type found struct {
	*Shelf
	words    string
	list     *room.Listing
	lines    []foundLine
	articles int
	more     bool
}

// foundLine is one place of an article, the n-th.
type foundLine struct {
	*Found
	n int
}

func (f *found) fetch() (then func() room.Effect) {
	all, more, err := f.Library.Find(f.words)
	return func() room.Effect {
		f.list.Empty = f.Language.Say(l10n.FoundNowhere, room.OneLine(f.words))
		if err != nil {
			return room.Say(err.Error())
		}
		f.articles, f.more = len(all), more
		var keys []string
		for i := range all {
			for n := range all[i].Places {
				f.lines = append(f.lines, foundLine{&all[i], n})
				keys = append(keys, arabic.Fold(all[i].Title+" "+all[i].Places[n].Excerpt))
			}
		}
		f.list.Fill(room.Lines{Keys: keys, Line: f.line})
		return room.Effect{}
	}
}

func (f *found) title(int) string {
	articles := f.Language.Count(f.articles, l10n.Articles)
	if f.more {
		articles = f.Language.Say(l10n.OnlyFirst, articles)
	}
	return f.Language.Say(l10n.FoundTitle, room.OneLine(f.words), articles)
}

// open shows a place; n and N go on from there.
func (f *found) open(line int) room.Effect {
	at := f.lines[line]
	return room.Open(room.Request{Article: at.ID, Title: at.Title, At: at.Places[at.n].At, Search: at.Pattern})
}

// titleWidth is how wide titles are beside what an article says.
func titleWidth(width int) int { return min(30, width*3/10) }

// line paints a place: the article, once, and the words around it.
func (f *found) line(to paint.Area, line int, role theme.Role) {
	at := f.lines[line]
	title := cell{width: titleWidth(to.Width), role: theme.Dim}
	if at.n == 0 {
		title.text = f.titleOf(at.Title)
	}
	count := cell{width: 4, role: theme.Dim}
	if at.n == 0 && at.Count > 1 {
		count.text = f.Language.Say(l10n.Number, at.Count)
	}
	place := &at.Places[at.n]
	text, in := around(to, place.Excerpt, place.In, (to.Width-title.width)/3)
	words := cell{text: text, role: theme.Text, marks: []paint.Mark{{Start: in.Start, End: in.End, Role: theme.Hit}}}
	paintCells(to, role, []cell{title, words, count})
}

func (s *Shelf) titleOf(title string) string {
	if title = room.OneLine(title); title != "" {
		return title
	}
	return s.Language.Say(l10n.Untitled)
}

// around is a text from which words are cut before a place, so that what is left before
// it takes no more than a number of columns.
func around(to paint.Area, text string, place model.Span, columns int) (string, model.Span) {
	const cut = "… "
	start := 0
	for to.Measure(text[start:place.Start]) > columns {
		next := start + 1
		for next < place.Start && text[next] != ' ' {
			next++
		}
		start = next
	}
	if start == 0 {
		return text, place
	}
	for start < place.Start && text[start] == ' ' {
		start++
	}
	return cut + text[start:], model.Span{Start: place.Start - start + len(cut), End: place.End - start + len(cut)}
}
