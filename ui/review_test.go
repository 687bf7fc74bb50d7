package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/rows"
)

// surely is drive with guesses of which the first is sure, the third less so,
// and the second has no speaker.
func surely(t *testing.T, width, height int) *driver {
	d := drive(t, page, width, height)
	d.session.Detect = func(a *model.Article) (model.Findings, error) {
		found, err := findings(a)
		found.Quotes[0].Confidence = 0.9
		return found, err
	}
	d.run(d.session.detect)
	return d
}

func TestReviewOrder(t *testing.T) {
	d := surely(t, 120, 36)
	walk := func(keys string) string {
		var seen []string
		for range 4 {
			seen = append(seen, string('1'+rune(d.Current)))
			d.press(keys)
		}
		return strings.Join(seen, "")
	}
	if got := walk("h"); got != "1231" { // from the surest to the least sure, then on
		t.Errorf("doubtful first: %s", got)
	}
	d.press("k k h") // going elsewhere starts over
	if d.Current != 1 {
		t.Errorf("begins with %d", d.Current)
	}
	d.press("k k o")
	if got := walk("ا"); got != "1231" {
		t.Errorf("in text order: %s", got)
	}
}

// A doubtful guess looks so until it is decided; a sure one never does.
func TestDoubt(t *testing.T) {
	d := surely(t, 120, 36)
	standings := func() (words [3]l10n.Word) {
		for i := range words {
			words[i], _ = d.rows.State(d.quote(i))
		}
		return words
	}
	if got, want := standings(), [3]l10n.Word{l10n.Guess, l10n.Unknown, l10n.DoubtfulGuess}; got != want {
		t.Errorf("standings %v, want %v", got, want)
	}
	d.press("j j a")
	if got := standings()[2]; got != l10n.Decided {
		t.Errorf("accepted, it is %v", got)
	}
}

// Accepting goes on to what is still undecided, a key a quotation; digits and
// kinds too. What has no speaker stays.
func TestOneKeyAQuotation(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("h 2 a a") // the unknown one: its second candidate; then the rest
	if n := len(d.stored); n != 3 {
		t.Fatalf("%d decisions", n)
	}
	if q := d.quote(1); q.Speaker != "هند" || !q.Decided() {
		t.Errorf("after the digit: %+v", q)
	}
	if !d.quote(0).Decided() || !d.quote(2).Decided() {
		t.Error("not all is decided after a key a quotation")
	}
	d.press("t") // at a decided one it stays
	at := d.Current
	if d.press("c"); d.Current != at || d.quote(at).Kind != model.Scare {
		t.Errorf("another kind of a decided quotation: went from %d to %d", at, d.Current)
	}
}

func TestAcceptRest(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("y")
	if d.quote(1).Decided() || !d.quote(0).Decided() || !d.quote(2).Decided() {
		t.Error("accepting the rest did not accept what has a guess, and that alone")
	}
	if !strings.Contains(d.message.text, "2") || !strings.Contains(d.message.text, "1") {
		t.Errorf("said %q", d.message.text)
	}
	d.press("u")
	if d.quote(0).Decided() || d.quote(2).Decided() {
		t.Error("one undo did not take all back")
	}
	d.press(":")
	d.overlay.Type("accept above 80")
	d.press("enter")
	if !d.quote(0).Decided() || d.quote(2).Decided() {
		t.Error("accepting above 80 per cent did not accept the sure one, and that alone")
	}
	d.press("u :")
	d.overlay.Type("قبول ما فوق ٨٠٪")
	d.press("enter")
	if !d.quote(0).Decided() {
		t.Error("the Arabic command did not accept")
	}
}

// The candidates stand beside the quotation with their digits at every size, a
// new name costs its letters and two keys.
func TestCandidatesAreShown(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 36}, {80, 24}, {40, 12}} {
		d := surely(t, size.w, size.h)
		d.press("h")
		screen := ansi.Strip(strings.Join(d.frame(), "\n"))
		if !strings.Contains(screen, "ﺪﻳﺯ 1") || !strings.Contains(screen, "ﺪﻨﻫ 2") {
			t.Errorf("%dx%d: the candidates are not shown:\n%s", size.w, size.h, screen)
		}
		d.press("s ع م ر enter")
		if q := d.quote(1); q.Speaker != "عمر" {
			t.Errorf("the speaker is %q", q.Speaker)
		}
	}
}

