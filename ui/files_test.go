package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFilesPointOneWay holds the order of the files: what a file uses stands in
// files that do not use it, by whatever way. Below are the types, above them what
// happens to them, and on top the wiring.
func TestFilesPointOneWay(t *testing.T) {
	files := parsed(t)
	declared, methods := map[string]string{}, map[string]string{} // to the file
	for name, f := range files {
		for _, d := range f.Decls {
			if m, ok := d.(*ast.FuncDecl); ok && m.Recv != nil {
				methods[m.Name.Name] = name
			}
		}
		for of := range f.Scope.Objects {
			declared[of] = name
		}
	}
	uses := map[string]map[string]bool{}
	for name, f := range files {
		uses[name] = map[string]bool{}
		for _, id := range f.Unresolved {
			uses[name][declared[id.Name]] = true
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && ofModel(s.X) {
				uses[name][methods[s.Sel.Name]] = true
			}
			return true
		})
		delete(uses[name], "")
		delete(uses[name], name)
	}
	for name := range uses {
		if way := wayBack(uses, name, name, nil); way != nil {
			t.Fatalf("files use each other in a circle: %s", strings.Join(way, " -> "))
		}
	}
	if len(uses) < 20 || !uses["ui.go"]["model.go"] {
		t.Errorf("%d files were looked at; ui.go uses %v", len(uses), uses["ui.go"])
	}
}

// parsed is the package's files except for its tests.
func parsed(t *testing.T) map[string]*ast.File {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if files[name], err = parser.ParseFile(token.NewFileSet(), name, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// ofModel reports whether an expression is the Model of a method, or its type.
func ofModel(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "m"
	case *ast.ParenExpr:
		star, ok := x.X.(*ast.StarExpr)
		return ok && ofType(star.X)
	}
	return false
}

func ofType(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == "Model"
}

// wayBack is a way from one file over others to a goal, nil for none.
func wayBack(uses map[string]map[string]bool, from, goal string, passed []string) []string {
	passed = append(passed, from)
	for to := range uses[from] {
		if to == goal {
			return append(passed, goal)
		}
		if slices.Contains(passed, to) {
			continue
		}
		if way := wayBack(uses, to, goal, passed); way != nil {
			return way
		}
	}
	return nil
}
