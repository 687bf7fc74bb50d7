//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// Every file and every test that CONTRIBUTING.md and README.md name is there.
func TestContributing(t *testing.T) {
	root := filepath.Join("..", "..")
	quoted := regexp.MustCompile("`([^`\n]+)`")
	path := regexp.MustCompile(`^(bidi|cmd|model|ui|\.ci)(/[\w.-]+)+$`)
	test := regexp.MustCompile(`^(Test|Fuzz)[A-Z]\w+$`)
	for _, page := range []string{"CONTRIBUTING.md", "README.md"} {
		text, err := os.ReadFile(filepath.Join(root, page))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(text), -1) {
			switch name := m[1]; {
			case path.MatchString(name):
				if _, err := os.Stat(filepath.Join(root, name)); err != nil {
					t.Errorf("%s names %s: %v", page, name, err)
				}
			case test.MatchString(name) && !defined(t, root, name):
				t.Errorf("%s names the test %s, which there is not", page, name)
			}
		}
	}
}

// defined reports whether a test of that name is in the repository.
func defined(t *testing.T, root, name string) bool {
	t.Helper()
	c := exec.Command("grep", "-rqE", "--include=*_test.go", "^func "+name+`\(`, root)
	err := c.Run()
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		t.Fatal(err)
	}
	return err == nil
}
