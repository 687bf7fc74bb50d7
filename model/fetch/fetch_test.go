package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"
)

const report = "<p>أعلنت البلدية أمس بدء العمل في الحديقة."

// client is one that waits long and takes a megabyte.
func client() *Client { return &Client{Agent: "rawi/test", MaxSize: 1 << 20, Patience: time.Minute} }

// serve is the address of a server on loopback, which says nothing of its own.
func serve(t *testing.T, answer http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewUnstartedServer(answer)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.Start()
	t.Cleanup(s.Close)
	return s.URL
}

// typed asks for what the reader typed.
func typed(c *Client, address string) (*Page, error) {
	return c.Get(context.Background(), Request{Address: address, Typed: true})
}

func TestGet(t *testing.T) {
	var asked *http.Request
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r
		w.Header().Set("Content-Type", "Text/HTML; Charset=Windows-1256")
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Sat, 28 Nov 2026 06:00:00 GMT")
		io.WriteString(w, report)
	})
	var received int64
	p, err := client().Get(context.Background(), Request{Address: address + "/خبر?x=1#part", Typed: true,
		Progress: func(n, _ int64) { received = n }})
	if err != nil {
		t.Fatal(err)
	}
	if p.Data != report || p.Type != "text/html" || p.Charset != "Windows-1256" || p.Version != (Version{`"1"`, "Sat, 28 Nov 2026 06:00:00 GMT"}) {
		t.Errorf("got %+v", p)
	}
	if received != int64(len(report)) || p.Fetched.IsZero() || p.Unchanged || p.Vague() || len(p.Hash()) != 64 {
		t.Errorf("%d bytes were told of, at %v", received, p.Fetched)
	}
	if want := address + "/%D8%AE%D8%A8%D8%B1?x=1"; p.Address != want || asked.UserAgent() != "rawi/test" || asked.URL.Fragment != "" {
		t.Errorf("address %q, want %q; asked by %q", p.Address, want, asked.UserAgent())
	}
}

// A page is asked for again with what its server called it, and answered by 304.
func TestUnchanged(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		http.ServeContent(w, r, "a.html", time.Unix(1e9, 0), strings.NewReader(report))
	})
	first, err := typed(client(), address)
	if err != nil || first.Unchanged || first.Data != report {
		t.Fatal(first, err)
	}
	for _, kept := range []Version{first.Version, {ETag: first.Version.ETag}, {Modified: first.Version.Modified}} {
		again, err := client().Get(context.Background(), Request{Address: address, Typed: true, Kept: kept})
		if err != nil || !again.Unchanged || again.Data != "" || again.Version != kept {
			t.Errorf("kept %v: %+v, %v", kept, again, err)
		}
	}
	other, err := client().Get(context.Background(), Request{Address: address, Typed: true, Kept: Version{ETag: `"0"`}})
	if err != nil || other.Unchanged || other.Data != report {
		t.Errorf("another version is kept: %+v, %v", other, err)
	}
}

// A server that says 304 of a page that nobody kept is out of its mind.
func TestUnchangedThough(t *testing.T) {
	address := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	if p, err := typed(client(), address); !errors.Is(err, ErrStatus) {
		t.Errorf("%+v, %v", p, err)
	}
}

func compressed(text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, text)
	w.Close()
	return out.Bytes()
}

func TestGzip(t *testing.T) {
	send := func(data []byte) string {
		return serve(t, func(w http.ResponseWriter, r *http.Request) {
			if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
				t.Error("gzip is not asked for")
			}
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(data)
		})
	}
	whole := compressed(report)
	if p, err := typed(client(), send(whole)); err != nil || p.Data != report {
		t.Errorf("%+v, %v", p, err)
	}
	garbled := bytes.Clone(whole)
	garbled[len(garbled)-6] ^= 1 // of the checksum
	for name, data := range map[string][]byte{"not gzip": []byte(report), "cut": whole[:len(whole)/2], "garbled": garbled,
		"a bad block": append(bytes.Clone(whole[:10]), 0xff, 0xff, 0xff)} {
		if p, err := typed(client(), send(data)); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	if p, err := typed(client(), send(compressed(strings.Repeat("ا", 1<<20)))); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a bomb: %d bytes, %v", len(p.Data), err)
	}
}

