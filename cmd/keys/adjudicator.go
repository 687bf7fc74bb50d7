package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"rawi/cmd/internal/screentest"
	"rawi/ui/l10n"
)

// judge is who adjudicates.
const judge = "الحكم"

// mostKeys is how many keys a difference may take.
const mostKeys = 1.2

// adjudicate settles a made corpus as a person does who reads the screen and knows the
// truth, and fails where that takes too many keys or something is not settled so.
func (c *counter) adjudicate() error {
	done, err := c.build()
	if err != nil {
		return err
	}
	defer done()
	data, err := os.MkdirTemp("", "keys")
	if err != nil {
		return err
	}
	defer os.RemoveAll(data)
	corpus, err := makeCorpus(data)
	if err != nil {
		return err
	}
	t, err := start(exec.Command(c.program, "adjudicate", "--data", data, "--author", judge, "--lang", "ar"), data, c.width, c.height)
	if err != nil {
		return err
	}
	a := adjudicator{terminal: t, truth: corpus.truth}
	if c.verbose {
		a.trace = func(key string) { fmt.Printf("%q ", key) }
	}
	err = errors.Join(a.settle(), t.send("q"))
	t.close()
	if err != nil {
		return err
	}
	faults, err := corpus.faults(data)
	if err != nil {
		return err
	}
	each := float64(a.keys) / float64(len(corpus.truth))
	fmt.Printf("%d differences in %d articles, %d keys, %.2f a difference; not settled as they should be: %d\n",
		len(corpus.truth), len(corpus.articles), a.keys, each, len(faults))
	if len(faults) > 0 {
		return errors.New(strings.Join(faults, "; "))
	}
	if each > mostKeys {
		return fmt.Errorf("that is more than %.1f keys a difference", mostKeys)
	}
	return nil
}

// adjudicator settles differences by what stands on the screen.
type adjudicator struct {
	*terminal
	truth map[string]verdict
	keys  int
	trace func(string)
}

// settle plays keys until nothing is left.
func (a *adjudicator) settle() error {
	settled := map[string]bool{"": true}
	over := func(s screen) bool { return s.Has(say(l10n.AllSettled)) }
	for {
		s, err := a.until("the next difference", func(s screen) bool { return over(s) || !settled[a.disputed(s)] })
		if err != nil || over(s) {
			return err
		}
		words := a.disputed(s)
		key, err := a.keyFor(s, a.truth[words])
		if err != nil {
			return err
		}
		settled[words] = true
		a.keys++
		if a.trace != nil {
			a.trace(key)
		}
		if err := a.send(key); err != nil {
			return err
		}
	}
}

// disputed is the words of the current quotation if authors differ on it, else "".
func (a *adjudicator) disputed(s screen) string {
	q := currentOf(s)
	if !q.Is(l10n.Arabic.Say(l10n.Contested)) {
		return ""
	}
	for words := range a.truth {
		if screentest.Unshaped(words) == q.Words {
			return words
		}
	}
	return ""
}

func currentOf(s screen) screentest.Quotation {
	all := whole(s)
	if i := slices.IndexFunc(all, func(q screentest.Quotation) bool { return q.Current }); i >= 0 {
		return all[i]
	}
	return screentest.Quotation{}
}

// keyFor is the digit before what is true.
func (a *adjudicator) keyFor(s screen, truth verdict) (string, error) {
	q := currentOf(s)
	for i, c := range q.Candidates {
		if name, _, _ := strings.Cut(c, " · "); strings.HasPrefix(name, screentest.Unshaped(truth.says())) || strings.HasSuffix(name, ": "+screentest.Unshaped(truth.says())) {
			return strconv.Itoa(i + 1), nil
		}
	}
	return "", fmt.Errorf("%q is not offered for %q: %q; the screen is\n%s", truth.says(), q.Words, q.Candidates, s)
}
