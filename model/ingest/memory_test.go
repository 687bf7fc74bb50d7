package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
)

// hostile are beginnings and pieces of inputs that would take many times their size: nearly all
// of each is marks. Of a name with an extension the piece is repeated up to the size.
var hostile = []struct{ name, start, piece, end string }{
	{"paragraphs.html", "<html><body>", "<p>a", ""},
	{"inline.html", "<html><body>", "<i>a</i>", ""},
	{"open.html", "<html><body>", "<div>", ""},
	{"misnested.html", "<html><body>", "<b><p></b>", ""},
	{"breaks.html", "<html><body>", "a<br>", ""},
	{"attributes.html", "<html><body>", "<p a b c d e f g h i j k l m>ا", ""},
	{"one tag.html", "<html><body><p ", "a=1 ", ">b"},
	{"classes.html", "<html><body>", `<p class="a b c d e f g h i j">ا`, ""},
	{"references.html", "<html><body>", "&amp;quot;", ""},
	{"comments.html", "<html><body>", "<!--a--><p>", ""},
	{"cells.html", "<html><body><table>", "<tr><td>a<td>b", ""},
	{"items.html", "<html><body><ul>", "<li>a", ""},
	{"articles.html", "<html><body>", "<article>a</article>", ""},
	{"headings.html", "<html><body>", "<h1>ا</h1>", ""},
	{"long paragraphs.html", "<html><body>", "<p>" + sentenceA + sentenceB + sentenceA + "</p>\n", ""},
	{"one paragraph.html", "<html><body><p>", sentenceA + " ", ""},
	{"values.html", `<html><body><script type="application/ld+json">[`, "{},", "1]</script><p>a"},
	{"lines.html", `<html><body><script type="application/ld+json">{"@type":"Article","articleBody":"`, `ا\n`, `"}</script><p>a`},
	{"items.md", "", "- a\n", ""},
	{"numbers.md", "", "1. a\n", ""},
	{"headings.md", "", "# a\n", ""},
	{"links.md", "", "[a](b)\n", ""},
	{"images.md", "", "![a](b)\n", ""},
	{"emphasis.md", "", "*a*\n", ""},
	{"open emphasis.md", "", "*a\n", ""},
	{"brackets.md", "", "[a\n", ""},
	{"definitions.md", "", "[a]: b\n", ""},
	{"quotations.md", "", "> a\n\n", ""},
	{"nested.md", "", strings.Repeat(">", 60) + " a\n\n", ""},
	{"html.md", "", "<b>a</b> ", ""},
	{"blocks.md", "", "<div>\n\n", ""},
	{"code.md", "", "`a`\n", ""},
	{"rules.md", "", "---\n", ""},
	{"rows.md", "", "| a | b |\n", ""},
	{"lines.txt", "", "a\n", ""},
	{"cut lines.txt", "", "قال الوزير إن الجسر سيفتح غدا أمام الناس وإن\nالطريق\n", ""},
	{"references.txt", "", "&quot;", ""},
	{"text.txt", "", sentenceA + " ", ""},
	{"windows-1256.txt", "", "\xc7\n", ""},
	{"windows-1256.html", "<html><meta charset=windows-1256><body>", "<p>\xc7\xe1\xe6\xd2\xed\xd1 \xc3\xe3\xd3", ""},
	{"broken.txt", "", "\xff", ""},
	{"items.rss", `<rss version="2.0"><channel><title>t</title>`, "<item/>", "</channel></rss>"},
	{"deep.rss", `<rss version="2.0"><channel>`, "<a>", ""},
	{"page.rss", `<rss version="2.0"><channel><item><title>a</title><description>`, "&lt;p&gt;a", "</description></item></channel></rss>"},
	{"extensions.rss", `<rss version="2.0" xmlns:x="u:b"><channel><item>`, "<x:a>b</x:a>", "</item></channel></rss>"},
	{"entries.atom", `<feed xmlns="http://www.w3.org/2005/Atom">`, "<entry><title>a</title></entry>", "</feed>"},
	{"items.json", `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[`, `{"id":"1"},`, `{"id":"2"}]}`},
	{"page.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n", "<p>a", "\r\n--b--\r\n"},
	{"parts.mht", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n", "--b\r\nContent-Type: image/png\r\n\r\nx\r\n", "--b\r\nContent-Type: text/html\r\n\r\n<p>a b\r\n--b--\r\n"},
	{"pages.warc", "", record("https://a.example/", "response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a"), ""},
	{"page.warc", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\nContent-Length: 999999999\r\n\r\n", "<p>a", ""},
	{"bomb.warc.gz", "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\nContent-Length: 999999999\r\n\r\n", "<p>a", ""},
	{"bomb.epub", "", "<p>a", ""},
	{"stored.epub", "", "<p>a", ""},
}

// What reading takes at most: some ten times the input, and for a small one what the parser of
// Markdown takes for a piece, or a tree for a small page.
const (
	memoryShare = 10
	memoryRoom  = 10 << 20
)

// TestMemory: no input takes more than ten times its bytes, and ten megabytes.
func TestMemory(t *testing.T) {
	size := 128 << 10
	if os.Getenv("RAWI_LONG") != "" {
		size = 3 << 20
	}
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	for _, h := range hostile {
		input := h.start + strings.Repeat(h.piece, size/len(h.piece)) + h.end
		if strings.HasSuffix(h.name, ".epub") {
			input = packed("<html><body>"+input, h.name == "bomb.epub")
		} else if strings.HasSuffix(h.name, ".gz") {
			input = zipped(input)
		}
		peak := peakHeap(func() { _, _ = Read(strings.NewReader(input), h.name) }) // refused or not
		t.Logf("%-22s %5.1f times %d bytes", h.name, float64(peak)/float64(len(input)), len(input))
		if limit := memoryShare*len(input) + memoryRoom; peak > limit {
			t.Errorf("%s of %d bytes takes %d at its peak, %.1f times as much", h.name, len(input), peak, float64(peak)/float64(len(input)))
		}
	}
}

// FuzzMemory: whatever is repeated takes no more than that. What is fuzzed is the piece, and by its
// first letter the format.
func FuzzMemory(f *testing.F) {
	f.Add("", "- a\n", "m")
	f.Add("<html><body>", "<p a=1>b", "h")
	f.Add(`<rss version="2.0"><channel>`, "<item/>", "r")
	f.Add("", "&quot;\n", "t")
	formats := map[byte]string{'m': "a.md", 'h': "a.html", 'r': "a.rss", 'w': "a.mht"}
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	f.Fuzz(func(t *testing.T, start, piece, format string) {
		const size = 256 << 10
		if piece == "" || len(start)+len(piece) > size {
			return
		}
		input := start + strings.Repeat(piece, size/len(piece))
		name := formats[(format + " ")[0]]
		peak := peakHeap(func() { _, _ = Read(strings.NewReader(input), name) })
		if peak > memoryShare*len(input)+memoryRoom {
			t.Errorf("%q and %q again and again as %q take %d", start, piece, name, peak)
		}
	})
}

// packed is a book with one chapter.
func packed(chapter string, deflated bool) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	method := zip.Store
	if deflated {
		method = zip.Deflate
	}
	for _, file := range [][2]string{{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`},
		{"p.opf", `<package><manifest><item id="c" href="c.html" media-type="text/html"/></manifest><spine><itemref idref="c"/></spine></package>`}, {"c.html", chapter}} {
		f, err := w.CreateHeader(&zip.FileHeader{Name: file[0], Method: method})
		if err == nil {
			_, err = f.Write([]byte(file[1]))
		}
		if err != nil {
			panic(fmt.Sprint("a book in memory: ", err))
		}
	}
	w.Close()
	return out.String()
}

// peakHeap is how many bytes of the heap are in use at most while something is done, as
// the collector finds whenever it has run, beside what was in use before.
func peakHeap(do func()) int {
	runtime.GC()
	before := heapInUse()
	var most atomic.Int64
	var stopped atomic.Bool
	var watch func(*[16]byte)
	watch = func(watched *[16]byte) { // runs once after each collection, in a goroutine of its own
		most.Store(max(most.Load(), int64(heapInUse())))
		if !stopped.Load() {
			runtime.SetFinalizer(watched, watch)
		}
	}
	runtime.SetFinalizer(new([16]byte), watch)
	do()
	stopped.Store(true)
	return int(most.Load()) - before
}

func heapInUse() int {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64())
}
