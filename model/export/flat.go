package export

// writeRows writes one JSON object a quotation on a line of its own, with the members
// of [Columns] that say something, and with [Options.Text] as the last one "text", in
// which offsets count.
func writeRows(out *output, t *Table, o Options) error {
	for row := range t.Rows() {
		if err := writeRow(out, &row); err != nil {
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

// writeRow writes the members without the closing brace.
func writeRow(out *output, row *Row) error {
	separator := "{"
	for _, c := range columns {
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
