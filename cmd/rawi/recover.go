package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"rawi/model"
	"rawi/model/detect"
)

// panicError is a recovered panic: it ends the reading of one article, and others are
// still read.
type panicError struct {
	value any
	place string // file and line of ours
}

func (f panicError) Error() string {
	return fmt.Sprintf("%v at %s", f.value, f.place)
}

// catchPanic does something with one article. A panic becomes an error that wraps
// a [panicError].
func catchPanic(do func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = panicError{value, panicPlace()}
		}
	}()
	return do()
}

// panicPlace is where in our own code the panic that is being recovered began.
func panicPlace() string {
	const deepest = 64
	var calls [deepest]uintptr
	frames := runtime.CallersFrames(calls[:runtime.Callers(0, calls[:])])
	for begun := false; ; {
		frame, more := frames.Next()
		if begun && strings.HasPrefix(frame.Function, "rawi/") || !more {
			return fmt.Sprintf("%s:%d", filepath.Base(frame.File), frame.Line)
		}
		begun = begun || frame.Function == "runtime.gopanic"
	}
}

// detectOnce is how models find what is in the one article of a window, which shows it
// even when nothing can be found.
func detectOnce(models func() *detect.Models) func(*model.Article) (model.Findings, error) {
	return func(a *model.Article) (found model.Findings, err error) {
		defer spend(a)
		err = catchPanic(func() error {
			found = models().Detect(a)
			return nil
		})
		return found, err
	}
}
