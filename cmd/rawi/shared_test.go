//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"rawi/model/store/pgtest"
	"rawi/ui/l10n"
)

var sharedLibraries atomic.Int64 // that were made

// sharedLibrary is the address of a new shared library on a server.
func sharedLibrary(t *testing.T, s *pgtest.Server) string {
	t.Helper()
	address := s.Address(pgtest.Superuser, "postgres", fmt.Sprintf("search_path=rawi%d", sharedLibraries.Add(1)))
	if made := rawiIs(t, "library", "init", address, "--lang", "en"); !strings.Contains(made, "is made") {
		t.Fatalf("library init says %s", made)
	}
	return address
}

// reader is a window on the article, of a reader with a name.
func reader(t *testing.T, library, name string, env ...string) *window {
	t.Helper()
	w := open(t, setup{data: library, args: []string{marketFile, "--author", name}, env: env})
	w.ready()
	return w
}

// What one decides appears in the other's window by itself, and the other stays where he is.
func TestTwoReaders(t *testing.T) {
	library := sharedLibrary(t, pgtest.Get(t))
	one, two := reader(t, library, "نور"), reader(t, library, "سعاد")
	two.press("j j")
	before := two.until("the third quotation", func(s screen) bool { return current(s) == 2 })
	one.decide(first)
	after := two.becomes(first, decided, "ليس قولا")
	if current(after) != 2 || strings.Join(after.Article(), "\n") != strings.Join(before.Article(), "\n") {
		t.Errorf("the reader was moved:\n%s\nwas\n%s", after, before)
	}
	two.decide(second)
	one.becomes(second, decided, "ليس قولا")
	one.quit()
	two.quit()
	if out := rawiIs(t, "check", "--library", library, "--lang", "en"); !strings.Contains(out, "1 article, 2 decisions") {
		t.Errorf("check says %s", out)
	}
}

// While the server is gone decisions are shown as unsaved and wait on this machine's disk; when it is
// back they go, whether the window is still there or was killed.
func TestServerGone(t *testing.T) {
	for name, killed := range map[string]bool{"the window goes on": false, "the window is killed": true} {
		t.Run(name, func(t *testing.T) {
			server := pgtest.New(t)
			library, state := sharedLibrary(t, server), t.TempDir()
			keepHabits(t, state, library, `pane = "quotations"`)
			env := "XDG_STATE_HOME=" + state
			w := reader(t, library, "نور", env)
			w.decide(first)
			must(t, server.Kill())
			w.decideUnsaved(second)
			w.shows("لا يجيب خادم المكتبة")
			file := leftIn(t, filepath.Join(state, "rawi"))
			if !strings.Contains(readFile(t, file), `"deed":`) {
				t.Errorf("the file has no decision: %s", readFile(t, file))
			}
			if killed {
				w.signal(syscall.SIGKILL)
				w.exit()
			}
			must(t, server.Start())
			if killed {
				w = reader(t, library, "نور", env)
				w.shows(fmt.Sprintf("قرارات تُركت من قبل وأُخذت إلى المكتبة: %d", 1))
			}
			w.becomes(first, decided, "ليس قولا")
			w.becomes(second, decided, "ليس قولا")
			w.quit()
			if _, err := os.Stat(file); err == nil {
				t.Errorf("%s is still there", file)
			}
			if out := rawiIs(t, "check", "--library", library, "--lang", "en"); !strings.Contains(out, "2 decisions") {
				t.Errorf("check says %s", out)
			}
		})
	}
}

// Without its server a shared library keeps nobody from reading.
func TestServerGoneAtTheStart(t *testing.T) {
	state := t.TempDir()
	library := "postgres://nour:the-secret@127.0.0.1:1/rawi"
	keepHabits(t, state, library, `pane = "quotations"`)
	w := reader(t, library, "نور", "XDG_STATE_HOME="+state)
	w.shows("لن يُحفظ شيء", "لا يجيب خادم المكتبة")
	w.decideUnsaved(first)
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	w.press("q")
	w.leaves(filepath.Join(state, "rawi"), 1)
	if strings.Contains(w.sent()+w.stderr.String(), "the-secret") {
		t.Error("the password is on the screen")
	}
}

