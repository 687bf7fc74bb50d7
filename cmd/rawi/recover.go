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

// detectOnce is detectSafely for the one article of a window.
func detectOnce(a *model.Article) (model.Findings, error) {
	defer spend(a)
	return detectSafely(a)
}

// detectSafely is [detect.Detect] for the reader's screen, which shows an article even
// when nothing can be found in it.
func detectSafely(a *model.Article) (found model.Findings, err error) {
	err = catchPanic(func() error {
		found = detect.Detect(a)
		return nil
	})
	return found, err
}
