package detect

import (
	"strings"
	"testing"

	"rawi/model"
)

// styles are passages in the manners of different outlets: titles before
// names, bylines, long subjects, relays. All names are made up.
var styles = []passage{
	{"a byline names no speaker", "هاني زيدان- المنارة- الرستن: افتتحت البلدية السوق الجديد. وأضافت أن المحال جاهزة.",
		[]said{{model.Indirect, "المحال جاهزة", ""}}},
	{"a prince with all his titles", "وأوضح صاحب السمو الملكي الأمير بدر بن ماجد بن عبدالرحمن أن المشروع اكتمل.",
		[]said{{model.Indirect, "المشروع اكتمل", "بدر بن ماجد بن عبدالرحمن"}}},
	{"an abbreviated title", "قال د. سامي الغزالي إن اللقاح آمن. وأضاف م/ رائد قصاب أن الشبكة تعمل.",
		[]said{{model.Indirect, "اللقاح آمن", "سامي الغزالي"}, {model.Indirect, "الشبكة تعمل", "رائد قصاب"}}},
	{"an honorific stands for the speaker", "استقبل الوزير عماد رزق الوفد. وأكد معاليه أن الحوار مستمر.",
		[]said{{model.Indirect, "الحوار مستمر", "عماد رزق"}}},
	{"an honorific before a role", "أكد معالي وزير النقل نزار الشامي أن الطريق آمن.",
		[]said{{model.Indirect, "الطريق آمن", "نزار الشامي"}}},
	{"the name behind a body and a place", "وقال المتحدث الرسمي لهيئة الإسعاف بمنطقة السهل خالد بن مساعد النجدي إن المصابين بخير.",
		[]said{{model.Indirect, "المصابين بخير", "خالد بن مساعد النجدي"}}},
	{"two military ranks", "وأكد العميد ركن طيار أحمد الساعي أن المطار مفتوح.",
		[]said{{model.Indirect, "المطار مفتوح", "أحمد الساعي"}}},
	{"a family name that is a role", "أعلن المتحدث حاتم قاضي، أن التسجيل بدأ.",
		[]said{{model.Indirect, "التسجيل بدأ", "حاتم قاضي"}}},
	{"a family name that ends like a verb", "قال رئيس الحكومة مارك روته إن الاتفاق قريب.",
		[]said{{model.Indirect, "الاتفاق قريب", "مارك روته"}}},
	{"a foreign name in ون", "وقالت جونسون إن البلاد تحتاج إلى السلام.",
		[]said{{model.Indirect, "البلاد تحتاج إلى السلام", "جونسون"}}},
	{"the addressee between marks", "أكد لـ«المنارة» رئيس البلدية سعيد الجندي، أن العمل بدأ.",
		[]said{{model.WorkTitle, "المنارة", ""}, {model.Indirect, "العمل بدأ", "سعيد الجندي"}}},
	{"a body between marks", "أعلنت شركة \"سنابل\" أنها ستوسع مصنعها.",
		[]said{{model.WorkTitle, "سنابل", ""}, {model.Indirect, "ستوسع مصنعها", "سنابل"}}},
	{"a turn changer with another verb", "وبدوره شكر القاضي سليم الديب الحضور، وأكد أن المحكمة مستقلة.",
		[]said{{model.Indirect, "المحكمة مستقلة", "سليم الديب"}}},
	{"an indefinite speaker", "وقال طبيب بيطري إن القطيع سليم.",
		[]said{{model.Indirect, "القطيع سليم", "طبيب بيطري"}}},
	{"a speaker known by a relation", "وتقول عائلة الضحية إن التحقيق بطيء.",
		[]said{{model.Indirect, "التحقيق بطيء", "عائلة الضحية"}}},
	{"the first of several", "وأشار كل من فادي منصور ورامي شاهين إلى أن الشبكة ضعيفة.",
		[]said{{model.Indirect, "الشبكة ضعيفة", "فادي منصور"}}},
	{"an adverb of time before the subject", "أعلن اليوم الاثنين سامي شكري وزير العمل أن الأجور سترتفع.",
		[]said{{model.Indirect, "الأجور سترتفع", "سامي شكري"}}},
	{"an embedded report does not take the floor", "كشف سامي مكي أن العمال نقلوا الأدوات إلى المخزن، مشيرا إلى أن المصنع مغلق.",
		[]said{{model.Indirect, "العمال نقلوا الأدوات إلى المخزن", "سامي مكي"}, {model.Indirect, "المصنع مغلق", "سامي مكي"}}},
	{"a condition is no report", "وشدد المدير هاني عطا على معاقبة المخالفين إن وجدوا في السوق.", nil},
	{"between is no verb", "وقع الخلاف بين الدول «المصدرة» للنفط.",
		[]said{{model.Scare, "المصدرة", ""}}},
	{"Latin behind the marks", "أعلنت الشركة تطبيق «دفتر» Daftar للهواتف.",
		[]said{{model.WorkTitle, "دفتر", ""}}},
	{"an age between marks", "وأكد صبحي شيباني \"24 عاما\" أن الطريق طويل.",
		[]said{{model.Other, "24 عاما", ""}, {model.Indirect, "الطريق طويل", "صبحي شيباني"}}},
}

