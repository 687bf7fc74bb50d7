package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rawi/ui/terminal"
)

// errUnchanged is that a text cannot be changed in place.
var errUnchanged = errors.New("the table of this terminal is written in a way that cannot be changed in place")

// Remember is the text of a configuration in which the terminal of that
// identity has the choice c. Nothing but its table is changed: comments, order,
// line ends and unknown keys stay. It is an error if the text is not TOML, or
// if the change would change more.
func Remember(text, identity string, c terminal.Choice) (string, error) {
	want, err := decode(text)
	if err != nil {
		return "", err
	}
	identity = strings.ToValidUTF8(identity, "\uFFFD")
	table := []string{"terminals", identity}
	e := editor{text: text}
	var marks string
	if c.Marks != nil {
		marks = strconv.FormatBool(*c.Marks)
	}
	var name string
	if c.Terminal != "" {
		name = quote(c.Terminal)
	}
	for _, v := range []struct{ key, value string }{{"terminal", name}, {"marks", marks}} {
		leaf := append(slices.Clone(table), v.key)
		if v.value == "" {
			e.remove(leaf)
		} else {
			e.set(leaf, v.value)
		}
	}
	e.ensure(table)
	got, err := decode(e.text)
	if err != nil || !put(want, identity, c) || fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) {
		return "", errUnchanged
	}
	return e.text, nil
}

// put changes what was decoded as Remember changes the text, where it can.
func put(raw map[string]any, identity string, c terminal.Choice) bool {
	tables, ok := child(raw, "terminals")
	if !ok {
		return false
	}
	table, ok := child(tables, identity)
	if !ok {
		return false
	}
	delete(table, "terminal")
	delete(table, "marks")
	if c.Terminal != "" {
		table["terminal"] = c.Terminal
	}
	if c.Marks != nil {
		table["marks"] = *c.Marks
	}
	return true
}

// child is the table of that name in another, made where there is none.
func child(in map[string]any, name string) (map[string]any, bool) {
	if in[name] == nil {
		in[name] = map[string]any{}
	}
	table, ok := in[name].(map[string]any)
	return table, ok
}

// editor changes a text of TOML.
type editor struct{ text string }

func (e *editor) splice(start, end int, with string) {
	e.text = e.text[:start] + with + e.text[end:]
}

// find is the last place for which ok holds.
func (e *editor) find(ok func(place) bool) (found place, yes bool) {
	for _, x := range scan(e.text) {
		if ok(x) {
			found, yes = x, true
		}
	}
	return found, yes
}

// ensure makes an empty table where there is none.
func (e *editor) ensure(table []string) {
	if _, ok := e.find(func(x place) bool { return starts(x.path, table) }); ok {
		return
	}
	if around, ok := e.inlineAround(table); ok {
		e.enter(around, table, "{}")
		return
	}
	e.begin(table)
}

// begin writes the header of a table at the end.
func (e *editor) begin(table []string) {
	e.endLine()
	if e.text != "" {
		e.text += e.lineEnd()
	}
	e.text += "[" + dotted(table) + "]" + e.lineEnd()
}

// set gives a key of a table that there is a value.
func (e *editor) set(leaf []string, value string) {
	is := func(x place) bool { return !x.header && slices.Equal(x.path, leaf) }
	if x, ok := e.find(is); ok {
		e.splice(x.value, x.end, value)
		return
	}
	if around, ok := e.inlineAround(leaf); ok {
		e.enter(around, leaf, value)
		return
	}
	table := leaf[:len(leaf)-1]
	last, ok := e.find(func(x place) bool { return !x.inline && slices.Equal(x.path[:x.section], table) })
	if !ok { // defined by dotted keys in a table around it
		last, ok = e.find(func(x place) bool { return !x.inline && x.section < len(table) && starts(x.path, table) })
	}
	if !ok {
		e.begin(table)
		e.text += dotted(leaf[len(table):]) + " = " + value + e.lineEnd()
		return
	}
	indent := ""
	if !last.header {
		line := strings.LastIndexByte(e.text[:last.start], '\n') + 1
		indent = e.text[line:last.start]
	}
	at := last.next
	if at == len(e.text) {
		e.endLine()
		at = len(e.text)
	}
	e.splice(at, at, indent+dotted(leaf[last.section:])+" = "+value+e.lineEnd())
}

// remove takes away a key, if it is there.
func (e *editor) remove(leaf []string) {
	x, ok := e.find(func(x place) bool { return !x.header && slices.Equal(x.path, leaf) })
	switch {
	case !ok:
	case x.inline:
		e.leave(x)
	default:
		e.splice(strings.LastIndexByte(e.text[:x.start], '\n')+1, x.next, "")
	}
}

// inlineAround is the innermost inline table in which a path belongs.
func (e *editor) inlineAround(path []string) (place, bool) {
	return e.find(func(x place) bool {
		return !x.header && len(x.path) < len(path) && starts(path, x.path) && e.text[x.value:min(x.value+1, len(e.text))] == "{"
	})
}

// enter writes a key at the end of an inline table.
func (e *editor) enter(table place, path []string, value string) {
	text := dotted(path[len(table.path):]) + " = " + value
	last, ok := e.find(func(x place) bool { return x.inline && x.section == len(table.path) && within(x, table) })
	if ok {
		e.splice(last.end, last.end, ", "+text)
		return
	}
	e.splice(table.value, table.value+1, "{ "+text+" ")
}

// within reports whether a place stands in the value of another.
func within(x, table place) bool { return table.value < x.start && x.end < table.end }

// leave takes a key of an inline table away, with the comma that parted it
// from its neighbour.
func (e *editor) leave(x place) {
	start, end := x.start, x.end
	if next := strings.TrimLeft(e.text[end:], " \t"); strings.HasPrefix(next, ",") {
		end = len(e.text) - len(strings.TrimLeft(next[1:], " \t"))
	} else if before := strings.TrimRight(e.text[:start], " \t"); strings.HasSuffix(before, ",") {
		start = len(before) - 1
	}
	e.splice(start, end, "")
}

// lineEnd is how the text ends its lines.
func (e *editor) lineEnd() string {
	if i := strings.IndexByte(e.text, '\n'); i > 0 && e.text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// endLine ends the last line, if it is not.
func (e *editor) endLine() {
	if e.text != "" && !strings.HasSuffix(e.text, "\n") {
		e.text += e.lineEnd()
	}
}
