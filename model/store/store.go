// Package store is the library: articles, the readers' decisions and where the
// reader stopped, in one SQLite file.
package store
