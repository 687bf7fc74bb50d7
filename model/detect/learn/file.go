package learn

import (
	"encoding/binary"
	"hash/crc32"
	"strings"

	"rawi/model/detect/table"
)

// File is a set of models by name, as it lies in the program or on disk.
type File struct{ models table.Table }

// magic begins a file and names its version.
const magic = "rawi-weights/2\n"

// EncodeFile lays out a set of models. The same models give the same bytes.
func EncodeFile(models map[string][]byte) ([]byte, error) {
	entries := map[string]string{}
	for name, data := range models {
		entries[name] = string(data)
	}
	body, err := table.Make(entries)
	if err != nil {
		return nil, err
	}
	data := binary.LittleEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(body))
	return append(data, body...), nil
}

// OpenFile makes a set of models of what [EncodeFile] gave. It is [ErrMalformed]
// when the checksum does not agree.
func OpenFile(data string) (File, error) {
	body, ok := strings.CutPrefix(data, magic)
	if !ok || len(body) < 4 || crc(body[4:]) != number(body) {
		return File{}, ErrMalformed
	}
	models, err := table.Open(body[4:])
	if err != nil {
		return File{}, ErrMalformed
	}
	return File{models}, nil
}

// Model is the bytes of a model, "" for none.
func (f File) Model(name string) string {
	data, _ := f.models.Find(name)
	return data
}

// crc is the checksum of a string, without a copy of all of it.
func crc(s string) uint32 {
	sum, room := uint32(0), make([]byte, 64<<10)
	for s != "" {
		n := copy(room, s)
		sum, s = crc32.Update(sum, crc32.IEEETable, room[:n]), s[n:]
	}
	return sum
}
