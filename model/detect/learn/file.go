package learn

import (
	"encoding/binary"
	"fmt"
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
	data := binary.LittleEndian.AppendUint32([]byte(magic), table.Checksum(string(body)))
	return append(data, body...), nil
}

// OpenFile makes a set of models of what [EncodeFile] gave. It is [ErrMalformed]
// when the checksum does not agree.
func OpenFile(data string) (File, error) {
	body, ok := strings.CutPrefix(data, magic)
	if !ok || len(body) < 4 || table.Checksum(body[4:]) != table.Number(body) {
		return File{}, ErrMalformed
	}
	models, err := table.Open(body[4:])
	if err != nil {
		return File{}, ErrMalformed
	}
	return File{models}, nil
}

// Fingerprint tells the file that [EncodeFile] gave from others: the checksum that it
// begins with, "" for what is no such file.
func Fingerprint(data string) string {
	body, ok := strings.CutPrefix(data, magic)
	if !ok || len(body) < 4 {
		return ""
	}
	return fmt.Sprintf("%08x", table.Number(body))
}

// Model is the bytes of a model, "" for none.
func (f File) Model(name string) string {
	data, _ := f.models.Find(name)
	return data
}

// OpenModels opens models of a file by their names; those that it lacks stay nil.
// An error names the model, and wraps [ErrMalformed].
func OpenModels[M any](f File, open func(data string) (*M, error), models map[string]**M) error {
	for name, model := range models {
		data := f.Model(name)
		if data == "" {
			continue
		}
		opened, err := open(data)
		if err != nil {
			return fmt.Errorf("the model %q: %w", name, err)
		}
		*model = opened
	}
	return nil
}
