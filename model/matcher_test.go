package model

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode"
)

const (
	lead    = "عقد وزير الزراعة مؤتمرا صحافيا في العاصمة أمس بحضور عدد من المزارعين.\n"
	cueA    = "وقال الوزير في مستهل المؤتمر «"
	wordsA  = "إن موسم القمح هذا العام أفضل من سابقه وإن المخازن ممتلئة"
	cueB    = "». ثم أضاف ردا على سؤال «"
	wordsB  = "لا"
	tail    = "» وانتهى المؤتمر بعد ساعة من بدايته دون أن يجيب عن بقية الأسئلة.\n"
	article = lead + cueA + wordsA + cueB + wordsB + tail
)

func TestFinder(t *testing.T) {
	other := strings.Repeat("هذه فقرة أخرى لا صلة لها بما سبق ولا بما يأتي. ", 4) + "\n"
	changed := strings.Replace(wordsA, "أفضل من سابقه", "أقل من سابقه", 1)
	tests := []struct {
		name, text string
		a, b       MatchStatus
		at         string // where a is
	}{
		{"the same", article, Found, Found, wordsA},
		{"more before it", other + article, Found, Found, wordsA},
		{"more after it", article + other, Found, Found, wordsA},
		{"another verb", strings.Replace(article, "وقال الوزير", "وصرّح الوزير", 1), Found, Found, wordsA},
		{"another sentence before", strings.Replace(article, lead, other, 1), Found, Found, wordsA},
		{"a word in it changed", strings.Replace(article, wordsA, changed, 1), Moved, Found, changed},
		{"a letter in it changed", strings.Replace(article, "القمح", "القمحِ", 1), Moved, Found, strings.Replace(wordsA, "القمح", "القمحِ", 1)},
		{"in another place", lead + tail + other + "«" + wordsA + "»" + other, Moved, Lost, wordsA},
		{"changed and in another place", other + other + "«" + changed + "» " + other, Moved, Lost, changed},
		{"with a little of its context", other + lastRunes(lead+cueA, 19) + wordsA + firstRunes(cueB, 20) + other, Moved, Lost, wordsA},
		{"with more of its context", other + lastRunes(lead+cueA, 20) + wordsA + firstRunes(cueB, 20) + other, Found, Lost, wordsA},
		{"another that reads the same", lead + cueA + wordsA + "». " + other + wordsB + tail, Moved, Moved, wordsA},
		{"twice", article + other + article, Moved, Moved, wordsA},
		{"gone", lead + other, Lost, Lost, ""},
		{"its words gone, its place not", lead + cueA + "كلام لا يشبه ذلك في شيء" + cueB + wordsB + tail, Lost, Found, ""},
		{"nothing", "", Lost, Lost, ""},
	}
	start := strings.Index(article, wordsA)
	anchorA := NewAnchor(article, Span{start, start + len(wordsA)})
	start = strings.Index(article, cueB+wordsB) + len(cueB)
	anchorB := NewAnchor(article, Span{start, start + len(wordsB)})
	alone := NewAnchor(wordsB, Span{0, len(wordsB)})
	if at, status := (&matcher{source: article}).find(alone); status != Lost {
		t.Errorf("words without any context were found at %v: %v", at, status)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := matcher{source: tt.text}
			at, status := f.find(anchorA)
			if status != tt.a || status != Lost && at.In(tt.text) != tt.at {
				t.Errorf("%q is %v at %q, want %v at %q", wordsA, status, at.In(tt.text), tt.a, tt.at)
			}
			if at, status := f.find(anchorB); status != tt.b || status != Lost && at.In(tt.text) != wordsB {
				t.Errorf("%q is %v at %q, want %v", wordsB, status, at.In(tt.text), tt.b)
			}
		})
	}
}

// letter is a character of an edited text: what it is, and where it stood
// before, -1 for a new one.
type letter struct {
	rune
	from int
}

