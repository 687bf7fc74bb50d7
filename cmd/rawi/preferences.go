package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"

	"rawi/ui/config"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// configFile is the path of the configuration: $RAWI_CONFIG, else
// rawi/config.toml in the XDG configuration folder.
func configFile() string {
	if file := os.Getenv("RAWI_CONFIG"); file != "" {
		return file
	}
	return filepath.Join(xdg.ConfigHome, "rawi", "config.toml")
}

// readConfig reads the file; a missing file is an empty configuration.
func readConfig(file string) (text string, c config.Config, err error) {
	text, err = config.Read(file)
	if err != nil {
		return "", c, localizedError{l10n.ConfigBroken, []any{quoted(file), err}, err}
	}
	c, err = config.Parse(text)
	if broken := (*config.Broken)(nil); errors.As(err, &broken) {
		why := localizedError{word: l10n.ConfigLine, args: []any{broken.Line, broken.Why}}
		return "", c, localizedError{l10n.ConfigBroken, []any{quoted(file), why}, err}
	}
	return text, c, err
}

// types names the types of configuration values.
var types = map[config.Type]l10n.Word{
	config.Boolean: l10n.TypeBoolean, config.String: l10n.TypeString, config.Table: l10n.TypeTable, config.Terminal: l10n.TypeTerminal,
	config.Template: l10n.TypeTemplate, config.Language: l10n.TypeLanguage,
}

// faultsIn says what is wrong in the configuration, a sentence for each fault.
func faultsIn(c config.Config, file string) []localizedError {
	var all []localizedError
	for _, f := range c.Faults {
		s := localizedError{word: l10n.ConfigUnknown, args: []any{quoted(file), f.Line, f.Key}}
		switch {
		case f.What != "" && f.Nearest != "":
			s.word, s.args = l10n.ConfigTemplateNearest, append(s.args[:2], f.What, f.Key, f.Nearest)
		case f.What != "":
			s.word, s.args = l10n.ConfigTemplate, append(s.args[:2], f.What, f.Key, types[f.Want])
		case f.Want == config.Among:
			s.word, s.args = l10n.ConfigAmong, append(s.args, f.Setting.Allowed)
		case f.Want != config.Any:
			s.word, s.args = l10n.ConfigType, append(s.args, types[f.Want])
		case f.Nearest != "":
			s.word, s.args = l10n.ConfigNearest, append(s.args, f.Nearest)
		}
		all = append(all, s)
	}
	return all
}

// warnOfConfig prints what is wrong with keys of the configuration. A file that
// cannot be read at all is reported by the commands that need it.
func warnOfConfig(w io.Writer, language l10n.Language) {
	file := configFile()
	_, c, _ := readConfig(file)
	for _, fault := range faultsIn(c, file) {
		fmt.Fprintln(w, "rawi:", fault.in(language))
	}
}

// preferences is the configuration and the choices kept for terminals. Its methods may be called by
// several goroutines at once.
type preferences struct {
	file string

	mu     sync.Mutex
	config config.Config
}

// openPreferences reads the configuration.
func openPreferences() (*preferences, error) {
	file := configFile()
	_, c, err := readConfig(file)
	return &preferences{file: file, config: c}, err
}

// notice is the first that is wrong in the configuration, and how much more
// there is, for the status line.
func (m *preferences) notice(language l10n.Language) string {
	faults := faultsIn(m.config, filepath.Base(m.file))
	switch len(faults) {
	case 0:
		return ""
	case 1:
		return faults[0].in(language)
	}
	return language.Say(l10n.ConfigMore, faults[0].in(language), len(faults)-1)
}

// choiceFor is the choice for a terminal, and whether it was met before.
func (m *preferences) choiceFor(identity string) (terminal.Choice, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, met := m.config.Terminals[identity]
	return c, met
}

// remember writes a choice, beside what other windows and the reader wrote
// since.
func (m *preferences) remember(identity string, c terminal.Choice) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	text, now, err := readConfig(m.file)
	if err != nil {
		return err
	}
	text, err = config.Remember(text, identity, c)
	if err == nil {
		err = config.Write(m.file, text)
	}
	if err != nil {
		return localizedError{l10n.ConfigUnkept, []any{quoted(m.file), err}, err}
	}
	now.Terminals[identity] = c
	m.config = now
	return nil
}
