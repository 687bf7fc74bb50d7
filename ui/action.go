package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/reader"
)

// actions says what each action does, but for those in withArgument. A handler changes the model, and returns
// a command only when something outside must happen. (It is filled in by a
// function, since handlers lead back to it.)
func actions() [actionCount]func(*Model) tea.Cmd {
	return [actionCount]func(*Model) tea.Cmd{
		noAction:        (*Model).unknownKey,
		nextQuote:       func(m *Model) tea.Cmd { return m.goTo(m.current + 1) },
		previousQuote:   func(m *Model) tea.Cmd { return m.goTo(m.current - 1) },
		forward:         func(m *Model) tea.Cmd { return m.step(1) },
		backward:        func(m *Model) tea.Cmd { return m.step(-1) },
		down:            func(m *Model) tea.Cmd { return m.scroll(1) },
		up:              func(m *Model) tea.Cmd { return m.scroll(-1) },
		screenDown:      func(m *Model) tea.Cmd { return m.page(1) },
		screenUp:        func(m *Model) tea.Cmd { return m.page(-1) },
		top:             func(m *Model) tea.Cmd { return m.end(false) },
		bottom:          func(m *Model) tea.Cmd { return m.end(true) },
		nextPane:        func(m *Model) tea.Cmd { return m.turn(1) },
		previousPane:    func(m *Model) tea.Cmd { return m.turn(paneCount - 1) },
		nameSpeaker:     (*Model).nameSpeaker,
		accept:          (*Model).accept,
		acceptRest:      func(m *Model) tea.Cmd { return m.acceptAll(0) },
		notSpeech:       kindOf(model.Other),
		workTitle:       kindOf(model.WorkTitle),
		scare:           kindOf(model.Scare),
		speech:          kindOf(model.Speech),
		indirect:        kindOf(model.Indirect),
		drop:            (*Model).drop,
		certainty:       (*Model).nextCertainty,
		addressee:       (*Model).nameAddressee,
		sameParty:       (*Model).confirmLikeness,
		history:         (*Model).openHistory,
		unresolved:      (*Model).openUnresolved,
		partyType:       (*Model).nextType,
		mergeParty:      (*Model).merge,
		splitParty:      (*Model).splitParty,
		mouse:           (*Model).toggleMouse,
		nextUndecided:   (*Model).goToUndecided,
		changeOrder:     (*Model).changeOrder,
		undo:            (*Model).undo,
		redo:            (*Model).redo,
		marks:           (*Model).toggleMarks,
		fold:            (*Model).toggleFolds,
		reload:          (*Model).reload,
		commandLine:     (*Model).openCommandLine,
		markWords:       (*Model).markWords,
		moveStart:       func(m *Model) tea.Cmd { return m.moveEnd(false) },
		moveEnd:         func(m *Model) tea.Cmd { return m.moveEnd(true) },
		wordLeft:        moveCursor((*reader.Reader).Left),
		wordRight:       moveCursor((*reader.Reader).Right),
		wordBelow:       moveCursor(stepwise((*reader.Reader).Below, 1)),
		wordAbove:       moveCursor(stepwise((*reader.Reader).Below, -1)),
		sentenceForward: moveCursor(stepwise((*reader.Reader).Sentence, 1)),
		sentenceBack:    moveCursor(stepwise((*reader.Reader).Sentence, -1)),
		markForward:     moveCursor(stepwise((*reader.Reader).Mark, 1)),
		markBack:        moveCursor(stepwise((*reader.Reader).Mark, -1)),
		startMarking:    inSelection((*Model).toggleAnchor),
		otherEnd:        inSelection((*Model).otherEnd),
		makeQuote:       inSelection((*Model).makeQuote),
		makeMention:     inSelection((*Model).makeMention),
		moveMention:     inSelection((*Model).moveMention),
		splitQuote:      atCursor((*Model).split),
		joinQuotes:      atCursor((*Model).join),
		dropHere:        atCursor((*Model).dropHere),
		dropMention:     inSelection((*Model).dropMention),
		leaveWords:      (*Model).leaveWords,
		help:            (*Model).openHelp,
		suspend:         (*Model).suspend,
		quit:            (*Model).quit,
	}
}

// withArgument says what the actions do that need one.
func withArgument() map[action]func(*Model, string) tea.Cmd {
	return map[action]func(*Model, string) tea.Cmd{
		candidate:   (*Model).chooseCandidate,
		acceptAbove: (*Model).acceptAbove,
		goToQuote:   (*Model).goToNumber,
		note:        (*Model).note,
		renameParty: asksOf(l10n.RenameParty, nameOf, rename),
		partyRole:   asksOf(l10n.PartyRole, roleOf, setRole),
		partyAlias:  asksOf(l10n.PartyAlias, noText, addAlias),
	}
}

// interrupt is the key that quits wherever it is pressed.
const interrupt = "ctrl+c"

// press gives a key to what is open: an overlay, the help or the panes.
func (m *Model) press(k tea.Key) tea.Cmd {
	if m.overlay != nil && k.Keystroke() != interrupt {
		return m.pressOverlay(k)
	}
	a := actionOf(k, m.context())
	m.message = message{}
	if a != sameParty {
		m.like = nil
	}
	if a != quit {
		m.keeper.Stay()
	}
	if m.help != nil {
		return m.pressHelp(k, a)
	}
	argument := ""
	if a == candidate {
		argument = k.Keystroke()
	}
	return tea.Batch(m.askClient(), m.do(a, argument))
}

