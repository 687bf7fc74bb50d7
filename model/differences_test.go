package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// says is what authors did, each for themselves.
type says struct {
	author string
	do     func(*Reading)
}

// together is what a reader sees after authors decided without knowing of each other.
func together(reader string, all ...says) *Reading {
	var decisions []Annotation
	for _, one := range all {
		r := reading()
		r.Author = one.author
		one.do(r)
		decisions = append(decisions, r.Log().All()...)
	}
	from := reading()
	return NewReading(from.Article, from.src.found, decisions, reader)
}

// assign says that a party of the sample, or another, said a quotation.
func assign(quote int, name string) func(*Reading) {
	return func(r *Reading) { r.Assign(quote, Party{ID: PartyID(name), Name: name}) }
}

// drop, kind and move are decisions on a quotation of the sample.
func drop(quote int) func(*Reading)              { return func(r *Reading) { r.DropQuote(quote) } }
func kind(quote int, k QuoteKind) func(*Reading) { return func(r *Reading) { r.SetKind(quote, k) } }
func move(quote int, words string) func(*Reading) {
	return func(r *Reading) { r.MoveQuote(quote, at(words)) }
}
func quote(words string) func(*Reading) { return func(r *Reading) { r.MakeQuote(at(words), Indirect) } }
func split(quote int, words string) func(*Reading) {
	return func(r *Reading) { r.SplitQuote(quote, at(words).Start) }
}
func adjudicate(do func(*Reading)) func(*Reading) {
	return func(r *Reading) { r.Adjudicate(Adjudicator); do(r) }
}
func all(does ...func(*Reading)) func(*Reading) {
	return func(r *Reading) {
		for _, do := range does {
			do(r)
		}
	}
}

var aspectNames = map[Aspects]string{OnExistence: "existence", OnSpan: "span", OnKind: "kind", OnSpeaker: "speaker"}

