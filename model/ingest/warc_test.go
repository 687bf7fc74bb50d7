package ingest

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// record is a record of an archive of the web, as ISO 28500 writes it.
func record(address, kind, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-04T12:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"+
		"Content-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, len(block), block)
}

// answered is what a server answers.
func answered(status, headers, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
}

const htmlType = "Content-Type: text/html; charset=utf-8\r\n"

// archiveOfWeb is an archive with what crawlers keep: requests, pictures, pages in several codings.
func archiveOfWeb() string {
	first := `<html><head><title>حديقة</title></head><body><h1>حديقة جديدة شرق الواحة</h1><p>` + sentenceA + `</p><p>` + sentenceB + sentenceA + `</p></body></html>`
	second := strings.ReplaceAll(first, "حديقة جديدة", "مكتبة جديدة")
	chunked := fmt.Sprintf("5;x=y\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n", second[:5], len(second)-5, second[5:])
	return "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n" +
		record("https://a.example/1", "request", "GET / HTTP/1.1\r\n\r\n") +
		record("https://a.example/1", "response", answered("200 OK", htmlType, first)) +
		record("https://a.example/1", "response", answered("200 OK", htmlType, second)) +
		record("https://a.example/a.png", "response", answered("200 OK", "Content-Type: image/png\r\n", "\x89PNG")) +
		record("https://a.example/old", "response", answered("301 Moved", htmlType, "<p>نقلت")) +
		record("https://a.example/frame", "response", answered("200 OK", htmlType, "<p>إعلان")) +
		record("https://a.example/2", "response", answered("200 OK", htmlType+"Transfer-Encoding: chunked\r\n", chunked)) +
		record("https://a.example/3", "response", answered("200 OK", htmlType+"Content-Encoding: gzip\r\n", zipped(strings.ReplaceAll(first, "حديقة جديدة", "ساحة جديدة"))))
}

func zipped(text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(text)) // to memory
	w.Close()
	return out.String()
}

// Each page of an archive is an article, with its address and the day of the archive; each
// record may be packed on its own.
func TestWARC(t *testing.T) {
	var apart strings.Builder
	for _, one := range strings.SplitAfter(archiveOfWeb(), "\r\n\r\nWARC/1.0") {
		if more, ok := strings.CutSuffix(one, "WARC/1.0"); ok {
			apart.WriteString(zipped(more) + zipped("WARC/1.0"))
			continue
		}
		apart.WriteString(zipped(one))
	}
	for name, data := range map[string]string{"plain": archiveOfWeb(), "packed": zipped(archiveOfWeb()), "packed apart": apart.String()} {
		d, err := Read(strings.NewReader(data), "a.warc.gz")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, a := range d.Articles {
			got = append(got, a.Title()+" "+a.Source+" "+a.Facts.Address+" "+a.Fetched.UTC().Format(time.RFC3339))
		}
		want := []string{"حديقة جديدة شرق الواحة a.warc.gz#https://a.example/1 https://a.example/1 2031-05-04T12:30:00Z",
			"مكتبة جديدة شرق الواحة a.warc.gz#https://a.example/2 https://a.example/2 2031-05-04T12:30:00Z",
			"ساحة جديدة شرق الواحة a.warc.gz#https://a.example/3 https://a.example/3 2031-05-04T12:30:00Z"}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestDamagedWARC(t *testing.T) {
	whole := archiveOfWeb()
	for _, test := range []struct {
		name, data string
		refused    error
	}{
		{"cut in the second page", whole[:strings.LastIndex(whole, "WARC/1.0")+300], nil},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", ErrDamaged},
		{"too long", "WARC/1.0\r\nContent-Length: 99\r\n\r\nx", ErrDamaged},
		{"a huge length", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx", ErrDamaged},
		{"no record", "WARC/1.0\r\n", ErrDamaged},
		{"no page", record("https://a.example/1", "request", "GET / HTTP/1.1\r\n\r\n"), ErrBlank},
		{"only a short page", record("https://a.example/1", "response", answered("200 OK", htmlType, "<p>نص")), nil},
		{"a bomb", zipped(record("https://a.example/1", "response", answered("200 OK", htmlType, strings.Repeat("<p>ا", 1<<20)))), ErrTooLarge},
	} {
		if d, err := Read(strings.NewReader(test.data), "a.warc"); !errors.Is(err, test.refused) || test.refused == nil && len(d.Articles) == 0 {
			t.Errorf("%s: %v, %v", test.name, d, err)
		}
	}
}
