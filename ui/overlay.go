package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// overlay is an open picker: what is picked from, and what becomes of the choice.
type overlay struct {
	picker.Picker
	title, prompt, keys l10n.Word
	items               func(*Model) []picker.Item          // makes the rows anew; nil where saving changes none
	digits              bool                                // a digit picks a row
	offer               func(m *Model, typed string) string // how what was typed is offered
	tab                 func(*Model) tea.Cmd
	choose              func(*Model, picker.Choice) tea.Cmd
	otherwise           func(m *Model, typed string) tea.Cmd // where no row is selected; nil stays open
}

// show opens an overlay.
func (m *Model) show(o *overlay) tea.Cmd {
	m.overlay = o
	cmd := m.rearrange()
	m.showCurrent()
	return cmd
}

func (m *Model) closeOverlay() tea.Cmd {
	m.overlay = nil
	cmd := m.rearrange()
	m.showCurrent()
	return cmd
}

// overlayKeys is what keys do in an overlay; any other key that gives text is
// typed.
var overlayKeys = map[string]func(*Model) tea.Cmd{
	"enter":     (*Model).choose,
	"esc":       (*Model).closeOverlay,
	"up":        func(m *Model) tea.Cmd { m.overlay.Next(-1); return nil },
	"down":      func(m *Model) tea.Cmd { m.overlay.Next(1); return nil },
	"pgup":      func(m *Model) tea.Cmd { m.overlay.Next(-m.overlay.Page()); return nil },
	"pgdown":    func(m *Model) tea.Cmd { m.overlay.Next(m.overlay.Page()); return nil },
	"left":      func(m *Model) tea.Cmd { m.overlay.Forward(); return nil }, // the line runs right to left
	"right":     func(m *Model) tea.Cmd { m.overlay.Move(-1); return nil },
	"backspace": func(m *Model) tea.Cmd { m.overlay.Erase(); return nil },
	"ctrl+u":    func(m *Model) tea.Cmd { m.overlay.Clear(); return nil },
	"tab": func(m *Model) tea.Cmd {
		if m.overlay.tab == nil {
			return nil
		}
		return m.overlay.tab(m)
	},
}

func (m *Model) pressOverlay(k tea.Key) tea.Cmd {
	if do, ok := overlayKeys[k.Keystroke()]; ok {
		return do(m)
	}
	if n, ok := keys.Digit(k.Text); ok && m.overlay.digits {
		if c, ok := m.overlay.Choice(n - 1); ok {
			return m.take(c)
		}
		return nil
	}
	m.overlay.Type(k.Text)
	return nil
}

// choose takes the selected row, or what was typed where there is none.
func (m *Model) choose() tea.Cmd {
	o := m.overlay
	if c, ok := o.Chosen(); ok {
		return m.take(c)
	}
	if o.otherwise == nil {
		return nil
	}
	return tea.Batch(m.closeOverlay(), o.otherwise(m, o.Typed()))
}

func (m *Model) take(c picker.Choice) tea.Cmd {
	o := m.overlay
	return tea.Batch(m.closeOverlay(), o.choose(m, c))
}

func (m *Model) overlayView(to paint.Area) {
	o, say := m.overlay, m.session.Language.Say
	o.View(to, picker.Words{
		Prompt: say(o.prompt), Keys: say(o.keys), Digits: o.digits,
		Typed: func(typed string) string { return o.offer(m, typed) },
	})
}

// pick lets the reader pick one of some parties.
func (m *Model) pick(title l10n.Word, parties []model.Party, then func(*Model, model.Party) tea.Cmd) tea.Cmd {
	items := make([]picker.Item, len(parties))
	for i := range parties {
		items[i] = m.partyChoice(&parties[i])
	}
	return m.show(&overlay{
		Picker: picker.New(items, picker.Narrowing), title: title, prompt: l10n.TypeName, keys: l10n.ListKeys, digits: true,
		choose: func(m *Model, c picker.Choice) tea.Cmd { return then(m, parties[c.Item]) },
	})
}

// pickParty is pick, and a name that nobody has makes a new party.
func (m *Model) pickParty(title l10n.Word, parties []model.Party, then func(*Model, model.Party) tea.Cmd) tea.Cmd {
	cmd := m.pick(title, parties, then)
	o, choose, kind := m.overlay, m.overlay.choose, model.Person
	o.SetTyping(picker.Name)
	o.keys = l10n.PickerKeys
	o.CompleteFrom(m.surroundings())
	o.offer = func(m *Model, typed string) string {
		return m.session.Language.Say(l10n.NewParty, typed, m.session.Language.PartyKind(kind))
	}
	o.tab = func(*Model) tea.Cmd {
		kind = (kind + 1) % (model.RoleOnly + 1)
		return nil
	}
	o.choose = func(m *Model, c picker.Choice) tea.Cmd {
		if c.Item >= 0 {
			return choose(m, c)
		}
		p := model.Party{ID: model.PartyIDOf(c.Typed), Name: c.Typed, Kind: kind}
		cmd := then(m, p)
		m.noticeLikeness(p)
		return cmd
	}
	return cmd
}

// reach is how many bytes around the current quotation complete what is typed.
const reach = 1 << 15

// surroundings is the text around the current quotation, and where that is in it.
func (m *Model) surroundings() (text string, near int) {
	text = m.session.Article.Text
	if q, ok := m.quotation(); ok {
		near = q.Start
	}
	first := max(0, near-reach)
	text = text[first:min(len(text), near+reach)]
	return strings.ToValidUTF8(text, " "), near - first
}

// partyChoice is a party in a picker: its name, with its number's colour, and
// its role or kind.
func (m *Model) partyChoice(p *model.Party) picker.Item {
	item := picker.Item{Names: append([]string{p.Name}, p.Aliases...), Also: p.Roles}
	about := m.session.Language.PartyKind(p.Kind)
	if len(p.Roles) > 0 {
		about = p.Roles[0]
	}
	item.Text = p.Name + " · " + about
	if p.ID == "" { // nobody
		item.Text = p.Name
	}
	if _, n, ok := m.reading.Party(p.ID); ok {
		item.Marks = []paint.Mark{{End: len(p.Name), Role: theme.Party(n)}}
	}
	return item
}
