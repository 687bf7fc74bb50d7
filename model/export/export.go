// Package export writes a reading in exchange formats: at present the
// prediction of an article, one JSON object on one line ([Prediction]).
//
// Inside rawi a position is a byte offset; in every format of this package it
// is a count of Unicode code points from the start of [model.Article.Text],
// the unit of Python strings ([CodePoints] converts).
package export
