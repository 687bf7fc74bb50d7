package main

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"

	"rawi/ui/config"
	"rawi/ui/taste"
)

// habits is what the reader used last, to begin with the next time. It is no
// configuration: nobody writes it by hand, and it may be thrown away. So what is
// wrong with the file is no error.
type habits struct {
	mu   sync.Mutex
	file string

	Pane       string            `toml:"pane"`       // that had the focus
	Taste      map[string]string `toml:"taste"`      // by keys of the configuration
	Configured map[string]string `toml:"configured"` // what the configuration said then
}

// openHabits reads the habits of those who read with the library in a folder: each has
// a file of its own in the XDG state folder.
func openHabits(library string) *habits {
	return readHabits(filepath.Join(xdg.StateHome, "rawi", habitsName(library)))
}

// habitsName is what the file for the library in a folder is called.
func habitsName(library string) string { return newUnsavedFiles(library).tag + "habits.toml" }

func readHabits(file string) *habits {
	h := &habits{file: file}
	if text, err := os.ReadFile(h.file); err == nil {
		_ = toml.Unmarshal(text, h)
	}
	return h
}

// keepPane keeps the pane that has the focus.
func (h *habits) keepPane(name string) { h.keep(func() { h.Pane = name }) }

// keepTaste keeps how the reader likes the screen.
func (h *habits) keepTaste(v taste.Values) { h.keep(func() { h.Taste = v.Map() }) }

// taste is how the screen begins: as it was left, unless the configuration has been
// changed since.
func (h *habits) taste(configured taste.Values) taste.Values {
	now, earlier, left := configured, taste.FromMap(h.Configured), taste.FromMap(h.Taste)
	for k := range now {
		if left[k] != "" && earlier[k] == configured[k] {
			now[k] = left[k]
		}
	}
	h.Configured = configured.Map()
	return now
}

// keep writes a change.
func (h *habits) keep(change func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	change()
	text, err := toml.Marshal(h)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(h.file), 0o700)
	}
	if err == nil {
		_ = config.Write(h.file, string(text))
	}
}
