package export

import "strconv"

// writeCASJSON writes a CAS in UIMA's JSON (draft 0.4.0), with its types: a text and all
// annotations on it, whose offsets are units of UTF-16. INCEpTION reads it as «UIMA CAS JSON».
func writeCASJSON(out *output, t *Table, _ Options) error {
	c := casJSON{out: out}
	out.WriteString(`{"%TYPES":{`)
	for i, kind := range casTypes {
		c.types(i, kind)
	}
	out.WriteString("},\n\"%FEATURE_STRUCTURES\":[\n")
	out.WriteString(`{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text","sofaString":`)
	if err := out.text(t.Article.Text); err != nil {
		return err
	}
	out.WriteString("}")
	c.structure("uima.tcas.DocumentAnnotation", 0, t.offsets.UTF16(len(t.Article.Text)), []casValue{{"language", casLanguage(t)}})
	for _, a := range casOf(t) {
		c.structure(a.kind, a.at.Start, a.at.End, a.values)
	}
	out.WriteString("\n],\n\"%VIEWS\":{\"_InitialView\":{\"%SOFA\":1,\"%MEMBERS\":[2")
	for i := 2; i <= c.written; i++ {
		out.WriteString("," + strconv.Itoa(i+1))
	}
	out.WriteString("]}}}\n")
	return c.err
}

type casJSON struct {
	out     *output
	written int // annotations; the text has the ID 1, they from 2 on
	err     error
}

func (c *casJSON) value(v any) {
	encoded, err := c.out.encode(v)
	if err != nil && c.err == nil {
		c.err = err
	}
	c.out.escaped(encoded)
}

func (c *casJSON) member(name string, v any) {
	c.out.WriteString(`,"` + name + `":`)
	c.value(v)
}

func (c *casJSON) types(i int, t casType) {
	if i > 0 {
		c.out.WriteByte(',')
	}
	c.out.WriteString("\n\"" + t.name + `":{"%NAME":"` + t.name + `","%SUPER_TYPE":"uima.tcas.Annotation"`)
	c.member("%DESCRIPTION", t.about)
	for _, f := range t.features {
		c.out.WriteString(`,"` + f.name + `":{"%NAME":"` + f.name + `","%RANGE":"` + f.kind + `"`)
		c.member("%DESCRIPTION", f.about)
		c.out.WriteByte('}')
	}
	c.out.WriteByte('}')
}

func (c *casJSON) structure(kind string, begin, end int, values []casValue) {
	c.written++
	c.out.WriteString(",\n{\"%ID\":" + strconv.Itoa(c.written+1) + `,"%TYPE":"` + kind + `","@sofa":1,"begin":` + strconv.Itoa(begin) + `,"end":` + strconv.Itoa(end))
	for _, v := range values {
		c.member(v.name, v.value)
	}
	c.out.WriteByte('}')
}
