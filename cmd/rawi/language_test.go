//go:build unix

package main

import (
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rawi/ui/l10n"
)

// The language is that of --lang, the configuration, RAWI_LANG or the locale, in this
// order; what names none keeps Arabic.
func TestLanguageOfTheCommandLine(t *testing.T) {
	config := "RAWI_CONFIG=" + file(t, "config.toml", "language = 'en'\n")
	for _, test := range []struct {
		env, args []string
		english   bool
	}{
		{nil, nil, false}, {[]string{"LANG=C"}, nil, false}, {[]string{"LANG="}, nil, false}, {[]string{"LANG=fr_FR.UTF-8"}, nil, false},
		{[]string{"LANG=en_US.UTF-8"}, nil, true}, {[]string{"LANG=en"}, nil, true}, {[]string{"LANG=ar_SY.UTF-8"}, nil, false},
		{[]string{"LANG=en_US.UTF-8", "LC_ALL=ar_EG@x"}, nil, false}, {[]string{"LANG=ar", "LC_MESSAGES=en_GB"}, nil, true},
		{[]string{"LANG=en", "RAWI_LANG=ar"}, nil, false}, {[]string{"RAWI_LANG=en"}, nil, true},
		{[]string{"RAWI_LANG=ar", config}, nil, true}, {[]string{config}, []string{"--lang", "ar"}, false}, {nil, []string{"--lang=en"}, true},
		{[]string{"RAWI_LANG=fr"}, []string{"--lang", "en"}, true},
	} {
		for args, want := range map[string][2]string{
			"check --help": {"يقرأ check", "check reads"}, "nowhere.txt": {"لا وجود", "does not exist"}, "check": {"المكتبة سليمة", "the library is sound"},
			"--zzzzzz": {"خيار", "there is no flag"},
		} {
			out := said(t, test.env, append(strings.Fields(args), test.args...)...)
			if !strings.Contains(out, want[btoi(test.english)]) {
				t.Errorf("%q %q %q says %q", test.env, args, test.args, out)
			}
		}
	}
	for _, bad := range []string{said(t, []string{"RAWI_LANG=fr"}, "check"), said(t, nil, "check", "--lang", "fr")} {
		if !strings.Contains(bad, "fr") || !strings.Contains(bad, "ar, en") || strings.Count(bad, "\n") != 1 {
			t.Errorf("an unknown language: %q", bad)
		}
	}
	if fault := said(t, []string{"RAWI_CONFIG=" + file(t, "config.toml", "language = 'fr'\n")}, "check"); !strings.Contains(fault, "ar أو en") {
		t.Errorf("an unknown language in the configuration: %q", fault)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// said is all that rawi prints.
func said(t *testing.T, env []string, args ...string) string {
	t.Helper()
	c := exec.Command(executable(t), args...)
	c.Env = append((&setup{}).environment(t), env...)
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	out, _ := c.CombinedOutput() // its status is tested elsewhere
	return string(out)
}

// In each language the help of every command and flag is in that language.
func TestHelpIsInTheLanguage(t *testing.T) {
	arabic := func(text string) bool {
		return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
	}
	for l := range l10n.Language(l10n.LanguageCount) {
		root := rootCommand(l)
		each(root, func(c *cobra.Command) {
			texts := []string{c.Short, c.UsageTemplate()}
			if c.Long != "" {
				texts = append(texts, c.Long)
			}
			c.Flags().VisitAll(func(f *pflag.Flag) { texts = append(texts, f.Usage) })
			if i := slices.IndexFunc(texts, func(text string) bool { return arabic(text) != (l == l10n.Arabic) }); i >= 0 {
				t.Errorf("%s: rawi %s says %q", l, c.CommandPath(), texts[i])
			}
		})
	}
}

// On a terminal the help comes in the order that it needs, in every size.
func TestHelpOnATerminal(t *testing.T) {
	everySize(t, func(t *testing.T, s setup) {
		language := s.args[1]
		s.args = append(s.args, "check", "--help")
		w := open(t, s)
		if status := w.exit(); status != 0 {
			t.Errorf("status %d", status)
		}
		want := map[string]string{"ar": "الاستعمال", "en": "Usage:"}[language]
		if now := w.Screen(); !now.Has(want) && !strings.Contains(w.sent(), want) && s.height > 24 {
			t.Errorf("%s is not shown:\n%s", want, now)
		}
		if language == "ar" && (strings.Contains(w.sent(), "الاستعمال") || !strings.Contains(w.sent(), "\ufe8e")) {
			t.Errorf("letters are not joined: %q", w.sent())
		}
	})
}
