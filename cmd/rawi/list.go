package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
	"rawi/ui/table"
)

// listFormats are the ways to write the list of the library.
var listFormats = []struct {
	name, about string
	write       func(io.Writer, []listed, l10n.Language) error
}{
	{"table", "for readers: what a terminal gets", writeList},
	{"jsonl", "an article a line, as JSON: what a pipe gets", writeListJSON},
}

func listFormatNames() (names []string) {
	for _, f := range listFormats {
		names = append(names, f.name)
	}
	return names
}

// listed is an article of the list, and what was found in it where something was looked
// for.
type listed struct {
	store.Item
	found *store.Found
}

// listFilter is what the list is narrowed to.
type listFilter struct {
	unread bool
	search string
	title  string
}

func listCommand(s *settings) *cobra.Command {
	var filter listFilter
	var format string
	c := &cobra.Command{
		Use:   "list [WORD...]",
		Short: "List the articles of the library",
		Long: `list prints the articles of the library, the newest first: title, site, date, how far
they were read, and how many of their quotations are decided, guessed and unknown, where
they were read. With WORDs only those that have them all in their title or site.

--search looks in the texts of all articles, as / does in the reader, and adds where the
words stand first. The key L of the reader shows the same list.`,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, words []string) error {
			filter.title = strings.Join(words, " ")
			if format == "" {
				format = listFormats[1].name
				if paintable(terminalOutput()) {
					format = listFormats[0].name
				}
			}
			i := slices.Index(listFormatNames(), format)
			if i < 0 {
				return wrongUsage(l10n.NoSuchFormat, quoted(format), strings.Join(listFormatNames(), ", "))
			}
			library, err := s.open()
			if err != nil {
				return err
			}
			defer library.Close()
			all, err := filter.list(library)
			if err != nil {
				return err
			}
			return listFormats[i].write(c.OutOrStdout(), all, s.language)
		},
	}
	c.Flags().StringVar(&format, "format", "", "one of "+strings.Join(listFormatNames(), ", ")+" (default: table on a terminal, else jsonl)")
	c.Flags().BoolVar(&filter.unread, "unread", false, "only articles that were not read yet")
	c.Flags().StringVar(&filter.search, "search", "", "only articles whose text has these words")
	return c
}

// list is the articles of a library that pass the filter.
func (f *listFilter) list(library *store.Library) (all []listed, err error) {
	items, err := library.Shelf()
	if err != nil {
		return nil, err
	}
	found, err := f.find(library, len(items))
	if err != nil {
		return nil, err
	}
	words := strings.Fields(arabic.Fold(f.title))
	for _, item := range items {
		key := arabic.Fold(item.Title + " " + item.Site)
		has := func(word string) bool { return strings.Contains(key, word) }
		if f.unread && item.Read || slices.ContainsFunc(words, func(word string) bool { return !has(word) }) {
			continue
		}
		if one, ok := found[item.ID]; ok || f.search == "" {
			all = append(all, listed{item, one})
		}
	}
	return all, nil
}

// find is where the words that are looked for stand, by article.
func (f *listFilter) find(library *store.Library, most int) (map[string]*store.Found, error) {
	if f.search == "" {
		return nil, nil
	}
	for more := true; more; {
		var err error
		if more, err = library.Index(); err != nil {
			return nil, err
		}
	}
	all, _, err := library.Find(arabic.Pattern(f.search), max(1, most))
	found := make(map[string]*store.Found, len(all))
	for i := range all {
		found[all[i].Article] = &all[i]
	}
	return found, err
}

