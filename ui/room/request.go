package room

import "rawi/model"

// Request is another article that the reader wants to see; the zero Request is none.
type Request struct {
	Name    string         // an address, a file or a folder
	Named   bool           // a page names that address; the reader did not type it
	Text    string         // an article that was pasted
	Article string         // the ID of one in the library
	Title   string         // of that one
	At      model.Span     // the words that are shown of that one, empty for where it was left
	Back    bool           // it is gone back to, where a jump led away
	Search  string         // what is looked for in it
	As      model.Capacity // in which the reader decides there
	Mend    bool           // the article that is shown, without what another program did to it
}

// Open is the effect that another article is shown.
func Open(r Request) Effect { return Effect{Open: r} }
