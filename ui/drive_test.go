package ui

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
)

// page is an article of three paragraphs; its marked words are quotations, in
// order: one with a speaker, one without, one that is not speech.
const page = "عنوان المقال\n" +
	"قال زيد «نعم» في أول الكلام\n" +
	"ثم جاء بعده قول آخر «لا» بلا قائل\n" +
	"وذكرت هند ما يسمى «ربما»"

func article(text string) *model.Article {
	var blocks []model.Block
	start := 0
	for i, line := range strings.Split(text, "\n") {
		kind := model.ParagraphBlock
		if i == 0 {
			kind = model.TitleBlock
		}
		blocks = append(blocks, model.Block{Span: model.Span{Start: start, End: start + len(line)}, Kind: kind})
		start += len(line) + 1
	}
	return model.NewArticle(text, blocks)
}

func spanOf(text, word string) model.Span {
	start := strings.Index(text, word)
	return model.Span{Start: start, End: start + len(word)}
}

// findings is what a program may find in page, or in page repeated.
func findings(a *model.Article) (model.Findings, error) {
	at := func(word string) model.Span { return spanOf(a.Text, word) }
	party := func(name string) model.Party {
		return model.Party{ID: model.PartyID(name), Name: name, Mentions: []model.Mention{{Span: at(name)}}}
	}
	return model.Findings{
		Quotes: []model.Quote{
			{Span: at("نعم"), Marked: true, Speaker: "زيد", Cue: at("قال"), Mention: at("زيد"), Reason: model.Reason{Rule: model.VerbSubject}},
			{Span: at("لا"), Marked: true},
			{Span: at("ربما"), Marked: true, Kind: model.Scare},
		},
		Parties: []model.Party{party("زيد"), party("هند")},
	}, nil
}

// driver plays keys against a Model and carries out its commands at once.
type driver struct {
	*Model
	t       *testing.T
	stored  []model.Annotation // the library
	library []model.Party      // the people of other articles
	fail    error              // of the next saves
	notice  string             // of the next saves
	late    []tea.Cmd          // what waits for a clock
	place   int
	ended   bool
	raw     string // what went to the terminal beside frames
	clears  int    // how often the screen was repainted
	copies  string // what went to the clipboard last
}

func drive(t *testing.T, text string, width, height int) *driver {
	return driveSpeaking(t, l10n.Arabic, text, width, height)
}

// driveSpeaking is drive with a language of the interface.
func driveSpeaking(t *testing.T, language l10n.Language, text string, width, height int) *driver {
	d := &driver{t: t}
	d.Model = New(Session{
		Article: article(text), Author: "القارئ", Pane: "quotations", Language: language, Detect: findings,
		History: func() ([]model.Annotation, error) { return d.stored, nil },
		People:  func() ([]model.Party, error) { return d.library, nil },
		Save: func(as []model.Annotation) (string, error) {
			if d.fail == nil {
				d.stored = append(d.stored, as...)
			}
			return d.notice, d.fail
		},
		Keep: func(on model.Span) error { d.place = on.Start; return nil },
	})
	d.Model.tick = func(_ time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		d.late = append(d.late, func() tea.Msg { return f(time.Time{}) })
		return nil
	}
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.run(d.session.detect)
	return d
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if several := reflect.ValueOf(msg); several.Kind() == reflect.Slice && several.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for _, c := range several.Seq2() { // at once or in sequence
			d.run(c.Interface().(tea.Cmd))
		}
		return
	}
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		d.ended = true
	case tea.RawMsg:
		d.raw += fmt.Sprint(msg.Msg)
	default:
		switch reflect.TypeOf(msg) {
		case reflect.TypeOf(tea.ClearScreen()):
			d.clears++
		case reflect.TypeOf(tea.SetClipboard("")()):
			d.copies = fmt.Sprint(msg)
			return
		}
		d.send(msg)
	}
}

// later lets the clock run.
func (d *driver) later() {
	late := d.late
	d.late = nil
	for _, c := range late {
		d.run(c)
	}
}

