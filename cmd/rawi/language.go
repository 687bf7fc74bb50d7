package main

import (
	"cmp"
	"os"
	"strings"

	"rawi/ui/l10n"
)

// languageVariable names the language of the interface by its code.
const languageVariable = "RAWI_LANG"

// chooseLanguage is the language of the interface: that of --lang, of the configuration,
// of RAWI_LANG or of the locale; Arabic where none of them names one. The error is that
// RAWI_LANG names one that there is not, and nothing before it any.
func chooseLanguage(args []string) (l10n.Language, error) {
	if language, ok := languageIn(args); ok {
		return language, nil
	}
	if _, c, err := readConfig(configFile()); err == nil && c.Language != "" {
		return l10n.Parse(c.Language)
	}
	code := os.Getenv(languageVariable)
	if code == "" {
		return localeLanguage(os.Getenv), nil
	}
	language, err := l10n.Parse(code)
	if err != nil {
		return localeLanguage(os.Getenv), wrongUsage(l10n.NoSuchLanguage, languageVariable+"="+quoted(code), strings.Join(l10n.Codes(), ", "))
	}
	return language, nil
}

// localeLanguage is the language of messages by POSIX (Base Definitions, 8.2): of
// LC_ALL, LC_MESSAGES and LANG the first that is set. C, POSIX and languages that the
// interface does not speak name none.
func localeLanguage(getenv func(string) string) l10n.Language {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	code, _, _ := strings.Cut(locale, ".")
	code, _, _ = strings.Cut(code, "@")
	code, _, _ = strings.Cut(code, "_")
	language, err := l10n.Parse(strings.ToLower(code))
	if err != nil {
		return l10n.Arabic
	}
	return language
}

// languageIn is the language that --lang sets on a command line, which may have
// errors elsewhere.
func languageIn(args []string) (language l10n.Language, ok bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		code, given := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			code, given = args[i+1], true
		}
		if l, err := l10n.Parse(code); given && err == nil {
			language, ok = l, true
		}
	}
	return language, ok
}

// languageFlag is the value of --lang.
type languageFlag struct{ to *l10n.Language }

func (f languageFlag) Set(code string) (err error) {
	*f.to, err = l10n.Parse(code)
	return err
}

func (f languageFlag) String() string { return "" } // its default is not one but a search
func (f languageFlag) Type() string   { return "string" }