// listColumns are the columns of the table, and from which width of the terminal each is
// there.
var listColumns = []struct {
	head l10n.Word
	from int
	text func(*listed, l10n.Language) string
}{
	{head: l10n.TitleHead, text: (*listed).words},
	{head: l10n.SiteHead, from: 60, text: func(a *listed, _ l10n.Language) string { return isolatedText(itemOf(&a.Item).Site) }},
	{head: l10n.DateHead, text: func(a *listed, _ l10n.Language) string { return dateOf(itemOf(&a.Item).Date) }},
	{head: l10n.PercentHead, from: 50, text: (*listed).percent},
	{head: l10n.DecidedHead, from: 100, text: quotationsOf(model.StateDecided)},
	{head: l10n.GuessedHead, from: 100, text: quotationsOf(model.StateGuessed)},
	{head: l10n.UnknownHead, from: 100, text: quotationsOf(model.StateUnknown)},
}

// words is the title, and the words around what was found.
func (a *listed) words(language l10n.Language) string {
	title := printable.Text(cmp.Or(a.Title, language.Say(l10n.Untitled)))
	if a.found == nil || len(a.found.Places) == 0 {
		return title
	}
	const before, after = 5, 8 // words
	p := &a.found.Places[0]
	first, rest := strings.Fields(p.Excerpt[:p.At.Start]), strings.Fields(p.Excerpt[p.At.Start:])
	short := slices.Concat(first[max(0, len(first)-before):], rest[:min(len(rest), after)])
	return title + " · … " + printable.Text(strings.Join(short, " ")) + " …"
}

func (a *listed) percent(language l10n.Language) string {
	if n := itemOf(&a.Item).Percent; n > 0 {
		return language.Say(l10n.Percent, n)
	}
	return ""
}

// quotationsOf is how many quotations stand so, "" where they were not counted.
func quotationsOf(state model.DecisionState) func(*listed, l10n.Language) string {
	return func(a *listed, _ l10n.Language) string {
		if !a.Counted {
			return ""
		}
		return strconv.Itoa(a.Counts[state])
	}
}

// isolatedText is a text that runs in its own direction, whatever is around it (U+2068,
// U+2069).
func isolatedText(text string) string { return "\u2068" + printable.Text(text) + "\u2069" }

// writeList writes a table.
func writeList(w io.Writer, all []listed, language l10n.Language) error {
	var t table.Table
	t.Rows = make([][]string, len(all))
	width := tableWidth()
	for _, c := range listColumns {
		if width < c.from {
			continue
		}
		t.Head = append(t.Head, language.Say(c.head))
		for i := range all {
			t.Rows[i] = append(t.Rows[i], c.text(&all[i], language))
		}
	}
	return writeTables(w, []table.Table{t}, language)
}

// listedJSON is an article in JSON. What is not known is left out.
type listedJSON struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Site       string         `json:"site,omitempty"`
	Source     string         `json:"source,omitempty"`
	Published  time.Time      `json:"published,omitzero"`
	Fetched    time.Time      `json:"fetched"`
	Read       bool           `json:"read"`
	ReadAt     time.Time      `json:"read_at,omitzero"`
	Percent    int            `json:"percent"`
	Quotations map[string]int `json:"quotations,omitempty"`
	Found      *foundJSON     `json:"found,omitempty"`
}

type foundJSON struct {
	Count   int    `json:"count"`
	Excerpt string `json:"excerpt"`
}

func writeListJSON(w io.Writer, all []listed, _ l10n.Language) error {
	out := bufio.NewWriter(w)
	for _, a := range all {
		item := itemOf(&a.Item)
		line := listedJSON{ID: a.ID, Title: a.Title, Site: a.Site, Source: a.Source, Published: a.Published, Fetched: a.Fetched, Read: a.Read,
			ReadAt: a.At, Percent: item.Percent}
		if a.Counted {
			line.Quotations = map[string]int{"decided": a.Counts[model.StateDecided], "guessed": a.Counts[model.StateGuessed], "unknown": a.Counts[model.StateUnknown]}
		}
		if a.found != nil {
			line.Found = &foundJSON{a.found.Count, a.found.Places[0].Excerpt}
		}
		encoded, err := json.Marshal(line)
		if err != nil {
			return err
		}
		out.Write(printable.JSON(encoded))
		out.WriteByte('\n')
	}
	return out.Flush()
}
