package table

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Make lays out a table; equal entries give equal bytes. It is an error when
// the table grows over 16 MB.
func Make(entries map[string]string) ([]byte, error) {
	slots := 2
	for slots < 2*len(entries) {
		slots *= 2
	}
	data := make([]byte, header+slots*slotSize)
	binary.LittleEndian.PutUint32(data, uint32(slots-1))
	for _, key := range slices.Sorted(maps.Keys(entries)) {
		h, at := hash(key), uint32(len(data))
		slot := int(h) & (slots - 1)
		for Number(string(data[header+slot*slotSize:][:slotSize])) != 0 {
			slot = (slot + 1) & (slots - 1)
		}
		binary.LittleEndian.PutUint32(data[header+slot*slotSize:], h&^offsetMask|at)
		data = appendField(appendField(data, key), entries[key])
		if len(data) > offsetMask {
			return nil, fmt.Errorf("table: %d entries take more than %d bytes: make several tables of them", len(entries), offsetMask)
		}
	}
	return data, nil
}

func appendField(data []byte, field string) []byte {
	return append(binary.AppendUvarint(data, uint64(len(field))), field...)
}