// edit changes a text at random: strikes, adds, copies and moves passages. Each
// letter remembers where it stood.
func edit(random *rand.Rand, text []letter, edits int) []letter {
	text = slices.Clone(text)
	for range edits {
		from := random.Intn(len(text) + 1)
		to := min(len(text), from+random.Intn(1+[]int{2, 10, 100}[random.Intn(3)]))
		passage := slices.Clone(text[from:to])
		switch random.Intn(4) {
		case 0:
			text = slices.Delete(text, from, to)
		case 1:
			for i := range passage {
				passage[i] = letter{rune('ا' + random.Intn(40)), -1}
			}
			text = slices.Insert(text, from, passage...)
		case 2:
			text = slices.Insert(text, random.Intn(len(text)+1), passage...)
		case 3:
			text = slices.Delete(text, from, to)
			text = slices.Insert(text, random.Intn(len(text)+1), passage...)
		}
	}
	return text
}

func write(text []letter) string {
	var out strings.Builder
	for _, l := range text {
		out.WriteRune(l.rune)
	}
	return out.String()
}

// uniqueText is a text of which no 20 letters stand in it twice.
func uniqueText(random *rand.Rand) []letter {
	var out []letter
	for i := range 150 {
		for _, r := range fmt.Sprint("كلمة", i*7919%1000, " ") {
			out = append(out, letter{r, len(out)})
		}
		if random.Intn(20) == 0 {
			out = append(out, letter{'\n', len(out)})
		}
	}
	return out
}

// isLetter is what makes words, in texts of this test: no white space, no tatweel.
func isLetter(r rune) bool { return !unicode.IsSpace(r) && r != 'ـ' }

// lettersOf is where the letters of a text stood before.
func lettersOf(text []letter) (from []int) {
	for _, l := range text {
		if isLetter(l.rune) {
			from = append(from, l.from)
		}
	}
	return from
}

// written is the words of a text, each letter as it is, without regard to how
// far they stand apart.
func written(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "ـ", "")), " ")
}

// checkFinder edits a text at random. Words that are said to be found are the
// very letters that stood there, in one piece and nowhere else with that
// context; and words around which nothing was changed are found.
func checkFinder(t *testing.T, seed int64) (status MatchStatus) {
	t.Helper()
	random := rand.New(rand.NewSource(seed))
	before := uniqueText(random)
	after := edit(random, before, random.Intn(8))
	from := random.Intn(len(before) - 30)
	to := from + 1 + random.Intn(30)
	start, length := len(write(before[:from])), len(write(before[from:to]))
	anchor := NewAnchor(write(before), Span{start, start + length})
	if strings.TrimSpace(anchor.Exact) == "" {
		return Found // no words
	}
	text := write(after)
	f := matcher{source: text}
	at, status := f.find(anchor)
	if status == Found {
		n, length := len([]rune(text[:at.Start])), len([]rune(at.In(text)))
		if written(at.In(text)) != written(anchor.Exact) || strings.TrimSpace(at.In(text)) != at.In(text) {
			t.Fatalf("seed %d: %q was found at %q", seed, anchor.Exact, at.In(text))
		}
		if got, want := lettersOf(after[n:n+length]), lettersOf(before[from:to]); !slices.Equal(got, want) {
			t.Fatalf("seed %d: %q was found where other words stand: letters %v are at the place of %v", seed, anchor.Exact, got, want)
		}
		return status
	}
	context := before[max(0, from-contextRunes):min(len(before), to+contextRunes)]
	if n := strings.Count(text, write(context)); n == 1 && strings.Count(text, anchor.Exact) == 1 {
		t.Fatalf("seed %d: nothing near %q was changed, and it is not found but %d", seed, anchor.Exact, status)
	}
	if status == Moved && (at.Empty() || at.Start < 0 || at.End > len(text) || strings.TrimSpace(at.In(text)) == "") {
		t.Fatalf("seed %d: moved to %v", seed, at)
	}
	return status
}

func TestFinderOnRandomEdits(t *testing.T) {
	var statuses [3]int
	for seed := range int64(3000) {
		statuses[checkFinder(t, seed)]++
	}
	for status, n := range statuses {
		if n < 50 {
			t.Errorf("only %d of 3000 are %d", n, status)
		}
	}
	t.Logf("found, moved, lost: %v", statuses)
}

func FuzzFinder(f *testing.F) {
	f.Add(int64(0))
	f.Fuzz(func(t *testing.T, seed int64) { checkFinder(t, seed) })
}