// Each way in which a shared library can be wrong is said in one sentence, in both languages.
func TestSharedErrors(t *testing.T) {
	s := pgtest.Get(t)
	library := sharedLibrary(t, s)
	for address, word := range map[string]l10n.Word{
		s.Address(pgtest.Superuser, "nowhere"):                            l10n.LibraryNoBase,
		s.Address(pgtest.Superuser, "postgres", "search_path=nowhere"):    l10n.LibraryUnmade,
		s.Address("nobody", "postgres"):                                   l10n.LibraryLogin,
		"postgres://u:the-secret@127.0.0.1:1/x":                           l10n.LibraryAway,
		"postgres://u:the-secret@127.0.0.1/x?sslmode=nonsense":            l10n.LibraryAddress,
		strings.Replace(library, "sslmode=disable", "sslmode=require", 1): l10n.LibraryInsecure,
	} {
		for language, code := range map[l10n.Language]string{l10n.Arabic: "ar", l10n.English: "en"} {
			commands := [][]string{{"check"}}
			if word == l10n.LibraryAway {
				commands = append(commands, []string{"export"}, []string{"import", os.DevNull}, []string{"feed", "list"}, []string{"library", "copy", address, t.TempDir()})
			}
			for _, command := range commands {
				stdout, stderr, status := alone(t, "", append(command, "--lang", code, "--library", address)...)
				if status != exitFailed || stdout != "" || stderr != "rawi: "+language.Say(word)+"\n" {
					t.Errorf("%q --lang %s: status %d, stdout %q, stderr %q, want %q", command, code, status, stdout, stderr, language.Say(word))
				}
			}
		}
	}
}

// A password is said nowhere.
func TestPasswordIsNeverSaid(t *testing.T) {
	const secret = "the-secret"
	library := "postgres://u:" + secret + "@127.0.0.1:1/x?sslpassword=" + secret
	config := file(t, "config.toml", "library = \""+library+"\"\nautor = \"x\"\n")
	for _, args := range [][]string{
		{"--help"}, {"--plain", marketFile}, {"check"}, {"check", "--salvage", filepath.Join(t.TempDir(), "x")}, {"export"}, {"feed", "list"}, {"doctor", "--json"},
		{"library"}, {"library", "init"}, {"library", "init", library}, {"library", "sql", library}, {"library", "copy", library, t.TempDir()}, {"extract", marketFile},
		{"check", "--library", library, "--nonsense"}, {"check", "--library", library, "--data", "x"}, {"import", "--library", library, "missing"},
		{"__complete", "check", "--library", library, ""}, {"--library", strings.Replace(library, "127", "[127", 1), "check"},
	} {
		for _, env := range []string{"RAWI_LIBRARY=" + library, "RAWI_CONFIG=" + config} {
			stdout, stderr, _ := aloneWith(t, setup{env: []string{env, "RAWI_DATA="}}, "", args...)
			if strings.Contains(stdout+stderr, secret) {
				t.Errorf("%s rawi %q: stdout %q, stderr %q", env, args, stdout, stderr)
			}
		}
	}
}

// A library goes from a folder to a server and back; the configuration may name it.
func TestCopyLibrary(t *testing.T) {
	library := sharedLibrary(t, pgtest.Get(t))
	mine, back := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم"), t.TempDir()
	all := rawiIs(t, "export", "--format", "events", "--data", mine)
	for _, step := range [][3]string{{mine, library, "1 article new, 5 decisions new"}, {mine, library, "0 articles new, 0 decisions new"}, {library, back, "1 article new, 5 decisions new"}} {
		if said := rawiIs(t, "library", "copy", step[0], step[1], "--lang", "en"); !strings.Contains(said, step[2]) {
			t.Errorf("library copy says %s, want %s", said, step[2])
		}
	}
	if got := rawiIs(t, "export", "--format", "events", "--data", back); got != all {
		t.Errorf("there and back:\n%s\nwas\n%s", got, all)
	}
	config := file(t, "config.toml", "library = \""+library+"\"\n")
	if got, errs, _ := aloneWith(t, setup{env: []string{"RAWI_DATA=", "RAWI_CONFIG=" + config}}, "", "export", "--format", "events"); got != all {
		t.Errorf("by the configuration: %s %s", got, errs)
	}
	if stdout, stderr, status := alone(t, "", "library", "copy", filepath.Join(back, "missing"), library); status == 0 {
		t.Errorf("a missing library was copied: %s %s", stdout, stderr)
	}
	if stdout, stderr, status := alone(t, "", "check", "--salvage", filepath.Join(back, "x"), "--library", library, "--lang", "en"); status == 0 || !strings.Contains(stderr, "files alone") {
		t.Errorf("salvage of a shared library: %s %s", stdout, stderr)
	}
}
