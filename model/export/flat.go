package export

import (
	"io"
	"iter"
)

// writeRows writes one JSON object a quotation on a line of its own, with the members
// of [Columns] that say something, and with [Options.Text] as the last one "text", in
// which offsets count.
func writeRows(out *output, t *Table, o Options) error {
	for row := range t.Rows() {
		if err := out.members("{", Columns(), &row); err != nil {
			return err
		}
		if o.Text {
			out.WriteString(`,"text":`)
			if err := out.text(t.Article.Text); err != nil {
				return err
			}
		}
		out.WriteString("}\n")
	}
	return nil
}

// writeRowsAlone writes rows of whatever articles, without their texts.
func writeRowsAlone(w io.Writer, rows iter.Seq[Row], _ Options) error {
	out := newOutput(w)
	for row := range rows {
		if err := out.members("{", Columns(), &row); err != nil {
			return err
		}
		out.WriteString("}\n")
	}
	return out.Flush()
}

// members writes the members that say something, each after a separator: the given one,
// then commas.
func (out *output) members(separator string, columns iter.Seq[Column], row *Row) error {
	for c := range columns {
		value := c.Value(row)
		if value == nil {
			continue
		}
		out.WriteString(separator + `"` + c.Name + `":`)
		encoded, err := out.encode(value)
		if err != nil {
			return err
		}
		out.escaped(encoded)
		separator = ","
	}
	return nil
}
