package store

import (
	"bytes"
	"flag"
	"fmt"
	"index/suffixarray"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

var (
	damageRounds = flag.Int("damage-rounds", 39, "how many damages TestDamage does to a library")
	damageSeed   = flag.Uint64("damage-seed", 10, "where its random numbers begin")
)

const pageSize = usualPage

// stock is the files of a library by name, with what it holds.
type stock struct {
	files     map[string][]byte
	articles  []string
	decisions map[string]model.Annotation // by ID
	pages     map[string][]int            // of the file, that hold a decision
}

// stocked is the files of a library in use, as an earlier rawi left them that was
// killed: with a write-ahead log, all of which is in the file too.
func stocked(t *testing.T) (s stock) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	l, dir := library(t)
	_, err := l.db.Exec("PRAGMA journal_mode = WAL")
	must(t, err)
	toFile := func() { // what the log holds
		_, err := l.db.Exec("PRAGMA wal_checkpoint(PASSIVE)")
		must(t, err)
	}
	s = stock{files: make(map[string][]byte), decisions: make(map[string]model.Annotation), pages: make(map[string][]int)}
	for n := range 6 {
		a := article(t, l, strings.Repeat(fmt.Sprintf("قال الوزير رقم %d «نعم». ", n), 150))
		s.articles = append(s.articles, a.ID)
		for i := range 25 {
			d := on(a.ID, decision(fmt.Sprintf("D%d-%d-%d", n, i, random.Int())))[0]
			d.Time = d.Time.Add(time.Duration(i) * time.Second)
			d.Deed, d.Text = model.SetNote, noise(random, 20<<random.IntN(9)) // some go on in other pages
			d.Anchor = model.NewAnchor(a.Text, model.Span{Start: 0, End: 6})
			must(t, l.Append(d))
			toFile()
			s.decisions[d.ID] = d
		}
		wide := model.Annotation{ID: fmt.Sprint("W", n), Time: time.Unix(2e9, 0).UTC(), Deed: model.RenameParty, Party: "وزير", Name: noise(random, 9)}
		must(t, l.Append(wide))
		toFile()
		s.decisions[wide.ID] = wide
	}
	for _, name := range []string{FileName, FileName + "-wal"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		s.files[name] = data
	}
	file := suffixarray.New(s.files[FileName])
	for id, d := range s.decisions {
		s.pages[id] = pagesOf(t, file, d)
	}
	return s
}

// noise is letters that stand nowhere else.
func noise(random *rand.Rand, letters int) string {
	var b strings.Builder
	for range letters {
		b.WriteRune(rune('ء' + random.IntN(26)))
	}
	return b.String()
}

// pagesOf is the pages of a file on which a decision stands: those where pieces of
// its JSON are found.
func pagesOf(t *testing.T, file *suffixarray.Index, d model.Annotation) []int {
	t.Helper()
	body, err := d.MarshalJSON()
	must(t, err)
	on := make(map[int]bool)
	for i := 0; i+30 <= len(body); i += 10 {
		if at := file.Lookup(body[i:i+30], -1); len(at) > 0 {
			on[slices.Min(at)/pageSize] = true
		}
	}
	at := file.Lookup([]byte(`{"id":"`+d.ID+`"`), -1)
	if len(on) == 0 || len(at) == 0 {
		t.Fatalf("%s is not in the file", d.ID)
	}
	on[slices.Min(at)/pageSize] = true
	return slices.Sorted(maps.Keys(on))
}

// damage is a way of damaging a file.
type damage struct {
	name string
	do   func(*rand.Rand, []byte) []byte
}

var damages = []damage{
	{"a bit", func(r *rand.Rand, b []byte) []byte { flip(r, b); return b }},
	{"some bits", func(r *rand.Rand, b []byte) []byte {
		for range 1 + r.IntN(200) {
			flip(r, b)
		}
		return b
	}},
	{"the header", func(r *rand.Rand, b []byte) []byte { flip(r, b[:100]); return b }},
	{"the schema", func(r *rand.Rand, b []byte) []byte { flip(r, b[:pageSize]); return b }},
	{"a page's header", func(r *rand.Rand, b []byte) []byte { flip(r, somePage(r, b)[:40]); return b }},
	{"a page of zeros", func(r *rand.Rand, b []byte) []byte { clear(somePage(r, b)); return b }},
	{"pages of zeros", func(r *rand.Rand, b []byte) []byte {
		for range 1 + r.IntN(len(b)/pageSize) {
			clear(somePage(r, b))
		}
		return b
	}},
	{"a page of noise", func(r *rand.Rand, b []byte) []byte {
		page := somePage(r, b)
		for i := range page {
			page[i] = byte(r.Uint32())
		}
		return b
	}},
	{"half a page", func(r *rand.Rand, b []byte) []byte { clear(somePage(r, b)[r.IntN(pageSize):]); return b }},
	{"cut off", func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] }},
	{"cut off between pages", func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b)/pageSize)*pageSize] }},
	{"two pages changed round", func(r *rand.Rand, b []byte) []byte {
		one, other := somePage(r, b), somePage(r, b)
		kept := bytes.Clone(one)
		copy(one, other)
		copy(other, kept)
		return b
	}},
	{"a page in the place of another", func(r *rand.Rand, b []byte) []byte { copy(somePage(r, b), somePage(r, b)); return b }},
}

