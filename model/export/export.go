// Package export writes a reading in exchange formats.
package export
