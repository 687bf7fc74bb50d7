// Package goldtest finds, for tests, what lies beside the project and is no part
// of it: annotated articles of other people, and what was counted in others.
package goldtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Shared is the path of something in ../shared, as "gold/dev". Where it is
// missing the test is skipped, or fails if RAWI_SHARED is "required".
func Shared(t testing.TB, name string) string {
	t.Helper()
	root, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(root, "go.mod")); missing == nil {
			break
		}
		if root == filepath.Dir(root) {
			t.Fatal("the test does not run inside the module")
		}
		root = filepath.Dir(root)
	}
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatalf("%s is required, and missing", path)
		}
		t.Skipf("%s is missing", path)
	}
	return path
}
