package export

import (
	"io"
	"iter"

	"rawi/model"
)

// items writes what stands in one JSON array, item by item.
type items struct {
	out *output
	any bool // one is written
}

// add writes an item on lines of its own.
func (l *items) add(value any) error {
	encoded, err := l.out.encode(value)
	if err != nil {
		return err
	}
	if l.any {
		l.out.WriteByte(',')
	}
	l.any = true
	l.out.WriteByte('\n')
	l.out.escaped(encoded)
	return nil
}

// inArray is a writer of an array of what article adds for each article, between head and
// foot: "[" and "]" stand in them.
func inArray(head, foot string, article func(*items, *Table, Options) error) func(io.Writer, iter.Seq[*model.Reading], Options) error {
	return func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
		list := items{}
		write := func(out *output, t *Table, o Options) error {
			list.out = out
			return article(&list, t, o)
		}
		return between(head, "", foot)(write)(w, readings, o)
	}
}
