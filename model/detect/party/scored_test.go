package party_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/token"
)

// marked is a mention in the passages below: [party form|words]. The forms are the
// kind of a name, and role, beside (a name of the same party) and noun.
var marked = regexp.MustCompile(`\[(\d) (\w+)\|([^\]]+)\]`)

// lesson is a passage with its mentions given, and whom they mean.
type lesson struct {
	page   *token.Page
	found  *mention.Found
	answer party.Answer
	words  []string // of each mention
}

var formOf = map[string]model.MentionForm{"role": model.RoleForm, "beside": model.Apposition, "noun": model.Nominal}

// read reads a passage. Its first line is the title where it begins with "# ".
func read(t *testing.T, passage string) lesson {
	t.Helper()
	var text strings.Builder
	type given struct {
		start, end, party int
		form              string
	}
	var all []given
	for rest := passage; rest != ""; {
		at := marked.FindStringSubmatchIndex(rest)
		if at == nil {
			text.WriteString(rest)
			break
		}
		text.WriteString(rest[:at[0]])
		start := text.Len()
		text.WriteString(rest[at[6]:at[7]])
		all = append(all, given{start, text.Len(), int(rest[at[2]] - '0'), rest[at[4]:at[5]]})
		rest = rest[at[1]:]
	}
	p := pageOf(text.String())
	l := lesson{page: p, answer: party.Answer{Kinds: make([]model.PartyKind, 10)}}
	for i := range l.answer.Kinds {
		l.answer.Kinds[i] = model.RoleOnly
	}
	var mentions []mention.Mention
	for _, g := range all {
		m := mention.Mention{Of: -1, Kind: model.RoleOnly, Form: formOf[g.form], Subject: true, From: p.Len()}
		for i := range p.Len() {
			if s := p.SpanAt(i); s.End > g.start && s.Start < g.end {
				m.From, m.To = min(m.From, i), i+1
			}
		}
		m.Core = m.From
		if before := g.start - p.SpanAt(m.From).Start; before > 0 {
			m.Skip = uint8(token.Letters(p.Text()[g.start-before : g.start]))
		}
		if kind, ok := model.ParsePartyKind(g.form); ok {
			m.Kind, m.Form = kind, model.NameForm
			l.answer.Kinds[g.party] = kind
		}
		mentions = append(mentions, m)
		l.answer.Whose = append(l.answer.Whose, g.party)
		l.words = append(l.words, text.String()[g.start:g.end])
	}
	for i := range mentions {
		if mentions[i].Form == model.Apposition {
			mentions[i].Of = int32(i + 1)
		}
	}
	l.found = mention.NewFound(p, mentions)
	return l
}

func pageOf(text string) *token.Page {
	var blocks []model.Block
	at := 0
	for _, line := range strings.Split(text, "\n") {
		b := model.Block{Span: model.Span{Start: at, End: at + len(line)}, Kind: model.ParagraphBlock}
		if strings.HasPrefix(line, "# ") {
			b.Start, b.Kind = b.Start+2, model.TitleBlock
		}
		blocks = append(blocks, b)
		at += len(line) + 1
	}
	s := token.Read(model.NewArticle(text, blocks), lexicon.Default())
	return token.NewPage(s, marks.Depths(s, marks.Find(s)))
}

