package export

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/printable"
)

// delimited writes a quotation a row, with the columns of [Columns] and [Options.Text]'s
// text as the last one, "text", in the first row of each article. The form is that of
// RFC 4180: a header, CRLF after each row, cells with a quotation mark, the separator
// or a line end in them between quotation marks.
//
// A spreadsheet takes a cell that begins with = + - @, a tab or a line end for a formula.
// Such a cell gets an apostrophe in front, and so does a cell that begins with one: who
// wants the words back takes one apostrophe from every cell that begins with one.
func delimited(separator string) func(io.Writer, iter.Seq[*model.Reading], Options) error {
	return func(w io.Writer, readings iter.Seq[*model.Reading], o Options) error {
		out := newOutput(w)
		if o.BOM {
			out.WriteString(mark)
		}
		c := cells{out, separator}
		c.header(o)
		for r := range readings {
			if err := out.table(r, c.article, o); err != nil {
				return err
			}
		}
		return out.Flush()
	}
}

// delimitedRows writes rows as delimited does.
func delimitedRows(separator string) func(io.Writer, iter.Seq[Row], Options) error {
	return func(w io.Writer, rows iter.Seq[Row], o Options) error {
		out := newOutput(w)
		if o.BOM {
			out.WriteString(mark)
		}
		c := cells{out, separator}
		c.header(Options{})
		for row := range rows {
			c.row(&row)
			out.WriteString("\r\n")
		}
		return out.Flush()
	}
}

// cells writes cells.
type cells struct {
	out       *output
	separator string
}

func (c cells) header(o Options) {
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].Name
	}
	if o.Text {
		names = append(names, "text")
	}
	c.out.WriteString(strings.Join(names, c.separator) + "\r\n")
}

func (c cells) article(_ *output, t *Table, o Options) error {
	text := t.Article.Text
	for row := range t.Rows() {
		c.row(&row)
		if o.Text {
			c.out.WriteString(c.separator)
			c.cell(text)
			text = ""
		}
		c.out.WriteString("\r\n")
	}
	return nil
}

func (c cells) row(row *Row) {
	for i := range columns {
		if i > 0 {
			c.out.WriteString(c.separator)
		}
		c.cell(plain(columns[i].Value(row)))
	}
}

func (c cells) cell(value string) {
	value = Harmless(printable.Pictures(value))
	if !strings.ContainsAny(value, c.separator+"\"\r\n") {
		c.out.WriteString(value)
		return
	}
	c.out.WriteString(`"` + strings.ReplaceAll(value, `"`, `""`) + `"`)
}

// formulas begin the cells that spreadsheets take for formulas, the last four in East
// Asian versions of them (OWASP, CSV Injection); and the apostrophe that takes it away.
const formulas = "=+-@\t\r\n'" + "＝＋－＠"

// Harmless is a cell that no spreadsheet takes for a formula.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:runeLength(cell)], formulas) {
		return "'" + cell
	}
	return cell
}

// plain is the value of a column as one text.
func plain(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case []string:
		return strings.Join(value, " ")
	case time.Time:
		return value.Format(time.RFC3339Nano)
	}
	return fmt.Sprint(value)
}
