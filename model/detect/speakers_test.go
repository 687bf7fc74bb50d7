package detect

import (
	"testing"

	"rawi/model"
)

// speakerCase is a sentence or two, and who says the last quotation in it.
type speakerCase struct{ kind, text, speaker string }

// speakerCases are shapes in which others than the nearest name speak. Names and
// events are made up.
var speakerCases = []speakerCase{
	{"where a description ends", "وقالت وزيرة الإسكان الموريتانية في الندوة إن القرى ستربط بالشبكة.", "وزيرة الإسكان الموريتانية"},
	{"where a description ends", "ونفى مدير الميناء اليمني في اتصال هاتفي أن تكون السفن قد غادرت.", "مدير الميناء اليمني"},
	{"where a description ends", "وذكرت مسؤولة صحية كبيرة أن اللقاح وصل.", "مسؤولة صحية كبيرة"},
	{"where a description ends", "وتقول مصادر في قطاع النسيج المصري إن الطلبات زادت.", "مصادر في قطاع النسيج المصري"},
	{"where a description ends", "ويرى خبراء من جنوب أوروبا وشرقها أن الجفاف سيشتد.", "خبراء من جنوب أوروبا وشرقها"},
	{"where a description ends", "ناشد مزارعون غاضبون نقابة الأطباء التدخل، محذرين من أن الماء سينفد.", "مزارعون غاضبون"},
	{"where a description ends", "طالب المعلمون المفصولون مدير الإدارة بصرف الرواتب، مؤكدين أنهم لن يعودوا.", "المعلمون المفصولون"},
	{"where a description ends", "وقال الناطق باسم لجنة المياه في تشاد، المهندس عمر ديبي، إن السد اكتمل.", "عمر ديبي"},
	{"where a description ends", "وصرحت رئيسة المجلس للصحفيين بأن الجلسة تأجلت.", "رئيسة المجلس"},
	{"where a description ends", "ذكرت 4 مصادر مطلعة أن السفينة أبحرت.", "4 مصادر مطلعة"},
	{"where a description ends", "وكشفت ذات المصادر أن العقد ألغي.", "ذات المصادر"},

	{"somebody named before", "وصل وزير المالية السنغالي موسى ديوف إلى داكار. وقال الوزير السنغالي: \"سنسدد الدين\".", "موسى ديوف"},
	{"somebody named before", "كشف لنا موظف تونسي أن الرسوم لن ترتفع. وقال الموظف إن المراجعة مستمرة، موضحا أن القرار قريب.", "موظف تونسي"},
	{"somebody named before", "أصدرت نقابة الصيادين بيانا أمس. وأضاف البيان أن القرار باطل.", "نقابة الصيادين"},
	{"somebody named before", "ذكرت المحطات الرومانية أن الثلوج أغلقت الطرق. وزادت المحطات أن الشرطة تساعد السائقين.", "المحطات الرومانية"},
	{"somebody named before", "قالت الطبيبة رنا الحموي إن المرض ينتشر. وأوضحت الطبيبة أن العلاج متوفر.", "رنا الحموي"},

	{"which noun is the subject", "قال المدرب نبيل راضي إن الفريق جاهز. واعتبر إلغاء المباراة خطأ؛ وقال: \"سنعترض\".", "نبيل راضي"},
	{"which noun is the subject", "أبلغت \"المنارة\" مصادر طبية أن المستشفى امتلأ.", "مصادر طبية"},
	{"which noun is the subject", "غير أن طوكيو بدورها تؤكد أن الجزر تابعة لها.", "طوكيو"},
	{"which noun is the subject", "وكانت ليما قد أعلنت أن الحدود ستفتح.", "ليما"},
	{"which noun is the subject", "ورد الوزير سعد الناصر حين سأله مذيع القناة لماذا يعتقد التجار أن الرسم ظالم: \"الرسم عادل\".", "سعد الناصر"},
	{"which noun is the subject", "الكاتبة السورية التي سبق أن ترأست اتحاد الناشرين، شددت على أنها باقية في عملها.", "الكاتبة السورية"},
	{"which noun is the subject", "صرح مدير المسرح الذي سيستضيف الشاعر الكبير، نادر القصاب، بأن القاعة جاهزة.", "مدير المسرح"},
	{"which noun is the subject", "التقت الصحيفة الممثلة هدى سالم. وفي لقاء مع \"المشعل\"، تابعت: \"لا علم لي\".", "هدى سالم"},
	{"which noun is the subject", "كان حاضرا وكيل البلدية، الذي أشاد بالفرقة. وقال إن الفوز مستحق.", "وكيل البلدية"},
	{"which noun is the subject", "محامية السائق المصاب ستبلغ الشركة بأن العملية نجحت.", "محامية السائق المصاب"},
	{"which noun is the subject", "التقت الوزيرة منى الراوي السفير باسل العمري، وأكدت أن الاتفاق قريب.", "منى الراوي"},

	{"relays", "ونشرت جريدة «المرفأ» في عددها الأسبوعي عن ليلى برهان مديرة الميناء القول إن السفن عادت.", "ليلى برهان"},
	{"relays", "وأوردت وكالة شينخوا نقلا عن ضابط مالي أن \"القافلة توقفت\".", "ضابط مالي"},
	{"relays", "ونقلت صحيفة الأفق عن مسؤول في البلدية أن الجسر آمن.", "مسؤول في البلدية"},
	{"relays", "وعدت البلدية المحتجين بـ\"حل سريع\"، بحسب وكالة نوفوستي.", "البلدية"},
}

// TestSpeakerCases: the cases that fail are told, and no more may fail than do.
func TestSpeakerCases(t *testing.T) {
	failing := 20 // with rules alone
	if Learned().Speech.Speaker != nil {
		failing = 12
	}
	failed := 0
	for _, c := range speakerCases {
		a := titled(c.text)
		f := Detect(a)
		check(t, a.Text, f)
		spoken := model.Quote{}
		for _, q := range f.Quotes {
			if q.Kind.Spoken() && q.Start >= spoken.Start {
				spoken = q
			}
		}
		if !isCalled(f, spoken.Speaker, c.speaker) {
			failed++
			t.Logf("%s: want %q:\n%s", c.kind, c.speaker, list(a, f))
		}
	}
	t.Logf("%d of %d fail", failed, len(speakerCases))
	if failed > failing {
		t.Errorf("%d cases fail, %d did", failed, failing)
	}
}

// TestTurnOfNobodyKnown: in an interview a label that names no party is one.
func TestTurnOfNobodyKnown(t *testing.T) {
	a := titled("البيدر: متى تنتهي أزمة المياه؟\nنبيل راضي: ستنتهي خلال عامين.\nالبيدر: وما كلفة السدود؟\nراضي: مليار دينار على الأقل.")
	f := Detect(a)
	if len(f.Quotes) != 4 || !isCalled(f, f.Quotes[0].Speaker, "البيدر") || f.Quotes[0].Speaker != f.Quotes[2].Speaker || !isCalled(f, f.Quotes[3].Speaker, "نبيل راضي") {
		t.Errorf("%s", list(a, f))
	}
}