// FuzzFinderText holds for any texts that the words found are the words, and
// that places are places.
func FuzzFinderText(f *testing.F) {
	f.Add(article, 10, 30, lead+wordsA)
	f.Add("ااااااااااا", 2, 4, "اااااااا")
	f.Fuzz(func(t *testing.T, old string, start, end int, now string) {
		old, now = strings.ToValidUTF8(old, "?"), strings.ToValidUTF8(now, "?")
		r := Reading{Article: NewArticle(old, nil)}
		s := r.fit(Span{start, end})
		x := NewAnchor(old, s)
		finder := matcher{source: now}
		at, status := finder.find(x)
		if status != Lost && (at.Start < 0 || at.End > len(now) || at.Empty()) || status == Found && !SameWords(at.In(now), x.Exact) {
			t.Fatalf("%q is %d at %v of %q", x.Exact, status, at, now)
		}
	})
}

// newer is what a reader sees who decided on one text and opens another.
func newer(t *testing.T, text string, found Findings, decide func(*Reading)) *Reading {
	t.Helper()
	old := NewReading(NewArticle(article, nil), Findings{}, nil, "أنا")
	start := strings.Index(article, wordsA)
	old.MakeQuote(Span{start, start + len(wordsA)}, Speech)
	start = strings.Index(article, cueB+wordsB) + len(cueB)
	old.MakeQuote(Span{start, start + len(wordsB)}, Speech)
	decide(old)
	return NewReading(NewArticle(text, nil), found, old.Log().All(), "أنا")
}

func TestDecisionsOnAnotherText(t *testing.T) {
	changed := strings.Replace(wordsA, "أفضل", "أقل", 1)
	text := strings.Replace(lead+article, wordsA, changed, 1)
	minister := Party{ID: "الوزير", Name: "الوزير"}
	start := strings.Index(text, changed)
	found := Findings{Quotes: []Quote{{Span: Span{start, start + len(changed)}, Marked: true}}}
	r := newer(t, text, found, func(r *Reading) { r.Assign(0, minister); r.Assign(1, minister); r.SetNote(1, "قصير") })

	q := r.Quotes()
	if len(q) != 2 || q[0].Decided() || q[0].Moved == nil || q[0].Moved.Exact != wordsA || q[0].Speaker != "الوزير" ||
		!q[1].Decided() || q[1].Note != "قصير" || q[1].In(text) != wordsB {
		t.Fatalf("the quotations are %+v", q)
	}
	if u := undecided(r, true); !slices.Equal(u, []int{0}) {
		t.Errorf("undecided are %v", u)
	}
	var diff []string
	for _, c := range DiffWords(q[0].Moved.Exact, q[0].In(text)) {
		diff = append(diff, []string{"", "-", "+"}[c.Edit]+c.Word)
	}
	if got, want := strings.Join(diff, " "), "إن موسم القمح هذا العام -أفضل +أقل من سابقه وإن المخازن ممتلئة"; got != want {
		t.Errorf("changed is %s, want %s", got, want)
	}
	if as := r.AcceptAll(0, 0); len(as) != 0 {
		t.Error("words that moved were accepted with the rest")
	}
	a, ok := r.Accept(0)
	if q := r.Quotes()[0]; !ok || a.Deed != Confirm || !q.Decided() || q.Moved != nil || len(r.Unresolved()) != 0 {
		t.Errorf("after confirming by %+v: %+v, unresolved %v", a, q, r.Unresolved())
	}
	r.Undo()
	if r.Quotes()[0].Decided() {
		t.Error("undone, it is still confirmed")
	}
	r.Redo()

	// A third text, to which the confirmed words lead.
	third := NewReading(NewArticle(lead+text, nil), Findings{}, r.Log().All(), "أنا")
	if q := third.Quotes(); len(q) != 2 || !q[0].Decided() || q[0].In(lead+text) != changed || len(third.Unresolved()) != 0 {
		t.Errorf("in the third text: %+v, unresolved %+v", q, third.Unresolved())
	}
	r.SetKind(0, Other) // a decision on the new words, which the old text learns of
	back := NewReading(NewArticle(article, nil), Findings{}, r.Log().All(), "أنا")
	if q := back.Quotes()[0]; q.In(article) != wordsA || q.Kind != Other || q.Moved == nil {
		t.Errorf("in the old text: %+v", q)
	}
}

