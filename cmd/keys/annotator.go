package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rawi/model/arabic"
)

// annotator brings one article from rawi's guesses to the gold annotation, and
// counts its keys. It knows of rawi only what stands on the screen.
type annotator struct {
	*terminal
	gold   *gold
	keys   int
	seen   map[int]known // quotations by number
	total  int           // quotations in the list
	inList bool          // the list of quotations has the focus
	aim    aim

	reviewed int // the quotation to which review led last
	trace    func(string)
}

// aim is the quotation that the annotator is on the way to, and the key it goes
// by.
type aim struct {
	number int
	key    string
}

// known is what the annotator knows of a quotation that was on the screen.
type known struct {
	item
	start  int        // code point
	want   *goldQuote // nil where gold has none
	around bool       // its words are no part of the article
}

// Names on the screen, and the keys that rawi's help gives for them.
const (
	picking   = "من القائل؟"
	nobody    = "لا يُعرف القائل"
	unsaved   = "لم يُحفظ"
	searching = "يبحث عن الأقوال"
	accepted  = "قُبلت تخمينات عددها"
	dropped   = "حُذف الاقتباس"

	quotations = "الاقتباسات"
)

var kinds = map[string]struct{ name, key string }{
	"scare": {"تحفّظ", "c"}, "title": {"اسم أو عنوان", "t"}, "other": {"ليس قولا", "x"},
}

var counted = regexp.MustCompile(`الاقتباسات: ([0-9]+)`)

