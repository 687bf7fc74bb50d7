package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rawi/cmd/internal/screentest"
	"rawi/model"
	"rawi/model/arabic"
	"rawi/ui/l10n"
)

// annotator brings one article from rawi's guesses to the gold annotation, and
// counts its keys. It knows of rawi only what stands on the screen.
type annotator struct {
	*terminal
	gold  *gold
	keys  int
	seen  map[int]known // quotations by number
	total int           // quotations in the list
	aim   aim

	reviewed int // the quotation to which review led last
	trace    func(string)
	costs    costs
}

// aim is the quotation that the annotator is on the way to, and the key it goes
// by.
type aim struct {
	number int
	key    string
}

// known is what the annotator knows of a quotation that was on the screen.
type known struct {
	screentest.Quotation
	start     int        // code point
	want      *goldQuote // nil where gold has none
	around    bool       // its words are no part of the article
	untypable bool       // the name of its speaker: a digit picks a row
}

// say is a sentence of the interface as far as it is the same whatever its
// numbers, and before what it says of keys.
func say(w l10n.Word) string {
	text := l10n.Arabic.Say(w)
	if end := strings.IndexAny(text, "%؛…"); end >= 0 {
		text = text[:end]
	}
	return strings.TrimSpace(text)
}

// kinds are the kinds of what nobody says, with their keys.
var kinds = map[string]struct {
	kind model.QuoteKind
	key  string
}{
	"scare": {model.Scare, "c"}, "title": {model.WorkTitle, "t"}, "other": {model.Other, "x"},
}

var counted = regexp.MustCompile(strings.Replace(regexp.QuoteMeta(l10n.Arabic.Say(l10n.QuoteCount)), "%d", "([0-9]+)", 1))

