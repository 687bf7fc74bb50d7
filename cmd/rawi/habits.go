package main

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"

	"rawi/ui/config"
)

// habits is what the reader used last, to begin with the next time. It is no
// configuration: nobody writes it by hand, and it may be thrown away. So what is
// wrong with the file is no error.
type habits struct {
	mu   sync.Mutex
	file string

	Pane string `toml:"pane"` // that had the focus
}

// openHabits reads rawi/habits.toml in the XDG state folder.
func openHabits() *habits {
	h := &habits{file: filepath.Join(xdg.StateHome, "rawi", "habits.toml")}
	if text, err := os.ReadFile(h.file); err == nil {
		_ = toml.Unmarshal(text, h)
	}
	return h
}

// keepPane keeps the pane that has the focus.
func (h *habits) keepPane(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.Pane = name
	text, err := toml.Marshal(h)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(h.file), 0o700)
	}
	if err == nil {
		_ = config.Write(h.file, string(text))
	}
}
