package fetch

import (
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
)

// Why a page cannot be had. The texts complete a sentence that begins with its address.
var (
	ErrAddress     = errors.New("is not an address of a page")
	ErrScheme      = errors.New("does not begin with http:// or https://")
	ErrPrivate     = errors.New("is inside this machine's own network: type the address yourself to read it")
	ErrRedirects   = errors.New("leads from one address to the next without end")
	ErrNoHost      = errors.New("names a server that is not known")
	ErrRefused     = errors.New("cannot be reached")
	ErrCertificate = errors.New("has a certificate that cannot be trusted")
	ErrTimeout     = errors.New("took too long")
	ErrStopped     = errors.New("was stopped")
	ErrTooLarge    = errors.New("is too large")
	ErrBroken      = errors.New("came broken")
	ErrMissing     = errors.New("does not exist")
	ErrForbidden   = errors.New("may not be read without signing in")
	ErrTooMany     = errors.New("was asked for too often")
	ErrServer      = errors.New("is out of order")
	ErrStatus      = errors.New("was refused")
)

// statuses are what the numbers of HTTP mean to a reader; others of the 500s are
// ErrServer, the rest ErrStatus.
var statuses = map[int]error{
	http.StatusNotFound: ErrMissing, http.StatusGone: ErrMissing,
	http.StatusUnauthorized: ErrForbidden, http.StatusPaymentRequired: ErrForbidden, http.StatusForbidden: ErrForbidden,
	http.StatusProxyAuthRequired: ErrForbidden, http.StatusUnavailableForLegalReasons: ErrForbidden,
	http.StatusTooManyRequests: ErrTooMany, http.StatusRequestTimeout: ErrTimeout, http.StatusGatewayTimeout: ErrTimeout,
}

// Status is the status of HTTP that an error stands for, and wraps what it means.
type Status struct {
	Code  int
	means error
}

func (s *Status) Error() string { return fmt.Sprintf("%v (HTTP %d)", s.means, s.Code) }
func (s *Status) Unwrap() error { return s.means }

func statusError(code int) error {
	means := statuses[code]
	switch {
	case means != nil:
	case code >= 500:
		means = ErrServer
	default:
		means = ErrStatus
	}
	return &Status{code, means}
}

// failure is an error of the network or the system with what it means, which it
// wraps too.
type failure struct{ means, cause error }

func (f *failure) Error() string {
	return f.means.Error() + " (" + strings.Join(strings.Fields(f.cause.Error()), " ") + ")"
}
func (f *failure) Unwrap() []error { return []error{f.means, f.cause} }

// own are the errors that say already what they mean.
var own = [...]error{ErrAddress, ErrScheme, ErrPrivate, ErrRedirects, ErrTooLarge,
	ErrMissing, ErrForbidden, ErrTooMany, ErrServer, ErrStatus}

// explain gives an error its meaning.
func explain(ctx context.Context, err error) error {
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, ErrTimeout):
		return ErrTimeout
	case cause != nil:
		return ErrStopped
	}
	if status := (*Status)(nil); errors.As(err, &status) {
		return status
	}
	for _, known := range own {
		if errors.Is(err, known) {
			return known
		}
	}
	return &failure{meaning(err), err}
}

// meaning is what an error of net/http means to a reader.
func meaning(err error) error {
	var (
		lookup      *net.DNSError
		connection  *net.OpError
		certificate *tls.CertificateVerificationError
		authority   x509.UnknownAuthorityError
		name        x509.HostnameError
		invalid     x509.CertificateInvalidError
	)
	switch {
	case errors.As(err, &lookup):
		return ErrNoHost
	case errors.As(err, &certificate), errors.As(err, &authority), errors.As(err, &name), errors.As(err, &invalid):
		return ErrCertificate
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF),
		strings.Contains(err.Error(), "flate: "):
		return ErrBroken
	case errors.As(err, &connection) && connection.Op == "dial":
		return ErrRefused
	}
	return ErrBroken
}
