package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/export"
	"rawi/ui/config"
	"rawi/ui/l10n"
)

func corpusExport(s *settings) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "export NAME -o DIR",
		Short: "Write a file for each article and author, for git",
		Long: `export writes all decisions of a corpus into DIR, a sorted file for each article and
author, and those that hold in the whole library into the folder "library" in it. Each
file grows only by what its author decides, so that branches of git merge without
conflicts; no line is ever taken away. "rawi import DIR" takes them in. The articles
themselves are not written.`,
		Args:              oneName,
		ValidArgsFunction: corpusNames(s),
		RunE:              func(c *cobra.Command, args []string) error { return exportCorpus(*s, args[0], dir) },
	}
	c.Flags().StringVarP(&dir, "output", "o", "", "folder to write into")
	return c
}

// exportCorpus writes the decisions of a corpus into a folder.
func exportCorpus(s settings, name, dir string) error {
	if dir == "" {
		return wrongUsage(l10n.ValueMissing, "--output")
	}
	return onCorpora(s, func(k *corpora) error {
		c, err := k.known(name)
		if err != nil {
			return err
		}
		all, err := k.Events()
		if err != nil {
			return err
		}
		files := make(map[string][]model.Annotation)
		for _, a := range all {
			if belongs(c, &a) {
				files[fileOf(&a)] = append(files[fileOf(&a)], a)
			}
		}
		for _, file := range slices.Sorted(maps.Keys(files)) {
			if err := growFile(filepath.Join(dir, file), files[file]); err != nil {
				return err
			}
		}
		return nil
	})
}

// belongs reports whether a decision concerns a corpus: it is on an article of it, says
// what the corpus is, or holds in the whole library.
func belongs(c *model.Corpus, a *model.Annotation) bool {
	switch {
	case a.Deed.OfCorpus():
		return a.Name == c.Name
	case a.Article == "":
		return true
	}
	return c.Article(a.Article) != nil
}

// fileOf is where a decision is written.
func fileOf(a *model.Annotation) string {
	folder := a.Article
	if folder == "" {
		folder = "library"
	}
	return filepath.Join(folder, authorFile(a.Author)+".jsonl")
}

// authorFile is an author's name as that of a file: what is no letter and no digit, but for
// hyphens, is written by its code points.
func authorFile(author string) string {
	if author == "" {
		return "_"
	}
	var name strings.Builder
	for _, r := range author {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' {
			name.WriteRune(r)
		} else {
			fmt.Fprintf(&name, "_%x_", r)
		}
	}
	return name.String()
}

// growFile writes decisions into a file beside those that are there.
func growFile(file string, as []model.Annotation) error {
	var in importer
	if err := in.read(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	known := make(map[string]bool)
	for _, a := range as {
		known[a.ID] = true
	}
	for _, a := range in.decisions {
		if !known[a.ID] {
			as = append(as, a)
		}
	}
	var text strings.Builder
	if err := export.WriteDecisions(&text, as); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return fileError(file, err)
	}
	if err := config.Write(file, text.String()); err != nil {
		return fileError(file, err)
	}
	return nil
}

// decisionFiles is files with those of decisions in a folder in place of the folder's name.
func decisionFiles(names []string) (files []string, err error) {
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() && filepath.Ext(path) == ".jsonl" {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, fileError(name, err)
		}
	}
	return files, nil
}
