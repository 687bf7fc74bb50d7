package take

import (
	"fmt"
	"slices"
	"strings"

	"rawi/ui/l10n"
)

// Form is how a quotation is written when it is copied: texts and fields in turn. The
// zero value is [Plain].
type Form struct {
	parts  []part
	escape *strings.Replacer // for what fields hold; nil for none
}

// part is a field with what stands before and after it, both left out where the field
// is empty; without a field it is what stands before.
type part struct {
	before, field, after string
}

// fields are what a template may name, in the order of their listing: the words in
// quotation marks if they are direct speech, the words alone, who spoke and as what, and
// the article's title, author, site, date (ISO 8601) and address.
var fields = []string{"quote", "text", "speaker", "role", "title", "author", "site", "date", "address"}

// builtIn are the forms that have a name.
var builtIn = []struct {
	name, template string
	escape         *strings.Replacer
}{
	{name: "plain", template: "{quote}{\n— |speaker|}{، |role|}{\n|title|}{\n|site|}{، |date|}{\n|address|}"},
	{name: "markdown", template: "> {quote}{\n>\n> — **|speaker|**}{، |role|}{\n>\n> [|title|]}{(<|address|>)}{، |site|}{، |date|}", escape: markdown},
	{name: "citation", template: "{quote}{، |speaker|}{، |role|}{. «|title|»}{، |author|}{، |site|}{، |date|}{، |address|}."},
}

// markdown writes text such that Markdown (CommonMark 0.31) shows it as it is, in a
// block quotation.
var markdown = strings.NewReplacer("\n", "\n> ", `\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`)

// Names are the names of the forms that have one.
func Names() (names []string) {
	for _, b := range builtIn {
		names = append(names, b.name)
	}
	return names
}

// Plain is the form that is used where none is chosen.
func Plain() Form { f, _ := Parse(builtIn[0].name); return f }

// Fault is what makes a text no form.
type Fault struct {
	What    string // the name or field that there is not, or the brace that nothing closes
	Nearest string // what may have been meant, "" for nothing
}

func (f *Fault) Error() string { return fmt.Sprintf("%s means nothing in a template", f.What) }

// Parse is the form of a name, or of a template: a text in which {field} stands for what
// the field holds and {before|field|after} for the same with two texts around it, all
// three left out where it is empty. {{ and }} are braces. The error is a [Fault].
func Parse(text string) (Form, error) {
	for _, b := range builtIn {
		if text == b.name {
			parts, err := parts(b.template)
			return Form{parts, b.escape}, err
		}
	}
	all, err := parts(text)
	if err == nil && !slices.ContainsFunc(all, func(p part) bool { return p.field != "" }) {
		err = &Fault{text, l10n.Nearest(text, Names())}
	}
	return Form{parts: all}, err
}

// parts cuts a template into its parts.
func parts(template string) (all []part, err error) {
	var text strings.Builder
	for rest := template; rest != ""; {
		at := strings.IndexAny(rest, "{}")
		if at < 0 {
			text.WriteString(rest)
			break
		}
		text.WriteString(rest[:at])
		brace := rest[at : at+1]
		rest = rest[at+1:]
		if strings.HasPrefix(rest, brace) {
			text.WriteString(brace)
			rest = rest[1:]
			continue
		}
		inside, after, closed := strings.Cut(rest, "}")
		if brace == "}" || !closed {
			return nil, &Fault{What: brace}
		}
		field, err := fieldOf(inside)
		if err != nil {
			return nil, err
		}
		all = append(all, part{before: text.String()}, field)
		text.Reset()
		rest = after
	}
	return append(all, part{before: text.String()}), nil
}

// fieldOf is what stands between braces.
func fieldOf(inside string) (part, error) {
	p := part{field: inside}
	if three := strings.Split(inside, "|"); len(three) == 3 {
		p = part{three[0], three[1], three[2]}
	}
	if !slices.Contains(fields, p.field) {
		return p, &Fault{"{" + inside + "}", l10n.Nearest(p.field, fields)}
	}
	return p, nil
}

// Fill is the form with what its fields hold.
func (f Form) Fill(holds map[string]string) string {
	if f.parts == nil {
		f = Plain()
	}
	var out strings.Builder
	for _, p := range f.parts {
		value := holds[p.field]
		if p.field != "" && value == "" {
			continue
		}
		if f.escape != nil {
			value = f.escape.Replace(value)
		}
		out.WriteString(p.before + value + p.after)
	}
	return out.String()
}
