package paint

import (
	"strings"

	"rawi/ui/theme"
)

// pen writes rows of cells as the terminal must get them. All SGR sequences are
// written here.
type pen struct {
	sequences map[theme.Look]string // that begin a look
	row       []piece
	out       []byte
}

// append appends a row of the screen.
func (p *pen) append(dst []byte, painter Painter, cells []piece) []byte {
	p.row = p.row[:0]
	for i := range cells {
		if cells[i].text != "" {
			p.row = append(p.row, cells[i])
		}
	}
	row := encoders[painter.Order](painter.Theme, p.row)
	separate := painter.separates()
	var look theme.Look
	address := ""
	for i := range row {
		if row[i].address != address {
			address = row[i].address
			dst = append(dst, hyperlink(address)...)
		}
		if c := &row[i]; c.look != look {
			if look != (theme.Look{}) {
				dst = append(dst, theme.Reset...)
			}
			dst = append(dst, p.sequence(c.look)...)
			look = c.look
		}
		if separate && i > 0 && (row[i].apart || row[i-1].apart) {
			dst = append(dst, lrm...)
		}
		dst = append(dst, row[i].text...)
	}
	if look != (theme.Look{}) {
		dst = append(dst, theme.Reset...)
	}
	if address != "" {
		dst = append(dst, hyperlink("")...)
	}
	return dst
}

// hyperlink begins a link to an address, "" ends one.
func hyperlink(address string) string { return "\x1b]8;;" + address + "\x1b\\" }

// linkable is an address if the sequence takes it, which is visible ASCII (OSC 8,
// "Encoding"), else "".
func linkable(address string) string {
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return ""
	}
	return address
}

// sequence is the SGR sequence that begins a look.
func (p *pen) sequence(look theme.Look) string {
	s, ok := p.sequences[look]
	if !ok {
		if p.sequences == nil {
			p.sequences = map[theme.Look]string{}
		}
		s = look.Sequence()
		p.sequences[look] = s
	}
	return s
}