// differing is on what the reading has differences: their words and aspects.
func differing(r *Reading) string {
	var out []string
	for _, d := range r.Differences() {
		if d.Poll == nil {
			out = append(out, string(d.Party))
			continue
		}
		line := d.In(r.Article.Text)
		for _, a := range []Aspects{OnExistence, OnSpan, OnKind, OnSpeaker} {
			if d.Differ.Has(a) {
				line += " " + aspectNames[a]
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, " | ")
}

// What a third reader sees of two colleagues, what one of them sees, and on what they
// differ.
func TestWhoseDecisionsAreShown(t *testing.T) {
	const found = "نعم speech زيد | لا speech  | ربما scare "
	tests := []struct {
		name    string
		a, b    func(*Reading)
		third   string // what a third reader sees; ! is decided
		first   string // what a sees
		differs string
	}{
		{"one alone", assign(0, "سعيد"), all(), "نعم speech سعيد! | لا speech  | ربما scare ", "", ""},
		{"the same", assign(0, "سعيد"), assign(0, "سعيد"), "نعم speech سعيد! | لا speech  | ربما scare ", "", ""},
		{"speakers", assign(1, "سعيد"), assign(1, "زيد"), found, "نعم speech زيد | لا speech سعيد! | ربما scare ", "لا speaker"},
		{"kinds", kind(2, WorkTitle), kind(2, Other), found, "نعم speech زيد | لا speech  | ربما title !", "ربما kind"},
		{"kind against speaker", kind(1, Other), assign(1, "زيد"), found, "نعم speech زيد | لا other ! | ربما scare ", "لا kind"},
		{"exists or not", drop(0), assign(0, "زيد"), found, "لا speech  | ربما scare ", "نعم existence"},
		{"ends", all(move(1, "أضاف \"لا"), assign(1, "زيد")), assign(1, "زيد"), found, "نعم speech زيد | أضاف \"لا speech زيد! | ربما scare ", `أضاف "لا span`},
		{"the same other ends", all(move(1, "أضاف \"لا"), assign(1, "زيد")), all(move(1, "أضاف \"لا"), assign(1, "زيد")),
			"نعم speech زيد | أضاف \"لا speech زيد! | ربما scare ", "", ""},
		{"two other ends", move(1, "أضاف \"لا"), move(1, "لا\" ثم"), found, "نعم speech زيد | أضاف \"لا speech  | ربما scare ", `أضاف "لا" ثم span`},
		{"made by one", quote("ذكر سعيد"), kind(2, Scare), "نعم speech زيد | لا speech  | ذكر سعيد indirect  | ربما scare !", "", ""},
		{"made by both, otherwise ended", quote("ذكر سعيد"), quote("ثم ذكر سعيد"), found[:len(found)-len("ربما scare ")] + "ذكر سعيد indirect  | ربما scare ",
			"نعم speech زيد | لا speech  | ذكر سعيد indirect  | ربما scare ", "ثم ذكر سعيد span"},
		{"split by one", all(split(2, "ما"), assign(2, "سعيد")), assign(2, "سعيد"), found, "", "ربما span"},
		{"the rest is decided, and nothing said of one", all(kind(0, Other), kind(1, Other), kind(2, Other), quote("ثم ذكر")), all(kind(0, Other), kind(1, Other), kind(2, Other)),
			"نعم other زيد! | لا other ! | ثم ذكر indirect  | ربما other !", "نعم other زيد! | لا other ! | ثم ذكر indirect  | ربما other !", "ثم ذكر existence"},
		{"an adjudicator", assign(1, "سعيد"), adjudicate(assign(1, "زيد")), "نعم speech زيد | لا speech زيد! | ربما scare ", "نعم speech زيد | لا speech سعيد! | ربما scare ", "لا speaker"},
		{"two adjudicators", adjudicate(assign(1, "سعيد")), adjudicate(drop(1)), found, "نعم speech زيد | لا speech سعيد! | ربما scare ", "لا existence"},
		{"undone", assign(1, "سعيد"), all(assign(1, "زيد"), func(r *Reading) { r.Undo() }), "نعم speech زيد | لا speech سعيد! | ربما scare ", "", ""},
		{"names of a party", func(r *Reading) { r.RenameParty("زيد", "الأول") }, func(r *Reading) { r.RenameParty("زيد", "الثاني") }, found, found, "زيد"},
	}
	for _, test := range tests {
		for _, order := range [][]says{{{"ا", test.a}, {"ب", test.b}}, {{"ب", test.b}, {"ا", test.a}}} { // times decide nothing
			third, first := together("ج", order...), together("ا", order...)
			if got := seen(third); got != test.third {
				t.Errorf("%s: a third reader sees\n%s\nwant\n%s", test.name, got, test.third)
			}
			if got := seen(first); test.first != "" && got != test.first {
				t.Errorf("%s: the first sees\n%s\nwant\n%s", test.name, got, test.first)
			}
			if a, b := differing(third), differing(first); a != test.differs || b != test.differs {
				t.Errorf("%s: they differ on\n%s, the first sees\n%s\nwant\n%s", test.name, a, b, test.differs)
			}
		}
	}
}

// Who decided is told with what is shown, and a quotation on which others differ is
// contested for the one who is silent alone.
func TestDecidedBy(t *testing.T) {
	r := together("ج", says{"ا", all(assign(0, "سعيد"), assign(1, "زيد"))}, says{"ب", all(assign(0, "سعيد"), assign(1, "سعيد"))}, says{"ج", kind(2, Other)})
	if got := r.DecidedBy(0); !slices.Equal(got, []string{"ا", "ب"}) {
		t.Errorf("the first is decided by %q", got)
	}
	if q := r.Quotes()[1]; !q.Contested || q.Decided() || r.DecidedBy(1) != nil || q.Sureness() >= 0 {
		t.Errorf("the second is %+v, by %q", q, r.DecidedBy(1))
	}
	if got := r.DecidedBy(2); !slices.Equal(got, []string{"ج"}) || !r.Mine(2) || r.Mine(0) {
		t.Errorf("the third is decided by %q", got)
	}
	if r.AcceptAll(0, 0); r.Quotes()[1].Decided() {
		t.Error("accepting the rest decided what others differ on")
	}
}

// Taking somebody's opinion makes it one's own, as one step to undo.
func TestAdopt(t *testing.T) {
	for seed := range int64(600) {
		random := rand.New(rand.NewSource(seed))
		something := func(r *Reading) {
			for range 1 + random.Intn(5) {
				anything(random, r)
			}
		}
		r := together("ج", says{"ا", something}, says{"ب", something})
		for n := range r.Polls() {
			before := seen(r)
			poll := r.Polls()[n]
			o := &poll.Opinions[random.Intn(len(poll.Opinions))]
			if o.Silent || len(r.Adopt(&poll, o)) == 0 {
				continue
			}
			var mine *Opinion
			for i := range r.Polls() {
				if p := &r.Polls()[i]; p.Overlaps(poll.Span) && p.Of("ج", Annotator) != nil && p.Of(o.Author, o.As) != nil && p.Of(o.Author, o.As).Last.ID == o.Last.ID {
					mine = p.Of("ج", Annotator)
				}
			}
			if mine == nil || differ(mine, o) != 0 || len(mine.Parts) != len(o.Parts) {
				t.Fatalf("seed %d: of %+v\nwas taken\n%+v", seed, o, mine)
			}
			if r.Undo(); seen(r) != before {
				t.Fatalf("seed %d: undone\n%s\nwant\n%s", seed, seen(r), before)
			}
		}
	}
}

// What a reader decided is shown whatever others decide, before or after; and times
// of different authors do not matter.
func TestMineFirst(t *testing.T) {
	for seed := range int64(600) {
		random := rand.New(rand.NewSource(seed))
		mine, theirs := reading(), reading()
		theirs.Author = "ب"
		for range random.Intn(8) {
			anything(random, mine)
			anything(random, theirs)
		}
		both := reading()
		later := slices.Clone(theirs.Log().All())
		for i := range later {
			later[i].Time = later[i].Time.Add(time.Hour)
		}
		both.AddHistory(slices.Concat(mine.Log().All(), later))
		earlier := reading()
		for i := range later {
			later[i].Time = later[i].Time.Add(-2 * time.Hour)
		}
		earlier.AddHistory(slices.Concat(mine.Log().All(), later))
		if a, b := opinions(both), opinions(earlier); a != b {
			t.Fatalf("seed %d: with later ones\n%s\nwith earlier ones\n%s", seed, a, b)
		}
		for i := range both.Polls() {
			poll := &both.Polls()[i]
			if o := poll.Of("أنا", Annotator); o != nil && !o.Silent && poll.Opinions[poll.Shown].Author != "أنا" {
				t.Fatalf("seed %d: shown is %+v", seed, poll)
			}
		}
		if !reflect.DeepEqual(both.Differences() == nil, earlier.Differences() == nil) {
			t.Fatalf("seed %d: the differences are others", seed)
		}
	}
}

// opinions is all polls without the decisions that they rest on.
func opinions(r *Reading) string {
	out := seen(r)
	for _, p := range r.Polls() {
		out += fmt.Sprintf("\n%v %d", p.Span, p.Shown)
		for _, o := range p.Opinions {
			out += fmt.Sprintf(" %s %+v", o.Author, o.Parts)
		}
	}
	return out
}

// Who annotated and then adjudicates sees what they differ on as undecided; what they
// settle is their word from then on, and what they said before still counts as said.
func TestAdjudicate(t *testing.T) {
	r := together("ا", says{"ا", assign(1, "سعيد")}, says{"ب", assign(1, "زيد")}, says{"ج", assign(1, "زيد")})
	if q := r.Quotes()[1]; q.Speaker != "سعيد" || q.Contested {
		t.Errorf("the annotator sees %+v", q)
	}
	r.Adjudicate(Adjudicator)
	if q := r.Quotes()[1]; !q.Contested || q.Decided() {
		t.Errorf("the adjudicator sees %+v", q)
	}
	poll := r.PollOf(1)
	choices := poll.Choices()
	if len(choices) != 2 || len(choices[1].Authors) != 2 || choices[1].Parts[0].Speaker != "زيد" || poll.Settled() {
		t.Fatalf("there is to choose %+v", choices)
	}
	decided := r.Adopt(poll, choices[1].Opinion)
	if len(decided) != 1 || decided[0].Capacity != Adjudicator {
		t.Errorf("decided %+v", decided)
	}
	if q := r.Quotes()[1]; q.Speaker != "زيد" || !q.Decided() || !r.PollOf(1).Settled() || r.PollOf(1).Of("ا", Annotator).Parts[0].Speaker != "سعيد" {
		t.Errorf("after that %+v, %+v", q, r.PollOf(1))
	}
	if others := NewReading(r.Article, r.src.found, r.Log().All(), "د"); others.Quotes()[1].Speaker != "زيد" {
		t.Errorf("others see %s", seen(others))
	}
	if b := NewReading(r.Article, r.src.found, r.Log().All(), "ج"); !slices.Equal(b.DecidedBy(1), []string{"ج"}) {
		t.Errorf("an annotator sees a decision of %q", b.DecidedBy(1))
	}
	if r.Undo(); !r.Quotes()[1].Contested {
		t.Error("undone, it is not contested")
	}
}
