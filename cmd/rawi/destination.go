package main

import (
	"bytes"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/printable"
	"rawi/ui/l10n"
)

// destination says what an export becomes, and where.
type destination struct {
	format export.Format
	path   string // a file, a folder, or "" to print
	bom    bool
	inputs []string // files that may not be written over
}

func (d destination) options() export.Options {
	return export.Options{Explain: true, Text: true, BOM: d.bom}
}

// check is an error if what is asked for cannot be written, as far as that shows before
// anything is read.
func (d *destination) check(files []string) error {
	d.inputs = files
	switch {
	case d.path == "" && d.format.NeedsFolder():
		return wrongUsage(l10n.NeedsFolder, d.format.Name)
	case d.path == "" || !d.folder():
		return d.checkInputs(d.path, d.path)
	case d.format.WriteLog != nil:
		return wrongUsage(l10n.OneFileOnly, d.format.Name, quoted(d.path))
	}
	if info, err := os.Stat(d.path); err == nil && !info.IsDir() {
		return wrongUsage(l10n.NoFolder, quoted(d.path), d.format.Name)
	}
	taken := make(map[string]string)
	for _, file := range files {
		target := filepath.Join(d.path, fileNameOf(file)+d.format.PerArticle()[0].Extension)
		if other, is := taken[sameFile(target)]; is {
			return wrongUsage(l10n.SameTarget, quoted(other), quoted(file), quoted(target))
		}
		taken[sameFile(target)] = file
		if err := d.checkInputs(file, strings.TrimSuffix(target, filepath.Ext(target))); err != nil {
			return err
		}
	}
	return nil
}

// checkInputs is an error if one of the files to be written of something, named base with
// or without an extension, is read.
func (d *destination) checkInputs(of, base string) error {
	targets := []string{base}
	if base != d.path {
		targets = nil
		for _, part := range d.format.PerArticle() {
			targets = append(targets, base+part.Extension)
		}
	}
	for _, file := range d.inputs {
		for _, target := range targets {
			if target != "" && file != "-" && sameFile(target) == sameFile(file) {
				return wrongUsage(l10n.OverInput, quoted(of), quoted(file))
			}
		}
	}
	return nil
}

// folder reports whether each article is written into files of its own.
func (d *destination) folder() bool {
	if d.format.NeedsFolder() || os.IsPathSeparator(d.path[len(d.path)-1]) {
		return true
	}
	if info, err := os.Stat(d.path); err == nil {
		return info.IsDir()
	}
	return d.format.Write == nil && d.format.WriteLog == nil && filepath.Ext(d.path) != d.format.Files[0].Extension
}

// write writes all readings.
func (d *destination) write(w io.Writer, readings iter.Seq2[string, *model.Reading]) error {
	switch {
	case d.path != "" && d.folder():
		return d.intoFolder(readings)
	case d.format.Write == nil:
		return d.alone(w, readings)
	}
	return d.stream(w, func(w io.Writer) error {
		return d.format.Write(w, func(yield func(*model.Reading) bool) {
			for _, r := range readings {
				if !yield(r) {
					return
				}
			}
		}, d.options())
	})
}

// stream writes one stream: into the file, or to w.
func (d *destination) stream(w io.Writer, write func(io.Writer) error) error {
	if d.path != "" {
		return writeWhole(d.path, write)
	}
	if filtered, ok := w.(*printable.Writer); ok {
		filtered.Tabs = d.format.Tabs
	}
	return write(w)
}

// alone writes the one article of a format that puts each into a file of its own. It is
// an error if there are more.
func (d *destination) alone(w io.Writer, readings iter.Seq2[string, *model.Reading]) error {
	var file bytes.Buffer
	n := 0
	for _, r := range readings {
		if n++; n > 1 {
			return wrongUsage(l10n.NeedsFolder, d.format.Name)
		}
		if err := d.format.Files[0].Write(&file, r, d.options()); err != nil {
			return err
		}
	}
	if n == 0 {
		return nil
	}
	return d.stream(w, func(w io.Writer) error {
		_, err := w.Write(file.Bytes())
		return err
	})
}

// intoFolder writes the files of each article and what goes beside them.
func (d *destination) intoFolder(readings iter.Seq2[string, *model.Reading]) error {
	files, err := stageIn(d.path)
	if err != nil {
		return err
	}
	return files.finish(d.stage(files, readings))
}

func (d *destination) stage(files *staged, readings iter.Seq2[string, *model.Reading]) error {
	for name, r := range readings {
		if err := d.checkInputs(r.Article.Source, filepath.Join(d.path, name)); err != nil {
			return err
		}
		for _, part := range d.format.PerArticle() {
			target := name + part.Extension
			if files.has(target) {
				return wrongUsage(l10n.SameTarget, quoted(r.Article.Source), quoted(name), quoted(filepath.Join(d.path, target)))
			}
			if err := files.write(target, func(w io.Writer) error { return part.Write(w, r, d.options()) }); err != nil {
				return err
			}
		}
	}
	for _, c := range d.format.Companions {
		err := files.write(c.Name, func(w io.Writer) error {
			_, err := io.WriteString(w, c.Content)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