// named are the keys that give no text.
var named = map[string]tea.Key{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp},
	"backspace": {Code: tea.KeyBackspace}, "space": {Code: ' ', Text: " "}, "f1": {Code: tea.KeyF1}, "f5": {Code: tea.KeyF5}, "f6": {Code: tea.KeyF6},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl}, "ctrl+u": {Code: 'u', Mod: tea.ModCtrl},
	"G": {Code: 'g', Text: "G", Mod: tea.ModShift}, "delete": {Code: tea.KeyDelete},
}

// key is the key of a name in the keyboard table.
func key(name string) tea.Key {
	if k, ok := named[name]; ok {
		return k
	}
	return tea.Key{Code: []rune(name)[0], Text: name}
}

func keyPress(name string) tea.KeyPressMsg { return tea.KeyPressMsg(key(name)) }

// press plays keys by their names, separated by blanks.
func (d *driver) press(keys string) {
	for _, k := range strings.Fields(keys) {
		d.send(keyPress(k))
	}
}

func (d *driver) quote(i int) *model.Quote { return &d.Reading.Quotes()[i] }

func TestQuotationsAndTextMoveTogether(t *testing.T) {
	text := strings.Repeat("سطر من أسطر كثيرة\n", 40)
	d := drive(t, page+"\n"+text+page[strings.Index(page, "\n")+1:], 120, 20)
	// The third quotation of the list is far below in this text.
	d.session.Detect = func(a *model.Article) (model.Findings, error) {
		found, err := findings(a)
		last := strings.LastIndex(a.Text, "ربما")
		found.Quotes[2].Span = model.Span{Start: last, End: last + len("ربما")}
		return found, err
	}
	d.run(d.session.detect)
	quotes := d.Reading.Quotes()
	d.press("esc . .") // in the article
	if d.Current != 2 || d.quotes.Selected() != 2 || !d.reader.Visible().Covers(quotes[2].Span) {
		t.Errorf("after j j the quotation is %d, selected %d, on screen %v", d.Current, d.quotes.Selected(), d.reader.Visible())
	}
	d.press("home")
	if d.Current != 0 || d.quotes.Selected() != 0 {
		t.Errorf("at the top the quotation is %d, selected %d; want 0", d.Current, d.quotes.Selected())
	}
	d.press("end")
	if d.Current != 2 {
		t.Errorf("at the bottom the quotation is %d, want 2", d.Current)
	}
	d.press("tab up up") // in the quotations pane
	if d.Current != 0 || !d.reader.Visible().Covers(quotes[0].Span) {
		t.Errorf("moving in the pane: quotation %d, on screen %v", d.Current, d.reader.Visible())
	}
	d.press("tab down") // in the parties pane: the second party
	if m := d.Reading.Parties()[1].Mentions[0]; d.parties.Selected() != 1 || !d.reader.Visible().Covers(m.Span) {
		t.Error("selecting a party does not show it in the text")
	}
}

func TestNameSpeaker(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.press("j s 2") // candidates: زيد (nearby), هند
	if q := d.quote(1); q.Speaker != "هند" || !q.Decided() || d.overlay != nil {
		t.Errorf("after s 2 the quotation is %+v", q)
	}
	d.press("k s ٱ ح م د enter") // nobody's name: a new party
	if q := d.quote(1); q.Speaker != "احمد" {
		t.Errorf("after typing a name the speaker is %q", q.Speaker)
	}
	if p, _, ok := d.Reading.Party("احمد"); !ok || p.Name != "ٱحمد" || p.Kind != model.Person {
		t.Errorf("the new party is %+v", p)
	}
	d.press("s أ ح enter") // found by folding
	if q := d.quote(1); q.Speaker != "احمد" {
		t.Errorf("after typing with another hamza the speaker is %q", q.Speaker)
	}
	before := len(d.stored)
	d.press("s ز ي esc")
	if d.overlay != nil || len(d.stored) != before {
		t.Error("esc did not leave everything as it was")
	}
	if before != 3 {
		t.Errorf("%d decisions are stored, want 3", before)
	}
}

