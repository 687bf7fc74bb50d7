package main

import (
	"path/filepath"
	"runtime"
	"strings"

	"rawi/ui/l10n"
)

// target is a file to read and where to write what is found in it.
type target struct{ file, to string }

// targets says where what is found in each file goes. It is an error if two would
// go into one file, or one into a file that is read.
func (e extractor) targets(files []string) ([]target, error) {
	targets, taken := make([]target, len(files)), make(map[string]string, 2*len(files))
	for i, file := range files {
		targets[i].file = file
		if e.dir == "" {
			continue
		}
		targets[i].to = filepath.Join(e.dir, baseName(file)+e.format.Extension)
		key := sameFile(targets[i].to)
		if other, is := taken[key]; is {
			return nil, wrongUsage(l10n.SameTarget, quoted(other), quoted(file), quoted(targets[i].to))
		}
		taken[key] = file
	}
	for _, file := range files {
		if from, is := taken[sameFile(file)]; is && file != "-" {
			return nil, wrongUsage(l10n.TargetIsInput, quoted(from), quoted(file))
		}
	}
	return targets, nil
}

// baseName is the name of a file without its folder and ending.
func baseName(file string) string {
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}

// sameFile is one for all paths of a file that is where its name says, whatever
// folder they start from; also for names in other letter case, where the system
// takes them for one file.
func sameFile(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		path = strings.ToLower(path)
	}
	return path
}
