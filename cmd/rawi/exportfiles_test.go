//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rawi/model/export"
)

// entries are the names in a folder, hidden ones too; nil if it is not there.
func entries(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

// Every format writes into a folder: each article into its own files, and what goes beside
// them; what is there under their names is replaced.
func TestExportFolder(t *testing.T) {
	data := t.TempDir()
	for f := range export.Formats() {
		if f.WriteLog != nil {
			continue
		}
		dir := filepath.Join(t.TempDir(), "new", "folder")
		if f.Name == "brat" { // what is there is replaced
			must(t, os.MkdirAll(dir, 0o755))
			must(t, os.WriteFile(filepath.Join(dir, "market.txt"), []byte("old"), 0o644))
		}
		rawiIs(t, "export", "--format", f.Name, "-o", dir+"/", "--data", data, marketFile)
		var want []string
		for _, part := range f.PerArticle() {
			want = append(want, "market"+part.Extension)
		}
		for _, c := range f.Companions {
			want = append(want, c.Name)
		}
		slices.Sort(want)
		if got := entries(t, dir); !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", f.Name, got, want)
		}
		if f.Name == "brat" && readFile(t, filepath.Join(dir, "market.txt")) != readFile(t, marketFile) {
			t.Error("the old file stayed")
		}
	}
}

// What cannot be written as asked for is one error, and nothing is written.
func TestExportRefuses(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	here, there := file(t, "a.txt", readFile(t, marketFile)), file(t, "a.txt", readFile(t, marketFile))
	target := filepath.Join(dir, "out")
	for _, test := range []struct {
		want string
		args []string
	}{
		{"brat puts each article into files of its own; name a folder for them with -o FOLDER/", []string{"--format", "brat", here}},
		{"md puts each article", []string{"--format", "md", here, marketFile}},
		{"would both be written to", []string{"--format", "brat", "-o", target, here, there}},
		{"would both be written to", []string{"--format", "md", "-o", target, here, here}},
		{"would both be written to", []string{"--format", "csv", "-o", target + "/", here, there}},
		{"would be written over the input", []string{"--format", "brat", "-o", filepath.Dir(here), here}},
		{"would be written over the input", []string{"--format", "csv", "-o", here, here}},
		{"is no folder", []string{"--format", "brat", "-o", there, here}},
		{"is one file of decisions", []string{"--format", "events", "-o", dir + "/"}},
		{"there is no format xml", []string{"--format", "xml", "-o", target, here}},
		{"leave out either --all or the files", []string{"--all", here}},
		{"there is no schema xml", []string{"--schema", "xml"}},
	} {
		before := [][]string{entries(t, dir), entries(t, filepath.Dir(here)), entries(t, filepath.Dir(there))}
		stdout, stderr, status := alone(t, "", append([]string{"export", "--lang", "en", "--data", data}, test.args...)...)
		if status != exitUsage || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, test.want) {
			t.Errorf("%q: status %d, stdout %q, stderr %q", test.args, status, stdout, stderr)
		}
		if after := [][]string{entries(t, dir), entries(t, filepath.Dir(here)), entries(t, filepath.Dir(there))}; !slices.EqualFunc(before, after, slices.Equal) {
			t.Errorf("%q: %q became %q", test.args, before, after)
		}
		if readFile(t, here) != readFile(t, marketFile) {
			t.Fatalf("%q wrote over the input", test.args)
		}
	}
}

// An article that cannot be read does not keep the others from being written, and is told.
func TestExportSome(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	_, stderr, status := alone(t, "", "export", "--lang", "en", "--data", t.TempDir(), "--format", "md", "-o", dir, "/nowhere/missing.txt", marketFile)
	if status != exitFailed || !strings.Contains(stderr, "missing.txt does not exist") || !slices.Equal(entries(t, dir), []string{"market.md"}) {
		t.Errorf("status %d, stderr %q, files %q", status, stderr, entries(t, dir))
	}
}