// annotate plays keys until all quotations are as gold has them.
func (a *annotator) annotate() error {
	s, err := a.until("the quotations", func(s screen) bool { return counted.MatchString(s.status()) && !s.has(searching) })
	if err != nil {
		return err
	}
	a.total, _ = strconv.Atoi(counted.FindStringSubmatch(s.status())[1])
	for {
		a.look(s)
		if a.keys > enough*(a.total+1) {
			return fmt.Errorf("after %d keys there is no end; the screen is\n%s", a.keys, s)
		}
		switch next, wrong := a.nextWrong(s); {
		case wrong && next == a.current(s).number:
			s, err = a.correct(s, a.seen[next])
		case wrong:
			s, err = a.approach(s, next)
		case len(a.seen) < a.total:
			s, err = a.page(s)
		case a.left() > 0:
			_, err = a.press("y", shows(accepted))
			return err
		default:
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// press presses one key and waits until what it does is seen and saved.
func (a *annotator) press(key string, seen func(screen) bool) (screen, error) {
	a.keys++
	if a.trace != nil {
		a.trace(key)
	}
	if err := a.send(key); err != nil {
		return screen{}, err
	}
	return a.until("what the key "+strconv.Quote(key)+" does", func(s screen) bool { return seen(s) && !s.has(unsaved) })
}

// leaves reports whether another quotation is the current one.
func (a *annotator) leaves(number int) func(screen) bool {
	return func(s screen) bool { n := a.current(s).number; return n != 0 && n != number }
}

// decides reports whether a quotation is decided: it is shown so, or, since rawi
// went on to the next one, no longer the current one.
func (a *annotator) decides(number int) func(screen) bool {
	return func(s screen) bool {
		i := a.current(s)
		return i.number != 0 && (i.number != number || i.decided)
	}
}

func shows(words string) func(screen) bool { return func(s screen) bool { return s.has(words) } }

// enough is how many keys a quotation may take before something must be wrong.
const enough = 60

// look takes in what the list shows.
func (a *annotator) look(s screen) {
	for _, i := range s.quotations() {
		k := a.seen[i.number]
		if k.words == "" {
			before := a.seen[i.number-1]
			start, end, ok := a.gold.words.find(i.words, before.start, i.marked)
			k.start, k.around = start, !ok
			if k.around {
				k.start = before.start
			} else {
				k.want = a.gold.meant(start, end, i.marked)
			}
		}
		k.item = i
		a.seen[i.number] = k
	}
}

// meant is the quotation of gold that begins or lies where a quotation on the
// screen begins.
func (g *gold) meant(start, end int, marked bool) *goldQuote {
	for i := range g.Quotes {
		if q := &g.Quotes[i]; q.marked() && marked && q.Start < end && start <= q.Start+1 {
			return q
		}
	}
	for i := range g.Quotes {
		if q := &g.Quotes[i]; q.marked() == marked && q.Start < end && start < q.End {
			return q
		}
	}
	return nil
}

// right reports whether a quotation stands on the screen as gold has it, so that
// it need only be accepted; nobody can be accepted for a speaker.
func (a *annotator) right(k known) bool {
	switch {
	case k.around:
		return true
	case k.want == nil:
		return false
	case k.want.Kind == "speech" || k.want.Kind == "indirect":
		return k.spoken && a.spokeSo(k.want, k.who)
	}
	return !k.spoken && k.who == unshaped(kinds[k.want.Kind].name)
}

func (a *annotator) spokeSo(want *goldQuote, who string) bool {
	p := a.gold.party(want.Speaker)
	return p != nil && p.called(who)
}

// current is the current quotation; all of its rows are on the screen.
func (a *annotator) current(s screen) item {
	for _, i := range s.quotations() {
		if i.current {
			return i
		}
	}
	return item{}
}

// nextWrong is the nearest quotation of those seen that is neither right nor
// given up.
func (a *annotator) nextWrong(s screen) (number int, wrong bool) {
	from := a.current(s).number
	for n := 1; n <= a.total; n++ {
		k, seen := a.seen[n]
		if seen && !k.decided && !a.right(k) && (!wrong || a.distance(from, n) < a.distance(from, number)) {
			number, wrong = n, true
		}
	}
	return number, wrong
}

// left is how many quotations are undecided.
func (a *annotator) left() (n int) {
	for _, k := range a.seen {
		if !k.decided {
			n++
		}
	}
	return n
}

// distance is how many keys lead from one quotation to another.
func (a *annotator) distance(from, to int) int {
	return min(abs(to-from), a.reviews(from, to))
}

// reviews is how often the key for the next undecided quotation must be pressed,
// as the sureness on the screen has it; many where not all of them were seen.
func (a *annotator) reviews(from, to int) int {
	var order []int
	for n, k := range a.seen {
		if !k.decided && n != from {
			order = append(order, n)
		}
	}
	after := func(n int) bool { // in the order of review, from where it led to last
		f := a.seen[from]
		return a.reviewed != from || a.seen[n].sureness > f.sureness || a.seen[n].sureness == f.sureness && n > from
	}
	slices.SortFunc(order, func(x, y int) int {
		if after(x) != after(y) {
			if after(x) {
				return -1
			}
			return 1
		}
		if d := a.seen[x].sureness - a.seen[y].sureness; d != 0 {
			return d
		}
		return x - y
	})
	return 1 + slices.Index(order, to)
}

func abs(n int) int { return max(n, -n) }

// approach goes one key nearer to a quotation.
func (a *annotator) approach(s screen, to int) (screen, error) {
	from := a.current(s).number
	if a.aim.number != to {
		a.aim = aim{to, "k"}
		switch {
		case a.reviews(from, to) < abs(to-from):
			a.aim.key = "h"
		case to > from:
			a.aim.key = "j"
		}
	}
	s, err := a.press(a.aim.key, a.leaves(from))
	if a.aim.key == "h" {
		a.reviewed = a.current(s).number
	}
	return s, err
}

// page shows more of the list: the first quotation that was not on the screen,
// or was cut off at its edge.
func (a *annotator) page(s screen) (screen, error) {
	unseen := 1
	for a.seen[unseen].number != 0 {
		unseen++
	}
	from := a.current(s).number
	switch {
	case unseen < from:
		return a.press("k", a.leaves(from))
	case !a.inList:
		a.inList = true
		return a.press("\t", shows("◂ "+quotations))
	}
	return a.press(" ", a.leaves(from))
}

// correct decides the current quotation as gold has it.
func (a *annotator) correct(s screen, k known) (screen, error) {
	var err error
	switch {
	case k.want == nil:
		s, err = a.press("\x1b[3~", func(s screen) bool { return s.has(dropped) && a.current(s).words != k.words })
		a.forget(k.number)
		return s, err
	case kinds[k.want.Kind].key != "":
		s, err = a.press(kinds[k.want.Kind].key, a.decides(k.number))
	default:
		s, err = a.name(s, k)
	}
	k.decided = true
	a.seen[k.number] = k
	a.reviewed = a.current(s).number
	return s, err
}

// forget takes in that a quotation is gone: those after it have other numbers.
func (a *annotator) forget(number int) {
	for n := number; n <= a.total; n++ {
		delete(a.seen, n)
		if next, ok := a.seen[n+1]; ok {
			next.number = n
			a.seen[n] = next
		}
	}
	a.total--
	a.aim = aim{}
}

// name says who spoke: by a candidate's digit, from the picker's list, or by
// typing the name.
func (a *annotator) name(s screen, k known) (screen, error) {
	p := a.gold.party(k.want.Speaker)
	if p == nil {
		p = &goldParty{Name: nobody}
	}
	if n := slices.IndexFunc(a.current(s).candidates, p.called); n >= 0 {
		return a.press(strconv.Itoa(n+1), a.decides(k.number))
	}
	s, err := a.press("s", shows(picking))
	for typed := ""; err == nil; {
		if n := slices.IndexFunc(s.offers(), p.called); n >= 0 {
			return a.press(strconv.Itoa(n+1), a.decides(k.number))
		}
		left := rest(p.Name, typed)
		if left == "" {
			return a.press("\r", a.decides(k.number))
		}
		more := s.completion()
		_, size := utf8.DecodeRuneInString(left)
		key := left[:size]
		if typed != "" && more != "" && rest(p.Name, typed+more) != p.Name {
			key, left = "\x1b[D", more
		} else {
			left = key
		}
		typed += left
		before := s.input()
		s, err = a.press(key, func(s screen) bool { return s.input() != before })
	}
	return s, err
}

// rest is what is left of a name after its beginning was typed, with whatever
// hamza; the whole name where something else was.
func rest(name, typed string) string {
	for i := range name {
		if arabic.Fold(name[:i]) == arabic.Fold(typed) {
			return name[i:]
		}
	}
	if arabic.Fold(name) == arabic.Fold(typed) {
		return ""
	}
	return name
}

// caret stands in the picker's line after what was typed; what follows it is
// only offered.
const caret = "▏"

// input is the line in which the picker is typed into, "" where none is open.
func (s screen) input() string {
	pane := s.pane(picking)
	if len(pane.cells) == 0 {
		return ""
	}
	return logical(pane.cells[0])
}

// completion is what the picker offers to complete what was typed.
func (s screen) completion() string {
	_, more, _ := strings.Cut(s.input(), caret)
	return more
}

// offers is the names in the picker, by the digits before them.
func (s screen) offers() []string {
	var names []string
	pane := s.pane(picking)
	for _, row := range pane.cells {
		line := logical(row)
		if want := strconv.Itoa(len(names)+1) + "  "; strings.HasPrefix(line, want) {
			name, _, _ := strings.Cut(line[utf8.RuneCountInString(want):], " · ")
			names = append(names, name)
		}
	}
	return names
}
