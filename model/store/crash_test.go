package store

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// longVariable is set where the long runs are wanted, as in .ci/run.
const longVariable = "RAWI_LONG"

var killRounds = flag.Int("kill-rounds", 50, "how often TestKillLosesNothing kills its child")

func init() { deeds["decide"], deeds["decide together"] = decideDeed, togetherDeed }

// said is an article with enough words for all kinds of decisions.
var said = strings.Repeat(`قال زيد "نعم" وأضاف سعيد "لا" ثم ذكر عمرو "ربما" في بيان. `, 20)

// reading is what a library knows of an article, as the program opens it.
func reading(l *Library, articleID, author string) (*model.Reading, error) {
	a, err := l.Article(articleID)
	if err != nil {
		return nil, err
	}
	history, err := l.Decisions(articleID)
	if err != nil {
		return nil, err
	}
	found := model.Findings{Parties: []model.Party{{ID: "زيد", Name: "زيد"}, {ID: "سعيد", Name: "سعيد"}}}
	for i := range 20 {
		start := i * (len(said) / 20)
		found.Quotes = append(found.Quotes, model.Quote{Span: model.Span{Start: start, End: start + len("قال زيد")}, Speaker: "زيد"})
	}
	return model.NewReading(a, found, history, author), nil
}

// decideAtRandom makes one random decision, or a group, or takes some back.
func decideAtRandom(r *model.Reading) (as []model.Annotation) {
	one := func(a model.Annotation, ok bool) {
		if ok {
			as = append(as, a)
		}
	}
	words := func() model.Span {
		start := rand.IntN(len(said))
		return model.Span{Start: start, End: start + rand.IntN(40)}
	}
	parties := r.Parties()
	party := parties[rand.IntN(len(parties))]
	deeds := []func(){
		func() { one(r.Undo()) }, func() { one(r.Redo()) },
		func() { one(r.MakeQuote(words(), model.QuoteKind(rand.IntN(5)))) },
		func() { one(r.MakeMention(words(), party)) },
		func() { one(r.RenameParty(party.ID, fmt.Sprint("اسم ", rand.IntN(99)))) },
		func() { one(r.AddAlias(party.ID, fmt.Sprint("لقب ", rand.IntN(99)))) },
		func() { one(r.MergeParties(party.ID, parties[rand.IntN(len(parties))])) },
		func() {
			for _, p := range r.Merged(party.ID) {
				one(r.SplitParty(p.ID))
			}
		},
		func() { as = r.AcceptAll(0, 0) },
		func() {
			if past := r.History(); len(past) > 0 {
				one(r.Retract(past[rand.IntN(len(past))].ID))
			}
		},
	}
	if n := len(r.Quotes()); n > 0 {
		quote := rand.IntN(n)
		deeds = append(deeds,
			func() { one(r.Assign(quote, party), true) },
			func() {
				one(r.Assign(quote, model.Party{ID: model.PartyID(fmt.Sprint("جديد ", rand.IntN(9))), Name: "جديد"}), true)
			},
			func() { one(r.SetKind(quote, model.QuoteKind(rand.IntN(5))), true) },
			func() { one(r.SetNote(quote, "ملاحظة"), true) },
			func() { one(r.DropQuote(quote), true) },
			func() { one(r.MoveQuote(quote, words())) },
			func() { one(r.SplitQuote(quote, r.Quotes()[quote].Start+rand.IntN(20))) },
			func() { one(r.JoinNext(quote)) },
		)
	}
	deeds[rand.IntN(len(deeds))]()
	return as
}

// decideDeed decides without end and prints the ID of each decision when it is
// saved. Now and then it does what else writes.
func decideDeed(args []string) error {
	l, err := Open(args[0])
	if err != nil {
		return err
	}
	r, err := reading(l, args[1], "قارئ")
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		as := decideAtRandom(r)
		if err := l.Append(as...); err != nil {
			return err
		}
		for _, a := range as {
			fmt.Println(a.ID) // not buffered
		}
		if err := l.SetPlace(args[1], n, 0); err != nil {
			return err
		}
		if _, err := l.People(); n%10 == 9 && err != nil {
			return err
		}
	}
}

// TestKillLosesNothing kills a deciding process at a random moment, again and
// again. Whatever it had shown as saved is there, and the library is sound.
func TestKillLosesNothing(t *testing.T) {
	const perLibrary = 25 // rounds, so that a round does not last ever longer
	total, rounds := 0, *killRounds
	if os.Getenv(longVariable) == "" {
		rounds = min(rounds, 10)
	}
	for round := 0; round < rounds; round += perLibrary {
		l, dir := library(t)
		a := article(t, l, said)
		must(t, l.Close()) // the killed process must be the last one that has the file open
		var saved []string
		for range min(perLibrary, rounds-round) {
			saved = append(saved, killWhileDeciding(t, dir, a.ID)...)
			checkSaved(t, dir, saved)
		}
		total += len(saved)
	}
	t.Logf("%d decisions saved in %d rounds, none lost", total, rounds)
}

// checkSaved opens the library after a kill.
func checkSaved(t *testing.T, dir string, saved []string) {
	t.Helper()
	l, err := Open(dir)
	must(t, err)
	defer l.Close()
	all, err := l.Events()
	must(t, err)
	stored := make(map[string]bool)
	for _, a := range all {
		stored[a.ID] = true
	}
	for _, id := range saved {
		if !stored[id] {
			t.Fatalf("%s was saved and is lost", id)
		}
	}
	if f := wrong(t, l); len(f) > 0 {
		t.Fatalf("after a kill: %q", f)
	}
}

