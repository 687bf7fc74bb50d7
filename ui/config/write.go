package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Read is the text of a file, "" where there is none.
func Read(file string) (string, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}

// Write gives a file a text, whole or not at all, and makes its folder where
// there is none. The file keeps its permissions; a new one is its owner's
// alone. Where it is a symbolic link, what that leads to is replaced.
func Write(file, text string) error {
	file, err := target(file)
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".config-*")
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// maxLinks is how many symbolic links lead from one to the next at most, as in
// Linux.
const maxLinks = 40

// target is the file that a name leads to, which may be missing yet.
func target(file string) (string, error) {
	for range maxLinks {
		to, err := os.Readlink(file)
		if err != nil { // no link
			return file, nil
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(file), to)
		}
		file = to
	}
	return "", &fs.PathError{Op: "open", Path: file, Err: errors.New("its symbolic links lead in a circle")}
}
