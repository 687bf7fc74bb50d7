package ingest

import (
	"slices"
	"strings"
	"testing"

	"rawi/model"
)

const (
	sentenceA = "افتتح رئيس البلدية صباح اليوم مكتبة عامة جديدة في حي الميناء وقال إن أبوابها مفتوحة للجميع."
	sentenceB = "وأضاف أن المدينة ستفتح مكتبتين أخريين قبل نهاية العام المقبل بتمويل من أهل الحي أنفسهم."
)

// TestOutline gives pages line by line. The letter before a line is what it
// must be: T title, H heading, F boilerplate, P paragraph; "/" lies between two
// blocks of one line.
func TestOutline(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
	}{
		{"title and text", []string{"T افتتاح مكتبة عامة في حي الميناء", "", "P " + sentenceA, "P " + sentenceB}},
		{"no title", []string{"P " + sentenceA, "", "P " + sentenceB}},
		{"title twice", []string{"T افتتاح مكتبة عامة في حي الميناء", "", "F افتتاح مكتبة عامة في حي الميناء", "P " + sentenceA}},
		{"page title, date, caption", []string{
			"F موقع الحي - ثقافة - افتتاح مكتبة عامة في حي الميناء", "F الثلاثاء، 04 آذار/مارس 2031، آخر تحديث 17:00 (GMT+0200)",
			"T افتتاح مكتبة عامة في حي الميناء", "F رئيس البلدية يقص الشريط", "P " + sentenceA}},
		{"menu", []string{"F أخبار الحي - افتتاح «مكتبة عامة» في الميناء", "F الرئيسية", "F العالم", "F رياضة", "F آخر تحديث:",
			"T افتتاح \"مكتبة عامة\" في الميناء", "P " + sentenceA}},
		{"byline and date under the title", []string{"T افتتاح مكتبة عامة في حي الميناء", "F كتبت سلمى الحداد", "F الأحد 4 مايو 2031", "P " + sentenceA}},
		{"place and name", []string{"T افتتاح مكتبة عامة في حي الميناء", "F صوت الحي – الميناء", "P " + sentenceA}},
		{"site and agency, no title", []string{"F ALHAYY.NET", "F أ ف ب", "P " + sentenceA}},
		{"links inside", []string{"T افتتاح مكتبة عامة في حي الميناء", "P " + sentenceA, "F روابط ذات علاقة",
			"F معرض الكتاب يفتح أبوابه الشهر المقبل", "F ما مستقبل القراءة في المدينة؟", "P " + sentenceB}},
		{"one link inside", []string{"P " + sentenceA, "P " + sentenceB, "F اقرأ أيضا: معرض الكتاب يفتح أبوابه"}},
		{"heading", []string{"T افتتاح مكتبة عامة في حي الميناء", "P " + sentenceA, "H مكتبتان أخريان", "P " + sentenceB}},
		{"a sentence cut in two is no heading", []string{"P " + sentenceA, "P وأضاف أن", "P " + sentenceB}},
		{"counters at the end", []string{"P " + sentenceA, "P " + sentenceB, "", "F التعليقات (12)", "F 0", "F الأكثر قراءة", "F صور: سوق الحي القديم"}},
		{"source at the end", []string{"T افتتاح مكتبة عامة في حي الميناء", "P " + sentenceA, "F رابط الخبر بصحيفة الحي: افتتاح مكتبة عامة في حي الميناء"}},
		{"agency at the end", []string{"P " + sentenceA, "F (رويترز)"}},
		{"credits at the end", []string{"P " + sentenceA, "F (إعداد سلمى الحداد للنشرة العربية - تحرير فلان الفلاني)"}},
		{"tags in the last line", []string{"P " + sentenceA, "P " + sentenceB + "/F سمات الكتب القراءة الميناء"}},
		{"agency in the last line", []string{"P " + sentenceA, "P " + sentenceB + "/F (أ ف ب)"}},
		{"short last line is text", []string{"P " + sentenceA, "P انتهى الأمر"}},
		{"boilerplate words in a sentence are text", []string{"P " + sentenceA,
			"P التعليقات التي كتبها القراء كانت كثيرة هذا الصباح.", "P سمات القيادة عند الرئيس كثيرة كما قال جيرانه أمس.", "P المصدر ذاته أوضح أن الرسوم لن تعود أبدا."}},
		{"a label's word in a sentence is text", []string{"P " + sentenceA, "P المصدر ذاته أوضح: لن تعود الرسوم أبدا إلى هذا المكان."}},
		{"a title of tags' words", []string{"T سمات القارئ الجيد في المدن", "", "P " + sentenceA}},
		{"a poem has no tail", []string{"T ليل المدينة", "", "P يا ليل", "P طال السفر", "P تعليق", "P يا ليل", "P طال السهر"}},
		{"years after the text", []string{"P " + sentenceA, "P 2029", "P فتح باب السوق", "P 2031", "P فتح باب المكتبة"}},
		{"a refrain is no title", []string{"P - يا ليل طال السفر", "P والدرب ضاع في الغبار", "P - يا ليل طال السفر", "P " + sentenceA}},
		{"a long first line is no boilerplate", []string{
			"P افتتح رئيس البلدية صباح اليوم مكتبة عامة جديدة في حي الميناء وقال إن أبوابها مفتوحة للجميع من دون رسوم كما كانت",
			"P مكتبتان أخريان في الحي القديم", "P " + sentenceB}},
		{"boilerplate words inside the last line are text", []string{"P قال: نعم. وهذه أهم سمات المكتبة الجديدة في الحي"}},
		{"text cut at a fixed width", []string{"P افتتح رئيس البلدية صباح اليوم مكتبة عامة جديدة", "P في حي الميناء وقال إن أبوابها ستبقى مفتوحة كل",
			"P يوم من الصباح إلى المساء من دون أي رسوم على", "P أهل الحي ومن يزورهم من المدن القريبة والبعيدة", "P كما أعلن في كلمته القصيرة أمام باب المكتبة."}},
		{"lines of a list before text", []string{"P - قلم", "P - دفتر", "P " + sentenceA}},
	}
	for _, test := range tests {
		text, want := page2text(test.lines)
		blocks := Outline(text, "")
		checkBlocks(t, text, blocks)
		if got := describe(text, blocks); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, want)
		}
	}
}

