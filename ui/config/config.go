// Package config is the reader's configuration, a file in TOML that people
// write and rawi remembers terminals in:
//
//	author = "نور"        # as --author
//	library = "postgres://nour@db.example/rawi"  # as --library
//	terminal = "konsole"  # as --terminal
//	weights = "library"   # as --weights
//	language = "en"       # as --lang
//	copy = "markdown"     # how quotations are copied: a name or a template (package take)
//	clipboard = true      # that the terminal takes copies (OSC 52), whatever rawi thinks
//	theme = "sepia"       # and the other settings of package taste
//
//	[terminals."XTerm(379)"]  # by identity
//	terminal = "fence"
//	marks = false
//
// [Parse] reads it and finds what it does not mean; [Remember] changes the text
// of one terminal's table and leaves every other byte as it is; [Write] replaces
// the file.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"rawi/ui/l10n"
	"rawi/ui/take"
	"rawi/ui/taste"
	"rawi/ui/terminal"
)

// Config is what the configuration sets; the zero value sets nothing. A new key is a
// field here, its type in the table file, and a line in [Parse].
type Config struct {
	Author    string
	Library   string // where it is
	Terminal  string
	Weights   string
	Language  string // a code that [l10n.Parse] knows
	Copy      take.Form
	Clipboard *bool                      // nil where it is not said
	Terminals map[string]terminal.Choice // by identity
	Taste     taste.Values

	Faults []Fault // by line
}

// Fault is a key that means nothing and was left out.
type Fault struct {
	Line    int            // from 1
	Key     string         // as TOML writes it, with its tables
	Nearest string         // for an unknown key: the known one that may have been meant, or ""
	Want    Type           // for a value that cannot be meant: what it should be
	Setting *taste.Setting // where Want is Among
	What    string         // for a template: what in it means nothing; Nearest is what may have been meant
}

// Type is what a value must be.
type Type uint8

const (
	Any      Type = iota // of an unknown key
	Boolean              // of TOML
	String               // of TOML
	Table                // of TOML
	Terminal             // a name that [terminal.ByName] knows
	Template             // what [take.Parse] reads
	Language             // a code that [l10n.Parse] knows
	Among                // one of the values of a setting
)

// Broken is the error for a text that is not TOML.
type Broken struct {
	Line int // from 1
	Why  string
}

func (b *Broken) Error() string { return fmt.Sprintf("line %d: %s", b.Line, b.Why) }

// Parse reads a configuration. What it finds wrong with a key keeps no other
// from holding; the error is a [Broken].
func Parse(text string) (Config, error) {
	raw, err := decode(text)
	if err != nil {
		return Config{}, err
	}
	c := Config{Terminals: map[string]terminal.Choice{}}
	c.Author, _ = raw["author"].(string)
	c.Library, _ = raw["library"].(string)
	c.Terminal = known(raw["terminal"])
	c.Weights, _ = raw["weights"].(string)
	c.Language = spoken(raw["language"])
	c.Copy, _ = form(raw["copy"])
	c.Clipboard = boolean(raw["clipboard"])
	for k := range taste.Settings {
		c.Taste[k], _ = taste.Settings[k].Parse(written(raw[taste.Settings[k].Key]))
	}
	tables, _ := raw["terminals"].(map[string]any)
	for identity, value := range tables {
		if table, ok := value.(map[string]any); ok {
			c.Terminals[identity] = choice(table)
		}
	}
	f := faults{places: scan(text)}
	f.check(file, nil, raw)
	slices.SortFunc(f.found, func(a, b Fault) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Key, b.Key)) })
	c.Faults = f.found
	return c, nil
}

func decode(text string) (map[string]any, error) {
	raw := map[string]any{}
	_, err := toml.Decode(text, &raw)
	if bad := (toml.ParseError{}); errors.As(err, &bad) {
		return nil, &Broken{bad.Position.Line, bad.Message}
	}
	if err != nil {
		return nil, &Broken{1, strings.TrimPrefix(err.Error(), "toml: ")}
	}
	return raw, nil
}

