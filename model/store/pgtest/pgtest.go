// Package pgtest runs a PostgreSQL of its own for tests, on a port of the loopback, in a folder
// of its own, as a user without privileges. It ends with the tests, also when those are killed.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Superuser is the login that may do everything, which needs no password on the loopback.
const Superuser = "rawi_test"

// Guarded is a login that needs a password, once a test has made it.
const Guarded = "guarded"

// Server is a running PostgreSQL.
type Server struct {
	Port int
	data string // its folder
	bin  string
	args []string

	mu      sync.Mutex
	process *exec.Cmd
	ended   chan struct{} // closed when the process is gone
}

var shared struct {
	sync.Mutex
	server *Server
	err    error
}

// ErrMissing is where there is no PostgreSQL on this machine.
var ErrMissing = errors.New("PostgreSQL is MISSING (Debian: postgresql)")

// Get is the server of this test binary, which [Stop] ends. Without one the test is skipped;
// with CI=true it fails.
func Get(t testing.TB) *Server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		shared.server, shared.err = start()
	}
	refuse(t, shared.err)
	return shared.server
}

// New is a server for one test alone.
func New(t testing.TB, args ...string) *Server {
	t.Helper()
	s, err := start(args...)
	refuse(t, err)
	t.Cleanup(s.stop)
	return s
}

func refuse(t testing.TB, err error) {
	t.Helper()
	switch {
	case errors.Is(err, ErrMissing) && os.Getenv("CI") != "true":
		t.Skip(err, ": shared libraries are not tested")
	case err != nil:
		t.Fatal(err)
	}
}

// Stop ends the server of [Get], for TestMain.
func Stop() {
	shared.Lock()
	defer shared.Unlock()
	if shared.server != nil {
		shared.server.stop()
		shared.server = nil
	}
}

// Address is the address of a database of the server; more is further parameters.
func (s *Server) Address(login, database string, more ...string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?%s", login, s.Port, database, strings.Join(append([]string{"sslmode=disable"}, more...), "&"))
}

// Keep writes a file into the server's folder, which is its own.
func (s *Server) Keep(t testing.TB, name string, data []byte) {
	t.Helper()
	file := filepath.Join(s.data, name)
	if err := errors.Join(os.WriteFile(file, data, 0o600), own(file)); err != nil {
		t.Fatal(err)
	}
}

// start makes a server and waits until it takes connections.
func start(args ...string) (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rawi-postgres-")
	if err != nil {
		return nil, err
	}
	s := &Server{data: filepath.Join(dir, "data"), bin: bin, args: args}
	if err = s.make(dir); err == nil {
		err = s.Start()
	}
	if err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

// programs is the folder of the newest PostgreSQL.
func programs() (string, error) {
	if path, err := exec.LookPath("postgres"); err == nil {
		return filepath.Dir(path), nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/postgres")
	if len(found) == 0 {
		return "", ErrMissing
	}
	version := func(path string) int {
		n, _ := strconv.Atoi(strings.Split(path, "/")[4])
		return n
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })
	return filepath.Dir(newest), nil
}

// make makes the cluster.
func (s *Server) make(dir string) error {
	if err := own(dir); err != nil {
		return err
	}
	cmd := s.command("initdb", "-D", s.data, "-U", Superuser, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	rules := filepath.Join(s.data, "pg_hba.conf")
	others, err := os.ReadFile(rules)
	if err != nil {
		return err
	}
	return os.WriteFile(rules, append([]byte("host all "+Guarded+" 127.0.0.1/32 scram-sha-256\n"), others...), 0o600)
}

func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = filepath.Dir(s.data)
	unprivileged(cmd)
	return cmd
}

// Start starts the server, at the port that it had before if there was one. Another program
// may take a free port first; then another port is tried.
func (s *Server) Start() error {
	const tries = 3
	var err error
	for range tries {
		port := s.Port
		if port == 0 {
			if port, err = freePort(); err != nil {
				return err
			}
		}
		if err = s.startAt(port); err == nil {
			s.Port = port
			return nil
		}
	}
	return err
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func (s *Server) startAt(port int) error {
	log, err := os.CreateTemp("", "rawi-postgres-log-")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(log.Name()) }()
	defer log.Close()
	args := append([]string{"-D", s.data, "-p", strconv.Itoa(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=50"}, s.args...)
	cmd := s.command("postgres", args...)
	cmd.Stdout, cmd.Stderr = log, log
	ended := make(chan struct{})
	if err := run(cmd, ended); err != nil {
		return err
	}
	s.mu.Lock()
	s.process, s.ended = cmd, ended
	s.mu.Unlock()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		select {
		case <-ended:
			said, _ := os.ReadFile(log.Name())
			return fmt.Errorf("postgres ended: %s", said)
		case <-time.After(20 * time.Millisecond): // between two questions
		}
		if err = answers(fmt.Sprintf("postgres://%s@127.0.0.1:%d/postgres?sslmode=disable&connect_timeout=5", Superuser, port)); err == nil {
			return nil
		}
	}
	return fmt.Errorf("postgres takes no connections: %w", err)
}

// answers is nil if there is a server at an address.
func answers(address string) error {
	conn, err := pgconn.Connect(context.Background(), address)
	if err != nil {
		return err
	}
	return conn.Close(context.Background())
}

// stop ends the server and removes its folder.
func (s *Server) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process != nil {
		_ = s.process.Process.Signal(immediate)
		<-s.ended
	}
	_ = os.RemoveAll(filepath.Dir(s.data))
}
