package main

import (
	"errors"
	"sync"
)

// each does n jobs, so many at a time, and gives their results in order.
func each[T any](workers, n int, job func(i int) (T, error)) ([]T, error) {
	results, failed := make([]T, n), make([]error, n)
	numbers := make(chan int)
	var done sync.WaitGroup
	for range workers {
		done.Go(func() {
			for i := range numbers {
				results[i], failed[i] = job(i)
			}
		})
	}
	for i := range n {
		numbers <- i
	}
	close(numbers)
	done.Wait()
	return results, errors.Join(failed...)
}