func TestLostDecisions(t *testing.T) {
	r := newer(t, lead+tail, Findings{}, func(r *Reading) { r.SetKind(0, Scare); r.SetNote(1, "قصير") })
	if len(r.Quotes()) != 0 || len(r.Unresolved()) != 4 {
		t.Fatalf("quotations %+v, unresolved %+v", r.Quotes(), r.Unresolved())
	}
	s := r.Unresolved()[2]
	if s.Status != Lost || s.Deed != SetKind || s.Words.Exact != wordsA {
		t.Errorf("the unresolved is %+v", s)
	}
	if a, ok := r.Place(s, Span{3, 3}); ok {
		t.Errorf("placed on nothing: %+v", a)
	}
	if _, ok := r.Place(s, Span{0, len(lead)}); !ok || len(r.Quotes()) != 1 || r.Quotes()[0].Kind != Scare || len(r.Unresolved()) != 2 {
		t.Errorf("placed: %+v, unresolved %+v", r.Quotes(), r.Unresolved())
	}
}

// A mention whose words moved names nobody until the reader says so.
func TestMentionThatMoved(t *testing.T) {
	changed := strings.Replace(article, "موسم القمح", "موسم الشعير", 1)
	name := func(r *Reading) {
		start := strings.Index(article, "إن موسم القمح")
		r.MakeMention(Span{start, start + len("إن موسم القمح هذا العام")}, Party{ID: "x", Name: "X"})
	}
	r := newer(t, changed, Findings{}, name)
	x, _, _ := r.Party("x")
	if len(x.Mentions) != 0 {
		t.Fatalf("mentions %+v", x.Mentions)
	}
	for _, s := range r.Unresolved() {
		if s.Deed == MakeMention {
			r.Place(s, s.At)
		}
	}
	if x, _, _ := r.Party("x"); len(x.Mentions) != 1 || x.Mentions[0].In(changed) != "إن موسم الشعير هذا العام" {
		t.Errorf("confirmed, the mentions are %+v", x.Mentions)
	}
}

// A quotation that was dropped is not dropped where its words may be others.
func TestDropThatMoved(t *testing.T) {
	changed := strings.Replace(article, "أفضل", "أقل", 1)
	start := strings.Index(changed, "إن موسم")
	found := Findings{Quotes: []Quote{{Span: Span{start, start + strings.Index(changed[start:], "».")}}}}
	r := newer(t, changed, found, func(r *Reading) { r.DropQuote(0) })
	if q := r.Quotes(); len(q) != 2 || q[0].Moved == nil {
		t.Fatalf("the quotations are %+v", q)
	}
	for range 2 { // that it was one, and that it is none
		if len(r.Quotes()) == 2 {
			r.Accept(0)
		}
	}
	if q := r.Quotes(); len(q) != 1 || q[0].In(changed) != wordsB {
		t.Errorf("confirmed, the quotations are %+v", q)
	}
}

// What takes back belongs where its target does, so that every text and every
// article that has the target has it too.
func TestTakingBackElsewhere(t *testing.T) {
	r := newer(t, lead+article, Findings{Parties: []Party{{ID: "x", Name: "X"}}}, func(r *Reading) { r.SetKind(0, Scare) })
	old := r.Log().All()[2].Article
	r.RenameParty("x", "Y")
	for _, want := range []string{"", old} { // the name, then the kind
		if a, ok := r.Undo(); !ok || a.Article != want {
			t.Errorf("undone in %q, want %q", a.Article, want)
		}
	}
	if a, ok := r.Retract(r.Log().All()[0].ID); !ok || a.Article != old {
		t.Errorf("retracted in %q, want %q", a.Article, old)
	}
}

// A decision on another text can be made again on this one, where its words are.
func TestReinstateOnAnotherText(t *testing.T) {
	var kind Annotation
	r := newer(t, lead+article, Findings{}, func(r *Reading) { kind = r.SetKind(0, Scare); r.Undo() })
	a, ok := r.Reinstate(kind.ID)
	if !ok || !a.Anchor.Holds(lead+article) || r.Quotes()[0].Kind != Scare || !r.Quotes()[0].Decided() {
		t.Errorf("again: %+v, %+v", a, r.Quotes())
	}
	r = newer(t, lead, Findings{}, func(r *Reading) { kind = r.SetKind(0, Scare) })
	if a, ok := r.Reinstate(kind.ID); ok {
		t.Errorf("words that are lost were decided on: %+v", a)
	}
}