// Without quotations the key line of a small screen has keys, not candidates.
func TestNoCandidates(t *testing.T) {
	d := drive(t, page, 40, 12)
	d.session.Detect = func(*model.Article) (model.Findings, error) { return model.Findings{}, nil }
	d.run(d.session.detect)
	if line := ansi.Strip(d.frame()[11]); !strings.Contains(line, "1-9") {
		t.Errorf("the key line is %q", line)
	}
}

func TestBar(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("a")
	bar := func() string {
		rows := d.quotesView()
		return strings.TrimSpace(ansi.Strip(rows[len(rows)-1]))
	}
	for n, key := range []string{"g", "j", "j"} {
		d.press(key)
		got := bar()
		line := strings.TrimRight(strings.TrimSuffix(got, fmt.Sprintf("%d/3", n+1)), " ")
		before := utf8.RuneCountInString(line[strings.LastIndex(line, "━")+len("━"):]) // from the right edge on
		if all := utf8.RuneCountInString(line); line == got || before != n*(all-all/3)/2 || strings.Count(line, "━") != all/3 {
			t.Errorf("at quotation %d the scroll mark is %q", n+1, got)
		}
	}
}

// A name just typed that may be a known party opens a question; one key merges.
func TestSimilarParty(t *testing.T) {
	d := surely(t, 120, 36)
	d.library = []model.Party{{ID: "عمر الحلاق", Name: "عمر الحلاق"}}
	d.run(d.session.detect)
	d.press("h s ع م ر enter") // the list offers him first
	if q := d.quote(1); q.Speaker != "عمر الحلاق" {
		t.Fatalf("somebody of another article is not found by typing: %q", q.Speaker)
	}
	d.press("u s ع م ر down enter") // but this is another, or so the reader thinks
	if q := d.quote(1); q.Speaker != "عمر" || !strings.Contains(d.message.text, "عمر الحلاق") {
		t.Errorf("the speaker is %q, said %q", q.Speaker, d.message.text)
	}
	d.press("=")
	if p, _, ok := d.Reading.Party(d.quote(1).Speaker); !ok || p.Name != "عمر الحلاق" {
		t.Errorf("after the merger the speaker is %+v", p)
	}
	d.press("u")
	if q := d.quote(1); q.Speaker != "عمر" {
		t.Errorf("after undo the speaker is %q", q.Speaker)
	}
}

func TestPartiesPane(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("tab t")
	if p := d.Reading.Parties()[0]; p.Kind != model.Organisation {
		t.Errorf("after t the type is %v", p.Kind)
	}
	d.press("i ctrl+u ز ي ن enter d و ز ي ر enter c أ ب و enter")
	p := d.Reading.Parties()[0]
	if p.Name != "زين" || len(p.Roles) != 1 || p.Roles[0] != "وزير" || !strings.Contains(strings.Join(p.Aliases, "،"), "زيد") || !strings.Contains(strings.Join(p.Aliases, "،"), "أبو") {
		t.Errorf("the party is %+v", p)
	}
	d.press("o 1") // the same as هند
	if len(d.Reading.Parties()) != 1 || d.quote(0).Speaker != "هند" {
		t.Errorf("merged: %+v", d.Reading.Parties())
	}
	d.press("v 1")
	if len(d.Reading.Parties()) != 2 || d.quote(0).Speaker != "زيد" {
		t.Errorf("separated: %+v", d.Reading.Parties())
	}
	for range 6 {
		d.press("u")
	}
	if p := d.Reading.Parties()[0]; p.Name != "زيد" || p.Kind != model.Person || len(p.Roles) != 0 {
		t.Errorf("all undone the party is %+v", p)
	}
}

