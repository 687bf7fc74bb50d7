package store

import (
	"encoding/binary"
	"io"
	"math/bits"
	"os"
)

// The parts of SQLite's file format (https://sqlite.org/fileformat2.html) that
// are needed to read rows without SQLite. Nothing here trusts what it reads.

// The first byte of a b-tree page.
const (
	indexInterior = 0x02
	indexLeaf     = 0x0a
)

// Sizes of headers, in bytes.
const (
	leafHeader  = 8
	logHeader   = 32
	frameHeader = 24
)

// usualPage is the size of the pages of every library that rawi made.
const usualPage = 4096

// pages is the pages of a file and of its write-ahead log.
type pages struct {
	file, log *os.File
	size      int              // of a page
	frames    map[uint32]int64 // where the log has the newest copy of a page
	places    []int64          // of all copies in the log
}

func openPages(file, log *os.File) *pages {
	p := &pages{file: file, log: log, size: usualPage, frames: make(map[uint32]int64)}
	var header [18]byte
	if _, err := file.ReadAt(header[:], 0); err == nil {
		if size := int(binary.BigEndian.Uint16(header[16:])); size >= smallestPage && bits.OnesCount(uint(size)) == 1 {
			p.size = size
		}
	}
	if log != nil {
		p.readLog()
	}
	return p
}

// readLog finds the frames that belong to the log's present use, which those
// before the first one's salts tell, up to the last that ends a transaction.
func (p *pages) readLog() {
	var header [frameHeader]byte
	var salts [8]byte
	var numbers []uint32
	committed := 0
	for at := int64(logHeader); ; at += int64(frameHeader + p.size) {
		if n, err := p.log.ReadAt(header[:], at); n < len(header) || err != nil {
			break
		}
		if at == logHeader {
			copy(salts[:], header[8:])
		}
		if string(salts[:]) != string(header[8:16]) {
			continue
		}
		numbers = append(numbers, binary.BigEndian.Uint32(header[:]))
		p.places = append(p.places, at+frameHeader)
		if binary.BigEndian.Uint32(header[4:]) != 0 {
			committed = len(numbers)
		}
	}
	p.places = p.places[:committed]
	for i, place := range p.places {
		p.frames[numbers[i]] = place
	}
}

// each gives every page, the last one filled up with zeros if it was cut off.
func (p *pages) each(do func(page []byte)) error {
	page := make([]byte, p.size)
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	for at := int64(0); at < info.Size(); at += int64(p.size) {
		clear(page)
		_, _ = p.file.ReadAt(page, at) // what a bad sector does not give stays zero
		do(page)
	}
	for _, place := range p.places {
		if n, err := p.log.ReadAt(page, place); n == len(page) || err == nil {
			do(page)
		}
	}
	return nil
}

// cells is where the cells of a table's leaf begin, as the page says.
func cells(page []byte) (at []int) {
	count := min(int(binary.BigEndian.Uint16(page[3:])), (len(page)-leafHeader)/2)
	for i := range count {
		if c := int(binary.BigEndian.Uint16(page[leafHeader+2*i:])); c >= leafHeader && c < len(page) {
			at = append(at, c)
		}
	}
	return at
}

// maxPayload is more than a decision takes.
const maxPayload = 1 << 24

// payloads is what the payload of a cell may be.
func (p *pages) payloads(page []byte, cell int) [][]byte {
	total, n := varint(page[cell:])
	_, m := varint(page[cell+n:]) // the row's number
	if n == 0 || m == 0 {
		return nil
	}
	return p.payload(page[cell+n+m:], total)
}

// payload is what a payload of that many bytes may be that begins with data: one
// that goes on in other pages may do so in the log or in the file.
func (p *pages) payload(data []byte, size uint64) [][]byte {
	if size > maxPayload {
		return nil
	}
	total := int(size)
	local := p.local(total)
	switch {
	case total == local && local <= len(data):
		return [][]byte{data[:local]}
	case total == local || local+4 > len(data):
		return nil
	}
	next := binary.BigEndian.Uint32(data[local:])
	return [][]byte{p.follow(data[:local], next, total, true), p.follow(data[:local], next, total, false)}
}

// local is how many bytes of a payload stand in the leaf itself.
func (p *pages) local(total int) int {
	if total <= p.size-35 {
		return total
	}
	least := (p.size-12)*32/255 - 23
	if k := least + (total-least)%(p.size-4); k <= p.size-35 {
		return k
	}
	return least
}

// follow is a payload with what stands in other pages, as far as there is any.
func (p *pages) follow(start []byte, next uint32, total int, log bool) []byte {
	payload := append(make([]byte, 0, min(total, 1<<20)), start...)
	page, seen := make([]byte, p.size), make(map[uint32]bool)
	for next != 0 && !seen[next] && len(payload) < total {
		seen[next] = true
		file, at := p.file, (int64(next)-1)*int64(p.size)
		if place, ok := p.frames[next]; ok && log {
			file, at = p.log, place
		}
		if n, err := file.ReadAt(page, at); n < len(page) || err != nil && err != io.EOF {
			break
		}
		next = binary.BigEndian.Uint32(page)
		payload = append(payload, page[4:min(len(page), 4+total-len(payload))]...)
	}
	return payload
}

// columns is the texts in a record; what is no text is empty.
func columns(record []byte) (columns [][]byte) {
	kinds, at := header(record)
	data := record[at:]
	for _, kind := range kinds {
		length := width(kind)
		if length > uint64(len(data)) {
			break
		}
		if kind < 13 || kind%2 == 0 {
			columns = append(columns, nil)
		} else {
			columns = append(columns, data[:length])
		}
		data = data[length:]
	}
	return columns
}

// recordSize is the size of the record with which data begins, if it is one in
// which a column begins at an offset.
func recordSize(data []byte, offset int) (size uint64, ok bool) {
	kinds, at := header(data)
	size = uint64(at)
	for _, kind := range kinds {
		ok = ok || size == uint64(offset)
		if size += width(kind); size > maxPayload {
			return 0, false
		}
	}
	return size, ok
}

// header is the serial types of a record's columns, and where the first begins.
func header(record []byte) (kinds []uint64, end int) {
	size, n := varint(record)
	if n == 0 || size < uint64(n) || size > uint64(min(len(record), maxHeader)) {
		return nil, 0
	}
	for types := record[n:size]; len(types) > 0; {
		kind, n := varint(types)
		if n == 0 {
			return nil, 0
		}
		kinds = append(kinds, kind)
		types = types[n:]
	}
	return kinds, int(size)
}

// maxHeader is more than the header of a row with a decision takes, in bytes.
const maxHeader = 32

// width is how many bytes a value of a serial type takes.
func width(kind uint64) uint64 {
	if kind >= 12 {
		return (kind - 12) / 2
	}
	return [...]uint64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0}[kind]
}

// varint reads a number of one to nine bytes; n is 0 where there is none.
func varint(data []byte) (value uint64, n int) {
	for n < 8 && n < len(data) {
		b := data[n]
		value = value<<7 | uint64(b&0x7f)
		n++
		if b < 0x80 {
			return value, n
		}
	}
	if n < len(data) {
		return value<<8 | uint64(data[n]), n + 1
	}
	return 0, 0
}
