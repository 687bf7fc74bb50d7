package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"rawi/ui/config"
)

// writeCopy keeps a text that the terminal's clipboard may not take in rawi/copy.txt
// of the XDG state folder, as a clipboard does: in the place of the last one. It returns
// the file's name for the reader.
func writeCopy(text string) (file string, err error) {
	file = filepath.Join(xdg.StateHome, "rawi", "copy.txt")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return "", err
	}
	if err := config.Write(file, strings.TrimRight(text, "\n")+"\n"); err != nil {
		return "", fileError(file, err)
	}
	return fromHome(file), nil
}

// fromHome is a file's name with "~" for the reader's home, as shells have it.
func fromHome(file string) string {
	home, err := os.UserHomeDir()
	if below, ok := strings.CutPrefix(file, home+string(filepath.Separator)); ok && err == nil && home != "" {
		return "~" + string(filepath.Separator) + below
	}
	return file
}
