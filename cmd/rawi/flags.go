package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rawi/ui/l10n"
)

// flagError says what is wrong with a flag of a command.
func flagError(c *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		syntax  *pflag.InvalidSyntaxError
		without *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return wrongUsage(l10n.NoSuchFlag, quoted("-"+unknown.GetSpecifiedShortnames()), c.CommandPath())
		}
		return noSuchFlag(c, "--"+unknown.GetSpecifiedName())
	case errors.As(err, &syntax):
		return noSuchFlag(c, syntax.GetSpecifiedFlag())
	case errors.As(err, &without):
		return wrongUsage(l10n.ValueMissing, "--"+without.GetFlag().Name)
	case errors.As(err, &invalid):
		return invalidValue(invalid.GetFlag(), invalid.GetValue())
	}
	return usageError{err}
}

// noSuchFlag names the flag that may have been meant.
func noSuchFlag(c *cobra.Command, given string) error {
	var flags []string
	c.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, "--"+f.Name) })
	if meant := l10n.Nearest(given, flags); meant != "" {
		return wrongUsage(l10n.NoSuchFlagBut, quoted(given), meant)
	}
	return wrongUsage(l10n.NoSuchFlag, quoted(given), c.CommandPath())
}

func invalidValue(f *pflag.Flag, value string) error {
	switch {
	case f.Name == "lang":
		return wrongUsage(l10n.NoSuchLanguage, quoted(value), strings.Join(l10n.Codes(), ", "))
	case f.Name == "width":
		return wrongUsage(l10n.NotColumns, maxWidth, quoted(value))
	case f.Value.Type() == "bool":
		return wrongUsage(l10n.NotOnOff, "--"+f.Name, quoted(value))
	}
	return wrongUsage(l10n.NotWhole, "--"+f.Name, quoted(value))
}
