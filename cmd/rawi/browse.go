package main

import (
	"os"
	"os/exec"
	"runtime"
	"strings"

	"rawi/ui/l10n"
)

// browsers are the programs that open an address in the browser, by system; others
// follow the custom of free desktops.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// browse opens an http or https address in the reader's browser: in the program that
// $BROWSER names, or by the system's way. The browser runs on by itself when rawi ends.
// The address is one argument, which no shell reads, and no option, since it begins with
// its scheme.
func browse(address string) error {
	scheme, _, _ := strings.Cut(strings.ToLower(address), "://")
	if scheme != "http" && scheme != "https" {
		return localizedError{word: l10n.NotOnWeb, args: []any{quoted(address)}}
	}
	command := strings.Fields(os.Getenv("BROWSER"))
	if len(command) == 0 {
		command = browsers[runtime.GOOS]
	}
	if len(command) == 0 {
		command = []string{"xdg-open"}
	}
	c := exec.Command(command[0], append(command[1:], address)...)
	detach(c)
	if err := c.Start(); err != nil {
		return localizedError{l10n.NoBrowser, []any{quoted(command[0])}, err}
	}
	go func() { _ = c.Wait() }() // so that it leaves no zombie; what it says is its own affair
	return nil
}
