// Command picture runs a terminal program on a pseudo-terminal and writes its
// screen to standard output as an SVG picture, cell by cell. The picture in the
// README is made by
//
//	go run ./cmd/picture -keys jj -- go run ./cmd/rawi --data "$(mktemp -d)" > cmd/picture/screen.svg
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

func main() {
	width := flag.Int("width", 120, "columns")
	height := flag.Int("height", 36, "rows")
	keys := flag.String("keys", "", "what to type once the screen stands still")
	still := flag.Duration("still", 5*time.Second, "how long the screen must stand still")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "picture: no command given: picture [flags] -- COMMAND [ARG...]")
		os.Exit(2)
	}
	screen, err := shoot(exec.Command(flag.Arg(0), flag.Args()[1:]...), *width, *height, *keys, *still)
	if err == nil {
		_, err = os.Stdout.WriteString(svg(screen))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// shoot runs a command, types keys, and answers the screen that follows.
func shoot(c *exec.Cmd, width, height int, keys string, still time.Duration) (*vt.Emulator, error) {
	c.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XTERM_VERSION=picture")
	tty, err := pty.StartWithSize(c, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
	if err != nil {
		return nil, err
	}
	defer func() {
		tty.Close()
		c.Process.Kill()
		c.Wait()
	}()
	screen := vt.NewEmulator(width, height)
	go io.Copy(tty, screen) // its answers to queries
	output := make(chan []byte)
	go func() {
		defer close(output)
		for {
			buffer := make([]byte, 1<<16)
			n, err := tty.Read(buffer)
			if n > 0 {
				output <- buffer[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	for _, typed := range []string{keys, ""} {
		if err := settle(screen, output, still); err != nil {
			return nil, err
		}
		if _, err := io.WriteString(tty, typed); err != nil {
			return nil, err
		}
	}
	return screen, nil
}

// settle shows output until there has been none for a while.
func settle(screen *vt.Emulator, output <-chan []byte, still time.Duration) error {
	for {
		select {
		case piece, ok := <-output:
			if !ok {
				return errors.New("the command ended before its picture was taken")
			}
			screen.Write(piece)
		case <-time.After(still):
			return nil
		}
	}
}
