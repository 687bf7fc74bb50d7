package terminal_test

import (
	"fmt"

	"rawi/ui/terminal"
)

func ExampleChoose() {
	environment := map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7006"}
	profile, err := terminal.Choose("", func(name string) string { return environment[name] })
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %s, entered with %q\n", profile.Name, profile.Order, profile.Enter)
	// Output: vte: visual, entered with "\x1b[8l"
}
