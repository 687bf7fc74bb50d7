package config

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"rawi/ui/terminal"
)

// What a configuration does not mean is named with its line, and the rest holds.
func TestFaults(t *testing.T) {
	for _, test := range []struct {
		name, text, author string
		want               []Fault
	}{
		{"all well", "author = 'نور'\nterminal = \"kitty\"\n[terminals.x]\nterminal = 'fence'\nmarks = true\n", "نور", nil},
		{"typo", "# mine\nautor = \"سعاد\"\n", "", []Fault{{Line: 2, Key: "autor", Nearest: "author"}}},
		{"weights", "weights = 'library'\nauthor = 'a'\n", "a", nil},
		{"weights of another type", "weights = true\nauthor = 'a'\n", "a", []Fault{{Line: 1, Key: "weights", Want: String}}},
		{"capitals", "Author = \"سعاد\"\n", "", []Fault{{Line: 1, Key: "Author", Nearest: "author"}}},
		{"nothing near", "author = 'a'\ncolour = 'red'\n", "a", []Fault{{Line: 2, Key: "colour"}}},
		{"table", "author = 'a'\n\n[termnals.\"x y\"]\nterminal = 'fence'\n", "a", []Fault{{Line: 3, Key: "termnals", Nearest: "terminals"}}},
		{"in a table", "[terminals.x]\n\nmark = true\nauthor = 1", "", []Fault{{Line: 3, Key: "terminals.x.mark", Nearest: "marks"}, {Line: 4, Key: "terminals.x.author"}}},
		{"inline", "terminals = { \"a b\" = { markz = 1, terminal = 'Fence' } }", "", []Fault{
			{Line: 1, Key: "terminals.\"a b\".markz", Nearest: "marks"}, {Line: 1, Key: "terminals.\"a b\".terminal", Want: Terminal}}},
		{"types", "author = 5\nterminal = [\n'x',\n]\nterminals = 'none'\n", "", []Fault{
			{Line: 1, Key: "author", Want: String}, {Line: 2, Key: "terminal", Want: Terminal}, {Line: 5, Key: "terminals", Want: Table}}},
		{"behind long values", "x = '''\nauthor = 1\n'''\ny = [ # ]\n 'a',\n]\nautor = 1\n", "", []Fault{{Line: 1, Key: "x"}, {Line: 4, Key: "y"}, {Line: 7, Key: "autor", Nearest: "author"}}},
		{"table for a word", "[author]\nname = 'x'\n[[terminals]]\nmarks = true\n", "", []Fault{{Line: 1, Key: "author", Want: String}, {Line: 3, Key: "terminals", Want: Table}}},
		{"controls", "\"a\\u001b\\u202e\" = 1", "", []Fault{{Line: 1, Key: `"a\u001b\u202e"`}}},
	} {
		c, err := Parse(test.text)
		if err != nil || c.Author != test.author || !reflect.DeepEqual(c.Faults, test.want) {
			t.Errorf("%s: author %q, faults %+v, error %v; want %q, %+v", test.name, c.Author, c.Faults, err, test.author, test.want)
		}
	}
}

// A text that is no TOML is named with its line.
func TestBroken(t *testing.T) {
	_, err := Parse("author = 'x'\n\nterminal = \n")
	if b, ok := err.(*Broken); !ok || b.Line != 3 || strings.Contains(b.Why, "toml:") {
		t.Errorf("%v", err)
	}
}

func yes(b bool) *bool { return &b }

