//go:build unix

package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// FuzzInputsAreHarmless: whatever an input of any format holds, what is shown of its articles
// steers no terminal.
func FuzzInputsAreHarmless(f *testing.F) {
	evil := strings.Join(hostile, "ك")
	for _, input := range []string{evil, "# " + evil + "\n\n> " + evil, "<title>" + evil + "</title><p>&#27;[2J&#x9b;31m" + evil,
		"<rss><channel><title>&#27;x</title><item><title>" + evil + "</title><description>&amp;#27;]0;x&amp;#7;</description></item></channel></rss>",
		`{"version":"https://jsonfeed.org/version/1","title":"\u001b[2J","items":[{"id":"\u009b","title":"\u001bc","content_text":"\u202e\u001b[2J"}]}`,
		"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=1B[2J=9B\n--b--",
	} {
		f.Add([]byte(input))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		document, err := ingest.Read(bytes.NewReader(data), "")
		if err != nil {
			return
		}
		for _, a := range document.Articles {
			if mended := ingest.Mend(a); mended != nil {
				a = mended
			}
			var out bytes.Buffer
			r := model.NewReading(a, model.Findings{}, nil, "")
			err := errors.Join(ui.Plain(&out, r, a, l10n.Arabic), ui.Render(&out, a, 40, terminal.Visual, false), ui.Render(&out, a, 40, terminal.Visual, true))
			if i := bytes.IndexFunc(out.Bytes(), func(r rune) bool { return r != '\n' && steers(r) }); i >= 0 || err != nil {
				t.Fatalf("%q shows %q, %v", data, out.Bytes()[i:min(i+20, out.Len())], err)
			}
		}
	})
}

// Every error of fetching has a sentence in each language that names the address.
func TestFetchFaults(t *testing.T) {
	const address = "https://example.org/خبر"
	for _, cause := range []error{fetch.ErrAddress, fetch.ErrScheme, fetch.ErrPrivate, fetch.ErrRedirects, fetch.ErrNoHost, fetch.ErrRefused,
		fetch.ErrCertificate, fetch.ErrTimeout, fetch.ErrStopped, fetch.ErrTooLarge, fetch.ErrBroken, fetch.ErrMissing, fetch.ErrForbidden,
		fetch.ErrTooMany, fetch.ErrServer, ingest.ErrHollow, ingest.ErrDamaged, ingest.ErrLocked, ingest.ErrBinary, ingest.ErrEmpty} {
		err := webError(address, cause)
		english, arabic := explain(l10n.English, err), explain(l10n.Arabic, err)
		if !strings.Contains(english, address) || !strings.Contains(arabic, address) || english == arabic || !errors.Is(err, cause) {
			t.Errorf("%v: %q, %q", cause, english, arabic)
		}
		if said, ok := err.(localizedError); !ok || said.word == l10n.IsFailing {
			t.Errorf("%v has no sentence of its own", cause)
		}
	}
}
