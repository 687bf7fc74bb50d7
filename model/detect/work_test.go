package detect

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// hostile are pieces of texts whose repetition makes the work of a careless rule
// grow with the square of the length.
var hostile = map[string]func(times int) string{
	"straight marks": again("\"\"\"\"\"\"\"\"\"\""),
	"opening marks":  again("«««««"),
	"nested":         func(n int) string { return strings.Repeat("« ا ", n) + strings.Repeat("» ", n) },
	"one word":       again("اااااااااا"),
	"names":          again("قال محمد سعيد إن جون كيري "),
	"other names":    numbered("قال محمد %s السعيد إن سامي %s كيري. "),
	"roles":          again("وزير رئيس "),
	"other roles":    numbered("قال وزير شؤون %s الفرنسي إن. "),
	"cues":           again("قال قال "),
	"according":      again("وفق وفق "),
	"participles":    again("، مضيفا أن الأمر "),
	"one sentence":   again("وقال الوزير سامي رزق لـ\"النهر\" إن \"الأمر هين\" وفق رويترز و"),
	"a long title":   func(n int) string { return "# " + strings.Repeat("سامي: \"ا\" ", n) },
	"brackets":       again("(((((((((("),
	"clauses":        again("قال وزير الخارجية الفرنسي أن "),
	"detached":       again("أعلنت شركة و مؤسسة ب ل ـ ء "),
	"full stops":     again("... . .. "),
	"lines":          again("قال:\n"),
	"an article":     func(n int) string { return madeUp(20 * n).Text },
	"a scraped one":  func(n int) string { return strings.Repeat(mutate(madeUp(2_000).Text, 3), 1+n/100) },
}

func again(piece string) func(int) string {
	return func(times int) string { return strings.Repeat(piece, times) }
}

// numbered repeats a piece with another word in it each time.
func numbered(piece string) func(int) string {
	return func(times int) string {
		var all strings.Builder
		for i := range times {
			all.WriteString(strings.ReplaceAll(piece, "%s", "د"+inLetters.Replace(strconv.Itoa(100_000+i))))
		}
		return all.String()
	}
}

var inLetters = strings.NewReplacer("0", "ب", "1", "ت", "2", "ج", "3", "د", "4", "ر", "5", "س", "6", "ط", "7", "ع", "8", "ف", "9", "ق")

// The text that BenchmarkWork reads: which, and how long.
const (
	workKind = "RAWI_WORK"
	workSize = "RAWI_WORK_SIZE"
)

// BenchmarkWork reads one of the hostile texts, by default names.
func BenchmarkWork(b *testing.B) {
	times, err := strconv.Atoi(cmp.Or(os.Getenv(workSize), "1000"))
	if err != nil {
		b.Fatal(err)
	}
	text := hostile[cmp.Or(os.Getenv(workKind), "names")](times)
	b.SetBytes(int64(len(text)))
	a := lines(text)
	for b.Loop() {
		Detect(a)
	}
}

// The work that they make is what [TestWorkIsLinear] counts, on longer ones.
func TestHostileTexts(t *testing.T) {
	for name, made := range hostile {
		t.Run(name, func(t *testing.T) {
			text := made(1_500)
			check(t, text, Detect(lines(text)))
		})
	}
}

// TestWorkIsLinear counts the statements of detection that are executed for a
// text and for one four times as long, with the counters of go test -cover: no
// clock, so a busy machine does not matter.
func TestWorkIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("counting the work builds the package once more")
	}
	binary := filepath.Join(t.TempDir(), "detect.test")
	build := exec.Command("go", "test", "-c", "-o", binary, "-cover", "-covermode=count", "-coverpkg=rawi/model/detect/...,rawi/model/arabic")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	const short, times, slack = 1500, 4, 1.2
	for name := range hostile {
		t.Run(name, func(t *testing.T) {
			once, more := work(t, binary, name, short), work(t, binary, name, short*times)
			if ratio := float64(more) / float64(once); ratio > times*slack {
				t.Errorf("%d statements for one, %d for a text %d times as long: %.1f times as many", once, more, times, ratio)
			}
		})
	}
}

// work is how many statements are executed for one hostile text.
func work(t *testing.T, binary, name string, size int) (statements int) {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	run := exec.Command(binary, "-test.run=^$", "-test.bench=^BenchmarkWork$", "-test.benchtime=1x", "-test.coverprofile="+profile)
	run.Env = append(os.Environ(), workKind+"="+name, fmt.Sprintf("%s=%d", workSize, size))
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(profile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) { // file:from,to statements count
		f := strings.Fields(line)
		if len(f) != 3 {
			continue // the head
		}
		length, _ := strconv.Atoi(f[1])
		count, _ := strconv.Atoi(f[2])
		statements += length * count
	}
	if statements == 0 {
		t.Fatalf("no statement was counted in %s", data)
	}
	return statements
}
