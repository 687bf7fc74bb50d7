//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/store"
	"rawi/ui/doctor"

	"rawi/ui/l10n"
)

// spite is all that is hostile and can stand in an argument or a file's name.
var spite = "kk" + strings.ReplaceAll(strings.Join(hostile, "ك"), "\x00", "") + "\r\xff\x9b2J\xe2\x80"

// fair is spite as far as a decision can hold it.
var fair = strings.ToValidUTF8(spite, "")

// spiteful is a place where everything is hostile: articles, decisions,
// configuration, names of files and folders.
type spiteful struct {
	data    string // folder of a library of mine
	article string // file
	theirs  string // file of decisions that differ from mine
	config  string
	dir     string // where commands run, since they may make what they are told to
}

func newSpiteful(t *testing.T) spiteful {
	t.Helper()
	dir := filepath.Join(t.TempDir(), spite)
	must(t, os.Mkdir(dir, 0o755))
	s := spiteful{filepath.Join(dir, "data"), filepath.Join(dir, spite+".txt"), filepath.Join(dir, spite+".jsonl"), filepath.Join(dir, "config.toml"), dir}
	const words = "لا بأس"
	must(t, os.WriteFile(s.article, []byte("عنوان \x1b]0;evil\a \u009b2J و\u202eطويل\n\nقال زيد"+fair+" إن «"+words+fair+"أبدا».\n"), 0o644))
	must(t, os.WriteFile(s.config, []byte(`author = `+tomlQuoted(fair)+"\n"+tomlQuoted(fair)+" = 1\n"), 0o644))
	a, err := load(s.article)
	must(t, err)
	decide := func(author, name string) []model.Annotation {
		r := model.NewReading(a, model.Findings{}, nil, author)
		start := strings.Index(a.Text, words)
		r.MakeQuote(model.Span{Start: start, End: strings.Index(a.Text, "أبدا")}, model.Speech)
		party := model.Party{ID: model.PartyID(name), Name: name}
		r.Assign(0, party)
		r.SetNote(0, "note"+name)
		shared := model.Annotation{Deed: model.RenameParty, Author: author, Party: model.PartyID("شركة" + fair), Name: name, Text: name}
		shared.ID, shared.Time = "id"+name, r.Log().All()[0].Time
		return append(r.Log().All(), shared)
	}
	library, err := store.Open(s.data)
	must(t, err)
	defer library.Close()
	must(t, library.Keep(a, 0))
	must(t, library.Append(decide("نور", "mine"+fair)...))
	var lines bytes.Buffer
	must(t, export.WriteDecisions(&lines, decide("them"+fair, "theirs"+fair)))
	must(t, os.WriteFile(s.theirs, lines.Bytes(), 0o644))
	return s
}

func tomlQuoted(text string) string {
	quoted, _ := json.Marshal(text) // all of whose escapes TOML has
	return strings.ReplaceAll(string(quoted), "\x7f", `\u007f`)
}

// run runs rawi there, with no terminal.
func (s spiteful) run(t *testing.T, env []string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	c := exec.Command(executable(t), args...)
	c.Env = append((&setup{data: s.data}).environment(t), env...)
	c.Dir, c.Stdin, c.Stdout, c.Stderr = s.dir, strings.NewReader(""), &out, &errs
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	c.Run()
	for name, text := range map[string]string{"stdout": out.String(), "stderr": errs.String()} {
		kept := "\n"
		if slices.ContainsFunc(args, asksCompletion) {
			kept = "\n\t"
		}
		bad := func(r rune) bool { return !strings.ContainsRune(kept, r) && steers(r) }
		if i := strings.IndexFunc(text, bad); i >= 0 || !utf8.ValidString(text) {
			t.Errorf("rawi %.60q, %q: %s is not harmless: %q", args, env, name, text[max(i-40, 0):min(i+80, len(text))])
		}
		if slices.ContainsFunc(args, asksCompletion) {
			continue // cobra's debugging
		}
		for _, jargon := range []string{"strconv", "no such file", "panic", "json:", "invalid syntax"} {
			if strings.Contains(text, jargon) {
				t.Errorf("rawi %.60q: %s has %q: %q", args, name, jargon, text)
			}
		}
	}
	return out.String(), errs.String()
}

// everyCommand calls f with each command there is, cobra's own included, by
// the words that call it.
func everyCommand(f func(c *cobra.Command, path []string)) {
	root := rootCommand(l10n.English)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	var walk func(*cobra.Command, []string)
	walk = func(c *cobra.Command, path []string) {
		f(c, path)
		for _, sub := range c.Commands() {
			walk(sub, append(slices.Clone(path), sub.Name()))
		}
	}
	walk(root, nil)
	f(root, []string{cobra.ShellCompRequestCmd})
}