// page2text is the text of a table's page and its blocks, one a line.
func page2text(lines []string) (text, blocks string) {
	var page, all []string
	for _, line := range lines {
		var parts []string
		for part := range strings.SplitSeq(line, "/") {
			if rest := strings.TrimLeft(part, "TFHP"); rest != part && strings.HasPrefix(rest, " ") {
				all = append(all, part)
				part = rest[1:]
			} else if len(parts) > 0 { // a stroke of the text itself
				all[len(all)-1] += "/" + part
				parts[len(parts)-1] += "/" + part
				continue
			}
			parts = append(parts, part)
		}
		page = append(page, strings.Join(parts, " "))
	}
	return strings.Join(page, "\n"), strings.Join(all, "\n")
}

func describe(text string, blocks []model.Block) string {
	var out []string
	for _, b := range blocks {
		out = append(out, string("PTHFCAIRVQ"[b.Kind])+" "+b.In(text))
	}
	return strings.Join(out, "\n")
}

func TestOutlineOfKnownTitle(t *testing.T) {
	text := sentenceA + "\n\n" + sentenceB
	want := "T " + sentenceA + "\nP " + sentenceB
	if got := describe(text, Outline(text, strings.TrimSuffix(sentenceA, "."))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBlocksEndAtEveryLineEnd(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029", "\n \t\u00a0\n"} {
		text := " ا ب " + end + "\tج"
		if got := describe(text, Outline(text, "")); got != "P ا ب\nP ج" && got != "T ا ب\nP ج" {
			t.Errorf("%q: got %q", end, got)
		}
	}
}

// FuzzOutline holds any outline of any text to the contract of blocks.
func FuzzOutline(f *testing.F) {
	f.Add(report, "")
	f.Add(report, "افتتاح مكتبة عامة في حي الميناء")
	f.Add("عنوان\n\n"+sentenceA+" سمات كتب", "عنوان")
	f.Add("\ufeff \r\n\u2028ا\v\f\u0085(رويترز).\nAB.CD\n<meta /> . (و م ع)", "ا")
	f.Fuzz(func(t *testing.T, text, title string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		checkBlocks(t, text, Outline(text, title))
		checkLines(t, text)
	})
}

// checkLines holds the lines of a text to what the standard library makes of
// the characters that UAX #14 says end a line.
func checkLines(t *testing.T, text string) {
	t.Helper()
	var want []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\v\f\r\u0085\u2028\u2029", r) }) {
		if line = strings.TrimSpace(line); line != "" {
			want = append(want, line)
		}
	}
	var got []string
	for _, b := range lines(text) {
		got = append(got, b.In(text))
	}
	if !slices.Equal(got, want) {
		t.Errorf("the lines of %q are %q, want %q", text, got, want)
	}
}

func TestLines(t *testing.T) {
	for _, text := range []string{
		"", "\n", "ا", "ا\nب", "\r\nا\r\n\r\nب\r", "ا\u2028ب\u2029ج\u0085د", "«ا»\u200f\n“ب”", " ا \v ب \f\u00a0",
		"\u2028\u2028", "ا\u0085", strings.Repeat("ا\r\n\nب\u2029", 50),
	} {
		checkLines(t, text)
	}
}

// TestControlled counts controls wherever they stand among eight bytes.
func TestControlled(t *testing.T) {
	for size := range 40 {
		for at := range size {
			for _, control := range []string{"\x00", "\x06", "\x0e", "\x1f", "\x7f"} {
				text := strings.Repeat("~", at) + strings.Repeat(control, 5+size/8) + strings.Repeat("\xd8 ", size-at)
				if !newInput(text, "").binary() {
					t.Fatalf("%q holds no controls", text)
				}
			}
		}
		if text := strings.Repeat("\xff\x80\x1b\n\t~", size); newInput(text, "").binary() {
			t.Fatalf("%q holds controls", text)
		}
	}
}
