package ui

import (
	"errors"
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/l10n"
)

// council is an article in which one party is taken for the speaker of all.
const council = page + "\n" +
	"وقال مصدر أمني إن «الطريق سالك» منذ الصباح\n" +
	"وأعلن المجلس أن «الجسر مغلق» للصيانة\n" +
	"وتابع أن «العمل جار» هناك"

// councillors is drive with that article.
func councillors(t *testing.T) *driver {
	d := drive(t, council, 120, 36)
	d.session.Detect = func(a *model.Article) (found model.Findings, err error) {
		at := func(word string) model.Span { return spanOf(a.Text, word) }
		for _, q := range [][2]string{{"وقال", "الطريق سالك"}, {"وأعلن", "الجسر مغلق"}, {"وتابع", "العمل جار"}} {
			found.Quotes = append(found.Quotes, model.Quote{
				Span: at(q[1]), Marked: true, Speaker: "المجلس", Cue: at(q[0]), Reason: model.Reason{Rule: model.VerbSubject}, Confidence: .5,
			})
		}
		found.Parties = []model.Party{{ID: "المجلس", Name: "المجلس", Mentions: []model.Mention{{Span: at("المجلس")}}}, {ID: "هند", Name: "هند"}}
		return found, nil
	}
	d.run(d.session.detect)
	return d
}

func (d *driver) speakers() (who [3]model.PartyID) {
	for i := range who {
		who[i] = d.quote(i).Speaker
	}
	return who
}

// The words beside a quotation stand among its candidates, and their digit makes the
// party, on disk and taken back at once.
func TestWordsByDigit(t *testing.T) {
	d := councillors(t)
	if rows := strings.Join(d.quotesView(), "\n"); !strings.Contains(rows, "2") || d.Nearest(2)[1].Name != "مصدر أمني" {
		t.Errorf("the candidates are %+v in\n%s", d.Nearest(9), rows)
	}
	d.press("2")
	if p, _, ok := d.Reading.Party(d.quote(0).Speaker); !ok || p.Name != "مصدر أمني" || len(d.stored) != 1 {
		t.Errorf("after the digit the speaker is %+v; %d stored", p, len(d.stored))
	}
	d.press("u")
	if _, _, ok := d.Reading.Party("مصدر امني"); ok || d.quote(0).Speaker != "المجلس" {
		t.Error("one undo did not take the party and the decision back")
	}
}

// The speaker of the quotation before is one key away; before the first there is none.
func TestAsBefore(t *testing.T) {
	d := councillors(t)
	d.press("'")
	if d.quote(0).Decided() || d.message.text != l10n.Arabic.Say(l10n.NobodyBefore) {
		t.Errorf("at the first: %q", d.message.text)
	}
	d.press("2") // the first is decided, and the second the current one
	d.press("ط")
	if q := d.quote(1); !q.Decided() || q.Speaker != d.quote(0).Speaker {
		t.Errorf("after the key: %+v", q)
	}
}

// A correction that concerns other guesses offers to correct them, in one decision
// that is undone as one and leaves decisions and other guesses alone.
func TestCorrectAlike(t *testing.T) {
	d := councillors(t)
	d.press("*")
	if len(d.stored) > 0 || d.message.text != l10n.Arabic.Say(l10n.NothingAlike) {
		t.Errorf("nothing was corrected: %q", d.message.text)
	}
	d.press("2")
	if !strings.Contains(d.message.text, l10n.Arabic.Say(l10n.GuessedToo, 2, "المجلس")) {
		t.Errorf("after a correction: %q", d.message.text)
	}
	d.press("*")
	if got := d.speakers(); got != [3]model.PartyID{"مصدر امني", "مصدر امني", "مصدر امني"} || !d.quote(2).Decided() || len(d.stored) != 3 {
		t.Errorf("corrected alike: %q, %d stored", got, len(d.stored))
	}
	d.press("u")
	if got := d.speakers(); got != [3]model.PartyID{"مصدر امني", "المجلس", "المجلس"} {
		t.Errorf("after one undo: %q", got)
	}
	d = councillors(t)
	d.press("j a") // what the reader accepted is no guess any more
	for d.Current > 0 {
		d.press("k")
	}
	d.press("2 *")
	if got := d.speakers(); got != [3]model.PartyID{"مصدر امني", "المجلس", "مصدر امني"} {
		t.Errorf("with one decided: %q", got)
	}
}

// What is not on disk looks unsaved, many decisions at once too.
func TestCorrectAlikeUnsaved(t *testing.T) {
	d := councillors(t)
	d.press("2")
	d.fail = errors.New("القرص ممتلئ")
	d.press("*")
	if !d.NotSaved.Quote(d.quote(1)) || !d.NotSaved.Quote(d.quote(2)) || strings.Contains(d.message.text, l10n.Arabic.Say(l10n.CorrectedAlike, "مصدر أمني", 2)) {
		t.Errorf("the disk is full, and it says %q", d.message.text)
	}
}

// Marked words are the speaker's name, and words grow to what stands between the
// marks and shrink again.
func TestMarkedSpeaker(t *testing.T) {
	d := councillors(t)
	d.press("v")
	for range 20 {
		if d.words.Span().In(council) == "أمني" {
			break
		}
		d.press("right")
	}
	d.press("v right s")
	if p, _, _ := d.Reading.Party(d.quote(0).Speaker); p == nil || p.Name != "مصدر أمني" || d.words.Marking() {
		t.Errorf("the speaker is %+v", p)
	}
}

func TestGrowMarked(t *testing.T) {
	d := councillors(t)
	d.press("v")
	word := d.words.Span()
	var grown []string
	for range 3 {
		d.press("+")
		grown = append(grown, d.words.Span().In(council))
	}
	line := strings.Split(council, "\n")[4]
	if grown[0] != "الطريق سالك" || grown[1] != line || grown[2] != line {
		t.Errorf("the words grow to %q", grown)
	}
	if d.press("- -"); d.words.Span() != word {
		t.Errorf("shrunk, they are %q", d.words.Span().In(council))
	}
	if d.press("-"); d.words.Span() != word {
		t.Error("they shrink further than what they grew from")
	}
}
