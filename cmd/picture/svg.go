package main

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	"github.com/charmbracelet/x/vt"
)

// A cell in pixels, and where letters stand in it.
const (
	cellWidth, cellHeight = 9, 19
	baseline              = 14
)

// The terminal's own colours.
var (
	ink   = color.Color(color.RGBA{0xd8, 0xd8, 0xd8, 0xff})
	paper = color.Color(color.RGBA{0x12, 0x12, 0x12, 0xff})
)

// Bits of the attributes of a cell, as the emulator keeps them.
const (
	bold = 1 << iota
	faint
	_
	_
	_
	reverse
)

// svg draws a screen. Each cell is placed by itself, so that no viewer joins,
// reorders or measures anything itself.
func svg(screen *vt.Emulator) string {
	var b strings.Builder
	w, h := screen.Width()*cellWidth, screen.Height()*cellHeight
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" `+
		`font-family="DejaVu Sans Mono, Noto Sans Mono, Menlo, Consolas, monospace" font-size="15" text-anchor="middle">`+"\n", w, h)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="%s"/>`+"\n", w, h, hex(paper))
	for y := range screen.Height() {
		for x := range screen.Width() {
			cell := screen.CellAt(x, y)
			if cell == nil || cell.Width == 0 {
				continue
			}
			fore, back := or(cell.Style.Fg, ink), or(cell.Style.Bg, paper)
			if cell.Style.Attrs&reverse != 0 {
				fore, back = back, fore
			}
			left, top := x*cellWidth, y*cellHeight
			if back != paper {
				fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", left, top, cell.Width*cellWidth, cellHeight, hex(back))
			}
			if cell.Style.Underline != 0 {
				fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="1" fill="%s"/>`+"\n", left, top+baseline+3, cell.Width*cellWidth, hex(fore))
			}
			if strings.TrimSpace(cell.Content) == "" {
				continue
			}
			if lines, ok := boxes[cell.Content]; ok {
				fmt.Fprintf(&b, `<path d="%s" transform="translate(%d %d)" stroke="%s"/>`+"\n", lines, left, top, hex(fore))
				continue
			}
			fmt.Fprintf(&b, `<text x="%g" y="%d" fill="%s"%s>%s</text>`+"\n", float64(left)+float64(cell.Width*cellWidth)/2,
				top+baseline, hex(fore), weight(cell.Style.Attrs), html.EscapeString(cell.Content))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// boxes are the box-drawing characters as paths, which meet whatever the font.
var boxes = func() map[string]string {
	const up, down, left, right = "M4.5 0V9.5", "M4.5 9.5V19", "M0 9.5H4.5", "M4.5 9.5H9"
	return map[string]string{
		"│": up + down, "─": left + right, "┼": up + down + left + right,
		"┌": down + right, "┐": down + left, "└": up + right, "┘": up + left,
		"├": up + down + right, "┤": up + down + left, "┬": down + left + right, "┴": up + left + right,
	}
}()

func weight(attributes uint8) string {
	switch {
	case attributes&bold != 0:
		return ` font-weight="bold"`
	case attributes&faint != 0:
		return ` opacity="0.7"`
	}
	return ""
}

func or(c, otherwise color.Color) color.Color {
	if c == nil {
		return otherwise
	}
	return c
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
