// Package export writes what rawi knows, in the formats of one table ([Formats]):
// articles with what is known of them, from [model.Reading]s, and decisions as
// JSON Lines, which it also reads ([WriteDecisions], [EachDecision]).
//
// All that is written of an article is taken from one value, the [Table] of its
// quotations, whose [Row]s say everything about a quotation. To add a format, write a
// function that writes a table and give it a row in formats; rawi export, its help and
// its completion list it from there.
//
// Inside rawi a position is a byte offset; in what is written of an article it is a
// [Place]: bytes, code points (the unit of Python strings) and units of UTF-16 (that of
// Java and JavaScript) of [Article.Text], the text as it stands in the input.
package export