// lessons are what the model of the tests learns from; everybody in them is
// invented.
var lessons = []string{
	"وصل [1 beside|وزير الدفاع الكيني] [1 PER|آدن كاماو] إلى [2 GPE|نيروبي]. وقال [1 role|الوزير الكيني] إن الجيش سيرد. ثم غادر [3 PER|سامي وكيلي] القاعة.",
	"زارت [1 beside|وزيرة الصحة البيروانية] [1 PER|لورا فيغا] مصنعا. وقالت [1 role|الوزيرة البيروانية] إن الدواء متوفر. وحضر [3 PER|كمال منير] الزيارة.",
	"كشف [1 role|موظف أردني] أن الرسوم لن ترتفع. وقال [1 role|الموظف في دائرة الجمارك] إن المراجعة مستمرة.",
	"ذكر [1 role|حارس ليلي] أن الباب كان مفتوحا. وأضاف [1 role|الحارس في المدرسة] أنه اتصل بالشرطة.",
	"قالت [1 role|مديرة المتحف] إن القاعة جاهزة. وقالت [2 role|مديرة المسرح] إن العرض تأجل.",
	"قال [1 role|مدرب الشباب] إن الفريق تعب. وقال [2 role|مدرب النجوم] إن الفوز مستحق.",
	"ذكرت [1 ORG|صحيفة \"لوسوار\"] أن السد اكتمل. ونقلت [1 ORG|لوسوار] عن مهندس قوله إن الماء وفير.",
	"نشرت [1 ORG|صحيفة \"الضفاف\"] صورا. وقالت [1 ORG|الضفاف] إن النهر فاض.",
	"قالت [1 ORG|وزارة السياحة] إن الموسم ناجح. وأضافت [1 ORG|السياحة] أن الفنادق ممتلئة.",
	"أعلنت [1 ORG|وزارة الزراعة] موسم الحصاد. وأكدت [1 ORG|الزراعة] وفرة القمح.",
	"قال [1 PER|نبيل جوهر فارس] إن العمل بدأ. وأكد [1 PER|فارس] أن الطريق مفتوح.",
	"قالت [1 PER|منى سليم بركات] إن العرض جميل. ورأت [1 PER|بركات] أن الجمهور كبير.",
	"رحبت [1 GPE|فنلندا] بالقرار. ووصلت سفينة إلى [2 GPE|السنغال].",
	"فازت [1 GPE|البرتغال] بالكأس. وخسرت [2 GPE|كرواتيا] النهائي.",
	"أعلنت [1 ORG|الهيئة الوطنية للمعابر] الجدول. وقالت [1 noun|الهيئة] إن المعبر سيفتح. وقال [2 PER|عادل خوري] إنه سيسافر.",
	"دعا [1 ORG|الاتحاد الوطني للصيادين] إلى الإضراب. وقال [1 noun|الاتحاد] إن الأجور ضعيفة. وقال [2 PER|فؤاد ناصر] إنه سيعمل.",
	"# [1 role|لاعبة الارتكاز]: لم نستسلم\nقالت [1 beside|لاعبة الارتكاز] [1 PER|سلمى بنعلي] إن الفوز كبير.",
	"# [1 role|عمدة الواحة]: سنزرع النخيل\nقال [1 beside|عمدة الواحة] [1 PER|أيوب تازي] إن الماء كاف.",
}

// held are passages of the shapes of the lessons, with other words.
var held = []struct{ name, text string }{
	{"a description takes up the named man by office and country", "استقبل [1 beside|وزير الصيد الموريتاني] [1 PER|سيدي ولد داداه] الوفد. وقال [1 role|الوزير الموريتاني] إن الرخص ستراجع. وغادر [2 PER|رامي صباغ] القاعة."},
	{"a definite description takes up an indefinite one", "قال [1 role|مهندس سوداني] إن السد آمن. وأضاف [1 role|المهندس في وزارة الري] أن الماء وفير."},
	{"two of one trade", "قالت [1 role|مراسلة المساء] إن الحفل تأخر. وقالت [2 role|مراسلة الصباح] إن الحفل ألغي."},
	{"a paper without its noun", "نشرت [1 ORG|صحيفة \"المرسى\"] تقريرا. وقالت [1 ORG|المرسى] إن الميناء توسع."},
	{"a ministry without its noun", "قالت [1 ORG|وزارة التجارة] إن الأسعار مستقرة. وأضافت [1 ORG|التجارة] أن المخزون كاف."},
	{"a family name", "قال [1 PER|هشام نوري بيطار] إن الجسر أغلق. وأكد [1 PER|بيطار] أنه سيرمم."},
	{"two full names", "قال [1 PER|محمد سالم القرني] إن العمل بدأ. وقال [2 PER|محمد عبدالله القرني] إن العمل توقف."},
	{"a particle inside a name", "استقبلوا [1 PER|محفوظ ولد امحمد فال] أمس. وقال [1 PER|ولد امحمد فال] إن الزيارة ناجحة."},
	{"a name in two parts that is written in one", "كتب [1 PER|جاك لا فورتين] رسالة. وقال [1 PER|لافورتين] إنها وصلت."},
	{"a long vowel more or less", "أكدت [1 GPE|موزمبيق] فتح الميناء. ووصل الوفد إلى [1 GPE|موزامبيق] أمس."},
	{"a vowel that changed", "أعلنت [1 GPE|مقديشو] إغلاق المطار. وأكدت [1 GPE|مقديشيو] أن الطريق آمن."},
	{"two states", "رحبت [1 GPE|النرويج] بالاتفاق. وانتقدت [2 GPE|تشيلي] بنوده."},
	{"an acronym in brackets", "أعلن [1 ORG|الاتحاد الدولي للرماية] ([1 ORG|ISSF]) القرعة. وقال [1 ORG|ISSF] إن البطولة في مايو."},
	{"two names in brackets", "فتح [1 ORG|مكتب المعايير البحرية] ([1 ORG|إم إس أو] - [1 ORG|MSO]) تحقيقا."},
	{"where a woman comes from is no name of hers", "حضرت [1 PER|منى الحداد] ([2 GPE|قطر]) الحفل."},
	{"a bare noun", "أصدرت [1 ORG|المنظمة الوطنية للرعاة] دليلا. وقالت [1 noun|المنظمة] إن المراعي جفت. وقال [2 PER|عادل حمدان] إنه سيرحل."},
	{"the title's description is named below", "# [1 role|حارسة المرمى]: كنا الأفضل\nقالت [1 beside|حارسة المرمى] [1 PER|سلوى بنعمر] إن الفريق لعب بشجاعة."},
	{"a letter that could be a particle", "وصل [1 PER|أنور بلقاسم] صباحا. وقال [1 PER|بلقاسم] إن الرحلة طويلة."},
}

