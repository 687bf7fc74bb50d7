package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misreadings are the encodings in which bytes were read that were of another: what the
// text's characters were as bytes tells what they should have been.
var misreadings = [...]*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1256}

// isMojibake reports whether a text is Arabic that was read in a wrong encoding.
func isMojibake(text string) bool { return mendMojibake(text) != text }

// mendMojibake is the text that was meant; the text itself if it is none.
func mendMojibake(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return text
	}
	for _, read := range misreadings {
		data, ok := bytesIn(text, read)
		if !ok {
			continue
		}
		if meant, ok := meantBy(data, read); ok {
			return meant
		}
	}
	return text
}

// lostShare is how many characters of a thousand may be such as the wrong encoding does
// not have: what was added to the text later.
const lostShare = 20

// bytesIn are the bytes that gave a text when they were read in an encoding. Bytes without a
// character in windows-1252 and 1256 were kept as controls by most programs.
func bytesIn(text string, read *charmap.Charmap) (data string, ok bool) {
	var out strings.Builder
	all, lost := 0, 0
	for _, r := range text {
		if r < utf8.RuneSelf {
			out.WriteByte(byte(r))
			continue
		}
		all++
		b, ok := read.EncodeRune(r)
		switch {
		case ok:
			out.WriteByte(b)
		case r < 0xa0:
			out.WriteByte(byte(r))
		default:
			lost++
			out.WriteString(string(r))
		}
	}
	return out.String(), 1000*lost <= lostShare*all
}

// meantBy is the text that bytes are in the encoding that they are of: UTF-8, or
// windows-1256 where they were read as Latin.
func meantBy(data string, read *charmap.Charmap) (meant string, ok bool) {
	if text, broken := decodeUTF8(data); 50*broken <= strings.Count(text, "")-1 && arabicLetters(text) && mostlyUTF8(data) {
		return text, true
	}
	if read == charmap.Windows1256 {
		return "", false
	}
	text, _ := decodeWith(charmap.Windows1256, data)
	return text, arabicness(text) > surelyArabic
}

// arabicLetters reports whether a text has words in Arabic.
func arabicLetters(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.Is(unicode.Arabic, r) {
			n++
		}
	}
	return n >= minWords
}
