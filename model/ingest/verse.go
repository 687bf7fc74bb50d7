package ingest

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/ingest/page"
)

// poems are words of class by which a poem is known.
var poems = []string{"poem", "poetry", "poems", "verse", "verses", "bayt", "bait", "bayts", "beit", "qasida", "sher", "shir", "sadr", "hemistich", "hemistichs"}

// longestHalf is how many bytes a hemistich has at most.
const longestHalf = 160

// verse writes an element of a poem that holds two hemistichs on one line; false for
// another element.
func (w *writer) verse(n *html.Node) bool {
	if n.Type != html.ElementNode || !inPoem(n) {
		return false
	}
	var halves []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch text := strings.Join(strings.Fields(textOf(c)), " "); {
		case c.Type == html.CommentNode || strings.Trim(text, " .…*") == "":
		case c.Type == html.ElementNode && page.Tag(c) != atom.Br && len(text) <= longestHalf && strings.Contains(text, " "):
			halves = append(halves, unescapeLeft(text))
		default:
			return false
		}
	}
	if len(halves) != 2 || nested(n) {
		return false
	}
	w.endLine(model.VerseBlock)
	w.paragraph(halves[0]+model.Caesura+halves[1], model.VerseBlock)
	return true
}

// nested reports whether elements of elements have both halves of verses: the poem, not
// one verse.
func nested(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		elements := 0
		for d := c.FirstChild; d != nil; d = d.NextSibling {
			if d.Type == html.ElementNode && strings.Contains(strings.TrimSpace(textOf(d)), " ") {
				elements++
			}
		}
		if elements > 1 {
			return true
		}
	}
	return false
}

func inPoem(n *html.Node) bool {
	const far = 3
	for i := 0; n != nil && i < far; i++ {
		if n.Type == html.ElementNode && page.Named(n, poems) {
			return true
		}
		n = n.Parent
	}
	return false
}

// caesura is what people write between two hemistichs.
var caesura = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("[ \u00a0]*(?:\\*{2,}|\u00a0{4,}|[ \u00a0]\\.{3,}[ \u00a0]|={2,}|#{2,})[ \u00a0]*")
})

// hemistichs is a line of two hemistichs, with [model.Caesura] between them. Each has two
// to eight words.
func hemistichs(line string) (string, bool) {
	if len(line) > 2*longestHalf {
		return "", false
	}
	parts := caesura().Split(line, 3)
	if len(parts) != 2 {
		return "", false
	}
	for _, half := range parts {
		if n := len(strings.Fields(half)); n < 2 || n > 8 || fullStop(half) {
			return "", false
		}
	}
	return parts[0] + model.Caesura + parts[1], true
}
