package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// network is the way to servers. Tests put their own in place of the machine's.
type network struct {
	lookup  func(ctx context.Context, host string) ([]netip.Addr, error) // nil: the machine's
	private func(netip.Addr) bool                                        // nil: [private]
	proxy   func(*http.Request) (*url.URL, error)                        // nil: what the environment says
}

// dialPatience is how long one server may take to answer a call.
const dialPatience = 20 * time.Second

// trusted is the key in a request's context under which its dialer finds whether it
// may connect to the machine's own network.
type trusted struct{}

// transport carries requests that begin at one address.
func (n network) transport(from *url.URL, typed bool) http.RoundTripper {
	n = n.complete()
	dialer := &net.Dialer{Timeout: dialPatience, ControlContext: n.control}
	t := &http.Transport{
		Proxy: n.proxy, DialContext: n.dial(dialer), ForceAttemptHTTP2: true, DisableKeepAlives: true,
		TLSHandshakeTimeout: dialPatience, MaxResponseHeaderBytes: 1 << 20,
	}
	return &guard{network: n, from: from, typed: typed, next: t}
}

func (n network) complete() network {
	if n.lookup == nil {
		n.lookup = func(ctx context.Context, host string) ([]netip.Addr, error) {
			return net.DefaultResolver.LookupNetIP(ctx, "ip", host)
		}
	}
	if n.private == nil {
		n.private = private
	}
	if n.proxy == nil {
		n.proxy = http.ProxyFromEnvironment
	}
	return n
}

// dial connects to a server by the numbers that its name has.
func (n network) dial(dialer *net.Dialer) func(ctx context.Context, kind, address string) (net.Conn, error) {
	return func(ctx context.Context, kind, address string) (net.Conn, error) {
		host, port, err := net.SplitHostPort(address)
		if err != nil {
			return nil, ErrAddress
		}
		if _, err := netip.ParseAddr(host); err == nil {
			return dialer.DialContext(ctx, kind, address)
		}
		numbers, err := n.lookup(ctx, host)
		for _, number := range numbers {
			var c net.Conn
			if c, err = dialer.DialContext(ctx, kind, net.JoinHostPort(number.String(), port)); err == nil {
				return c, nil
			}
		}
		if err == nil {
			err = &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
		}
		return nil, err
	}
}

// control looks at the number that is really connected to, whatever name led there.
func (n network) control(ctx context.Context, _, address string, _ syscall.RawConn) error {
	if may, _ := ctx.Value(trusted{}).(bool); may {
		return nil
	}
	to, err := netip.ParseAddrPort(address)
	if err != nil || n.private(to.Addr()) {
		return ErrPrivate
	}
	return nil
}

// guard decides for each request of a chain of redirects whether it may go to the
// machine's own network: to the server that the reader typed, and no other.
type guard struct {
	network
	from  *url.URL
	typed bool
	next  http.RoundTripper
}

func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	may := g.typed && strings.EqualFold(r.URL.Host, g.from.Host)
	if proxy, err := g.proxy(r); err == nil && proxy != nil && !may {
		if err := g.checkName(r.Context(), r.URL.Hostname()); err != nil {
			return nil, err
		}
		may = true // the proxy is connected to
	}
	return g.next.RoundTrip(r.WithContext(context.WithValue(r.Context(), trusted{}, may)))
}

// checkName refuses names and numbers of the machine's own network before a proxy is
// asked for them. A name that only the proxy can look up passes.
func (g *guard) checkName(ctx context.Context, host string) error {
	if number, err := netip.ParseAddr(host); err == nil {
		if g.private(number) {
			return ErrPrivate
		}
		return nil
	}
	if local(host) {
		return ErrPrivate
	}
	numbers, _ := g.lookup(ctx, host)
	for _, number := range numbers {
		if g.private(number) {
			return ErrPrivate
		}
	}
	return nil
}

// local reports whether a name can only be of the machine's own network: RFC 6761,
// 6762, 8375 and 9476, and names without a dot.
func local(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !strings.Contains(host, ".") {
		return true
	}
	for _, end := range [...]string{".localhost", ".local", ".internal", ".home.arpa", ".lan"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return false
}

// special are the blocks of numbers that lead nowhere on the public network, beside
// those that package netip knows: RFC 6890, 6598 and their successors.
var special = [...]netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("fec0::/10"),
	netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001:db8::/32"),
}

// nat64 and sixToFour are the blocks of IPv6 that hold an address of IPv4: RFC 6052,
// 8215 and 3056.
var (
	nat64      = [...]netip.Prefix{netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48")}
	sixToFour  = netip.MustParsePrefix("2002::/16")
	compatible = netip.MustParsePrefix("::/96")
)

// private reports whether a number is of the machine's own network: loopback,
// private, unique local, link-local, shared (carrier's), multicast or of no host, also
// inside an address of IPv6.
func private(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() || !a.IsValid() {
		return true
	}
	for _, block := range special {
		if block.Contains(a) {
			return true
		}
	}
	inner, ok := inside(a)
	return ok && private(inner)
}

// inside is the address of IPv4 that one of IPv6 leads to.
func inside(a netip.Addr) (netip.Addr, bool) {
	if !a.Is6() {
		return a, false
	}
	b := a.As16()
	for _, block := range nat64 {
		if block.Contains(a) {
			return netip.AddrFrom4([4]byte(b[12:])), true
		}
	}
	switch {
	case sixToFour.Contains(a):
		return netip.AddrFrom4([4]byte(b[2:6])), true
	case compatible.Contains(a):
		return netip.AddrFrom4([4]byte(b[12:])), true
	}
	return a, false
}
