package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"

	"rawi/ui/terminal"
)

// config is what rawi remembers of the reader's wishes, as its file holds it.
type config struct {
	Author    string                     `toml:"author,omitempty"`    // as --author
	Terminal  string                     `toml:"terminal,omitempty"`  // as --terminal
	Terminals map[string]terminal.Choice `toml:"terminals,omitempty"` // by identity
}

// configFile is where it stands: $RAWI_CONFIG, else rawi/config.toml in the XDG
// configuration folder.
func configFile() string {
	if file := os.Getenv("RAWI_CONFIG"); file != "" {
		return file
	}
	return filepath.Join(xdg.ConfigHome, "rawi", "config.toml")
}

// readConfig reads the file; where there is none, nothing is wished.
func readConfig(file string) (config, error) {
	var c config
	_, err := toml.DecodeFile(file, &c)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return config{}, fmt.Errorf("the configuration %q cannot be read; mend it or move it away: %w", file, err)
	}
	return c, nil
}

// write replaces the file, whole or not at all.
func (c config) write(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".config-*")
	if err != nil {
		return err
	}
	err = errors.Join(toml.NewEncoder(f).Encode(c), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// memory is what is remembered of terminals. Its methods may be called by
// several goroutines at once.
type memory struct {
	file string

	mu     sync.Mutex
	config config
}

// openMemory reads the configuration.
func openMemory() (*memory, error) {
	file := configFile()
	c, err := readConfig(file)
	return &memory{file: file, config: c}, err
}

// recall is the choice for a terminal, and whether it was met before.
func (m *memory) recall(identity string) (terminal.Choice, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, met := m.config.Terminals[identity]
	return c, met
}

// remember writes a choice, beside what other windows wrote since.
func (m *memory) remember(identity string, c terminal.Choice) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	now, err := readConfig(m.file)
	if err != nil {
		return err
	}
	if now.Terminals == nil {
		now.Terminals = map[string]terminal.Choice{}
	}
	now.Terminals[identity] = c
	m.config = now
	return now.write(m.file)
}