func flip(r *rand.Rand, b []byte) { b[r.IntN(len(b))] ^= 1 << r.IntN(8) }

// somePage is any page but the first, which has damages of its own.
func somePage(r *rand.Rand, b []byte) []byte {
	n := 1 + r.IntN(max(1, len(b)/pageSize-1))
	return b[min(n*pageSize, len(b)):min((n+1)*pageSize, len(b))]
}

// TestDamage damages a library in every way, again and again. Never is something
// lost in silence: either all decisions are read, or reading fails and a check
// names a fault. Every decision on whose pages nothing was changed is salvaged,
// and nothing that was never decided.
func TestDamage(t *testing.T) {
	s := stocked(t)
	rounds := *damageRounds
	if testing.Short() {
		rounds = min(rounds, 2*len(damages))
	}
	refused, lost := 0, 0
	for round := range rounds {
		r := rand.New(rand.NewPCG(*damageSeed, uint64(round)))
		d, name := damages[round%len(damages)], FileName
		if r.IntN(4) == 0 {
			name += "-wal"
		}
		damaged := maps.Clone(s.files)
		if name == FileName {
			delete(damaged, FileName+"-wal") // today's rawi leaves none
		}
		damaged[name] = d.do(r, bytes.Clone(s.files[name]))
		t.Run(fmt.Sprintf("%d %s in %s", round, d.name, name), func(t *testing.T) {
			dir := t.TempDir()
			for name, data := range damaged {
				must(t, os.WriteFile(filepath.Join(dir, name), data, 0o600))
			}
			lost += s.checkSalvaged(t, dir, damaged[FileName])
			if s.checkRead(t, dir) {
				refused++
			}
		})
	}
	t.Logf("%d damages: %d libraries were refused, %d decisions lost", rounds, refused, lost)
	if refused < rounds/3 {
		t.Errorf("only %d of %d damages were noticed", refused, rounds)
	}
}

// checkSalvaged holds what is salvaged against what is there; lost is how many
// decisions could not be.
func (s *stock) checkSalvaged(t *testing.T, dir string, file []byte) (lost int) {
	t.Helper()
	salvaged, err := Salvage(dir)
	must(t, err)
	got := make(map[string]bool)
	for _, d := range salvaged.Decisions {
		if s.decisions[d.ID] != d {
			t.Errorf("nobody decided %+v", d)
		}
		got[d.ID] = true
	}
	for id := range s.decisions {
		whole := func(page int) bool {
			from, to := page*pageSize, (page+1)*pageSize
			return to <= len(file) && bytes.Equal(file[from:to], s.files[FileName][from:to])
		}
		if !got[id] && !slices.ContainsFunc(s.pages[id], func(page int) bool { return !whole(page) }) {
			t.Errorf("%s could be read and was not salvaged", id)
		}
	}
	lost = len(s.decisions) - len(got)
	if salvaged.Missing > lost {
		t.Errorf("%d decisions are said to be missing, and %d are", salvaged.Missing, lost)
	}
	if salvaged.Missing < lost && salvaged.Uncounted == 0 && len(salvaged.Decisions) > 0 && s.countsAreWhole(file) {
		t.Errorf("only %d decisions are known to be missing, of %d", salvaged.Missing, lost)
	}
	return lost
}

// countsAreWhole reports whether the latest tally of every article is as it was.
func (s *stock) countsAreWhole(file []byte) bool {
	for _, article := range append([]string{""}, s.articles...) {
		if !bytes.Contains(file, fmt.Appendf(nil, `{"article":%q,"count":%d,`, article, map[bool]int{true: 6, false: 25}[article == ""])) {
			return false
		}
	}
	return true
}

// checkRead reads all decisions in every way, and reports whether that failed.
func (s *stock) checkRead(t *testing.T, dir string) (refused bool) {
	t.Helper()
	l, err := Open(dir)
	if err != nil {
		oneSentence(t, err)
		return true
	}
	defer l.Close()
	all, err := l.Events()
	if err == nil {
		s.checkAll(t, all, func(model.Annotation) bool { return true })
	} else {
		oneSentence(t, err)
		refused = true
	}
	for _, article := range s.articles {
		as, err := l.Decisions(article)
		if err != nil {
			oneSentence(t, err)
			refused = true
			continue
		}
		s.checkAll(t, as, func(a model.Annotation) bool { return a.Article == article || a.Article == "" })
	}
	if _, err := l.People(); err != nil {
		oneSentence(t, err)
	}
	report, err := l.Check()
	if err != nil {
		oneSentence(t, err)
	} else if refused && len(report.Faults) == 0 {
		t.Error("reading failed, and a check finds nothing")
	}
	return refused
}

// checkAll fails unless decisions are all those that are meant.
func (s *stock) checkAll(t *testing.T, got []model.Annotation, meant func(model.Annotation) bool) {
	t.Helper()
	want := 0
	for _, d := range s.decisions {
		if meant(d) {
			want++
		}
	}
	if len(got) != want {
		t.Errorf("%d of %d decisions were read and nothing was said", len(got), want)
	}
	for _, d := range got {
		if s.decisions[d.ID] != d {
			t.Errorf("nobody decided %+v", d)
		}
	}
}

func oneSentence(t *testing.T, err error) {
	t.Helper()
	if strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "the library ") {
		t.Errorf("no sentence: %v", err)
	}
}
