package main

import (
	"context"
	"os"
	"os/signal"
	"slices"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"rawi/ui"
)

// endSignals are the signals that ask rawi to end. Bubble Tea handles two of them,
// each in its own way; here all end it alike, with the terminal given back and
// the decisions saved.
var endSignals = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}

// untilSignal is a context that ends with a signal that asks rawi to end, for commands
// that have something to finish; a second one ends it at once. The context's cause is the
// outcome of the program.
func untilSignal() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		number, _ := (<-caught).(syscall.Signal)
		signal.Reset(syscall.SIGINT, syscall.SIGTERM)
		cancel(signalError{number, nil})
	}()
	return ctx, func() { signal.Stop(caught) }
}

// signals handles the signals sent to a program on the screen.
type signals struct {
	caught chan os.Signal
	ending atomic.Int32 // number of the first signal that asked to end, 0 for none

	suspended atomic.Bool // the terminal is given back
}

func catchSignals() *signals {
	s := &signals{caught: make(chan os.Signal, 1)}
	signal.Notify(s.caught, slices.Concat(endSignals, stopSignals)...)
	return s
}

// handle ends or suspends the program as signals ask.
func (s *signals) handle(program *tea.Program) {
	for caught := range s.caught {
		if slices.Contains(stopSignals, caught) {
			s.suspend(program)
		} else {
			s.end(program, caught)
		}
	}
}

// suspend lets the program give the terminal back first. Then Bubble Tea sends
// the signal once more; since Go does not give a caught one its default action
// back, the process stops itself.
func (s *signals) suspend(program *tea.Program) {
	if s.suspended.Load() {
		stopProcess()
		return
	}
	program.Send(ui.SuspendMsg{})
}

// end ends the program. A second SIGQUIT does what Go does with it, for a
// program that hangs.
func (s *signals) end(program *tea.Program, caught os.Signal) {
	number, _ := caught.(syscall.Signal)
	s.ending.CompareAndSwap(0, int32(number))
	if number == syscall.SIGQUIT {
		signal.Reset(caught)
	}
	program.Quit()
}

// filter notes when the program gives the terminal back to be stopped, and when
// it took it again.
func (s *signals) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		s.suspended.Store(true)
	case tea.ResumeMsg:
		s.suspended.Store(false)
	}
	return msg
}

// stop stops listening at the end, and returns err as the outcome of a
// program that a signal ended.
func (s *signals) stop(err error) error {
	signal.Stop(s.caught)
	close(s.caught)
	if number := s.ending.Load(); number != 0 {
		return signalError{syscall.Signal(number), err}
	}
	return err
}

// signalError is the outcome of a program that a signal ended, with what failed at
// its end, if anything.
type signalError struct {
	signal syscall.Signal
	failed error
}

func (s signalError) Error() string { return s.signal.String() }

// status is the exit status by which shells tell a signal.
func (s signalError) status() int { return 128 + int(s.signal) }
