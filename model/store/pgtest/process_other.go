//go:build !linux

package pgtest

import (
	"errors"
	"os"
	"os/exec"
)

// Elsewhere than on Linux the server is not started: nothing would end it with the tests.
var immediate = os.Kill

func own(string) error                   { return ErrMissing }
func unprivileged(*exec.Cmd)             {}
func run(*exec.Cmd, chan struct{}) error { return ErrMissing }

// Kill ends the server with a kill -9.
func (s *Server) Kill() error { return errors.ErrUnsupported }
