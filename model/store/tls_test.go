package store

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	mathbig "math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rawi/model/store/pgtest"
)

// certificate is a certificate that signs itself, and its key.
func certificate(t *testing.T, expires time.Time) (cert, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: mathbig.NewInt(1), Subject: pkix.Name{CommonName: "rawi"}, NotBefore: time.Now().Add(-48 * time.Hour), NotAfter: expires,
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	must(t, err)
	secret, err := x509.MarshalECPrivateKey(private)
	must(t, err)
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})
}

// TLS by libpq's rules: the server must have a certificate of the root that is named, for its name,
// and in its time.
func TestTLS(t *testing.T) {
	server := pgtest.New(t)
	plain := server.Address(pgtest.Superuser, "postgres")
	_, err := Init(plain)
	must(t, err)
	cert, key := certificate(t, time.Now().Add(time.Hour))
	other, _ := certificate(t, time.Now().Add(time.Hour))
	dir := t.TempDir()
	right, wrong := filepath.Join(dir, "right.crt"), filepath.Join(dir, "wrong.crt")
	must(t, os.WriteFile(right, cert, 0o600))
	must(t, os.WriteFile(wrong, other, 0o600))
	server.Keep(t, "server.crt", cert)
	server.Keep(t, "server.key", key)
	runSQL(t, plain, "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()")
	for name, test := range map[string]struct {
		parameters string
		want       error
	}{
		"required":                     {"sslmode=require", nil},
		"of the right root":            {"sslmode=verify-full&sslrootcert=" + right, nil},
		"of another root":              {"sslmode=verify-full&sslrootcert=" + wrong, ErrInsecure},
		"of no root that anyone knows": {"sslmode=verify-ca&sslrootcert=" + wrong, ErrInsecure},
		"a root that is not there":     {"sslmode=verify-full&sslrootcert=/missing", ErrAddress},
	} {
		l, err := Open(strings.Replace(plain, "sslmode=disable", test.parameters, 1))
		if !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
		if err == nil {
			safe, err := queryValue[bool](l, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
			if !safe || err != nil {
				t.Errorf("%s: the connection is not by TLS, %v", name, err)
			}
			must(t, l.Close())
		}
	}
	late := strings.Replace(plain, "127.0.0.1", "localhost", 1)
	if _, err := Open(strings.Replace(late, "sslmode=disable", "sslmode=verify-full&sslrootcert="+right, 1)); !errors.Is(err, ErrInsecure) {
		t.Errorf("of another name: %v", err)
	}
	expired, key := certificate(t, time.Now().Add(-time.Hour))
	server.Keep(t, "server.crt", expired)
	server.Keep(t, "server.key", key)
	runSQL(t, plain, "SELECT pg_reload_conf()")
	must(t, os.WriteFile(right, expired, 0o600))
	if _, err := Open(strings.Replace(plain, "sslmode=disable", "sslmode=verify-full&sslrootcert="+right, 1)); !errors.Is(err, ErrInsecure) {
		t.Errorf("expired: %v", err)
	}
}
