package stream

import "iter"

// InOrder calls work on several inputs at a time, at most workers, and yields the results
// in the order of the input. It holds at most twice as many results as there are workers.
// Inputs are taken from another goroutine, one that is left behind if the results are
// not read to their end while an input is waited for.
func InOrder[In, Out any](workers int, inputs iter.Seq[In], work func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		stop := make(chan struct{})
		defer close(stop)
		for result := range dispatch(workers, inputs, work, stop) {
			if !yield(<-result) {
				return
			}
		}
	}
}

// dispatch starts the work on each input and sends, in the same order, the channel of
// its result. It starts nothing after stop is closed.
func dispatch[In, Out any](workers int, inputs iter.Seq[In], work func(In) Out, stop <-chan struct{}) <-chan (<-chan Out) {
	type job struct {
		input  In
		result chan<- Out
	}
	jobs, results := make(chan job), make(chan (<-chan Out), workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.result <- work(j.input)
			}
		}()
	}
	go func() {
		defer close(results)
		defer close(jobs)
		for input := range inputs {
			result := make(chan Out, 1)
			select {
			case results <- result:
			case <-stop:
				return
			}
			select {
			case jobs <- job{input, result}:
			case <-stop:
				return
			}
		}
	}()
	return results
}
