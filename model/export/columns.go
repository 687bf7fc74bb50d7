package export

import (
	"iter"
	"math"
	"slices"
	"time"
)

// RowSchema names the form of a row in flat files: see schema/quotation.json.
// Members may be added under this name; none gets another meaning or type.
const RowSchema = "rawi-quotation/1"

// Column is one fact of a [Row], in files where a quotation is one line.
type Column struct {
	Name  string // as files have it
	About string // what it holds, a phrase in English
	// Value is a string, an int, a float64, a bool, a [time.Time] or a []string; nil where there is
	// nothing to say.
	Value func(*Row) any
}

// quotationColumns are the facts of a quotation, articleColumns those of its article,
// which are the same in all its rows. A new fact is a row here, at the end, and one of
// the schema.
var quotationColumns = []Column{
	{"number", "which quotation of the article, from 1", func(r *Row) any { return r.Number }},
	{"quotation", "the words, as they stand in the text", func(r *Row) any { return r.Words }},
	{"kind", "speech, indirect, scare, title or other", func(r *Row) any { return r.Kind.String() }},
	{"direct", "whether they are the speaker's own words", func(r *Row) any { return r.Direct }},
	{"open", "the quotation mark before them", func(r *Row) any { return some(r.Open) }},
	{"close", "the quotation mark behind them", func(r *Row) any { return some(r.Close) }},
	{"speaker", "the name of who said it", func(r *Row) any { return ofParty(r.Speaker, func(p *Party) any { return p.Name }) }},
	{"speaker_id", "the key of that party, one in all articles", func(r *Row) any { return ofParty(r.Speaker, func(p *Party) any { return string(p.ID) }) }},
	{"speaker_type", "PER, ORG, GPE or ROLE", func(r *Row) any { return ofParty(r.Speaker, func(p *Party) any { return p.Kind.String() }) }},
	{"role", "what the speaker is called there", func(r *Row) any { return some(r.Role) }},
	{"mention", "the words that name the speaker there", func(r *Row) any { return ofWords(r.Mention, words) }},
	{"mention_start", "where, in code points", func(r *Row) any { return ofWords(r.Mention, start) }},
	{"mention_end", "up to before which code point", func(r *Row) any { return ofWords(r.Mention, end) }},
	{"cue", "the words that report it", func(r *Row) any { return ofWords(r.Cue, words) }},
	{"cue_start", "where, in code points", func(r *Row) any { return ofWords(r.Cue, start) }},
	{"cue_end", "up to before which code point", func(r *Row) any { return ofWords(r.Cue, end) }},
	{"addressee", "to whom it was said", func(r *Row) any { return ofParty(r.Addressee, func(p *Party) any { return p.Name }) }},
	{"state", "decided by a reader, guessed, or unknown where nobody knows the speaker", func(r *Row) any { return r.State() }},
	{"decided_by", "the reader", func(r *Row) any { return ofDecision(r, func(d *Decision) any { return d.Author }) }},
	{"decided_as", "adjudicator where the reader settled what others differ on", func(r *Row) any { return ofDecision(r, func(d *Decision) any { return some(d.As.String()) }) }},
	{"decided_at", "when", func(r *Row) any { return ofDecision(r, func(d *Decision) any { return d.Time }) }},
	{"decision", "the decision's ID", func(r *Row) any { return ofDecision(r, func(d *Decision) any { return d.ID }) }},
	{"moved", "whether it was decided on words that stood elsewhere and nobody confirmed it", func(r *Row) any { return ofDecision(r, func(d *Decision) any { return d.Moved }) }},
	{"certainty", "how sure the reader is: sure, likely or unsure", func(r *Row) any { return some(r.Certainty.String()) }},
	{"note", "the reader's note", func(r *Row) any { return some(r.Note) }},
	{"confidence", "how likely the guessed speaker is right, 0 to 1", func(r *Row) any { return ofGuess(r, math.Round(100*r.Confidence)/100) }},
	{"rule", "the rule of the guess", func(r *Row) any { return ofGuess(r, r.Reason.Rule.String()) }},
	{"clues", "what spoke most for another choice than the rule's", func(r *Row) any { return ofGuess(r, clues(r.Reason)) }},
	{"trigger", "the words that the rule goes by", func(r *Row) any { return ofGuess(r, some(r.Trigger)) }},
	{"start", "where the words stand in the text, in code points", func(r *Row) any { return r.CodePoints.Start }},
	{"end", "up to before which code point", func(r *Row) any { return r.CodePoints.End }},
	{"start_byte", "the same in bytes of UTF-8", func(r *Row) any { return r.Bytes.Start }},
	{"end_byte", "", func(r *Row) any { return r.Bytes.End }},
	{"start_utf16", "the same in units of UTF-16", func(r *Row) any { return r.UTF16.Start }},
	{"end_utf16", "", func(r *Row) any { return r.UTF16.End }},
	{"before", "what stands before the words", func(r *Row) any { return r.Before }},
	{"after", "and after them", func(r *Row) any { return r.After }},
}

var articleColumns = []Column{
	{"article", "the article in the library: SHA-256 of its text as rawi reads it", func(r *Row) any { return r.Article.ID }},
	{"name", "the article's file without its ending, - for a pipe", func(r *Row) any { return r.Article.Name }},
	{"title", "of the article", func(r *Row) any { return some(r.Article.Title) }},
	{"site", "the newspaper, agency or site", func(r *Row) any { return some(r.Article.Site) }},
	{"author", "who wrote the article", func(r *Row) any { return some(r.Article.Byline) }},
	{"section", "of the site", func(r *Row) any { return some(r.Article.Section) }},
	{"published", "when", func(r *Row) any { return someTime(r.Article.Published) }},
	{"address", "where", func(r *Row) any { return some(r.Article.Address) }},
	{"source", "where it was read: a path or an address", func(r *Row) any { return some(r.Article.Source) }},
	{"fetched", "when", func(r *Row) any { return someTime(r.Article.Fetched) }},
	{"language", "as its words tell, BCP 47", func(r *Row) any { return some(r.Article.Language) }},
	{"sha256", "of the text in which offsets count", func(r *Row) any { return r.Article.SHA256 }},
}

// columns is everything that flat files say of a quotation, in their order.
var columns = slices.Concat([]Column{{"schema", "the form of the row", func(*Row) any { return RowSchema }}}, quotationColumns, articleColumns)

// Columns is everything that flat files say of a quotation, in their order. What is
// long and the same in many rows, the text in which offsets count, is no column.
func Columns() iter.Seq[Column] { return slices.Values(columns) }

// State is "decided", "guessed" or "unknown".
func (r *Row) State() string {
	switch {
	case r.Decision != nil && !r.Decision.Moved:
		return "decided"
	case r.Kind.Spoken() && r.Speaker == nil:
		return "unknown"
	}
	return "guessed"
}

func some(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func someTime(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

func ofParty(p *Party, value func(*Party) any) any {
	if p == nil {
		return nil
	}
	return value(p)
}

func ofDecision(r *Row, value func(*Decision) any) any {
	if r.Decision == nil {
		return nil
	}
	return value(r.Decision)
}

func ofGuess(r *Row, value any) any {
	if r.Decision != nil || r.Speaker == nil {
		return nil
	}
	if list, ok := value.([]string); ok && len(list) == 0 {
		return nil
	}
	return value
}

func ofWords(w *Words, value func(*Words) any) any {
	if w == nil {
		return nil
	}
	return value(w)
}

func words(w *Words) any { return w.Words }
func start(w *Words) any { return w.CodePoints.Start }
func end(w *Words) any   { return w.CodePoints.End }
