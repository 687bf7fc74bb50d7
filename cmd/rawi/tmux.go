package main

import (
	"context"
	"os"
	"os/exec"
	"time"
)

// tmuxPatience is how long tmux may take to answer.
const tmuxPatience = time.Second

// tmuxClient asks tmux which terminal it is shown in: "TERM|version".
func tmuxClient() (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), tmuxPatience)
	defer cancel()
	out, err := exec.CommandContext(ctx, "tmux", "display-message", "-p", "#{client_termname}|#{client_termtype}").Output()
	return string(out), err
}

// askTmux is tmuxClient inside tmux, else nil.
func askTmux() func() (string, error) {
	if os.Getenv("TMUX") == "" {
		return nil
	}
	return tmuxClient
}