// annotate plays keys until all quotations are as gold has them.
func (a *annotator) annotate() error {
	s, err := a.until("the quotations", func(s screen) bool { return counted.MatchString(s.Status()) && !s.Has(say(l10n.Searching)) })
	if err != nil {
		return err
	}
	a.total, _ = strconv.Atoi(counted.FindStringSubmatch(s.Status())[1])
	for {
		a.look(s)
		if a.keys > enough*(a.total+1) {
			return fmt.Errorf("after %d keys there is no end; the screen is\n%s", a.keys, s)
		}
		switch next, wrong := a.nextWrong(s); {
		case wrong && next == a.current(s).Number:
			s, err = a.correct(s, a.seen[next])
		case wrong:
			s, err = a.approach(s, next)
			a.charge("the way to a quotation")
		case len(a.seen) < a.total:
			s, err = a.page(s)
			a.charge("seeing more of the list")
		case a.left() > 0:
			_, err = a.press("y", shows(say(l10n.AcceptedCount)))
			a.charge("accepting the rest")
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
	return a.until("what the key "+strconv.Quote(key)+" does", func(s screen) bool { return seen(s) && !s.Has(say(l10n.Unsaved)) })
}

// leaves reports whether another quotation is the current one.
func (a *annotator) leaves(number int) func(screen) bool {
	return func(s screen) bool { n := a.current(s).Number; return n != 0 && n != number }
}

// decides reports whether a quotation is decided: it is shown so, or, since rawi
// went on to the next one, no longer the current one.
func (a *annotator) decides(number int) func(screen) bool {
	return func(s screen) bool {
		i := a.current(s)
		return i.Number != 0 && (i.Number != number || i.Decided)
	}
}

func shows(words string) func(screen) bool { return func(s screen) bool { return s.Has(words) } }

// enough is how many keys a quotation may take before something must be wrong.
const enough = 60

// screen is what the terminal shows.
type screen = screentest.Screen

// whole is the quotations that stand in their pane with all their rows.
func whole(s screen) []screentest.Quotation {
	return slices.DeleteFunc(s.Quotations(), func(q screentest.Quotation) bool { return !q.Whole })
}

// notShown is the sureness of a guess that is sure enough not to say so.
const notShown = 100

// look takes in what the list shows.
func (a *annotator) look(s screen) {
	for _, i := range whole(s) {
		k := a.seen[i.Number]
		if k.Words == "" {
			before := a.seen[i.Number-1]
			start, end, ok := a.gold.words.find(i.Words, before.start, i.Marked)
			k.start, k.around = start, !ok
			if k.around {
				k.start = before.start
			} else {
				k.want = a.gold.meant(start, end, i.Marked)
			}
		}
		if i.Sureness == notShown && k.Quotation.Sureness > 0 {
			i.Sureness = k.Quotation.Sureness // seen while it was the current one
		}
		k.Quotation = i
		a.seen[i.Number] = k
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
	case k.want.spoken():
		return k.Spoken && a.spokeSo(k.want, k.Who)
	}
	return !k.Spoken && k.Who == screentest.Unshaped(l10n.Arabic.QuoteKind(kinds[k.want.Kind].kind))
}

func (a *annotator) spokeSo(want *goldQuote, who string) bool {
	p := a.gold.party(want.Speaker)
	return p != nil && p.called(who)
}

// current is the current quotation; all of its rows are on the screen.
func (a *annotator) current(s screen) screentest.Quotation {
	for _, i := range whole(s) {
		if i.Current {
			return i
		}
	}
	return screentest.Quotation{}
}

// nextWrong is the quotation to correct next, of those seen: the current one, or
// the one that the annotator is on the way to, or the nearest. (Were it always the
// nearest, two might take turns to be that, and none be reached.)
func (a *annotator) nextWrong(s screen) (number int, wrong bool) {
	from := a.current(s).Number
	for _, n := range []int{from, a.aim.number} {
		if a.wrong(n) {
			return n, true
		}
	}
	for n := 1; n <= a.total; n++ {
		if a.wrong(n) && (!wrong || a.distance(from, n) < a.distance(from, number)) {
			number, wrong = n, true
		}
	}
	return number, wrong
}

// wrong reports whether a quotation was seen and is to be corrected, and can be.
func (a *annotator) wrong(number int) bool {
	k, seen := a.seen[number]
	return seen && !k.Decided && !k.untypable && !a.right(k)
}

// left is how many quotations are undecided.
func (a *annotator) left() (n int) {
	for _, k := range a.seen {
		if !k.Decided {
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
		if !k.Decided && n != from {
			order = append(order, n)
		}
	}
	after := func(n int) bool { // in the order of review, from where it led to last
		f := a.seen[from]
		return a.reviewed != from || a.seen[n].Sureness > f.Sureness || a.seen[n].Sureness == f.Sureness && n > from
	}
	slices.SortFunc(order, func(x, y int) int {
		if after(x) != after(y) {
			if after(x) {
				return -1
			}
			return 1
		}
		if d := a.seen[x].Sureness - a.seen[y].Sureness; d != 0 {
			return d
		}
		return x - y
	})
	return 1 + slices.Index(order, to)
}

func abs(n int) int { return max(n, -n) }

// approach goes one key nearer to a quotation.
func (a *annotator) approach(s screen, to int) (screen, error) {
	from := a.current(s).Number
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
		a.reviewed = a.current(s).Number
	}
	return s, err
}

// page shows more of the list: the first quotation that was not on the screen,
// or was cut off at its edge.
func (a *annotator) page(s screen) (screen, error) {
	unseen := 1
	for a.seen[unseen].Number != 0 {
		unseen++
	}
	from := a.current(s).Number
	if unseen < from {
		return a.press("k", a.leaves(from))
	}
	return a.press(" ", a.leaves(from))
}

// correct decides the current quotation as gold has it.
func (a *annotator) correct(s screen, k known) (screen, error) {
	var err error
	switch {
	case k.want == nil:
		s, err = a.press("\x1b[3~", func(s screen) bool { return s.Has(say(l10n.Dropped)) && a.current(s).Words != k.Words })
		a.forget(k.Number)
		a.charge("a quotation that is none")
		return s, err
	case kinds[k.want.Kind].key != "":
		s, err = a.press(kinds[k.want.Kind].key, a.decides(k.Number))
		a.charge("a kind")
	default:
		var way string
		s, way, err = a.name(s, &k)
		a.charge("a speaker, " + way)
	}
	k.Decided = !k.untypable
	a.seen[k.Number] = k
	if err == nil && k.Spoken && k.Decided {
		s, err = a.correctAlike(s, k)
	}
	a.reviewed = a.current(s).Number
	return s, err
}

// correctAlike makes the correction of a speaker on all quotations that the same one
// was guessed for, if all of them need it.
func (a *annotator) correctAlike(s screen, k known) (screen, error) {
	found := alike.FindStringSubmatch(s.Status())
	if found == nil {
		return s, nil
	}
	n, _ := strconv.Atoi(found[1])
	var others []known
	for _, o := range a.seen {
		if o.Number != k.Number && o.Spoken && o.Who == k.Who && !o.Decided {
			others = append(others, o)
		}
	}
	apart := func(o known) bool { return o.want == nil || o.want.Speaker != k.want.Speaker || !o.want.spoken() }
	if len(others) != n || slices.ContainsFunc(others, apart) {
		return s, nil
	}
	s, err := a.press("*", shows(say(l10n.CorrectedAlike)))
	a.charge("a speaker, corrected alike")
	for _, o := range others {
		o.Decided = true
		a.seen[o.Number] = o
	}
	return s, err
}

// alike is what rawi says where a guess that was corrected was made elsewhere too,
// up to the name.
var alike = func() *regexp.Regexp {
	offer, _, _ := strings.Cut(screentest.Unshaped(l10n.Arabic.Say(l10n.GuessedToo)), "%s")
	return regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(offer), "%d", "([0-9]+)"))
}()

