package main

import (
	"strings"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/printable"
)

// fileName is what the files of an article are called, without their endings: as its
// own file is if it is the only one of that, and with the beginning of its ID else.
func fileName(a *model.Article, unique bool) string {
	name := fileNameOf(a.Source)
	if unique {
		return name
	}
	return name + "-" + a.ID[:8]
}

// longestName is how many bytes a name has before it is cut: with an ID and an ending
// it stays below the 255 of most file systems.
const longestName = 200

// fileNameOf is the name of a file or of a page, without folder and ending, as every
// file system takes it.
func fileNameOf(source string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, printable.Text(baseName(source)))
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.Trim(name, " .") // hidden by Unix, dropped by Windows
	if name == "" || name == "-" || devices[strings.ToLower(name)] {
		return "article" + strings.TrimPrefix("-"+name, "--")
	}
	return name
}

// devices are names that Windows keeps for itself.
var devices = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true}
