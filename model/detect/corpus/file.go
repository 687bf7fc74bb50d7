package corpus

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"rawi/model/detect/table"
)

// A file, all numbers little-endian:
//
//	magic, 4 bytes CRC-32 of all that follows
//	4 bytes length of the note, the note
//	two indices, of words and of names:
//	  4 bytes number of buckets, a power of two; 4 bytes number of records
//	  4 bytes for each bucket and the end: how many records lie before it
//	  records
const (
	magic      = "rawi corpus 1\n\x00\x00"
	headerSize = len(magic) + 4

	wordSize = fingerprintSize + 8
	nameSize = fingerprintSize + 2

	perBucket = 7 // records of a bucket, about
)

// ErrMalformed is what [Open] returns for what no [Make] has made, or what was
// changed since.
var ErrMalformed = errors.New("corpus: not a file of corpus facts, or damaged")

// Open makes a corpus of the bytes that [Make] gave. It reads them once, for the
// checksum, and copies nothing.
func Open(data string) (*Corpus, error) {
	c, err := open(data)
	if err != nil {
		return nil, err
	}
	if table.Checksum(data[headerSize:]) != table.Number(data[len(magic):]) {
		return nil, ErrMalformed
	}
	for _, x := range []*index{&c.words, &c.names} {
		for last, at := uint32(0), 0; at < len(x.starts); at += 4 {
			n := table.Number(x.starts[at:])
			if n < last || int(n) > x.len() {
				return nil, ErrMalformed
			}
			last = n
		}
	}
	return &c, nil
}

// open looks at sizes alone.
func open(data string) (c Corpus, err error) {
	if len(data) < headerSize || !strings.HasPrefix(data, magic) {
		return c, ErrMalformed
	}
	r := reader{left: data[headerSize:]}
	c.note = r.take(uint64(r.number()))
	c.words, c.names = r.index(wordSize), r.index(nameSize)
	if r.short || r.left != "" {
		return Corpus{}, ErrMalformed
	}
	return c, nil
}

// reader takes one thing after the other.
type reader struct {
	left  string
	short bool // it ended before something did
}

func (r *reader) take(n uint64) string {
	if uint64(len(r.left)) < n {
		r.left, r.short = "", true
		return ""
	}
	taken := r.left[:n]
	r.left = r.left[n:]
	return taken
}

func (r *reader) number() uint32 {
	s := r.take(4)
	if s == "" {
		return 0
	}
	return table.Number(s)
}

func (r *reader) index(size int) index {
	buckets, records := uint64(r.number()), uint64(r.number())
	if bits.OnesCount64(buckets) != 1 {
		r.short = true
		return index{}
	}
	starts := r.take(4 * (buckets + 1))
	return index{uint32(buckets - 1), starts, r.take(records * uint64(size)), size}
}

// Make lays out facts of words, folded, and of names, by their keys. Equal ones
// give equal bytes. It is an error when two keys cannot be told apart.
func Make(note string, words map[string]Facts, names map[string]Name) ([]byte, error) {
	body := binary.LittleEndian.AppendUint32(nil, uint32(len(note)))
	body = append(body, note...)
	body, err := appendIndex(body, words, wordSize, func(to []byte, f Facts) []byte { return binary.LittleEndian.AppendUint64(to, uint64(f)) })
	if err != nil {
		return nil, err
	}
	body, err = appendIndex(body, names, nameSize, func(to []byte, n Name) []byte { return binary.LittleEndian.AppendUint16(to, uint16(n)) })
	if err != nil {
		return nil, err
	}
	data := binary.LittleEndian.AppendUint32([]byte(magic), table.Checksum(string(body)))
	return append(data, body...), nil
}

func appendIndex[V any](to []byte, entries map[string]V, size int, value func([]byte, V) []byte) ([]byte, error) {
	buckets := uint32(1)
	for int(buckets)*perBucket < len(entries) {
		buckets *= 2
	}
	type record struct {
		bucket, fingerprint uint32
		value               V
	}
	records := make([]record, 0, len(entries))
	for key, v := range entries {
		b, f := place(key, buckets-1)
		records = append(records, record{b, f, v})
	}
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(cmp.Compare(a.bucket, b.bucket), cmp.Compare(a.fingerprint, b.fingerprint))
	})
	to = binary.LittleEndian.AppendUint32(to, buckets)
	to = binary.LittleEndian.AppendUint32(to, uint32(len(records)))
	for b, at := uint32(0), 0; b <= buckets; b++ {
		for at < len(records) && records[at].bucket < b {
			at++
		}
		to = binary.LittleEndian.AppendUint32(to, uint32(at))
	}
	for i, r := range records {
		if i > 0 && r.bucket == records[i-1].bucket && r.fingerprint == records[i-1].fingerprint {
			return nil, fmt.Errorf("corpus: two of %d keys have the same hash", len(records))
		}
		to = value(binary.LittleEndian.AppendUint32(to, r.fingerprint), r.value)
	}
	return to, nil
}
