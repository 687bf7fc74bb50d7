package ingest

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// How many bytes at the beginning are used to guess an encoding. A few are enough
// for UTF-16; in an HTML page Arabic may begin late.
const (
	wideSample   = 4 << 10
	arabicSample = 64 << 10
)

// wide reports whether data is UTF-16, and returns its byte order and the size of
// its byte order mark in bytes.
func wide(data string) (order utf.Endianness, mark int, ok bool) {
	switch {
	case strings.HasPrefix(data, "\xff\xfe"):
		return utf.LittleEndian, 2, true
	case strings.HasPrefix(data, "\xfe\xff"):
		return utf.BigEndian, 2, true
	}
	order, ok = plainlyUTF16(data[:min(len(data), wideSample)])
	return order, 0, ok
}

// decodeUTF8 replaces invalid bytes as Unicode recommends (chapter 3.9): one
// U+FFFD for the longest valid beginning of a character. It returns the number
// of replacements.
func decodeUTF8(data string) (string, int) {
	text, broken := decodeWith(utf.UTF8, data)
	return text, broken - strings.Count(data, "\uFFFD")
}

// decodeWith decodes data and counts every U+FFFD of the result as broken.
func decodeWith(enc encoding.Encoding, data string) (string, int) {
	var size byteCount // first, so that the text takes no more than it needs
	if _, err := io.Copy(&size, transform.NewReader(strings.NewReader(data), enc.NewDecoder())); err != nil {
		text := strings.ToValidUTF8(data, "\uFFFD") // these decoders replace invalid bytes; none fails today
		return text, strings.Count(text, "\uFFFD")
	}
	var out strings.Builder
	out.Grow(int(size))
	_, _ = io.Copy(&out, transform.NewReader(strings.NewReader(data), enc.NewDecoder())) // as before
	text := out.String()
	return text, strings.Count(text, "\uFFFD")
}

// byteCount counts what is written to it.
type byteCount int

func (c *byteCount) Write(p []byte) (int, error) {
	*c += byteCount(len(p))
	return len(p), nil
}

// plainlyUTF16 reports whether data without a byte order mark is UTF-16, and in
// which byte order: nine tenths of its units are ASCII or Arabic that way, and
// there is a space or a line end. No text in a single-byte encoding or in UTF-8
// does this.
func plainlyUTF16(data string) (utf.Endianness, bool) {
	for _, order := range [...]utf.Endianness{utf.LittleEndian, utf.BigEndian} {
		high, low := 1, 0
		if order == utf.BigEndian {
			high, low = 0, 1
		}
		units, fit, blanks := len(data)/2, 0, 0
		for i := 0; i < 2*units; i += 2 {
			switch unit := rune(data[i+high])<<8 | rune(data[i+low]); {
			case unit == ' ', unit == '\n':
				blanks++
				fit++
			case '\t' <= unit && unit <= '~', unicode.Is(unicode.Arabic, unit):
				fit++
			}
		}
		if blanks > 0 && 10*fit >= 9*units {
			return order, true
		}
	}
	return utf.LittleEndian, false
}

// mostlyUTF8 reports whether data is UTF-8 with a few invalid bytes: more
// multi-byte characters are valid than not. In windows-1256 only a letter before
// a mark such as «،» looks like a valid one.
func mostlyUTF8(data string) bool {
	whole, broken := 0, 0
	for _, r := range data {
		switch {
		case r == utf8.RuneError:
			broken++
		case r >= utf8.RuneSelf:
			whole++
		}
	}
	return whole > broken
}

// arabicEncoding returns the single-byte encoding in which data is certainly
// Arabic, or nil.
func arabicEncoding(data string) encoding.Encoding {
	var best encoding.Encoding
	score := surelyArabic
	for _, enc := range [...]encoding.Encoding{charmap.Windows1256, charmap.ISO8859_6} {
		text, _ := decodeWith(enc, data[:min(len(data), arabicSample)])
		if s := arabicness(text); s > score {
			best, score = enc, s
		}
	}
	return best
}

// surelyArabic is the arabicness above which a text is taken for Arabic. Real
// Arabic scores 0.8, a few rare words 0.5; other languages and the wrong Arabic
// encoding stay under 0.3.
const surelyArabic = 0.4

// foreignWeight is the number of rare Arabic letters that count as much as one
// foreign letter.
const foreignWeight = 10

// common are the letters that make up four fifths of Arabic text. In a wrong
// encoding the rarer ones are as frequent.
const common = "اليمونرتبةهدعس"

// arabicness returns how likely it is that a decoded text is Arabic, from 0 to 1:
// the share of the common letters among the Arabic ones, lowered by each letter
// that is foreign: neither Arabic nor ASCII, or Latin and Arabic in one word,
// which is what French, Russian or another Arabic encoding turn into.
func arabicness(text string) float64 {
	var arabic, frequent, foreign int
	var previous rune // letter, 0 at the start of a word
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ':
			continue
		case r == utf8.RuneError:
			foreign++
			r = 0
		case !unicode.IsLetter(r):
			r = 0
		case unicode.Is(unicode.Arabic, r):
			arabic++
			if strings.ContainsRune(common, r) {
				frequent++
			}
			if previous != 0 && !unicode.Is(unicode.Arabic, previous) {
				foreign++
			}
		case r >= utf8.RuneSelf || previous != 0 && unicode.Is(unicode.Arabic, previous):
			foreign++
		}
		previous = r
	}
	if arabic < 2 {
		return 0
	}
	return float64(frequent) / float64(arabic+foreignWeight*foreign)
}
