// Package export writes what rawi knows, in the formats of one table ([Formats]):
// articles with what is known of them, from [model.Reading]s, and decisions as
// JSON Lines, which it also reads ([WriteDecisions], [EachDecision]).
//
// To add a format, write a function that ranges over readings and writes each,
// and give it a row in formats; rawi export, its help and its completion list it
// from there.
//
// Inside rawi a position is a byte offset; in what is written of an article it is
// a count of Unicode code points from the start of [model.Article.Text], the unit
// of Python strings ([CodePoints] converts). Decisions keep their bytes, and say so.
package export
