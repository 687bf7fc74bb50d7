// Command keys counts the keys that it takes to annotate articles with rawi. For
// each annotated article of a folder (NAME.json beside its text) it runs the
// whole program on a pseudo-terminal, reads the screen as a person does, and
// presses keys until kind and speaker of every quotation are as the annotation
// has them: it corrects what is wrong and accepts the rest. What the screen does
// not show, it does not know. In the end it looks into the library whether all
// marked quotations are decided, and as they should be; and it prints what the keys
// were pressed for, what cost most first.
//
// With -adjudicate it makes a corpus on which two annotators differ, and counts the keys
// that it takes to settle all of it.
//
//	go run ./cmd/keys ../shared/gold/dev
//	go run ./cmd/keys -adjudicate
package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	program := flag.String("rawi", "", "the program to run (default: built from the source)")
	width := flag.Int("width", 120, "columns")
	height := flag.Int("height", 36, "rows")
	verbose := flag.Bool("v", false, "print the keys")
	adjudicates := flag.Bool("adjudicate", false, "settle a made corpus on which annotators differ, in place of annotating a FOLDER")
	flag.Parse()
	if *adjudicates == (flag.NArg() == 1) || flag.NArg() > 1 {
		fmt.Fprintln(os.Stderr, "keys: say in which folder the annotated articles are: keys [flags] FOLDER")
		os.Exit(2)
	}
	c := counter{program: *program, width: *width, height: *height, verbose: *verbose}
	run := func() error { return c.run(flag.Arg(0)) }
	if *adjudicates {
		run = c.adjudicate
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "keys:", err)
		os.Exit(1)
	}
}

// counter runs articles.
type counter struct {
	program       string
	width, height int
	verbose       bool
}

// run counts for every article of a folder and prints a line for each, and the
// mean and the worst.
func (c *counter) run(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no annotated articles (NAME.json) in %s", folder)
	}
	if err != nil {
		return err
	}
	done, err := c.build()
	if err != nil {
		return err
	}
	defer done()
	sum, worst := result{costs: costs{}}, result{}
	var failed []error
	for _, file := range files {
		r, err := c.article(file)
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file, err))
			continue
		}
		fmt.Println(r)
		sum.quotations, sum.listed, sum.keys = sum.quotations+r.quotations, sum.listed+r.listed, sum.keys+r.keys
		sum.unreached = append(sum.unreached, r.unreached...)
		for what, cost := range r.costs {
			sum.costs.add(what, cost)
		}
		if r.perQuotation() > worst.perQuotation() {
			worst = r
		}
	}
	sum.id = "all"
	fmt.Println(sum)
	fmt.Printf("mean %.2f keys a quotation; worst %.2f (%s); not reached: %d\n",
		sum.perQuotation(), worst.perQuotation(), worst.id, len(sum.unreached))
	sum.costs.print(os.Stdout)
	return errors.Join(failed...)
}

// build makes the program, unless one was named; done removes it.
func (c *counter) build() (done func(), err error) {
	if c.program != "" {
		return func() {}, nil
	}
	dir, err := build()
	if err != nil {
		return nil, err
	}
	c.program = filepath.Join(dir, "rawi")
	return func() { os.RemoveAll(dir) }, nil
}

// build makes the program in a folder of its own.
func build() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "keys"); err != nil {
		return "", err
	}
	c := exec.Command("go", "build", "-o", dir, "rawi/cmd/rawi")
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return "", errors.Join(fmt.Errorf("rawi cannot be built: %w", err), os.RemoveAll(dir))
	}
	return dir, nil
}

// result is what one article took.
type result struct {
	id         string
	quotations int // marked ones of gold
	listed     int // quotations in rawi's list, reported clauses among them
	keys       int
	costs      costs
	unreached  []string
}

func (r result) perQuotation() float64 {
	if r.quotations == 0 {
		return 0
	}
	return float64(r.keys) / float64(r.quotations)
}

func (r result) String() string {
	s := fmt.Sprintf("%-6s %3d quotations (%3d in the list) %4d keys  %.2f a quotation", r.id, r.quotations, r.listed, r.keys, r.perQuotation())
	if len(r.unreached) > 0 {
		s += "  not reached: " + strings.Join(r.unreached, "; ")
	}
	return s
}

// reviewsLast leaves a state folder in which the quotations were the pane used last,
// as after the article before: rawi keeps that for each library, which is here in the
// same folder.
func reviewsLast(state string) error {
	dir := filepath.Join(state, "rawi")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, fmt.Sprintf("%x-", sha256.Sum256([]byte(state)))[56:]+"habits.toml"), []byte(`pane = "quotations"`), 0o600)
}

// article counts for one article, with a library of its own.
func (c *counter) article(file string) (r result, err error) {
	g, err := readGold(file)
	if err != nil {
		return r, err
	}
	data, err := os.MkdirTemp("", "keys")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(data)
	if err := reviewsLast(data); err != nil {
		return r, err
	}
	t, err := start(exec.Command(c.program, "--data", data, g.File), data, c.width, c.height)
	if err != nil {
		return r, err
	}
	a := annotator{terminal: t, gold: g, seen: map[int]known{}, costs: costs{}}
	if c.verbose {
		a.trace = func(key string) { fmt.Printf("%q ", key) }
	}
	err = errors.Join(a.annotate(), t.send("q"))
	t.close()
	if err != nil {
		return r, err
	}
	r = result{id: g.ID, listed: len(a.seen), keys: a.keys, costs: a.costs}
	r.quotations, r.unreached, err = g.compare(data)
	return r, err
}
