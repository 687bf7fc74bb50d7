// Package learn is linear models: what is judged is described by features, each
// feature has learned weights, and their sums say which choice is the likeliest.
//
//   - [Chain] labels the steps of a sequence: which words are names.
//   - [Ranker] chooses one of several candidates: who speaks.
//   - [Calibration] says how often a score is right.
//
// A linear model says what it has learned: each weight belongs to one feature,
// which has words. It knows nothing of Arabic; whoever asks names the features.
//
// Training is deterministic: the same examples, options and seed give the same
// bytes. What it gives is quantised and searched where it lies (see [Weights]), so
// models that are embedded in the program take no time to load, and what is
// measured is what is kept.
package learn
