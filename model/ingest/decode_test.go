package ingest

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	utf "golang.org/x/text/encoding/unicode"
)

func encode(t testing.TB, enc encoding.Encoding, text string) string {
	t.Helper()
	data, err := enc.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var (
	littleMarked = utf.UTF16(utf.LittleEndian, utf.UseBOM)
	bigMarked    = utf.UTF16(utf.BigEndian, utf.UseBOM)
	little       = utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	big          = utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
)

func TestDecode(t *testing.T) {
	windows := strings.ReplaceAll(report, "\n", "\r\n")
	plain := strings.Join(reportWords, " ")
	const french = "Le président a déclaré que « la forêt brûlait » près de la côte, à l'été."
	tests := []struct {
		name, data, text string
		broken           int
	}{
		{"UTF-8", report, report, 0},
		{"UTF-8 with a mark", "\xef\xbb\xbf" + report, report, 0},
		{"a second mark is text", "\xef\xbb\xbf\ufeffنص", "\ufeffنص", 0},
		{"line ends stay", windows, windows, 0},
		{"not normalised", "أ أ ﻻ", "أ أ ﻻ", 0},
		{"ASCII", "plain words\n", "plain words\n", 0},
		{"beyond the BMP", "💡 نص", "💡 نص", 0},
		{"U+FFFD of the file itself", "نص \ufffd", "نص \ufffd", 0},
		{"UTF-16LE with a mark", encode(t, littleMarked, report), report, 0},
		{"UTF-16BE with a mark", encode(t, bigMarked, report), report, 0},
		{"UTF-16LE", encode(t, little, report), report, 0},
		{"UTF-16BE", encode(t, big, report), report, 0},
		{"UTF-16LE, English", encode(t, little, "Hello world\n"), "Hello world\n", 0},
		{"UTF-16, beyond the BMP", encode(t, littleMarked, "💡 نص"), "💡 نص", 0},
		{"UTF-16, lone surrogate", "\xff\xfe\x27\x06\x00\xd8\x28\x06", "ا\ufffdب", 1},
		{"UTF-16, half a unit left", "\xff\xfe\x27\x06\x28", "ا\ufffd", 1},
		{"windows-1256", encode(t, charmap.Windows1256, report), report, 0},
		{"windows-1256, one sentence", encode(t, charmap.Windows1256, "قال الوزير نعم"), "قال الوزير نعم", 0},
		{"windows-1256 around Latin", encode(t, charmap.Windows1256, "CNN BBC AFP قال الوزير: no comment"), "CNN BBC AFP قال الوزير: no comment", 0},
		{"ISO-8859-6", encode(t, charmap.ISO8859_6, plain), plain, 0},
		{"UTF-8 with a broken byte", "قال \xff الوزير", "قال \ufffd الوزير", 1},
		{"UTF-8 cut in a letter", report[:len(report)-3], report[:len(report)-4] + "\ufffd", 1},
		{"UTF-8 cut in a long sequence", "نعم \xf0\x9f\x92", "نعم \ufffd", 1},
		{"UTF-8, a surrogate", "قال \xed\xa0\x80 نعم", "قال \ufffd\ufffd\ufffd نعم", 3},
		{"overlong", "قال \xc0\xaf نعم", "قال \ufffd\ufffd نعم", 2},
		{"French in latin-1", encode(t, charmap.ISO8859_1, french), toFFFD(french), 12},
		{"NUL and escape stay", "نص\x00 \x1b[31mأحمر", "نص\x00 \x1b[31mأحمر", 0},
	}
	for _, test := range tests {
		text, broken := newInput(test.data, "").decode(nil)
		if text != test.text || broken != test.broken {
			t.Errorf("%s: got %d broken in %.80q, want %d in %.80q", test.name, broken, text, test.broken, test.text)
		}
	}
}

// toFFFD is what becomes of latin-1 that is read as UTF-8.
func toFFFD(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return utf8.RuneError
		}
		return r
	}, text)
}

// Three words of Arabic are enough for windows-1256, eight to tell ISO-8859-6
// from it.
func TestArabicEncoding(t *testing.T) {
	tests := []struct {
		enc    encoding.Encoding
		fewest int
	}{{charmap.Windows1256, 3}, {charmap.ISO8859_6, 8}}
	random := rand.New(rand.NewSource(1))
	for _, test := range tests {
		for range 1000 {
			words := make([]string, test.fewest+random.Intn(40))
			for i := range words {
				words[i] = reportWords[random.Intn(len(reportWords))]
			}
			text := strings.Join(words, " ")
			if got, broken := newInput(encode(t, test.enc, text), "").decode(nil); got != text || broken != 0 {
				t.Fatalf("%v: got %q, want %q", test.enc, got, text)
			}
		}
	}
}

func TestNotArabic(t *testing.T) {
	tests := []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"French", charmap.Windows1252, "À l'été, la forêt brûlée près de la côte où naît le fleuve"},
		{"German", charmap.Windows1252, "Die Mädchen müssen früh über die große Brücke gehen"},
		{"Turkish", charmap.Windows1254, "Türkiye'nin güneydoğusunda yağış bekleniyor, öğleden sonra"},
		{"Russian", charmap.Windows1251, "Представитель министерства сообщил, что переговоры продолжатся завтра"},
		{"Russian", charmap.KOI8R, "Представитель министерства сообщил, что переговоры продолжатся завтра"},
		{"Greek", charmap.ISO8859_7, "Ο πρόεδρος δήλωσε ότι οι συνομιλίες θα συνεχιστούν αύριο"},
		{"Hebrew", charmap.Windows1255, "דובר המשרד אמר כי השיחות יימשכו מחר בבוקר"},
		{"Japanese", japanese.ShiftJIS, "大統領は明日も協議を続けると述べた"},
		{"Japanese", japanese.EUCJP, "大統領は明日も協議を続けると述べた"},
	}
	for _, test := range tests {
		data := encode(t, test.enc, test.text)
		for _, wrong := range []encoding.Encoding{charmap.Windows1256, charmap.ISO8859_6} {
			mojibake, _ := decodeWith(wrong, data)
			t.Logf("%s in %v: %.2f", test.name, test.enc, arabicness(mojibake))
		}
		text, broken := newInput(data, "").decode(nil)
		if broken == 0 || arabicEncoding(data) != nil {
			t.Errorf("%s in %v: got %q", test.name, test.enc, text)
		}
	}
}

// A few broken bytes do not make UTF-8 another encoding, wherever they are.
func TestBrokenUTF8StaysUTF8(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 200 {
		data := []byte(report)
		for range 1 + random.Intn(20) {
			data[random.Intn(len(data))] = byte(0x80 + random.Intn(0x80))
		}
		text, broken := newInput(string(data), "").decode(nil)
		if kept := strings.Count(text, "ا"); broken > 60 || kept < strings.Count(report, "ا")-20 {
			t.Fatalf("%d broken, %d alefs kept in %q", broken, kept, text)
		}
	}
}
