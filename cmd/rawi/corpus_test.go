package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model"
)

// gardenArticle is an article written for these tests.
const gardenArticle = "الحديقة الجديدة في الواحة\n\nقال رئيس البلدية ماجد الحربي: «ستفتح الحديقة أبوابها في الربيع».\n"

// TestCorpus: two articles, two authors; who is how far, in both languages.
func TestCorpus(t *testing.T) {
	data, garden := t.TempDir(), file(t, "garden.txt", gardenArticle)
	guide := file(t, "guide.txt", "احسم كل اقتباس\n")
	as := func(args ...string) string { return rawiIs(t, append(args, "--data", data, "--author", "لمى")...) }
	as("corpus", "init", "أخبار", "--guide", guide, "--blind", "others")
	as("corpus", "add", "أخبار", garden, marketFile)
	as("corpus", "add", "أخبار", garden) // once more
	as("corpus", "assign", "أخبار", "سعاد")
	as("corpus", "assign", "أخبار", "كامل", garden)
	decideIn(t, data, garden, "كامل", says(0, "ماجد الحربي"))
	for language, want := range map[string][]string{
		"en": {"أخبار · 2 articles", "سعاد 0/2 0/6", "كامل 1/1 1/1"},
		"ar": {"أخبار · مقالان", "سعاد 0/2 0/6", "كامل 1/1 1/1"},
	} {
		out := strings.Join(strings.Fields(as("corpus", "status", "--lang", language)), " ")
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("%s: no %q in %s", language, w, out)
			}
		}
	}
	as("corpus", "assign", "أخبار", "كامل", "--remove")
	if out := as("corpus", "status", "أخبار"); strings.Contains(out, "كامل") {
		t.Errorf("nothing is assigned to him, and the status is\n%s", out)
	}
	for _, args := range [][]string{
		{"corpus", "status", "غيرها"}, {"corpus", "init"}, {"corpus", "add", "غيرها", garden}, {"corpus", "init", "أخبار", "--task", "x"},
		{"corpus", "read", "أخبار"}, {"export", "--corpus", "أخبار"},
	} {
		stdout, stderr, status := alone(t, "", append(args, "--data", data, "--author", "لمى")...)
		if status == 0 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
	}
}

// TestCorpusWithGit: two people annotate on branches of their own; the merge has no
// conflict, and both then know all, whoever imports again.
func TestCorpusWithGit(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is MISSING: whether branches merge is not tried")
	}
	repo, mine, theirs, garden := t.TempDir(), t.TempDir(), t.TempDir(), file(t, "garden.txt", gardenArticle)
	run := func(args ...string) {
		t.Helper()
		c := exec.Command(git, append([]string{"-C", repo, "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	commit := func(branch string) {
		run("add", "-A")
		run("commit", "-q", "-m", branch)
	}
	run("init", "-q")
	rawiIs(t, "corpus", "init", "c", "--data", mine, "--author", "نور")
	rawiIs(t, "corpus", "add", "c", garden, "--data", mine, "--author", "نور")
	rawiIs(t, "corpus", "assign", "c", "سعاد", "--data", mine, "--author", "نور")
	rawiIs(t, "export", "--corpus", "c", "-o", repo, "--data", mine)
	commit("corpus")
	rawiIs(t, "import", repo, "--data", theirs)
	if out := rawiIs(t, "corpus", "status", "--data", theirs, "--lang", "en"); !strings.Contains(out, "سعاد") {
		t.Errorf("the corpus did not travel:\n%s", out)
	}
	run("checkout", "-q", "-b", "theirs")
	decideIn(t, theirs, garden, "سعاد", says(0, "ماجد الحربي"))
	rawiIs(t, "corpus", "export", "c", "-o", repo, "--data", theirs)
	commit("theirs")
	run("checkout", "-q", "main")
	decideIn(t, mine, garden, "نور", isKind(0, model.Other))
	rawiIs(t, "corpus", "export", "c", "-o", repo, "--data", mine)
	commit("mine")
	run("merge", "-q", "-m", "merge", "theirs")
	for _, data := range []string{mine, theirs} {
		rawiIs(t, "import", repo, "--data", data)
	}
	if all := rawiIs(t, "export", "--data", mine); all != rawiIs(t, "export", "--data", theirs) || strings.Count(all, `"deed":"assign"`) != 1 || strings.Count(all, `"deed":"kind"`) != 1 {
		t.Errorf("after the merge one library has\n%s", all)
	}
	before := tree(t, repo)
	rawiIs(t, "corpus", "export", "c", "-o", repo, "--data", theirs)
	if after := tree(t, repo); after != before {
		t.Errorf("exported again:\n%s\nbefore:\n%s", after, before)
	}
	lines := strings.Count(before, "\n")
	rawiIs(t, "corpus", "init", "c", "--data", t.TempDir()) // an empty library takes nothing away
	if empty := t.TempDir(); empty != "" {
		rawiIs(t, "corpus", "init", "c", "--data", empty, "--author", "غيرهما")
		rawiIs(t, "corpus", "export", "c", "-o", repo, "--data", empty)
	}
	if after := tree(t, repo); strings.Count(after, "\n") != lines+1 {
		t.Errorf("another's export left\n%s", after)
	}
}

// tree is the text of all decisions below a folder.
func tree(t *testing.T, dir string) (text string) {
	t.Helper()
	files, err := decisionFiles([]string{dir})
	must(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		must(t, err)
		text += filepath.Base(file) + ": " + string(data)
	}
	return text
}