// learned trains on the lessons.
func learned(t *testing.T) (party.Models, [2][]byte) {
	t.Helper()
	var whom, kinds []learn.Contest
	for _, passage := range lessons {
		l := read(t, passage)
		w, k := party.Contests(l.page, l.found, l.answer)
		whom, kinds = append(whom, w...), append(kinds, k...)
	}
	var data [2][]byte
	for i, contests := range [][]learn.Contest{whom, kinds} {
		var err error
		if data[i], err = party.Train(contests, 1); err != nil {
			t.Fatal(err)
		}
	}
	file, err := learn.EncodeFile(map[string][]byte{party.WhomModel: data[0], party.KindsModel: data[1]})
	if err != nil {
		t.Fatal(err)
	}
	opened, err := learn.OpenFile(string(file))
	if err != nil {
		t.Fatal(err)
	}
	m, err := party.OpenModels(opened)
	if err != nil {
		t.Fatal(err)
	}
	return m, data
}

// TestLinkByScore: what was learned of some passages holds in others.
func TestLinkByScore(t *testing.T) {
	m, _ := learned(t)
	for _, tt := range held {
		t.Run(tt.name, func(t *testing.T) {
			l := read(t, tt.text)
			ps := party.Link(l.page, l.found, m)
			for i := range l.words {
				for k := range i {
					want, got := l.answer.Whose[i] == l.answer.Whose[k], ps.Of(i) == ps.Of(k) && ps.Of(i) >= 0
					if want != got {
						t.Errorf("%q and %q: one party is %v, want %v", l.words[k], l.words[i], got, want)
					}
				}
			}
		})
	}
}

// TestKindByScore: a description is of the kind of the party that it means.
func TestKindByScore(t *testing.T) {
	m, _ := learned(t)
	for _, tt := range held {
		l := read(t, tt.text)
		ps := party.Link(l.page, l.found, m)
		for i, w := range l.answer.Whose {
			if want := l.answer.Kinds[w]; ps.Of(i) >= 0 && ps.Party(ps.Of(i)).Kind != want {
				t.Errorf("%s: %q is %s, want %s", tt.name, l.words[i], ps.Party(ps.Of(i)).Kind, want)
			}
		}
	}
}

// TestTrainIsDeterministic: the same lessons give the same bytes.
func TestTrainIsDeterministic(t *testing.T) {
	_, a := learned(t)
	_, b := learned(t)
	for i := range a {
		if !bytes.Equal(a[i], b[i]) {
			t.Error("the same lessons give other weights")
		}
	}
}

// TestHostilePages: mentions of odd tokens, and very many of one name, link
// without a panic, each to at most one party that has it.
func TestHostilePages(t *testing.T) {
	m, _ := learned(t)
	for _, text := range []string{"", ".", "( ) « »", "و", "لل ال و ( ) \" عبد عبد", strings.Repeat("قال أحمد سالم (سالم) إن ", 400), "ء ــ 1 2 ("} {
		p := pageOf(text)
		for length := 1; length <= 3; length++ {
			var all []mention.Mention
			for i := 0; i+length <= p.Len(); i++ {
				all = append(all, mention.Mention{From: i, To: i + length, Core: i, Of: -1, Kind: model.PartyKind(i % 4), Form: model.MentionForm(i % 4), Idle: i%3 == 0, Subject: i%2 == 0})
			}
			found := mention.NewFound(p, all)
			for _, models := range []party.Models{m, {}} {
				if err := consistent(party.Link(p, found, models), len(all)); err != nil {
					t.Errorf("%.40q: %v", text, err)
				}
			}
		}
	}
}

func consistent(ps *party.Parties, mentions int) error {
	seen := map[int]int{}
	for i := range ps.Len() {
		for _, id := range ps.Party(i).Mentions {
			if ps.Of(id) != i {
				return fmt.Errorf("mention %d is listed by party %d, but is of %d", id, i, ps.Of(id))
			}
			seen[id]++
		}
	}
	for id := range mentions {
		if want := min(ps.Of(id)+1, 1); seen[id] != want {
			return fmt.Errorf("mention %d is listed %d times, want %d", id, seen[id], want)
		}
	}
	return nil
}