// forget takes in that a quotation is gone: those after it have other numbers.
func (a *annotator) forget(number int) {
	for n := number; n <= a.total; n++ {
		delete(a.seen, n)
		if next, ok := a.seen[n+1]; ok {
			next.Number = n
			a.seen[n] = next
		}
	}
	a.total--
	a.aim = aim{}
}

// name assigns a speaker: by a candidate's digit, from the picker's list, or by
// typing the name, unless that has a digit.
func (a *annotator) name(s screen, k *known) (_ screen, way string, err error) {
	p := a.gold.party(k.want.Speaker)
	if p == nil {
		p = &goldParty{Name: say(l10n.NobodyKnown)}
	}
	if n := slices.IndexFunc(a.current(s).Candidates, p.called); n >= 0 {
		s, err = a.press(strconv.Itoa(n+1), a.decides(k.Number))
		return s, "by a candidate's digit", err
	}
	if before, ok := a.speakerBefore(k.Number); ok && p.called(before) {
		s, err = a.press("'", a.decides(k.Number))
		return s, "as the one before", err
	}
	s, err = a.press("s", shows(say(l10n.WhoSpoke)))
	for typed := ""; err == nil; {
		if n := slices.IndexFunc(offers(s), p.called); n >= 0 {
			s, err = a.press(strconv.Itoa(n+1), a.decides(k.Number))
			return s, "picked from the list", err
		}
		key, text := next(s, p.Name, typed)
		switch first, _ := utf8.DecodeRuneInString(key); {
		case key == "":
			s, err = a.press("\r", a.decides(k.Number))
			return s, "typed", err
		case unicode.IsDigit(first): // it would pick a row
			k.untypable = true
			s, err = a.press("\x1b", func(s screen) bool { return !s.Has(say(l10n.WhoSpoke)) })
			return s, "not to be typed", err
		}
		typed += text
		before := input(s)
		s, err = a.press(key, func(s screen) bool { return input(s) != before })
	}
	return s, "failed", err
}

// speakerBefore is the nearest speaker before a quotation; ok is false where that is
// not known.
func (a *annotator) speakerBefore(number int) (who string, ok bool) {
	for n := number - 1; n > 0; n-- {
		k, seen := a.seen[n]
		if !seen {
			break
		}
		if k.Spoken && k.Who != l10n.Arabic.Say(l10n.Unknown) {
			return k.Who, true
		}
	}
	return "", false
}

// next is the key that types more of a name, and what it types: a letter, or what
// the picker offers to complete; "" when all is typed.
func next(s screen, name, typed string) (key, text string) {
	left := rest(name, typed)
	if more := completion(s); left != "" && typed != "" && more != "" && rest(name, typed+more) != name {
		return "\x1b[D", more
	}
	_, size := utf8.DecodeRuneInString(left)
	return left[:size], left[:size]
}

// rest is what is left of a name after its beginning was typed, with whatever
// hamza; the whole name where something else was. Several beginnings may fold to
// the same letters (a lone hamza is folded away): what is no longer than the typed
// text was typed.
func rest(name, typed string) string {
	left := name
	for end := range len(name) + 1 {
		whole := end == len(name) || utf8.RuneStart(name[end])
		if !whole || arabic.Fold(name[:end]) != arabic.Fold(typed) {
			continue
		}
		if left == name || utf8.RuneCountInString(name[:end]) <= utf8.RuneCountInString(typed) {
			left = name[end:]
		}
	}
	return left
}

// caret stands in the picker's line after what was typed; what follows it is
// only offered.
const caret = "▏"

// input is the line in which the picker is typed into, "" where none is open.
func input(s screen) string {
	pane := s.Pane(say(l10n.WhoSpoke))
	if len(pane.Cells) == 0 {
		return ""
	}
	return screentest.Typed(pane.Cells[0])
}

// completion is what the picker offers to complete what was typed.
func completion(s screen) string {
	_, more, _ := strings.Cut(input(s), caret)
	return more
}

// newParty is the row of a name that no party has.
var newParty = regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(screentest.Unshaped(l10n.Arabic.Say(l10n.NewParty))), "%s", "(.*)") + "$")

// offers is the names in the picker, by the digits before them.
func offers(s screen) []string {
	var names []string
	pane := s.Pane(say(l10n.WhoSpoke))
	for _, row := range pane.Cells {
		line := screentest.Typed(row)
		want := strconv.Itoa(len(names)+1) + "  "
		if !strings.HasPrefix(line, want) {
			continue
		}
		line = line[len(want):]
		name, _, _ := strings.Cut(line, " · ")
		if found := newParty.FindStringSubmatch(line); found != nil {
			name = found[1]
		}
		names = append(names, name)
	}
	return names
}
