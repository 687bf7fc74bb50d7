// Package shape chooses the contextual forms of Arabic letters for terminals
// that do not join them: presentation forms where Unicode has them
// (Forms-B and Forms-A), the letter itself where it has not.
package shape