func TestRedirects(t *testing.T) {
	var hops int
	chain := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/%d", &n)
		if hops++; n > 0 {
			http.Redirect(w, r, fmt.Sprintf("/%d", n-1), http.StatusFound)
			return
		}
		io.WriteString(w, report)
	})
	if p, err := typed(client(), chain+"/10"); err != nil || p.Data != report || p.Address != chain+"/0" {
		t.Errorf("ten redirects: %+v, %v", p, err)
	}
	hops = 0
	if p, err := typed(client(), chain+"/11"); !errors.Is(err, ErrRedirects) || hops != 11 {
		t.Errorf("eleven redirects, %d followed: %+v, %v", hops, p, err)
	}
	loop := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) })
	if p, err := typed(client(), loop); !errors.Is(err, ErrRedirects) {
		t.Errorf("a loop: %+v, %v", p, err)
	}
	for to, want := range map[string]error{"file:///etc/passwd": ErrScheme, "ftp://example.org/": ErrScheme, "http://u:p@example.org/": ErrAddress} {
		away := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		})
		if p, err := typed(client(), away); !errors.Is(err, want) {
			t.Errorf("a redirect to %s: %+v, %v", to, p, err)
		}
	}
}

// A body without end is read up to the largest size, and a size that is said too
// large not at all.
func TestEndless(t *testing.T) {
	endless := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for piece := bytes.Repeat([]byte("ا"), 1<<12); r.Context().Err() == nil; {
			if _, err := w.Write(piece); err != nil {
				return
			}
		}
	})
	var received int64
	_, err := client().Get(context.Background(), Request{Address: endless, Typed: true, Progress: func(n, _ int64) { received = n }})
	if !errors.Is(err, ErrTooLarge) || received != 1<<20+1 {
		t.Errorf("read %d bytes, %v", received, err)
	}
	said := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "1048577") })
	received = 0
	_, err = client().Get(context.Background(), Request{Address: said, Typed: true, Progress: func(n, _ int64) { received = n }})
	if !errors.Is(err, ErrTooLarge) || received != 0 {
		t.Errorf("read %d bytes of a size said too large, %v", received, err)
	}
}

// A body that never ends and a server that never answers end with the client's
// patience, or when they are stopped.
func TestSlow(t *testing.T) {
	begun := make(chan struct{}, 4)
	body := serve(t, func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, report)
		w.(http.Flusher).Flush()
		begun <- struct{}{}
		<-r.Context().Done()
	})
	silent := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		begun <- struct{}{}
		<-r.Context().Done()
	})
	for _, address := range []string{body, silent} {
		hasty := client()
		hasty.Patience = 50 * time.Millisecond
		if p, err := typed(hasty, address); !errors.Is(err, ErrTimeout) {
			t.Errorf("%+v, %v", p, err)
		}
		ctx, stop := context.WithCancel(context.Background())
		go func() { <-begun; stop() }()
		if p, err := client().Get(ctx, Request{Address: address, Typed: true}); !errors.Is(err, ErrStopped) {
			t.Errorf("stopped: %+v, %v", p, err)
		}
	}
}

func TestStatus(t *testing.T) {
	for code, want := range map[int]error{404: ErrMissing, 410: ErrMissing, 401: ErrForbidden, 403: ErrForbidden, 451: ErrForbidden,
		429: ErrTooMany, 500: ErrServer, 503: ErrServer, 504: ErrTimeout, 400: ErrStatus, 418: ErrStatus, 300: ErrStatus} {
		address := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) })
		p, err := typed(client(), address)
		if status := (*Status)(nil); !errors.Is(err, want) || !errors.As(err, &status) || status.Code != code {
			t.Errorf("%d: %+v, %v", code, p, err)
		}
	}
}

