package ingest

import "strings"

// A tree takes many times the bytes of the text that it is made of where that is nearly all
// tags. What is estimated here bounds the memory of every format: at most [roomShare] times
// an input goes into a tree, and a small input has [roomBytes].
const (
	elementCost   = 900 // bytes of an element with its text in a tree of a page, in the copy that readability changes, and in what is known of it
	bareCost      = 300 // in a tree alone
	attributeCost = 128
	memberCost    = 600 // of an object of JSON
	valueCost     = 64  // of a value in one

	roomShare = 5
	roomBytes = 5 << 20
)

// room is how many bytes a tree may take that is made of an input of a size.
func room(size int) int { return roomShare*size + roomBytes }

// treeCost estimates how many bytes a tree of some markup takes, if an element takes so
// many. most is how many attributes the tag has that has most of them.
func treeCost(markup string, element int) (cost, most int) {
	for tag := range tags(markup) {
		cost += element + tag.attributes*attributeCost
		most = max(most, tag.attributes)
	}
	return cost + len(markup), most
}

// crowded reports whether markup has so many elements that no tree is made of it. size is
// that of the input it stands in.
func crowded(markup string, size, element int) bool {
	cost, _ := treeCost(markup, element)
	return cost > room(size)
}

// tag is where a tag stands, as byte offsets, and how many attributes it has.
type tag struct{ start, end, attributes int }

// raws are what opens something without tags in it, with its end.
var raws = [...]struct{ opening, closing string }{{"<script", "</script"}, {"<style", "</style"}, {"<![CDATA[", "]]>"}, {"<!--", "-->"}}

// tags yields the tags of some markup that open something, comments among them.
func tags(markup string) func(yield func(tag) bool) {
	return func(yield func(tag) bool) {
		for at := 0; ; {
			next := strings.IndexByte(markup[at:], '<')
			if next < 0 || at+next+1 >= len(markup) {
				return
			}
			at += next
			if c := markup[at+1]; !letterByte(c) && c != '!' && c != '?' {
				at++
				continue
			}
			t := tag{start: at, end: rawEnd(markup, at)}
			if c := markup[at+1]; letterByte(c) {
				end := t.end
				t = tagAt(markup, at)
				t.end = max(t.end, end)
			}
			if !yield(t) {
				return
			}
			at = max(t.end, at+1)
		}
	}
}

// rawEnd is the end of what a tag opens that has no tags in it, 0 for another one.
func rawEnd(markup string, start int) int {
	for _, raw := range raws {
		if hasPrefixFold(markup[start:], raw.opening) {
			return indexFold(markup, raw.closing, start+len(raw.opening))
		}
	}
	return 0
}

func letterByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// indexFold is where a part that begins with < or ] stands from a byte on, the text's length where
// it does not.
func indexFold(text, part string, from int) int {
	for at := min(from, len(text)); ; at++ {
		next := strings.IndexByte(text[at:], part[0])
		if next < 0 {
			return len(text)
		}
		if at += next; hasPrefixFold(text[at:], part) {
			return at
		}
	}
}

const tagBlanks = " \t\r\n\f/"

// tagAt reads the tag at a byte: HTML, 13.2.5.32 to 13.2.5.40.
func tagAt(markup string, start int) tag {
	t := tag{start: start}
	at := indexAny(markup, tagBlanks+">", start+1)
	for {
		for at < len(markup) && strings.IndexByte(tagBlanks, markup[at]) >= 0 {
			at++
		}
		if at >= len(markup) || markup[at] == '>' {
			t.end = min(at+1, len(markup))
			return t
		}
		t.attributes++
		at = attributeEnd(markup, at)
	}
}

// attributeEnd is the end of the attribute at a byte.
func attributeEnd(markup string, at int) int {
	at = indexAny(markup, tagBlanks+">=", at+1)
	value := at
	for value < len(markup) && strings.IndexByte(tagBlanks, markup[value]) >= 0 && markup[value] != '/' {
		value++
	}
	if value >= len(markup) || markup[value] != '=' {
		return at
	}
	value++
	for value < len(markup) && strings.IndexByte(tagBlanks, markup[value]) >= 0 {
		value++
	}
	if value < len(markup) && (markup[value] == '"' || markup[value] == '\'') {
		if end := strings.IndexByte(markup[value+1:], markup[value]); end >= 0 {
			return value + 1 + end + 1
		}
		return len(markup)
	}
	return indexAny(markup, " \t\r\n\f>", value)
}

func indexAny(text, chars string, from int) int {
	for at := min(from, len(text)); at < len(text); at++ {
		if strings.IndexByte(chars, text[at]) >= 0 {
			return at
		}
	}
	return len(text)
}

// maxAttributes is how many attributes a tag keeps.
const maxAttributes = 256

// fewAttributes is markup in which no tag has more than maxAttributes attributes: what reads tags
// holds all of one at once.
func fewAttributes(markup string) string {
	if _, most := treeCost(markup, 0); most <= maxAttributes {
		return markup
	}
	var out strings.Builder
	end := 0
	for t := range tags(markup) {
		if t.attributes <= maxAttributes {
			continue
		}
		at := indexAny(markup, tagBlanks+">", t.start+1)
		for range maxAttributes {
			for at < t.end && strings.IndexByte(tagBlanks, markup[at]) >= 0 {
				at++
			}
			at = attributeEnd(markup, at)
		}
		out.WriteString(markup[end:at])
		end = max(tagAt(markup, t.start).end-1, at)
	}
	out.WriteString(markup[end:])
	return out.String()
}

// valuesCost estimates how many bytes the values of some JSON take.
func valuesCost(data string) (cost int) {
	quoted := false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			cost += memberCost
		case c == ',':
			cost += valueCost
		}
	}
	return cost + len(data)
}
