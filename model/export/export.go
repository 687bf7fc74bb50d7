// Package export writes what rawi knows in exchange formats: the prediction of
// an article, one JSON object on one line ([Prediction]); and decisions as JSON
// Lines, which it also reads ([WriteDecisions], [ReadDecisions]).
//
// Inside rawi a position is a byte offset; in a prediction it is a count of
// Unicode code points from the start of [model.Article.Text], the unit of Python
// strings ([CodePoints] converts). Decisions keep their bytes, and say so.
package export
