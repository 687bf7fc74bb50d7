package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// unwrapped is prose of our own without line ends.
const unwrapped = "أعلنت بلدية الواحة أمس بدء العمل في الحديقة الجديدة شرق المدينة، وهي أكبر حديقة عامة فيها منذ عشرين سنة. وقال رئيس البلدية ماجد الحربي: «ستفتح الحديقة أبوابها في الربيع، والدخول مجاني للجميع، ولن نقطع شجرة واحدة من أشجار الحي». وأضاف أن المشروع سيضم ملاعب للأطفال ومسارات للدراجات ومكتبة صغيرة يديرها متطوعون من أهل الحي."

// fill cuts a text at a column as editors do: as many words a line as have room.
func fill(text string, column int, end string) string {
	var out strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case length == 0:
		case length+1+n > column:
			out.WriteString(end)
			length = 0
		default:
			out.WriteString(" ")
			length++
		}
		out.WriteString(word)
		length += n
	}
	return out.String()
}

// What was cut at any usual column is put together again.
func TestJoinWrapped(t *testing.T) {
	for _, column := range []int{40, 60, 65, 72, 76, 80, 100} {
		for _, end := range []string{"\n", "\r\n", " \n", "\n  "} {
			whole := "عنوان الخبر\n\n" + unwrapped + "\n\n" + unwrapped + "\n"
			cut := "عنوان الخبر\n\n" + fill(unwrapped, column, end) + "\n\n" + fill(unwrapped, column, end) + "\n"
			if got := joinWrapped(cut); got != whole {
				t.Errorf("column %d, %q:\n%s", column, end, got)
			}
		}
	}
}

// Where a line end is one byte and nothing stands around it, offsets stay.
func TestJoinedOffsets(t *testing.T) {
	cut := "عنوان الخبر\n\n" + fill(unwrapped, 72, "\n") + "\n"
	if got := joinWrapped(cut); len(got) != len(cut) || got == cut || strings.ReplaceAll(got, "\n", " ") != strings.ReplaceAll(cut, "\n", " ") {
		t.Errorf("%q", got)
	}
}

// What has lines of its own keeps them, alone and inside of a text that was cut.
func TestLinesThatStay(t *testing.T) {
	verse := "ألا ليت شعري هل أبيتن ليلة بواد وحولي الرفاق الأوائل\nوهل أردن يوما مياها قديمة وهل تبدون لي الديار المنازل\nرحلنا وفي الأضلاع منها بقية تنازعنا فيها الرياح الأصائل\nفيا ليت أن الدهر يرجع ساعة وتجمعنا بعد الفراق الحمائل"
	halves := "ألا ليت شعري هل أبيتن ليلة    بواد وحولي إخوة وصحاب\nوهل أردن يوما مياها قديمة    وهل تبدون لي ديارها وقباب\nرحلنا وفي الأضلاع منها بقية    تنازعنا فيها رياح غضاب"
	free := "كان البحر\nبعيدا كأن الموج لا يصل\nوالمدينة\nنائمة فوق كتف الجبل\nلا أحد"
	list := "- ملاعب للأطفال من سن الثالثة إلى سن العاشرة في كل حي\n- مسارات للدراجات تصل بين الحدائق كلها على طول النهر\n- مكتبة صغيرة يديرها متطوعون من أهل الحي وطلاب المدرسة"
	numbers := "1. ملاعب للأطفال من سن الثالثة إلى سن العاشرة في كل حي\n2. مسارات للدراجات تصل بين الحدائق كلها على طول النهر\n٣- مكتبة صغيرة يديرها متطوعون من أهل الحي وطلاب المدرسة"
	table := "المدينة | عدد الحدائق | مساحتها بالهكتار | سنة الافتتاح\nالواحة | سبع حدائق عامة | أربعون هكتارا | سنة ألفين\nالميناء | حديقتان كبيرتان | عشرة هكتارات | سنة ألفين وعشر"
	for name, text := range map[string]string{"verse": verse, "hemistichs": halves, "free verse": free, "list": list, "numbers": numbers, "table": table} {
		if got := joinWrapped(text); got != text {
			t.Errorf("%s alone:\n%s", name, got)
		}
		around := fill(unwrapped, 60, "\n")
		want := "عنوان\n\n" + unwrapped + "\n\n" + text + "\n\n" + unwrapped
		if got := joinWrapped("عنوان\n\n" + around + "\n\n" + text + "\n\n" + around); got != want {
			t.Errorf("%s inside:\n%s", name, got)
		}
	}
}

// A paragraph or a sentence a line is no cut.
func TestLinesOfTheirOwn(t *testing.T) {
	sentences := strings.ReplaceAll(unwrapped, ". ", ".\n")
	for name, text := range map[string]string{
		"a paragraph a line": unwrapped + "\n" + unwrapped + "\n", "a sentence a line": sentences,
		"sentences of a length": "أعلنت البلدية بدء العمل في الحديقة.\nوقال الرئيس إنها ستفتح في الربيع.\nوأضاف أن الدخول سيكون بلا رسوم.\n",
		"headlines":             "افتتاح مكتبة في الميناء\nوزير النقل يزور المطار الجديد\nمدرسة جديدة\nأسعار القمح تنخفض قليلا",
		"a signature":           "نرجو نشر هذه الرسالة في صفحة القراء.\n\nمع التحية\nسعاد الحمدان\nمعلمة",
	} {
		if got := joinWrapped(text); got != text {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// Items of a list that were cut go on below their mark.
func TestWrappedItems(t *testing.T) {
	one, two := "- "+unwrapped, "- "+unwrapped
	if got := joinWrapped(fill(one, 70, "\n  ") + "\n" + fill(two, 70, "\n  ") + "\n"); got != one+"\n"+two+"\n" {
		t.Errorf("%s", got)
	}
}

// No annotated article was cut at a column, and none is joined.
func TestArticlesStay(t *testing.T) {
	for _, g := range readGold(t) {
		if text := string(g.Text); joinWrapped(text) != text {
			t.Errorf("%s was joined", g.ID)
		}
	}
}

// FuzzJoinWrapped: joining changes white space alone, and what is joined stays so.
func FuzzJoinWrapped(f *testing.F) {
	f.Add(fill(unwrapped, 60, "\n"))
	f.Add("عنوان\r\n\r\n" + fill(unwrapped, 40, "\r\n") + "\u2028\x85\v")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		got := joinWrapped(text)
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") || len(got) > len(text) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
