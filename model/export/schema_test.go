package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rawi/model"
)

// Each schema is one, bears its version as its name, and knows every column.
func TestSchemas(t *testing.T) {
	for _, name := range SchemaNames() {
		schemaOf(t, name)
		text, _ := Schema(name)
		var s struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal([]byte(text), &s); err != nil || s.ID != "rawi-"+name+"/1" {
			t.Errorf("%s is called %q, %v", name, s.ID, err)
		}
	}
	text, _ := Schema("quotation")
	var s struct{ Properties map[string]any }
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		t.Fatal(err)
	}
	for c := range Columns() {
		if s.Properties[c.Name] == nil {
			t.Errorf("the schema of quotations lacks %s", c.Name)
		}
	}
	if n := len(slices.Collect(Columns())) + len([]string{"text"}); n != len(s.Properties) {
		t.Errorf("the schema of quotations has %d members, not %d", len(s.Properties), n)
	}
	if _, ok := Schema("../formats"); ok {
		t.Error("a file that is no schema")
	}
}

// What is written keeps to its schema, and what is something else does not.
func TestSchemasHold(t *testing.T) {
	fuzzSeeds(func(args ...any) {
		r := fuzzed(args[0].([]byte))
		table := tableOf(r)
		if table == nil {
			return
		}
		var out strings.Builder
		if err := WriteResult(&out, table); err != nil {
			t.Fatal(err)
		}
		valid(t, "result", `{"id":7,`+out.String()+"}")
		out.Reset()
		if err := WriteDecisions(&out, r.Log().All()); err != nil {
			t.Fatal(err)
		}
		for _, line := range linesOf(out.String()) {
			valid(t, "decision", line)
		}
	})
	valid(t, "result", `{"id":null,"line":3,"error":"x"}`)
	for schema, bad := range map[string]string{
		"result": `{"id":1}`, "decision": `{"deed":"assign"}`, "article": `{"id":"a"}`, "quotation": `{"schema":"rawi-quotation/2"}`,
	} {
		value := parsed[any](t, bad)
		if schemaOf(t, schema).Validate(value) == nil {
			t.Errorf("%s holds for %s", schema, bad)
		}
	}
	decided := plainReading()
	decided.Assign(0, model.Party{ID: "x", Name: "x"})
	receiveArticle(t, nil, written(t, mustFind(t, "json").PerArticle()[0], decided))
}

func mustFind(t *testing.T, name string) Format {
	t.Helper()
	f, ok := Find(name)
	if !ok {
		t.Fatal(name)
	}
	return f
}
