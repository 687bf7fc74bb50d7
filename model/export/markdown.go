package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rawi/model/printable"
)

// writeMarkdown writes an article as a note for Obsidian: its facts as front matter (YAML),
// then each quotation as a block quotation with who said it, in what role, how that is known
// and where it stands; ^q1 names it for links. lang and dir are those of pandoc, direction
// that of Obsidian's plugin for right-to-left notes.
func writeMarkdown(out *output, t *Table, _ Options) error {
	a := &t.Article
	out.WriteString("---\n")
	frontMatter(out, t)
	fmt.Fprintf(out, "---\n\n# %s\n", markdownText(cmp.Or(a.Title, a.Name)))
	for r := range t.Rows() {
		out.WriteString("\n")
		for _, line := range strings.Split(markdownLines(r.Words), "\n") {
			out.WriteString("> " + line + "\n")
		}
		fmt.Fprintf(out, "\n— %s", r.attribution(markdownText))
		out.WriteString("، " + markdownLink(cmp.Or(a.Title, a.Name), a.Address))
		fmt.Fprintf(out, " ^q%d\n", r.Number)
		if r.Note != "" {
			fmt.Fprintf(out, "\n%s\n", markdownText(r.Note))
		}
	}
	return nil
}

func frontMatter(out *output, t *Table) {
	a := &t.Article
	line := func(name string, value any) {
		if value != "" {
			encoded, _ := out.encode(value) // strings and lists of them
			out.WriteString(name + ": ")
			out.escaped([]byte(printable.Pictures(string(encoded)))) // YAML holds no U+FFFE
			out.WriteString("\n")
		}
	}
	line("title", cmp.Or(a.Title, a.Name))
	line("author", a.Byline)
	line("site", a.Site)
	line("section", a.Section)
	if !a.Published.IsZero() {
		line("date", w3cTime(a.Published))
	}
	line("address", a.Address)
	line("source", a.Source)
	line("article", a.ID)
	line("sha256", a.SHA256)
	line("lang", a.Language)
	line("dir", "rtl")
	line("direction", "rtl")
	var speakers []string
	counts := map[string]int{}
	for r := range t.Rows() {
		counts[r.State()]++
		if r.Speaker != nil && !slices.Contains(speakers, r.Speaker.Name) {
			speakers = append(speakers, r.Speaker.Name)
		}
	}
	line("speakers", append([]string{}, speakers...))
	for _, state := range states {
		fmt.Fprintf(out, "%s: %d\n", state, counts[state])
	}
}

// states are the values of [Row.State].
var states = []string{"decided", "guessed", "unknown"}

// markdownText is text on one line that no reader of Markdown, Obsidian's among them, takes
// for markup.
func markdownText(s string) string {
	return markdownLine(strings.Join(strings.Fields(s), " "))
}

// markdownLines is text with its line ends, each a hard break, without blank lines.
func markdownLines(s string) string {
	var b strings.Builder
	lines := strings.FieldsFunc(strings.ReplaceAll(s, "\r\n", "\n"), func(r rune) bool { return r == '\n' || r == '\r' })
	for i, line := range lines {
		if i > 0 {
			b.WriteString("  \n")
		}
		b.WriteString(markdownLine(strings.TrimSpace(line)))
	}
	return b.String()
}

// markdownSigns mean something in Markdown or Obsidian wherever they stand.
const markdownSigns = "\\`*_[]<>|~$^#&=%{}@"

func markdownLine(s string) string {
	var b strings.Builder
	s = printable.Pictures(s)
	if n := len(s) - len(strings.TrimLeft(s, "0123456789")); n < len(s) && strings.ContainsRune("+-:.)", rune(s[n])) && (n > 0 || s[0] != '.' && s[0] != ')') {
		b.WriteString(s[:n] + "\\") // else the sign of a list, a number of one, or a definition
		s = s[n:]
		b.WriteByte(s[0])
		s = s[1:]
	}
	for _, r := range s {
		switch {
		case r == 0x85: // HTML has another character for its reference
			b.WriteByte(' ')
		case printable.Steers(r):
			fmt.Fprintf(&b, "&#x%X;", r)
		case strings.ContainsRune(markdownSigns, r):
			b.WriteString("\\" + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func markdownLink(text, address string) string {
	if address == "" {
		return markdownText(text)
	}
	return "[" + markdownText(text) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C").Replace(address) + ">)"
}
