// Command train makes what detection knows from data, and measures it. It is no
// part of rawi: what it makes is committed, and embedded in the program.
//
//	go run ./cmd/train -folds                      # the table: every group of outlets, measured by what was learnt of the others
//	go run ./cmd/train -folds -guard cmd/train/guard.tsv           # exit 1 where a measure fell by more than 0.01
//	go run ./cmd/train -folds -guard cmd/train/guard.tsv -update   # what it has become is the guard from now on
//	go run ./cmd/train -without all                # what each measure loses without each row of rules
//	go run ./cmd/train -adapt                      # what it brings to adapt the models to half of an outlet's articles
//	go run ./cmd/train -gold DIR -gold DIR2 -o FILE                # train on all, write the weights
//	go run ./cmd/train -also cmd/train/also.tsv …                  # learn from these as well
//	go run ./cmd/train -standoff -gold DIR >> cmd/train/also.tsv   # write articles so, without their words
//	go run ./cmd/train -corpus ../shared/lexicon -o model/detect/corpus/corpus.bin
//
// Annotated articles lie in folders as package model/detect/gold explains; those
// of this project are other people's and no part of the repository. also.tsv is what
// people of this project say of further articles, without a word of them. The same
// articles and seed give the same weights, byte for byte.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
)

func main() {
	var o options
	flags := o.flags()
	if err := flags.Parse(os.Args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		os.Exit(2)
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "train: %q is no flag; see train -h\n", flags.Arg(0))
		os.Exit(2)
	}
	if err := o.run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type options struct {
	gold     []string // folders
	also     string   // file of annotations beside texts
	texts    string
	standoff bool // write annotations without words, and nothing else
	corpus   string
	folds    bool
	adapt    bool
	seed     uint64
	out      string
	guard    string
	update   bool
	off      string // rows to leave out one by one, by the beginning of their names
}

func (o *options) flags() *flag.FlagSet {
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	f.Func("gold", "folder of annotated articles, may be given more than once (default ../shared/gold/train)",
		func(dir string) error { o.gold = append(o.gold, dir); return nil })
	f.StringVar(&o.also, "also", "", "file of annotations that hold no words, of articles to learn from and to measure nothing by; needs their texts")
	f.StringVar(&o.texts, "texts", "../shared/text/news.txt.xz", "the texts of these, a form feed between them, may be packed by xz")
	f.BoolVar(&o.standoff, "standoff", false, "print the annotated articles as -also reads them, without their words, and nothing else; needs their texts")
	f.StringVar(&o.corpus, "corpus", "", "make the corpus facts of the counts in this folder, and nothing else")
	f.BoolVar(&o.folds, "folds", false, "measure every group of outlets by what was learnt of the others")
	f.BoolVar(&o.adapt, "adapt", false, "measure every group once more, by models adapted to half of its articles")
	f.Uint64Var(&o.seed, "seed", 1, "of what training does at random")
	f.StringVar(&o.out, "o", "", "file to write")
	f.StringVar(&o.guard, "guard", "", "file of measures none of which may fall; needs -folds")
	f.BoolVar(&o.update, "update", false, "write the guard anew")
	f.StringVar(&o.off, "without", "", "print what is lost without each row of rules, of those whose names begin so; all for every one")
	return f
}

func (o *options) run(w io.Writer) error {
	if o.corpus != "" {
		return o.count(w)
	}
	if err := o.check(); err != nil {
		return err
	}
	articles, err := o.articles()
	if err == nil && o.standoff {
		return writeStandoff(w, articles, o.texts)
	}
	r := ours
	if err == nil && o.also != "" {
		r.also, err = also(o.also, o.texts)
	}
	if err == nil && (o.folds || o.adapt || o.off != "") {
		err = o.leaveOut(w, r, articles)
	}
	if err == nil && o.out != "" {
		err = o.write(r, articles)
	}
	return err
}

// leaveOut measures each group by what was learnt of the others.
func (o *options) leaveOut(w io.Writer, r recipe, articles []*gold.Article) error {
	learnt, err := r.learn(articles, o.seed)
	if err == nil && o.folds {
		err = o.measure(w, articles, learnt)
	}
	if err == nil && o.adapt {
		err = o.measureGains(w, articles, learnt)
	}
	if err == nil && o.off != "" {
		err = withoutRows(w, articles, learnt, strings.TrimPrefix(o.off, "all"))
	}
	return err
}

// measureGains prints what it brings to adapt the models.
func (o *options) measureGains(w io.Writer, articles []*gold.Article, learnt []weights) error {
	gains, err := adapt(articles, learnt, o.seed)
	if err != nil {
		return err
	}
	return printGains(w, gains)
}

// check reports what is missing among the flags.
func (o *options) check() error {
	switch {
	case !o.folds && !o.adapt && !o.standoff && o.out == "" && o.off == "":
		return errors.New("say what to do: -folds to measure, -adapt to measure what one's own decisions bring, -without all to measure rules row by row, -o FILE to write weights, -corpus DIR -o FILE to make the corpus facts, -standoff to print annotations without words")
	case !o.folds && o.guard != "" || o.guard == "" && o.update:
		return errors.New("-update needs -guard, which needs -folds")
	}
	return nil
}

// articles are those of all folders.
func (o *options) articles() (all []*gold.Article, err error) {
	if len(o.gold) == 0 {
		o.gold = []string{"../shared/gold/train"}
	}
	for _, dir := range o.gold {
		more, err := gold.Folder(dir)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// measure prints the table, and holds it to the guard.
func (o *options) measure(w io.Writer, articles []*gold.Article, learnt []weights) error {
	columns, err := ours.folds(articles, learnt)
	if err == nil {
		err = printTable(w, columns)
	}
	switch {
	case err != nil || o.guard == "":
		return err
	case o.update:
		return update(o.guard, columns)
	}
	return guard(o.guard, columns)
}

// write trains on all articles and writes the models, by the trainers' names.
func (o *options) write(r recipe, articles []*gold.Article) error {
	learnt, err := r.train(articles, o.seed)
	if err != nil {
		return err
	}
	data, err := learn.EncodeFile(learnt)
	if err != nil {
		return err
	}
	return os.WriteFile(o.out, data, 0o666)
}
