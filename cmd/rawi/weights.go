package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"rawi/model/detect"
	"rawi/model/detect/learn"
	"rawi/ui/config"
	"rawi/ui/l10n"
)

// The names of weights that are no file's.
const (
	libraryWeights = "library"  // what rawi train made of the library
	builtInWeights = "built-in" // whatever the configuration says
)

// weightsFile is where rawi train keeps what it made of the library.
func (s settings) weightsFile() (string, error) {
	where, err := s.where()
	return filepath.Join(folderFor(where), "weights.bin"), err
}

// models gives what detection has learnt: of the weights that --weights names, else
// those of the configuration, else what is built in, which is opened when it is first
// needed.
func (s settings) models(c config.Config) (func() *detect.Models, error) {
	name := cmp.Or(s.weights, c.Weights)
	switch name {
	case "", builtInWeights:
		return detect.Learned, nil
	case libraryWeights:
		file, err := s.weightsFile()
		if err != nil {
			return nil, err
		}
		m, err := openWeights(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, localizedError{word: l10n.NoWeights, cause: err}
		}
		return m, err
	}
	return openWeights(name)
}

// configuredModels are the models for a command that needs nothing else of the
// configuration, which is read where no flag names them.
func (s settings) configuredModels() (func() *detect.Models, error) {
	if s.weights != "" {
		return s.models(config.Config{})
	}
	_, c, err := readConfig(configFile())
	if err != nil {
		return nil, err
	}
	return s.models(c)
}

func openWeights(file string) (func() *detect.Models, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fileError(file, err)
	}
	m, err := detect.Open(string(data))
	switch {
	case errors.Is(err, detect.ErrOtherBase):
		return nil, localizedError{l10n.WeightsOfOther, []any{quoted(file)}, err}
	case err != nil:
		return nil, localizedError{l10n.WeightsBroken, []any{quoted(file)}, err}
	}
	return func() *detect.Models { return m }, nil
}

// fingerprintOf tells a file of weights from others, "" where it cannot be read.
func fingerprintOf(file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return learn.Fingerprint(string(data))
}
