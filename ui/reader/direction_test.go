package reader

import (
	"strings"
	"testing"

	"rawi/bidi"
	"rawi/model"
)

// plainArticle is an article of paragraphs, given by lines.
func plainArticle(lines string) *model.Article {
	var blocks []model.Block
	at := 0
	for line := range strings.Lines(lines) {
		if text := strings.TrimRight(line, "\n"); text != "" {
			blocks = append(blocks, model.Block{Span: model.Span{Start: at, End: at + len(text)}})
		}
		at += len(line)
	}
	return model.NewArticle(lines, blocks)
}

const (
	inArabic  = "أعلنت البلدية أمس بدء العمل في الحديقة الجديدة شرق المدينة.\n"
	inEnglish = "The town announced that work on the new garden has begun.\n"
)

func TestWay(t *testing.T) {
	tests := []struct {
		article, text string
		want          bidi.Direction
	}{
		{inArabic, "زوروا https://example.org/ar/a/very/long/address/of/letters ثم عودوا", bidi.RightToLeft},
		{inArabic, "أصدرت Linux Foundation النواة 6.9 على kernel.org وبريد info@example.org", bidi.RightToLeft},
		{inArabic, "Reuters Television News Service نقلت عن الوزير قوله", bidi.RightToLeft},
		{inArabic, "iPhone 15 جديد", bidi.RightToLeft},
		{inArabic, "***", bidi.RightToLeft},
		{inArabic, "2031/05/04 – 12:30", bidi.RightToLeft},
		{inArabic, "The quick brown fox jumps over the lazy dog.", bidi.LeftToRight},
		{inArabic, "https://example.org/ar/a", bidi.LeftToRight},
		{inArabic, "The word كتاب means book in English.", bidi.LeftToRight},
		{inEnglish, "***", bidi.LeftToRight},
		{inEnglish, "The sign reads مكتبة الميناء العامة القديمة in faded blue tiles, as it always did.", bidi.LeftToRight},
		{inEnglish, "مكتبة الميناء is what the old sign above the door of the library reads.", bidi.LeftToRight},
		{inEnglish, "مكتبة الميناء العامة (the library)", bidi.RightToLeft},
	}
	for _, test := range tests {
		for _, declared := range []model.Direction{model.NoDirection, model.LeftToRight, model.RightToLeft} {
			a := plainArticle(strings.Repeat(test.article, 3) + test.text)
			a.Direction = declared
			if got := WayOf(a).Of(test.text); got != test.want {
				t.Errorf("%q in an article that declares %v: %v, want %v", test.text, declared, got, test.want)
			}
		}
	}
	for declared, want := range map[model.Direction]bidi.Direction{model.NoDirection: bidi.Auto, model.LeftToRight: bidi.LeftToRight, model.RightToLeft: bidi.RightToLeft} {
		a := plainArticle("1990")
		a.Direction = declared
		if got := WayOf(a).Of("1990"); got != want {
			t.Errorf("without letters, declared %v: %v, want %v", declared, got, want)
		}
	}
}

func TestForce(t *testing.T) {
	r := New(plainArticle(inArabic + "\n" + inEnglish))
	r.Resize(60, 10)
	for _, dir := range []bidi.Direction{bidi.LeftToRight, bidi.RightToLeft} {
		r.Force(dir)
		for p := range r.parts {
			if got := r.lines(p).text.Base().RightToLeft(); got != (dir == bidi.RightToLeft) {
				t.Errorf("part %d is right-to-left %v when %v is forced", p, got, dir)
			}
		}
	}
	r.Force(bidi.Auto)
	if !r.lines(0).text.Base().RightToLeft() || r.lines(1).text.Base().RightToLeft() {
		t.Error("blocks do not get their own direction back")
	}
}

func poem() *model.Article {
	verses := []string{"يا نورسا ترك الشواطئ وارتحل" + model.Caesura + "ما ضر لو أبقيت ريشا للأمل", "كانت شراع الصبح تعرف ظله" + model.Caesura + "واليوم تسأل عنه بحرا لا يسل"}
	a := plainArticle(strings.Join(verses, "\n"))
	for i := range a.Blocks {
		a.Blocks[i].Kind = model.VerseBlock
	}
	return a
}

// A verse stands on one line where it fits; else its second half begins a line of its
// own, further in. No blank row parts verses.
func TestVerse(t *testing.T) {
	a := poem()
	var wide, narrow []string
	for row := range Rows(a, 80) {
		wide = append(wide, rowText(a, row))
	}
	if len(wide) != 2 || !strings.Contains(wide[0], "وارتحل") || !strings.Contains(wide[0], "للأمل") {
		t.Errorf("80 columns: %q", wide)
	}
	for row := range Rows(a, 40) {
		narrow = append(narrow, rowText(a, row))
	}
	if len(narrow) != 4 || strings.Contains(narrow[0], "ضر") || !strings.HasPrefix(narrow[1], strings.Repeat(" ", 40/verseIndent)+"ما ضر") || strings.HasPrefix(narrow[2], " ") {
		t.Errorf("40 columns: %q", narrow)
	}
	r := New(a)
	r.Resize(40, 10)
	for offset := range a.Text { // every byte stands on a row, and the row is found again
		at := r.placeOf(offset)
		if part := r.parts[at.part]; !part.Contains(offset) {
			if _, in := inBlock(a, offset); in {
				t.Fatalf("byte %d is placed in part %v", offset, part)
			}
		}
	}
}

func inBlock(a *model.Article, offset int) (int, bool) {
	for i, b := range a.Blocks {
		if b.Contains(offset) {
			return i, true
		}
	}
	return 0, false
}

func rowText(a *model.Article, row Row) string {
	if row.Line == nil {
		return ""
	}
	return strings.Repeat(" ", row.Indent) + strings.TrimSpace(a.Text[row.Origin+row.Start:row.Origin+row.End])
}

// A word in an indented line is found by its column.
func TestIndentedWordIsFoundByItsColumn(t *testing.T) {
	a := poem()
	for i := range a.Blocks {
		a.Blocks[i].Kind = model.QuotedBlock
	}
	for _, way := range []bidi.Direction{bidi.RightToLeft, bidi.LeftToRight} {
		r := New(a)
		r.Resize(64, 10)
		r.Force(way)
		line := r.line(place{0, 0})
		word := r.visual(place{0, 0})[0]
		offset, ok := r.OffsetAt(r.margin()+word.columns.Start, 0)
		if !ok || !word.Contains(offset) || line.Width+quotedIndent > r.TextWidth() {
			t.Errorf("%v: column %d shows byte %d, the word is %v; the line has %d of %d columns", way, word.columns.Start, offset, word.Span, line.Width, r.TextWidth())
		}
	}
}