func TestStyles(t *testing.T) { expect(t, styles, 3, 3) }

// Common words that stand where a person's name could, and where it ends.
func TestNoPersons(t *testing.T) {
	tests := []struct{ name, text, persons string }{
		{"an adjective is no role", "عقد الوفد مؤتمر صحفي في العاصمة، ووصلت الرسالة الإعلامية إلى الجهات المنظمة للحفل.", ""},
		{"a given name that is a word", "مع حسن السيرة وإطالة عمر الفئران.", ""},
		{"a prize", "فاز بجائزة نوبل وكأس خالد العربي.", ""},
		{"an indefinite accusative", "أبدت الشركة اهتماما مبدئيا بالسوق.", ""},
		{"a verb ends a name", "رأيت فهد يرفع صوته ثم سمير سيخلف أباه.", ""},
		{"a preposition ends a name", "حضر جون هاوسر بمسدس إلى المكان.", "جون هاوسر"},
		{"a participle ends a name", "توفي جيمس هورنر المتخصص في الموسيقى.", "جيمس هورنر"},
		{"the family name ends a name", "اشترى خالد الدولاني مالك المتجر سيارة.", "خالد الدولاني"},
		{"a title before a definite family name", "حضر المهندس إبراهيم الهويمل. وغادر المهندس الهويمل.", "إبراهيم الهويمل"},
		{"a tanwin is no name", "لكي تفتح بابًا كبيرًا للتجارة.", ""},
		{"a conjunction with a pronoun ends a name", "حضر حسن نصر الله وحزبه.", "حسن نصر الله"},
	}
	for _, by := range []struct {
		models  *Models
		misread int
	}{{&Models{}, 0}, {Learned(), 1}} {
		wrong := 0
		for _, tt := range tests {
			a := lines(tt.text)
			f := Analyse(a, by.models).Findings()
			check(t, a.Text, f)
			var persons []string
			for _, p := range f.Parties {
				if p.Kind == model.Person {
					persons = append(persons, p.Name)
				}
			}
			if got := strings.Join(persons, ", "); got != tt.persons {
				wrong++
				t.Logf("%s: got %q, want %q", tt.name, got, tt.persons)
			}
		}
		if wrong > by.misread {
			t.Errorf("%d of %d are wrong, at most %d may be", wrong, len(tests), by.misread)
		}
	}
}

// Names that no list has: only where they stand and how they look says so.
func TestUnknownNames(t *testing.T) {
	tests := []struct{ text, speakers string }{
		{"أكد زيغول البنوار، نائب رئيس مجلس إدارة شركة الماء، أنه لا يوجد توجه لذلك. وأضاف البنوار أن الشركة كبيرة.", "زيغول البنوار|زيغول البنوار"},
		{"وقال سنيغر بارنتوف لوكالة الواحة إن الحرب انتهت.", "سنيغر بارنتوف"},
		{"وأعلن حاكم الولاية مقنوع بارز أن الثلوج ذابت.", "مقنوع بارز"},
		{"وقالت فيلوميا كارنديز، وزيرة الصحة السابقة، إن اللقاح آمن. وأوضحت كارنديز أن التوزيع بدأ.", "فيلوميا كارنديز|فيلوميا كارنديز"},
		{"وأكد مبعوث الأمم المتحدة ستافون دي هارنتوف أن المحادثات مستمرة.", "ستافون دي هارنتوف"},
		{"وقال رئيس لجنة المناخ هوبير ساندوفال إن الحرارة ترتفع. وأشار ساندوفال إلى أن البحار تعلو.", "هوبير ساندوفال|هوبير ساندوفال"},
		{"وقال قائد الشرطة العميد طنوس شهوان إن الطريق آمن.", "طنوس شهوان"},
		{"وأوضح مدير المستشفى ضيف الله سحيمان الشراري، أن البطاقة جاهزة.", "ضيف الله سحيمان الشراري"},
	}
	wrong := 0
	for _, tt := range tests {
		var got []string
		f := Detect(lines(tt.text))
		for _, q := range f.Quotes {
			for _, p := range f.Parties {
				if p.ID == q.Speaker {
					got = append(got, p.Name)
				}
			}
		}
		if s := strings.Join(got, "|"); s != tt.speakers {
			wrong++
			t.Logf("%s\ngot %s, want %s", tt.text, s, tt.speakers)
		}
	}
	if wrong > 1 {
		t.Errorf("%d of %d are wrong, at most 1 may be", wrong, len(tests))
	}
}
