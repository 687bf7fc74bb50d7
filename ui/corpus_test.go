package ui

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/l10n"
)

// annotating is page as an article of a corpus that is the reader's to annotate.
func annotating(t *testing.T, language l10n.Language) *driver {
	d := driveSpeaking(t, language, page, 120, 40)
	c := &model.Corpus{Name: "c", Guide: "احسم كل اقتباس\nولو كان عنوانا"}
	c.Take(c.Fact(model.AddToCorpus, d.Article.ID, "", ""), c.Fact(model.AssignCorpus, d.Article.ID, "القارئ", ""))
	d.session.Corpus = c
	return d
}

// done is how often the decisions say that the article is done, or that it is not.
func (d *driver) done() (finished, reopened int) {
	for _, a := range d.stored {
		switch a.Deed {
		case model.Finish:
			finished++
		case model.Reopen:
			reopened++
		}
	}
	return finished, reopened
}

// The last decision says that the article is done, once; :done says it too, and takes it
// back. None of that is undone with a decision.
func TestDone(t *testing.T) {
	d := annotating(t, l10n.Arabic)
	d.press("end a home a")
	if n, _ := d.done(); n != 0 {
		t.Errorf("one is left, and %d times done", n)
	}
	d.press("home down x")
	if n, _ := d.done(); n != 1 {
		t.Errorf("nothing is left, and %d times done", n)
	}
	d.press("t")
	d.typeCommand("done")
	if n, again := d.done(); n != 1 || again != 1 {
		t.Errorf("%d times done, %d times not", n, again)
	}
	if d.press("u"); d.quote(1).Kind != model.Other {
		t.Errorf("undone %+v", d.quote(1))
	}
	if other := drive(t, page, 120, 30); other.session.Corpus == nil {
		other.typeCommand("done")
		if n, _ := other.done(); n != 0 || other.message.text != l10n.Arabic.Say(l10n.NotOfCorpus) {
			t.Errorf("of no corpus: %q", other.message.text)
		}
	}
}

// :guide shows the guideline, in both languages.
func TestGuide(t *testing.T) {
	for _, language := range []l10n.Language{l10n.Arabic, l10n.English} {
		d := annotating(t, language)
		d.typeCommand("guide")
		if d.overlay == nil || d.overlay.Title != l10n.GuideTitle {
			t.Fatalf("%v: it does not open", language)
		}
		if rows := strings.Join(d.overlayView(), "\n"); strings.Count(rows, "ﺍ") == 0 {
			t.Errorf("%v: the guideline is not there:\n%s", language, rows)
		}
		d.press("esc")
		d.session.Corpus.Guide = ""
		if d.typeCommand("الدليل"); d.overlay != nil || d.message.text != language.Say(l10n.NoGuide) {
			t.Errorf("%v: without one: %q", language, d.message.text)
		}
	}
}