// Articles of the library have names of their own, whatever their files are called; what is
// printed of tables keeps its tabs; a byte order mark is written when asked for.
func TestExportLibrary(t *testing.T) {
	data := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	dir := t.TempDir()
	rawiIs(t, "export", "--all", "--format", "brat", "-o", dir, "--data", data)
	names := entries(t, dir)
	if len(names) != 3 || names[0] != "annotation.conf" || !strings.HasPrefix(names[1], "market-") || len(names[1]) != len("market-01234567.ann") {
		t.Errorf("got %q", names)
	}
	if out := rawiIs(t, "export", "--format", "tsv", "--data", data); !strings.HasPrefix(out, "schema\tnumber\t") && !strings.Contains(strings.SplitN(out, "\n", 2)[0], "\t") {
		t.Errorf("got %q", out)
	}
	path := filepath.Join(dir, "x.csv")
	rawiIs(t, "export", "--format", "csv", "--bom", "-o", path, "--data", data)
	if got := readFile(t, path); !strings.HasPrefix(got, "\ufeffschema,") || !strings.Contains(got, "\r\n") {
		t.Errorf("got %.40q", got)
	}
	for _, name := range export.SchemaNames() {
		if schema, _ := export.Schema(name); rawiIs(t, "export", "--schema", name) != schema {
			t.Errorf("the schema %s is printed otherwise", name)
		}
	}
}

// Names of files are such as every file system takes.
func TestFileNames(t *testing.T) {
	for source, want := range map[string]string{
		"/news/a.txt": "a", "": "article", "-": "article", "https://example.org/a/?b=c:d": "_b=c_d", "/x/con.txt": "article-con", "/x/. .txt": "article",
		"/x/خبر.html": "خبر", "a\x1b[2J\u202eb.txt": "a␛[2Jb", "/x/" + strings.Repeat("ع", 300) + ".txt": strings.Repeat("ع", 100),
	} {
		if got := fileNameOf(source); got != want {
			t.Errorf("%q is called %q, not %q", source, got, want)
		}
	}
}

// What was corrected in brat becomes my decisions, once; what does not fit is listed.
func TestImportCorrected(t *testing.T) {
	data := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	dir := t.TempDir()
	rawiIs(t, "export", "--all", "--format", "brat", "-o", dir, "--data", data, "--author", "نور")
	ann := filepath.Join(dir, entries(t, dir)[1])
	take := func() string {
		return rawiIs(t, "import", "--lang", "en", "--format", "brat", dir, "--data", data, "--author", "نور")
	}
	before := rawiIs(t, "export", "--data", data)
	if out := take(); out != "nothing differs in 1 articles: no decision was made\n" || rawiIs(t, "export", "--data", data) != before {
		t.Errorf("nothing was corrected: %s", out)
	}
	text := []rune(readFile(t, strings.TrimSuffix(ann, ".ann")+".txt"))
	must(t, os.WriteFile(ann, []byte(readFile(t, ann)+"T900\tOther 0 4\t"+string(text[:4])+"\nT901\tAnimal 0 4\t"+string(text[:4])+"\n"), 0o644))
	out := take()
	if !strings.Contains(out, "corrections in 1 articles gave 1 decisions\n") || !strings.Contains(out, "rawi has nothing for it: «Animal") {
		t.Errorf("got %s", out)
	}
	after := rawiIs(t, "export", "--data", data)
	if strings.Count(after, "\n") != strings.Count(before, "\n")+1 || !strings.Contains(after, `"deed":"quote"`) {
		t.Errorf("got %s", after)
	}
	if out := take(); !strings.Contains(out, "nothing differs") || rawiIs(t, "export", "--data", data) != after {
		t.Errorf("the second time: %s", out)
	}
	if out := rawiIs(t, "import", "--lang", "en", "--format", "brat", dir, "--data", t.TempDir()); !strings.Contains(out, "the library does not hold this article") {
		t.Errorf("another library: %s", out)
	}
	if out, _, _ := alone(t, "", "__complete", "import", "--format", ""); !strings.HasPrefix(out, "events\nbrat\n") {
		t.Errorf("completion offers %s", out)
	}
	if _, stderr, status := alone(t, "", "import", "--lang", "en", "--format", "xml", ann); status != exitUsage || !strings.Contains(stderr, "--format events, brat") {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
}
