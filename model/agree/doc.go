// Package agree says how much authors agree: on which words are quotations and
// mentions (F1 of spans), and on what the quotations are and who said them (Cohen's
// kappa, Krippendorff's alpha).
//
// A coder is an author; a unit is a quotation that authors have decided on, wherever
// each of them says that it begins and ends ([rawi/model.Poll]).
package agree