func choice(table map[string]any) (c terminal.Choice) {
	c.Terminal = known(table["terminal"])
	c.Marks = boolean(table["marks"])
	return c
}

// boolean is the value if it is one.
func boolean(value any) *bool {
	if b, ok := value.(bool); ok {
		return &b
	}
	return nil
}

// form is the value if it is a form of quotations.
func form(value any) (take.Form, error) {
	text, ok := value.(string)
	if !ok {
		return take.Form{}, errors.New("not a text")
	}
	return take.Parse(text)
}

// known is the value if it is the name of a terminal.
func known(value any) string {
	name, _ := value.(string)
	if _, ok := terminal.ByName(name); !ok {
		return ""
	}
	return name
}

// spoken is the value if it is the code of a language of the interface.
func spoken(value any) string {
	code, _ := value.(string)
	if _, err := l10n.Parse(code); err != nil {
		return ""
	}
	return code
}

// kind is what may stand for a key.
type kind struct {
	Type
	is   func(any) bool
	keys map[string]*kind // of a table
	each *kind            // for every other key of a table
	of   *taste.Setting
}

var (
	name  = &kind{Type: Terminal, is: func(value any) bool { return known(value) != "" }}
	entry = &kind{Type: Table, is: is[map[string]any], keys: map[string]*kind{"terminal": name, "marks": {Type: Boolean, is: is[bool]}}}
	file  = &kind{Type: Table, is: is[map[string]any], keys: map[string]*kind{
		"author": {Type: String, is: is[string]}, "library": {Type: String, is: is[string]}, "terminal": name, "weights": {Type: String, is: is[string]},
		"copy":      {Type: Template, is: func(value any) bool { _, err := form(value); return err == nil }},
		"language":  {Type: Language, is: func(value any) bool { return spoken(value) != "" }},
		"clipboard": {Type: Boolean, is: is[bool]},
		"terminals": {Type: Table, is: is[map[string]any], each: entry},
	}}
)

func init() {
	for k := range taste.Settings {
		s := &taste.Settings[k]
		file.keys[s.Key] = &kind{Type: Among, of: s, is: func(value any) bool {
			_, ok := s.Parse(written(value))
			return ok
		}}
	}
}

// written is a value of a setting as it would be typed, "" for what none can be.
func written(value any) string {
	switch value.(type) {
	case string, bool, int64:
		return fmt.Sprint(value)
	}
	return ""
}

func is[T any](value any) bool {
	_, ok := value.(T)
	return ok
}

// faults collects the keys of a file that mean nothing.
type faults struct {
	places []place
	found  []Fault
}

func (f *faults) check(k *kind, path []string, value any) {
	if !k.is(value) {
		fault := Fault{Line: f.line(path), Key: dotted(path), Want: k.Type, Setting: k.of}
		if k.Type == Template {
			fault.What, fault.Nearest = meaningless(value)
		}
		f.found = append(f.found, fault)
		return
	}
	table, _ := value.(map[string]any)
	for key, value := range table {
		at := append(slices.Clone(path), key)
		if known := cmp.Or(k.keys[key], k.each); known != nil {
			f.check(known, at, value)
			continue
		}
		nearest := l10n.Nearest(key, slices.Sorted(maps.Keys(k.keys)))
		f.found = append(f.found, Fault{Line: f.line(at), Key: dotted(at), Nearest: nearest})
	}
}

// meaningless is what in a template means nothing, and what may have been meant.
func meaningless(template any) (what, nearest string) {
	_, err := form(template)
	if bad := (*take.Fault)(nil); errors.As(err, &bad) {
		return bad.What, bad.Nearest
	}
	return "", ""
}

// line is where a key or table first stands.
func (f *faults) line(path []string) int {
	for _, e := range f.places {
		if starts(e.path, path) {
			return e.line
		}
	}
	return 1
}

// starts reports whether a path begins with another, or is it.
func starts(path, with []string) bool {
	return len(path) >= len(with) && slices.Equal(path[:len(with)], with)
}