// Whoever is named on words that are lost is no party of this text.
func TestPartiesOfLostDecisions(t *testing.T) {
	name := func(r *Reading) { r.Assign(0, Party{ID: "فلان", Name: "فلان"}) }
	if r := newer(t, lead, Findings{}, name); len(r.Parties()) != 0 {
		t.Errorf("parties %+v", r.Parties())
	}
	if r := newer(t, article+lead, Findings{}, name); len(r.Parties()) != 1 {
		t.Errorf("parties %+v", r.Parties())
	}
}

// Whatever happens to a text, a decision that counts stands on the words on
// which it was made.
func TestNoDecisionOnOtherWords(t *testing.T) {
	for seed := range int64(500) {
		random := rand.New(rand.NewSource(seed))
		before := uniqueText(random)
		old := NewReading(NewArticle(write(before), nil), Findings{}, nil, "أنا")
		words := map[string]string{}
		for range 5 {
			start := random.Intn(len(old.Article.Text) - 60)
			a, ok := old.MakeQuote(Span{start, start + 1 + random.Intn(60)}, Scare)
			if ok {
				words[a.ID] = a.Anchor.Exact
			}
		}
		text := write(edit(random, before, 1+random.Intn(6)))
		r := NewReading(NewArticle(text, nil), Findings{}, old.Log().All(), "أنا")
		for _, q := range r.Quotes() {
			if q.Decided() && written(words[q.Decision]) != written(q.In(text)) {
				t.Fatalf("seed %d: decided on %q, stands on %q", seed, words[q.Decision], q.In(text))
			}
		}
		lost := 0
		for _, s := range r.Unresolved() {
			if s.Status == Lost {
				lost++
			}
		}
		if len(r.Quotes())+lost < len(words) && len(r.Unresolved()) == lost {
			t.Fatalf("seed %d: of %d decisions %d are quotations and %d lost", seed, len(words), len(r.Quotes()), lost)
		}
	}
}

// Words that have become part of a longer word are not the same words, wherever
// in a text they stand.
func TestPartOfAWord(t *testing.T) {
	const old = "وقال الوزير في المؤتمر أمس أمام الصحافيين: لا"
	anchor := NewAnchor(old, Span{len(old) - len("لا"), len(old)})
	for _, more := range []string{"جئ", "َ", "7"} {
		if at, status := (&matcher{source: old + more}).find(anchor); status == Found {
			t.Errorf("«لا» was found in «لا%s» at %v", more, at)
		}
	}
	anchor = NewAnchor("لا تعد إلى البيت قبل أن تزور السوق وتشتري الخبز واللبن", Span{0, len("لا")})
	if at, status := (&matcher{source: "أو" + "لا تعد إلى البيت قبل أن تزور السوق وتشتري الخبز واللبن"}).find(anchor); status == Found {
		t.Errorf("«لا» was found in «أولا» at %v", at)
	}
	if _, status := (&matcher{source: old + ".\n"}).find(NewAnchor(old, Span{len(old) - len("لا"), len(old)})); status != Found {
		t.Errorf("«لا» before a full stop is %v", status)
	}
}

// New ends that are lost give a quotation no ends: the decision waits.
func TestLostEnds(t *testing.T) {
	changed := strings.Replace(wordsA, "أفضل", "أقل", 1)
	text := lead + cueA + changed + "». " + strings.Repeat("هذه فقرة أخرى. ", 9)
	r := newer(t, text, Findings{}, func(r *Reading) {
		start := strings.Index(article, "دون أن يجيب")
		r.MoveQuote(0, Span{start, start + len("دون أن يجيب عن بقية")})
	})
	for _, q := range r.Quotes() {
		if q.Empty() {
			t.Errorf("an empty quotation: %+v", q)
		}
	}
	if s := r.Unresolved(); !slices.ContainsFunc(s, func(s UnresolvedDecision) bool { return s.Deed == MoveQuote && s.Status == Lost }) {
		t.Errorf("the unresolved are %+v", s)
	}
}
