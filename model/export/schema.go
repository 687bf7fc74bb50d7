package export

import (
	"embed"
	"strings"
)

// schemas are the JSON Schemas (draft 2020-12) of the forms that rawi writes, by the file's
// name; each has the form's name and version as its $id.
//
//go:embed schema/*.json
var schemas embed.FS

// Schema is the JSON Schema of a form by its name, one of [SchemaNames].
func Schema(name string) (schema string, ok bool) {
	text, err := schemas.ReadFile("schema/" + name + ".json")
	return string(text), err == nil
}

// SchemaNames are the forms that have a schema.
func SchemaNames() (names []string) {
	files, _ := schemas.ReadDir("schema") // it is in the program
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".json"))
	}
	return names
}