// context is where the next key is pressed.
func (m *Model) context() context {
	switch {
	case m.selection != nil:
		return inWords
	case m.focus == partiesPane:
		return inParties
	}
	return anywhere
}

func (m *Model) unknownKey() tea.Cmd {
	m.say(l10n.NoSuchKey)
	return nil
}

// goTo makes a quotation the current one and shows it.
func (m *Model) goTo(quote int) tea.Cmd {
	quotes := m.reading.Quotes()
	if len(quotes) == 0 {
		return nil
	}
	m.current = max(0, min(quote, len(quotes)-1))
	m.quotes.Select(m.current, len(quotes))
	m.reader.Show(quotes[m.current].Span)
	return m.moved()
}

// meet selects a party and shows where the text names it next (step 1), or
// last (step -1), or anywhere near (step 0).
func (m *Model) meet(party, step int) tea.Cmd {
	parties := m.reading.Parties()
	if len(parties) == 0 {
		return nil
	}
	m.parties.Select(party, len(parties))
	mentions := parties[m.parties.Selected()].Mentions
	if len(mentions) == 0 {
		return nil
	}
	m.mention = max(0, min(m.mention+step, len(mentions)-1))
	if step == 0 {
		m.mention = 0
	}
	m.reader.Show(mentions[m.mention].Span)
	return m.followText()
}

// step goes forward or back by one: a paragraph, a quotation, or a mention.
func (m *Model) step(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goTo(m.current + n)
	case partiesPane:
		return m.meet(m.parties.Selected(), n)
	}
	m.reader.Paragraph(n)
	return m.followText()
}

// scroll goes down or up by one row, quotation or party.
func (m *Model) scroll(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goTo(m.current + n)
	case partiesPane:
		return m.meet(m.parties.Selected()+n, 0)
	}
	m.reader.Scroll(n)
	return m.followText()
}

// page is scroll by a screen; of text one row stays.
func (m *Model) page(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goTo(m.current + n*m.quotes.Page())
	case partiesPane:
		return m.meet(m.parties.Selected()+n*m.parties.Page(), 0)
	}
	m.reader.Scroll(n * max(1, m.reader.Height()-1))
	return m.followText()
}

// end goes to the first or the last of what the focus is on.
func (m *Model) end(last bool) tea.Cmd {
	to := 0
	if last {
		to = len(m.session.Article.Text) // more than there are of anything
	}
	switch m.focus {
	case quotesPane:
		return m.goTo(to)
	case partiesPane:
		return m.meet(to, 0)
	}
	m.reader.Top()
	if last {
		m.reader.Bottom()
	}
	return m.followText()
}

// followText makes the first quotation on the screen the current one, unless
// the current one is on the screen.
func (m *Model) followText() tea.Cmd {
	quotes, visible := m.reading.Quotes(), m.reader.Visible()
	if m.current < len(quotes) && !quotes[m.current].Overlaps(visible) {
		first, last := m.reading.QuotesIn(visible)
		for i := first; i < last; i++ {
			if quotes[i].Overlaps(visible) {
				m.current = i
				break
			}
		}
	}
	m.quotes.Select(m.current, len(quotes))
	return m.moved()
}

// turn moves the focus by so many panes.
func (m *Model) turn(panes pane) tea.Cmd {
	m.focus = (m.focus + panes) % paneCount
	return m.rearrange()
}

// showCurrent shows the current quotation in the text.
func (m *Model) showCurrent() {
	if q, ok := m.quotation(); ok {
		m.reader.Show(q.Span)
	}
}

func (m *Model) undo() tea.Cmd { return m.revoke(m.reading.Undo, l10n.Undone, l10n.NothingToUndo) }

func (m *Model) redo() tea.Cmd { return m.revoke(m.reading.Redo, l10n.Redone, l10n.NothingToRedo) }

// revoke undoes or redoes, and shows the quotation that changed.
func (m *Model) revoke(do func() (model.Annotation, bool), done, nothing l10n.Word) tea.Cmd {
	a, ok := do()
	if !ok {
		m.say(nothing)
		return nil
	}
	m.claim(done)
	if at, ok := m.reading.Subject(a); ok {
		return tea.Batch(m.decided(a), m.goTo(at))
	}
	return m.decided(a)
}

func (m *Model) toggleMarks() tea.Cmd {
	m.hideMarks(!m.painter.HideMarks)
	if m.painter.HideMarks {
		m.say(l10n.MarksOff)
	} else {
		m.say(l10n.MarksOn)
	}
	return m.chooseMarks(!m.painter.HideMarks)
}

func (m *Model) toggleFolds() tea.Cmd {
	m.reader.ToggleFolds()
	return m.followText()
}

// suspend gives the screen back to the shell, with its modes as they were.
func (m *Model) suspend() tea.Cmd {
	return tea.Sequence(tea.Raw(m.session.Terminal.Leave), tea.Suspend)
}