func TestCertificate(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{}
	s.StartTLS()
	t.Cleanup(s.Close)
	if p, err := typed(client(), s.URL); !errors.Is(err, ErrCertificate) {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestUnreachable(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + listener.Addr().String()
	listener.Close()
	if p, err := typed(client(), address); !errors.Is(err, ErrRefused) {
		t.Errorf("nobody listens: %+v, %v", p, err)
	}
	unknown := client()
	unknown.network.lookup = func(_ context.Context, host string) ([]netip.Addr, error) {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	if p, err := typed(unknown, "http://nowhere.example/"); !errors.Is(err, ErrNoHost) {
		t.Errorf("an unknown name: %+v, %v", p, err)
	}
	for _, address := range []string{"", "x", "http://", "http://:80/", "http://u@example.org", "http://a b/", "//example.org", "http://[::1", "http://%zz/"} {
		if p, err := typed(client(), address); !errors.Is(err, ErrAddress) && !errors.Is(err, ErrScheme) {
			t.Errorf("%q: %+v, %v", address, p, err)
		}
	}
	if _, err := typed(client(), "ftp://example.org/"); !errors.Is(err, ErrScheme) {
		t.Errorf("ftp: %v", err)
	}
}

// What a feed or a page names is not fetched from the machine's own network: by
// number, by name, and by redirect; what the reader typed is.
func TestOwnNetwork(t *testing.T) {
	asked := 0
	inner := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		asked++
		io.WriteString(w, "secret")
	})
	port := inner[strings.LastIndexByte(inner, ':'):]
	get := func(c *Client, address string, typed bool) error {
		_, err := c.Get(context.Background(), Request{Address: address, Typed: typed})
		return err
	}
	looked := client() // in whose world a public name has an inner number
	looked.network.lookup = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
	}
	for _, address := range []string{inner, "http://localhost" + port, "http://[::ffff:127.0.0.1]" + port, "http://2130706433" + port} {
		if err := get(client(), address, false); !errors.Is(err, ErrPrivate) && !errors.Is(err, ErrNoHost) {
			t.Errorf("named %s: %v", address, err)
		}
	}
	if err := get(looked, "http://news.example"+port, false); !errors.Is(err, ErrPrivate) {
		t.Errorf("a public name of an inner number: %v", err)
	}
	outer := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, inner, http.StatusFound) })
	if err := get(client(), outer, true); !errors.Is(err, ErrPrivate) {
		t.Errorf("typed, redirected: %v", err)
	}
	public := client() // in whose world the first server is a public one
	public.network.lookup = looked.network.lookup
	public.network.private = func(a netip.Addr) bool { return a != netip.MustParseAddr("127.0.0.1") }
	away := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://[::1]"+port, http.StatusFound)
	})
	if err := get(public, away, false); !errors.Is(err, ErrPrivate) {
		t.Errorf("named, redirected: %v", err)
	}
	if asked != 0 {
		t.Fatalf("the inner server was asked %d times", asked)
	}
	if err := get(client(), inner, true); err != nil || asked != 1 {
		t.Errorf("typed: %v, asked %d times", err, asked)
	}
}

// A proxy is not asked for what is inside the network.
func TestProxy(t *testing.T) {
	asked := ""
	proxy := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		io.WriteString(w, report)
	})
	c := client()
	c.network.proxy = func(*http.Request) (*url.URL, error) { return url.Parse(proxy) }
	c.network.lookup = func(_ context.Context, host string) ([]netip.Addr, error) {
		if host == "inner.example" {
			return []netip.Addr{netip.MustParseAddr("10.0.0.1")}, nil
		}
		return nil, &net.DNSError{IsNotFound: true}
	}
	for _, address := range []string{"http://127.0.0.1/", "http://localhost/", "http://printer/", "http://a.local/", "http://inner.example/", "http://[fd00::1]/"} {
		if _, err := c.Get(context.Background(), Request{Address: address}); !errors.Is(err, ErrPrivate) || asked != "" {
			t.Errorf("%s: %v, asked %q", address, err, asked)
		}
	}
	if p, err := c.Get(context.Background(), Request{Address: "http://news.example/"}); err != nil || p.Data != report || asked != "http://news.example/" {
		t.Errorf("a public name: %+v, %v", p, err)
	}
}

// The blocks of the IANA registries of special addresses.
func TestPrivate(t *testing.T) {
	inner := []string{"127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1",
		"100.127.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.0.8", "198.18.0.1", "::", "::1",
		"fe80::1", "fe80::1%eth0", "fc00::1", "fdff::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
		"64:ff9b::a00:1", "64:ff9b::7f00:1", "2002:7f00:1::1", "2002:c0a8:1::", "::127.0.0.1", "100::1", "2001:db8::1"}
	outer := []string{"8.8.8.8", "1.1.1.1", "172.32.0.1", "172.15.0.1", "192.169.0.1", "100.63.255.255", "100.128.0.1", "169.253.0.1",
		"2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "198.20.0.1"}
	for _, a := range inner {
		if !private(netip.MustParseAddr(a)) {
			t.Errorf("%s is taken for public", a)
		}
	}
	for _, a := range outer {
		if private(netip.MustParseAddr(a)) {
			t.Errorf("%s is taken for private", a)
		}
	}
	if !private(netip.Addr{}) {
		t.Error("no address is taken for public")
	}
}

func TestIsAddress(t *testing.T) {
	for name, want := range map[string]bool{"https://example.org": true, "HTTP://x/": true, "http:/x": false, "a.html": false,
		"ftp://x/": false, "http": false, "-": false, "folder/http://x": false} {
		if IsAddress(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}