// Only the terminal's table changes.
func TestRemember(t *testing.T) {
	const id = "XTerm(379)"
	fence, noMarks := terminal.Choice{Terminal: "fence"}, terminal.Choice{Terminal: "fence", Marks: yes(false)}
	for _, test := range []struct {
		name, text string
		choice     terminal.Choice
		want       string
	}{
		{"new file", "", noMarks, "[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\nmarks = false\n"},
		{"met only", "", terminal.Choice{}, "[terminals.\"XTerm(379)\"]\n"},
		{"met before", "[terminals.'XTerm(379)'] # here\n", terminal.Choice{}, "[terminals.'XTerm(379)'] # here\n"},
		{"comments and unknown keys", "# mine\nauthor = 'نور' # me\nzork = [ # a\n 1 ]\n\n# end", fence,
			"# mine\nauthor = 'نور' # me\nzork = [ # a\n 1 ]\n\n# end\n\n[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
		{"CRLF", "author = 'a'\r\n\r\n[terminals.\"XTerm(379)\"] # x\r\nterminal = 'words' # why\r\n# later\r\n", noMarks,
			"author = 'a'\r\n\r\n[terminals.\"XTerm(379)\"] # x\r\nterminal = \"fence\" # why\r\nmarks = false\r\n# later\r\n"},
		{"own key in it", "[terminals.\"XTerm(379)\"]\n  font = \"\"\"\n[x]\n\"\"\" # f\n\n[other]\nmarks = 1\n", noMarks,
			"[terminals.\"XTerm(379)\"]\n  font = \"\"\"\n[x]\n\"\"\" # f\n  terminal = \"fence\"\n  marks = false\n\n[other]\nmarks = 1\n"},
		{"one goes", "[terminals.\"XTerm(379)\"]\nmarks = true # m\nterminal = 'words'\n", fence, "[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
		{"inline", "terminals = { foot = { marks = true }, \"XTerm(379)\" = { terminal = 'words', x = 1 } } # all\n", noMarks,
			"terminals = { foot = { marks = true }, \"XTerm(379)\" = { terminal = \"fence\", x = 1, marks = false } } # all\n"},
		{"inline, new", "terminals = { foot = { marks = true } }\nauthor = 'a'", fence,
			"terminals = { foot = { marks = true }, \"XTerm(379)\".terminal = \"fence\" }\nauthor = 'a'"},
		{"inline, empty", "[terminals]\n\"XTerm(379)\" = {}\n", noMarks, "[terminals]\n\"XTerm(379)\" = { terminal = \"fence\", marks = false }\n"},
		{"inline, first goes", "[terminals]\n'XTerm(379)' = { marks = true, terminal = 'x' }\n", fence, "[terminals]\n'XTerm(379)' = { terminal = \"fence\" }\n"},
		{"inline, last goes", "[terminals]\n'XTerm(379)' = { terminal = 'x', marks = true }\n", fence, "[terminals]\n'XTerm(379)' = { terminal = \"fence\" }\n"},
		{"dotted", "terminals.'XTerm(379)'.terminal = 'words'\nauthor = 'a'\n", noMarks,
			"terminals.'XTerm(379)'.terminal = \"fence\"\nterminals.\"XTerm(379)\".marks = false\nauthor = 'a'\n"},
		{"dotted in a section", "[terminals]\nfoot.marks = true\n'XTerm(379)'.marks = true\n[z]\n", noMarks,
			"[terminals]\nfoot.marks = true\n'XTerm(379)'.marks = false\n\"XTerm(379)\".terminal = \"fence\"\n[z]\n"},
		{"another's dotted", "terminals.foot.marks = true\n", fence, "terminals.foot.marks = true\n\n[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
		{"only key goes", "terminals.'XTerm(379)'.marks = true\n", terminal.Choice{}, "[terminals.\"XTerm(379)\"]\n"},
		{"no line end", "[terminals.\"XTerm(379)\"]", fence, "[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
		{"table within", "[terminals.\"XTerm(379)\".more]\nx = 1\n", fence, "[terminals.\"XTerm(379)\".more]\nx = 1\n\n[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
		{"look alikes", "s = \"[terminals.x]\\\"\\\\\"\nt = '''\n[terminals.\"XTerm(379)\"]\n''''\nu = [[{a=']'}], \"#]\"]\n", fence,
			"s = \"[terminals.x]\\\"\\\\\"\nt = '''\n[terminals.\"XTerm(379)\"]\n''''\nu = [[{a=']'}], \"#]\"]\n\n[terminals.\"XTerm(379)\"]\nterminal = \"fence\"\n"},
	} {
		got, err := Remember(test.text, id, test.choice)
		if err != nil || got != test.want {
			t.Errorf("%s: %v\n%q\nwant\n%q", test.name, err, got, test.want)
			continue
		}
		c, err := Parse(got)
		if err != nil || !reflect.DeepEqual(c.Terminals[id], test.choice) {
			t.Errorf("%s: read back as %+v, %v", test.name, c.Terminals[id], err)
		}
	}
}

// What cannot be changed in place is refused, and nothing is lost.
func TestRememberRefuses(t *testing.T) {
	for _, text := range []string{"terminals = 5\n", "[[terminals]]\nx = 1\n", "[terminals]\nfoot = 'x'\n", "author = \n"} {
		if got, err := Remember(text, "foot", terminal.Choice{Terminal: "fence"}); err == nil {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// The file keeps its permissions and stays the link that it is, also to a file
// that is not there yet.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	link, chained, file := filepath.Join(dir, "link"), filepath.Join(dir, "chained"), filepath.Join(dir, "sub", "config.toml")
	for from, to := range map[string]string{link: file, chained: "link"} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	check := func(name, text string, mode os.FileMode) {
		t.Helper()
		if err := Write(name, text); err != nil {
			t.Fatal(err)
		}
		info, err := os.Lstat(file)
		if err != nil || info.Mode() != mode {
			t.Errorf("%v, %v; want %v", info.Mode(), err, mode)
		}
		if got, _ := Read(chained); got != text {
			t.Errorf("%q, want %q", got, text)
		}
		if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
			t.Error("the link is gone")
		}
	}
	check(chained, "a", 0o600)
	if err := os.Chmod(file, 0o664); err != nil {
		t.Fatal(err)
	}
	check(link, "b", 0o664)
	check(file, "c", 0o664)
	if left, _ := filepath.Glob(filepath.Join(dir, "sub", "*")); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
	circle := filepath.Join(dir, "circle")
	os.Symlink("circle", circle)
	if err := Write(circle, "x"); err == nil {
		t.Error("a circle of links was written")
	}
}

// What is TOML is scanned as the library of TOML reads it; what is remembered
// is read back, beside all that was there, and comments stay.
func FuzzRemember(f *testing.F) {
	for _, s := range []string{
		"", "a.b = 1\n[c]\nd = {e = [1, {f = 2}], \"g h\" = '''x'''} # y", "[terminals.x]\r\nterminal = \"\"\"\\\r\n  y\"\"\"\"\"\r\n", "terminals.x = {marks = true,}\n",
		"[ a . 'b' ]\nt = 1979-05-27 07:32:00 # c\n[a.b.c]\n", "[[p]]\nq = 1\n[p.r]\n", "\ufeffx = \"\\\"#\" # z\n", "terminals = {\n x = { # c\n },\n}\n",
	} {
		f.Add(s, "x", "fence", true)
	}
	f.Fuzz(func(t *testing.T, text, identity, name string, marks bool) {
		raw := map[string]any{}
		meta, err := toml.Decode(text, &raw)
		found := scan(text) // must end and not panic, whatever the text
		if err != nil {
			return
		}
		for _, key := range meta.Keys() {
			if !inArray(raw, key) && !covered(found, key) {
				t.Errorf("%q: the key %q is not found", text, key)
			}
		}
		c := terminal.Choice{Terminal: strings.ToValidUTF8(name, ""), Marks: &marks}
		got, err := Remember(text, identity, c)
		if err != nil {
			if _, free := raw["terminals"]; !free {
				t.Errorf("%q, %q: %v", text, identity, err)
			}
			return
		}
		again, err := Remember(got, identity, c)
		if err != nil || again != got {
			t.Errorf("%q remembered twice is %q, then %q, %v", text, got, again, err)
		}
		after, err := decode(got)
		delete(raw, "terminals")
		delete(after, "terminals")
		if err != nil || fmt.Sprintf("%#v", after) != fmt.Sprintf("%#v", raw) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

// inArray reports whether a key stands in an array of tables.
func inArray(raw map[string]any, key []string) bool {
	for _, part := range key[:len(key)-1] {
		table, ok := raw[part].(map[string]any)
		if !ok {
			return true
		}
		raw = table
	}
	return false
}

func covered(found []place, key []string) bool {
	for _, e := range found {
		if starts(e.path, key) {
			return true
		}
	}
	return false
}