func TestAcceptRejectUndoRedo(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.press("a")
	if !d.quote(0).Decided() || d.Current != 1 {
		t.Errorf("after a: decided %v, current %d", d.quote(0).Decided(), d.Current)
	}
	d.press("a")
	if d.quote(1).Decided() || d.message.text == "" {
		t.Error("an unknown speaker was accepted, or nothing was said")
	}
	d.press("k x")
	if q := d.quote(0); q.Kind != model.Other {
		t.Errorf("after x the kind is %v", q.Kind)
	}
	d.press("u")
	if q := d.quote(0); q.Kind != model.Speech || !q.Decided() {
		t.Errorf("after undo the quotation is %+v", q)
	}
	d.press("u u r r r")
	if q := d.quote(0); q.Kind != model.Other {
		t.Errorf("after redo the kind is %v", q.Kind)
	}
	again := drive(t, page, 80, 24)
	again.stored = d.stored
	again.run(again.session.detect) // a restart
	if q := again.quote(0); q.Kind != model.Other {
		t.Errorf("after a restart the kind is %v", q.Kind)
	}
	again.press("u u")
	if again.quote(0).Decided() {
		t.Error("undo does not work after a restart")
	}
}

// What cannot be saved is shown as unsaved and tried again, and quitting asks.
func TestUnsaved(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.fail = errors.New("القرص ممتلئ")
	d.press("a")
	q := d.quote(0)
	if w, _ := d.rows.State(q); w != l10n.Unsaved || !d.message.warning {
		t.Errorf("a decision that could not be saved stands as %v, said %+v", w, d.message)
	}
	d.press("q")
	if d.ended || !d.message.warning {
		t.Error("quitting with unsaved work did not ask")
	}
	d.press("j q")
	if d.ended {
		t.Error("q was taken for the second in a row")
	}
	d.fail = nil
	d.later()
	if w, _ := d.rows.State(d.quote(0)); w != l10n.Decided || len(d.stored) != 1 || !d.ended {
		t.Errorf("after trying again: stands %v, stored %d, ended %v", w, len(d.stored), d.ended)
	}
}

func TestQuitWithoutSaving(t *testing.T) {
	d := drive(t, page, 120, 30)
	d.fail = errors.New("القرص ممتلئ")
	d.press("a q q")
	if !d.ended || len(d.Unsaved()) != 1 {
		t.Errorf("ended %v with %d unsaved", d.ended, len(d.Unsaved()))
	}
}

func TestReload(t *testing.T) {
	one, two := drive(t, page, 120, 30), drive(t, page, 120, 30)
	one.press("a")
	two.press("j x")
	two.stored = append(one.stored, two.stored...)
	two.press("l")
	if !two.quote(0).Decided() || !two.quote(1).Decided() {
		t.Error("after reload a decision is missing")
	}
}

func TestPlaceIsKept(t *testing.T) {
	d := drive(t, page+strings.Repeat("\nسطر من أسطر كثيرة", 50), 120, 20)
	d.press("esc space space")
	d.later()
	if d.place == 0 || d.place != d.Place() {
		t.Errorf("the place kept is %d, the place is %d", d.place, d.Place())
	}
}

// frame is the rows of the screen as they go to the terminal.
func (d *driver) frame() []string { return strings.Split(d.View().Content, "\n") }

// pane is the rows of a pane as it is painted on a rectangle of the screen.
func (d *driver) pane(r rect, view func(paint.Area)) []string {
	var s paint.Screen
	view(s.Start(d.painter, r.w, r.h))
	return strings.Split(s.String(), "\n")
}

func (d *driver) articleView() []string {
	return d.pane(d.geometry.panes[articlePane], d.paneView(articlePane))
}

func (d *driver) quotesView() []string {
	return d.pane(d.geometry.panes[quotesPane], d.paneView(quotesPane))
}

func (d *driver) overlayView() []string {
	return d.pane(d.geometry.overlay, func(to paint.Area) { d.overlay.View(to, d.Language) })
}

func (d *driver) statusLine(width int) string {
	return d.pane(rect{w: width, h: 1}, d.Model.statusLine)[0]
}
