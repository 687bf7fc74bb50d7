package mention

// cache keeps what was computed for numbers, such as those of tokens, in no more
// than so much room: one that comes later may take the place of an earlier one.
type cache[T any] struct {
	slots []slot[T]
	mask  int32
}

type slot[T any] struct {
	of   int32 // 1 + the number, 0 for none
	kept T
}

// reset forgets all and makes room for numbers from 0 to n - 1, or for some of them.
func (c *cache[T]) reset(n int) {
	const most = 1 << 13
	size := 1
	for size < min(n, most) {
		size *= 2
	}
	if size > cap(c.slots) {
		c.slots = make([]slot[T], size)
	}
	c.slots, c.mask = c.slots[:size], int32(size-1)
	for i := range c.slots {
		c.slots[i].of = 0
	}
}

// at is what is kept for a number; where it is not known, it is still to be
// filled in.
func (c *cache[T]) at(number int32) (kept *T, known bool) {
	s := &c.slots[number&c.mask]
	known = s.of == number+1
	if !known {
		*s = slot[T]{of: number + 1}
	}
	return &s.kept, known
}