// killWhileDeciding kills a deciding process and is the IDs of the decisions
// that it reported as saved. The moment is anywhere from its start on; or, since
// starting takes long, soon after some decision.
func killWhileDeciding(t *testing.T, dir, articleID string) (saved []string) {
	t.Helper()
	cmd := child(t, "decide", dir, articleID)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	kill := func(within time.Duration) {
		time.AfterFunc(rand.N(within), func() { cmd.Process.Kill() })
	}
	after := rand.IntN(12)
	if after == 0 {
		kill(100 * time.Millisecond)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		saved = append(saved, lines.Text())
		if len(saved) == after {
			kill(3 * time.Millisecond)
		}
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.Exited() {
		t.Fatalf("the child ended by itself after %d decisions: %v", len(saved), err)
	}
	return saved
}

// rounds is how often two processes that decide together wait for each other, so
// that they do it at one time, however busy the machine is.
const rounds = 20

// togetherDeed makes so many random decisions; after each round it reports how many
// it has made, waits to be told to go on, and learns of the other's. At the end it
// prints the order of all and checks that reading them again gives the same order.
func togetherDeed(args []string) error {
	l, err := Open(args[0])
	if err != nil {
		return err
	}
	defer l.Close()
	r, err := reading(l, args[1], args[2])
	if err != nil {
		return err
	}
	each, n := 0, 0
	fmt.Sscan(args[3], &each)
	for round := 1; round <= rounds; round++ {
		for n < each*round/rounds {
			as := decideAtRandom(r)
			if err := l.Append(as...); err != nil {
				return err
			}
			n += len(as)
		}
		fmt.Println(n)
		fmt.Scanln()
		if err := reload(l, r, args[1]); err != nil {
			return err
		}
	}
	again, err := reading(l, args[1], args[2])
	if err != nil {
		return err
	}
	if fmt.Sprintf("%+v", again.Quotes()) != fmt.Sprintf("%+v", r.Quotes()) || fmt.Sprint(again.Parties()) != fmt.Sprint(r.Parties()) {
		return fmt.Errorf("what was learned is not what is read again")
	}
	fmt.Println(order(r.Log()))
	return nil
}

func reload(l *Library, r *model.Reading, articleID string) error {
	history, err := l.Decisions(articleID)
	if err == nil {
		r.AddHistory(history)
	}
	return err
}

func order(log *model.Log) string {
	var ids []string
	for _, a := range log.All() {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

// Two processes decide on one article at once; after both have reloaded they
// have all decisions, in one order.
func TestTwoProcessesAgree(t *testing.T) {
	each := 1000
	if os.Getenv(longVariable) == "" {
		each = 200
	}
	l, dir := library(t)
	a := article(t, l, said)
	type process struct {
		cmd   *exec.Cmd
		in    interface{ Write([]byte) (int, error) }
		lines *bufio.Scanner
	}
	var both []process
	for _, author := range []string{"نور", "سعاد"} {
		cmd := child(t, "decide together", dir, a.ID, author, fmt.Sprint(each))
		in, err := cmd.StdinPipe()
		must(t, err)
		out, err := cmd.StdoutPipe()
		must(t, err)
		var stderr strings.Builder
		cmd.Stderr = &stderr
		must(t, cmd.Start())
		t.Cleanup(func() { cmd.Process.Kill() })
		lines := bufio.NewScanner(out)
		lines.Buffer(nil, 1<<24)
		both = append(both, process{cmd, in, lines})
	}
	made := [2]int{}
	for range rounds {
		for i, p := range both {
			p.lines.Scan()
			var err error
			if made[i], err = strconv.Atoi(p.lines.Text()); err != nil {
				t.Fatalf("a process failed: %s %v", p.lines.Text(), p.cmd.Stderr)
			}
		}
		for _, p := range both {
			_, err := p.in.Write([]byte("\n"))
			must(t, err)
		}
	}
	var orders []string
	for _, p := range both {
		if !p.lines.Scan() {
			t.Fatalf("a process failed: %v", p.cmd.Stderr)
		}
		orders = append(orders, p.lines.Text())
		must(t, p.cmd.Wait())
	}
	if made[0] < each || made[1] < each {
		t.Errorf("%v decisions were made, not %d each", made, each)
	}
	if orders[0] != orders[1] {
		t.Error("the two have different orders")
	}
	checkTogether(t, l, strings.Fields(orders[0]), made[0]+made[1])
}

// checkTogether looks whether all decisions of both are there, and made at one
// time and not one after the other.
func checkTogether(t *testing.T, l *Library, order []string, made int) {
	t.Helper()
	all, err := l.Events()
	must(t, err)
	turns := 0
	for i, a := range all {
		if i > 0 && a.Author != all[i-1].Author {
			turns++
		}
		if !slices.Contains(order, a.ID) {
			t.Fatalf("%s is not in the order", a.ID)
		}
	}
	if len(all) != made || len(order) != made {
		t.Errorf("%d decisions were made, %d are there and %d in order", made, len(all), len(order))
	}
	if turns < rounds/2 { // a group may leave nothing to do in the next round
		t.Errorf("the two took turns only %d times", turns)
	}
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("%q", f)
	}
	t.Logf("turns: %d", turns)
}