// Whatever is hostile, no command lets a control through: as an argument, a
// missing file, a flag, the value of each flag that there is; in the article,
// the decisions, the library's and the configuration's names.
func TestNoCommandPrintsControls(t *testing.T) {
	s := newSpiteful(t)
	n := 0
	everyCommand(func(c *cobra.Command, path []string) {
		n++
		run := func(args ...string) { s.run(t, nil, append(slices.Clone(path), args...)...) }
		run(s.article)
		run("--lang", "en", spite, s.theirs)
		run("--" + spite)
		run("-" + spite)
		run("--help")
		flags := c.LocalNonPersistentFlags()
		if c.Name() == "import" || !c.HasParent() { // which use all of these
			flags = c.Flags()
			flags.AddFlagSet(c.Root().PersistentFlags())
		}
		flags.VisitAll(func(f *pflag.Flag) { run("--"+f.Name+"="+spite, s.article) })
	})
	if n < 14 {
		t.Errorf("%d commands were tried, fewer than there are", n)
	}
}

// The same of the environment, for the commands that look at it.
func TestNoVariablePrintsControls(t *testing.T) {
	s := newSpiteful(t)
	commands := [][]string{{}, {"--help"}, {"--plain", s.article}, {"doctor"}, {"doctor", "--json"}, {"import", s.theirs}, {"export"}, {"check"}}
	for _, name := range append(doctor.Variables(), "RAWI_AUTHOR", "RAWI_LANG", "LC_ALL", "RAWI_DATA", "RAWI_CONFIG", "USER", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME") {
		c := commands
		if !strings.HasPrefix(name, "RAWI") {
			c = [][]string{{"doctor", "--json"}}
		}
		for _, args := range c {
			s.run(t, []string{name + "=" + spite}, args...)
		}
	}
	for _, args := range commands {
		s.run(t, []string{"RAWI_CONFIG=" + s.config}, args...)
		s.run(t, []string{"RAWI_CONFIG=" + s.config}, append([]string{"--lang", "en"}, args...)...)
	}
}

// What is printed of decisions says all that it should, and what is exported
// is read back as it was.
func TestHostileDecisionsAreShown(t *testing.T) {
	s := newSpiteful(t)
	before, _ := s.run(t, nil, "export")
	var ids []string
	for line := range strings.Lines(before) {
		var a model.Annotation
		must(t, json.Unmarshal([]byte(line), &a))
		ids = append(ids, a.ID)
		if name := "mine" + fair; a.Deed != model.MakeQuote && !strings.HasSuffix(a.Name+a.Text, name) {
			t.Errorf("%q became %q", name, a.Name+a.Text)
		}
	}
	if len(ids) != 4 {
		t.Fatalf("%d decisions are exported, not 4: %s", len(ids), before)
	}
	out, _ := s.run(t, nil, "import", s.theirs, "--author", "نور")
	for _, want := range []string{"عنوان", "لا بأس", "minekk", "theirskk", "themkk"} {
		if !strings.Contains(out, want) {
			t.Errorf("import does not say %q:\n%s", want, out)
		}
	}
	all, _ := s.run(t, nil, "export")
	again := file(t, "all.jsonl", all)
	other := spiteful{data: t.TempDir()}
	other.run(t, nil, "import", again)
	if got, _ := other.run(t, nil, "export"); got != all {
		t.Errorf("exported, imported and exported again:\n%s\nnot\n%s", got, all)
	}
	predicted, _ := s.run(t, nil, "extract", "--explain", s.article)
	var p struct{ ID string }
	if err := json.Unmarshal([]byte(predicted), &p); err != nil || !strings.HasPrefix(p.ID, "kk\x1b]0;evil\a") {
		t.Errorf("extract: %q, %v", p.ID, err)
	}
}

// The parts of rawi print through the writers of output.go only.
func TestAllOutputIsFiltered(t *testing.T) {
	files := 0
	for _, dir := range []string{".", "../../ui", "../../model", "../../bidi"} {
		must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err == nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == "gen") {
				return filepath.SkipDir
			}
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || path == "output.go" {
				return err
			}
			files++
			parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			must(t, err)
			ast.Inspect(parsed, func(n ast.Node) bool {
				if name := printer(n); name != "" {
					t.Errorf("%s uses %s; print through output.go", path, name)
				}
				return true
			})
			return nil
		}))
	}
	if files < 100 {
		t.Errorf("only %d files were looked at", files)
	}
}

// printers are ways out of the program.
var printers = map[string][]string{
	"os":      {"Stdout", "Stderr", "NewFile"},
	"fmt":     {"Print", "Printf", "Println"},
	"syscall": {"Write", "Stdout", "Stderr"},
	"unix":    {"Write"},
	"debug":   {"PrintStack"},
}

// printer is the way out that a piece of source uses, "" if it uses none.
func printer(n ast.Node) string {
	switch n := n.(type) {
	case *ast.ImportSpec:
		if n.Path.Value == `"log"` || n.Path.Value == `"log/slog"` {
			return n.Path.Value
		}
	case *ast.SelectorExpr:
		pkg, _ := n.X.(*ast.Ident)
		if pkg == nil {
			return ""
		}
		if names, known := printers[pkg.Name]; known && slices.Contains(names, n.Sel.Name) {
			return pkg.Name + "." + n.Sel.Name
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "println" || f.Name == "print" && len(n.Args) > 0) {
			return f.Name
		}
	}
	return ""
}
