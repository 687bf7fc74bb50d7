package ingest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rawi/model"
)

// whole is a text without damage, with numbers, Latin words and brackets in it.
const whole = "افتتاح مكتبة عامة في حي الميناء سنة 2031\n\nافتتح رئيس البلدية صباح اليوم مكتبة عامة جديدة في حي الميناء (شرق المدينة)، وقال إنها ستبقى مفتوحة للجميع.\nوأضاف: «الكتاب حق لكل بيت»، مؤكدا لوكالة Reuters News أن المدينة ستفتح 12.5 في المئة من المكتبات الأخرى قبل نهاية العام.\n"

// shown is a line as it is seen, from left to right, for the lines of whole alone: by UAX #9
// for paragraphs from right to left without marks, numbers and Latin words being runs.
func shown(text string) string {
	return eachLine(text, func(line string) string {
		runs := clustersOf(line)
		slices.Reverse(runs)
		out := strings.Join(runs, "")
		for _, run := range []string{"2031", "12.5", "Reuters News"} {
			back := clustersOf(run)
			slices.Reverse(back)
			out = strings.ReplaceAll(out, strings.Join(back, ""), run)
		}
		return strings.NewReplacer("(", ")", ")", "(", "«", "»", "»", "«").Replace(out)
	})
}

// shaped is a text with the shapes of some letters, as programs leave them.
func shaped(text string) string {
	return strings.NewReplacer("ا", "ﺍ", "ل", "ﻟ", "م", "ﻣ", "ي", "ﻳ", "ن", "ﻧ", "ر", "ﺭ", "ت", "ﺗ", "ب", "ﺑ", "ة", "ﺓ", "ه", "ﻫ", "ع", "ﻋ", "و", "ﻭ", "ح", "ﺣ", "د", "ﺩ", "ف", "ﻓ", "ك", "ﻛ", "س", "ﺳ").Replace(text)
}

// misread is a text whose bytes in one encoding were read in another.
func misread(t *testing.T, text string, written, read *charmap.Charmap) string {
	t.Helper()
	data := text
	if written != nil {
		data = encode(t, written, text)
	}
	var out strings.Builder
	for _, b := range []byte(data) {
		if r := read.DecodeByte(b); r != '\ufffd' {
			out.WriteRune(r)
		} else {
			out.WriteRune(rune(b))
		}
	}
	return out.String()
}

func TestDamages(t *testing.T) {
	words := eachLine(whole, func(line string) string {
		all := strings.Fields(line)
		slices.Reverse(all)
		line = strings.NewReplacer("News Reuters", "Reuters News", "(شرق", "شرق(", "المدينة)،", "،(المدينة", "للجميع.", ".للجميع", "«الكتاب", "الكتاب»", "بيت»،", "،«بيت", "وأضاف:", ":وأضاف", "العام.", ".العام").Replace(strings.Join(all, " "))
		return strings.NewReplacer("شرق(", "شرق)", "،(المدينة", "،(المدينة").Replace(line)
	})
	for name, test := range map[string]struct {
		text string
		want Damage
	}{
		"visual": {shown(whole), VisualOrder}, "visual shapes": {shaped(shown(whole)), VisualOrder}, "shapes": {shaped(whole), PresentationForms},
		"visual words":            {strings.Repeat(words, 2), VisualWords},
		"1256 as 1252":            {misread(t, whole, charmap.Windows1256, charmap.Windows1252), Mojibake},
		"1256 as Latin-1":         {misread(t, whole, charmap.Windows1256, charmap.ISO8859_1), Mojibake},
		"UTF-8 as 1252":           {misread(t, whole, nil, charmap.Windows1252), Mojibake},
		"UTF-8 as 1256":           {misread(t, whole, nil, charmap.Windows1256), Mojibake},
		"UTF-8 as Latin-1":        {misread(t, whole, nil, charmap.ISO8859_1), Mojibake},
		"visual, 1256 as Latin-1": {misread(t, shown(whole), charmap.Windows1256, charmap.ISO8859_1), Mojibake},
	} {
		if got := DamageOf(test.text); got != test.want {
			t.Errorf("%s: damage %d, want %d:\n%s", name, got, test.want, test.text)
		}
		a := model.NewArticle(test.text, Outline(test.text, ""))
		a.Source = "x"
		mended := Mend(a)
		if mended == nil || mended.Text != strings.Repeat(whole, strings.Count(test.text, "\n")/strings.Count(whole, "\n")) || mended.Source != "x" {
			t.Errorf("%s: mended to\n%+v, want\n%s", name, mended, whole)
			continue
		}
		checkBlocks(t, mended.Text, mended.Blocks)
		if DamageOf(mended.Text) != NoDamage || Mend(mended) != nil {
			t.Errorf("%s: still damaged", name)
		}
	}
}

// What is whole is not mended, in whatever language and encoding.
func TestNoDamage(t *testing.T) {
	for _, text := range []string{whole, "", "plain English text, with a few words.", "L'été dernier, un élève a mangé des œufs à Noël près du théâtre.",
		"Größe, Übung und Äpfel über Straßen", "Съешь же ещё этих мягких французских булок", "これは日本語です。", "این یک متن فارسی است که برای آزمایش نوشته شده است.",
		"قال: «نعم».", "... نعم ...", "- نعم\n- لا\n- ربما", "«نعم» و(لا)", note, report} {
		if d := DamageOf(text); d != NoDamage {
			t.Errorf("damage %d in %q", d, text)
		}
	}
	for _, g := range readGold(t) {
		if d := DamageOf(string(g.Text)); d != NoDamage {
			t.Errorf("damage %d in %s", d, g.ID)
		}
	}
}

// FuzzMend: mending gives an article, or leaves it.
func FuzzMend(f *testing.F) {
	f.Add(shown(whole))
	f.Add(shaped(whole))
	f.Add("Ø§Ù„Ù†Øµ ÇáãÏíäÉ")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		for d := NoDamage + 1; d < DamageCount; d++ {
			damages[d].mend(text)
		}
		if a := Mend(model.NewArticle(text, Outline(text, ""))); a != nil {
			checkBlocks(t, a.Text, a.Blocks)
		}
	})
}
