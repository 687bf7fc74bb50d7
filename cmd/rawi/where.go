package main

import (
	"cmp"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"rawi/model/store"
	"rawi/ui/config"
)

// Which library is meant: a folder, or the address of one that several people share.

// ownFolder is the folder of a library that nobody names.
func ownFolder() string { return filepath.Join(xdg.DataHome, "rawi") }

// named is the library that the command line, or else the environment, names; "" for none.
func (s settings) named() string {
	return cmp.Or(s.library, s.data, os.Getenv("RAWI_LIBRARY"), os.Getenv("RAWI_DATA"))
}

// whereIn is the library that is meant, where the configuration is known.
func (s settings) whereIn(c config.Config) string { return cmp.Or(s.named(), c.Library, ownFolder()) }

// where is the library that is meant. The configuration is read where nothing else names one.
func (s settings) where() (string, error) {
	if name := s.named(); name != "" {
		return name, nil
	}
	_, c, err := readConfig(configFile())
	return s.whereIn(c), err
}

// open opens the library; it must be closed.
func (s settings) open() (*store.Library, error) {
	where, err := s.where()
	if err != nil {
		return nil, err
	}
	return store.Open(where)
}

// folderFor is where files for a library are kept on this machine: beside it, or for a shared one
// in a folder of its own.
func folderFor(where string) string {
	if store.IsAddress(where) {
		return filepath.Join(ownFolder(), "shared-"+tagOf(where))
	}
	return where
}
