// Package table keeps a set of keys with a value each in one string, laid out
// so that it is searched where it lies: a table that is embedded in the program
// costs nothing to load, neither time nor memory of its own.
//
// A table is made once, by [Make], when the program is built. Its string holds
// an open-addressing hash table whose slots say where the entries lie behind
// them. A value may be a table itself, so that one file holds several.
package table

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// The layout, all numbers little-endian:
//
//	4 bytes       mask: the number of slots, a power of two, less one
//	4 bytes each  slots: the top 8 bits of the key's hash, then 24 bits: where
//	              the entry begins, counted from the start of the string; 0 for
//	              a free slot
//	entries       uvarint length of the key, the key, uvarint length of the
//	              value, the value
const (
	header     = 4
	slotSize   = 4
	offsetBits = 24
	offsetMask = 1<<offsetBits - 1
)

// Table is a set of keys with their values. The zero value is empty.
type Table struct {
	data string
	mask uint32
}

// ErrMalformed is what [Open] returns for a string that no [Make] has made.
var ErrMalformed = errors.New("table: not a table, or cut off")

// Open makes a table of the bytes that [Make] gave. It looks at the size alone:
// whoever reads a table from a file must know by a checksum that it is whole.
func Open(data string) (Table, error) {
	if len(data) < header {
		return Table{}, ErrMalformed
	}
	t := Table{data: data, mask: Number(data)}
	if slots := uint64(t.mask) + 1; slots&uint64(t.mask) != 0 || header+slots*slotSize > uint64(len(data)) {
		return Table{}, ErrMalformed
	}
	return t, nil
}

// Find is the value of a key.
func (t Table) Find(key string) (value string, ok bool) {
	if t.data == "" {
		return "", false
	}
	h := hash(key)
	for slot := h & t.mask; ; slot = (slot + 1) & t.mask {
		entry := Number(t.data[header+slot*slotSize:])
		if entry == 0 {
			return "", false
		}
		if entry>>offsetBits != h>>offsetBits {
			continue
		}
		if found, rest := field(t.data[entry&offsetMask:]); found == key {
			value, _ = field(rest)
			return value, true
		}
	}
}

// Has reports whether the table has the key.
func (t Table) Has(key string) bool {
	_, ok := t.Find(key)
	return ok
}

// Number reads four bytes, the lowest first.
func Number[S string | []byte](s S) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// field reads a length and as many bytes.
func field(s string) (field, rest string) {
	n, i := uint64(s[0]), 1
	if n >= 0x80 { // rare: no key and few values are that long
		var buf [binary.MaxVarintLen64]byte
		n, i = binary.Uvarint(buf[:copy(buf[:], s)])
	}
	return s[i : i+int(n)], s[i+int(n):]
}

// hash is the bits of [Hash] that a slot is chosen by and known by.
func hash(key string) uint32 {
	h := Hash(key)
	return uint32(h ^ h>>32)
}

// Hash takes in eight bytes at a time, each time by a multiplication whose two
// halves are folded onto one another ([Fold]), as wyhash does.
func Hash[K string | []byte](key K) uint64 {
	h := uint64(len(key))
	for ; len(key) >= 8; key = key[8:] {
		h = Fold(h ^ (uint64(Number(key)) | uint64(Number(key[4:]))<<32))
	}
	last := uint64(0)
	for i := range len(key) {
		last = last<<8 | uint64(key[i])
	}
	return Fold(h ^ last)
}

// Fold multiplies and folds the halves of the product onto one another.
func Fold(h uint64) uint64 {
	high, low := bits.Mul64(h^0xa0761d6478bd642f, 0xe7037ed1a0b428db)
	return high ^ low
}
