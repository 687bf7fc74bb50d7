package take

import "rawi/ui/terminal"

// Most is how many bytes of text a terminal may be sent by OSC 52: those that make a
// sequence of 100,000 bytes with "ESC ] 52 ; c ;", base64 and BEL, which is what hterm
// sends at most (hterm/etc/osc52.sh, OSC_52_MAX_SEQUENCE), and many after it.
const Most = (100_000 - len("\x1b]52;c;") - len("\a")) / 4 * 3

// Way is where a copy goes.
type Way struct {
	Clipboard bool // by OSC 52
	File      bool
	TooLong   bool // for the clipboard
}

// WayOf is the way of a text of some bytes: into the clipboard where the terminal takes
// it, into a file where not, and into both where nobody knows.
func WayOf(c terminal.Clipboard, bytes int) Way {
	if bytes > Most {
		return Way{File: true, TooLong: true}
	}
	return Way{Clipboard: c != terminal.RefusesCopies, File: c != terminal.TakesCopies}
}