func TestRemarks(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("N ل م ا ذ ا ؟ enter . , 2")
	q := d.quote(0)
	if q.Note != "لماذا؟" || q.Certainty != model.Sure || q.Addressee != "هند" || q.Decided() {
		t.Errorf("the remarks are %+v", q.Remarks)
	}
	list := ansi.Strip(strings.Join(d.quotesView(), "\n"))
	for _, shown := range []string{"؟ﺍﺫﺎﻤﻟ", "ﺪﻴﻛﺃ", "ﺐﻃﺎﺨﻤﻟﺍ"} {
		if !strings.Contains(strings.ReplaceAll(list, "\u064e", ""), shown) {
			t.Errorf("%s is not shown:\n%s", shown, list)
		}
	}
	d.press("N ctrl+u enter")
	if q := d.quote(0); q.Note != "" {
		t.Errorf("the note is %q", q.Note)
	}
	d.press("u u u u")
	if q := d.quote(0); q.Note != "" || q.Certainty != model.NoCertainty || q.Addressee != "" {
		t.Errorf("all undone, %+v", q.Remarks)
	}
}

func TestHistory(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("a x") // the first accepted, another no speech
	d.press("H")
	if d.overlay == nil {
		t.Fatal("no history")
	}
	rows := ansi.Strip(strings.Join(d.overlayView(), "\n"))
	if !strings.Contains(rows, "ﺉﺭﺎﻘﻟﺍ") {
		t.Errorf("the author is not shown:\n%s", rows)
	}
	d.press("down enter") // the older one
	if d.Current != 0 {
		t.Errorf("went to %d", d.Current)
	}
	d.press("H down tab esc") // taken back out of its turn
	if d.quote(0).Decided() {
		t.Error("the decision stands")
	}
	d.press("u")
	if !d.quote(0).Decided() {
		t.Error("taking back cannot be undone")
	}
}

func TestDelete(t *testing.T) {
	d := surely(t, 120, 36)
	d.press("j delete")
	if len(d.Reading.Quotes()) != 2 || d.Current != 1 {
		t.Errorf("%d quotations, at %d", len(d.Reading.Quotes()), d.Current)
	}
	d.press("j delete delete")
	if len(d.Reading.Quotes()) != 0 {
		t.Errorf("%d quotations", len(d.Reading.Quotes()))
	}
	d.press("a x 1 s N . , delete y h [ ]") // nothing to do it to
	d.press("u u u")
	if len(d.Reading.Quotes()) != 3 {
		t.Errorf("%d quotations", len(d.Reading.Quotes()))
	}
}

// wordsNow is what is marked.
func (d *driver) wordsNow() string {
	if !d.words.Marking() {
		return ""
	}
	return d.words.Span().In(d.session.Article.Text)
}

func TestMarkWords(t *testing.T) {
	d := surely(t, 120, 36)
	steps := []struct{ keys, marked string }{
		{"v", "نعم"}, {"right", "«"}, {"right", "زيد"}, {"right", "قال"}, {"v left", "قال زيد"},
		{"f", "قال زيد «نعم"}, {"n", "قال زيد «نعم» في أول الكلام"}, {"o", "قال زيد «نعم» في أول الكلام"},
		{"left", "زيد «نعم» في أول الكلام"}, {"esc", ""},
	}
	for _, step := range steps {
		if d.press(step.keys); d.wordsNow() != step.marked {
			t.Fatalf("after %s %q is marked, want %q", step.keys, d.wordsNow(), step.marked)
		}
	}
	d.press("j j v down") // nothing below: it stays
	if d.wordsNow() != "ربما" {
		t.Errorf("below the last line: %q", d.wordsNow())
	}
}

