package main

import (
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// browsers are the programs that open an address in the browser, by system; others
// follow the custom of free desktops.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// browse opens an http or https address in the reader's browser: in the program that
// $BROWSER names, or by the system's way. It does not wait for the browser to end. The
// address is one argument, which no shell reads.
func browse(address string) error {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return errors.New(quoted(address) + " is no address of the web")
	}
	command := strings.Fields(os.Getenv("BROWSER"))
	if len(command) == 0 {
		command = browsers[runtime.GOOS]
	}
	if len(command) == 0 {
		command = []string{"xdg-open"}
	}
	c := exec.Command(command[0], append(command[1:], address)...)
	if err := c.Start(); err != nil {
		return err
	}
	go func() { _ = c.Wait() }() // so that it leaves no zombie; what it says is its own affair
	return nil
}