func TestSpansByKeyboard(t *testing.T) {
	d := surely(t, 120, 36)
	words := func() string {
		var all []string
		for _, q := range d.Reading.Quotes() {
			all = append(all, q.In(d.session.Article.Text))
		}
		return strings.Join(all, "|")
	}
	steps := []struct{ what, keys, quotes string }{
		{"an end moved", "] left left left enter", "نعم» في أول|لا|ربما"},
		{"undone", "u", "نعم|لا|ربما"},
		{"a start moved", "[ right right enter", "زيد «نعم|لا|ربما"},
		{"undone", "u", "نعم|لا|ربما"},
		{"a new one", "v left left v left left enter", "نعم|في أول الكلام|لا|ربما"},
		{"split", "v left c", "نعم|في|أول الكلام|لا|ربما"},
		{"joined", "v j", "نعم|في أول الكلام|لا|ربما"},
		{"deleted", "v x", "نعم|لا|ربما"},
		{"all undone", "u u u u", "نعم|لا|ربما"},
	}
	for _, step := range steps {
		if d.press(step.keys); words() != step.quotes {
			t.Fatalf("%s: %q leaves %s, want %s", step.what, step.keys, words(), step.quotes)
		}
	}
	d.press("k k k v right right right m 2") // «قال» names هند now
	if !d.names("هند", "قال") {
		t.Errorf("the mention is not made: %+v", d.Reading.Parties())
	}
	d.press("v right right right e left enter") // and now «قال زيد»
	if !d.names("هند", "قال زيد") || d.names("هند", "قال") {
		t.Errorf("the mention's end is not moved: %+v", d.Reading.Parties())
	}
	d.press("u v right right right d")
	if d.names("هند", "قال") {
		t.Error("the mention is not deleted")
	}
}

// names reports whether words are a mention of a party.
func (d *driver) names(party model.PartyID, words string) bool {
	p, _, ok := d.Reading.Party(party)
	return ok && slices.ContainsFunc(p.Mentions, func(m model.Mention) bool { return m.In(d.session.Article.Text) == words })
}

// The mouse does nothing until it is switched on; then a click goes there and
// dragging marks words.
func TestMouse(t *testing.T) {
	d := surely(t, 120, 36)
	if v := d.View(); v.MouseMode != tea.MouseModeNone {
		t.Error("the mouse is on")
	}
	d.press(":")
	d.overlay.Type("mouse")
	d.press("enter")
	if v := d.View(); v.MouseMode == tea.MouseModeNone {
		t.Error("the mouse is not on")
	}
	article, quotes := d.geometry.panes[articlePane], d.geometry.panes[quotesPane]
	d.send(tea.MouseClickMsg{X: quotes.x + 3, Y: quotes.y + rows.Height + 2, Button: tea.MouseLeft}) // rows of candidates are one item
	if d.Current != 1 {
		t.Errorf("after a click on the second quotation the current one is %d", d.Current)
	}
	right := article.x + article.w - 6 // beside the margin stands the first word
	d.send(tea.MouseClickMsg{X: right, Y: article.y + 2, Button: tea.MouseLeft})
	d.send(tea.MouseMotionMsg{X: right - 3, Y: article.y + 2, Button: tea.MouseLeft})
	if d.wordsNow() != "قال زيد" {
		t.Errorf("dragging marked %q", d.wordsNow())
	}
}

// TestPanicInDetection: an article is shown though looking for quotations went
// wrong, and the status line says so in both languages.
func TestPanicInDetection(t *testing.T) {
	for language, want := range map[l10n.Language]string{l10n.Arabic: "لم يُخمَّن شيء", l10n.English: "nothing was guessed"} {
		d := drive(t, page, 160, 24)
		d.session.Language = language
		d.session.Detect = func(*model.Article) (model.Findings, error) { return model.Findings{}, errors.New("it broke") }
		d.run(d.session.detect)
		if !strings.Contains(d.message.text, want) || !strings.Contains(d.message.text, "it broke") {
			t.Errorf("the status line says %q, want %q", d.message.text, want)
		}
		letters := norm.NFKC.String(ansi.Strip(d.screen())) // out of their forms, from the left
		if !strings.Contains(letters, "معن") || len(d.Reading.Quotes()) != 0 {
			t.Error("the article is not shown without quotations")
		}
	}
}
